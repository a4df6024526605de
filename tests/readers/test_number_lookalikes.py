"""Numbers with letters, stars and graded words stay labels, and that they do is said with what to change."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.formats.documents import codes
from tradeoff_app.readers import inspect_files
from tradeoff_app.readers.number_grammar import parse_number
from tradeoff_app.readers.number_lookalikes import find_number_lookalikes

STARS = ["★☆☆☆☆", "★★☆☆☆", "★★★☆☆", "★★★★☆", "★★★★★"]
GRADES = ["1 - bad", "2 - weak", "3 - ok", "4 - good", "5 - great"]
SHORT = ["1.2k", "3.4k", "900", "1M", "12k"]


@pytest.mark.parametrize(
    "words",
    [STARS, GRADES, SHORT, ["good (4)", "bad (1)"], ["3: ok", "2: weak"], ["5 min", "2 h"], ["0.72 µM", ">80 µM"]],
)
@pytest.mark.parametrize("ending", ["csv", "json"])
def test_that_a_column_of_lookalikes_is_said(tmp_path: Path, words: list[str], ending: str) -> None:
    rows = [{"id": f"q{number}", "value": words[number % len(words)], "score": number % 2} for number in range(40)]
    path = tmp_path / f"a.{ending}"
    lines = ["id,value,score", *(",".join(map(str, row.values())) for row in rows)]
    path.write_text(json.dumps(rows) if ending == "json" else "\n".join(lines), encoding="utf-8")
    found = inspect_files([path])
    said = [problem for problem in found["problems"] if problem["code"] == "number_lookalikes"]
    assert len(said) == 1
    assert said[0]["text"].startswith("value: values such as '")
    assert "plain numbers" in said[0]["hint"]
    assert "value" not in found["metrics"]


@pytest.mark.parametrize(
    "words",
    [
        ["billing", "tech"],
        ["v1.2", "v1.3"],
        ["2026-01-02", "2026-01-03"],
        ["gpt-4", "gpt-5"],
        ["q1", "q2"],
        ["yes", "no"],
        ["12a", "13c"],
        ["1 - bad", "1 - worse"],
    ],
)
def test_that_other_labels_are_not(tmp_path: Path, words: list[str]) -> None:
    lines = ["id,value,score", *(f"q{number},{words[number % len(words)]},{number % 2}" for number in range(40))]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "number_lookalikes" not in codes(inspect_files([path]))


def test_that_answers_which_are_amounts_are_no_scores() -> None:
    for name in ("baseline_answer", "expected", "reference"):
        assert not find_number_lookalikes(name, ["$3.0 billion", "$4.1 billion"], "a.csv")


@given(st.lists(st.text(max_size=50), max_size=12, unique=True))
def test_that_what_is_said_names_a_text_of_the_column_that_is_no_number(texts: list[str]) -> None:
    said = find_number_lookalikes("value", texts, "a.csv")
    assert len(said) <= 1
    for problem in said:
        assert any(repr(text.strip()) in problem.text and parse_number(text.strip()) is None for text in texts)
