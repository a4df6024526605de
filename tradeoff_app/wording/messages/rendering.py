"""Finds the template that made a message, and says it with the same values in another language."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from string import Formatter

from tradeoff_app.wording.languages.catalogue import language_of
from tradeoff_app.wording.messages.catalogue import CATALOGUES, Catalogue

LONGEST = 4000
"""Letters of a message that is looked up; a longer one stays as it is."""
NUMBERS = {
    ",": r"-?\d[\d,]*",
    "%": r"-?\d[\d.,]*%",
    "g": r"-?(?:\d[\d.,]*(?:e[+-]?\d+)?|inf|nan)",
    "f": r"-?(?:\d[\d.,]*|inf|nan)",
}
NAMES = ("column ", "key ", "results (")
"""How places begin that end with a name; any other holds a number or a quoted name."""
SEPARATORS = {"parts": ", ", "clauses": "; "}


@dataclass(frozen=True)
class Template:
    """An English template and its counterpart."""

    english: str
    other: str

    @cached_property
    def pieces(self) -> tuple[tuple[str, str | None], ...]:
        """Literal texts, each with the format of the field behind it: None where there is none."""
        return tuple((literal, spec if name is not None else None) for literal, name, spec, _ in _parse(self.english))

    @cached_property
    def weight(self) -> int:
        """Letters that are fixed: the more, the surer a match."""
        return sum(len(literal) for literal, _ in self.pieces)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What a message made of this template looks like, a group a field."""
        said = [
            re.escape(literal) + ("" if spec is None else f"({NUMBERS.get(spec[-1:], '.*?')})")
            for literal, spec in self.pieces
        ]
        return re.compile("".join(said), re.DOTALL)

    def values_in(self, text: str) -> tuple[str, ...] | None:
        """The values of its fields in a message, in their order; None where it did not make the message."""
        at = 0
        for literal, _ in self.pieces:
            found = text.find(literal, at)
            if found < 0:
                return None
            at = found + len(literal)
        match = self.pattern.fullmatch(text)
        return match.groups() if match else None


class Translator:
    """Says messages in one language."""

    def __init__(self, code: str, catalogue: Catalogue) -> None:
        self._language = language_of(code)
        self._words = catalogue.words
        self._messages = _templates(catalogue.messages)
        self._places = _templates(catalogue.places)
        self._parts = _templates({**catalogue.messages, **catalogue.parts})

    def message(self, text: str) -> str:
        """A cause, a hint or a sentence; sentences that stand together are said one by one."""
        return self._render(text, self._messages) or self._sentences(text) or text

    def place(self, text: str) -> str:
        """A place in a file; the name of a column stays as it is."""
        is_place = text.startswith(NAMES) or any(sign.isdigit() or sign in "'\"" for sign in text)
        return (self._render(text, self._places) if is_place or text in self._exact else None) or text

    def where(self, text: str) -> str:
        """The place that a refusal of our own files names: a word of ours, a path, a place in a file."""
        return self._words.get(text) or self.place(text)

    def part(self, text: str) -> str:
        """Anything that a message can hold: a fragment, a place, a message."""
        return self._render(text, self._parts) or self._sentences(text) or self.place(text)

    @cached_property
    def _exact(self) -> frozenset[str]:
        return frozenset(template.english for template in self._places if len(template.pieces) == 1)

    def _sentences(self, text: str) -> str | None:
        for end in re.finditer(r"[.?!](?= )", text[:LONGEST]):
            head, tail = text[: end.end()], text[end.end() :]
            said = self._render(head, self._messages)
            if said is not None:
                return f"{said} {(self._render(tail, self._parts) or self.message(tail[1:])).lstrip()}"
        return None

    def _render(self, text: str, templates: Sequence[Template]) -> str | None:
        if len(text) > LONGEST:
            return None
        for template in templates:
            values = template.values_in(text)
            if values is not None:
                return self._fill(template, values)
        return None

    def _fill(self, template: Template, values: Sequence[str]) -> str:
        specs = [spec for _, spec in template.pieces if spec is not None]
        said = []
        for literal, name, how, _ in _parse(template.other):
            said.append(literal)
            if name is not None:
                value = values[int(name)]
                said.append(self._number(value, specs[int(name)]) if specs[int(name)] else self._value(value, how))
        return "".join(said)

    def _value(self, value: str, how: str) -> str:
        if how == "word":
            return self._words.get(value.strip("'"), value)
        if how == "words":
            return ", ".join(self._words.get(name.strip("'"), name) for name in value.split(", "))
        if how in SEPARATORS:
            return SEPARATORS[how].join(map(self.part, value.split(SEPARATORS[how])))
        return self.part(value) if how == "said" else value

    def _number(self, value: str, spec: str) -> str:
        if spec[-1] not in NUMBERS:
            return value
        signs = {",": self._language.thousands, ".": self._language.decimal}
        said = "".join(signs.get(sign, sign) for sign in value)
        return self._language.percent.format(number=said[:-1]) if spec.endswith("%") else said


def message(text: str, language: str) -> str:
    """A cause, a hint or a sentence of a problem or a refusal, in a language; as it is where nobody translated it."""
    return _say("message", text, language)


def place(text: str, language: str) -> str:
    """The place in a file that a problem or a refusal names, in a language."""
    return _say("place", text, language)


def where(text: str, language: str) -> str:
    """The place that a refusal of our own files names, in a language; a path stays as it is."""
    return _say("where", text, language)


@lru_cache(maxsize=4096)
def _say(kind: str, text: str, language: str) -> str:
    translator = _translator(language)
    return text if translator is None or not text else str(getattr(translator, kind)(text))


@cache
def _translator(language: str) -> Translator | None:
    catalogue = CATALOGUES.get(language)
    return Translator(language, catalogue) if catalogue else None


def _templates(catalogue: Mapping[str, str]) -> tuple[Template, ...]:
    """The surest first."""
    made = [Template(english, other) for english, other in catalogue.items()]
    return tuple(sorted(made, key=lambda template: (-template.weight, len(template.pieces))))


def _parse(text: str) -> list[tuple[str, str | None, str, str | None]]:
    """Literals with the field behind each, its name and format; doubled braces are joined to their neighbours."""
    joined: list[tuple[str, str | None, str, str | None]] = []
    before = ""
    for literal, name, spec, conversion in Formatter().parse(text):
        if name is None:
            before += literal
            continue
        joined.append((before + literal, name, spec or "", conversion))
        before = ""
    return [*joined, (before, None, "", None)]
