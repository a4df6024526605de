"""Where a function of one number crosses zero."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

EPSILON = 2.0**-52


@dataclass
class _Bracket:
    """Brent's three points: b is the best so far, a the one before, c on the other side of zero."""

    a: float
    b: float
    c: float
    fa: float
    fb: float
    fc: float

    def order(self) -> None:
        """Make b the point nearest to zero."""
        if abs(self.fc) < abs(self.fb):
            self.a, self.b, self.c = self.b, self.c, self.b
            self.fa, self.fb, self.fc = self.fb, self.fc, self.fb


def find_root(function: Callable[[float], float], low: float, high: float, tolerance: float) -> float:
    """Root between two ends of opposite sign (Brent 1973, zeroin), the same steps as R's uniroot."""
    points = _Bracket(low, high, low, function(low), function(high), 0.0)
    points.fc = points.fa
    for _ in range(1000):
        previous = points.b - points.a
        points.order()
        least = 2 * EPSILON * abs(points.b) + tolerance / 2
        step = (points.c - points.b) / 2
        if abs(step) <= least or points.fb == 0.0:
            break
        if abs(previous) >= least and abs(points.fa) > abs(points.fb):
            step = _interpolated(points, step, previous, least)
        if abs(step) < least:
            step = least if step > 0 else -least
        points.a, points.fa = points.b, points.fb
        points.b += step
        points.fb = function(points.b)
        if (points.fb > 0) == (points.fc > 0):
            points.c, points.fc = points.a, points.fa
    return points.b


def _interpolated(points: _Bracket, halving: float, previous: float, least: float) -> float:
    """The secant or inverse quadratic step, where it stays well inside the bracket; else the halving step."""
    width, ratio = points.c - points.b, points.fb / points.fa
    if points.a == points.c:
        p, q = width * ratio, 1.0 - ratio
    else:
        far, near = points.fa / points.fc, points.fb / points.fc
        p = ratio * (width * far * (far - near) - (points.b - points.a) * (near - 1.0))
        q = (far - 1.0) * (near - 1.0) * (ratio - 1.0)
    if p > 0:
        q = -q
    p = abs(p)
    is_safe = p < 0.75 * width * q - abs(least * q) / 2 and p < abs(previous * q / 2)
    return p / q if is_safe else halving
