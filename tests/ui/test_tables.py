"""Tables: rows in place, keys that travel, cells that can be copied, numbers on the right."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tradeoff_app.ui.tables.hairline_table import ROW, TALL_ROW, HairlineTable
from tradeoff_app.ui.tables.plain_model import CELL_ROLE, Cell, Column, Row

COLUMNS = (Column("Metric"), Column("now", "right"))


def make_table(*rows: Row, **fields: Any) -> HairlineTable:
    """A shown table of these rows."""
    table = HairlineTable(COLUMNS, name="Inputs", **fields)
    table.set_rows(rows)
    table.stretch_column(0)
    table.resize(300, 200)
    table.show()
    QApplication.processEvents()
    return table


def row(key: str, value: str = "1", second: str = "") -> Row:
    """A row with a name and a number."""
    return Row((Cell(key, second), Cell(value, tip=f"{key} is {value}", copied=f"{value} USD")), key)


def test_that_new_numbers_keep_the_current_cell() -> None:
    table = make_table(row("a"), row("b"))
    table.setCurrentIndex(table.table().index(1, 1))
    table.set_rows([row("a", "5"), row("b", "6")])
    assert table.currentIndex().row() == 1
    assert table.table().cell(1, 1).text == "6"


def test_that_other_rows_begin_anew() -> None:
    table = make_table(row("a"), row("b"))
    table.setCurrentIndex(table.table().index(1, 1))
    table.set_rows([row("c")])
    assert table.table().rowCount() == 1
    assert not table.currentIndex().isValid()


def test_that_rows_are_as_high_as_their_lines() -> None:
    table = make_table(row("a"), row("b", second="note"), Row((Cell("Group"),), "g", "group"))
    assert [table.rowHeight(index) for index in range(3)] == [ROW, TALL_ROW, 36]
    assert table.columnSpan(2, 0) == 2


def test_that_a_table_can_be_as_high_as_its_rows() -> None:
    table = make_table(row("a"), row("b"))
    table.fit_height()
    assert table.height() == 2 * ROW + table.horizontalHeader().height()


def test_that_numbers_stand_right_and_heads_with_them() -> None:
    table = make_table(row("a"))
    model = table.table()
    role = int(Qt.ItemDataRole.TextAlignmentRole)
    for found in (model.data(model.index(0, 1), role), model.headerData(1, Qt.Orientation.Horizontal, role)):
        assert found & int(Qt.AlignmentFlag.AlignRight)
    assert model.data(model.index(0, 0), role) & int(Qt.AlignmentFlag.AlignLeft)


def test_that_control_c_copies_the_cell_with_its_unit() -> None:
    table = make_table(row("a", "8"))
    table.setCurrentIndex(table.table().index(0, 1))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "8 USD"
    table.setCurrentIndex(table.table().index(0, 0))
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "a"


def test_that_a_row_is_chosen_and_opened_by_its_key() -> None:
    table = make_table(row("a"), row("b"), rows_are_links=True)
    chosen: list[str] = []
    opened: list[str] = []
    table.row_chosen.connect(chosen.append)
    table.row_activated.connect(opened.append)
    table.choose("b")
    QTest.keyClick(table, Qt.Key.Key_Return)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 5))
    assert chosen == ["b", "a"]
    assert opened == ["b", "a"]


def test_that_the_full_sentence_is_read_aloud() -> None:
    table = make_table(row("a", "8"))
    model = table.table()
    assert model.data(model.index(0, 1), int(Qt.ItemDataRole.AccessibleTextRole)) == "a is 8"
    assert model.data(model.index(0, 0), int(Qt.ItemDataRole.AccessibleTextRole)) == "a"
    assert isinstance(model.data(model.index(0, 0), CELL_ROLE), Cell)


def test_that_a_short_row_is_filled_up() -> None:
    assert make_table(Row((Cell("only"),), "x")).table().cell(0, 1) == Cell()


def test_that_tab_leaves_the_table() -> None:
    assert not make_table(row("a")).tabKeyNavigation()
