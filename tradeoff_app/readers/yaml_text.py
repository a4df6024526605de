"""YAML as tools write it: plain data under limits, words and numbers by YAML 1.2 (`12:30` and `no` stay text)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import yaml

from tradeoff_app.readers.limits import MAX_CELLS, MAX_DEPTH, MAX_INTEGER_DIGITS
from tradeoff_app.readers.refusal import ReadError

AGAIN = "Export the file again, or as JSON."
PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C where PyYAML was built with it: several times as fast."""

INTEGER = re.compile(rf"[-+]?[0-9]{{1,{MAX_INTEGER_DIGITS}}}", re.ASCII)
NUMBER = re.compile(r"[-+]?(\.[0-9]{1,40}|[0-9]{1,40}(\.[0-9]{0,40})?)([eE][-+]?[0-9]{1,3})?", re.ASCII)
ENDLESS = {".inf": float("inf"), "+.inf": float("inf"), "-.inf": float("-inf"), ".nan": float("nan")}
WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
CORE = "tag:yaml.org,2002:"
KNOWN_TAGS = frozenset(
    {None, "!", *(f"{CORE}{name}" for name in ("str", "int", "float", "bool", "null", "map", "seq"))}
)


@dataclass
class _Open:
    """A list or dictionary that is being filled; `add` puts the next value, a dictionary takes keys in between."""

    value: list[Any] | dict[Any, Any]
    anchor: str | None
    key: Any = None
    has_key: bool = False
    size: int = 1

    def add(self, value: Any, size: int) -> None:
        """The next item, key or value."""
        self.size += size
        if isinstance(self.value, list):
            self.value.append(value)
        elif not self.has_key:
            self.key, self.has_key = value if isinstance(value, str | int | float) else str(value), True
        else:
            self.value[self.key], self.has_key = value, False


def load_yaml(text: str, file: str) -> Any:
    """The value of one YAML document; raises ReadError, also where references unfold beyond the limit of cells."""
    builder = _Builder(file)
    try:
        return builder.build(yaml.parse(text, Loader=PARSER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark is not None else ""
        cause = f"this is no valid YAML ({error.problem or error.context})"
        if mark is not None and mark.line + 1 >= text.rstrip().count("\n"):
            cause = f"the end of the YAML is missing; the file may be cut off ({error.problem})"
        raise ReadError("damaged", file, place, cause, AGAIN) from None
    except yaml.YAMLError as error:
        raise ReadError("damaged", file, "", f"this is no valid YAML ({str(error)[:80]})", AGAIN) from None


class _Builder:
    """Values from the parser's events, without recursion and without ever making an object of another type."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.stack: list[_Open] = [_Open([], None)]
        self.anchored: dict[str, tuple[Any, int]] = {}

    def build(self, events: Iterable[Any]) -> Any:
        """The first document's value; None where there is none."""
        steps: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: lambda event: self._open({}, event),
            yaml.SequenceStartEvent: lambda event: self._open([], event),
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
        }
        for event in events:
            step = steps.get(type(event))
            if step is not None:
                step(event)
            elif isinstance(event, yaml.DocumentEndEvent):
                break
        found = self.stack[0].value
        return found[0] if found else None

    def _open(self, value: list[Any] | dict[Any, Any], event: Any) -> None:
        if len(self.stack) > MAX_DEPTH:
            raise self._refuse(event, f"the YAML is nested deeper than the limit of {MAX_DEPTH} levels")
        self._check_tag(event)
        self.stack.append(_Open(value, event.anchor))

    def _close(self, event: Any) -> None:
        done = self.stack.pop()
        self._put(done.value, done.size, done.anchor, event)

    def _scalar(self, event: Any) -> None:
        self._check_tag(event)
        is_plain = not event.style and event.tag is None
        self._put(_resolve(event.value) if is_plain else event.value, 1, event.anchor, event)

    def _alias(self, event: Any) -> None:
        if event.anchor not in self.anchored:
            raise self._refuse(event, "a reference to something that is not complete at this point")
        value, size = self.anchored[event.anchor]
        self._put(value, size, None, event)

    def _put(self, value: Any, size: int, anchor: str | None, event: Any) -> None:
        if anchor is not None:
            self.anchored[anchor] = (value, size)
        self.stack[-1].add(value, size)
        if self.stack[-1].size > MAX_CELLS:
            raise self._refuse(event, f"the YAML stands for more values than the limit of {MAX_CELLS:,}")

    def _check_tag(self, event: Any) -> None:
        if event.tag not in KNOWN_TAGS:
            raise self._refuse(event, f"the YAML asks for an object of type {event.tag[:60]!r}, which is never made")

    def _refuse(self, event: Any, cause: str) -> ReadError:
        return ReadError("unreadable", self.file, f"line {event.start_mark.line + 1}", cause, AGAIN)


def _resolve(text: str) -> Any:
    """A plain scalar: null, truth value, number or text."""
    if text in WORDS:
        return WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if INTEGER.fullmatch(text):
        return int(text)
    if NUMBER.fullmatch(text):
        return float(text)
    return ENDLESS.get(text.lower(), text)
