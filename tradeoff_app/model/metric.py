"""A metric: what was measured, which way is better, and how its changes are said to people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from tradeoff_app.model.frozen import Frozen, Identifier
from tradeoff_app.model.names import readable_name
from tradeoff_app.model.range import Range

MetricType = Literal["binary", "ordinal", "continuous", "count", "duration", "money", "ratio"]
Better = Literal["higher", "lower"]
Role = Literal["safety_gate", "guardrail", "target", "monitor"]
Tier = Literal["automated", "human", "ab"]
Statistic = Literal["mean", "p50", "p90"]
IntervalMethod = Literal["tango", "cr2"]
Status = Literal["ok", "model_error", "timeout", "refusal", "infra_error", "judge_error", "not_run"]
StatusPolicy = Literal["fail", "missing", "separate", "scored"]

DEFAULT_STATUS_POLICY: Mapping[Status, StatusPolicy] = {
    "model_error": "fail",
    "timeout": "fail",
    "refusal": "fail",
    "infra_error": "missing",
    "judge_error": "missing",
    "not_run": "missing",
}


def is_currency(unit: str) -> bool:
    """Whether a unit is written as a currency's code: three capital letters (ISO 4217)."""
    return len(unit) == 3 and unit.isascii() and unit.isalpha() and unit.isupper()


class Words(Frozen):
    """A noun phrase in the singular and in the plural, in the PM's own words."""

    one: str
    other: str


class Phrase(Frozen):
    """How a metric is said in natural frequencies: the event that is counted and the unit it happens to."""

    event: Words
    unit: Words | None = None
    verb: str | None = None


class Link(Range):
    """How much of a change in a proxy shows up in its parent, with where that number comes from."""

    source: str = ""


class Lineage(Frozen):
    """The product metric that a technical metric stands for."""

    parent: str
    link: Link | None = None


class Metric(Frozen):
    """One metric of the project; `source` is its name in the result files, `unit` what its number is counted in.

    `covariate` is a metric measured before the release began, which takes noise out of an A/B comparison. `interval`
    asks for another interval than the type's own: "tango" for a rate in pairs, "cr2" for a mean with clusters.
    `statistic` compares medians or 90th percentiles instead of means; not of rates and categories.
    """

    id: Identifier
    source: str | None = None
    label: str | None = None
    type: MetricType = "continuous"
    better: Better | None = None
    role: Role = "monitor"
    tier: Tier = "automated"
    unit: str | None = None
    basis: str | None = None
    scale: tuple[float, float] | None = None
    lineage: Lineage | None = None
    rubric: str | None = None
    on_status: Mapping[Status, StatusPolicy] = {}
    covariate: str | None = None
    winsorise: Annotated[float, Field(gt=50.0, lt=100.0)] | None = None
    interval: IntervalMethod | None = None
    statistic: Statistic = "mean"
    phrase: Phrase | None = None

    @property
    def name(self) -> str:
        """The label people read; the id where none was given. A quantile says which it is."""
        name = readable_name(self.label or self.id)
        word = {None: "", 0.5: "median", 0.9: "p90"}[self.quantile]
        return name if word in name.casefold() else f"{name} ({word})"

    @property
    def quantile(self) -> float | None:
        """The share of units at or below what is compared; None where means are, as rates and categories always do."""
        if self.type in ("binary", "ordinal"):
            return None
        return {"mean": None, "p50": 0.5, "p90": 0.9}[self.statistic]

    @property
    def source_name(self) -> str:
        """The metric's name in the result files."""
        return self.source or self.id

    @property
    def sign(self) -> int:
        """+1 where higher is better, -1 where lower is better; +1 where neither is said."""
        return -1 if self.better == "lower" else 1

    def policy(self, status: Status, *, is_safety: bool) -> StatusPolicy:
        """How a row with this status counts (decision-model 3b); a refusal is no failure of a safety metric."""
        stated = self.on_status.get(status)
        if stated is not None:
            return stated
        if status == "refusal" and is_safety:
            return "missing"
        return DEFAULT_STATUS_POLICY.get(status, "scored")
