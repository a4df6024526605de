"""What tells items apart where a tool writes no id: the input, or the simplest of its fields that says as much."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

LONGEST_KEY = 200


def name_items(inputs: Sequence[Any]) -> list[str | None]:
    """One text per input: equal inputs get equal texts, others different ones; None where there is no input."""
    whole = [write_item(item) for item in inputs]
    filled = [item for item in inputs if item not in (None, "", {}, [])]
    if not filled or not all(isinstance(item, Mapping) for item in filled):
        return whole
    distinct = len({text for text in whole if text is not None})
    if distinct < 2:
        return whole
    simplest: tuple[float, str] | None = None
    for name in filled[0]:
        values = [item.get(name) for item in filled]
        if not all(isinstance(value, str | int) and not isinstance(value, bool) and value != "" for value in values):
            continue
        length = sum(len(str(value)) for value in values) / len(values)
        if len({str(value) for value in values}) == distinct and length <= LONGEST_KEY:
            simplest = min((length, str(name)), simplest or (length, str(name)))
    if simplest is None:
        return whole
    return [str(item[simplest[1]]) if isinstance(item, Mapping) and item else None for item in inputs]


def write_item(item: Any) -> str | None:
    """An input as text, its fields in a fixed order."""
    if item in (None, "", {}, []):
        return None
    if isinstance(item, str):
        return item
    return json.dumps(item, sort_keys=True, ensure_ascii=False, separators=(", ", ": "))


def fields_of(item: Any, name: str) -> Mapping[str, Any]:
    """An input as named fields: its own, or itself under a name."""
    if isinstance(item, Mapping):
        return item
    return {} if item is None else {name: item}
