"""What a person states is finite and of a size that means something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tradeoff_app.model.frozen import LARGEST
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Scenario


@pytest.mark.parametrize("number", [1e308, -1e308, 2 * LARGEST, float("inf"), float("nan")])
def test_that_numbers_beyond_any_meaning_are_refused(number: float) -> None:
    with pytest.raises(ValidationError):
        Range(low=number, base=number, high=number)
    with pytest.raises(ValidationError):
        Gate(id="g", metric="m", rule="absolute_limit", limit=number)
    with pytest.raises(ValidationError):
        Scenario(id="base", running_cost_per_month=number)


def test_that_a_range_keeps_its_order() -> None:
    with pytest.raises(ValidationError):
        Range(low=2.0, base=1.0, high=3.0)
    assert Range(low=-12.0, base=-8.0, high=-4.0).with_base(-16.0) == Range(low=-24.0, base=-16.0, high=-8.0)
    assert Range(low=1.0, base=2.0, high=3.0).with_base(0.0) == Range(low=-1.0, base=0.0, high=1.0)


@given(st.tuples(*[st.floats(-1e6, 1e6)] * 3), st.floats(-1e6, 1e6))
def test_that_a_range_can_be_moved_to_any_number(ends: tuple[float, float, float], base: float) -> None:
    low, middle, high = sorted(ends)
    moved = Range(low=low, base=middle, high=high).with_base(base)
    assert moved.low <= moved.base == base <= moved.high
