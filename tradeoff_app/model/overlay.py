"""Lays what a PM states in a setup file over a project: only what is given changes, and it is no longer assumed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from tradeoff_app.model.problem import explain, suggest
from tradeoff_app.model.project import Project
from tradeoff_app.model.references import check_references, named_segments
from tradeoff_app.model.renaming import rename
from tradeoff_app.model.sealing import complete_seal
from tradeoff_app.model.segment import Segment
from tradeoff_app.model.setup import SCHEMA
from tradeoff_app.model.setup_form import SetupForm
from tradeoff_app.model.thresholds import check_thresholds

Dimensions = Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class Overlay:
    """The project with the setup laid over it, and what looked odd.

    `acceptances` are those that were stated, as (scenario, `metric|segment`); `renamed_metrics` maps the ids that the
    evidence may still carry to the new ones; `stated` are the paths that the setup says something about.
    """

    project: Project
    warnings: tuple[str, ...]
    acceptances: tuple[tuple[str, str], ...]
    renamed_metrics: Mapping[str, str]
    stated: tuple[str, ...]


def apply_setup(project: Project, setup: Mapping[str, Any]) -> Project:
    """The project with the setup document laid over it; raises InputError."""
    return lay_over(project, setup).project


def lay_over(
    project: Project, setup: Mapping[str, Any], file: str = "setup", dimensions: Dimensions | None = None
) -> Overlay:
    """The same with warnings. `dimensions` (name to labels) lets names of columns and values be checked."""
    form = SetupForm(file)
    if setup.get("schema") != SCHEMA:
        raise form.fail("schema", "this is not a setup document", f'Begin it with "schema": "{SCHEMA}"')
    stated = form.read(setup)
    metrics = _metric_names(project, stated, form)
    segments = _segment_names(project, stated, form)
    dump = rename(project, metrics, segments)
    _drop_proposed_scenarios(dump, stated)
    _forget_evidence_hashes(stated)
    merged = _merge(dump, stated)
    merged["assumed"] = _assumed(dump["assumed"], stated.get("assumed", []), form)
    _keep_current_scenario(merged, stated)
    result = _validate(merged, form)
    check_references(result, form, dimensions)
    check_thresholds(result, form)
    paths = tuple("/".join(leaf) for leaf in form.stated)
    result = complete_seal(_put_stated_segments_first(_drop_segments_of_metrics(result, stated), stated))
    return Overlay(result, tuple(form.warnings), _acceptances(stated), metrics, paths)


def _metric_names(project: Project, stated: Mapping[str, Any], form: SetupForm) -> dict[str, str]:
    """Old to new id of proposed metrics whose source a stated metric names."""
    by_source = {metric.source_name: metric.id for metric in project.metrics.values()}
    names: dict[str, str] = {}
    for new, metric in stated.get("metrics", {}).items():
        source = metric.get("source")
        if source is None and new in project.metrics:
            continue
        if source is not None and not isinstance(source, str):
            raise form.fail(form.place(("metrics", new, "source")), "text is expected", "Name the metric of the files")
        old = by_source.get(source or new)
        if old is not None and old != new:
            names[old] = new
        elif old is None and new not in project.metrics:
            place = form.place(("metrics", new, "source" if source else "id"))
            form.warnings.append(
                f'{place}: no file has a metric "{source or new}". {suggest(source or new, by_source)}'
            )
    _refuse_collisions(names, project.metrics, "metrics", form)
    return names


def _segment_names(project: Project, stated: Mapping[str, Any], form: SetupForm) -> dict[str, str]:
    """Old to new id of proposed segments that hold the same units as a stated one."""
    by_units = {_units(segment.where): segment.id for segment in project.segments.values() if segment.where}
    names: dict[str, str] = {}
    for new, segment in stated.get("segments", {}).items():
        where = segment.get("where")
        old = by_units.get(_units(where)) if isinstance(where, dict) else None
        if old is not None and old != new:
            names[old] = new
    _refuse_collisions(names, project.segments, "segments", form)
    return names


def _units(where: Mapping[str, Any]) -> frozenset[tuple[str, frozenset[str]]]:
    return frozenset(
        (dimension, frozenset(map(str, labels) if isinstance(labels, list | tuple) else ()))
        for dimension, labels in where.items()
    )


def _refuse_collisions(names: Mapping[str, str], existing: Mapping[str, Any], collection: str, form: SetupForm) -> None:
    for old, new in names.items():
        if new in existing and new not in names:
            noun = collection.removesuffix("s")
            cause = f'"{new}" is the id of another {noun} already'
            raise form.fail(form.place((collection, new, "id")), cause, f'Choose another id for "{old}"')


def _drop_proposed_scenarios(dump: dict[str, Any], stated: Mapping[str, Any]) -> None:
    """A scenario that nobody stated makes way for those that somebody did."""
    if stated.get("scenarios"):
        for name in [name for name in dump["scenarios"] if f"scenarios/{name}" in dump["assumed"]]:
            if name not in stated["scenarios"]:
                del dump["scenarios"][name]


def _keep_current_scenario(merged: dict[str, Any], stated: Mapping[str, Any]) -> None:
    current = merged.get("current_scenario")
    if current is not None and current not in merged["scenarios"] and "current_scenario" not in stated:
        merged["current_scenario"] = next(iter(merged["scenarios"]), None)


def _put_stated_segments_first(project: Project, stated: Mapping[str, Any]) -> Project:
    """Stated segments come first; proposed ones whose units a stated one holds go, unless something names them."""
    own = {key: project.segments[key] for key in stated.get("segments", {})}
    named = named_segments(project)
    rest = {
        key: segment
        for key, segment in project.segments.items()
        if key not in own
        and (key in named or not project.is_assumed(f"segments/{key}") or not _is_covered(segment, own.values()))
    }
    gone = {f"segments/{key}" for key in project.segments.keys() - own.keys() - rest.keys()}
    assumed = tuple(path for path in project.assumed if path not in gone)
    return project.change(segments={**own, **rest}, assumed=assumed) if own else project


def _drop_segments_of_metrics(project: Project, stated: Mapping[str, Any]) -> Project:
    """Proposed segments of a column that the setup calls a metric go, unless something names them."""
    columns = {metric.get("source") or name for name, metric in stated.get("metrics", {}).items()}
    columns -= set(stated.get("partition", ()))
    columns -= {name for segment in stated.get("segments", {}).values() for name in segment.get("where", {})}
    named = named_segments(project)
    gone = {
        key
        for key, segment in project.segments.items()
        if set(segment.where) & columns and project.is_assumed(f"segments/{key}") and key not in named
    }
    partition = tuple(name for name in project.partition if name not in columns)
    paths = {f"segments/{key}" for key in gone} | (set() if partition else {"partition"})
    if not gone:
        return project
    kept = {key: segment for key, segment in project.segments.items() if key not in gone}
    assumed = tuple(path for path in project.assumed if path not in paths)
    return project.change(segments=kept, partition=partition, assumed=assumed)


def _is_covered(segment: Segment, by: Iterable[Segment]) -> bool:
    return any(
        set(other.where) == set(segment.where)
        and all(set(labels) <= set(other.where[name]) for name, labels in segment.where.items())
        for other in by
    )


def _forget_evidence_hashes(stated: Mapping[str, Any]) -> None:
    """An acceptance that is stated anew speaks of the evidence at hand, not of what an older one saw."""
    for scenario in stated.get("scenarios", {}).values():
        for response in scenario.get("regressions", {}).values():
            response.setdefault("evidence_hash", None)


def _acceptances(stated: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, key) for name, scenario in stated.get("scenarios", {}).items() for key in scenario.get("regressions", {})
    )


def _merge(below: Any, above: Any, name: str = "") -> Any:
    """Objects merge field by field; everything else, and the units of a segment, is replaced."""
    if isinstance(below, dict) and isinstance(above, dict) and name != "where":
        merged = dict(below)
        for key, value in above.items():
            merged[key] = _merge(below.get(key), value, key)
        return merged
    return above


def _assumed(proposed: list[str], guessed: Any, form: SetupForm) -> list[str]:
    """What stays assumed: proposals that nobody stated, and what the setup itself calls a guess."""
    if not isinstance(guessed, list):
        raise form.fail("assumed", "a list of paths is expected", 'Write ["segments/tail/exposure", …]')
    return _still_assumed(proposed, form) + guessed


def _still_assumed(assumed: list[str], form: SetupForm) -> list[str]:
    """The assumed paths that the setup says nothing at, above or below."""
    leaves = set(form.stated)
    return [path for path in assumed if not _is_settled(tuple(path.split("/")), leaves)]


def _is_settled(path: tuple[str, ...], leaves: set[tuple[str, ...]]) -> bool:
    for leaf in leaves:
        if leaf == path or leaf[: len(path)] == path:
            return True
        is_item = len(leaf) == 2 and leaf[0] in ("metrics", "segments", "candidates", "gates", "scenarios")
        if not is_item and path[: len(leaf)] == leaf:
            return True
    return False


def _validate(merged: dict[str, Any], form: SetupForm) -> Project:
    try:
        return Project.model_validate_json(json.dumps(merged))
    except ValidationError as failure:
        location, cause, hint = explain(failure)
        raise form.fail(form.place(location), cause, hint) from failure
