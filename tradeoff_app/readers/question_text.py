"""What was asked, as people read it: from texts, conversations and named fields of all tools."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from tradeoff_app.readers.flat_table import unfold_cell
from tradeoff_app.readers.limits import MAX_SEGMENT_VALUES
from tradeoff_app.readers.name_words import last_part
from tradeoff_app.readers.reader import Cell, RawColumn

NAMES = (
    "question",
    "user_input",
    "user_query",
    "user_message",
    "query",
    "frage",
    "anfrage",
    "pregunta",
    "instruction",
    "request",
    "prompt",
    "input",
    "inputs",
    "input_text",
    "problem",
    "utterance",
)
"""Names of fields and columns that hold what was asked, the surest first."""

WHO, USERS = ("role", "type", "from"), frozenset({"user", "human"})

BARE_ID = re.compile(r"\S*\d\S*")
TRIED_LABELS = 200


def asks(column: RawColumn, *, is_unit: bool) -> bool:
    """Whether a column of text holds sentences or words that differ from item to item, not ids and not templates."""
    labels = column.coded.labels if column.numbers is None else ()
    tried = labels[:TRIED_LABELS]
    if sum(BARE_ID.fullmatch(label) is None for label in tried) < 0.5 * max(len(tried), 1):
        return False
    return is_unit or len(labels) > MAX_SEGMENT_VALUES or len(labels) >= 0.5 * len(column.cells)


def add_question(columns: Sequence[RawColumn], values: Sequence[Any]) -> tuple[list[RawColumn], str | None]:
    """The columns with one more for what each row asks, unless one of them says just that; and the name of that one."""
    cells: list[Cell] = [write_question(value) for value in values]
    if not any(cells):
        return [*columns], None
    known = next((column.name for column in columns if column.numbers is None and column.cells == cells), None)
    if known is not None:
        return [*columns], known
    taken = {column.name for column in columns}
    name = next(name for number in range(1, len(taken) + 2) if (name := _numbered(number)) not in taken)
    return [*columns, RawColumn(name, cells, role="ignore", is_typed=True)], name


def _numbered(number: int) -> str:
    return "question" if number == 1 else f"question ({number})"


def write_question(value: Any) -> str | None:
    """What a value asks as people read it: text, the last words of a user in a conversation, or named fields.

    Of named fields the one that is called a question, else the only one, else all of them line by line.
    """
    if isinstance(value, str) and value[:1].isalnum():
        return value
    value = unfold_cell(value)
    if isinstance(value, list):
        return _last_of_user(value)
    if isinstance(value, Mapping):
        return _write_fields(value)
    return None if value in (None, "") else str(value)


def _last_of_user(messages: Sequence[Any]) -> str | None:
    """What a user said last; what was said last where nobody is called a user; texts one below the other."""
    said = [message for message in messages if isinstance(message, Mapping) and "content" in message]
    users = [message for message in said if not USERS.isdisjoint(str(message.get(key)).lower() for key in WHO)]
    if said:
        return _write_content((users or said)[-1]["content"])
    parts = [text for item in messages if (text := _write_part(item))]
    return "\n".join(parts) or None


def _write_content(content: Any) -> str | None:
    """The text of a message, without pictures and sounds."""
    if isinstance(content, list):
        content = "\n".join(str(part["text"]) for part in content if isinstance(part, Mapping) and part.get("text"))
    return content if isinstance(content, str) and content else None


def name_question(fields: Any) -> str | None:
    """The text of the field that is called a question; None where no field is."""
    if not isinstance(fields, Mapping):
        return None
    exact = next((text for name in NAMES if isinstance(text := fields.get(name), str) and text), None)
    if exact is not None:
        return exact
    named = {last_part(str(name)): value for name, value in reversed([*fields.items()])}
    return next((text for name in NAMES if isinstance(text := named.get(name), str) and text), None)


def _write_fields(fields: Mapping[str, Any]) -> str | None:
    messages = fields.get("messages")
    if isinstance(messages, list) and (text := _last_of_user(messages)):
        return text
    surest = name_question(fields)
    if surest is not None:
        return surest
    written = {str(name): text for name, value in fields.items() if (text := _write_part(value))}
    if len(written) == 1:
        return next(iter(written.values()))
    return "\n".join(f"{name}: {text}" for name, text in written.items()) or None


def _write_part(value: Any) -> str | None:
    if value in (None, "", [], {}):
        return None
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
