"""What would change the answer: break-even inputs, weight flips, tornado, share of weights, margin flips."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np

from tradeoff_app.analysis.cells import improvement
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.lazily import Lazily
from tradeoff_app.analysis.reading import Reading
from tradeoff_app.analysis.score import Score
from tradeoff_app.analysis.turning import EffectFlip, RolloutFlip, effect_flips, rollout_flips
from tradeoff_app.analysis.value import Ledger
from tradeoff_app.analysis.value_terms import Term, draw, reach_at
from tradeoff_app.analysis.weight_space import WeightSpace, explore_weights
from tradeoff_app.analysis.weights import flip_weight, ship_share, smallest_weight_move

LARGEST = {"share": 1.0, "exposures": math.inf}
"""The largest number that an input of this unit can be; the smallest is 0."""

COSTS = frozenset({"running_cost_per_month", "one_off_cost", "cost_per_exposure"})
"""Inputs that are costs: a negative one is a saving."""


@dataclass(frozen=True)
class BreakEven:
    """The value of one linear input at which the expected value is zero; `flips_at` None with `why`.

    `input` is a path as in `compare` (`money/irrelevant|*`, `running_cost_per_month`, `transport/*`, `exposure/tail`).
    """

    input: str
    now: float
    flips_at: float | None
    unit: str
    why: str | None = None


@dataclass(frozen=True)
class TornadoBar:
    """Expected value per month with one input at its low and high, the others at base."""

    input: str
    low: float
    high: float
    result_low: float
    result_high: float

    @property
    def swing(self) -> float:
        """How far the result moves between the two ends."""
        return abs(self.result_high - self.result_low)

    @property
    def crosses_zero(self) -> bool:
        """Whether the sign of the result depends on this input alone."""
        return self.result_low * self.result_high < 0


@dataclass(frozen=True)
class WeightFlip:
    """The share of weight on one metric (others keep their ratios) at which the score difference is zero."""

    metric: str
    weight: float
    flips_at: float | None
    why: str | None = None


@dataclass(frozen=True)
class MarginFlip:
    """The margin at which a guardrail changes state: minus the lower end of the improvement interval."""

    gate: str
    segment: str
    margin: float
    flips_at: float


@dataclass(frozen=True)
class Sensitivity:
    """Everything that says how firm the answer is. `ship_share` is None where no swing weights are stated.

    `smallest_weight_move` is the smallest share of weight to move anywhere so that the score difference is zero;
    `weight_space` says what other weights would say, None without stated swing weights. `base_value` is the value per
    month with every input at base and every effect at its estimate, which the bars of the tornado start from.
    """

    tornado: tuple[TornadoBar, ...]
    weight_flips: tuple[WeightFlip, ...]
    break_even: tuple[BreakEven, ...]
    ship_share: float | None
    margin_flips: tuple[MarginFlip, ...]
    smallest_weight_move: float | None = field(default_factory=lambda: None)
    rollout_flips: tuple[RolloutFlip, ...] = field(default_factory=tuple)
    effect_flips: tuple[EffectFlip, ...] = field(default_factory=tuple)
    weight_space: WeightSpace | None = field(default_factory=lambda: None)
    base_value: float | None = field(default_factory=lambda: None)


class LazySensitivity(Lazily, Sensitivity):
    """A sensitivity whose parts are computed when somebody looks."""


def watch_sensitivity(
    reading: Reading, ledger: Ledger | None, score: Score | None, gates: Sequence[GateResult]
) -> Sensitivity:
    """The sensitivity of one outcome; nothing is computed before it is asked for."""
    return LazySensitivity(
        {},
        {
            "tornado": lambda: value_tornado(reading, ledger) if ledger else (),
            "weight_flips": lambda: weight_flips(score) if score else (),
            "break_even": lambda: break_evens(reading, ledger) if ledger else (),
            "ship_share": lambda: ship_share(reading.project.seed, score.parts) if score else None,
            "margin_flips": lambda: margin_flips(reading, gates),
            "smallest_weight_move": lambda: _smallest_move(score) if score else None,
            "rollout_flips": lambda: rollout_flips(reading, ledger) if ledger else (),
            "effect_flips": lambda: effect_flips(reading, ledger) if ledger else (),
            "weight_space": lambda: explore_weights(reading, score) if score else None,
            "base_value": lambda: base_value(ledger) if ledger else None,
        },
    )


def _smallest_move(score: Score) -> float | None:
    weights = [part.weight for part in score.by_metric]
    return smallest_weight_move(weights, _differences(score))


def _differences(score: Score) -> list[float]:
    return [part.mean / (100 * part.weight) if part.weight else 0.0 for part in score.by_metric]


def weight_flips(score: Score) -> tuple[WeightFlip, ...]:
    """Per metric the weight at which the score difference is zero."""
    weights, differences = [part.weight for part in score.by_metric], _differences(score)
    flips = []
    for i, part in enumerate(score.by_metric):
        at = flip_weight(weights, differences, i)
        flips.append(WeightFlip(part.metric, part.weight, at, None if at is not None else "no_weight_changes_it"))
    return tuple(flips)


def margin_flips(reading: Reading, gates: Sequence[GateResult]) -> tuple[MarginFlip, ...]:
    """Per guardrail with an interval the margin at which its state changes."""
    flips = []
    for result in gates:
        if result.role != "guardrail" or result.assumed or result.effect is None or result.effect.interval is None:
            continue
        low, _ = improvement(reading.metric(result.metric), result.effect.interval)
        if result.threshold is not None:
            flips.append(MarginFlip(result.gate.id, result.segment, result.threshold, -low))
    return tuple(flips)


@dataclass(frozen=True)
class Input:
    """One number that the expected value depends on: its ends, and the value per month with it at any point."""

    path: str
    low: float
    high: float
    result: Callable[[float], float]


def swing_inputs(inputs: Iterable[Input]) -> tuple[TornadoBar, ...]:
    """One bar per input with two different ends, the widest first."""
    bars = [
        TornadoBar(item.path, item.low, item.high, item.result(item.low), item.result(item.high))
        for item in inputs
        if item.low != item.high
    ]
    return tuple(sorted(bars, key=lambda bar: -bar.swing))


def value_tornado(reading: Reading, ledger: Ledger) -> tuple[TornadoBar, ...]:
    """Tornado of the value per month over every uncertain price, volume, transport and measured effect."""
    return swing_inputs([*_assumption_inputs(reading, ledger), *_effect_inputs(reading, ledger)])


def base_value(ledger: Ledger) -> float:
    """Value per month with every assumption at its base; its expectation differs where ranges lean to one side."""
    return sum(term.base for term in ledger.terms) - ledger.base_cost


def _assumption_inputs(reading: Reading, ledger: Ledger) -> list[Input]:
    inputs = []
    for side in ("price", "link", "transport", "volume"):
        for path in _paths(ledger, side):
            guess = next(getattr(t, side) for t in ledger.terms if getattr(t, f"{side}_path") == path)
            if side == "volume" and guess.base:
                result = partial(_with_volume_factor, reading, ledger, path)
                inputs.append(Input(path, guess.low / guess.base, guess.high / guess.base, result))
            elif side != "volume":
                inputs.append(Input(path, guess.low, guess.high, partial(_with_number, ledger, side, path)))
    return [_in_units(item, ledger) for item in inputs]


def _paths(ledger: Ledger, side: str) -> list[str]:
    """The paths of one kind of assumption; most terms have no link."""
    return [path for path in dict.fromkeys(getattr(term, f"{side}_path") for term in ledger.terms) if path]


def _in_units(item: Input, ledger: Ledger) -> Input:
    """A volume's ends as exposures a month: of the one segment it states, or of all that share it."""
    if not item.path.startswith("exposure/"):
        return item
    volumes = {t.segment: t.volume.base for t in ledger.terms if t.volume_path == item.path}
    base = sum(volumes.values())
    return Input(item.path, item.low * base, item.high * base, lambda number: item.result(number / base))


