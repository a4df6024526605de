"""Numbers stay with what belongs to them when a text is set."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.wording.typography import NO_BREAK, plain, typeset


def test_that_a_number_keeps_its_word_and_unit() -> None:
    text = "3 more in 5 min 22 s or 41 s, 95 % sure on 31 January 2027 at CHF 50"
    assert typeset(text).split(" ") == [
        f"3{NO_BREAK}more",
        "in",
        f"5{NO_BREAK}min",
        f"22{NO_BREAK}s",
        "or",
        f"41{NO_BREAK}s,",
        f"95{NO_BREAK}%",
        "sure",
        "on",
        f"31{NO_BREAK}January",
        "2027",
        "at",
        f"CHF{NO_BREAK}50",
    ]


@given(st.text())
def test_that_setting_a_text_changes_spaces_alone(text: str) -> None:
    assert plain(typeset(text)) == plain(text)
