"""How much evidence it takes, at the error rates that are asked for."""

from __future__ import annotations

import pytest

from tradeoff_app.analysis.power import detectable_change, units_needed


def test_that_a_stricter_error_rate_needs_more_units() -> None:
    assert units_needed(1.0, 0.5, 0.8) == pytest.approx(31.395519)
    assert units_needed(1.0, 0.5, 0.8, 0.01) == pytest.approx(46.715843)


def test_that_the_detectable_change_of_the_units_needed_is_the_change() -> None:
    units = units_needed(2.0, 0.3, 0.9, 0.1)
    assert detectable_change(2.0 / units**0.5, 0.9, 0.1) == pytest.approx(0.3)
