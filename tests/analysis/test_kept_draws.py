"""Draws that are kept from one move to the next: never another number than a fresh reading gives."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import evidence, support_bot
from tradeoff_app.analysis.memo import Memo
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Rollout

SEEN, STORY = support_bot()
EVIDENCE = evidence(SEEN, STORY)
MOVES = st.lists(
    st.tuples(st.sampled_from(["money", "transport", "rollout"]), st.integers(0, 3), st.floats(0.1, 1.0)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=15, deadline=None)
@given(MOVES)
def test_that_moves_in_any_order_end_where_a_fresh_reading_ends(moves: list[tuple[str, int, float]]) -> None:
    project = STORY
    for field, place, number in moves:
        scenario = project.scenario()
        key = list(scenario.money)[place % len(scenario.money)]
        guess = Range(low=number / 2, base=number, high=number * 2)
        changes: dict[str, dict[str, object]] = {
            "money": {"money": {**scenario.money, key: scenario.money[key].model_copy(update={"per_unit": guess})}},
            "transport": {"transport": {**scenario.transport, scenario.money[key].metric: guess}},
            "rollout": {"rollout": {**scenario.rollout, "primary": Rollout(share=number)}},
        }
        project = project.with_item("scenarios", scenario.model_copy(update=changes[field]))
        moved = evaluate(project, EVIDENCE)
    fresh = evaluate(project, replace(EVIDENCE, memo=Memo()))
    assert moved.value is not None
    assert fresh.value is not None
    assert moved.value.per_month == fresh.value.per_month
    for name in ("by_cell", "by_segment", "by_metric", "share_of_variance_from_data"):
        assert getattr(moved.value, name) == getattr(fresh.value, name)
    assert moved.sensitivity.break_even == fresh.sensitivity.break_even
