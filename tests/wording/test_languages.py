"""Every language has every phrase, with the same fields; every code that analysis can give has its words."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter
from typing import get_args

import pytest

from tests.wording import story
from tradeoff_app.analysis.effects import State
from tradeoff_app.analysis.gates import GateState
from tradeoff_app.analysis.verdict import Recommendation
from tradeoff_app.model.metric import Phrase as MetricPhrase
from tradeoff_app.model.metric import Words
from tradeoff_app.wording.language import Language, Phrase
from tradeoff_app.wording.languages.catalogue import LANGUAGES, language_of
from tradeoff_app.wording.voice import Voice

PACKAGE = Path(__file__).parents[2] / "tradeoff_app"
ENGLISH = language_of("en")


def _fields(phrase: Phrase) -> set[str]:
    variants = (phrase,) if isinstance(phrase, str) else phrase
    return {name for text in variants for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_that_every_language_has_every_phrase(language: Language) -> None:
    assert set(language.phrases) == set(ENGLISH.phrases)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.code)
def test_that_phrases_have_the_same_fields_in_every_language(language: Language) -> None:
    differing = {
        key: (_fields(phrase), _fields(ENGLISH.phrases[key]))
        for key, phrase in language.phrases.items()
        if not _fields(phrase) <= _fields(ENGLISH.phrases[key]) | {"count"}
    }
    assert differing == {}


def test_that_no_phrase_is_asked_for_that_does_not_exist() -> None:
    rooms = [*(PACKAGE / "wording").rglob("*.py"), *(PACKAGE / "figures").rglob("*.py")]
    asked = {
        key for path in rooms for key in re.findall(r"\bsay\(\s*\"([a-zA-Z_]+)\"", path.read_text(encoding="utf-8"))
    }
    assert sorted(asked - set(ENGLISH.phrases)) == []


def test_that_every_finding_of_the_checks_has_its_words() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (PACKAGE / "analysis").rglob("*.py")]
    codes = {code for source in sources for code in re.findall(r"Finding\(\"(\w+)\"", source)}
    assert sorted(code for code in codes if f"finding_{code}" not in ENGLISH.phrases) == []


def test_that_every_state_and_rule_has_its_words() -> None:
    states = [f"state_{state}" for state in (*get_args(State), *get_args(GateState))]
    rules = [f"rule_{rule}_{how}" for rule in get_args(Recommendation) for how in ("applies", "holds")]
    assert sorted(key for key in (*states, *rules) if key not in ENGLISH.phrases) == []


def test_that_regional_codes_find_their_language() -> None:
    assert language_of("en-GB") is language_of("en_US") is ENGLISH


@pytest.mark.parametrize(
    ("label", "said", "of"),
    [
        ("Rare queries", "rare queries", "of rare queries"),
        ("Primary persona", "primary persona", "of the primary persona"),
        ("tail", "tail", "in “tail”"),
        ("German users", "German users", "in “German users”"),
        ("iOS", "iOS", "in “iOS”"),
        ("New York", "New York", "in “New York”"),
    ],
)
def test_that_english_labels_fit_into_a_sentence(label: str, said: str, of: str) -> None:
    assert (ENGLISH.inside(label), ENGLISH.of_segment(label)) == (said, of)


@pytest.mark.parametrize(
    ("noun", "plural", "article"),
    [
        ("query", "queries", "a query"),
        ("session", "sessions", "a session"),
        ("box", "boxes", "a box"),
        ("user", "users", "a user"),
        ("answer", "answers", "an answer"),
        ("hour", "hours", "an hour"),
    ],
)
def test_that_english_nouns_have_plural_and_article(noun: str, plural: str, article: str) -> None:
    assert (ENGLISH.pluralise(noun), ENGLISH.with_article(noun)) == (plural, article)


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        *(("session", "sessions"), ("user", "users"), ("query", "queries"), ("box", "boxes"), ("status", "statuses")),
        *(("search", "searches"), ("day", "days"), ("person", "people"), ("process", "processes"), ("bus", "buses")),
        *(("support ticket", "support tickets"), ("sub-query", "sub-queries"), ("analysis", "analyses")),
        *((word, word) for word in ("sess", "us", "u", "q", "qs", "usr", "msg", "conv", "API", "users", "queries", "")),
    ],
)
def test_that_bases_have_their_plural_and_odd_abbreviations_stay(noun: str, plural: str) -> None:
    assert ENGLISH.pluralise(noun) == plural


@pytest.mark.parametrize(
    ("label", "text"),
    [
        *(("Answer quality", "answer quality"), ("Latency", "latency"), ("Faithfulness", "faithfulness")),
        *(("Rare queries", "rare queries"), ("A new user", "a new user"), ("Follow-up", "follow-up")),
        *((same, same) for same in ("A", "B", "A/B test", "ROUGE-L", "Rouge-L", "CSAT", "F1", "Antwortzeit", "iOS")),
        *((same, same) for same in ("Höflichkeit", "Antwort-Qualität", "European users", "Dur", "NPS score")),
    ],
)
def test_that_a_label_keeps_its_capital_unless_it_is_an_everyday_word(label: str, text: str) -> None:
    assert ENGLISH.inside(label) == text


def test_that_the_words_of_the_project_give_the_plural_of_its_basis() -> None:
    decided = story.project()
    metric = decided.metrics["quality"].model_copy(update={"basis": "sess"})
    assert Voice(decided.with_item("metrics", metric)).basis("quality") == Words(one="sess", other="sess")
    phrase = MetricPhrase(event=Words(one="x", other="x"), unit=Words(one="sess", other="sessions"))
    told = decided.with_item("metrics", metric).with_item(
        "metrics", decided.metrics["latency"].model_copy(update={"phrase": phrase})
    )
    assert Voice(told).basis("quality") == Words(one="sess", other="sessions")
