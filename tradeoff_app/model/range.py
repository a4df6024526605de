"""A number that is not known exactly: low, base and high guess."""

from __future__ import annotations

from functools import lru_cache
from typing import Self

from pydantic import model_validator

from tradeoff_app.model.frozen import LARGEST, Amount, Frozen

_LARGEST_FACTOR = 1e9
"""A best guess of next to nothing says nothing about how wide a range of another size is."""


class Range(Frozen):
    """Low, base and high value of an assumption, read as 10th, 50th and 90th percentile; low <= base <= high."""

    low: Amount
    base: Amount
    high: Amount

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.low <= self.base <= self.high:
            raise ValueError("low, base and high must be in ascending order")
        return self

    @classmethod
    def exactly(cls, value: float) -> Range:
        """A range without width; the same one for the same number, since ranges never change."""
        return _exactly(value)

    @property
    def is_exact(self) -> bool:
        """Whether low and high are the same number."""
        return self.low == self.high

    def with_base(self, base: float) -> Range:
        """The range moved so that its best guess is `base`: proportionally where the signs allow it, else shifted."""
        factor = base / self.base if self.base else 0.0
        if 0 < factor <= _LARGEST_FACTOR:
            low, high = self.low * factor, self.high * factor
        else:
            shift = base - self.base
            low, high = self.low + shift, self.high + shift
        # a moved end may pass the base by the last bit
        return Range(low=max(min(low, base), -LARGEST), base=base, high=min(max(high, base), LARGEST))


@lru_cache(maxsize=512)
def _exactly(value: float) -> Range:
    return Range(low=value, base=value, high=value)
