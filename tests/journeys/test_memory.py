"""What was replaced on a page goes: rows, menus and dialogs must not gather while somebody works."""

from __future__ import annotations

import gc
import weakref
from collections import Counter
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QSlider, QWidget

from tests.journeys.window import dialog_of, open_window
from tests.qt_rules import settle
from tradeoff_app.ui.explaining import set_quantity
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.steps.gates.gate_form import GateForm
from tradeoff_app.ui.steps.step import Step
from tradeoff_app.ui.steps.value.page import ValueStep
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.tables.fields import DateField, TextArea, TextField
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.ui.widgets.slider_field import SliderField
from tradeoff_app.ui.widgets.value_slider import ValueSlider


def _rebuild_rows(window: MainWindow, app: QApplication) -> None:
    """Take out what the tables list, and bring it back, on every page."""
    document, workspace = window.document, window.workspace
    assert workspace is not None
    project = document.project
    scenario = project.scenario()
    bare = project.change(
        gates={},
        scenarios={scenario.id: scenario.model_copy(update={"money": {}, "swing": {}})},
    )
    for step in workspace.steps:
        workspace.show_step(step.step_id)
        document.edit(bare, "Take all out")
        settle(app)
        document.undo()
        settle(app)


def _living(window: MainWindow) -> Counter[str]:
    """Objects of Qt by kind: those of the window, and those that only Python still holds."""
    gc.collect()
    ours = {id(found): found for found in gc.get_objects() if isinstance(found, QObject) and shiboken6.isValid(found)}
    ours |= {id(found): found for found in window.findChildren(QObject)}
    return Counter(type(found).__name__ for found in ours.values())


def test_that_rows_that_were_replaced_are_gone(app: QApplication) -> None:
    window = open_window(is_story=True)
    _rebuild_rows(window, app)
    before = _living(window)
    for _ in range(3):
        _rebuild_rows(window, app)
    assert _living(window) - before == Counter()


@pytest.mark.parametrize("view", ["sliders", "table", "trade-offs", "equal"])
def test_that_replaced_rows_are_gone_in_every_view_of_the_numbers(app: QApplication, view: str) -> None:
    window = open_window(is_story=True)
    document, workspace = window.document, window.workspace
    assert workspace is not None
    assert workspace.steps
    workspace.show_step("value")
    page = window.findChild(ValueStep)
    assert page is not None
    page.views.set_choice(view)
    page.views.choice_changed.emit(view)
    bare = document.scenario.model_copy(update={"money": {}, "swing": {}})
    living = []
    for _ in range(3):
        document.edit_scenario(bare, "Take all out")
        settle(app)
        document.undo()
        settle(app)
        living.append(_living(window))
    assert living[-1] - living[0] == Counter()


@pytest.mark.parametrize("kind", [QLabel, QSlider, QWidget])
def test_that_a_number_that_can_be_explained_goes_with_who_holds_it(app: QApplication, kind: type[QWidget]) -> None:
    number = kind()
    set_quantity(number, "value")
    left = weakref.ref(number)
    del number
    settle(app)
    assert left() is None


@pytest.mark.parametrize(
    "make",
    [
        lambda: NumberField(0, 1, name="a number"),
        lambda: ValueSlider(0, 1, step=0.1, name="a number"),
        lambda: SliderField(0, 1, step=0.1, decimals=1, name="a number", field_limits=(0, 1), field_width=52),
        lambda: ChoiceBox([("a", "b")], name="a choice"),
        lambda: SegmentedChoice([("a", "b")], name="a choice"),
        lambda: TextField("words"),
        lambda: TextArea("words"),
        lambda: DateField("a day"),
        GateForm,
    ],
)
def test_that_a_control_that_nobody_holds_is_gone(app: QApplication, make: Callable[[], QWidget]) -> None:
    make()
    gc.collect()
    before = len(app.allWidgets())
    for _ in range(3):
        make()
    gc.collect()
    settle(app)
    assert len(app.allWidgets()) == before


def test_that_a_dialog_that_was_closed_is_gone(app: QApplication) -> None:
    window = open_window(is_story=True)
    assert window.workspace is not None
    assert window.workspace.steps
    opened = ("why", "about", "palette", "shortcuts", "explain")
    for name in opened:
        window.actions_[name].trigger()
        dialog_of(window).reject()
    settle(app)
    before = _living(window)
    for name in opened:
        window.actions_[name].trigger()
        dialog_of(window).reject()
        settle(app)
    assert window.findChildren(QDialog) == []
    assert _living(window) - before == Counter()


def test_that_another_language_leaves_nothing_of_the_one_before(app: QApplication) -> None:
    window = open_window(is_story=True)
    for language in ("de", "en"):
        window._set_language(language)
        settle(app)
    before = _living(window)
    for language in ("de", "en"):
        window._set_language(language)
        settle(app)
    assert _living(window) - before == Counter()


def test_that_pages_that_were_made_and_never_shown_go_with_their_language(app: QApplication) -> None:
    window = open_window(is_story=True)
    counts = []
    for language in ("de", "en", "de"):
        assert window.workspace is not None
        assert len(window.workspace.steps) > 5
        window._set_language(language)
        settle(app)
        gc.collect()
        counts.append(sum(isinstance(found, Step) and shiboken6.isValid(found) for found in gc.get_objects()))
    assert counts[1:] == counts[:1] * 2
    window._set_language("en")
