"""Paths of decisions (`scenarios/base/money/irrelevant|tail`) taken apart, so that words can be found for them."""

from __future__ import annotations

from dataclasses import dataclass

from tradeoff_app.model.acceptance import Response
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.scenario import Money, Swing
from tradeoff_app.model.segment import EVERYONE, Segment

_FIELDS = {
    "metrics": frozenset(Metric.model_fields),
    "segments": frozenset(Segment.model_fields),
    "gates": frozenset(Gate.model_fields),
    "money": frozenset(Money.model_fields),
    "swing": frozenset(Swing.model_fields),
    "regressions": frozenset(Response.model_fields),
}


@dataclass(frozen=True)
class Path:
    """A path without its scenario: what kind of input, of which item, which field of it."""

    scenario: str | None
    kind: str
    key: str
    field: str

    @property
    def metric(self) -> str:
        """The metric of a key `metric|segment`."""
        metric, _, segment = self.key.rpartition("|")
        return metric or segment

    @property
    def segment(self) -> str:
        """The segment of a key `metric|segment`; everyone where it names none."""
        metric, _, segment = self.key.rpartition("|")
        return segment if metric else EVERYONE


def parse(path: str) -> Path:
    """Take a path apart; `exposure/tail` and `segments/tail/exposure` are the same thing said twice."""
    scenario: str | None = None
    parts = path.split("/")
    if parts[0] == "scenarios" and len(parts) > 2:
        scenario, parts = parts[1], parts[2:]
    if parts[0] == "segments" and "exposure" in parts[2:]:
        at = parts.index("exposure", 2)
        return Path(scenario, "exposure", "/".join(parts[1:at]), "/".join(parts[at + 1 :]))
    if parts[0] == "exposure":
        return Path(scenario, "exposure", parts[1] if len(parts) > 1 else EVERYONE, "/".join(parts[2:]))
    at = _field_at(parts)
    return Path(scenario, parts[0], "/".join(parts[1:at]), "/".join(parts[at:]))


def _field_at(parts: list[str]) -> int:
    """Where the field begins: ids that files bring may hold slashes themselves ("safety/hallucination")."""
    known = _FIELDS.get(parts[0])
    if known is None:
        return 2
    return next((at for at in range(2, len(parts)) if parts[at] in known), 2 if len(parts) < 3 else len(parts))
