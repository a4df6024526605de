"""The real window in folders of its own, how it is brought to rest, and what it holds then."""

from __future__ import annotations

import gc
import os
import random
import shutil
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = tempfile.mkdtemp(prefix="tradeoff-soak-")
os.environ |= {"HOME": HOME, "TRADEOFF_CONFIG": f"{HOME}/config", "XDG_DATA_HOME": f"{HOME}/data"}

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler  # noqa: E402 - after the folders are set
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog  # noqa: E402 - after the folders are set

from tradeoff_app.app.spare_worker import SPARE  # noqa: E402 - after the folders are set
from tradeoff_app.ui.main_window import MainWindow  # noqa: E402 - after the folders are set

SAMPLES = Path(__file__).resolve().parents[1] / "sample_projects"
SIZES = ((960, 540), (1280, 800), (1440, 900), (1920, 1080))
RESULTS = (
    ("support-bot-4.2.csv", "support-bot-4.3.csv"),
    ("drafting-assistant-7.eval", "drafting-assistant-8.eval"),
)
HARMLESS = ("propagateSizeHints", "This plugin does not support")
"""What the offscreen platform says about itself."""


def bring_to_rest(app: QApplication, window: MainWindow) -> None:
    """The window as large as at the other time, on the same page of the same project, with nothing under way."""
    end = time.monotonic() + 60.0
    while window.session.is_busy and time.monotonic() < end:
        let_pass(app, 0.05)
    close_dialogs(window)
    window.resize(*SIZES[0])
    window.session.open_project(SAMPLES / "support-bot.tradeoff", is_sample=True)
    end = time.monotonic() + 30.0
    while window.session.is_busy and time.monotonic() < end:
        let_pass(app, 0.05)
    if window.workspace is not None and window.document.is_open:
        window.workspace.show_step("compare")
    let_pass(app, 2.0)
    if window.workspace is not None:
        window.workspace.wait()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


def close_dialogs(window: MainWindow) -> None:
    """Give up every dialog that stands over the window."""
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.reject()


def memory_at_rest(app: QApplication, window: MainWindow) -> float:
    """Resident memory, in MB, of a window that was brought to rest."""
    bring_to_rest(app, window)
    return memory_mb()["Rss"]


def memory_mb() -> dict[str, float]:
    """Memory of this process in MB: resident, and the part that is its own alone."""
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    fields = {line.partition(":")[0]: line.split() for line in lines}
    return {name: round(int(fields[name][1]) * 1024 / 1e6, 1) for name in ("Rss", "Anonymous")}


def state_of(app: QApplication) -> dict[str, float]:
    """Memory and what could gather: widgets, and those that belong to no other."""
    orphans = sum(widget.parent() is None for widget in app.topLevelWidgets())
    return {**memory_mb(), "widgets": len(app.allWidgets()), "orphans": orphans}


def hear_qt(said: list[str]) -> None:
    """Keep what Qt warns of in `said`."""

    def hear(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not any(word in text for word in HARMLESS):
            said.append(f"{kind.name}: {text}")

    qInstallMessageHandler(hear)


def close_for_good(window: MainWindow) -> None:
    """End as the program does."""
    window.document.close()
    window.close()
    SPARE.close()
    shutil.rmtree(HOME, ignore_errors=True)


def answer_file_dialogs(rng: random.Random | None = None) -> None:
    """A file dialog waits for a person: here it is given up, or with `rng` as often answered with files of a sample."""

    def chosen() -> list[str]:
        return [] if rng is None or rng.random() < 0.5 else [str(SAMPLES / name) for name in rng.choice(RESULTS)]

    def place(ending: str) -> str:
        return "" if rng is None or rng.random() < 0.5 else str(Path(HOME) / f"soak{rng.randint(1, 3)}.{ending}")

    def show(dialog: QFileDialog, *_: object) -> None:
        path = place(dialog.defaultSuffix() or "tradeoff")
        if path:
            dialog.fileSelected.emit(path)
        dialog.reject()

    QFileDialog.exec = lambda *_: 0  # type: ignore[method-assign]
    QFileDialog.open = QFileDialog.show = show  # type: ignore[method-assign, assignment]
    QFileDialog.getOpenFileName = staticmethod(lambda *_a, **_k: (next(iter(chosen()), ""), ""))  # type: ignore[method-assign]
    QFileDialog.getOpenFileNames = staticmethod(lambda *_a, **_k: (chosen(), ""))  # type: ignore[method-assign]
    QFileDialog.getSaveFileName = staticmethod(lambda *_a, **_k: (place("tradeoff"), ""))  # type: ignore[method-assign]


def let_pass(app: QApplication, seconds: float) -> None:
    """Let events run for some time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)
