"""Fields tell of an edit once, when it is finished; days are read as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.tables.fields import DateField, TextArea, TextField, read_day, write_day
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn
from tradeoff_app.ui.widgets.text import make_label


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
