"""The real window, on the story, for tests that use it as a person would."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from tests.app.stories import story
from tests.qt_rules import wait_for
from tradeoff_app.ui.main_window import MainWindow

OPEN: list[MainWindow] = []
"""Windows of the running test, so that none is taken away while it is looked at."""


def open_window(*, is_story: bool = False, path: Path | None = None, size: tuple[int, int] = (1440, 900)) -> MainWindow:
    """A shown window; with the story open where it is asked for."""
    window = MainWindow()
    OPEN.append(window)
    window.resize(*size)
    window.show()
    if is_story:
        project, evidence = story()
        window.document.open(project, evidence.source, evidence, path=path, is_saved=True)
    QApplication.processEvents()
    return window


def close_windows() -> None:
    """Close what a test left open, without a question."""
    while OPEN:
        window = OPEN.pop()
        window.document.close()
        window.close()
        window.deleteLater()


def dialog_of(window: QWidget, kind: type[QDialog] = QDialog) -> QDialog:
    """The dialog that stands over the window; waits for it."""
    wait_for(lambda: _dialogs(window, kind))
    return _dialogs(window, kind)[-1]


def has_dialog(window: QWidget) -> bool:
    """Whether the window asks something."""
    return bool(_dialogs(window, QDialog))


def press(owner: QWidget, text: str) -> None:
    """Click the button with this text."""
    for button in owner.findChildren(QPushButton):
        if button.text().replace("&&", "&") == text and button.isVisibleTo(owner):
            button.click()
            QApplication.processEvents()
            return
    raise AssertionError(f"there is no button “{text}”")


def _dialogs(window: QWidget, kind: type[QDialog]) -> list[QDialog]:
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]
