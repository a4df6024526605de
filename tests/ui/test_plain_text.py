"""What a file says is what is shown: no markup is rendered, no picture is opened, in any widget of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.ui.nasty import nasty_strings
from tradeoff_app.analysis.observations import Problem
from tradeoff_app.ui.dialogs.problems import ProblemsDialog
from tradeoff_app.ui.dialogs.question import Answer, Question
from tradeoff_app.ui.dialogs.which_before import WhichBeforeDialog
from tradeoff_app.ui.tables.hairline_table import HairlineTable
from tradeoff_app.ui.tables.plain_model import Cell, Column, Row
from tradeoff_app.ui.widgets.banner import Banner
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.chip import Chip
from tradeoff_app.ui.widgets.empty_state import EmptyState
from tradeoff_app.ui.widgets.shown_text import shorten
from tradeoff_app.ui.widgets.text import (
    LONGEST_TIP,
    ElidedLabel,
    Run,
    RunsLabel,
    make_label,
    set_tool_tip,
    tool_tip,
)

STRINGS = nasty_strings()


@pytest.mark.parametrize("text", STRINGS)
def test_that_a_label_shows_the_text_as_it_is(text: str) -> None:
    label = make_label(text)
    assert label.text() == text
    assert label.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize("text", STRINGS)
def test_that_a_tool_tip_shows_the_text_as_it_is(text: str) -> None:
    widget = QWidget()
    set_tool_tip(widget, text)
    shown = QTextDocument()
    shown.setHtml(widget.toolTip())
    without_controls = "".join(c for c in text if c.isprintable() or c == "\n")
    said = "".join(c for c in shown.toPlainText() if c.isprintable() or c == "\n")
    assert said == shorten(without_controls, LONGEST_TIP)
    assert "<img" not in widget.toolTip()
    assert "<a " not in widget.toolTip()


def test_that_an_empty_tool_tip_is_none() -> None:
    assert tool_tip("") == ""


@pytest.mark.parametrize("text", STRINGS)
def test_that_labels_that_paint_themselves_survive_any_text(text: str) -> None:
    elided, runs = ElidedLabel(text), RunsLabel()
    runs.set_runs([Run(text), Run(text, is_strong=True)])
    for widget in (elided, runs):
        widget.resize(120, 40)
        widget.grab()
    assert elided.text() == text
    assert runs.text() == text + text


@pytest.mark.parametrize("text", STRINGS)
def test_that_banner_chip_table_and_buttons_take_any_text(text: str) -> None:
    banner = Banner("evidence", text, text, [make_button(text)])
    table = HairlineTable([Column(text)], name=text)
    table.set_rows([Row((Cell(text, text, tip=text),), text)])
    for widget in (banner, table, Chip("better", text), EmptyState(text, text)):
        widget.resize(300, 120)
        widget.grab()
    assert banner.title() == text
    assert _formats(banner) <= {Qt.TextFormat.PlainText}


@pytest.mark.parametrize("text", STRINGS)
def test_that_dialogs_take_any_text(text: str) -> None:
    for dialog in (
        Question(None, text, text, [Answer("Close")], details=text),
        ProblemsDialog([Problem("error", "code", text, text, text, text)]),
        WhichBeforeDialog([Path("a.csv"), Path("b.csv")], lambda _paths: None),
    ):
        assert _formats(dialog) <= {Qt.TextFormat.PlainText}


def test_that_no_label_of_the_whole_window_reads_markup(app: QApplication) -> None:
    from tests.journeys.window import open_window

    window = open_window(is_story=True)
    assert window.workspace is not None
    for step in window.workspace.steps:
        window.workspace.show_step(step.step_id)
        app.processEvents()
    assert _formats(window) <= {Qt.TextFormat.PlainText}


def _formats(widget: QWidget) -> set[Qt.TextFormat]:
    return {label.textFormat() for label in widget.findChildren(QLabel)}
