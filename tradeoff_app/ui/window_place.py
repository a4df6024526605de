"""Where the window was and how it was divided, kept between starts; a window off the screen is brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSettings, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow

from tradeoff_app.ui.steps.catalogue import STEPS

if TYPE_CHECKING:
    from tradeoff_app.ui.workspace import Workspace

FIRST_SIZE = QSize(1440, 900)
FRAME = QSize(16, 48)
"""Room for the title bar and borders that the desktop puts around the window, which nobody knows before it is shown."""


class WindowPlace:
    """Geometry and splitter of the window in QSettings."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def restore(self, window: QMainWindow) -> None:
        """Where it was; else as large as the screen allows, at most 1440 x 900."""
        stored = self._settings.value("geometry")
        if isinstance(stored, QByteArray) and window.restoreGeometry(stored) and _is_on_a_screen(window.geometry()):
            return
        screen = QGuiApplication.primaryScreen()
        room = screen.availableGeometry() if screen is not None else QRect(0, 0, 1440, 900)
        size = FIRST_SIZE.boundedTo(room.size() - FRAME)
        window.resize(size)
        window.move(room.center().x() - size.width() // 2, room.center().y() - size.height() // 2)

    def restore_dock(self, workspace: Workspace) -> None:
        """The dock as wide as the user made it."""
        width = self._settings.value("dock_width")
        if isinstance(width, str | int) and str(width).isdigit():
            workspace.restore_dock(int(width))
        stored = {entry.step_id: self._settings.value(f"steps/{entry.step_id}") for entry in STEPS}
        workspace.restore_layouts(
            {key: int(state) for key, state in stored.items() if isinstance(state, str | int) and str(state).isdigit()}
        )

    def store(self, window: QMainWindow, workspace: Workspace | None) -> None:
        """Keep it for the next start."""
        self._settings.setValue("geometry", window.saveGeometry())
        width = workspace.dock_state() if workspace is not None else None
        if width is not None:
            self._settings.setValue("dock_width", width)
        for step in workspace.made_steps() if workspace is not None else ():
            state = step.layout_state()
            if state is not None:
                self._settings.setValue(f"steps/{step.step_id}", state)
        self._settings.sync()


def _is_on_a_screen(place: QRect) -> bool:
    """Whether enough of it can be seen to take hold of it."""
    return any(
        (seen := screen.availableGeometry().intersected(place)).width() >= 200 and seen.height() >= 100
        for screen in QGuiApplication.screens()
    )
