"""A rollout in stages: whom each stage reaches, what that costs them, and how well a stop rule would notice harm."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tradeoff_app.analysis.quantiles import binomial_cdf
from tradeoff_app.analysis.reading import Reading
from tradeoff_app.model.metric import Better

DAYS_PER_MONTH = 365.25 / 12

FALSE_ALARM = 0.05
"""Chance of stopping although all is as expected, at most."""

LARGEST_WATCH = 10_000_000
"""Units above which watching is no longer a plan."""

Triple = tuple[float, float, float]


@dataclass(frozen=True)
class Stage:
    """A share of the traffic (0 to 1) for a number of days."""

    share: float
    days: float


@dataclass(frozen=True)
class StageImpact:
    """What a stage means for one metric: exposures, and how many more events (estimate, low, high).

    `total` adds up this stage and those before it. Below 0 there are fewer events than under the baseline.
    """

    stage: Stage
    exposures: float
    change: Triple
    total: Triple


def reach_stages(
    reading: Reading, metric: str, segment: str, stages: Sequence[Stage]
) -> tuple[tuple[StageImpact, ...], str | None]:
    """Users hit at each stage, at base exposures and the measured effect; empty with a reason where that is unknown.

    Reasons: "no_data" (no effect), "no_interval", "no_exposure". A stage replaces the scenario's rollout share.
    """
    effect = reading.effect(metric, segment)
    if effect is None or effect.difference is None:
        return (), "no_data"
    if effect.interval is None:
        return (), effect.why or "no_interval"
    volume = reading.volume_of(metric, segment)
    if volume is None:
        return (), "no_exposure"
    sizes = (effect.difference, *effect.interval)
    return _accumulate(volume, sizes, stages), None


def _accumulate(per_month: float, sizes: Triple, stages: Sequence[Stage]) -> tuple[StageImpact, ...]:
    impacts: list[StageImpact] = []
    reached = 0.0
    for stage in stages:
        exposures = per_month * stage.share * stage.days / DAYS_PER_MONTH
        reached += exposures
        change, total = (_times(sizes, count) for count in (exposures, reached))
        impacts.append(StageImpact(stage, exposures, change, total))
    return tuple(impacts)


def _times(sizes: Triple, count: float) -> Triple:
    return sizes[0] * count, sizes[1] * count, sizes[2] * count


@dataclass(frozen=True)
class StopRule:
    """Stop when more than `limit` of the next `n` units have the event; where higher is better, when fewer have it."""

    n: int
    limit: int
    better: Better = "lower"

    def p_stop(self, rate: float) -> float:
        """Chance that the rule stops the rollout at this true rate (exact binomial; units independent)."""
        if self.better == "lower":
            return binomial_cdf(self.n - self.limit - 1, self.n, 1 - rate) if self.limit < self.n else 0.0
        return binomial_cdf(self.limit - 1, self.n, rate) if self.limit > 0 else 0.0


def choose_limit(n: int, expected: float, better: Better = "lower", false_alarm: float = FALSE_ALARM) -> StopRule:
    """The most sensitive rule over `n` units that stops at the expected rate with at most this chance."""
    low, high = 0, n
    while low < high:
        middle = (low + high) // 2
        place = middle if better == "lower" else n - middle
        if StopRule(n, place, better).p_stop(expected) <= false_alarm:
            high = middle
        else:
            low = middle + 1
    return StopRule(n, low if better == "lower" else n - low, better)


def units_to_notice(
    expected: float, harmful: float, power: float = 0.8, false_alarm: float = FALSE_ALARM
) -> StopRule | None:
    """The shortest watch that notices the harmful rate with this chance; None where none of ten million units does.

    Searches by doubling and halving; the exact chance is not quite monotone in n, so the answer may be a few units
    above the smallest.
    """
    if harmful == expected:
        return None
    better: Better = "lower" if harmful > expected else "higher"
    high = max(1, math.ceil(1 / abs(harmful - expected)))
    while _notices(high, expected, harmful, better, false_alarm) < power:
        high *= 2
        if high > LARGEST_WATCH:
            return None
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        if _notices(middle, expected, harmful, better, false_alarm) >= power:
            high = middle
        else:
            low = middle
    return choose_limit(high, expected, better, false_alarm)


def _notices(n: int, expected: float, harmful: float, better: Better, false_alarm: float) -> float:
    return choose_limit(n, expected, better, false_alarm).p_stop(harmful)
