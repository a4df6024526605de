"""What fails in a slot, a thread or a job is said once, the work is put aside first, and the window goes on."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from tests.journeys.window import dialog_of, open_window, press
from tests.qt_rules import settle, wait_for
from tradeoff_app.app.crash import CrashWatch
from tradeoff_app.storage import atomic
from tradeoff_app.storage.recovery import list_snapshots, remove_snapshot
from tradeoff_app.ui.dialogs.export import Choices, Exporter, Snapshot
from tradeoff_app.ui.main_window import MainWindow

SECRET = "customer 4711"


def _fail() -> None:
    raise ValueError(SECRET)


class HeldByExcel(atomic.FileOperations):
    """The target is open in another program, as Windows says it."""

    def replace(self, source: Path, target: Path) -> None:  # noqa: ARG002 - as the one that it stands for
        error = PermissionError(13, "The process cannot access the file")
        error.winerror = 32  # type: ignore[attr-defined]
        raise error


@pytest.fixture
def window(tmp_path: Path) -> Iterator[MainWindow]:
    """A window with unsaved work, watched as the program watches it."""
    opened = open_window(is_story=True)
    opened.document.edit(opened.document.project.change(title="Unsaved"), "Rename")
    watch = CrashWatch(tmp_path / "logs")
    watch.failed.connect(opened.say_failure)
    watch.install()
    yield opened
    watch.uninstall()
    for snapshot in list_snapshots():
        remove_snapshot(snapshot.path)


def _said(window: MainWindow) -> list[QDialog]:
    return [d for d in window.findChildren(QDialog) if d.isVisible() and d.windowTitle() == "Something went wrong"]


@pytest.mark.parametrize("place", ["slot", "thread", "job"])
def test_that_a_failure_anywhere_is_said_once_with_the_work_put_aside(
    window: MainWindow, place: str, app: QApplication
) -> None:
    def fail_there() -> None:
        if place == "slot":
            QTimer.singleShot(0, window, _fail)
        elif place == "thread":
            thread = threading.Thread(target=_fail)
            thread.start()
            thread.join()
        else:
            window.session._work.start(_fail)

    fail_there()
    wait_for(lambda: _said(window))
    assert [snapshot.title for snapshot in list_snapshots()] == ["Unsaved"]
    fail_there()
    settle(app)
    wait_for(lambda: not window.session.is_busy)
    settle(app)
    assert len(_said(window)) == 1
    press(_said(window)[0], "Close")
    window.document.edit(window.document.project.change(title="Goes on"), "Rename")
    assert window.document.project.title == "Goes on"


def test_that_what_failed_can_be_copied_without_anybodys_data(window: MainWindow) -> None:
    QTimer.singleShot(0, window, _fail)
    wait_for(lambda: _said(window))
    press(_said(window)[0], "Close")
    window.actions_["about"].trigger()
    press(dialog_of(window), "Copy diagnostics")
    text = QApplication.clipboard().text()
    assert "ValueError at test_failures.py" in text
    assert SECRET not in text
    assert "Unsaved" not in text


def test_that_an_export_over_a_file_that_excel_has_open_says_so_and_keeps_the_choices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(is_story=True)
    target = tmp_path / "memo.xlsx"
    target.write_bytes(b"the old workbook")
    write = atomic.write
    monkeypatch.setattr(atomic, "write", lambda path, data: write(path, data, HeldByExcel()))
    exporter, choices = Exporter(window), Choices(paper="letter", left_out=frozenset({"method"}))
    exporter.export("excel", Snapshot.of(window.document), choices, target)
    dialog = dialog_of(window)
    assert dialog.windowTitle() == "memo.xlsx was not written"
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Another program has it open" in said
    assert target.read_bytes() == b"the old workbook"
    assert list(tmp_path.glob(f"{atomic.TEMP_PREFIX}*")) == []
    asked: list[Choices] = []
    monkeypatch.setattr(Exporter, "ask", lambda _exporter, _kind, _snapshot, kept: asked.append(kept))
    press(dialog, "Save somewhere else…")
    assert asked == [choices]
