"""Sealed goalposts: gates and weights put away before results are opened, and every move that was made since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tradeoff_app.model.gate import Seal
from tradeoff_app.model.project import Project

Kind = Literal["added", "removed", "changed"]

NOT_RULES = frozenset({"agreed_on", "agreed_by", "changed_after_results"})
"""What a gate says about itself besides the rule."""


@dataclass(frozen=True)
class Move:
    """One sealed number that stands elsewhere now; `item` is a path as `compare` names it."""

    item: str
    kind: Kind
    before: Any
    after: Any


def sealed_content(project: Project) -> dict[str, Any]:
    """What a seal covers: every gate's rule, and each scenario's swing and segment weights."""
    gates = {
        key: {name: value for name, value in gate.model_dump(mode="json").items() if name not in NOT_RULES}
        for key, gate in project.gates.items()
    }
    scenarios = {
        key: scenario.model_dump(mode="json", include={"swing", "segment_weights"})
        for key, scenario in project.scenarios.items()
    }
    return {"gates": gates, "scenarios": scenarios}


def digest_of(content: Mapping[str, Any]) -> str:
    """SHA-256 of sealed content, the same whatever the order of its keys."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def seal(project: Project, at: str) -> Project:
    """The project with its gates and weights sealed as they are, at a time that the caller names (ISO 8601)."""
    content = sealed_content(project)
    return project.change(sealed=Seal(at=at, sha256=digest_of(content), content=content))


def complete_seal(project: Project) -> Project:
    """The project with a seal that was stated without its hash filled from the gates and weights as they are."""
    sealed = project.sealed
    return project if sealed is None or sealed.sha256 else seal(project, sealed.at)


def is_intact(project: Project) -> bool | None:
    """Whether gates and weights are those that were sealed; None where nothing was."""
    if project.sealed is None:
        return None
    return digest_of(sealed_content(project)) == project.sealed.sha256


def is_sealed_late(project: Project) -> bool:
    """Whether a file of results says that it was made on a day before the seal; False where no day is known."""
    sealed_on = (project.sealed.at if project.sealed else "")[:10]
    made = [source.created[:10] for source in project.sources.values() if source.created]
    return bool(sealed_on and made) and max(made) < sealed_on


def moves_since(project: Project) -> tuple[Move, ...]:
    """Every gate and weight that was added, removed or changed since the seal, in the order of their paths.

    One move of everything (`sealed`) where the seal holds a hash alone, or content that is not that of its hash.
    """
    sealed = project.sealed
    if sealed is None or is_intact(project):
        return ()
    if sealed.content is None or digest_of(sealed.content) != sealed.sha256:
        return (Move("sealed", "changed", None, None),)
    before, after = _items(sealed.content), _items(sealed_content(project))
    paths = sorted({*before, *after})
    found = ((path, before.get(path), after.get(path)) for path in paths)
    return tuple(Move(path, _kind(old, new), old, new) for path, old, new in found if old != new)


def _kind(before: Any, after: Any) -> Kind:
    return "added" if before is None else "removed" if after is None else "changed"


def _items(content: Mapping[str, Any]) -> dict[str, Any]:
    """Each gate whole, and each weight of each scenario, by path."""
    items = {f"gates/{key}": gate for key, gate in content.get("gates", {}).items()}
    for scenario, parts in content.get("scenarios", {}).items():
        for part in ("swing", "segment_weights"):
            for key, value in parts.get(part, {}).items():
                items[f"scenarios/{scenario}/{part}/{key}"] = value
    return items
