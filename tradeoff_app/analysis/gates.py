"""Gates: safety limits first, then margins, then goals; each with its state and the numbers behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tradeoff_app.analysis.catalogue import measure_of
from tradeoff_app.analysis.cells import SMALLEST_SAMPLE, improvement, times_n_to_tell
from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.estimable import covers_everyone
from tradeoff_app.analysis.power import times_n_for
from tradeoff_app.analysis.rates import Level, units_for_zero_events, upper_bound
from tradeoff_app.analysis.reading import Reading
from tradeoff_app.analysis.states import (
    GateState,
    guardrail_state,
    level_target_state,
    limit_state,
    never_event_state,
    target_state,
)
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.metric import Metric, Role
from tradeoff_app.model.segment import EVERYONE

__all__ = ["GateResult", "GateState", "assumed_gates", "judge_gates", "margin_for"]


@dataclass(frozen=True)
class GateResult:
    """The state of one gate in one segment for one candidate.

    `observed` is the candidate's own level; `bound` the one-sided 95 % bound that an absolute limit is judged by;
    `threshold` the limit, absolute margin, minimum worthwhile change or target in natural units; `events` and `n` for
    rates: with `is_averaged` units were repeated, and the sum of their means counts no units. `assumed` marks a gate
    that nobody stated. `units_without_event` is how many units without any event would show a rate to be within its
    limit. `segment` is where it was judged (a general guardrail is also judged in each protected segment),
    `worst_segment` the protected segment that decided a safety gate. `why` says what kept the gate from being judged.
    """

    gate: Gate
    metric: str
    segment: str
    candidate: str
    role: Role
    state: GateState
    threshold: float | None
    observed: float | None = None
    bound: float | None = None
    events: float | None = None
    n: int | None = None
    effect: Effect | None = None
    needs_times_n: float | None = None
    assumed: bool = False
    in_scope: bool = True
    worst_segment: str | None = None
    missing_decides: bool = False
    why: str | None = None
    is_averaged: bool = False
    units_without_event: int | None = None

    @property
    def counted_events(self) -> int | None:
        """How many units had the event; None for what is no rate, and where units are means over repeats."""
        return None if self.events is None or self.is_averaged else round(self.events)

    @property
    def key(self) -> str:
        """`metric|segment`, as responses and reason codes name it."""
        return f"{self.metric}|{self.segment}"


KEPT: tuple[GateState, ...] = (
    "IMPROVED",
    "NON_INFERIOR",
    "REGRESSED_WITHIN_MARGIN",
    "MET",
    "NO_MATERIAL_CHANGE",
)
"""States that say of everyone that a rule is kept."""

ROLE_ORDER: tuple[Role, ...] = ("safety_gate", "guardrail", "target", "monitor")


def judge_gates(reading: Reading) -> tuple[GateResult, ...]:
    """Every stated gate where it applies, then the assumed ones; safety first, then margins, then goals."""
    results = [judge_gate(reading, gate, segment) for gate in _known(reading) for segment in _places(reading, gate)]
    results += [_assumed(judge_gate(reading, gate, EVERYONE), role) for gate, role in assumed_gates(reading)]
    return tuple(sorted(results, key=lambda result: ROLE_ORDER.index(result.role)))


def _known(reading: Reading) -> list[Gate]:
    return [gate for gate in reading.project.gates.values() if gate.metric in reading.project.metrics]


def assumed_gates(reading: Reading) -> list[tuple[Gate, Role]]:
    """Metrics that no gate names: a target or guardrail is watched for getting worse, with nothing assumed beyond 0.

    There is no assumed margin and no assumed safety limit. A margin for one segment says nothing of everyone: the
    metric keeps its own role there.
    """
    gates_given = reading.project.gates.values()
    named = {gate.metric for gate in gates_given if gate.rule != "non_inferiority" or gate.segment == EVERYONE}
    gates: list[tuple[Gate, Role]] = []
    for metric in reading.project.metrics.values():
        if metric.id in named or metric.better is None or metric.role == "monitor":
            continue
        if metric.id in reading.evidence.table.metrics:
            gate = Gate(id=f"assumed:{metric.id}", metric=metric.id, rule="superiority", min_worthwhile=0.0)
            gates.append((gate, "target" if metric.role == "target" else "guardrail"))
    return gates


def _assumed(result: GateResult, role: Role) -> GateResult:
    return replace(result, assumed=True, role=role)


def _places(reading: Reading, gate: Gate) -> list[str]:
    """Where a gate is judged: its segment; a general guardrail also in protected segments without one of their own."""
    if gate.rule != "non_inferiority" or gate.segment != EVERYONE:
        return [gate.segment]
    own = {other.segment for other in reading.project.gates_on(gate.metric) if other.rule == "non_inferiority"}
    return [EVERYONE, *(segment for segment in protected_segments(reading) if segment not in own)]


def protected_segments(reading: Reading) -> list[str]:
    """Protected segments that the evidence knows."""
    segments = reading.project.segments.values()
    return [
        item.id for item in segments if item.protected and item.id in reading.evidence.members and item.id != EVERYONE
    ]


def margin_for(gate: Gate, effect: Effect | None) -> float | None:
    """The absolute margin of a guardrail; a relative one is a share of the baseline's level. None where unknown."""
    if gate.margin is not None:
        return gate.margin
    if gate.margin_relative is None or effect is None or effect.baseline is None:
        return None
    return gate.margin_relative * abs(effect.baseline)


