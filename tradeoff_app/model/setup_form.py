"""Reads a setup document along the project's models: lists become maps, unknown fields are named, places remembered."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from tradeoff_app.model.problem import InputError, nearest
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.model.setup import LISTS, NOT_STATED

Path = tuple[str, ...]


@dataclass
class SetupForm:
    """A setup in the shape of a project dump; `places` says where a path stands in the file, `stated` lists leaves."""

    file: str
    places: dict[Path, str] = field(default_factory=dict)
    stated: list[Path] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def read(self, setup: Mapping[str, Any]) -> dict[str, Any]:
        """The stated fields as nested maps; raises InputError where the form itself is wrong."""
        known = {name: value for name, value in setup.items() if name != "schema"}
        for name in sorted(NOT_STATED & set(known)):
            self.warnings.append(f"{name}: it follows from the result files and is not taken from a setup")
            del known[name]
        read: dict[str, Any] = self._read_model(Project, known, (), "")
        return read

    def place(self, path: tuple[str | int, ...]) -> str:
        """Where a path of the project stands in the setup file: `scenarios/base/money[0]/per_unit`."""
        parts = tuple(str(part) for part in path)
        for length in range(len(parts), 0, -1):
            if parts[:length] in self.places:
                return "/".join((self.places[parts[:length]], *parts[length:]))
        return "/".join(parts) or "file"

    def is_stated(self, path: Path) -> bool:
        """Whether the setup says anything at or below this path."""
        return any(leaf[: len(path)] == path for leaf in self.stated)

    def fail(self, place: str, cause: str, hint: str = "") -> InputError:
        """The error for something that this setup says."""
        return InputError("setup", self.file, place, cause, hint)

    def _read_model(self, model: type[BaseModel], data: Any, path: Path, place: str) -> Any:
        if not isinstance(data, dict):
            raise self.fail(place, "an object is expected", _range_hint(model))
        self.places[path] = place
        read: dict[str, Any] = {}
        for name, value in data.items():
            here = f"{place}/{name}" if place else name
            known = model.model_fields.get(name)
            if known is None:
                self._warn_unknown(model, name, here)
                read[name] = value
            elif value is not None:
                read[name] = self._read_value(known.annotation, name, value, (*path, name), here)
            elif _allows_none(known.annotation):
                self.stated.append((*path, name))
                read[name] = None
        return read

    def _read_value(self, annotation: Any, name: str, value: Any, path: Path, place: str) -> Any:
        kind, inner = _shape(annotation)
        self.places[path] = place
        if kind == "model":
            return self._read_model(inner, value, path, place)
        if kind == "models":
            many = value if isinstance(value, list) else [value]
            self.stated.append(path)
            return [self._read_model(inner, one, (*path, str(i)), f"{place}[{i}]") for i, one in enumerate(many)]
        if kind == "map" and name in LISTS:
            return self._read_keyed(inner, name, value, path, place)
        if kind == "map":
            if not isinstance(value, dict):
                raise self.fail(place, "an object is expected")
            return {key: self._read_model(inner, one, (*path, key), f"{place}/{key}") for key, one in value.items()}
        self._state_leaves(value, path)
        return value

    def _state_leaves(self, value: Any, path: Path) -> None:
        self.stated.append(path)
        if isinstance(value, dict):
            self.stated.extend((*path, str(key)) for key in value)

    def _read_keyed(self, inner: type[BaseModel], name: str, value: Any, path: Path, place: str) -> dict[str, Any]:
        if isinstance(value, dict):
            entries = [(f"{place}/{key}", {**_parts_of_key(name, key), **_object(one)}) for key, one in value.items()]
        elif isinstance(value, list):
            entries = [(f"{place}[{index}]", one) for index, one in enumerate(value)]
        else:
            raise self.fail(place, "a list is expected")
        read: dict[str, Any] = {}
        for where, entry in entries:
            key = self._key(name, entry, where)
            if key in read:
                raise self.fail(where, f'"{key}" is stated twice', "Keep one of the two")
            shown = f"{place}/{key}" if LISTS[name] == ("id",) else where
            read[key] = self._read_model(inner, entry, (*path, key), shown)
            self.stated.append((*path, key))
        return read

    def _key(self, name: str, entry: Any, place: str) -> str:
        if not isinstance(entry, dict):
            raise self.fail(place, "an object is expected")
        parts = []
        for part in LISTS[name]:
            given = entry.get(part, EVERYONE if part == "segment" else None)
            if not isinstance(given, str) or not given:
                raise self.fail(f"{place}/{part}", "it is missing", f'Give each entry of {name} its "{part}"')
            parts.append(given)
        return "|".join(parts)

    def _warn_unknown(self, model: type[BaseModel], name: str, place: str) -> None:
        close = nearest(name, model.model_fields)
        meant = f'; did you mean "{close}"?' if close else ""
        self.warnings.append(f"{place}: no such field is known, it is kept but changes nothing{meant}")


def _shape(annotation: Any) -> tuple[str, Any]:
    """How a field nests: one model, several, a map of models, or a plain value."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "model", annotation
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        inner = [argument for argument in arguments if argument is not type(None)]
        return _shape(inner[0]) if len(inner) == 1 else ("plain", None)
    if origin is tuple and _shape(arguments[0])[0] == "model":
        return "models", arguments[0]
    if isinstance(origin, type) and issubclass(origin, Mapping) and _shape(arguments[1])[0] == "model":
        return "map", arguments[1]
    return "plain", None


def _allows_none(annotation: Any) -> bool:
    return type(None) in get_args(annotation)


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _parts_of_key(name: str, key: str) -> dict[str, str]:
    """The fields that a map's key stands for: `metric|segment`, or the id."""
    return dict(zip(LISTS[name], key.rsplit("|", 1) if len(LISTS[name]) > 1 else [key], strict=False))


def _range_hint(model: type[BaseModel]) -> str:
    return 'Write {"low": …, "base": …, "high": …}' if {"low", "base", "high"} <= set(model.model_fields) else ""
