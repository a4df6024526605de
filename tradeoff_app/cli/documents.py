"""The JSON documents that scripts rely on, as models: `tradeoff schema` prints them, so they can't drift apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Interval = tuple[float, float]


class Part(BaseModel):
    """A part of a document; unknown is null with its reason beside it."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, populate_by_name=True)


class Document(Part):
    """A whole document; its heading names the schema and its version."""

    def as_json(self) -> dict[str, Any]:
        """The document with its heading first, ready to be printed."""
        return self.model_dump(mode="json", by_alias=True)


class ErrorDocument(Document):
    """Why a command could not do its work."""

    schema_: Literal["tradeoff/error@1"] = Field("tradeoff/error@1", alias="schema")
    code: str
    file: str
    place: str
    cause: str
    hint: str


class InspectedFile(Part):
    """One result file as it was read."""

    model_config = ConfigDict(frozen=True, extra="allow", allow_inf_nan=False)

    file: str
    sha256: str
    bytes: int
    format: str
    format_version: str | None
    arm: str | None
    model: str | None
    created: str | None
    rows: int
    units: int
    error_rows: int
    error_units: int


class UnitCounts(Part):
    """How the units of two files match."""

    model_config = ConfigDict(frozen=True, extra="allow")

    baseline: int
    candidate: int | None = None
    in_both: int | None = None
    only_baseline: int | None = None
    only_candidate: int | None = None


class Side(Part):
    """One version's scores: the mean over units of the mean over a unit's scored rows."""

    model_config = ConfigDict(frozen=True, extra="allow", allow_inf_nan=False)

    mean: float | None
    scored_units: int
    scored_rows: int


class PairedSide(Part):
    """The units that both versions scored."""

    model_config = ConfigDict(frozen=True, extra="allow", allow_inf_nan=False)

    units: int
    mean_before: float | None
    mean_after: float | None
    mean_difference: float | None
    higher: int
    lower: int


class InspectedMetric(Part):
    """What the files say about one metric, before any status policy."""

    model_config = ConfigDict(frozen=True, extra="allow", allow_inf_nan=False)

    type: str
    better: str | None
    assumed: tuple[str, ...] = ()
    before: Side | None = None
    after: Side | None = None
    paired: PairedSide | None = None


class FileProblem(Part):
    """Something the PM should know about a file."""

    level: Literal["info", "warning", "error"]
    code: str
    file: str
    place: str
    text: str
    hint: str


class InspectDocument(Document):
    """What is in one or two result files."""

    model_config = ConfigDict(frozen=True, extra="allow", allow_inf_nan=False)

    schema_: Literal["tradeoff/inspect@1"] = Field("tradeoff/inspect@1", alias="schema")
    files: tuple[InspectedFile, ...]
    units: UnitCounts
    metrics: Mapping[str, InspectedMetric]
    segments: Mapping[str, Mapping[str, Mapping[str, int]]]
    problems: tuple[FileProblem, ...]


class DifferenceItem(Part):
    """One item in which two projects differ; `base` is null where no common origin was given."""

    item: str
    kind: Literal["changed", "added", "removed"]
    mine: Any
    theirs: Any
    base: Any
    conflict: bool
    text: str


class GapPart(Part):
    """What one changed input contributes to the gap."""

    item: str
    contribution: float
    text: str


class Gap(Part):
    """The two results side by side, and what the difference is made of."""

    quantity: Literal["value_per_month"] = "value_per_month"
    mine: float | None
    theirs: float | None
    parts: tuple[GapPart, ...]
    why: str | None


class VerdictPair(Part):
    """The recommendation of each project."""

    mine: str
    theirs: str


class CompareDocument(Document):
    """How two projects differ, in words, and what that does to the answer."""

    schema_: Literal["tradeoff/compare@1"] = Field("tradeoff/compare@1", alias="schema")
    differences: tuple[DifferenceItem, ...]
    gap: Gap
    verdicts: VerdictPair
