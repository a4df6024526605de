"""Lines: nothing is lost, nothing is wider than its measure, titles balance."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tradeoff_app.briefing.pdf import typesetting
from tradeoff_app.briefing.pdf.fonts import BOX, Weight, runs, settable, unsettable, width
from tradeoff_app.briefing.pdf.typesetting import (
    BODY,
    TITLE,
    Line,
    Span,
    line_width,
    shortened,
    wrap,
    wrap_balanced,
    wrap_paragraph,
)

WORDS = st.text(st.sampled_from("abcdefg WXYZ,.0123456789−→–-/日本\u00a0"), max_size=120)


def _text(lines: list[Line]) -> str:
    return "".join(span.text for line in lines for span in line)


def _bare(text: str) -> str:
    return "".join(text.split())


@settings(deadline=None)
@given(WORDS, st.floats(30, 300))
def test_that_breaking_lines_loses_no_character_and_keeps_the_measure(text: str, measure: float) -> None:
    lines = wrap(Span(text, BODY), measure)
    assert _bare(_text(lines)) == _bare(text)
    assert all(line_width(line) <= measure + 0.1 for line in lines)


def test_that_a_number_stays_with_what_it_counts() -> None:
    for measure in range(60, 200, 5):
        lines = wrap(Span("For every 1,000 rare queries, 44 more end with the task done", BODY), measure)
        texts = ["".join(span.text for span in line) for line in lines]
        assert not any(text.endswith("44") for text in texts)


def test_that_a_title_takes_few_lines_of_about_equal_length() -> None:
    title = "Release Support bot 4.3 to everyone, with one accepted regression"
    lines = wrap_balanced(Span(title, TITLE), 400)
    assert len(lines) == len(wrap(Span(title, TITLE), 400)) == 2
    first, second = (line_width(line) for line in lines)
    assert abs(first - second) < 0.35 * max(first, second)


def test_that_a_last_line_of_one_short_word_is_given_company() -> None:
    text = "We accept three more irrelevant answers in exchange for many more completed tasks above zero)."
    for measure in range(150, 400, 3):
        plain, mended = wrap(Span(text, BODY), measure), wrap_paragraph(Span(text, BODY), measure)
        assert len(mended) == len(plain)
        assert line_width(mended[-1]) >= line_width(plain[-1])


def test_that_a_word_wider_than_the_line_is_broken() -> None:
    lines = wrap(Span("x" * 300, BODY), 100)
    assert len(lines) > 5
    assert _text(lines) == "x" * 300


def test_that_line_breaks_of_a_text_are_kept() -> None:
    assert len(wrap(Span("one\ntwo\r\nthree", BODY), 200)) == 3


def test_that_a_character_without_glyph_becomes_a_box_and_is_named() -> None:
    assert settable("a\x0bb") == f"a{BOX}b"
    assert unsettable(["a\x0bb", "ok"]) == ("control character U+000B",)
    assert unsettable(["plain − → ≤ text\n"]) == ()
    assert "white heavy check mark U+2705" in unsettable(["✅"])
    assert any("Arabic" in name for name in unsettable(["مرحبا"]))


def test_that_a_text_of_two_fonts_is_set_in_two_runs() -> None:
    found = list(runs("ok 😀", "regular"))
    assert "".join(run.text for run in found) in ("ok 😀", f"ok {BOX}")
    assert found[0].font == "Tradeoff-regular"


@pytest.mark.parametrize("weight", ["regular", "semibold"])
def test_that_all_digits_are_equally_wide(weight: str) -> None:
    widths = {round(width(digit, weight, 10), 6) for digit in "0123456789−"}  # type: ignore[arg-type]
    assert len(widths) == 1


def test_that_a_cut_text_says_how_long_it_was() -> None:
    assert shortened("abc", 3, "… ({count})") == "abc"
    assert shortened("abcdef" * 1000, 3, "… ({count})") == "abc… (6,000)"


def test_that_an_endless_word_is_measured_a_few_times_and_not_once_for_each_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured = 0

    def counted(text: str, weight: Weight, size: float) -> float:
        nonlocal measured
        measured += len(text)
        return width(text, weight, size)

    monkeypatch.setattr(typesetting, "width", counted)
    word = "x" * 4_000
    lines = wrap(Span(word, BODY), 200.0)
    assert _text(lines) == word
    assert len(lines) > 50
    assert measured < 10 * len(word)
