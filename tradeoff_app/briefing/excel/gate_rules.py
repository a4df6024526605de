"""The states of gates as formulas: the same comparisons, in the same order, as `analysis.states`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.briefing.excel.live import Live, all_of, any_of, live, when


@dataclass(frozen=True)
class GateCells:
    """The cells that a gate is judged by: improvement (or level) with its bounds, and the yellow threshold."""

    observed: Live
    low: Live
    high: Live
    threshold: Live


def state_formula(result: GateResult, cells: GateCells, sign: int, equivalence: float | None) -> Live | None:
    """The state code as a formula; None where there is nothing to compare (no data, no interval, not valid)."""
    if result.state in ("NO_DATA", "INVALID"):
        return None
    rule = _RULES[result.gate.rule]
    if result.gate.rule in ("non_inferiority", "superiority") and (result.effect is None or not result.effect.interval):
        return None
    if result.gate.rule == "absolute_target" and cells.low.value == cells.high.value == 0.0:
        return None
    return rule(cells, sign, equivalence)


def _limit(cells: GateCells, sign: int, _equivalence: float | None) -> Live:
    """A ceiling where lower is better (sign -1), a floor where higher is; the bound stands in `high`."""
    observed, bound, limit = (cell if sign < 0 else -cell for cell in (cells.observed, cells.high, cells.threshold))
    return when(observed.above(limit), "FAIL", when(bound.at_most(limit), "PASS", "INCONCLUSIVE"))


def _never(cells: GateCells, _sign: int, _equivalence: float | None) -> Live:
    return when(cells.observed.above(0.0), "FAIL", "PASS")


def _margin(cells: GateCells, _sign: int, _equivalence: float | None) -> Live:
    low, high, margin = cells.low, cells.high, cells.threshold
    worse = when(low.at_most(-margin), "REGRESSED", "REGRESSED_WITHIN_MARGIN")
    kept = when(low.above(-margin), "NON_INFERIOR", "INCONCLUSIVE")
    return when(low.above(0.0), "IMPROVED", when(high.below(-margin), "BREACHED", when(high.below(0.0), worse, kept)))


def _goal(cells: GateCells, _sign: int, equivalence: float | None) -> Live:
    low, high = cells.low, cells.high
    rest: Live = live("INCONCLUSIVE")
    if equivalence is not None:
        inside = all_of(low.above(-equivalence), high.below(equivalence))
        rest = when(inside, "NO_MATERIAL_CHANGE", "INCONCLUSIVE")
    worse = when(high.below(0.0), "DETERIORATED", rest)
    return when(low.above(cells.threshold), "MET", when(low.above(0.0), "IMPROVED", worse))


def _target(cells: GateCells, sign: int, _equivalence: float | None) -> Live:
    low, high, target = cells.low, cells.high, cells.threshold
    if sign < 0:
        low, high, target = -high, -low, -target
    return when(low.at_least(target), "MET", when(high.below(target), "MISSED", "INCONCLUSIVE"))


_RULES: dict[str, Callable[[GateCells, int, float | None], Live]] = {
    "absolute_limit": _limit,
    "never_event": _never,
    "non_inferiority": _margin,
    "superiority": _goal,
    "absolute_target": _target,
}


def is_one_of(code: Live, *states: str) -> Live:
    """Whether a state code is one of these."""
    return any_of(*(code.equals(state) for state in states))
