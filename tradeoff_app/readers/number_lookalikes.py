"""Labels in which a reader sees numbers: `1.2k`, stars, `4 - good`. They stay labels; that they do is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.name_words import OUTPUT_NAMES, suggests_group, suggests_identifier, words_of
from tradeoff_app.readers.number_grammar import is_missing, parse_number

TRIED_TEXTS = 200
LONGEST = 40
MOST_RANKS = 11
EXPECTED = frozenset({"expected", "reference", "target", "gold", "truth", "question", "prompt", "input"})
"""Columns of texts that may well be numbers, such as the answers to sums."""
SHORTENED = re.compile(
    r"[~≈<>]?\s*[$€£¥]?\s*[+-]?\d[\d.,]*\s*"
    r"(?:k|m|b|g|mn|mm|bn|mio\.?|mrd\.?|tsd\.?|thousand|millions?|billions?|min\.?|mins|minutes?|h|hrs?|hours?"
    r"|std\.?|[kmg]i?b|x|[µμ][a-z]{1,3})",
    re.IGNORECASE,
)
STARS = re.compile("(?:[★☆⭐✩✪✫✬✭✮✯✰⭑⭒🌟●○◐½]\ufe0f?)+")
RANKED = re.compile(r"(?P<first>\d{1,2})\s*(?:[-–—:.)=/(]|\s)\s*[^\W\d].*|[^\W\d][^()\d]*\((?P<last>\d{1,2})\)")


def find_number_lookalikes(name: str, texts: Sequence[str], file: str) -> list[Problem]:
    """One warning where (nearly) all texts of a column write numbers in a way that can't be read without a guess."""
    tried = [text.strip() for text in islice((text for text in texts if not is_missing(text)), TRIED_TEXTS)]
    if len(tried) < 2 or _is_no_score(name) or max(map(len, tried)) > LONGEST:
        return []
    odd = [text for text in tried if parse_number(text) is None]
    if not odd or not (_all_match(SHORTENED, odd) or _all_match(STARS, odd) or _are_ranks(odd, len(texts))):
        return []
    text = f"{name}: values such as {odd[0]!r} are no plain numbers; the column was taken as labels."
    hint = "Write plain numbers in the file if they are scores: 1200 for 1.2k, 4 for 4 - good or four stars."
    return [Problem("warning", "number_lookalikes", file, name, text, hint)]


def _is_no_score(name: str) -> bool:
    is_answer = words_of(name).rpartition(" ")[2] in OUTPUT_NAMES | EXPECTED
    return is_answer or suggests_identifier(name) or suggests_group(name)


def _all_match(pattern: re.Pattern[str], texts: Sequence[str]) -> bool:
    return all(map(pattern.fullmatch, texts))


def _are_ranks(texts: Sequence[str], distinct: int) -> bool:
    """A few labels, each with a number of its own."""
    found = [RANKED.fullmatch(text) for text in texts]
    ranks = {matched["first"] or matched["last"] for matched in found if matched is not None}
    return 1 < len(ranks) == len(texts) and distinct <= MOST_RANKS
