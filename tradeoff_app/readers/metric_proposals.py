"""What kind of number a column of scores holds: type, scale, unit and direction, each proposed from its values."""

from __future__ import annotations

from typing import Literal

from tradeoff_app.analysis.observations import MeasuredMetric
from tradeoff_app.model.mapping import MetricColumn
from tradeoff_app.model.metric import Better, MetricType
from tradeoff_app.readers.name_words import (
    find_scale,
    find_unit,
    suggest_better,
    suggests_count,
    suggests_duration,
    suggests_money,
    suggests_rating,
)
from tradeoff_app.readers.reader import MetricHint
from tradeoff_app.readers.value_extent import Extent

LARGEST_RATING = 10
SCALES_FROM_ONE = (3.0, 5.0, 7.0, 10.0)
SCALES_FROM_ZERO = (2.0, 3.0, 4.0, 5.0, 10.0)

POSITIVE_LABELS = frozenset(
    [
        "good",
        "great",
        "excellent",
        "correct",
        "pass",
        "passed",
        "yes",
        "safe",
        "relevant",
        "helpful",
        "resolved",
        "ok",
        "positive",
    ]
)
NEGATIVE_LABELS = frozenset(
    [
        "bad",
        "poor",
        "wrong",
        "incorrect",
        "fail",
        "failed",
        "no",
        "unsafe",
        "irrelevant",
        "cold",
        "rude",
        "negative",
        "toxic",
        "unresolved",
        "harmful",
    ]
)


def propose_metric(
    name: str,
    values: Extent,
    hint: MetricHint | None = None,
    stated: MetricColumn | None = None,
    currency: str | None = None,
    tier: Literal["automated", "human", "ab"] = "automated",
) -> MeasuredMetric:
    """The metric that these values suggest; `values` is how far those of all arms reach."""
    hint = hint or MetricHint()
    assumed: list[str] = []
    kind = (stated.type if stated else None) or hint.type
    if kind is None:
        kind, is_certain = _propose_type(name, values, has_currency=currency is not None)
        if not is_certain:
            assumed.append("type")
    better = (stated.better if stated else None) or hint.better
    if better is None:
        better = suggest_better(name)[0]
    if not (stated and stated.better) and "better" not in hint.stated:
        assumed.append("better")
    scale = hint.scale or find_scale(name)
    if scale is None:
        scale = _propose_scale(kind, values, is_rating=suggests_rating(name))
        if scale is not None and kind != "binary":
            assumed.append("scale")
    unit = hint.unit or currency or (find_unit(name) if kind in {"duration", "money", "count"} else None)
    return MeasuredMetric(name, kind, better, scale, unit, tier, tuple(assumed))


def propose_label_metric(
    metric: str, label: str, stated: MetricColumn | None = None, tier: Literal["automated", "human", "ab"] = "automated"
) -> MeasuredMetric:
    """The share of one label, named `metric=label`; its direction is left open unless the word itself has one."""
    word = label.strip().lower()
    better: Better | None = stated.better if stated else None
    if better is None and word in POSITIVE_LABELS:
        better = "higher"
    if better is None and word in NEGATIVE_LABELS:
        better = "lower"
    assumed = () if stated and stated.better else ("better",)
    return MeasuredMetric(f"{metric}={label}", "binary", better, (0.0, 1.0), None, tier, assumed)


def _propose_type(name: str, values: Extent, *, has_currency: bool) -> tuple[MetricType, bool]:
    """The type, and whether the values leave no doubt."""
    if not values.count:
        return "binary", False
    low, high, is_whole = values.low, values.high, values.is_whole
    if is_whole and low >= 0 and high <= 1 and not (low == high and suggests_count(name)):
        return "binary", True
    is_positive = low >= 0
    if has_currency or suggests_money(name) or (is_positive and suggests_duration(name)):
        return ("money" if has_currency or suggests_money(name) else "duration"), False
    if is_whole and is_positive and suggests_count(name) and not suggests_rating(name):
        return "count", False
    if is_whole and is_positive and high <= LARGEST_RATING:
        return "ordinal", False
    return "continuous", not is_whole


def _propose_scale(kind: MetricType, values: Extent, *, is_rating: bool) -> tuple[float, float] | None:
    """Both ends where the values sit on a known scale; None where there is none to see."""
    if kind == "binary":
        return 0.0, 1.0
    if not values.count:
        return None
    low, high = values.low, values.high
    if kind == "continuous" and low >= 0 and high <= 1:
        return 0.0, 1.0
    if kind != "ordinal" and not (kind == "continuous" and is_rating and low >= 1 and high <= LARGEST_RATING):
        return None
    first = 1.0 if low >= 1 else 0.0
    ends = SCALES_FROM_ONE if low >= 1 else SCALES_FROM_ZERO
    return next(((first, end) for end in ends if high <= end), (min(first, low), high))
