"""Texts and names that a workbook can hold, whatever they were."""

from __future__ import annotations

import io
import re

import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.briefing.excel.book import Book
from tradeoff_app.briefing.excel.safe_text import CELL_LIMIT, REPLACEMENT, clean, defined_name, sheet_title

ANY_TEXT = st.text(st.characters(codec=None), max_size=200)


@given(ANY_TEXT)
def test_that_a_cleaned_text_is_legal_and_says_how_much_was_replaced(text: str) -> None:
    cleaned, replaced = clean(text)
    cleaned.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", cleaned)
    assert replaced == cleaned.count(REPLACEMENT) - text.count(REPLACEMENT)


def test_that_a_long_text_is_cut_with_a_mark() -> None:
    cleaned, replaced = clean("é😀" * 20_000)
    assert len(cleaned.encode("utf-16-le")) // 2 <= CELL_LIMIT
    assert cleaned.endswith(" …")
    assert replaced > 0
    assert clean("x" * CELL_LIMIT) == ("x" * CELL_LIMIT, 0)


@given(st.lists(ANY_TEXT, max_size=6))
def test_that_sheet_titles_are_legal_and_unique(texts: list[str]) -> None:
    taken: set[str] = set()
    for text in texts:
        title = sheet_title(text, taken)
        assert 0 < len(title.encode("utf-16-le")) // 2 <= 31
        assert not re.search(r"[\[\]:*?/\\]", title)
        assert not title.startswith("'")
        assert not title.endswith("'")
        assert title.casefold() != "history"
        assert title.casefold() not in {each.casefold() for each in taken}
        taken.add(title)


@given(ANY_TEXT)
def test_that_defined_names_are_legal(path: str) -> None:
    assert re.fullmatch(r"in_[A-Za-z0-9_.]*", defined_name(path))


def test_that_defined_names_can_be_read() -> None:
    assert defined_name("money/irrelevant|*/base") == "in_money_irrelevant_all_base"
    assert defined_name("rollout/top 20 %") == "in_rollout_top.20.20.20..25."


def test_that_two_paths_with_one_name_are_told_apart() -> None:
    workbook = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
    book = Book(workbook)
    sheet = book.sheet("Sheet")
    for row, path in enumerate(("a_b/c", "a/b_c", "A/B_C")):
        book.define(sheet.number(row, 0, 1.0, "0"), path)
    assert [path for path, _ in book.names.values()] == ["a_b/c", "a/b_c", "A/B_C"]
    assert len({name.casefold() for name in book.names}) == 3
    workbook.close()