def _with_number(ledger: Ledger, side: str, path: str, number: float) -> float:
    total = -ledger.base_cost
    for term in ledger.terms:
        if getattr(term, f"{side}_path") == path:
            others = {"price": term.price, "link": term.link, "transport": term.transport}
            product = term.volume.base * term.rollout * term.effect * number
            for name, guess in others.items():
                product *= 1.0 if name == side else guess.base
            total += product
        else:
            total += term.base
    return total


def _with_volume_factor(reading: Reading, ledger: Ledger, path: str, factor: float) -> float:
    """More exposures bring more of everything, and cost more."""
    cost = ledger.base_cost + (factor - 1) * reading.scenario.cost_per_exposure * reach_at(reading, path)[0]
    return sum(t.base * (factor if t.volume_path == path else 1.0) for t in ledger.terms) - cost


def _effect_inputs(reading: Reading, ledger: Ledger) -> list[Input]:
    inputs = []
    for term in ledger.terms:
        cell = reading.evidence.cells[term.metric, term.segment, term.candidate]
        if cell.interval is not None and reading.metric(term.metric).winsorise is None:
            result = partial(_with_effect, ledger, term)
            inputs.append(Input(f"effect/{term.metric}|{term.segment}", *cell.interval, result))
    return inputs


def _with_effect(ledger: Ledger, changed: Term, effect: float) -> float:
    terms = (term._replace(effect=effect) if term is changed else term for term in ledger.terms)
    return sum(term.base for term in terms) - ledger.base_cost


