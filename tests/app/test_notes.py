"""Notes are kept under what they are about."""

from __future__ import annotations

from tests import builders
from tradeoff_app.app.notes import cell_key, example_key, metric_key, note_on, with_note


def test_that_a_note_is_kept_changed_and_taken_away() -> None:
    _, project = builders.support_bot()
    noted = with_note(project, metric_key("task_done"), "Judged by version 3")
    assert note_on(noted, metric_key("task_done")) == "Judged by version 3"
    assert note_on(with_note(noted, metric_key("task_done"), "Version 4"), metric_key("task_done")) == "Version 4"
    assert with_note(noted, metric_key("task_done"), "").notes == project.notes


def test_that_metrics_cells_and_examples_have_notes_of_their_own() -> None:
    keys = {metric_key("a"), cell_key("a", "*"), example_key("a")}
    assert len(keys) == 3
