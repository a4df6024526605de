"""A threshold that nothing could ever cross is refused by place, with the unit as a hint."""

from __future__ import annotations

from typing import Any

import pytest

from tradeoff_app.model.metric import Metric
from tradeoff_app.model.overlay import lay_over
from tradeoff_app.model.problem import InputError
from tradeoff_app.model.project import Project

RATE = Metric(id="unsafe", type="binary", better="lower")
RATING = Metric(id="tone", type="ordinal", better="higher", scale=(1.0, 5.0))
TIME = Metric(id="latency", type="duration", better="lower")
PROPOSED = Project(id="p", title="P", metrics={"unsafe": RATE, "tone": RATING, "latency": TIME})


def laid(**gate: Any) -> Project:
    """The project with one gate."""
    setup = {"schema": "tradeoff/setup@1", "gates": [{"id": "g", "segment": "*", **gate}]}
    return lay_over(PROPOSED, setup, "s.json").project


@pytest.mark.parametrize(
    ("metric", "rule", "field", "value", "said"),
    [
        ("unsafe", "non_inferiority", "margin", 5, "can never be exceeded"),
        ("unsafe", "absolute_limit", "limit", 1, "can never be broken"),
        ("unsafe", "absolute_target", "target", 5, "lies outside what can be"),
        ("tone", "non_inferiority", "margin", 4, "can never be exceeded"),
        ("tone", "absolute_limit", "limit", 1, "can never be broken"),
        ("latency", "non_inferiority", "margin_relative", 5, "allows 5 times the baseline"),
    ],
)
def test_that_a_threshold_in_percent_or_off_the_scale_is_refused(
    metric: str, rule: str, field: str, value: float, said: str
) -> None:
    with pytest.raises(InputError) as caught:
        laid(metric=metric, rule=rule, **{field: value})
    assert caught.value.place == f"gates/g/{field}"
    assert said in caught.value.cause
    assert "5 % is 0.05" in caught.value.hint


def test_that_an_acceptance_of_everything_is_refused() -> None:
    answer = {"metric": "unsafe", "segment": "*", "action": "accept", "accepted_up_to": 25}
    setup = {"schema": "tradeoff/setup@1", "scenarios": [{"id": "base", "regressions": [answer]}]}
    with pytest.raises(InputError, match="accepts everything"):
        lay_over(PROPOSED, setup, "s.json")


@pytest.mark.parametrize(
    ("metric", "rule", "field", "value"),
    [
        ("unsafe", "non_inferiority", "margin", 0.05),
        ("unsafe", "absolute_limit", "limit", 0.0),
        ("tone", "absolute_limit", "limit", 4.0),
        ("latency", "absolute_limit", "limit", 900.0),
        ("latency", "non_inferiority", "margin_relative", 0.5),
    ],
)
def test_that_a_threshold_that_can_be_crossed_is_kept(metric: str, rule: str, field: str, value: float) -> None:
    assert getattr(laid(metric=metric, rule=rule, **{field: value}).gates["g"], field) == value
