"""The project: the whole of what was decided about one release, and the single thing that undo moves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import Field

from tradeoff_app.model.candidate import Candidate
from tradeoff_app.model.example import KeptExample
from tradeoff_app.model.frozen import Frozen, NonNegative
from tradeoff_app.model.gate import Gate, Seal
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.scenario import Scenario
from tradeoff_app.model.segment import Exposure, Segment


class Source(Frozen):
    """One result file as it was read; `file` is a name, never a path that is opened again unasked."""

    file: str
    sha256: str
    bytes: int
    format: str
    format_version: str | None = None
    arm: str | None = None
    model: str | None = None
    created: str | None = None
    rows: int = 0
    units: int = 0
    error_rows: int = 0
    error_units: int = 0


class Project(Frozen):
    """Everything people decided, keyed by id. `assumed` lists the paths of values that were proposed, not stated.

    A path is written as in `compare`: `segments/tail/exposure`, `scenarios/base/money/task_done|*`. `references` are
    arms that are shown beside the others and never judged: a human baseline, an earlier release.
    """

    id: str
    title: str
    currency: Annotated[str, Field(min_length=1, max_length=8)] = "USD"
    partition: tuple[str, ...] = ()
    as_of: date | None = None
    exposure: Exposure | None = None
    horizon_months: Annotated[int, Field(ge=1, le=600)] = 12
    discount_per_year: NonNegative = 0.0
    baseline: Candidate = Candidate(id="baseline")
    candidates: Mapping[str, Candidate] = {}
    references: Mapping[str, Candidate] = {}
    metrics: Mapping[str, Metric] = {}
    segments: Mapping[str, Segment] = {}
    gates: Mapping[str, Gate] = {}
    sealed: Seal | None = None
    scenarios: Mapping[str, Scenario] = {}
    current_scenario: str | None = None
    pairing: Literal["auto", "paired", "unpaired"] = "auto"
    looks: Annotated[int, Field(ge=1)] = 1
    planned_units: Annotated[int, Field(ge=1)] | None = None
    seed: int = 0
    replicates: Annotated[int, Field(ge=100, le=200_000)] = 5000
    assumption_reading: Literal["p10_p50_p90", "min_mode_max"] = "p10_p50_p90"
    sources: Mapping[str, Source] = {}
    mapping: ColumnMapping = ColumnMapping()
    notes: Mapping[str, str] = {}
    examples: Mapping[str, KeptExample] = {}
    assumed: tuple[str, ...] = ()

    def scenario(self, scenario_id: str | None = None) -> Scenario:
        """The named scenario, else the current one, else the first; raises KeyError where there is no such scenario."""
        if scenario_id is not None:
            return self.scenarios[scenario_id]
        if self.current_scenario is not None and self.current_scenario in self.scenarios:
            return self.scenarios[self.current_scenario]
        return next(iter(self.scenarios.values()))

    @property
    def planned_looks(self) -> int | None:
        """Planned units where intervals are to hold at every look: several looks, and a plan of how many units."""
        return self.planned_units if self.looks > 1 else None

    def metric_name(self, metric_id: str) -> str:
        """The label of a metric, or its id where the project does not know it."""
        metric = self.metrics.get(metric_id)
        return metric.name if metric else metric_id

    def segment_name(self, segment_id: str) -> str:
        """The label of a segment; "all" for everyone comes from wording, here it stays `*`."""
        segment = self.segments.get(segment_id)
        return segment.name if segment else segment_id

    def gates_on(self, metric: str) -> tuple[Gate, ...]:
        """The gates on a metric, in the project's order."""
        return tuple(gate for gate in self.gates.values() if gate.metric == metric)

    def role_of(self, metric_id: str) -> str:
        """Safety gate before guardrail before target where gates name the metric; else the metric's own role."""
        roles = {gate.role for gate in self.gates_on(metric_id)}
        for role in ("safety_gate", "guardrail", "target"):
            if role in roles:
                return role
        metric = self.metrics.get(metric_id)
        return metric.role if metric else "monitor"

    def is_assumed(self, path: str) -> bool:
        """Whether the value at this path was proposed and not yet confirmed."""
        return path in self.assumed

    def confirm(self, *paths: str) -> Self:
        """The project with these paths no longer marked as assumed."""
        return self.model_copy(update={"assumed": tuple(path for path in self.assumed if path not in paths)})

    def change(self, **fields: Any) -> Self:
        """The project with these fields replaced; the values must be of the model's types already."""
        return self.model_copy(update=fields)

    def with_item(self, collection: str, item: Metric | Segment | Gate | Scenario | Candidate) -> Self:
        """The project with this item added or replaced in `collection` (metrics, segments, gates, scenarios …)."""
        return self.model_copy(update={collection: {**getattr(self, collection), item.id: item}})

    def without_item(self, collection: str, item_id: str) -> Self:
        """The project without the item of this id in `collection`."""
        kept = {key: value for key, value in getattr(self, collection).items() if key != item_id}
        return self.model_copy(update={collection: kept})
