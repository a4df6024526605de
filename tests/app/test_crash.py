"""Failures of ours: noted without anybody's data, told once for each cause, from any thread."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from tests.qt_rules import wait_for
from tradeoff_app.app.crash import CrashWatch, Failure

SECRET = "customer 4711 said hello"


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[CrashWatch]:
    """A watch that is installed for the test."""
    installed = CrashWatch(tmp_path / "logs")
    installed.install()
    yield installed
    installed.uninstall()


def _fail() -> None:
    raise ValueError(SECRET)


def _heard(watch: CrashWatch) -> list[Failure]:
    got: list[Failure] = []
    watch.failed.connect(got.append)
    return got


def test_that_a_failure_in_a_clock_is_told_and_the_program_goes_on(watch: CrashWatch) -> None:
    got = _heard(watch)
    QTimer.singleShot(0, _fail)
    wait_for(lambda: bool(got))
    assert got[0].kind == "ValueError"
    assert "_fail" in got[0].place


def test_that_a_failure_in_a_slot_is_told(watch: CrashWatch) -> None:
    class Bell(QObject):
        rung = Signal()

    got, bell = _heard(watch), Bell()
    bell.rung.connect(_fail)
    bell.rung.emit()
    wait_for(lambda: bool(got))


def test_that_one_cause_is_told_once(watch: CrashWatch) -> None:
    got = _heard(watch)
    for _ in range(5):
        QTimer.singleShot(0, _fail)
    for _ in range(10):
        QCoreApplication.processEvents()
    assert len(got) == 1


def test_that_a_failure_in_a_thread_reaches_the_thread_of_the_window(watch: CrashWatch) -> None:
    got: list[Any] = []
    watch.failed.connect(lambda failure: got.append((failure, threading.current_thread())))
    thread = threading.Thread(target=_fail)
    thread.start()
    thread.join()
    wait_for(lambda: bool(got))
    assert got[0][1] is threading.main_thread()


def test_that_the_log_holds_places_but_no_messages(watch: CrashWatch, tmp_path: Path) -> None:
    got = _heard(watch)
    QTimer.singleShot(0, _fail)
    wait_for(lambda: bool(got))
    logged = (tmp_path / "logs" / "errors.log").read_text(encoding="utf-8")
    assert "ValueError at test_crash.py" in logged
    assert SECRET not in logged + got[0].as_text()


def test_that_the_hooks_are_given_back(tmp_path: Path) -> None:
    before = sys.excepthook, threading.excepthook
    watch = CrashWatch(tmp_path)
    watch.install()
    assert sys.excepthook is not before[0]
    watch.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


def test_that_a_folder_that_can_not_be_written_does_not_hide_the_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    watch = CrashWatch(tmp_path / "file" / "logs")
    got = _heard(watch)
    watch.install()
    QTimer.singleShot(0, _fail)
    wait_for(lambda: bool(got))
    watch.uninstall()
