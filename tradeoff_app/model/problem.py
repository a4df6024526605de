"""Turns a refused value into one sentence: where it stands, what is wrong with it, what to write instead."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError


class InputError(Exception):
    """Something that a person wrote can't be used; names file, place, cause and hint."""

    def __init__(self, code: str, file: str, place: str, cause: str, hint: str = "") -> None:
        super().__init__(f"{file}: {place}: {cause}. {hint}".rstrip())
        self.code = code
        self.file = file
        self.place = place
        self.cause = cause
        self.hint = hint


CAUSES: Mapping[str, str] = {
    "missing": "it is missing",
    "string_type": "a text is expected",
    "float_type": "a number is expected",
    "int_type": "a whole number is expected",
    "int_from_float": "a whole number is expected",
    "bool_type": "true or false is expected",
    "dict_type": "an object is expected",
    "model_type": "an object is expected",
    "tuple_type": "a list is expected",
    "list_type": "a list is expected",
    "finite_number": "a finite number is expected",
    "date_type": "a date such as 2026-11-23 is expected",
    "date_from_datetime_parsing": "a date such as 2026-11-23 is expected",
    "date_parsing": "a date such as 2026-11-23 is expected",
    "string_too_short": "it must not be empty",
}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that looks most like `word`, or None where none is close; at most 2,000 names are compared."""
    names = list(dict.fromkeys(known))[:2000]
    folded = {name.casefold(): name for name in reversed(names)}
    found = difflib.get_close_matches(word.casefold()[:200], list(folded), n=1, cutoff=0.6)
    return folded[found[0]] if found else None


def suggest(word: str, known: Iterable[str]) -> str:
    """A hint for an unknown name: the nearest known one, else the list of what there is."""
    names = [name for name in dict.fromkeys(known) if name]
    close = nearest(word, names)
    if close is not None:
        return f'Did you mean "{close}"?'
    if not names:
        return "There is none yet"
    shown = ", ".join(names[:8])
    return f"There is: {shown}{' …' if len(names) > 8 else ''}"


def explain(error: ValidationError) -> tuple[tuple[str | int, ...], str, str]:
    """Place, cause and hint of the first thing that is wrong; never quotes whole values."""
    first = error.errors(include_url=False, include_input=True)[0]
    kind, location = str(first["type"]), tuple(first["loc"])
    if kind in ("literal_error", "enum"):
        return location, *_explain_choice(first)
    if kind == "value_error":
        return location, str(first["ctx"]["error"]), ""
    cause = CAUSES.get(kind) or str(first["msg"])[:1].lower() + str(first["msg"])[1:]
    return location, cause, ""


def _explain_choice(first: Any) -> tuple[str, str]:
    expected = str(first["ctx"]["expected"])
    names = [part.strip().strip("'") for part in expected.replace(" or ", ",").split(",")]
    given = first.get("input")
    if not isinstance(given, str):
        return "one of a few words is expected", f"One of: {', '.join(names)}"
    close = nearest(given, names)
    cause = f'"{given[:60]}" is not one of {", ".join(names)}'
    return cause, f'Did you mean "{close}"?' if close else ""
