"""The first project of a set of files: everything the files do not say is proposed and marked as assumed."""

from __future__ import annotations

import re
from collections.abc import Iterable

import numpy as np

from tradeoff_app.analysis.observations import FloatArray, MeasuredMetric, Observations
from tradeoff_app.analysis.partition import propose_partition, propose_segments
from tradeoff_app.model.candidate import Candidate
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.model.metric import Metric, Role, is_currency
from tradeoff_app.model.project import Project, Source
from tradeoff_app.model.scenario import Scenario
from tradeoff_app.model.segment import Segment

PROXY = re.compile(
    r"(^|[^a-z])(rouge|bleu|bleurt|chrf|meteor|comet|bert_?score|embedding|similarity|cosine|perplexity|ppl|log_?prob"
    r"|levenshtein|edit_distance|ndcg|mrr|map|recall|precision|f1|hit_?rate|tokens?|costs?|latency|runtime"
    r"|length|chars?|words?|throughput|ttft|durations?|(total|working|response|elapsed|run|wall)_?(clock_)?time)([^a-z]|$)"
    r"|(rouge|bleu|similarity|latency|token|perplexity)"
)
"""Names of measures that stand for something else: monitors unless the PM says otherwise."""


def propose_project(observations: Observations, title: str, project_id: str) -> Project:
    """A project with the files' metrics, segments and candidates, one scenario, and the paths that were assumed."""
    metrics = {measured.name: _propose_metric(measured) for measured in observations.metrics}
    segments = propose_segments(observations.dimensions)
    partition = propose_partition(observations.dimensions, _group_sizes(observations))
    segments |= {key: item for key, item in _partition_segments(observations, partition).items() if key not in segments}
    baseline, *others = observations.arms
    candidates = {arm: Candidate(id=arm, model=_model_of(observations, arm)) for arm in others}
    assumed = [
        f"metrics/{measured.name}/{name}" for measured in observations.metrics for name in _assumed_fields(measured)
    ]
    assumed += [f"segments/{key}" for key in segments]
    assumed += ["partition"] if partition else []
    return Project(
        id=project_id,
        title=title,
        currency=_propose_currency(metrics.values()),
        baseline=Candidate(id=baseline, model=_model_of(observations, baseline)),
        candidates=candidates,
        metrics=metrics,
        segments=segments,
        partition=partition,
        scenarios={"base": Scenario(id="base", label="Base", candidate=others[0] if others else None)},
        current_scenario="base",
        pairing=observations.pairing,
        sources=_sources(observations),
        assumed=tuple(assumed),
    )


def _propose_currency(metrics: Iterable[Metric]) -> str:
    """The one currency that the files count money in; dollars where they name none, or several."""
    found = {metric.unit for metric in metrics if metric.type == "money" and metric.unit and is_currency(metric.unit)}
    return found.pop() if len(found) == 1 else "USD"


def _propose_metric(measured: MeasuredMetric) -> Metric:
    return Metric(
        id=measured.name,
        source=measured.name,
        label=label_of(measured.name, measured.unit),
        type=measured.type,
        better=measured.better,
        role=propose_role(measured),
        tier=measured.tier,
        unit=measured.unit,
        scale=measured.scale,
    )


def propose_as_mapped(observations: Observations, title: str, project_id: str, mapping: ColumnMapping) -> Project:
    """The first project of files that were read as `mapping` says, with its word on how error rows count."""
    project = propose_project(observations, title, project_id).change(mapping=mapping)
    policies = mapping.status_policies()
    metrics = {key: metric.model_copy(update={"on_status": policies}) for key, metric in project.metrics.items()}
    return project.change(metrics=metrics)


def _group_sizes(observations: Observations) -> FloatArray | None:
    """Units of each group, in the arm and metric that has most; None where the files hold units."""
    rows = observations.rows
    if rows.n is None:
        return None
    sizes = np.zeros(len(observations.units))
    np.maximum.at(sizes, rows.unit, np.nan_to_num(rows.n))
    return sizes


def propose_role(measured: MeasuredMetric) -> Role:
    """Target for product metrics; monitor for technical proxies and for metrics that only describe."""
    if measured.better is None or is_proxy(measured.name):
        return "monitor"
    return "target"


def is_proxy(name: str) -> bool:
    """Whether a name is that of a technical measure (ROUGE, similarity, tokens, latency …)."""
    return PROXY.search(name.lower().replace("-", "_")) is not None


def label_of(name: str, unit: str | None) -> str:
    """A label from a column name without the time unit that ends it: every number of the metric says it already."""
    is_time = unit in ("s", "ms") and re.search(rf"[a-z0-9][_\-. ]{unit}$", name) is not None
    return humanise(name[: -len(unit or "") - 1] if is_time else name)


def humanise(name: str) -> str:
    """A label from a column name: `task_done` becomes "Task done"; names with capitals or symbols stay as they are."""
    if not re.fullmatch(r"[a-z][a-z0-9]*([_\-. ][a-z0-9]+)*", name):
        return name
    words = re.sub(r"[_\-. ]+", " ", name)
    return words[0].upper() + words[1:]


def _assumed_fields(measured: MeasuredMetric) -> tuple[str, ...]:
    return (*(name for name in measured.assumed if name in Metric.model_fields), "role")


def _partition_segments(observations: Observations, partition: tuple[str, ...]) -> dict[str, Segment]:
    return propose_segments({name: observations.dimensions[name] for name in partition})


def _model_of(observations: Observations, arm: str) -> str | None:
    return next((file.model for file in observations.files if file.arm == arm and file.model), None)


def _sources(observations: Observations) -> dict[str, Source]:
    """The files by name; a name that occurs twice gets its number."""
    sources: dict[str, Source] = {}
    for file in observations.files:
        key, count = file.file, 2
        while key in sources:
            key, count = f"{file.file} ({count})", count + 1
        fields = {name: getattr(file, name) for name in Source.model_fields}
        sources[key] = Source(**fields)
    return sources
