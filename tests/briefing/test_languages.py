"""The briefing's own words: each is used, each that is used is there, in every language alike."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import tradeoff_app.briefing
from tests.briefing import cases
from tradeoff_app.briefing.assemble import assemble
from tradeoff_app.briefing.languages.catalogue import TEXTS, texts_of
from tradeoff_app.briefing.text import to_text

ROOM = Path(tradeoff_app.briefing.__file__).parent
FAMILIES = ("example_", "method_", "reading_", "tier_", "mix_", "action_", "none_", "key_none_", "excel_")


def _source() -> str:
    files = (path for path in ROOM.rglob("*.py") if path.parent.name != "languages")
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_that_every_word_that_is_asked_for_is_there() -> None:
    asked = set(re.findall(r"\bsay\(\s*\"([A-Za-z_]+)\"", _source()))
    assert len(asked) > 80
    assert sorted(asked - set(texts_of("en"))) == []


def test_that_no_word_is_kept_that_nobody_asks_for() -> None:
    named = set(re.findall(r"\"([A-Za-z_]+)\"", _source()))
    unused = [key for key in texts_of("en") if key not in named and not key.startswith(FAMILIES)]
    assert unused == []


@pytest.mark.parametrize("language", TEXTS)
def test_that_each_language_has_the_words_and_fields_of_english(language: str) -> None:
    english, other = texts_of("en"), texts_of(language)
    assert other.keys() == english.keys()
    for key, text in english.items():
        assert _fields(other[key]) == _fields(text)


def test_that_a_regional_code_finds_its_language() -> None:
    assert texts_of("en-GB") is texts_of("en")


def _fields(text: str) -> set[str | None]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_that_a_german_briefing_keeps_no_english_words_of_its_own() -> None:
    project, evidence, outcome = cases.support()
    german = to_text(assemble(project, outcome, evidence, "audit", "de"))
    for word in ("Effects", "Change ", "Better", "interval", "estimated", "Passed", "percentage", "Page", "worse"):
        assert word not in german
