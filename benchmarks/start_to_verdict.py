"""Starts the window on the first sample and ends when the verdict is said and the plots are painted.

The figure is the CPU time of the whole process; `benchmarks/start.py` compares it with a bare window.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tradeoff_app.ui.start import make_application, open_window

SAMPLE = Path(__file__).resolve().parents[1] / "sample_projects" / "support-bot.tradeoff"
PATIENCE_SECONDS = 60


def main() -> int:
    """0 when the verdict and the plots stand on the screen, 1 when they did not come in time."""
    app = make_application()
    window = open_window(app, [str(SAMPLE)])
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        app.processEvents()
        if _is_said(window) and _are_painted(window):
            window.close()
            return 0
        time.sleep(0.02)
    return 1


def _is_said(window: object) -> bool:
    from PySide6.QtWidgets import QWidget

    from tradeoff_app.ui.widgets.verdict_bar import VerdictBar

    assert isinstance(window, QWidget)
    return any(bar.isVisible() and bar.text().strip() for bar in window.findChildren(VerdictBar))


def _are_painted(window: object) -> bool:
    from PySide6.QtWidgets import QWidget

    from tradeoff_app.ui.plots.figure_view import FigureView

    assert isinstance(window, QWidget)
    views = [view for view in window.findChildren(FigureView) if view.isVisible()]
    return bool(views) and all(view.figure is not None for view in views) and not window.grab().isNull()


if __name__ == "__main__":
    sys.exit(main())
