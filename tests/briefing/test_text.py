"""Plain text and Markdown: the page's words and numbers, and nothing that acts."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.briefing import cases
from tradeoff_app.briefing.blocks import KeyFigure, KeyFigures
from tradeoff_app.briefing.text import escaped, to_markdown, to_text


def test_that_text_and_markdown_say_the_numbers_of_the_page() -> None:
    text, markdown = to_text(cases.document()), to_markdown(cases.document())
    for words in ("44 more", "$50,000", "62.4", "66.8", "+4.4", "Ship with 1 accepted regression."):
        assert words in text
        assert words in markdown


def test_that_plain_text_keeps_its_measure_outside_tables() -> None:
    prose = to_text(cases.document("support", "one-page")).split("Mitigation")[0]
    assert max(len(line) for line in prose.splitlines()) <= 100


@given(st.text(max_size=60))
def test_that_no_text_acts_as_markdown(text: str) -> None:
    shown = escaped(text)
    assert "\n" not in shown
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>|~#{}]", shown)


def test_that_texts_which_try_to_act_stay_texts() -> None:
    document = cases.of_texts(cases.nasty_strings())
    assert not re.search(r"(?<!\\)<img", to_markdown(document))
    assert "\x00" not in to_text(document)
    to_text(document).encode("utf-8")
    to_markdown(document).encode("utf-8")


def test_that_no_label_turns_the_direction_of_a_line() -> None:
    document = cases.of_texts(("a\u202eb", "c\u2066d", "e\uffff"))
    for shown in (to_text(document), to_markdown(document)):
        assert not set(shown) & set("\u202e\u2066\uffff")
        assert "a\ufffdb" in shown


def test_that_the_same_document_gives_the_same_text() -> None:
    assert to_text(cases.document()) == to_text(cases.document())
    assert to_markdown(cases.document()) == to_markdown(cases.document())


def test_that_a_key_figure_without_an_interval_has_no_empty_brackets() -> None:
    figure = KeyFigures((KeyFigure("Not known", "value per month", ""),))
    document = cases.document()
    document = replace(document, sections=(replace(document.sections[0], blocks=(figure,)),))
    assert "()" not in to_text(document) + to_markdown(document)
