"""What older versions of promptfoo counted otherwise, where the rows show it, so that no two versions mix unseen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.json_records import dict_of, dicts_of
from tradeoff_app.readers.promptfoo_scores import is_number

Row = Mapping[str, Any]


def say_old_rules(file: str, rows: Sequence[Row]) -> list[Problem]:
    """Rows that failed by an assertion of weight 0 alone, and named scores that can only be sums."""
    return [*_say_weightless(file, rows), *_say_sums(file, rows)]


def _say_weightless(file: str, rows: Sequence[Row]) -> list[Problem]:
    count = sum(row.get("success") is False and _fails_without_weight(row) for row in rows)
    if not count:
        return []
    text = (
        f"{count:,} of {len(rows):,} results failed by assertions of weight 0 alone: up to version 0.91 of promptfoo"
        " these fail a result, later ones ignore them."
    )
    hint = "Compare pass with files of the same version only; the single metrics are not touched."
    return [Problem("warning", "weightless_failures", file, "pass", text, hint)]


def _fails_without_weight(row: Row) -> bool:
    parts = dict_of(row.get("gradingResult")).get("componentResults")
    has_failed = False
    for part in parts if isinstance(parts, list) else ():
        if isinstance(part, dict) and part.get("pass") is False:
            has_failed = True
            if dict_of(part.get("assertion")).get("weight", 1) != 0:
                return False
    return has_failed


def _say_sums(file: str, rows: Sequence[Row]) -> list[Problem]:
    """Assertions score at most 1 each; `namedScoreWeights` marks the versions that write means."""
    names: dict[str, None] = {}
    for row in rows:
        named = row.get("namedScores")
        if not isinstance(named, dict) or not _has_more_than_one(named):
            continue
        grading = dict_of(row.get("gradingResult"))
        if "namedScoreWeights" in grading:
            continue
        parts = dicts_of(grading.get("componentResults"))
        known = [dict_of(part.get("assertion")).get("metric") for part in parts]
        if _counts(parts) > 1:
            above = (name for name, value in named.items() if is_number(value) and value > 1.001)
            names |= dict.fromkeys(name for name in above if name not in known)
    if not names:
        return []
    text = (
        f"{', '.join(list(names)[:8])}: above 1 in some results; this version of promptfoo adds the assertions of one"
        " name up and does not list them, so this is their sum, not their mean."
    )
    return [
        Problem("warning", "summed_metrics", file, "namedScores", text, "Compare it with files of this version only.")
    ]


def _has_more_than_one(scores: Row) -> bool:
    for score in scores.values():  # noqa: SIM110 - several times as fast as any()
        if is_number(score) and score > 1.001:
            return True
    return False


def _counts(parts: Sequence[Row]) -> int:
    """How many parts have no name of their own and may have been added up."""
    return sum(not isinstance(dict_of(part.get("assertion")).get("metric"), str) for part in parts)
