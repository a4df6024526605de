from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.readers.json_text import split_first_line, split_lines

TEXTS = st.text(st.sampled_from("a{ \r\n\u2028\x0b\x85"), max_size=30)
LINE_END = re.compile(r"\r\n|\n|\r")


@given(TEXTS)
def test_that_lines_end_at_the_three_line_ends_alone(text: str) -> None:
    assert split_lines(text) == LINE_END.split(text)


@given(TEXTS)
def test_that_the_first_line_and_the_rest_are_what_stands_around_the_first_end(text: str) -> None:
    first, *rest = LINE_END.split(text, maxsplit=1)
    assert split_first_line(text) == (first, *(rest or [""]))