def break_even_point(now: float, expected: float, slope: float) -> float | None:
    """x* = x0 - E[V] / (dE[V]/dx); None where the value does not depend on x."""
    return None if slope == 0.0 else now - expected / slope


def break_evens(reading: Reading, ledger: Ledger) -> tuple[BreakEven, ...]:
    """Break-even of every price, volume, transport and cost over the horizon, each with the others as they are."""
    expected = float(ledger.over_horizon.mean())
    found = [
        _break_even(item, expected, ledger.factor * _contribution(reading, ledger, item.path, item.places))
        for item in _linear_inputs(reading, ledger)
    ]
    return (*found, *_cost_break_evens(reading, ledger, expected))


def _contribution(reading: Reading, ledger: Ledger, path: str, places: Sequence[int]) -> float:
    """Mean value per month that is proportional to an input; 0 where nothing was measured but noise of the draws."""
    cost = reading.scenario.cost_per_exposure * reach_at(reading, path)[1] if path.startswith("exposure/") else 0.0
    moved = [place for place in places if ledger.terms[place].effect != 0.0]
    return sum(ledger.parts[place].mean for place in moved) - cost


@dataclass(frozen=True)
class _Linear:
    """An input that terms are proportional to: path, value at base, mean of its draws, unit, places of the terms."""

    path: str
    now: float
    mean: float
    unit: str
    places: tuple[int, ...]


def _break_even(item: _Linear, expected: float, contribution: float) -> BreakEven:
    """Contributions are proportional to the input, so the slope is contribution over its mean.

    The answer is the number itself, known exactly: a range that leans to one side has a mean other than its base.
    """
    if item.mean == 0.0 or contribution == 0.0:
        return BreakEven(item.path, item.now, None, item.unit, "no_contribution")
    at = break_even_point(item.mean, expected, contribution / item.mean)
    return _within_possible(BreakEven(item.path, item.now, at, item.unit))


def _within_possible(found: BreakEven) -> BreakEven:
    """The break-even, or that it lies where the input cannot be; a cost that is a saving may stay one."""
    at, largest = found.flips_at, math.inf if found.input in COSTS else LARGEST.get(found.unit)
    if at is None or largest is None or (found.input in COSTS and found.now < 0):
        return found
    return found if 0 <= at <= largest else replace(found, flips_at=None, why="out_of_range")


def _linear_inputs(reading: Reading, ledger: Ledger) -> list[_Linear]:
    """Every input that terms are proportional to."""
    inputs = []
    for side, unit in (("price", "money"), ("link", "link"), ("transport", "share"), ("volume", "exposures")):
        by_path: dict[str, list[int]] = {}
        for place, term in enumerate(ledger.terms):
            by_path.setdefault(getattr(term, f"{side}_path"), []).append(place)
        by_path.pop("", None)
        for path, places in by_path.items():
            terms = [ledger.terms[place] for place in places]
            guesses = [getattr(terms[0], side)]
            if side == "volume":
                guesses = list({term.segment: term.volume for term in terms}.values())
            now = sum(guess.base for guess in guesses)
            mean = sum(float(np.mean(draw(reading, guess, path))) for guess in guesses)
            inputs.append(_Linear(path, now, mean, unit, tuple(places)))
    return inputs


def _cost_break_evens(reading: Reading, ledger: Ledger, expected: float) -> list[BreakEven]:
    scenario = reading.scenario
    monthly = expected / ledger.factor
    running, once = scenario.running_cost_per_month, scenario.one_off_cost
    found = [
        BreakEven("running_cost_per_month", running, running + monthly, "money"),
        BreakEven("one_off_cost", once, once + expected, "money"),
    ]
    per_exposure = float(np.mean(ledger.cost)) - running
    if scenario.cost_per_exposure and per_exposure:
        reach = per_exposure / scenario.cost_per_exposure
        at = scenario.cost_per_exposure + monthly / reach
        found.append(BreakEven("cost_per_exposure", scenario.cost_per_exposure, at, "money"))
    return [_within_possible(item) for item in found]
