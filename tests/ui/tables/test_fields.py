"""Fields tell of an edit once, when it is finished; days are read as people write them."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.qt_rules import wait_for
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.tables.fields import WRITING_MS, DateField, TextArea, TextField, read_day, write_day
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn
from tradeoff_app.ui.theme import line_height
from tradeoff_app.ui.widgets.text import make_label

F = TypeVar("F", bound=QLineEdit)


def _focused(field: F) -> F:
    """A field that has the focus, as where somebody writes."""
    field.show()
    field.activateWindow()
    field.setFocus()
    wait_for(field.hasFocus)
    return field


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2199, 12, 31)))
def test_that_a_written_day_reads_back(day: date) -> None:
    assert read_day(write_day(day)) == day
    assert read_day(day.isoformat()) == day


@given(st.text(max_size=30))
def test_that_any_text_is_a_day_or_none(text: str) -> None:
    found = read_day(text)
    assert found is None or isinstance(found, date)


@pytest.mark.parametrize("text", ["31 January 2027", "31 Jan 2027", "2027-01-31", "31.01.2027", "31.1.2027"])
def test_that_the_usual_ways_to_write_a_day_are_read(text: str) -> None:
    assert read_day(text) == date(2027, 1, 31)


def test_that_a_field_tells_of_an_edit_once(app: QApplication) -> None:
    field = TextField("Owner")
    heard: list[str] = []
    field.text_stated.connect(heard.append)
    field.show_text("Search team")
    field.setText("Ranking team ")
    field.editingFinished.emit()
    field.editingFinished.emit()
    assert heard == ["Ranking team"]
    field.show_text("Ranking team")
    assert heard == ["Ranking team"]


def test_that_a_line_states_its_words_while_they_are_written_and_keeps_what_comes_next(app: QApplication) -> None:
    field = _focused(TextField("Owner"))
    heard: list[str] = []
    field.text_stated.connect(heard.append)
    field.text_stated.connect(field.show_text)
    QTest.keyClicks(field, "Search ")
    wait_for(lambda: heard == ["Search"])
    assert field.text() == "Search "
    QTest.keyClicks(field, "team")
    field.editingFinished.emit()
    assert heard == ["Search", "Search team"]


def test_that_a_line_that_was_cleared_is_unstated_only_when_it_is_left(app: QApplication) -> None:
    field = _focused(TextField("Owner"))
    field.show_text("Search team")
    heard: list[str] = []
    field.text_stated.connect(heard.append)
    field.selectAll()
    QTest.keyClick(field, Qt.Key.Key_Delete)
    QTest.qWait(2 * WRITING_MS)
    assert heard == []
    field.editingFinished.emit()
    assert heard == [""]


def test_that_a_line_shows_what_was_stated_elsewhere_meanwhile(app: QApplication) -> None:
    field = _focused(TextField("Owner"))
    QTest.keyClicks(field, "Search team")
    wait_for(lambda: not field._clock.isActive())
    field.show_text("Ranking team")
    assert field.text() == "Ranking team"


def test_that_a_day_is_stated_as_soon_as_it_can_be_read(app: QApplication) -> None:
    field = _focused(DateField("Review date"))
    heard: list[object] = []
    field.date_stated.connect(heard.append)
    QTest.keyClicks(field, "2027-01-3")
    QTest.qWait(2 * WRITING_MS)
    assert (heard, field.property("state")) == ([], None)
    QTest.keyClicks(field, "1")
    wait_for(lambda: heard == [date(2027, 1, 31)])
    assert field.text() == "2027-01-31"
    field.editingFinished.emit()
    assert (heard, field.text()) == ([date(2027, 1, 31)], write_day(date(2027, 1, 31)))


def test_that_a_text_area_states_its_text_on_leaving_and_on_ctrl_return(app: QApplication) -> None:
    area = TextArea("Mitigation")
    heard: list[str] = []
    area.text_stated.connect(heard.append)
    area.setPlainText("A button")
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard == ["A button"]
    assert area.tabChangesFocus()


def test_that_a_day_that_is_none_is_marked_and_not_told(app: QApplication) -> None:
    field = DateField("Review date")
    heard: list[object] = []
    field.date_stated.connect(heard.append)
    field.setText("next week")
    field.editingFinished.emit()
    assert heard == []
    assert field.property("state") == "invalid"
    field.setText("2027-01-31")
    field.editingFinished.emit()
    assert heard == [date(2027, 1, 31)]
    assert field.property("state") == ""
    field.setText("")
    field.editingFinished.emit()
    assert heard[-1] is None


def test_that_showing_a_choice_tells_nobody(app: QApplication) -> None:
    box = ChoiceBox((("a", "First"), ("b", "Second")), name="Kind")
    heard: list[str] = []
    box.choice_made.connect(heard.append)
    box.show_choice("b", is_assumed=True)
    assert heard == []
    assert box.choice() == "b"
    assert box.font().italic()
    box.show_choice(None)
    assert box.choice() is None


def test_that_a_ledger_takes_its_rows_out_and_keeps_its_heads(app: QApplication) -> None:
    ledger = Ledger((LedgerColumn("Name", stretch=1), LedgerColumn("Count", 60, "right")))
    for turn in range(3):
        ledger.clear()
        for key in ("a", "b"):
            ledger.add_row(key, [make_label(key), make_label(str(turn))])
        assert ledger.keys() == ("a", "b")
    ledger.set_head(1, "Units")
    assert [head.text() for head in ledger.heads] == ["Name", "Units"]


def test_that_a_text_area_is_as_high_as_its_text_up_to_a_limit(app: QApplication) -> None:
    area = TextArea("Mitigation", lines=2)
    area.resize(300, area.height())
    area.show()
    plain = area.height()
    area.show_text("one line")
    assert area.height() == plain
    area.show_text("\n".join("line" for _ in range(4)))
    wait_for(lambda: area.height() == plain + 2 * line_height("body"))
    assert area.verticalScrollBar().maximum() == 0
    area.show_text("so many words that they fill a line of this width and then some more " * 2)
    wait_for(lambda: area.height() > plain)
    assert area.verticalScrollBar().maximum() == 0
    area.resize(1200, area.height())
    wait_for(lambda: area.height() == plain)
    area.show_text("\n".join("line" for _ in range(40)))
    wait_for(lambda: area.height() == plain + 4 * line_height("body"))
    assert area.verticalScrollBar().maximum() > 0
