"""The PDF: same bytes, right text, everything inside the page, nothing that acts, the scenario inside."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pypdfium2 as pdfium
import pytest

from tests.briefing import cases
from tradeoff_app.briefing.assemble import assemble
from tradeoff_app.briefing.blocks import Cell, Column, Row, Section, Table
from tradeoff_app.briefing.pdf.fonts import unsettable
from tradeoff_app.briefing.pdf.writer import Paper, write


@cache
def _pdf(case: str = "support", paper: Paper = "a4") -> bytes:
    return write(cases.document(case), paper)


def _texts(data: bytes) -> list[str]:
    document = pdfium.PdfDocument(data)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def _bare(text: str) -> str:
    """Without white space and without the soft hyphens that a reader adds at line ends."""
    return "".join(text.replace("\ufffe", "-").replace("\x02", "-").split())


def test_that_the_same_document_gives_the_same_bytes() -> None:
    assert write(cases.document()) == _pdf()


PAGES: list[tuple[str, Paper]] = [*((case, "a4") for case in cases.CASES), ("support", "letter")]


@pytest.mark.parametrize(("case", "paper"), PAGES)
def test_that_the_memo_effects_and_value_take_one_page_each(case: str, paper: Paper) -> None:
    document = cases.document(case)
    heads = [text.splitlines()[0].strip() for text in _texts(_pdf(case, paper))]
    starts = {section.id: section.head_left for section in document.sections}
    for section_id in ("memo", "effects", "value"):
        assert sum(head.startswith(starts[section_id]) for head in heads) == 1


def test_that_each_page_says_where_it_comes_from_and_how_many_there_are() -> None:
    texts = _texts(_pdf())
    origin = cases.document().origin
    for number, text in enumerate(texts, start=1):
        assert f"Page {number} of {len(texts)}" in text
        assert origin.scenario_hash in text
        assert origin.data_hash in text


@pytest.mark.parametrize("table_id", ["effects", "metrics", "mitigations", "rules"])
def test_that_every_cell_of_a_table_is_on_the_page(table_id: str) -> None:
    table = cases.document().table(table_id)
    assert isinstance(table, Table)
    text = _bare("".join(_texts(_pdf())))
    for row in table.rows:
        for cell in row.cells if isinstance(row, Row) else ():
            assert _bare(cell.text) in text
            assert _bare(cell.small) in text


def test_that_figures_are_text_that_can_be_selected() -> None:
    value_page = _texts(_pdf())[2]
    for words in ("Primary persona", "Running cost", "Total", "more after: 44 (28 to 59)"):
        assert words in value_page


@pytest.mark.parametrize(("case", "paper"), [("support", "a4"), ("support", "letter"), ("with_ranges", "a4")])
def test_that_no_text_leaves_its_page(case: str, paper: Paper) -> None:
    document = pdfium.PdfDocument(_pdf(case, paper))
    try:
        for page in document:
            width, height = page.get_size()
            textpage = page.get_textpage()
            for index in range(textpage.count_rects()):
                left, bottom, right, top = textpage.get_rect(index)
                assert left >= 30
                assert right <= width - 30
                assert bottom >= 15
                assert top <= height - 30
    finally:
        document.close()


def test_that_texts_which_try_to_act_are_set_as_they_are_or_reported() -> None:
    texts = cases.nasty_strings()
    data = write(cases.of_texts(texts))
    found = _bare("".join(_texts(data)))
    for text in texts:
        if not unsettable([text]):
            assert _bare(text) in found
    note = found[found.index(_bare("These characters")) :]
    for name in unsettable(texts):
        assert _bare(name) in note
    assert b"/JavaScript" not in data
    assert b"/URI" not in data


def test_that_a_project_of_nasty_texts_makes_a_briefing() -> None:
    project, evidence, outcome = cases.nasty_case()
    text = _bare("".join(_texts(write(assemble(project, outcome, evidence)))))
    assert "=R&D<b>" in text
    assert "@SUM(A1)<i>" in text


def test_that_only_embedded_fonts_of_the_house_are_used() -> None:
    fonts = set(re.findall(rb"/BaseFont /([A-Za-z0-9+\-]+)", _pdf()))
    assert fonts
    assert all(b"+SourceSans3" in name for name in fonts)


def test_that_the_scenario_file_inside_is_the_one_given() -> None:
    content = b'{"format": "tradeoff"}' * 100
    document = pdfium.PdfDocument(write(cases.document(), attachment=("Support bot → é.tradeoff", content)))
    try:
        assert document.count_attachments() == 1
        attachment = document.get_attachment(0)
        assert attachment.get_name() == "Support bot → é.tradeoff"
        assert bytes(attachment.get_data()) == content
    finally:
        document.close()


def test_that_the_metadata_name_title_language_and_day() -> None:
    data = _pdf()
    document = pdfium.PdfDocument(data)
    try:
        metadata = document.get_metadata_dict()
        outline = [item.get_title() for item in document.get_toc(max_depth=1)]
    finally:
        document.close()
    assert metadata["Title"] == "Support bot 4.2 → 4.3"
    assert metadata["CreationDate"].startswith("D:20261123")
    assert b"/Lang (en)" in data
    assert outline[:3] == ["Decision memo", "Effects table", "Where the value comes from"]


def test_that_a_value_which_is_not_known_is_said_to_be_so() -> None:
    assert "The value is not stated" in "".join(_texts(_pdf("without_money")))


def test_that_a_cell_of_any_length_is_set_with_its_length_named() -> None:
    text = "word " * 60_000
    table = Table("long", (Column("Long", width=120), Column("Short", width=300)), (Row((Cell(text), Cell("b"))),))
    section = Section("long", "Long", "Long", "", (table,))
    data = write(replace(cases.document(), sections=(section,)))
    assert _bare("(300,000 characters in all)") in _bare("".join(_texts(data)))
