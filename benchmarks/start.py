"""The first painted window and the way to the sample's verdict, beside a bare window of the same toolkit."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from ratios import Ratio, report

HERE = Path(__file__).resolve().parent
BARE = "from PySide6.QtWidgets import QApplication, QMainWindow\napp = QApplication([])\nwindow = QMainWindow()\n"
PAINT = "window.resize(1440, 900)\nwindow.show()\nfor _ in range(20):\n    app.processEvents()\nwindow.grab()\n"
PLOT = "import pyqtgraph\nwindow.setCentralWidget(pyqtgraph.PlotWidget())\n"
OURS = (
    "from tradeoff_app.ui.start import make_application, open_window\n"
    "app = make_application()\nwindow = open_window(app)\n"
)
ROUNDS = 5
BYTECODE = tempfile.TemporaryDirectory(prefix="tradeoff-bytecode-")
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "QT_QPA_PLATFORM": "offscreen",
    "PYTHONPYCACHEPREFIX": BYTECODE.name,
}
"""Both sides keep compiled modules, as an installed program does, whatever the shell says."""


def cpu_seconds(arguments: list[str]) -> float:
    """User and system CPU of a child process; raises CalledProcessError where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, env=ENVIRONMENT, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(claim: str, ours: list[str], yardstick: list[str], promised: float) -> Ratio:
    """Both processes in turn, the median of each; a first round leaves the compiled modules that any start leaves."""
    cpu_seconds(ours), cpu_seconds(yardstick)
    pairs = sorted((cpu_seconds(ours), cpu_seconds(yardstick)) for _ in range(ROUNDS))
    mine, theirs = sorted(p[0] for p in pairs)[ROUNDS // 2], sorted(p[1] for p in pairs)[ROUNDS // 2]
    return Ratio(claim, mine * 1000, theirs * 1000, mine / theirs, promised)


if __name__ == "__main__":
    report(
        [
            compare("first painted window / bare window", ["-c", OURS + PAINT], ["-c", BARE + PAINT], 2.0),
            compare(
                "sample to verdict / bare window with one plot",
                [str(HERE / "start_to_verdict.py")],
                ["-c", BARE + PLOT + PAINT],
                1.5,
            ),
        ]
    )
