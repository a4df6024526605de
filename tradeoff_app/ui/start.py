"""Opens the window: the guard first, then the application, then whatever file was named."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tradeoff_app.app.guard import check_toolkit
from tradeoff_app.ui.toolkit import import_toolkit

WARM_UP_MILLISECONDS = 1500
"""After the window is up: the worker that waits for files starts when the first picture stands."""

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from tradeoff_app.ui.main_window import MainWindow


def run(path: str | None = None, *more: str) -> int:
    """Open the window, on Welcome or on the files that are named; the exit code of the application."""
    refusal = check_toolkit()
    if refusal is not None:
        sys.stderr.write(f"tradeoff: {refusal}\n")
        return 3
    import_toolkit()
    from PySide6.QtCore import QTimer

    from tradeoff_app.app.crash import CrashWatch
    from tradeoff_app.app.single_instance import InstanceServer, hand_over
    from tradeoff_app.app.spare_worker import SPARE
    from tradeoff_app.storage.recovery import list_snapshots

    app = make_application()
    names = [name for name in (path, *more) if name is not None]
    if hand_over(names):
        return 0
    window = open_window(app, names)
    server = InstanceServer(window)
    server.files_named.connect(window.take_over)
    server.listen()
    watch = CrashWatch()
    watch.failed.connect(window.say_failure)
    watch.install()
    window.offer_recovery(list_snapshots())
    QTimer.singleShot(WARM_UP_MILLISECONDS, window, SPARE.prepare)
    QTimer.singleShot(WARM_UP_MILLISECONDS, window, window.session.sweep)
    try:
        return app.exec()
    finally:
        SPARE.close()
        server.close()
        watch.uninstall()


def make_application() -> QApplication:
    """The application with name, style and theme. Only the program's name is handed on: Qt would take options."""
    import_toolkit()
    from PySide6.QtWidgets import QApplication

    from tradeoff_app.app import translation
    from tradeoff_app.app.collector import rest_while_starting
    from tradeoff_app.app.heap import map_large_pieces
    from tradeoff_app.app.preferences import PreferenceStore
    from tradeoff_app.ui import theme

    map_large_pieces()
    app = QApplication(sys.argv[:1])
    rest_while_starting(app)
    app.setApplicationName("tradeoff")
    app.setApplicationDisplayName("")
    app.setDesktopFileName("tradeoff")
    preferences = PreferenceStore().value
    translation.install(translation.language_for(preferences.language))
    theme.install(app, preferences.scheme)
    theme.set_high_contrast(is_high=preferences.has_high_contrast)
    return app


def open_window(_app: QApplication, names: Sequence[str] = ()) -> MainWindow:
    """The window on the screen, with what it was asked to open on its way."""
    from tradeoff_app.app.session import PROJECT_ENDINGS
    from tradeoff_app.ui.main_window import MainWindow

    paths = [Path(name) for name in names]
    window = MainWindow(is_opening=len(paths) == 1 and paths[0].suffix.lower() in PROJECT_ENDINGS)
    window.show()
    if paths:
        window.files.take_files(paths)
    return window
