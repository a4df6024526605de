"""Closing while something runs: an export is written whole, what is being read is given up, work is kept."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys.test_first_run import has_verdict, results
from tests.journeys.window import dialog_of, has_dialog, open_window, press
from tests.qt_rules import settle, wait_for
from tradeoff_app.storage import atomic
from tradeoff_app.storage.recovery import list_snapshots
from tradeoff_app.ui.dialogs.export import Choices, Snapshot
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.steps.briefing.page import BriefingStep


def _rename(window: MainWindow, title: str = "Changed") -> None:
    window.document.edit(window.document.project.change(title=title), f"Rename to {title}")


def test_that_a_window_that_reads_files_closes_and_leaves_no_worker(tmp_path: Path) -> None:
    window = open_window()
    window.session.import_results(list(results(tmp_path)))
    assert window.session.is_busy
    window.close()
    assert not window.isVisible()
    assert not window.session.is_busy


def test_that_a_question_about_unsaved_work_does_not_disturb_what_is_read(tmp_path: Path) -> None:
    window = open_window(is_story=True)
    _rename(window)
    window.session.import_results(list(results(tmp_path)))
    window.close()
    press(dialog_of(window), "Cancel")
    assert window.isVisible()
    wait_for(lambda: not window.session.is_busy and has_verdict(window), seconds=40)


def test_that_an_export_that_runs_is_written_whole_before_the_window_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(is_story=True)
    assert window.workspace is not None
    window.workspace.show_step("briefing")
    page = window.workspace.steps[-1]
    assert isinstance(page, BriefingStep)
    begun, target = threading.Event(), tmp_path / "memo.pdf"
    write = atomic.write

    def slowly(path: Path, data: bytes, *more: Any) -> None:
        begun.set()
        threading.Event().wait(0.4)
        write(path, data, *more)

    monkeypatch.setattr(atomic, "write", slowly)
    page.exporter.export("pdf", Snapshot.of(window.document), Choices(), target)
    assert begun.wait(30)
    assert not target.exists()
    window.close()
    assert not window.isVisible()
    data = target.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.rstrip().endswith(b"%%EOF")
    assert list(tmp_path.glob(f"{atomic.TEMP_PREFIX}*")) == []


@pytest.mark.parametrize("answer", ["Discard", "Cancel"])
def test_that_closing_while_work_is_put_aside_keeps_exactly_what_was_wanted(
    answer: str, monkeypatch: pytest.MonkeyPatch, app: QApplication
) -> None:
    window = open_window(is_story=True)
    begun, write = threading.Event(), atomic.write

    def slowly(path: Path, data: bytes, *more: Any) -> None:
        begun.set()
        threading.Event().wait(0.3)
        write(path, data, *more)

    monkeypatch.setattr(atomic, "write", slowly)
    _rename(window, "While it is put aside")
    wait_for(begun.is_set)
    window.close()
    press(dialog_of(window), answer)
    settle(app)
    if answer == "Discard":
        wait_for(lambda: not window.isVisible())
        assert list_snapshots() == ()
    else:
        assert window.isVisible()
        wait_for(lambda: [s.title for s in list_snapshots()] == ["While it is put aside"])


def test_that_a_second_attempt_to_close_asks_once(app: QApplication) -> None:
    window = open_window(is_story=True)
    _rename(window)
    window.close()
    dialog_of(window)
    window.close()
    settle(app)
    assert has_dialog(window)
    press(dialog_of(window), "Discard")
    wait_for(lambda: not window.isVisible())
    assert not has_dialog(window)
