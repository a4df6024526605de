"""First a result, then questions: how many actions and decisions stand before the verdict."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from tests.app.stories import write_story
from tests.app.test_session import AFTER, BEFORE
from tests.journeys.window import OPEN, dialog_of, has_dialog, open_window, press
from tests.qt_rules import wait_for
from tradeoff_app.ui import start
from tradeoff_app.ui.assumptions import AssumptionLink
from tradeoff_app.ui.dialogs.brought_files import BroughtFilesDialog
from tradeoff_app.ui.dialogs.problems import ProblemsDialog
from tradeoff_app.ui.dialogs.which_before import WhichBeforeDialog
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.steps.briefing.page import BriefingStep
from tradeoff_app.ui.steps.welcome import samples


def drop(window: MainWindow, *paths: Path) -> None:
    """Let files fall onto the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where = QPointF(window.rect().center())
    event = QDropEvent(where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)


def results(folder: Path) -> tuple[Path, Path]:
    """A before and an after file."""
    before, after = folder / "bot-before.csv", folder / "bot-after.csv"
    before.write_text(BEFORE, encoding="utf-8")
    after.write_text(AFTER, encoding="utf-8")
    return before, after


def has_verdict(window: MainWindow) -> bool:
    """Whether the verdict bar says its sentence and a plot is painted."""
    workspace = window.workspace
    return (
        workspace is not None and bool(workspace.verdict_bar.verdict()) and workspace.dock.figure.figure() is not None
    )


def test_that_a_sample_takes_one_action_and_no_decision_to_its_verdict() -> None:
    window = open_window()
    card = next(card for card in window.welcome.cards if card.isEnabled())
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)  # action 1
    wait_for(lambda: has_verdict(window), seconds=20)
    assert not has_dialog(window)
    assert window.document.path is None, "a sample is a project of its own"


def test_that_every_sample_of_the_list_is_there() -> None:
    assert [sample.file for sample in samples.SAMPLES if not sample.path.is_file()] == []


def test_that_two_own_files_take_two_actions_and_one_decision(tmp_path: Path) -> None:
    window = open_window()
    before, after = results(tmp_path)
    drop(window, after, before)  # action 1
    dialog = dialog_of(window, WhichBeforeDialog)
    press(dialog, "Compare")  # action 2, decision 1
    wait_for(lambda: has_verdict(window), seconds=30)
    assert window.workspace is not None
    assert window.workspace.current_step() == "compare"
    assert [s.file for s in window.document.project.sources.values() if s.arm == "baseline"] == ["bot-before.csv"]


def test_that_raw_files_take_five_actions_and_two_decisions_to_a_pdf(tmp_path: Path) -> None:
    window = open_window()
    drop(window, *results(tmp_path))  # action 1
    press(dialog_of(window, WhichBeforeDialog), "Compare")  # action 2, decision 1
    wait_for(lambda: has_verdict(window), seconds=30)
    workspace = window.workspace
    assert workspace is not None
    workspace.rail.step_chosen.emit("briefing")  # action 3
    page = next(step for step in workspace.steps if isinstance(step, BriefingStep))
    wait_for(page.isVisible)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    press(page, "Export PDF…")  # action 4
    asked = dialog_of(window, QFileDialog)
    assert isinstance(asked, QFileDialog)
    assert asked.selectedFiles()[0].endswith(".pdf"), "a name is proposed"
    target = tmp_path / "memo.pdf"
    name = asked.findChild(QLineEdit)
    assert name is not None
    name.setText(str(target))
    QTest.keyClick(name, Qt.Key.Key_Return)  # action 5, decision 2: where it goes
    wait_for(target.exists, seconds=40)
    assert target.read_bytes().startswith(b"%PDF")
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)
    workspace.wait()