def judge_gate(reading: Reading, gate: Gate, segment: str) -> GateResult:
    """One gate in one segment; for everyone none is kept where too few of them were measured."""
    metric = reading.metric(gate.metric)
    if gate.is_safety:
        return _judge_safety(reading, gate, metric, segment)
    result = _judge_change(reading, gate, metric, segment)
    if segment == EVERYONE and result.state in KEPT and not covers_everyone(reading, metric.id):
        return replace(result, state="INCONCLUSIVE", why="segments_unmeasured")
    return result


def _judge_change(reading: Reading, gate: Gate, metric: Metric, segment: str) -> GateResult:
    effect = reading.scenario_effect(metric.id) if segment == EVERYONE else reading.effect(metric.id, segment)
    blank = GateResult(
        gate=gate,
        metric=metric.id,
        segment=segment,
        candidate=reading.candidate_in(segment) if segment != EVERYONE else reading.candidate,
        role=gate.role,
        state="NO_DATA",
        threshold=_threshold(gate, effect),
        observed=effect.candidate_value if effect else None,
        n=effect.n_candidate if effect else None,
        effect=effect,
        in_scope=_is_reached(reading, metric.id, segment),
    )
    if gate.rule == "absolute_target":
        return _judge_level(reading, blank, metric)
    if effect is None or effect.interval is None or metric.better is None:
        return replace(blank, state=_without_interval(effect), why=_why_unjudged(metric, effect))
    return _judge_effect(blank, metric, effect, effect.interval)


def _is_reached(reading: Reading, metric: str, segment: str) -> bool:
    """Whether somebody gets the candidate there; of everyone, somebody whom the metric was measured on."""
    measured = reading.measured_segments(metric) if segment == EVERYONE and reading.has_partition else []
    return any(reading.rollout(key) > 0 for key in measured or [segment])


def _without_interval(effect: Effect | None) -> GateState:
    return "NO_DATA" if effect is None or effect.difference is None else "INCONCLUSIVE"


def _why_unjudged(metric: Metric, effect: Effect | None) -> str:
    """What keeps an effect from being judged."""
    if effect is None:
        return "no_data"
    return effect.why or ("no_direction" if metric.better is None else "no_variation")


def _threshold(gate: Gate, effect: Effect | None) -> float | None:
    if gate.rule == "non_inferiority":
        return margin_for(gate, effect)
    return gate.target if gate.rule == "absolute_target" else gate.min_worthwhile or 0.0


def _judge_effect(blank: GateResult, metric: Metric, effect: Effect, interval: tuple[float, float]) -> GateResult:
    low, high = improvement(metric, interval)
    state = _state_at(blank, low, high)
    shifted = {_state_at(blank, low + shift, high + shift) for shift in _missing_shifts(metric, effect)}
    needs = _items_needed(blank, metric, effect) if state == "INCONCLUSIVE" else None
    return replace(blank, state=state, missing_decides=bool(shifted - {state}), needs_times_n=needs)


def _state_at(result: GateResult, low: float, high: float) -> GateState:
    gate = result.gate
    if gate.rule == "non_inferiority":
        return "INCONCLUSIVE" if result.threshold is None else guardrail_state(low, high, result.threshold)
    return target_state(low, high, gate.min_worthwhile or 0.0, gate.equivalence)


def _missing_shifts(metric: Metric, effect: Effect) -> list[float]:
    """How far the interval of improvement moves when the missing values were the worst, or the best."""
    if effect.worst_best is None or effect.difference is None:
        return []
    return [metric.sign * (bound - effect.difference) for bound in effect.worst_best]


def _items_needed(result: GateResult, metric: Metric, effect: Effect) -> float | None:
    """How many times as many items would settle it: at the margin, or from today's estimate where that says too few."""
    threshold = result.threshold or 0.0
    gain = metric.sign * (effect.difference or 0.0)
    if threshold > 0 and (needed := times_n_to_tell(effect, metric, threshold)) and needed > 1:
        return needed
    boundary = -threshold if result.gate.rule == "non_inferiority" else threshold
    needed = times_n_to_tell(effect, metric, gain - boundary)
    return needed if needed is not None and needed > 1 else None


