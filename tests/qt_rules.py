"""What holds for every test with Qt: no warning, no thread or clock left behind, no file of the user touched."""

from __future__ import annotations

import gc
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QThread,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from tradeoff_app.ui import theme

HARMLESS = ("propagateSizeHints", "This plugin does not support")
"""What the offscreen platform says about itself."""


@pytest.fixture(scope="session")
def app() -> QApplication:
    """The one application of the test run, in the light scheme."""
    running = QApplication.instance()
    if not isinstance(running, QApplication):
        running = QApplication(["tradeoff-tests"])
        theme.install(running, "light")
    return running


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings, recovery and logs of the test, not of the user."""
    monkeypatch.setenv("TRADEOFF_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("TRADEOFF_CONFIG", str(tmp_path / "config"))


@pytest.fixture(autouse=True)
def quiet_qt(app: QApplication) -> Iterator[None]:
    """A warning of Qt fails the test that provoked it; so does a thread that outlives it."""
    said: list[str] = []

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(word in text for word in HARMLESS):
            said.append(f"{kind.name}: {text}")

    before = set(threading.enumerate())
    qInstallMessageHandler(hear)
    yield
    for window in app.topLevelWidgets():
        window.hide()
        window.deleteLater()
    settle(app)
    qInstallMessageHandler(None)
    assert not said, "\n".join(said)
    left = [thread for thread in threading.enumerate() if thread not in before and thread.is_alive()]
    assert left == []


@pytest.fixture(scope="module", autouse=True)
def no_clock_left(app: QApplication) -> Iterator[None]:
    """No running clock without a living owner, no running thread of Qt, after the tests of a module."""
    yield
    settle(app)
    gc.collect()
    alive = [found for found in gc.get_objects() if isinstance(found, QTimer | QThread) and shiboken6.isValid(found)]
    assert [clock for clock in alive if isinstance(clock, QTimer) and clock.isActive()] == []
    assert [thread for thread in alive if isinstance(thread, QThread) and thread.isRunning()] == []


def settle(app: QApplication) -> None:
    """Let everything that waits happen, deletions as well."""
    for _ in range(3):
        app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        app.processEvents()


def wait_for(ready: Callable[[], object], seconds: float = 10.0) -> None:
    """Let clocks and events run until something is so; fails where it never is."""
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end, "it never happened"
        QCoreApplication.processEvents()
        time.sleep(0.002)
