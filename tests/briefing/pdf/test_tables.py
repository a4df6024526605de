"""Tables on paper: a group of few rows stays together under its name, a long one is parted."""

from __future__ import annotations

import pytest
from reportlab.lib.pagesizes import A4

from tests.briefing import cases
from tradeoff_app.briefing.assemble import assemble
from tradeoff_app.briefing.blocks import Cell, Column, GroupHead, Labels, Row, Table
from tradeoff_app.briefing.pdf.flow import paginate
from tradeoff_app.briefing.pdf.fonts import typeface
from tradeoff_app.briefing.pdf.tables import SMALL_TABLE, _places, table_strips
from tradeoff_app.briefing.pdf.typesetting import SMALL, Span
from tradeoff_app.briefing.pdf.writer import MARGIN


def _pages(sizes: tuple[int, ...], height: float) -> list[int]:
    """Strips on each page of a table with groups of so many rows."""
    typeface("regular")
    rows: list[Row | GroupHead] = []
    for number, size in enumerate(sizes):
        rows.append(GroupHead(f"Group {number}", ""))
        rows += [Row((Cell("Segment"), Cell("1.0"))) for _ in range(size)]
    table = Table("t", (Column("Name", width=100), Column("Number", "", "number", 60)), tuple(rows))
    return [len(page.placed) for page in paginate(table_strips(table, 300, 0.0, Labels()), height)]


def test_that_a_group_of_few_rows_is_not_parted_by_a_page() -> None:
    # the head of the table, then each group with its own head; each further page repeats the head of the table
    assert _pages((5, 5), 260.0) == [7, 7]


@pytest.mark.parametrize("size", [SMALL_TABLE + 1, 20])
def test_that_a_long_group_fills_the_page_it_starts_on(size: int) -> None:
    first, *_ = _pages((size,), 200.0)
    assert 2 < first < size


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_no_word_of_the_effects_table_is_broken_by_its_column(language: str) -> None:
    typeface("regular")
    project, evidence, outcome = cases.support()
    table = assemble(project, outcome, evidence, language=language).table("effects")
    assert table is not None
    for number, place in enumerate(_places(table.columns, A4[0] - 2 * MARGIN)):
        cells = [row.cells[number] for row in table.rows if isinstance(row, Row)]
        words = f"{place.column.title} {' '.join(cell.small for cell in cells)}".split()
        assert [word for word in words if Span(word, SMALL).width > place.inner[1]] == []
