"""What a language is: its signs for numbers, the little grammar that phrases need, and the phrases themselves."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

Phrase = str | tuple[str, str]
"""A template with named fields; a pair is (singular, plural), chosen by the field `count`."""


@dataclass(frozen=True)
class Linting:
    """Patterns (regular expressions, case does not matter) that the linter reads a language with.

    `forbidden` pairs a code with a pattern; `relative` is a relative change, `absolute` what must stand beside it;
    `change` a counted change, `interval` what names its interval, `span` its two ends, `levels` a from-to that is none;
    `monthly` a number a month, `exposure` what it is of; `estimated` the word before an estimate.
    """

    forbidden: tuple[tuple[str, str], ...]
    relative: str
    absolute: str
    change: str
    interval: str
    span: str
    levels: str
    monthly: str
    exposure: str
    estimated: str


@dataclass(frozen=True)
class Language:
    """Everything that differs between languages; `phrases` has the same keys and fields in each of them.

    `percent` and `money` are templates; `pluralise` makes a plural of a basis such as "query"; `with_article` puts the
    indefinite article before a singular noun (empty where it takes a gender that nobody stated); `inside` writes a
    label as it stands inside a sentence; `of_segment` says "of other users" after a unit noun, `named` the segment with
    its article ("the primary persona").
    """

    code: str
    name: str
    thousands: str
    decimal: str
    percent: str
    money: str
    months: tuple[str, ...]
    date: str
    pluralise: Callable[[str], str]
    with_article: Callable[[str], str]
    inside: Callable[[str], str]
    of_segment: Callable[[str], str]
    named: Callable[[str], str]
    phrases: Mapping[str, Phrase]
    linting: Linting

    def say(self, key: str, **fields: object) -> str:
        """The phrase with its fields filled in; raises KeyError for a phrase that the language does not have."""
        phrase = self.phrases[key]
        if isinstance(phrase, tuple):
            phrase = phrase[0] if fields.get("count") in (1, "1") else phrase[1]
        return phrase.format(**fields)

    def has(self, key: str) -> bool:
        """Whether there is a phrase of this name."""
        return key in self.phrases

    def listed(self, parts: tuple[str, ...] | list[str]) -> str:
        """ "a", "a and b", "a, b and c"."""
        if len(parts) < 2:
            return "".join(parts)
        return self.say("and", first=", ".join(parts[:-1]), last=parts[-1])


def sentence_case(text: str) -> str:
    """The text with its first letter large."""
    return text[:1].upper() + text[1:]
