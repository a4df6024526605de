"""How the columns of a table are read: the choices of the Data screen and of the command line's MAPPING options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from tradeoff_app.model.frozen import Frozen
from tradeoff_app.model.metric import Better, MetricType, Status, StatusPolicy

ErrorChoice = Literal["as-failure", "as-missing", "as-scored"]
ERROR_STATUSES: tuple[Status, ...] = ("model_error", "timeout", "refusal", "infra_error", "judge_error")
POLICY_OF_CHOICE: Mapping[ErrorChoice, StatusPolicy] = {
    "as-failure": "fail",
    "as-missing": "missing",
    "as-scored": "scored",
}


class MetricColumn(Frozen):
    """A column that holds a metric; what is None is proposed from the values."""

    column: str
    type: MetricType | None = None
    better: Better | None = None


class LongColumns(Frozen):
    """The two columns of a long table: which metric, and its value."""

    metric: str
    value: str


class ColumnMapping(Frozen):
    """Everything the PM said about how to read the files; empty means: propose it from the files.

    `long` says that a table has one row per metric, a `layout` of `wide` that it has not, whatever its columns' names.
    """

    unit: str | None = None
    arm_column: str | None = None
    baseline: str | None = None
    cluster: str | None = None
    segments: tuple[str, ...] = ()
    metrics: tuple[MetricColumn, ...] = ()
    long: LongColumns | None = None
    lookup: str | None = None
    runs: Mapping[str, str] = {}
    ignore: tuple[str, ...] = ()
    sheet: str | None = None
    decimal: Literal[".", ","] | None = None
    encoding: str | None = None
    errors: ErrorChoice | None = None
    pairing: Literal["auto", "paired", "unpaired"] = "auto"
    repeat: str | None = None
    rater: str | None = None
    weight: str | None = None
    status: str | None = None
    layout: Literal["auto", "wide"] = "auto"
    denominators: Mapping[str, str] = {}

    def status_policies(self) -> dict[Status, StatusPolicy]:
        """How rows that ended in an error count in every metric; empty where nothing was said about them."""
        return dict.fromkeys(ERROR_STATUSES, POLICY_OF_CHOICE[self.errors]) if self.errors else {}
