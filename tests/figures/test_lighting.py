"""The row that the selection is about is lit, and nothing else changes."""

from __future__ import annotations

from tests.wording import story
from tradeoff_app.figures.kinds.contributions import contributions
from tradeoff_app.figures.kinds.tornado import tornado
from tradeoff_app.figures.lighting import has_rows, lit, lit_rows
from tradeoff_app.figures.spec import Box
from tradeoff_app.wording.speaker import Speaker

SPEAKER = Speaker(story.project())


def test_that_the_chosen_segment_is_lit_among_the_parts_of_the_value() -> None:
    spec = contributions(story.outcome(), SPEAKER)
    assert has_rows(spec)
    rows = lit_rows(spec, "task_done", "primary")
    assert [spec.table.quantities[row] for row in rows] == ["value_segment:primary"]
    first = lit(spec, "task_done", "primary").marks[0]
    assert isinstance(first, Box)
    assert first.role == "selected"
    assert lit(spec, "task_done", "*") == spec


def test_that_a_figure_without_rows_stays_as_it_is() -> None:
    spec = tornado(story.outcome(), SPEAKER)
    assert lit(spec, None, "primary") == spec