def _judge_level(reading: Reading, blank: GateResult, metric: Metric) -> GateResult:
    level = (
        reading.population_level(metric.id)
        if blank.segment == EVERYONE
        else reading.evidence.levels.get((metric.id, blank.segment, blank.candidate))
    )
    if level is None or level.value is None:
        return replace(blank, why="no_data")
    if level.n < SMALLEST_SAMPLE or level.low is None or level.high is None:
        why = "fewer_than_15_units" if level.n < SMALLEST_SAMPLE else "no_variation"
        return replace(blank, state="INCONCLUSIVE", observed=level.value, n=level.n, why=why)
    state = level_target_state(level.low, level.high, blank.gate.target or 0.0, metric.better)
    distance = abs(level.value - (blank.gate.target or 0.0))
    half = (level.high - level.low) / 2
    needs = times_n_for(half / 1.959964, distance) if state == "INCONCLUSIVE" else None
    return replace(blank, state=state, observed=level.value, n=level.n, needs_times_n=needs)


def _judge_safety(reading: Reading, gate: Gate, metric: Metric, segment: str) -> GateResult:
    """The worst of the gate's own segment and, for everyone, of each protected segment in scope.

    A protected segment without data is unproven, unless the metric has a sample of its own outside the partition.
    Where segments get different candidates, everyone is judged for each of them.
    """
    if segment != EVERYONE:
        return _judge_safety_in(reading, gate, metric, segment, reading.candidate_in(segment))
    unproven_first: tuple[GateState, ...] = ("FAIL", "NO_DATA", "INCONCLUSIVE", "PASS")
    whole = [_judge_safety_in(reading, gate, metric, EVERYONE, candidate) for candidate in reading.candidates_used]
    own = min(whole, key=lambda result: unproven_first.index(result.state))
    places = [key for key in protected_segments(reading) if reading.rollout(key) > 0]
    results = [_judge_safety_in(reading, gate, metric, place, reading.candidate_in(place)) for place in places]
    if not any(_has_level(reading, metric, key) for key in reading.partition):
        results = [result for result in results if result.state != "NO_DATA"]
    worst = min([own, *results], key=lambda result: unproven_first.index(result.state))
    return own if worst is own else replace(worst, segment=segment, worst_segment=worst.segment)


def _has_level(reading: Reading, metric: Metric, segment: str) -> bool:
    level = reading.evidence.levels.get((metric.id, segment, reading.candidate_in(segment)))
    return segment != EVERYONE and level is not None and level.value is not None


def _judge_safety_in(reading: Reading, gate: Gate, metric: Metric, segment: str, candidate: str) -> GateResult:
    level = reading.evidence.levels.get((metric.id, segment, candidate))
    kind = measure_of(metric)
    is_rate = kind is not None and kind.is_rate
    result = GateResult(
        gate=gate,
        metric=metric.id,
        segment=segment,
        candidate=candidate,
        role="safety_gate",
        state="NO_DATA",
        threshold=gate.limit if gate.rule == "absolute_limit" else 0.0,
        effect=reading.effect(metric.id, segment, candidate),
        in_scope=_is_reached(reading, metric.id, segment),
    )
    if level is None or level.counted is None:
        return replace(result, why="no_data")
    bound = level.lower_bound if metric.better == "higher" else level.upper_bound
    state = _safety_state(gate, metric, level, bound)
    events = _events(level) if is_rate else None
    needs = _units_for_limit(gate, level) if state == "INCONCLUSIVE" and is_rate else None
    return replace(
        result,
        state=state,
        observed=level.counted,
        bound=bound,
        events=events,
        n=level.n,
        needs_times_n=needs,
        is_averaged=level.is_averaged,
        units_without_event=_units_without_event(gate, metric) if is_rate else None,
        why="no_variation" if gate.rule == "absolute_limit" and bound is None else None,
    )


def _units_without_event(gate: Gate, metric: Metric) -> int | None:
    """How many units it takes to show a limit on a rate if none has the event; of a floor, if all have it."""
    limit = gate.limit if metric.better != "higher" or gate.limit is None else 1 - gate.limit
    return units_for_zero_events(limit) if limit is not None and 0 < limit < 1 else None


def _events(level: Level) -> float | None:
    """A count as a whole number; a sum of means over repeats as it is."""
    return level.events if level.events is None or level.is_averaged else round(level.events)


def _safety_state(gate: Gate, metric: Metric, level: Level, bound: float | None) -> GateState:
    if gate.rule == "absolute_limit":
        return limit_state(level.counted, bound, gate.limit or 0.0, metric.better)
    happened = level.events if level.events is not None else level.counted
    return never_event_state(level.n - (happened or 0.0) if metric.better == "higher" else happened)


def _units_for_limit(gate: Gate, level: Level) -> float | None:
    """How many times as many units at the same rate would bring the bound under the limit; None above 10,000 times."""
    limit, events = gate.limit or 0.0, level.events or 0.0
    low, high = 1.0, 10_000.0
    if limit <= 0 or upper_bound(events * high, level.n * high) > limit:
        return None
    for _ in range(40):
        middle = (low * high) ** 0.5
        if upper_bound(events * middle, level.n * middle) > limit:
            low = middle
        else:
            high = middle
    return high
