"""Welch, relative change and a mean's own level from number, mean and standard deviation alone."""

from __future__ import annotations

import math

from tradeoff_app.analysis.aggregates import Moments
from tradeoff_app.analysis.differences import Difference, RelativeChange, welch_satterthwaite
from tradeoff_app.analysis.quantiles import t_point, t_two_sided
from tradeoff_app.analysis.rates import Level
from tradeoff_app.analysis.samples import NOISE


def welch_from_moments(before: Moments, after: Moments, width: float | None) -> Difference:
    """Welch's t interval (Welch 1947) of two independent means.

    Without any variation the largest change that a scale of this width allows with 97.5 % confidence; without a scale
    no interval, with the reason `no_variation`. Needs the error of both means: without it the reason is `no_spread`.
    """
    estimate = after.mean - before.mean
    if before.error is None or after.error is None:
        return Difference(estimate, None, None, "welch", why="no_spread")
    se, df = welch_satterthwaite((before.error, after.error), (before.n - 1, after.n - 1))
    if se > NOISE * max(abs(before.mean), abs(after.mean)):
        half = t_point(df) * se
        return Difference(
            estimate, estimate - half, estimate + half, "welch", se, t_two_sided(estimate / se, df), df, estimate
        )
    if width is None:
        return Difference(estimate, None, None, "welch", 0.0, None, df, estimate, why="no_variation")
    half = (1 - 0.025 ** (1 / min(before.n, after.n))) * width
    return Difference(estimate, estimate - half, estimate + half, "no_variation_bound", 0.0, 1.0, df, estimate)


def relative_of_moments(before: Moments, after: Moments) -> RelativeChange | None:
    """Relative change of independent means by the delta method; None at a baseline of 0, or without variation."""
    if before.mean == 0.0 or before.error is None or after.error is None:
        return None
    ratio = after.mean / before.mean
    errors = after.error, ratio * before.error
    se = math.hypot(*errors) / abs(before.mean)
    if se <= NOISE * max(1.0, abs(ratio)):
        return None
    _, df = welch_satterthwaite((before.error, after.error), (before.n - 1, after.n - 1))
    half = t_point(df) * se
    return RelativeChange(ratio - 1, ratio - 1 - half, ratio - 1 + half, se, df)


def level_of_moments(side: Moments, scale: tuple[float, float] | None) -> Level:
    """A mean with its t interval and one-sided bounds; without any variation the bound that the scale allows."""
    n = round(side.n)
    if side.error is None:
        return Level(side.mean, None, None, None, None, n)
    if side.error > NOISE * abs(side.mean):
        wide, narrow = t_point(side.n - 1) * side.error, t_point(side.n - 1, 0.95) * side.error
    elif scale is None:
        return Level(side.mean, None, None, None, None, n)
    else:
        wide, narrow = ((1 - alpha ** (1 / side.n)) * (scale[1] - scale[0]) for alpha in (0.025, 0.05))
    return Level(side.mean, side.mean - wide, side.mean + wide, side.mean - narrow, side.mean + narrow, n)
