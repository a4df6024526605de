"""What would change the answer: break-even inputs, weight flips, tornado, share of weights, margin flips."""

from __future__ import annotations

from dataclasses import dataclass


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
    """Everything that says how firm the answer is. `ship_share` is None where no swing weights are stated."""

    tornado: tuple[TornadoBar, ...]
    weight_flips: tuple[WeightFlip, ...]
    break_even: tuple[BreakEven, ...]
    ship_share: float | None
    margin_flips: tuple[MarginFlip, ...]
