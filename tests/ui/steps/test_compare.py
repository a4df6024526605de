"""Compare: groups, cells, scale, keyboard, selection, copying."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.nasty import nasty_strings
from tests.ui.steps.stories import show_step, support_document
from tradeoff_app.model.metric import Lineage
from tradeoff_app.ui.plots.canvas import PlotCanvas
from tradeoff_app.ui.steps.compare.content import CellContent, GroupLine, MatrixContent, MetricLine
from tradeoff_app.ui.steps.compare.matrix import MatrixSource, make_matrix
from tradeoff_app.ui.steps.compare.matrix_delegate import level_roles
from tradeoff_app.ui.steps.compare.page import CompareStep
from tradeoff_app.wording.speaker import Speaker


def _content(grouping: str = "role") -> MatrixContent:
    document = support_document()
    speaker = Speaker(document.project)
    source = MatrixSource(document.outcome, document.evidence, speaker, "tier" if grouping == "tier" else "role")
    return make_matrix(source)


def _cell(content: MatrixContent, metric: str, segment: str) -> CellContent:
    position = content.position(metric, segment)
    assert position is not None
    line = content.lines[position[0]]
    assert isinstance(line, MetricLine)
    return line.cells[position[1]]


def test_that_metrics_stand_in_groups_with_safety_first() -> None:
    groups = [line.title for line in _content().lines if isinstance(line, GroupLine)]
    assert groups == ["Safety", "Must not get worse", "Goals"]


def test_that_the_same_metrics_can_be_grouped_by_who_measured_them() -> None:
    groups = [line.title for line in _content("tier").lines if isinstance(line, GroupLine)]
    assert groups == ["Automated checks", "Judged by people"]


def test_that_a_cell_says_before_after_change_and_state() -> None:
    cell = _cell(_content(), "task_done", "primary")
    assert (cell.before, cell.after, cell.change, cell.word) == ("62.4", "66.8", "+4.4", "Better")


def test_that_an_accepted_regression_has_its_own_mark() -> None:
    cell = _cell(_content(), "irrelevant", "rare")
    assert (cell.mark, cell.word) == ("accepted", "Accepted")


def test_that_a_safety_cell_shows_the_bound_in_the_place_of_the_bar() -> None:
    cell = _cell(_content(), "unsafe", "*")
    assert cell.bar is None
    assert cell.second == "true rate ≤ 0.10%"
    assert cell.word == "Pass"


def test_that_a_metric_measured_for_everyone_alone_is_said_to_be_not_split() -> None:
    assert _cell(_content(), "unsafe", "rare").why == "not split"


def test_that_all_cells_of_a_metric_share_one_scale_on_which_right_is_better() -> None:
    content = _content()
    for line in content.lines:
        if isinstance(line, MetricLine):
            bars = [cell.bar for cell in line.cells if cell.bar is not None]
            assert len({bar.reach for bar in bars}) <= 1
    worse = _cell(content, "irrelevant", "rare").bar
    assert worse is not None
    assert worse.high is not None
    assert worse.high < 0


def test_that_heads_carry_volumes() -> None:
    notes = [column.note for column in _content().columns]
    assert notes == ["600,000 queries a month", "320,000", "240,000", "40,000"] or "240,000" in notes


def test_that_arrow_keys_pass_over_heads_and_cells_without_numbers() -> None:
    step = show_step(CompareStep)
    step.matrix.setFocus()
    step.document.select("irrelevant", "rare")
    QTest.keyClick(step.matrix, Qt.Key.Key_Up)
    selection = step.document.selection
    assert (selection.metric, selection.segment) != ("unsafe", "rare")
    step.document.select("irrelevant", "*")
    QTest.keyClick(step.matrix, Qt.Key.Key_Up)
    assert step.document.selection.metric == "unsafe"


def test_that_choosing_a_cell_lights_every_view_and_the_closer_look_follows() -> None:
    step = show_step(CompareStep)
    step.document.select("irrelevant", "rare")
    assert step.closer_look.title.text() == "Irrelevant answer, rare queries"
    assert step.closer_look.beside.sentence.text().startswith("For every 1,000 rare queries, 3\u00a0more")
    row, column = step.matrix.matrix.content.position("task_done", "primary") or (0, 0)
    step.matrix.setCurrentIndex(step.matrix.matrix.index(row, column))
    assert (step.document.selection.metric, step.document.selection.segment) == ("task_done", "primary")


def test_that_copying_takes_value_unit_and_interval() -> None:
    step = show_step(CompareStep)
    step.document.select("task_done", "primary")
    step.matrix.setFocus()
    QTest.keySequence(step.matrix, QKeySequence(QKeySequence.StandardKey.Copy))
    copied = QGuiApplication.clipboard().text()
    assert copied == "Task completion, primary persona: 62.4 → 66.8 % of queries, +4.4 (95% interval 2.8 to 5.9)"


def test_that_enter_leads_to_the_closer_look() -> None:
    step = show_step(CompareStep)
    step.activateWindow()
    step.matrix.setFocus()
    QTest.keyClick(step.matrix, Qt.Key.Key_Return)
    assert step.closer_look.tabs.isVisible()


def test_that_a_changed_weight_keeps_the_cells_where_they_are() -> None:
    step = show_step(CompareStep)
    resets: list[int] = []
    step.matrix.matrix.modelReset.connect(lambda: resets.append(1))
    scenario = step.document.scenario
    step.document.edit_scenario(scenario.model_copy(update={"running_cost_per_month": 1.0}), "Running cost")
    assert resets == []


def test_that_each_tab_shows_its_view() -> None:
    step = show_step(CompareStep)
    for tab in ("flips", "words", "shape"):
        step.closer_look.tabs.set_current(tab)
        QApplication.processEvents()
    figure = step.closer_look.figure.figure()
    assert figure is not None
    assert figure.kind == "distribution"


def test_that_values_measured_finely_can_be_shown_in_four_ways() -> None:
    step = show_step(CompareStep)
    look = step.closer_look
    assert not look.variant.isVisible(), "a rate has one way to be shown"
    step.document.select("seconds", "*")
    assert look.variant.isVisible()
    kinds = []
    for variant in ("auto", "side_by_side", "ecdf", "shift"):
        look.variant.set_choice(variant)
        look.variant.choice_changed.emit(variant)
        figure = look.figure.figure()
        assert figure is not None
        kinds.append({type(mark).__name__ for mark in figure.marks} & {"Steps", "Curve", "Interval"})
    assert kinds == [{"Steps"}, {"Steps"}, {"Curve"}, {"Interval"}]
    look.tabs.set_current("words")
    assert not look.variant.isVisible()


def test_that_cells_can_count_people_a_month_instead() -> None:
    step = show_step(CompareStep)
    step.unit.set_choice("people")
    step.unit.choice_changed.emit("people")
    content = step.matrix.matrix.content
    assert _cell(content, "task_done", "primary").change == "+11,000"
    assert _cell(content, "irrelevant", "rare").change == "+120"
    assert _cell(content, "seconds", "rare").change == "", "a duration adds up to no people"
    step.document.select("task_done", "primary")
    step.matrix.setFocus()
    QTest.keySequence(step.matrix, QKeySequence(QKeySequence.StandardKey.Copy))
    assert "+4.4 (95% interval 2.8 to 5.9)" in QGuiApplication.clipboard().text()


def test_that_notes_on_a_cell_and_its_metric_are_kept_marked_and_undone() -> None:
    step = show_step(CompareStep)
    step.matrix.note_asked.emit("irrelevant", "rare")
    notes = step.closer_look.notes
    assert step.closer_look.tabs.current() == "notes"
    notes.cell_note.setText("Retriever misses dialect")
    notes.cell_note.editingFinished.emit()
    notes.metric_note.setText("Judged by version 3")
    notes.metric_note.editingFinished.emit()
    assert dict(step.document.project.notes) == {
        "cells/irrelevant|rare": "Retriever misses dialect",
        "metrics/irrelevant": "Judged by version 3",
    }
    cell = _cell(step.matrix.matrix.content, "irrelevant", "rare")
    assert cell.note == "Retriever misses dialect"
    index = step.matrix.matrix.index(*(step.matrix.matrix.content.position("irrelevant", "rare") or (0, 0)))
    assert "Retriever misses dialect" in str(index.data(int(Qt.ItemDataRole.ToolTipRole)))
    step.document.select("task_done", "*")
    assert notes.cell_note.text() == ""
    step.document.undo()
    step.document.undo()
    assert dict(step.document.project.notes) == {}


def test_that_cells_name_the_quantity_they_show() -> None:
    content = _content()
    assert _cell(content, "task_done", "primary").quantity == "effect:task_done|primary"
    assert _cell(content, "unsafe", "*").quantity == "gate:unsafe|*"


def test_that_a_low_window_still_shows_all_rows_of_the_story() -> None:
    step = show_step(CompareStep, size=(926, 680))
    assert step.matrix.height() >= step.matrix.content_height() - 1


def test_that_names_of_any_kind_are_painted_as_they_are() -> None:
    step = show_step(CompareStep)
    for text in nasty_strings():
        metric = step.document.project.metrics["task_done"].model_copy(update={"label": text or "x"})
        step.document.edit(step.document.project.with_item("metrics", metric), "Rename")
        step.grab()
    tip = step.matrix.matrix.headerData(5, Qt.Orientation.Vertical, int(Qt.ItemDataRole.ToolTipRole))
    assert "<img" not in str(tip)


def test_that_proxies_are_folded_under_what_they_stand_for_with_a_badge_where_they_disagree() -> None:
    document = support_document()
    metrics = dict(document.project.metrics)
    lineage = Lineage(parent="task_done")
    metrics["seconds"] = metrics["seconds"].model_copy(update={"lineage": lineage, "role": "monitor"})
    gates = {key: gate for key, gate in document.project.gates.items() if key != "seconds"}
    document.edit(document.project.change(metrics=metrics, gates=gates), "Fold the seconds")
    content = make_matrix(MatrixSource(document.outcome, document.evidence, Speaker(document.project)))
    named = [line.metric if isinstance(line, MetricLine) else line.title for line in content.lines]
    assert named[named.index("task_done") + 1] == "seconds"
    assert named.count("seconds") == 1
    line = next(line for line in content.lines if isinstance(line, MetricLine) and line.metric == "seconds")
    assert (line.is_proxy, line.badge, line.is_alarm) == (True, "Says the opposite", True)
    assert line.remark == "Response time worse, Task completion better"


def test_that_what_can_be_focused_says_what_it_is_for() -> None:
    step = show_step(CompareStep)
    look = step.closer_look
    for widget in (step.matrix, step.grouping, step.unit, look.tabs, look.variant, look.examples.pick, look.figure):
        assert widget.accessibleName()
        assert widget.accessibleDescription(), widget.accessibleName()


@pytest.mark.parametrize("size", [(926, 680), (910, 420), (1400, 780)])
@pytest.mark.parametrize("tab", ["shape", "flips"])
def test_that_the_picture_of_a_cell_is_seen_as_a_whole(size: tuple[int, int], tab: str) -> None:
    step = show_step(CompareStep, size=size)
    step.document.select("task_done", "*")
    step.closer_look.tabs.set_current(tab)
    QApplication.processEvents()
    figure = step.closer_look.figure
    canvas = figure.findChild(PlotCanvas)
    assert canvas is not None
    bottom = canvas.mapTo(step.closer_look, canvas.rect().bottomLeft()).y()
    assert bottom < step.closer_look.height()


def test_that_long_numbers_of_a_cell_are_set_smaller_before_they_are_cut() -> None:
    cell = CellContent("cost", "*", before="0.0035", after="0.0038", change="+0.0003")
    assert level_roles(cell, 200) == ("body", "strong")
    assert level_roles(cell, 140) == ("small", "chip")


def test_that_the_lower_panel_shows_everything_where_a_short_matrix_leaves_it_room() -> None:
    step = show_step(CompareStep, size=(926, 680))
    look = step.closer_look
    assert not look.beside.copy.isVisible()
    step.splitter.setSizes([160, 400])
    step.splitter.splitterMoved.emit(160, 1)
    assert look.beside.copy.isVisible()
