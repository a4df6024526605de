"""The form of a setup file: the models of the project with every field optional and its keyed maps written as lists."""

from __future__ import annotations

import types
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, Field, create_model

from tradeoff_app.model.project import Project
from tradeoff_app.model.setup_words import meaning

SCHEMA = "tradeoff/setup@1"

LISTS: Mapping[str, tuple[str, ...]] = {
    "candidates": ("id",),
    "metrics": ("id",),
    "segments": ("id",),
    "gates": ("id",),
    "scenarios": ("id",),
    "money": ("metric", "segment"),
    "regressions": ("metric", "segment"),
}
"""Fields that a setup writes as lists and a project keeps as maps, with the fields that make their key."""

NOT_STATED = frozenset({"id", "sources", "mapping"})
"""Fields of a project that follow from its files, never from a setup."""


class Part(BaseModel):
    """Any part of a project: only the fields that are given count."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True, allow_inf_nan=False, hide_input_in_errors=True)


@cache
def part_of(model: type[BaseModel]) -> type[BaseModel]:
    """The model with every field optional, its nested models likewise, and its keyed maps as lists or maps."""
    fields: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        if model is Project and name in NOT_STATED:
            continue
        loose = _loosen(field.annotation, name)
        if field.metadata and name != "exposure":
            loose = Annotated[(loose, *field.metadata)]
        fields[name] = (loose | None, Field(default=None, description=meaning(model.__name__, name)))
    return create_model(f"{model.__name__}Part", __base__=Part, __doc__=model.__doc__, **fields)


@cache
def setup_model() -> type[BaseModel]:
    """The model of a whole setup document, as `tradeoff schema setup` prints it."""
    heading: Any = (Literal["tradeoff/setup@1"], Field(alias="schema"))
    purpose = "What a product manager states about a project, laid over it by id."
    return create_model("Setup", __base__=part_of(Project), __doc__=purpose, schema_=heading)


def _loosen(annotation: Any, name: str) -> Any:
    """The annotation with models replaced by their parts."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return part_of(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, types.UnionType):
        return Union[tuple(_loosen(argument, name) for argument in arguments)]  # noqa: UP007 - made at run time
    if origin is tuple:
        return _loosen_tuple(arguments, name)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        value = _loosen(arguments[1], name)
        as_map: Any = dict.__class_getitem__((arguments[0], value))
        return list.__class_getitem__(value) | as_map if name in LISTS else as_map
    return annotation


def _loosen_tuple(arguments: tuple[Any, ...], name: str) -> Any:
    if arguments[-1] is not Ellipsis:
        return tuple.__class_getitem__(arguments)
    inner = _loosen(arguments[0], name)
    many = list.__class_getitem__(inner)
    return inner | many if name == "exposure" else many
