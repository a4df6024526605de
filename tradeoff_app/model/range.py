"""A number that is not known exactly: low, base and high guess."""

from __future__ import annotations

from functools import lru_cache
from typing import Self

from pydantic import model_validator

from tradeoff_app.model.frozen import Amount, Frozen


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
        if self.base != 0 and base / self.base > 0:
            factor = base / self.base
            low, high = self.low * factor, self.high * factor
        else:
            shift = base - self.base
            low, high = self.low + shift, self.high + shift
        # a moved end may pass the base by the last bit
        return Range(low=min(low, base), base=base, high=max(high, base))


@lru_cache(maxsize=512)
def _exactly(value: float) -> Range:
    return Range(low=value, base=value, high=value)
