"""What a replaced project or its rows leave behind is freed as soon as the window has been idle a moment."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tradeoff_app.app import collector
from tradeoff_app.app.collector import look_when_idle, watch_idle_moments


class _Held:
    """Something that only a cycle keeps."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def _rarely() -> Iterator[None]:
    found = gc.get_threshold()
    gc.set_threshold(10**6, 10**3, 10**3)
    yield
    gc.set_threshold(*found)


@pytest.mark.usefixtures("_rarely")
def test_that_a_cycle_is_freed_once_the_window_is_idle(app: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collector, "IDLE_MILLISECONDS", 20)
    clock = watch_idle_moments(app)
    left = weakref.ref(_Held())
    look_when_idle()
    look_when_idle()
    assert left() is not None
    for _ in range(100):
        if left() is not None:
            QTest.qWait(20)
    assert left() is None
    assert not clock.isActive()
    shiboken6.delete(clock)


def test_that_nothing_is_wound_up_where_nobody_watches(app: QApplication) -> None:
    look_when_idle()
    assert not any(child.isActive() for child in app.findChildren(QTimer, "idle_look"))
