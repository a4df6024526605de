"""The toolkit gives back every reference to None and True; a version that does not would end the process later."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel

CALLS = 100


class Bell(QObject):
    """Something that rings."""

    rung = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0
        self.rung.connect(self.hear)

    def hear(self, _times: int) -> None:
        """Count."""
        self.heard += 1


def test_that_a_hundred_signals_cost_no_reference() -> None:
    bell = Bell()
    bell.rung.emit(0)
    before = sys.getrefcount(True), sys.getrefcount(None)
    for number in range(CALLS):
        bell.rung.emit(number)
    after = sys.getrefcount(True), sys.getrefcount(None)
    assert bell.heard == CALLS + 1
    assert [abs(now - then) < CALLS // 2 for then, now in zip(before, after, strict=True)] == [True, True]


def test_that_a_hundred_calls_that_return_none_cost_no_reference() -> None:
    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(CALLS):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < CALLS // 2
