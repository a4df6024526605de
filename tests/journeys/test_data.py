"""The Data page in the window: versions, columns, segments and new data, from a drop to a step of the history."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from tests.app.test_data_changes import files, rows
from tests.journeys.test_first_run import drop, has_verdict, results
from tests.journeys.window import dialog_of, has_dialog, open_window, press
from tests.qt_rules import wait_for
from tradeoff_app.ui.dialogs.arms import ArmsDialog
from tradeoff_app.ui.dialogs.brought_files import BroughtFilesDialog
from tradeoff_app.ui.dialogs.column_mapping import ColumnMappingDialog
from tradeoff_app.ui.dialogs.define_segment import DefineSegmentDialog
from tradeoff_app.ui.dialogs.error_readings import ErrorReadingsDialog
from tradeoff_app.ui.dialogs.problems import ProblemEntry, ProblemsDialog
from tradeoff_app.ui.dialogs.unit_list import UnitListDialog
from tradeoff_app.ui.dialogs.update_data import UpdateDataDialog
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.steps.data.page import DataStep
from tradeoff_app.ui.widgets.empty_state import DropArea


def compared(paths: list[Path]) -> MainWindow:
    """A window on a project of these files, on its Data page."""
    window = open_window()
    window.session.import_results(paths)
    wait_for(lambda: has_verdict(window), seconds=40)
    page_of(window)
    return window


def page_of(window: MainWindow) -> DataStep:
    assert window.workspace is not None
    window.workspace.show_step("data")
    QApplication.processEvents()
    page = window.workspace.steps[0]
    assert isinstance(page, DataStep)
    return page


def choose(window: MainWindow, use: str) -> None:
    """Say what dropped files are for."""
    dialog = dialog_of(window, BroughtFilesDialog)
    assert isinstance(dialog, BroughtFilesDialog)
    dialog.choose(use)
    press(dialog, "Go on")


def undo_says(window: MainWindow, name: str) -> None:
    wait_for(lambda: window.document.undo_name == name, seconds=40)


def test_that_one_file_with_two_versions_takes_two_actions_to_its_verdict(tmp_path: Path) -> None:
    lines = [f"u{i},{version},{int(i % 10 < good)}" for version, good in (("v1", 5), ("v2", 6)) for i in range(60)]
    path = tmp_path / "both.csv"
    path.write_text("id,version,done\n" + "\n".join(lines), encoding="utf-8")
    window = open_window()
    drop(window, path)  # action 1
    dialog = dialog_of(window, ArmsDialog)
    assert isinstance(dialog, ArmsDialog)
    assert [box.choice() for box in dialog.boxes] == ["before", "after"]
    press(dialog, "Compare")  # action 2, decision 1
    wait_for(lambda: has_verdict(window), seconds=40)
    assert window.document.project.baseline.id == "v1"
    cards = page_of(window).files.cards
    assert [card.side.text() for card in cards] == ["Before, v1", "After, v2"]
    cards[1].choose("baseline")
    assert [card.side.text() for card in cards] == ["Before, v2", "After, v1"]
    window.data_flow.do("columns")
    columns = dialog_of(window, ColumnMappingDialog)
    assert isinstance(columns, ColumnMappingDialog)
    wait_for(lambda: columns.is_ready, seconds=40)
    assert columns.table.rows["version"].part.choice() == "arm"
    assert columns.baseline.isVisible()
    columns.reject()


def test_that_one_file_with_one_version_asks_for_the_other_or_for_its_column(tmp_path: Path) -> None:
    lines = [f"u{i},{number},{int(i % 10 < good)}" for number, good in ((1, 5), (2, 6)) for i in range(60)]
    path = tmp_path / "mixed.csv"
    path.write_text("id,wave,done\n" + "\n".join(lines), encoding="utf-8")
    window = open_window()
    drop(window, path)
    press(dialog_of(window), "Columns…")
    dialog = dialog_of(window, ColumnMappingDialog)
    assert isinstance(dialog, ColumnMappingDialog)
    wait_for(lambda: dialog.is_ready, seconds=40)
    assert not dialog.apply.isEnabled()
    dialog.state_part("wave", "arm")
    wait_for(lambda: dialog.is_ready, seconds=40)
    assert dialog.baseline.choice() == "1"
    press(dialog, "Read again")
    arms = dialog_of(window, ArmsDialog)
    press(arms, "Compare")
    wait_for(lambda: has_verdict(window), seconds=40)
    assert window.document.project.mapping.arm_column == "wave"


def test_that_files_that_can_not_be_read_as_they_are_can_be_read_another_way(tmp_path: Path) -> None:
    window = open_window()
    paths = files(tmp_path, "id;done\nu1;1,0\nu2;0,0\n", "id;done\nu1;1,0;9\n")
    window.session.import_results(paths)
    dialog = dialog_of(window, ProblemsDialog)
    press(dialog, "Read another way…")
    columns = dialog_of(window, ColumnMappingDialog)
    assert isinstance(columns, ColumnMappingDialog)
    wait_for(lambda: columns.is_ready, seconds=40)
    assert "run-1.csv, line 2" in columns.outcome.text()
    assert not columns.apply.isEnabled()
    columns.reject()


def test_that_three_files_ask_which_is_which_and_take_three_actions(tmp_path: Path) -> None:
    old, new, people = files(tmp_path, rows(5), rows(6), rows(9))
    window = open_window()
    drop(window, people, new, old)  # action 1
    dialog = dialog_of(window, ArmsDialog)
    assert isinstance(dialog, ArmsDialog)
    last = len(dialog.boxes) - 1
    dialog.choose(last, "reference")  # action 2
    press(dialog, "Compare")  # action 3
    wait_for(lambda: has_verdict(window), seconds=40)
    project = window.document.project
    assert [source.file for source in project.sources.values()] == ["run-0.csv", "run-1.csv", "run-2.csv"] or (
        len(project.candidates) == 1 and len(project.references) == 1
    )
    assert window.document.evidence.table.arms == ("baseline", "candidate")


def test_that_nothing_can_be_compared_without_a_version_before(tmp_path: Path) -> None:
    window = open_window()
    drop(window, *files(tmp_path, rows(5), rows(6), rows(9)))
    dialog = dialog_of(window, ArmsDialog)
    assert isinstance(dialog, ArmsDialog)
    dialog.choose(0, "out")
    assert not dialog.compare.isEnabled()
    assert dialog.why.text() == "Say which version is before."
    dialog.choose(1, "before")
    dialog.choose(2, "before")
    assert [box.choice() for box in dialog.boxes] == ["out", "after", "before"]
    assert dialog.compare.isEnabled()
    dialog.reject()


def test_that_a_file_dropped_on_an_open_project_can_become_a_candidate(tmp_path: Path) -> None:
    first, second, third = files(tmp_path, rows(5), rows(6), rows(8))
    window = compared([first, second])
    drop(window, third)
    choose(window, "candidate")
    undo_says(window, "Add run-2.csv")
    page = page_of(window)
    assert [card.side.text() for card in page.files.cards] == ["Before, run-0", "After, run-1", "After, run-2"]
    assert "Show as a reference, never judge it" in page.files.cards[2].menu_texts()
    page.files.cards[2].choose("reference")
    assert page.files.cards[2].side.text() == "For reference, run-2"
    assert page.references.isVisible()
    page.files.cards[2].choose("take_out")
    assert len(page.files.cards) == 2 or not page.files.cards[2].isVisible()
    window.document.undo()
    window.document.undo()
    window.document.undo()
    assert list(window.document.project.candidates) == ["candidate"]


def test_that_files_can_be_dropped_anywhere(tmp_path: Path) -> None:
    window = compared(files(tmp_path, rows(5), rows(6)))
    assert window.workspace is not None
    for step in window.workspace.steps:
        window.workspace.show_step(step.step_id)
        QApplication.processEvents()
    swallowing = {
        type(widget).__name__
        for widget in window.findChildren(QWidget)
        if widget.acceptDrops() and not isinstance(widget, DropArea) and widget.window() is window
    }
    assert swallowing == set()


def test_that_columns_are_read_another_way_with_a_preview_and_remembered(tmp_path: Path) -> None:
    paths = files(tmp_path, rows(5, extra="cost"), rows(6, extra="cost"))
    window = compared(paths)
    press(page_of(window), "Columns…")
    dialog = dialog_of(window, ColumnMappingDialog)
    assert isinstance(dialog, ColumnMappingDialog)
    wait_for(lambda: dialog.is_ready, seconds=40)
    row = dialog.table.rows["cost"]
    assert row.raw.text().startswith("3")
    assert row.part.choice() == "metric"
    assert row.part.font().italic()
    assert "cost" in dialog.outcome.text()
    dialog.state_part("cost", "ignored")
    wait_for(lambda: dialog.is_ready, seconds=40)
    assert not row.part.font().italic()
    assert "Metrics: 1" in dialog.outcome.text()
    assert "cost" in window.document.project.metrics, "nothing is applied yet"
    press(dialog, "Read again")
    undo_says(window, "Read the columns another way")
    page = page_of(window)
    assert set(window.document.project.metrics) == {"done"}
    assert page.files.note.text() == "Read as you said for run-0.csv: tables with these columns are read like that."
    press(page, "Forget")
    assert page.files.note.text() == "Or drop a file here. The columns were read as you said."
    window.document.undo()
    assert "cost" in window.document.project.metrics


def test_that_a_choice_that_can_not_be_read_is_explained_in_the_preview(tmp_path: Path) -> None:
    window = compared(files(tmp_path, rows(5), rows(6)))
    press(page_of(window), "Columns…")
    dialog = dialog_of(window, ColumnMappingDialog)
    assert isinstance(dialog, ColumnMappingDialog)
    wait_for(lambda: dialog.is_ready, seconds=40)
    dialog.state_part("done", "ignored")
    wait_for(lambda: dialog.is_ready, seconds=40)
    assert not dialog.apply.isEnabled()
    assert "None: name a column that holds results." in dialog.outcome.text()
    dialog.state_part("done", "proposed")
    wait_for(lambda: dialog.is_ready, seconds=40)
    assert dialog.apply.isEnabled()
    dialog.reject()


def test_that_new_data_is_read_in_words_before_it_is_one_step(tmp_path: Path) -> None:
    paths = files(tmp_path, rows(5), rows(6))
    window = compared(paths)
    document = window.document
    document.edit(document.project.change(notes={"done": "mine"}), "Note")
    folder = tmp_path / "new"
    folder.mkdir()
    window.data_flow._update_with(files(folder, rows(5), rows(9, units=80)))
    dialog = dialog_of(window, UpdateDataDialog)
    assert isinstance(dialog, UpdateDataDialog)
    assert {"files", "units", "verdict"} <= {about for about, _ in dialog.lines}
    assert document.undo_name == "Note"
    press(dialog, "Apply")
    undo_says(window, "Update data")
    assert document.project.notes == {"done": "mine"}
    assert document.evidence.pairings["candidate"].only_candidate == 20
    document.undo()
    assert document.evidence.pairings["candidate"].only_candidate == 0


def test_that_the_units_behind_a_count_can_be_seen_and_copied(tmp_path: Path) -> None:
    window = compared(files(tmp_path, rows(5), rows(6, units=62)))
    figure = page_of(window).matching.figures["only_after"]
    assert figure.number.text() == "2"
    figure.see.click()
    dialog = dialog_of(window, UnitListDialog)
    assert isinstance(dialog, UnitListDialog)
    assert dialog.list.toPlainText() == "u060\nu061"
    press(dialog, "Copy all")
    assert QGuiApplication.clipboard().text() == "u060\nu061"
    press(dialog, "Close")


def test_that_segments_come_from_a_rule_and_from_a_file(tmp_path: Path) -> None:
    window = compared(files(tmp_path, rows(5), rows(6)))
    page = page_of(window)
    assert page.segments.menu_texts()[:2] == ("Define a segment…", "From a file with one row per unit…")
    window.data_flow.do("define_segment")
    dialog = dialog_of(window, DefineSegmentDialog)
    assert isinstance(dialog, DefineSegmentDialog)
    assert not dialog.add.isEnabled()
    dialog.name.setText("Only a")
    dialog.ticks["tier"]["a"].setChecked(True)
    dialog.keep.setChecked(True)
    assert dialog.held.text() == "It holds 30 units."
    press(dialog, "Add the segment")
    assert window.document.project.segments["Only a"].where == {"tier": ("a",)}
    plans = tmp_path / "plans.csv"
    plans.write_text(
        "id,plan\n" + "".join(f"u{i:03d},{('free', 'paid')[i % 2]}\n" for i in range(60)), encoding="utf-8"
    )
    drop(window, plans)
    choose(window, "lookup")
    undo_says(window, "Add segments from plans.csv")
    assert "plan" in window.document.evidence.table.dimensions
    assert "Only a" in window.document.project.segments


def test_that_failed_rows_are_read_three_ways_in_one_click(tmp_path: Path) -> None:
    def failing(good: int, every: int) -> str:
        lines = [
            f"u{i:03d},{'' if i % every == 0 else int(i % 10 < good)},{'timeout' if i % every == 0 else 'ok'}"
            for i in range(90)
        ]
        return "id,done,status\n" + "\n".join(lines) + "\n"

    window = compared(files(tmp_path, failing(5, 9), failing(7, 4)))
    page = page_of(window)
    press(page, "What if they counted otherwise?")
    dialog = dialog_of(window, ErrorReadingsDialog)
    assert isinstance(dialog, ErrorReadingsDialog)
    row = dialog.table.table().rows[0]
    assert [cell.is_lit for cell in row.cells] == [False, False, True, False]
    assert row.cells[1].text != row.cells[2].text
    press(dialog, "Close")
    page.errors.by_metric.click()
    box = page.errors.metrics.boxes["done"]
    box.setCurrentIndex(box.findData("as-missing"))
    box.activated.emit(box.currentIndex())
    assert window.document.undo_name == "Done: failed rows as missing"
    assert page.errors.statuses.boxes["timeout"].choice() == "missing"


def test_that_every_problem_of_every_file_is_listed_and_can_be_copied(tmp_path: Path) -> None:
    window = open_window()
    bad = files(tmp_path, "id,done\nu1,1,7\n", "id,done\nu1,1,8\n")
    window.session.import_results(bad)
    dialog = dialog_of(window, ProblemsDialog)
    assert isinstance(dialog, ProblemsDialog)
    entries = dialog.findChildren(ProblemEntry)
    assert [entry.problem.file for entry in entries] == ["run-0.csv", "run-1.csv"]
    entries[1].copy.click()
    assert QGuiApplication.clipboard().text().startswith("run-1.csv: line 2: ")
    press(dialog, "Copy all")
    assert len(QGuiApplication.clipboard().text().splitlines()) == 2
    press(dialog, "Close")
    assert not window.document.is_open


def test_that_a_project_opened_without_its_files_asks_for_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = files(tmp_path, rows(5), rows(6), rows(8))
    window = compared(paths[:2])
    saved = tmp_path / "p.tradeoff"
    assert window.session.save(saved)
    again = open_window(path=saved)
    again.session.open_project(saved)
    wait_for(lambda: again.document.is_open and not again.session.is_busy, seconds=40)
    assert again.document.observations is None
    again.data_flow._use("candidate", [paths[2]])
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path) for path in paths[:2]], ""))
    question = dialog_of(again)
    press(question, "Choose the files…")
    undo_says(again, "Add run-2.csv")
    assert again.document.evidence.table.arms == ("baseline", "candidate", "candidate-2")


def test_that_a_cancelled_question_leaves_everything_as_it_was(tmp_path: Path) -> None:
    window = compared(files(tmp_path, rows(5), rows(6)))
    project = window.document.project
    drop(window, *results(tmp_path))
    dialog = dialog_of(window, BroughtFilesDialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not has_dialog(window)
    assert window.document.project is project
