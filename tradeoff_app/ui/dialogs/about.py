"""What this program is, and what to copy when something is wrong with it: versions, never anybody's data."""

from __future__ import annotations

import platform
import sys

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

import tradeoff_app
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.dialogs.question import Answer, Question

PURPOSE = QT_TR_NOOP(
    "Turns before and after results into a release decision that leaders can read. Everything stays on this computer."
)


def diagnostics(failures: str = "") -> str:
    """Versions of program, Python, Qt and system, the screen, and the failures noted since the start."""
    screen = QGuiApplication.primaryScreen()
    lines = [
        f"Tradeoff {tradeoff_app.__version__}",
        f"Python {sys.version.split()[0]}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()}, {QGuiApplication.platformName()}",
    ]
    if screen is not None:
        size = screen.size()
        lines.append(f"screen {size.width()} x {size.height()} at {screen.devicePixelRatio():g}")
    return "\n".join([*lines, failures]).rstrip()


def show_about(parent: QWidget | None, failures: str = "") -> Question:
    """Open the dialog."""
    said = diagnostics(failures)
    dialog = Question(
        parent,
        f"Tradeoff {tradeoff_app.__version__}",
        tr(PURPOSE),
        [
            Answer(tr("Copy diagnostics"), lambda: QGuiApplication.clipboard().setText(said)),
            Answer(tr("Close"), kind="primary", is_escape=True),
        ],
        details=said,
    )
    dialog.open()
    return dialog
