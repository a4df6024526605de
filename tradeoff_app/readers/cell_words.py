"""Text cells that are measurements after all: yes and no in several languages, Inspect's letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from tradeoff_app.readers.number_grammar import is_missing

TRUE_WORDS = frozenset(
    [
        "yes",
        "true",
        "y",
        "t",
        "pass",
        "passed",
        "ja",
        "oui",
        "si",
        "sí",
        "sì",
        "sim",
        "correct",
        "richtig",
        "wahr",
        "vrai",
        "success",
        "tak",
        "да",
        "是",
        "はい",
        "✓",
        "✔",
        "✅",
        "verdadero",
        "verdadeiro",
        "vero",
        "waar",
        "sant",
        "sand",
        "evet",
        "doğru",
        "dogru",
        "ano",
        "pravda",
        "kyllä",
        "tosi",
        "igen",
        "igaz",
        "prawda",
        "da",
        "tačno",
        "adevărat",
        "истина",
        "правда",
        "верно",
        "так",
        "نعم",
        "صحيح",
        "כן",
        "हाँ",
        "है",
        "सही",
        "예",
        "네",
        "참",
        "对",
        "對",
        "真",
        "正解",
        "có",
        "đúng",
        "ναι",
        "👍",
        "☑",
    ]
)
FALSE_WORDS = frozenset(
    [
        "no",
        "false",
        "n",
        "f",
        "fail",
        "failed",
        "nein",
        "non",
        "não",
        "incorrect",
        "wrong",
        "falsch",
        "faux",
        "failure",
        "nee",
        "nej",
        "nie",
        "нет",
        "否",
        "いいえ",
        "✗",
        "✘",
        "❌",
        "falso",
        "onwaar",
        "falskt",
        "falsk",
        "hayır",
        "hayir",
        "yanlış",
        "yanliş",
        "yanlis",
        "ne",
        "nepravda",
        "ei",
        "epätosi",
        "nem",
        "hamis",
        "fałsz",
        "netačno",
        "fals",
        "ложь",
        "неправда",
        "неверно",
        "ні",
        "لا",
        "خطأ",
        "לא",
        "नहीं",
        "गलत",
        "아니오",
        "아니요",
        "거짓",
        "错",
        "錯",
        "假",
        "偽",
        "不是",
        "不正解",
        "không",
        "sai",
        "όχι",
        "👎",
        "☒",
    ]
)
LANGUAGE_CODES = frozenset({"da", "ja", "ne", "no", "si"})
ONE_LANGUAGE = (frozenset({"da", "ne"}), frozenset({"si", "no"}))
"""Two letters each that are words for yes and no in one language; any other mixture are codes of languages."""

DIGIT_WORDS = {"1": 1.0, "0": 0.0, "1.0": 1.0, "0.0": 0.0}
GRADES = {"C": 1.0, "P": 0.5, "I": 0.0, "N": 0.0}
TRIED_TEXTS = 200
MOMENT = re.compile(
    r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}.*)?|\d{1,2}[./]\d{1,2}[./]\d{2,4}( \d{1,2}:\d{2}.*)?|\d{2}:\d{2}(:\d{2})?"
)


def read_truth_words(texts: Iterable[str | None]) -> dict[str, float] | None:
    """1 and 0 for yes-or-no words, also where some cells write 1 and 0 instead; None where a word is neither."""
    found: dict[str, float] = {}
    digits: dict[str, float] = {}
    for text in set(texts):
        if text is None:
            continue
        word = text.strip().casefold()
        if word in TRUE_WORDS:
            found[text] = 1.0
        elif word in FALSE_WORDS:
            found[text] = 0.0
        elif word in DIGIT_WORDS:
            digits[text] = DIGIT_WORDS[word]
        elif not is_missing(text):
            return None
    is_letter = len(found) == 1 and len(next(iter(found)).strip()) == 1 and next(iter(found)).strip().isascii()
    if not found or (is_letter and not digits) or _are_languages(found):
        return None
    return {**found, **digits}


def _are_languages(words: Iterable[str]) -> bool:
    """`da`, `ja` and `no` say which language, not yes or no."""
    known = {word.strip().casefold() for word in words}
    return len(known) > 1 and known <= LANGUAGE_CODES and known not in ONE_LANGUAGE


def read_grades(texts: Iterable[str | None]) -> dict[str, float] | None:
    """1, 0.5 and 0 for Inspect's letters, where both C and I occur and nothing else; else None."""
    words = {text for text in texts if text is not None}
    return GRADES if {"C", "I"} <= words <= set(GRADES) else None


def is_moment(texts: Iterable[str | None]) -> bool:
    """Whether all filled cells are dates or times."""
    filled = list(islice((text for text in texts if text is not None), TRIED_TEXTS))
    return bool(filled) and all(map(MOMENT.fullmatch, filled))
