"""The document model: reading order, finding tables, counting words."""

from __future__ import annotations

from tests.briefing import cases
from tradeoff_app.briefing.blocks import Columns, Heading, Paragraph, Section, Table, walk, words_in


def test_that_blocks_inside_columns_are_walked_in_reading_order() -> None:
    left, right = Paragraph("left"), Paragraph("right")
    both = Columns(((left,), (right,)))
    assert walk((Heading("head"), both)) == (Heading("head"), both, left, right)


def test_that_a_table_is_found_by_its_id_wherever_it_stands() -> None:
    table = Table("inner", (), ())
    section = Section("s", "S", "", "", (Columns(((table,), ())),))
    document = cases.document().without("memo")
    assert document.section("memo") is None
    assert document.table("effects") is not None
    assert document.table("inner") is None
    assert walk(section.blocks)[-1] == table


def test_that_words_are_counted_without_ids_and_styles() -> None:
    section = Section("memo", "Outline name", "Head line", "Draft", (Paragraph("three plain words", "lead"),))
    assert words_in(section) == 6
