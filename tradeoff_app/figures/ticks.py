"""Axes with ready ticks: 3 to 5 of them at 1, 2, 2.5 or 5 times a power of ten, the unit on the last one alone."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace

from tradeoff_app.figures.spec import Axis, Tick
from tradeoff_app.wording.number_format import Numbers
from tradeoff_app.wording.typography import NO_BREAK

_STEPS = (1.0, 2.0, 2.5, 5.0)
FEWEST, MOST, WANTED = 3, 5, 4


def tick_positions(low: float, high: float) -> tuple[float, ...]:
    """Ticks inside [low, high], 3 to 5 of them where the range allows it (else the nearest count)."""
    if not high > low:
        return (low,)
    options = [_multiples(low, high, step) for step in _steps(high - low)]
    return min(options, key=lambda ticks: (_outside(len(ticks)), not _ends_at(ticks, high), abs(len(ticks) - WANTED)))


def nice_range(low: float, high: float) -> tuple[float, float]:
    """The range widened to the next ticks on both sides; a range without width gets one."""
    if not high > low:
        reach = abs(high) or 1.0
        low, high = low - reach, high + reach
    for step in _steps(high - low):
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if last - first + 1 <= MOST:
            return _clean(first * step, step), _clean(last * step, step)
    return low, high


def tick_step(low: float, high: float) -> float:
    """The distance of the ticks of a range."""
    ticks = tick_positions(low, high)
    return ticks[1] - ticks[0] if len(ticks) > 1 else (high - low) or 1.0


def decimals_of(step: float) -> int:
    """Decimals that tell multiples of a step apart: 0 for 25, 1 for 0.5, 2 for 0.25."""
    digits = 0
    while digits < 12 and abs(round(step, digits) - step) > 1e-9 * step:
        digits += 1
    return digits


def make_axis(
    low: float,
    high: float,
    numbers: Numbers,
    unit: str = "",
    *,
    label: Callable[[float], float] = float,
    is_signed: bool = False,
) -> Axis:
    """An axis over [low, high] with ticks inside; `label` turns a position into the number that is written.

    `unit` ("%", "s") stands on the last tick with a no-break space.
    """
    positions = tick_positions(low, high)
    digits = decimals_of(abs(label(positions[1]) - label(positions[0]))) if len(positions) > 1 else 1
    texts = [numbers.decimal(label(at), digits, signed=is_signed) for at in positions]
    if unit and texts:
        texts[-1] = f"{texts[-1]}{NO_BREAK}{unit}"
    return Axis(low, high, tuple(Tick(at, text) for at, text in zip(positions, texts, strict=True)))


def with_rules(axis: Axis) -> Axis:
    """The axis with a hairline at each tick."""
    return replace(axis, rules=True)


def hidden_axis(low: float, high: float, *, is_reversed: bool = False) -> Axis:
    """An axis that shows nothing."""
    return Axis(low, high, is_hidden=True, is_reversed=is_reversed)


def _steps(span: float) -> Iterator[float]:
    power = math.floor(math.log10(span / MOST)) - 1
    for exponent in range(power, power + 4):
        for step in _STEPS:
            yield step * 10.0**exponent


def _multiples(low: float, high: float, step: float) -> tuple[float, ...]:
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    if last - first > 4 * MOST:
        return ()
    return tuple(_clean(index * step, step) for index in range(first, last + 1))


def _clean(value: float, step: float) -> float:
    """The multiple without binary noise, and no minus zero."""
    return round(value, decimals_of(step)) + 0.0


def _ends_at(ticks: tuple[float, ...], high: float) -> bool:
    return bool(ticks) and abs(ticks[-1] - high) <= 1e-9 * max(1.0, abs(high))


def _outside(count: int) -> int:
    return max(FEWEST - count, 0) + max(count - MOST, 0)
