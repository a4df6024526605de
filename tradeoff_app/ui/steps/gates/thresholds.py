"""The number that a rule turns on: which field holds it, in what unit people state it, and a gate with another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.gate import Gate, Rule
from tradeoff_app.model.metric import Metric
from tradeoff_app.ui.tables.units import unit_of_change, unit_of_level

SECTIONS: tuple[tuple[str, str, str], ...] = (
    ("safety_gate", QT_TR_NOOP("Safety"), QT_TR_NOOP("A user must never… No value and no acceptance buys these.")),
    (
        "guardrail",
        QT_TR_NOOP("Must not get worse than…"),
        QT_TR_NOOP("Each must hold for everyone and in every protected segment."),
    ),
    ("target", QT_TR_NOOP("Goals"), QT_TR_NOOP("What the release is for: at least one must be met.")),
)
"""Role, head and remark of each section."""

_FIELDS: dict[Rule, str] = {
    "absolute_limit": "limit",
    "non_inferiority": "margin",
    "superiority": "min_worthwhile",
    "absolute_target": "target",
}

LEVEL_RULES: tuple[Rule, ...] = ("absolute_limit", "absolute_target")
"""Rules whose number is a level, which may be below zero; every other number is a distance, which may not."""


def least_for(rule: Rule) -> float:
    """The smallest number that a rule may turn on, in any unit."""
    return -1e9 if rule in LEVEL_RULES else 0.0


@dataclass(frozen=True)
class Threshold:
    """Where a gate keeps its number, how many shown units one stored unit is, and the unit's name."""

    field: str
    factor: float
    unit: str
    decimals: int

    def shown(self, gate: Gate) -> float:
        """The number as people state it."""
        return float(getattr(gate, self.field) or 0.0) * self.factor

    def put(self, gate: Gate, shown: float) -> Gate:
        """The gate with another number, marked as changed after the results were known."""
        stored = round(shown / self.factor, 12)
        return gate.model_copy(update={self.field: stored, "changed_after_results": True})


def threshold_of(gate: Gate, metric: Metric | None) -> Threshold | None:
    """The threshold of a gate on this metric; None where the rule has no number."""
    field = _FIELDS.get(gate.rule)
    if field is None:
        return None
    if field == "margin" and gate.margin is None and gate.margin_relative is not None:
        return Threshold("margin_relative", 100.0, tr("% of today"), 1)
    return Threshold(field, *unit_for(gate.rule, metric))


def unit_for(rule: Rule, metric: Metric | None) -> tuple[float, str, int]:
    """Factor, unit and decimals in which a rule's number is stated for a metric."""
    unit = unit_of_level(metric) if rule in LEVEL_RULES else unit_of_change(metric)
    return unit.factor, unit.name, unit.decimals


def new_gate(taken: set[str], metric: Metric, segment: str, rule: Rule, shown: float) -> Gate:
    """A gate stated on the page; results are known by then, so it says so."""
    field = _FIELDS.get(rule)
    stated: dict[str, Any] = {field: round(shown / unit_for(rule, metric)[0], 12)} if field else {}
    stem, name, count = f"{metric.id}-{rule}", f"{metric.id}-{rule}", 2
    while name in taken:
        name, count = f"{stem}-{count}", count + 1
    return Gate(id=name, metric=metric.id, segment=segment, rule=rule, changed_after_results=True, **stated)
