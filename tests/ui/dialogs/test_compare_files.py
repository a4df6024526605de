"""Two project files compared in words, with both verdicts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from tests.app.stories import story, write_story
from tests.qt_rules import wait_for
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money
from tradeoff_app.storage.project_file import write_project
from tradeoff_app.ui.dialogs.compare_files import (
    NO_DIFFERENCE,
    CompareFilesDialog,
    compare_files,
    differences_in_words,
    read_side,
)
from tradeoff_app.ui.dialogs.question import Question

TODAY = date(2026, 11, 23)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """The story, and a colleague's version in which a completed task is worth less."""
    mine = write_story(tmp_path / "mine.tradeoff")
    project, evidence = story()
    scenario = project.scenario()
    money = {**scenario.money, "task_done|*": Money(metric="task_done", per_unit=Range.exactly(3.0))}
    changed = project.with_item("scenarios", scenario.model_copy(update={"money": money}))
    theirs = tmp_path / "theirs.tradeoff"
    write_project(theirs, changed, evidence.source)
    return mine, theirs


def test_that_a_difference_is_said_in_words(files: tuple[Path, Path]) -> None:
    mine, theirs = (read_side(path, TODAY) for path in files)
    told = differences_in_words(mine, theirs, "en")
    assert len(told) == 1
    assert "$4.00 → $3.00" in told[0]
    dialog = CompareFilesDialog(mine, theirs)
    dialog.show()
    next(button for button in dialog.findChildren(QPushButton) if button.text() == "Copy all").click()
    assert told[0] in QGuiApplication.clipboard().text()
    dialog.grab()


def test_that_equal_files_are_said_to_be_equal(files: tuple[Path, Path]) -> None:
    side = read_side(files[0], TODAY)
    assert differences_in_words(side, side, "en") == ()
    dialog = CompareFilesDialog(side, side)
    assert NO_DIFFERENCE in dialog._text


def test_that_reading_runs_beside_the_window_and_the_dialog_follows(files: tuple[Path, Path]) -> None:
    window = QWidget()
    window.show()
    compare_files(window, files, today=TODAY)
    wait_for(lambda: window.findChildren(CompareFilesDialog))
    dialog = window.findChildren(CompareFilesDialog)[0]
    assert dialog.isVisible()
    dialog.reject()


def test_that_a_file_that_is_no_project_is_named(files: tuple[Path, Path], tmp_path: Path) -> None:
    wrong = tmp_path / "notes.tradeoff"
    wrong.write_text("hello", encoding="utf-8")
    window = QWidget()
    window.show()
    compare_files(window, [files[0], wrong], today=TODAY)
    wait_for(lambda: window.findChildren(Question))
    assert window.findChildren(Question)[0].windowTitle() == "notes.tradeoff can’t be compared"
