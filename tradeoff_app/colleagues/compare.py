"""Two versions of a project compared by id, so that a difference is one decision and not a line of a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tradeoff_app.model.project import Project

Kind = Literal["changed", "added", "removed"]
Items = Mapping[str, Any]

IDENTITY = frozenset({"id", "mapping"})
"""What says which file it is rather than what was decided."""

WHOLE = frozenset({"where", "exposure", "scale", "knots", "signers", "partition"})
"""Fields that are one decision although they hold several values."""


@dataclass(frozen=True)
class Difference:
    """One item that is not the same in both. `mine` or `theirs` is None where the item does not exist there.

    `base` is the value in the common origin (None without one); `is_conflict`: both changed it, each in another way.
    """

    item: str
    kind: Kind
    mine: Any
    theirs: Any
    base: Any = None
    is_conflict: bool = False


def compare_projects(mine: Project, theirs: Project, base: Project | None = None) -> tuple[Difference, ...]:
    """What `theirs` says differently, by item path such as `scenarios/base/segment_weights/tail`, in mine's order."""
    left, right = list_items(mine), list_items(theirs)
    origin = list_items(base) if base is not None else None
    paths = [*left, *(path for path in right if path not in left)]
    different = [path for path in paths if not _is_equal(path, left, right)]
    chosen = [path for path in _outermost(different, left, right) if not _follows(path, left, right)]
    return tuple(_difference(path, left, right, origin) for path in chosen)


def list_items(project: Project) -> dict[str, Any]:
    """Every decision of a project by its path; ranges, lists and label sets count as one, items also stand whole."""
    dump = project.model_dump(mode="json", exclude=set(IDENTITY))
    dump["assumed"] = dict.fromkeys(dump["assumed"], True)
    dump["sources"] = {name: source["sha256"][:12] for name, source in dump["sources"].items()}
    return dict(_items(dump, ""))


def without_nulls(value: Any) -> Any:
    """What an item says, without the fields that it leaves open."""
    if isinstance(value, dict):
        stated = {key: without_nulls(inner) for key, inner in value.items() if key != "id"}
        return {key: inner for key, inner in stated.items() if inner not in (None, {}, [])}
    return [without_nulls(inner) for inner in value] if isinstance(value, list) else value


def _is_equal(path: str, left: Items, right: Items) -> bool:
    return path in left and path in right and left[path] == right[path]


def _follows(path: str, left: Items, right: Items) -> bool:
    """Whether an assumption went or came only because its value did: then the value tells it already."""
    return path.startswith("assumed/") and not _is_equal(path.removeprefix("assumed/"), left, right)


def _items(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    name = path.rpartition("/")[2]
    if path:
        yield path, value
    if isinstance(value, dict) and not _is_one_decision(value, name):
        for key, inner in value.items():
            if key != "id":
                yield from _items(inner, f"{path}/{key}" if path else str(key))


def _is_one_decision(value: Items, name: str) -> bool:
    return name in WHOLE or {"low", "base", "high"} <= value.keys() or {"one", "other"} <= value.keys()


def _outermost(paths: list[str], left: Items, right: Items) -> list[str]:
    """The paths where the difference begins: whole items that only one side has, else the innermost values."""
    one_sided = {path for path in paths if _is_one_sided(path, left, right)}
    chosen = []
    for path in paths:
        above = ["/".join(path.split("/")[:length]) for length in range(1, path.count("/") + 1)]
        if any(parent in one_sided for parent in above):
            continue
        if path in one_sided or not (_has_parts(path, left) or _has_parts(path, right)):
            chosen.append(path)
    return chosen


def _is_one_sided(path: str, left: Items, right: Items) -> bool:
    """The item exists on one side only: its key is missing, or it is an object here and nothing there."""
    if (path in left) != (path in right):
        return True
    values = left[path], right[path]
    return None in values and any(isinstance(value, dict) for value in values)


def _has_parts(path: str, items: Items) -> bool:
    value = items.get(path)
    return isinstance(value, dict) and not _is_one_decision(value, path.rpartition("/")[2])


def _difference(path: str, left: Items, right: Items, origin: Items | None) -> Difference:
    mine, theirs = (without_nulls(items.get(path)) for items in (left, right))
    kind: Kind = "changed"
    if _is_one_sided(path, left, right):
        kind = "added" if mine is None else "removed"
    if origin is None:
        return Difference(path, kind, mine, theirs)
    base = without_nulls(origin.get(path))
    return Difference(path, kind, mine, theirs, base, is_conflict=base not in (mine, theirs))
