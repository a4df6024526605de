"""JSON under limits: depth, endless integers and repeated keys are refused by name, NaN is kept as "not there"."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from tradeoff_app.readers.limits import MAX_INTEGER_DIGITS, MAX_VALUES
from tradeoff_app.readers.refusal import ReadError

AGAIN = "Export the file again."
LINE_END = re.compile(r"\r\n|\n|\r")


class JsonError(ValueError):
    """Why a text is no JSON that we read: code, place inside the text, cause."""

    def __init__(self, code: str, place: str, cause: str) -> None:
        self.code = code
        self.place = place
        self.cause = cause
        super().__init__(cause)


def parse_json(text: str, *, is_strict_about_keys: bool = False) -> Any:
    """The value of a JSON text; raises JsonError. NaN and Infinity come out as floats."""
    check_values(text)
    try:
        return (STRICT if is_strict_about_keys else PLAIN).decode(text)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        if error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string"):
            raise JsonError("damaged", place, "the end of the JSON is missing; the file is cut off") from None
        raise JsonError("damaged", place, f"this is no valid JSON ({error.msg})") from None
    except RecursionError:
        raise JsonError("damaged", "", "the JSON is nested too deep to be a result file") from None


def check_values(text: str) -> None:
    """Raise JsonError where so many values stand in a text that they would fill the memory, before they are read."""
    if len(text) > MAX_VALUES and (values := text.count(",") + text.count("[") + text.count("{")) > MAX_VALUES:
        cause = f"the JSON holds {values:,} values, more than the limit of {MAX_VALUES:,}: the file is too large"
        raise JsonError("unreadable", "", cause)


def split_lines(text: str) -> list[str]:
    """The lines of a text, whichever of the three line ends it has; U+2028 and its like belong to their line."""
    return LINE_END.split(text) if "\r" in text else text.split("\n")


def split_first_line(text: str) -> tuple[str, str]:
    """The first line and what follows its end. Results in one line of many megabytes are the usual case."""
    feed = text.find("\n")
    carriage = text.find("\r", 0, feed if feed >= 0 else len(text))
    if carriage >= 0:
        return text[:carriage], text[carriage + (2 if feed == carriage + 1 else 1) :]
    return (text, "") if feed < 0 else (text[:feed], text[feed + 1 :])


def check_lines(text: str, file: str) -> None:
    """Raise ReadError where a text has more lines, or all of them more values, than any table within the limits."""
    try:
        check_values(text)
    except JsonError as error:
        raise refuse(error, file) from None
    if (lines := text.count("\n")) > MAX_VALUES:
        cause = f"too many lines: {lines:,} are more than the limit of {MAX_VALUES:,}"
        raise ReadError("unreadable", file, "", cause, "Export fewer rows, or split the file.")


def load_json(text: str, file: str, *, is_strict_about_keys: bool = False) -> Any:
    """The value of a JSON file; raises ReadError with the place."""
    try:
        return parse_json(text, is_strict_about_keys=is_strict_about_keys)
    except JsonError as error:
        raise refuse(error, file) from None


def refuse(error: JsonError, file: str, place: str = "") -> ReadError:
    """The refusal of a file for what is wrong in its JSON."""
    where = ", ".join(part for part in (place, error.place) if part)
    return ReadError("damaged" if error.code == "damaged" else "unreadable", file, where, error.cause, AGAIN)


def _read_integer(digits: str) -> int:
    if len(digits) > MAX_INTEGER_DIGITS:
        cause = f"a number of {len(digits):,} digits is longer than the limit of {MAX_INTEGER_DIGITS}"
        raise JsonError("damaged", "", cause)
    return int(digits)


def _refuse_repeated_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        _fail(next(key for key in keys if keys.count(key) > 1))
    return found


def _fail(key: str) -> NoReturn:
    raise JsonError("damaged", "", f"the key {key!r} stands twice in one record; it is unclear which value counts")


PLAIN = json.JSONDecoder(parse_int=_read_integer)
STRICT = json.JSONDecoder(parse_int=_read_integer, object_pairs_hook=_refuse_repeated_keys)
