"""The notes on intervals: one for every method that the product uses, the same in the documents and on the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tradeoff_app.analysis.metric_types import ratio
from tradeoff_app.wording.methods import SOURCES, method_note

ROOT = Path(__file__).parents[2]


def test_that_the_document_has_the_words_of_the_page() -> None:
    document = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
    for method in SOURCES:
        note = method_note(method, "en")
        assert note is not None
        assert f"| {note.case} | {note.formula} | {note.source} |\n" in document


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_every_method_of_the_code_has_a_note(language: str) -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "tradeoff_app" / "analysis").glob("*.py")]
    used = {name for text in sources for name in re.findall(r'Difference\([^()]*?, "([a-z_0-9]+)"', text)}
    used |= {name for text in sources for name in re.findall(r'(?:method = |, )"((?:paired|welch)_[a-z0-9_]+)"', text)}
    used -= {"paired_replay"}  # a grade of evidence
    used |= {*ratio.METHODS.values(), "mover", "cluster_population", "sum_of_intervals"}
    assert used >= {"bonett_price", "newcombe", "paired_cr2", "quantile_replicates", "no_variation_bound"}
    assert {method for method in used if method_note(method, language) is None} == set()


def test_that_both_languages_note_the_same_methods() -> None:
    for method in SOURCES:
        english, german = method_note(method, "en"), method_note(method, "de")
        assert english is not None
        assert german is not None
        assert re.findall(r"\d+", english.source) == re.findall(r"\d+", german.source)
        assert not re.search(r"\b(?:and|with|after|method|eq|rule|the|for)\b", german.source)
        assert english.case != german.case
