from __future__ import annotations

import math
from typing import Any, TypeGuard

from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.readers.promptfoo_scores import measure_rows

VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 5), st.just(10**400), st.floats(), st.text(max_size=2), st.just([1])
)
NAMES = st.sampled_from(["tone", "cost", "pass"])
ROWS = st.fixed_dictionaries(
    {},
    optional={
        "namedScores": st.dictionaries(NAMES, VALUES, max_size=2),
        "success": VALUES,
        "score": VALUES,
        "cost": VALUES,
        "latencyMs": VALUES,
        "response": st.one_of(st.none(), st.fixed_dictionaries({"cost": VALUES})),
    },
)


def is_score(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e300


def expected_of(row: dict[str, Any]) -> dict[str, float]:
    """The scores of one row by their rules, one after the other."""
    scores = {name: float(value) for name, value in row.get("namedScores", {}).items() if is_score(value)}
    if isinstance(row.get("success"), bool):
        scores.setdefault("pass", float(row["success"]))
    cost = (row.get("response") or {}).get("cost") if row.get("cost") is None else row["cost"]
    for name, value in (("score", row.get("score")), ("cost", cost), ("latencyMs", row.get("latencyMs"))):
        if is_score(value):
            scores.setdefault(name, float(value))
    return scores


@given(st.lists(ROWS, max_size=6))
def test_that_columns_hold_what_each_row_says(rows: list[dict[str, Any]]) -> None:
    expected = [expected_of(row) for row in rows]
    columns = measure_rows(rows, "r.json")
    assert {column.name for column in columns} == {name for scores in expected for name in scores}
    for column in columns:
        assert list(column.cells) == [scores.get(column.name) for scores in expected]
        assert column.numbers is not None
        shown = [None if math.isnan(number) else number for number in column.numbers.tolist()]
        assert shown == list(column.cells)


def test_that_metrics_come_in_the_order_in_which_rows_name_them() -> None:
    rows: list[dict[str, Any]] = [
        {"success": True, "score": 1},
        {"success": False, "score": 0, "namedScores": {"tone": 0.5}, "latencyMs": 12},
    ]
    assert [column.name for column in measure_rows(rows, "r.json")] == ["pass", "score", "tone", "latencyMs"]
