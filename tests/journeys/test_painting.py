"""Painting a page again shows the same picture and leaves everything as it was."""

from __future__ import annotations

import gc

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
