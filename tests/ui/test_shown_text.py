"""A text that somebody else wrote takes the room that there is, and turns nothing that stands beside it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from tests.ui.nasty import nasty_strings
from tradeoff_app.ui.widgets.shown_text import LONGEST_WORD, entry_text, one_line, shorten, wrappable
from tradeoff_app.ui.widgets.text import ElidedLabel, Run, RunsLabel, make_label

OVERRIDE = "\u202e"


@given(st.text(max_size=60), st.integers(5, 40))
def test_that_a_long_text_keeps_its_beginning_and_its_end(text: str, longest: int) -> None:
    short = shorten(text, longest)
    assert len(short) <= max(longest, len(text) if len(text) <= longest else 0)
    if len(text) > longest:
        first, _, last = short.partition("…") if "…" not in text else (short[:1], "", short[-1:])
        assert text.startswith(first)
        assert text.endswith(last)
    else:
        assert short == text


@given(st.text())
def test_that_one_line_is_one_line_and_turns_nothing(text: str) -> None:
    line = one_line(text, 10_000)
    assert len(line.splitlines()) <= 1
    assert not set(line) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@given(st.text(st.characters(exclude_characters="\u200b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")))
def test_that_a_text_that_may_break_is_the_same_text(text: str) -> None:
    assert wrappable(text, longest=len(text) + 1).replace("\u200b", "") == text


def test_that_a_word_that_no_line_has_room_for_may_break() -> None:
    pieces = wrappable("x" * 1000).split("\u200b")
    assert max(map(len, pieces)) <= LONGEST_WORD
    assert wrappable("/home/somebody/a/folder/of/usual/length", is_copied=True) == (
        "/home/somebody/a/folder/of/usual/length"
    ), "what is copied is what was said"


@pytest.mark.parametrize("text", nasty_strings())
def test_that_an_entry_underlines_nothing(text: str) -> None:
    assert "&" not in entry_text(text).replace("&&", "")


def test_that_a_label_keeps_the_whole_of_what_it_can_not_show() -> None:
    text = "word " * 2000
    label = make_label(text, wraps=True)
    assert label.text() == text
    label.setFixedWidth(400)
    assert label.heightForWidth(400) < 2000
    assert label.toolTip()
    label.setText("short")
    assert label.toolTip() == ""


@pytest.mark.parametrize("text", ["x" * 10_000, "word " * 2000])
def test_that_no_label_asks_for_more_room_than_a_window_has(text: str) -> None:
    runs = RunsLabel()
    runs.set_runs([Run(text), Run(text, is_strong=True)])
    wrapped, single = make_label(text, wraps=True), make_label(text)
    assert wrapped.minimumSizeHint().width() < 400
    assert single.sizeHint().width() < 1200
    assert ElidedLabel(text).sizeHint().width() < 2000
    assert runs.minimumSizeHint().width() <= 120


def test_that_an_unbreakable_sentence_ends_in_an_ellipsis() -> None:
    runs = RunsLabel(lines=2)
    runs.set_runs([Run("x" * 300)])
    runs.resize(120, 40)
    runs.grab()
    layout, count = runs._laid_out()
    assert count == 2
    assert layout.text().endswith("…")


def test_that_letters_of_either_direction_stand_at_the_left_with_their_neighbours() -> None:
    label = make_label("שלום עולם")
    assert label.alignment() & Qt.AlignmentFlag.AlignAbsolute
    assert OVERRIDE not in one_line(f"a{OVERRIDE}b")
