from __future__ import annotations

import math

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.yaml_text import NUMBER, load_yaml

PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    # a writer of YAML 1.1 leaves the text 0E0 bare, which YAML 1.2 reads as a number
    | st.text(st.characters(exclude_categories=["C"], max_codepoint=0x2FF), max_size=12).filter(
        lambda text: NUMBER.fullmatch(text) is None
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abcxyz ", min_size=1, max_size=6), inner),
    max_leaves=20,
)


@given(PLAIN)
def test_that_what_was_written_comes_back(value: object) -> None:
    written = yaml.safe_dump(value, allow_unicode=True)
    assert load_yaml(written, "a.yaml") == value


def test_that_only_yaml_1_2_words_are_more_than_text() -> None:
    text = (
        "a: 12:30\nb: no\nc: 1e-7\nd: .5\ne: ~\nf:\ng: 2026-01-01\nh: '5'\ni: true\nj: -3\nk: .inf\nl: 0x1F\nm: yes\n"
    )
    found = load_yaml(text, "a.yaml")
    assert found == {
        "a": "12:30",
        "b": "no",
        "c": 1e-7,
        "d": 0.5,
        "e": None,
        "f": None,
        "g": "2026-01-01",
        "h": "5",
        "i": True,
        "j": -3,
        "k": math.inf,
        "l": "0x1F",
        "m": "yes",
    }


def test_that_references_are_followed_and_blocks_folded() -> None:
    found = load_yaml("a: &x [1, 2]\nb: *x\nc: >-\n  one\n  two\nd: |\n  one\n  two\n", "a.yaml")
    assert found == {"a": [1, 2], "b": [1, 2], "c": "one two", "d": "one\ntwo\n"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[" * 100_000, "nested deeper"),
        (
            "a: &a [1,1,1,1,1,1,1,1]\n"
            + "".join(
                f"{n}: &{m} [{','.join([f'*{n}'] * 9)}]\n" for n, m in zip("abcdefghi", "bcdefghij", strict=True)
            ),
            "more values",
        ),
        ("a: &a [*a]", "not complete"),
        ("!!python/object/apply:os.system ['ls']", "never made"),
        ("a: 'x", "cut off"),
        ("a: b: c\nd: e\nf: g\nh: i\n", "line 1"),
        ("\x00a", "no valid YAML"),
    ],
    ids=["deep", "bomb", "cycle", "object", "cut", "broken", "control"],
)
def test_that_hostile_documents_are_refused(text: str, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        load_yaml(text, "a.yaml")
