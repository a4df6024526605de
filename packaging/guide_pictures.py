"""Makes the guide's pictures from the real window on the first sample, in light and dark: `make pictures`."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = tempfile.mkdtemp(prefix="tradeoff-pictures-")
os.environ |= {"HOME": HOME, "TRADEOFF_CONFIG": f"{HOME}/config", "XDG_DATA_HOME": HOME, "XDG_STATE_HOME": HOME}

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from tradeoff_app.ui import theme
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.start import make_application, open_window

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "sample_projects" / "support-bot.tradeoff"
FOLDER = ROOT / "docs" / "guide" / "pictures"
SIZE = QSize(1440, 900)
STEPS = ("data", "compare", "value", "gates", "scenarios", "decide", "briefing")
CALM_SECONDS = 1.5
"""A page is finished when its plots and previews have been painted."""


def settle(app: QApplication, seconds: float = CALM_SECONDS) -> None:
    """Let the window do what it has to."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.005)


def take(app: QApplication, window: MainWindow, name: str) -> None:
    """Save the window as one picture, in few colours: it is mostly text."""
    settle(app)
    picture = window.grab().toImage()
    picture.convertToFormat(picture.Format.Format_RGB32).save(str(FOLDER / f"{name}.png"), "PNG", 0)
    print(f"{datetime.now().astimezone():%H:%M:%S} {name}")


def main() -> None:
    """Welcome and every step, in both schemes."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    app = make_application()
    for scheme in ("light", "dark"):
        theme.set_scheme(scheme)
        window = open_window(app)
        window.resize(SIZE)
        take(app, window, f"welcome-{scheme}")
        window.files.open_sample(str(SAMPLE))
        settle(app, 4)
        assert window.workspace is not None
        for step in STEPS:
            window.workspace.show_step(step)
            take(app, window, f"{step}-{scheme}")
        window.document.close()
        window.close()


if __name__ == "__main__":
    sys.exit(main())
