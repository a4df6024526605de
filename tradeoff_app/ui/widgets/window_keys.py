"""Keys of the window in a field: Qt gives Ctrl+Z, Ctrl+E and Ctrl+K to the field with the focus, and to nobody else.

A field takes its own letters back while somebody writes in it; everything else that has a shortcut in the window is
meant for the window, also where a desktop knows the same keys for moving about in a line.
"""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_for_window(field: QWidget, event: QKeyEvent, *, is_written: bool) -> bool:
    """Whether a key was meant for the window, which then has done it; undo and redo are the field's while written."""
    is_step = any(event.matches(key) for key in STEPS)
    if is_step and is_written:
        return False
    pressed = QKeySequence(event.keyCombination())
    for action in field.window().actions():
        if action.isEnabled() and pressed in action.shortcuts():
            action.trigger()
            return True
    return is_step
