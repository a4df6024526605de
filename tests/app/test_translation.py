"""Words of the window without a translation: the English of the code, with its values."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.app.translation import tr


@given(st.text())
def test_that_a_value_is_put_in_as_it_is(name: str) -> None:
    assert tr("Weight of {name}", name=name) == f"Weight of {name}"


def test_that_a_count_replaces_its_mark() -> None:
    assert tr("%n gates", "", 3) == "3 gates"


def test_that_a_text_without_values_keeps_its_braces() -> None:
    assert tr("{as it is}") == "{as it is}"
