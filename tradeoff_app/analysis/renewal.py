"""Other rows under the same decisions: what people decided stays, what the files newly hold is proposed beside it."""

from __future__ import annotations

from collections.abc import Mapping

from tradeoff_app.analysis.observations import Observations
from tradeoff_app.analysis.proposal import propose_as_mapped
from tradeoff_app.model.candidate import Candidate
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project
from tradeoff_app.model.references import named_metrics, named_segments
from tradeoff_app.model.scenario import Scenario
from tradeoff_app.model.segment import Segment


def renew_project(project: Project, observations: Observations, mapping: ColumnMapping | None = None) -> Project:
    """The project on these rows: weights, gates, notes and acceptances as they are.

    Metrics, segments and versions that nobody stated go where no file has them any more; new ones come in as assumed.
    """
    read_as = project.mapping if mapping is None else mapping
    fresh = propose_as_mapped(observations, project.title, project.id, read_as)
    metrics, assumed_metrics = _renew_metrics(project, fresh)
    segments, assumed_segments = _renew_segments(project, fresh, observations)
    partition = project.partition
    keeps_partition = all(name in observations.dimensions for name in partition) and (
        bool(partition) or not project.is_assumed("partition")
    )
    kept = {path for path in project.assumed if _names_a_kept_item(path, metrics, segments)}
    if not keeps_partition:
        partition = fresh.partition
        kept = kept - {"partition"} | ({"partition"} if partition else set())
    assumed = dict.fromkeys([*(path for path in project.assumed if path in kept), *kept])
    assumed |= dict.fromkeys([*assumed_metrics, *assumed_segments])
    arms = set(observations.arms)
    renewed = project.change(
        metrics=metrics,
        segments=segments,
        partition=partition,
        candidates=_renew_candidates(project, fresh),
        references={key: item for key, item in project.references.items() if key in arms},
        baseline=project.baseline.model_copy(update={"model": fresh.baseline.model}),
        sources=fresh.sources,
        assumed=tuple(assumed),
        mapping=read_as,
    )
    return with_known_candidates(renewed)


def with_known_candidates(project: Project) -> Project:
    """The project whose scenarios name only versions that there are; the first candidate takes the place of others."""
    known = {*project.candidates, project.baseline.id}
    first = next(iter(project.candidates), None)
    scenarios = {key: _with_known(scenario, known, first) for key, scenario in project.scenarios.items()}
    return project.change(scenarios=scenarios)


def as_reference(project: Project, arm: str) -> Project:
    """The project that shows this candidate without judging it."""
    item = project.candidates[arm]
    changed = project.without_item("candidates", arm).change(references={**project.references, arm: item})
    return with_known_candidates(changed)


def show_references(project: Project, names: Mapping[str, str]) -> Project:
    """The project that shows these candidates (id to label) without judging them."""
    for arm, name in names.items():
        project = as_reference(project, arm)
        label = project.references[arm].model_copy(update={"label": name})
        project = project.change(references={**project.references, arm: label})
    return project


def _with_known(scenario: Scenario, known: set[str], first: str | None) -> Scenario:
    rollout = {
        segment: item
        if item.candidate is None or item.candidate in known
        else item.model_copy(update={"candidate": first})
        for segment, item in scenario.rollout.items()
    }
    candidate = scenario.candidate if scenario.candidate is None or scenario.candidate in known else first
    return scenario.model_copy(update={"rollout": rollout, "candidate": candidate})


def _renew_candidates(project: Project, fresh: Project) -> Mapping[str, Candidate]:
    """The candidates of the rows in their order, with the labels they have."""
    found = {}
    for key, item in fresh.candidates.items():
        if key not in project.references:
            known = project.candidates.get(key)
            found[key] = item if known is None else known.model_copy(update={"model": item.model})
    return found


def _renew_metrics(project: Project, fresh: Project) -> tuple[dict[str, Metric], list[str]]:
    """Metrics by id, and the assumed paths of those that are new."""
    measured = {metric.source_name for metric in fresh.metrics.values()}
    named = named_metrics(project)
    kept = {
        key: metric
        for key, metric in project.metrics.items()
        if metric.source_name in measured or key in named or not project.is_assumed(f"metrics/{key}/role")
    }
    known = {metric.source_name for metric in kept.values()}
    new = {key: metric for key, metric in fresh.metrics.items() if metric.source_name not in known and key not in kept}
    return {**kept, **new}, [path for path in fresh.assumed if _item_of(path, "metrics") in new]


def _renew_segments(
    project: Project, fresh: Project, observations: Observations
) -> tuple[dict[str, Segment], list[str]]:
    """Segments by id, and the assumed paths of those that are new."""
    named = named_segments(project)
    kept = {
        key: segment
        for key, segment in project.segments.items()
        if key in named or not project.is_assumed(f"segments/{key}") or _has_units(segment, observations)
    }
    known = [segment.where for segment in kept.values()]
    new = {key: item for key, item in fresh.segments.items() if key not in kept and item.where not in known}
    return {**kept, **new}, [path for path in fresh.assumed if _item_of(path, "segments") in new]


def _has_units(segment: Segment, observations: Observations) -> bool:
    return all(
        name in observations.dimensions and set(values) & set(observations.dimensions[name].labels)
        for name, values in segment.where.items()
    )


def _item_of(path: str, collection: str) -> str | None:
    """The id that an assumed path names in a collection; ids may hold slashes, fields do not."""
    if not path.startswith(f"{collection}/"):
        return None
    rest = path.removeprefix(f"{collection}/")
    return rest.rpartition("/")[0] if collection == "metrics" else rest


def _names_a_kept_item(path: str, metrics: Mapping[str, Metric], segments: Mapping[str, Segment]) -> bool:
    if path.startswith("metrics/"):
        return _item_of(path, "metrics") in metrics
    if path.startswith("segments/"):
        return path.removeprefix("segments/").removesuffix("/exposure") in segments
    return True
