"""Texts of other people's files are shown as they are in every view, and none of them makes the window open a file.

The canary is a named pipe: whoever opened it as a picture would wait at it for ever, so a watcher at its other end lets
them through and notes it.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QTextBrowser,
    QTextEdit,
    QToolTip,
    QWidget,
)

from tests.journeys.window import OPEN, dialog_of, open_window
from tests.qt_rules import settle, wait_for
from tests.ui.nasty import nasty_strings
from tests.ui.steps.stories import support_document
from tradeoff_app.analysis.observations import Problem
from tradeoff_app.app.recent_files import RecentFiles
from tradeoff_app.model.project import Project
from tradeoff_app.storage.project_file import write_project
from tradeoff_app.storage.recovery import SnapshotWriter, list_snapshots
from tradeoff_app.ui.dialogs.arms import ArmsDialog
from tradeoff_app.ui.dialogs.brought_files import BroughtFilesDialog
from tradeoff_app.ui.dialogs.problems import ProblemsDialog
from tradeoff_app.ui.dialogs.which_before import WhichBeforeDialog
from tradeoff_app.ui.explaining import quantity_of
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.plots.figure_view import FigureView
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.ui.widgets.tabs import TabRow

TEXTS = frozenset(
    [
        "title",
        "label",
        "reason",
        "rationale",
        "name",
        "text",
        "audience",
        "channel",
        "agreed_by",
        "one",
        "other",
        "verb",
        "unit",
        "basis",
        "rubric",
        "before",
        "after",
        "mitigation",
        "owner",
        "accepter",
        "gain",
        "rollback_trigger",
        "follow_up",
        "model",
        "format",
    ]
)
"""Fields of a project that hold words of people."""

WATCHER = """
import os, sys, time
while True:
    try:
        os.close(os.open(sys.argv[1], os.O_WRONLY | os.O_NONBLOCK))
        open(sys.argv[2], "a").write("opened\\n")
    except OSError:
        pass
    time.sleep(0.01)
