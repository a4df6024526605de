"""The part of the evaluate document on what would change the answer."""

from __future__ import annotations

from collections.abc import Mapping

from tradeoff_app.cli.documents import Part


class TornadoPart(Part):
    """Value per month with one input at its low and high."""

    input: str
    low: float
    high: float
    result_low: float
    result_high: float
    text: str


class WeightFlipPart(Part):
    """The share of weight at which the score difference is zero."""

    metric: str
    weight: float
    flips_at: float | None
    why: str | None


class BreakEvenPart(Part):
    """The value of one input at which the expected value is zero."""

    input: str
    now: float
    flips_at: float | None
    unit: str
    text: str
    why: str | None


class MarginFlipPart(Part):
    """The margin at which a guardrail changes its state."""

    gate: str
    segment: str
    margin: float
    flips_at: float


class RolloutFlipPart(Part):
    """The share of a segment at which the expected value is zero."""

    segment: str
    share: float
    flips_at: float | None
    why: str | None


class EffectFlipPart(Part):
    """The change of a metric in a segment at which the expected value is zero."""

    metric: str
    segment: str
    now: float
    flips_at: float | None
    why: str | None


class OptionPart(Part):
    """How an option does over all weights: share of each rank, the weights under which it leads, and how surely."""

    candidate: str
    ranks: tuple[float, ...]
    central_weights: Mapping[str, float] | None
    confidence_factor: float | None
    beats: Mapping[str, float]


class WeightSpacePart(Part):
    """Share of weights that favour shipping: in the stated order, within a factor of two, with effects as estimated."""

    ship_share_ranked: float
    ship_share_near: float
    at_estimates: float
    options: tuple[OptionPart, ...]


class DominancePart(Part):
    """Whether the candidate is at least as good in every cell in scope, by state, and in words."""

    kind: str
    better: int
    no_worse: int
    worse: int
    open: int
    text: str


class SensitivityPart(Part):
    """What would change the answer."""

    tornado: tuple[TornadoPart, ...]
    weight_flips: tuple[WeightFlipPart, ...]
    break_even: tuple[BreakEvenPart, ...]
    ship_share: float | None
    margin_flips: tuple[MarginFlipPart, ...]
    smallest_weight_move: float | None
    weight_space: WeightSpacePart | None
    rollout_flips: tuple[RolloutFlipPart, ...]
    effect_flips: tuple[EffectFlipPart, ...]
    dominance: DominancePart | None
    why: str | None
