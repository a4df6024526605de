"""JSON read so that nothing is lost or guessed: no duplicate keys, no NaN, no endless depth, no rounded integers."""

from __future__ import annotations

import json
import re
from typing import Any

DEPTH_LIMIT = 100
EXACT_INTEGER = 2**53 - 1
SIZE_LIMIT = 256 * 2**20

STRING = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
BRACKET = re.compile(r"[\[\]{}]")
SURROGATE_ESCAPE = re.compile(r"\\u[dD][89abAB]")


class JsonError(Exception):
    """A text that is not the strict JSON that we read and write; `place` is a line and column or a key."""

    def __init__(self, place: str, cause: str) -> None:
        super().__init__(f"{place}: {cause}")
        self.place = place
        self.cause = cause


def read_object(data: bytes) -> dict[str, Any]:
    """The one object that the bytes hold; raises JsonError."""
    if len(data) > SIZE_LIMIT:
        raise JsonError("file", f"it has {len(data) // 2**20} MB, the limit is {SIZE_LIMIT // 2**20} MB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        raise JsonError(f"byte {failure.start}", "it is not UTF-8 text") from failure
    _check_depth(text)
    value = _parse(text)
    if not isinstance(value, dict):
        raise JsonError("line 1", "it holds no JSON object")
    if SURROGATE_ESCAPE.search(text):
        _check_surrogates(value)
    return value


def _parse(text: str) -> Any:
    try:
        return json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_refuse_constant,
            parse_float=_float,
            parse_int=_integer,
        )
    except json.JSONDecodeError as failure:
        raise JsonError(f"line {failure.lineno}, column {failure.colno}", f"not JSON: {failure.msg}") from failure


def _check_depth(text: str) -> None:
    depth = 0
    for match in BRACKET.finditer(STRING.sub('""', text)):
        depth += 1 if match[0] in "[{" else -1
        if depth > DEPTH_LIMIT:
            raise JsonError("file", f"it is nested more than {DEPTH_LIMIT} levels deep")


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise JsonError(f"key {key!r}", "it stands twice in one object")
            seen.add(key)
    return value


def _refuse_constant(name: str) -> Any:
    raise JsonError("file", f"{name} is not a number that can be stored")


def _float(text: str) -> float:
    value = float(text)
    if value in (float("inf"), float("-inf")):
        raise JsonError("file", f"the number {text[:30]} is too large")
    return value


def _integer(text: str) -> int:
    if len(text) > 17 or abs(int(text)) > EXACT_INTEGER:
        raise JsonError("file", f"the whole number {text[:30]} is too large to be kept exactly")
    return int(text)


def _check_surrogates(value: Any) -> None:
    """Half of a character pair can't be written again, so it is refused on the way in."""
    if isinstance(value, dict):
        for key, inner in value.items():
            _check_surrogates(key)
            _check_surrogates(inner)
    elif isinstance(value, list):
        for inner in value:
            _check_surrogates(inner)
    elif isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError as failure:
            raise JsonError("file", "a text holds half of a character pair") from failure