def test_that_a_checklist_stands_in_the_place_of_a_tour_and_can_be_put_away() -> None:
    window = open_window(is_story=True)
    assert window.workspace is not None
    checklist = window.workspace.dock.assumptions
    assert checklist.isVisible()
    assert not has_dialog(window)
    rows = checklist.findChildren(AssumptionLink)
    assert rows
    press(checklist, "Hide")
    assert [row for row in rows if row.isVisible()] == []
    press(checklist, "Show")
    assert [row for row in rows if not row.isVisible()] == []


def test_that_the_proposed_order_can_be_turned(tmp_path: Path) -> None:
    window = open_window()
    drop(window, *results(tmp_path))
    dialog = dialog_of(window, WhichBeforeDialog)
    assert isinstance(dialog, WhichBeforeDialog)
    dialog.choose(1)
    press(dialog, "Compare")
    wait_for(lambda: has_verdict(window), seconds=30)
    assert [s.file for s in window.document.project.sources.values() if s.arm == "baseline"] == ["bot-after.csv"]


def test_that_a_dropped_project_opens_without_a_question(tmp_path: Path) -> None:
    window = open_window()
    drop(window, write_story(tmp_path / "a.tradeoff"))
    wait_for(lambda: has_verdict(window))
    assert window.document.path == tmp_path / "a.tradeoff"
    assert window.windowTitle() == "Support bot 4.2 → 4.3[*] – Tradeoff"
    assert not window.isWindowModified()


def test_that_own_files_beside_a_sample_that_nobody_changed_are_proposed_as_a_project_of_their_own(
    tmp_path: Path,
) -> None:
    window = open_window(is_story=True)
    window.document.path = None
    files = [tmp_path / "a.csv", tmp_path / "b.csv"]
    for file in files:
        file.write_text("id,solved\n" + "".join(f"q{number},{number % 2}\n" for number in range(40)))
    drop(window, *files)
    asked = dialog_of(window, BroughtFilesDialog)
    assert isinstance(asked, BroughtFilesDialog)
    assert asked.chosen == "new"
    press(asked, "Cancel")


def test_that_a_file_that_can_not_be_read_is_explained_and_changes_nothing(tmp_path: Path) -> None:
    window = open_window(is_story=True)
    project = window.document.project
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"\x00\x01\x02\x03" * 50)
    drop(window, bad)
    asked = dialog_of(window, BroughtFilesDialog)
    assert isinstance(asked, BroughtFilesDialog)
    asked.choose("new")
    press(asked, "Go on")
    dialog = dialog_of(window, ProblemsDialog)
    assert isinstance(dialog, ProblemsDialog)
    assert "bad.csv" in dialog.text()
    press(dialog, "Close")
    assert window.document.project is project


def test_that_a_cancelled_import_leaves_the_window_as_it_was(tmp_path: Path) -> None:
    window = open_window()
    window.session.import_results(list(results(tmp_path)))
    window.progress.cancel_asked.emit()
    assert not window.session.is_busy
    assert not window.document.is_open
    assert not window.progress.isVisible()


def test_that_the_progress_line_comes_late_and_its_words_later() -> None:
    window = open_window()
    window.progress.start("Reading a.csv")
    assert not window.progress.isVisible()
    wait_for(window.progress.isVisible, seconds=2)
    assert not window.progress._words.isVisible()
    wait_for(window.progress._words.isVisible, seconds=3)
    window.progress.stop()
    assert not window.progress.isVisible()


def test_that_a_window_on_its_way_to_a_file_skips_welcome_and_comes_back_to_it_where_that_fails(tmp_path: Path) -> None:
    good, bad = write_story(tmp_path / "good.tradeoff"), tmp_path / "bad.tradeoff"
    bad.write_text("{", encoding="utf-8")
    app = cast(QApplication, QApplication.instance())
    window = start.open_window(app, [str(good)])
    OPEN.append(window)
    wait_for(lambda: window.workspace is not None and window.workspace.isVisible())
    assert window._welcome is None
    failing = start.open_window(app, [str(bad)])
    OPEN.append(failing)
    assert failing._welcome is None
    wait_for(lambda: failing._welcome is not None and failing._welcome.isVisible())
