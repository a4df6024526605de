"""Every control of every step can be reached by keyboard and has a name that a screen reader can say."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from tests.ui.steps.stories import show_step
from tradeoff_app.ui.steps.catalogue import STEPS, StepEntry
from tradeoff_app.ui.steps.step import Step


def _controls(step: Step) -> list[QWidget]:
    """Whatever takes the focus and belongs to no larger control."""
    found = []
    for widget in step.findChildren(QWidget):
        parent = widget.parentWidget()
        is_inner = isinstance(parent, QAbstractScrollArea) or widget.objectName().startswith("qt_")
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(step) and not is_inner:
            found.append(widget)
    return found


@pytest.mark.parametrize("entry", STEPS, ids=lambda entry: entry.step_id)
def test_that_every_control_has_a_name(entry: StepEntry) -> None:
    step = show_step(entry.make)
    nameless = []
    for widget in _controls(step):
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            nameless.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    assert nameless == []
    assert _controls(step)


@pytest.mark.parametrize("entry", STEPS, ids=lambda entry: entry.step_id)
def test_that_the_rail_calls_a_step_what_it_calls_itself(entry: StepEntry) -> None:
    step = show_step(entry.make)
    assert (step.step_id, step.title) == (entry.step_id, entry.title)