"""


@dataclass(frozen=True)
class Canary:
    """A picture that must never be looked for."""

    pipe: Path
    log: Path

    @property
    def markup(self) -> str:
        """What would open it."""
        return f'<img src="{self.pipe}">'

    def was_opened(self) -> bool:
        """Whether somebody read the pipe."""
        return self.log.exists()


@pytest.fixture
def canary(tmp_path: Path) -> Iterator[Canary]:
    """A pipe with a watcher at its other end."""
    if sys.platform == "win32":
        pytest.skip("named pipes of this kind are of POSIX")
    made = Canary(tmp_path / "canary.png", tmp_path / "opened")
    os.mkfifo(made.pipe)
    with subprocess.Popen([sys.executable, "-c", WATCHER, str(made.pipe), str(made.log)]) as watcher:
        yield made
        watcher.kill()


def hostile(project: Project, texts: Iterator[str]) -> Project:
    """The project with every word of people replaced."""

    def replaced(value: Any, name: str) -> Any:
        if isinstance(value, dict):
            if name in ("notes", "words"):
                return {key: next(texts) for key in value}
            return {key: replaced(inner, key) for key, inner in value.items()}
        if isinstance(value, list):
            return [replaced(inner, name) for inner in value]
        return next(texts) if isinstance(value, str) and name in TEXTS else value

    dump = replaced(project.model_dump(mode="json", exclude_none=True), "")
    dump["notes"] = {"metrics/task_done": next(texts), "task_done|primary": next(texts)}
    dump["sources"] = {
        f"{next(texts)}{at}".replace("/", "∕"): source for at, source in enumerate(dump["sources"].values())
    }
    for name, source in dump["sources"].items():
        source["file"] = name
    return Project.model_validate_json(json.dumps(dump))


def texts_of(canary: Canary) -> Iterator[str]:
    """The markup of the canary with one awkward string after the other, for ever."""
    return (f"{canary.markup} {text[:200]}" for text in itertools.cycle(nasty_strings()))


def hostile_window(canary: Canary) -> MainWindow:
    document = support_document(accepted=False)
    project = hostile(document.project, texts_of(canary))
    document.open(project, document.evidence_source, document.evidence, is_saved=True)
    document.select("task_done", "primary")
    window = MainWindow(document)
    OPEN.append(window)
    window.resize(1440, 900)
    window.show()
    QApplication.processEvents()
    return window


def audit(root: QWidget) -> None:
    """Paint everything, show every tool tip, and look for text that Qt would read as markup or as a shortcut."""
    root.grab()
    labels = [label for label in root.findChildren(QLabel) if label.metaObject().className() != "QTipLabel"]
    assert {label.textFormat() for label in labels} <= {Qt.TextFormat.PlainText}
    strangers = {type(label).__name__ for label in labels} - {"PlainLabel"}
    assert strangers == set(), "a label that was not made by the factory of plain labels"
    assert root.findChildren(QTextEdit) + root.findChildren(QTextBrowser) == []
    tips = {widget.toolTip() for widget in (root, *root.findChildren(QWidget))} | _item_tips(root)
    assert [tip for tip in tips if "<img" in tip] == []
    for tip in sorted(tips - {""}):
        QToolTip.showText(QPoint(10, 10), tip, root)
    QToolTip.hideText()
    said = [button.text() for button in root.findChildren(QAbstractButton)]
    said += [action.text() for action in root.findChildren(QAction)]
    assert [text for text in said if "R&D" in text] == [], "an ampersand would underline the next letter"


def _item_tips(root: QWidget) -> set[str]:
    tips: set[str] = set()
    for view in root.findChildren(QAbstractItemView):
        model = view.model()
        if model is None:
            continue
        for row in range(min(model.rowCount(QModelIndex()), 40)):
            for column in range(12):
                tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
                tips.add(tip or "")
    return tips


def test_that_no_view_of_any_step_reads_markup(canary: Canary, app: QApplication) -> None:
    window = hostile_window(canary)
    workspace = window.workspace
    assert workspace is not None
    audit(window)
    for step in workspace.steps:
        workspace.show_step(step.step_id)
        settle(app)
        audit(window)
        for choice in step.findChildren(SegmentedChoice):
            for button in choice.findChildren(QAbstractButton):
                if button.isVisible():
                    button.click()
                    settle(app)
                    audit(step)
        for tabs in step.findChildren(TabRow):
            for index in range(tabs.count()):
                tabs.setCurrentIndex(index)
                settle(app)
                audit(step)
    workspace.wait()
    assert not canary.was_opened()


def test_that_no_dialog_reads_markup(canary: Canary, app: QApplication, tmp_path: Path) -> None:
    window = hostile_window(canary)
    workspace = window.workspace
    assert workspace is not None
    for step in workspace.steps:
        workspace.show_step(step.step_id)
        settle(app)
    for name in ("why", "palette", "shortcuts", "about"):
        window.actions_[name].trigger()
        _look_and_close(window, app)
    addresses = sorted({quantity_of(widget) for widget in window.findChildren(QWidget)} - {""})
    assert len(addresses) > 5
    for address in addresses:
        window.explain(address)
        _look_and_close(window, app)
    for view in window.findChildren(FigureView):
        if view.figure() is not None:
            view.show_table()
            _look_and_close(window, app)
    said = next(texts_of(canary))
    for dialog in (
        ProblemsDialog([Problem("error", "code", said, said, said, said)], window),
        WhichBeforeDialog([Path(said), Path(f"{said}2")], lambda _paths: None, window),
        BroughtFilesDialog([Path(said)], lambda _use: None, window),
        ArmsDialog([said, f"{said}2", f"{said}3"], ["before", "after", "reference"], lambda _choice: None, window),
    ):
        dialog.open()
        _look_and_close(window, app)
    for title in ("compare", "recover"):
        _look_at_files(window, app, tmp_path, title)
    workspace.wait()
    assert not canary.was_opened()


def test_that_recent_files_and_window_titles_do_not_read_markup(canary: Canary, app: QApplication) -> None:
    texts = texts_of(canary)
    for at in range(8):
        RecentFiles().note(Path(f"/nowhere/{at}"), next(texts), "SHIP", next(texts))
    window = open_window()
    settle(app)
    audit(window)
    assert "R&D" not in "".join(action.text() for action in window.actions_.recent_menu.actions())
    assert not canary.was_opened()


def _look_and_close(window: MainWindow, app: QApplication) -> None:
    dialog = dialog_of(window)
    settle(app)
    audit(dialog)
    dialog.reject()
    settle(app)


def _look_at_files(window: MainWindow, app: QApplication, folder: Path, what: str) -> None:
    document = window.document
    changed = document.project.change(title=f"{document.project.title} & more")
    path = folder / "<b>R&D.tradeoff"
    write_project(path, document.project, document.evidence_source)
    if what == "recover":
        SnapshotWriter("one").write(changed, document.evidence_source, path, None)
        window.offer_recovery(list_snapshots())
    else:
        other = folder / "other.tradeoff"
        write_project(other, changed, document.evidence_source)
        window.files.compare_files([path, other])
    wait_for(lambda: [d for d in window.findChildren(QDialog) if d.isVisible()], seconds=30)
    _look_and_close(window, app)
