"""Keeps the order in which people put metrics, gates and scenarios, although the file sorts its keys for comparing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

Order = dict[str, list[str]]


def note_order(model: BaseModel) -> Order:
    """The keys of every map whose order is not alphabetical, by the map's path."""
    return {path: keys for path, keys in _maps(model, "") if keys != sorted(keys)}


def restore_order(data: Any, order: Mapping[str, Any], path: str = "") -> Any:
    """The parsed project with its maps in the noted order; keys that were not noted follow at the end."""
    if not isinstance(data, dict):
        return data
    noted = order.get(path, ())
    first = [key for key in noted if isinstance(key, str) and key in data] if isinstance(noted, list) else []
    keys = [*dict.fromkeys(first), *(key for key in data if key not in set(first))]
    return {key: restore_order(data[key], order, _below(path, key)) for key in keys}


def _maps(value: Any, path: str) -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _maps(getattr(value, name), _below(path, name))
    elif isinstance(value, Mapping):
        yield path, [str(key) for key in value]
        for key, inner in value.items():
            yield from _maps(inner, _below(path, str(key)))


def _below(path: str, key: str) -> str:
    return f"{path}/{key.replace('~', '~0').replace('/', '~1')}"
