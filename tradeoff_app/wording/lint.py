"""Reads a text as a careful reader would: words that never stand before a number, claims without their interval."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tradeoff_app.wording.language import Language
from tradeoff_app.wording.languages.catalogue import language_of
from tradeoff_app.wording.typography import plain


@dataclass(frozen=True)
class LintFinding:
    """One objection: its code, the words it is about with their place in the text, and what to do instead."""

    code: str
    excerpt: str
    start: int
    end: int
    advice: str


def lint(text: str, language: str = "en") -> tuple[LintFinding, ...]:
    """All objections to a text in the order of their place; empty for a text that may stand as it is."""
    spoken = language_of(language)
    flat = plain(text)
    found = [*_forbidden(flat, spoken), *_relative_only(flat, spoken), *_hidden(flat, spoken), *_precise(flat, spoken)]
    return tuple(sorted(found, key=lambda finding: (finding.start, finding.code)))


def _forbidden(text: str, spoken: Language) -> Iterator[LintFinding]:
    for code, pattern in spoken.linting.forbidden:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            yield _finding(code, match.group(), match.start(), spoken)


def _relative_only(text: str, spoken: Language) -> Iterator[LintFinding]:
    """A relative change in a text that says no absolute one."""
    if re.search(spoken.linting.absolute, text, re.IGNORECASE):
        return
    for match in re.finditer(spoken.linting.relative, text, re.IGNORECASE):
        yield _finding("relative_only", match.group(), match.start(), spoken)


def _hidden(text: str, spoken: Language) -> Iterator[LintFinding]:
    """A counted change without both ends of its interval in the sentence; a month without what it is a month of."""
    for start, sentence in _sentences(text):
        bare = re.sub(spoken.linting.levels, "", sentence, flags=re.IGNORECASE)
        change = re.search(spoken.linting.change, bare, re.IGNORECASE)
        is_named = re.search(spoken.linting.interval, sentence, re.IGNORECASE)
        if change and not is_named and not re.search(spoken.linting.span, bare, re.IGNORECASE):
            yield _finding("hidden_interval", change.group(), start + sentence.find(change.group()), spoken)
        month = re.search(spoken.linting.monthly, sentence, re.IGNORECASE)
        if month and sentence.endswith(".") and not re.search(spoken.linting.exposure, text, re.IGNORECASE):
            yield _finding("month_without_exposure", month.group(), start + month.start(), spoken)


def _precise(text: str, spoken: Language) -> Iterator[LintFinding]:
    """More figures than any evaluation supports: four and more in a decimal number, three and more in an estimate."""
    mark, group = re.escape(spoken.decimal), re.escape(spoken.thousands)
    for match in re.finditer(rf"(?<![\d{group}{mark}])\d[\d{group}]*{mark}\d+", text):
        if _figures(match.group(), spoken) > 4:
            yield _finding("false_precision", match.group(), match.start(), spoken)
    for match in re.finditer(
        rf"{spoken.linting.estimated} [^\d\s]*(\d[\d{group}]*)(?![\d{mark}])", text, re.IGNORECASE
    ):
        digits = re.sub(r"\D", "", match.group(1))
        if int(digits) >= 100 and len(digits.rstrip("0")) > 2:
            yield _finding("false_precision", match.group(1), match.start(1), spoken)


def _figures(number: str, spoken: Language) -> int:
    """Significant figures of a decimal number; trailing zeros of a price or rating count as written."""
    digits = number.replace(spoken.thousands, "").replace(spoken.decimal, "")
    return len(digits.lstrip("0"))


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for match in re.finditer(r"[^.!?\n]+(?:[.](?=\d)[^.!?\n]*)*[.!?]?", text):
        yield match.start(), match.group()


def _finding(code: str, excerpt: str, start: int, spoken: Language) -> LintFinding:
    return LintFinding(code, excerpt, start, start + len(excerpt), spoken.say(f"lint_{code}"))
