"""Painting a page again shows the same picture and leaves everything as it was; what fails in it is told once."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QAbstractItemModel, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from tests.journeys.window import open_window
from tests.qt_rules import settle

MEMOS = {"_kept", "_natural"}
"""Lines that were laid out, which tests/contracts/test_paint.py allows to be kept."""


def _own(window: QWidget) -> list[QWidget]:
    widgets = [window, *window.findChildren(QWidget)]
    return [widget for widget in widgets if type(widget).__module__.startswith("tradeoff_app")]


def _state(window: QWidget) -> dict[tuple[QWidget, str], int]:
    """Which object every attribute of every widget of ours is."""
    return {(w, name): id(value) for w in _own(window) for name, value in vars(w).items() if name not in MEMOS}


def _clocks() -> int:
    return sum(isinstance(x, QTimer) and shiboken6.isValid(x) and x.isActive() for x in gc.get_objects())


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_that_painting_a_page_again_changes_nothing(scheme: str, app: QApplication) -> None:
    window = open_window(is_story=True)
    window._set_scheme(scheme)
    workspace, document = window.workspace, window.document
    assert workspace is not None
    told: list[str] = []
    for name in ("outcome_changed", "document_replaced", "modified_changed", "selection_changed", "drag_ended"):
        getattr(document, name).connect(lambda said=name: told.append(said))
    for step in workspace.steps:
        workspace.show_step(step.step_id)
        settle(app)
        workspace.wait()
        settle(app)
        first = window.grab().toImage()
        for view in window.findChildren(QAbstractItemView):
            model = view.model()
            if isinstance(model, QAbstractItemModel):
                model.modelReset.connect(lambda: told.append("reset"))
                model.dataChanged.connect(lambda *_: told.append("data"))
                model.layoutChanged.connect(lambda *_: told.append("layout"))
        before, project, clocks = _state(window), document.project, _clocks()
        told.clear()
        second = window.grab().toImage()
        assert second == first, step.step_id
        assert _state(window) == before, step.step_id
        assert document.project is project
        assert told == [], step.step_id
        assert _clocks() == clocks, step.step_id
    window._set_scheme("light")


PROGRAM = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QTableView, QWidget
from tests.app.stories import story
from tradeoff_app.app.crash import CrashWatch
from tradeoff_app.storage.recovery import list_snapshots
from tradeoff_app.ui.start import make_application, open_window
from tradeoff_app.ui.tables.plain_model import Cell, Column, PlainTableModel, Row

class Broken(QWidget):
    painted = 0

    def paintEvent(self, event):
        Broken.painted += 1
        raise ValueError("customer 4711")

class BrokenModel(PlainTableModel):
    def data(self, *_args):
        Broken.painted += 1
        raise ValueError("customer 4711")

app = make_application()
window = open_window(app)
watch = CrashWatch(Path(sys.argv[2]))
watch.failed.connect(window.say_failure)
watch.install()
project, evidence = story()
window.document.open(project, evidence.source, evidence, is_saved=True)
window.document.edit(project.change(title="Unsaved"), "Rename")
if sys.argv[1] == "widget":
    broken = Broken(window)
else:
    broken, model = QTableView(window), BrokenModel([Column("one")])
    model.set_rows([Row((Cell("a"),), "a"), Row((Cell("b"),), "b")])
    broken.setModel(model)
broken.resize(80, 60)
broken.show()
again = QTimer()
again.timeout.connect(broken.window().update)
again.start(20)

def look():
    again.stop()
    shown = [d for d in window.findChildren(QDialog) if d.isVisible() and d.windowTitle() == "Something went wrong"]
    kept = [snapshot.title for snapshot in list_snapshots()]
    print(len(shown), Broken.painted > 3, kept, window.isVisible(), flush=True)
    app.exit(0)

QTimer.singleShot(1500, look)
app.exec()
watch.uninstall()
window.session.close()
"""


@pytest.mark.parametrize("what", ["widget", "model"])
def test_that_a_failure_in_painting_is_said_once_however_often_it_is_painted(what: str, tmp_path: Path) -> None:
    """In a program of its own: where a test calls Qt, what fails below it comes out of that call."""
    logs = tmp_path / "logs"
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, what, str(logs)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout.split("\n")[0] == "1 True ['Unsaved'] True", done.stderr[-2000:]
    log = (logs / "errors.log").read_text(encoding="utf-8")
    assert log.count("ValueError at") == 1
    assert "4711" not in log
