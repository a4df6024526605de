"""Every control of every dialog has a name for a screen reader, is reached by Tab, and Escape leads out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QPushButton

from tests.app.stories import story
from tests.app.test_data_changes import files
from tests.journeys.test_data import compared, page_of
from tests.journeys.window import dialog_of, has_dialog, open_window, press
from tests.qt_rules import settle, wait_for
from tests.ui.test_accessible_names import _focusable, _name
from tradeoff_app.analysis.observations import Problem
from tradeoff_app.storage.project_file import write_project
from tradeoff_app.storage.recovery import SnapshotWriter, list_snapshots
from tradeoff_app.ui.dialogs.arms import ArmsDialog
from tradeoff_app.ui.dialogs.brought_files import BroughtFilesDialog
from tradeoff_app.ui.dialogs.column_mapping import ColumnMappingDialog
from tradeoff_app.ui.dialogs.error_readings import ErrorReadingsDialog
from tradeoff_app.ui.dialogs.name_dialog import NameDialog
from tradeoff_app.ui.dialogs.problems import ProblemsDialog
from tradeoff_app.ui.dialogs.unit_list import UnitListDialog
from tradeoff_app.ui.dialogs.update_data import UpdateDataDialog
from tradeoff_app.ui.dialogs.which_before import WhichBeforeDialog
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.widgets.focus_ring import FocusRing


def _leave(window: MainWindow, app: QApplication, dialog: QDialog) -> None:
    """Look at the names, go round with Tab, and leave with Escape."""
    settle(app)
    assert dialog.windowTitle().strip()
    controls = _focusable(dialog)
    assert controls, dialog.windowTitle()
    nameless = [type(control).__name__ for control in controls if not _name(control).strip()]
    assert nameless == [], dialog.windowTitle()
    dialog.activateWindow()
    settle(app)
    reached = set()
    for _ in range(2 * len(controls) + 10):
        QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    ring, focused = dialog.findChild(FocusRing), QApplication.focusWidget()
    settle(app)
    assert ring is not None, dialog.windowTitle()
    assert isinstance(focused, QAbstractItemView) or ring.isVisible(), dialog.windowTitle()
    assert None not in reached
    assert len(reached) > 1 or len(controls) == 1
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(app)
    assert not has_dialog(window), dialog


def test_that_the_dialogs_of_a_project_can_be_used_without_eyes_or_mouse(app: QApplication, tmp_path: Path) -> None:
    window = open_window(is_story=True)
    for name in ("why", "palette", "shortcuts", "about", "explain"):
        window.actions_[name].trigger()
        _leave(window, app, dialog_of(window))
    assert window.workspace is not None
    window.workspace.dock.figure.show_table()
    _leave(window, app, dialog_of(window))
    project, evidence = story()
    one, two = tmp_path / "one.tradeoff", tmp_path / "two.tradeoff"
    write_project(one, project, evidence.source)
    write_project(two, project.change(title="Two"), evidence.source)
    window.files.compare_files([one, two])
    _leave(window, app, dialog_of(window))
    SnapshotWriter("one").write(project.change(title="Left"), evidence.source, one, None)
    window.offer_recovery(list_snapshots())
    _leave(window, app, dialog_of(window))
    window.document.edit(project.change(title="Changed"), "Rename")
    window.close()
    _leave(window, app, dialog_of(window))


def test_that_the_dialogs_about_files_can_be_used_without_eyes_or_mouse(app: QApplication) -> None:
    window = open_window()
    paths = [Path("a.csv"), Path("b.csv"), Path("c.csv")]
    for dialog in (
        WhichBeforeDialog(paths[:2], lambda _paths: None, window),
        BroughtFilesDialog(paths, lambda _use: None, window),
        ArmsDialog(["a", "b", "c"], ["before", "after", "reference"], lambda _choice: None, window),
        ProblemsDialog([Problem("error", "code", "a.csv", "row 3", "it has no number", "Give it one")], window),
        UnitListDialog("Units only in a.csv", ["q1", "q2"], window),
        NameDialog("Name this version", "Name", "4.3", window),
    ):
        dialog.open()
        _leave(window, app, dialog)


def test_that_the_dialogs_about_data_can_be_used_without_eyes_or_mouse(app: QApplication, tmp_path: Path) -> None:
    def failing(good: int, every: int) -> str:
        lines = [
            f"u{i},{'' if i % every == 0 else int(i % 10 < good)},{'timeout' if i % every == 0 else 'ok'}"
            for i in range(60)
        ]
        return "id,done,status\n" + "\n".join(lines) + "\n"

    window = compared(files(tmp_path, failing(5, 9), failing(7, 4)))
    window.data_flow.do("columns")
    columns = dialog_of(window, ColumnMappingDialog)
    assert isinstance(columns, ColumnMappingDialog)
    wait_for(lambda: columns.is_ready, seconds=40)
    _leave(window, app, columns)
    window.data_flow.do("define_segment")
    _leave(window, app, dialog_of(window))
    press(page_of(window), "What if they counted otherwise?")
    _leave(window, app, dialog_of(window, ErrorReadingsDialog))
    window.data_flow._update_with(files(tmp_path, failing(6, 9), failing(8, 4)))
    _leave(window, app, dialog_of(window, UpdateDataDialog))


def test_that_the_focus_can_be_seen_in_a_question_and_stands_on_its_answer(app: QApplication) -> None:
    window = open_window(is_story=True)
    window.document.edit(window.document.project.change(title="Changed"), "Rename")
    window.close()
    question = dialog_of(window)
    question.activateWindow()
    settle(app)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Save", "Space must not throw the work away"
    QTest.keyClick(question.windowHandle(), Qt.Key.Key_Backtab)
    settle(app)
    ring = question.findChild(FocusRing)
    assert ring is not None
    assert ring.isVisible()
    assert ring.widget() is QApplication.focusWidget()
