"""What the Data page changes in a project: kinds, directions, roles, segments, pairing, how errors count."""

from __future__ import annotations

from typing import Any

from tradeoff_app.model.metric import Status, StatusPolicy
from tradeoff_app.model.project import Project

METRIC_FIELDS = ("type", "better", "role")


def with_metric(project: Project, metric_id: str, **fields: Any) -> Project:
    """The project with other fields of a metric; what was chosen counts as stated."""
    metric = project.metrics[metric_id].model_copy(update=fields)
    return project.with_item("metrics", metric).confirm(*(f"metrics/{metric_id}/{name}" for name in fields))


def assumed_of_metric(project: Project, metric_id: str) -> tuple[str, ...]:
    """The paths of this metric that were only proposed."""
    return tuple(path for path in project.assumed if path.startswith(f"metrics/{metric_id}/"))


def assumed_here(project: Project) -> tuple[str, ...]:
    """The proposals that this page shows: metrics, segments and the partition."""
    return tuple(path for path in project.assumed if path == "partition" or _is_definition(path))


def with_segment(project: Project, segment_id: str, **fields: Any) -> Project:
    """The project with other fields of a segment; what was chosen counts as stated."""
    segment = project.segments[segment_id].model_copy(update=fields)
    return project.with_item("segments", segment).confirm(f"segments/{segment_id}")


def with_partition(project: Project, dimensions: tuple[str, ...]) -> Project:
    """The project whose totals add up over these dimensions."""
    return project.change(partition=dimensions).confirm("partition")


def with_policy(project: Project, status: Status, policy: StatusPolicy) -> Project:
    """The project in which rows of this status count the same way in every metric."""
    metrics = {
        key: metric.model_copy(update={"on_status": {**metric.on_status, status: policy}})
        for key, metric in project.metrics.items()
    }
    return project.change(metrics=metrics)


def policy_of(project: Project, status: Status) -> StatusPolicy | None:
    """How rows of this status count; None where the metrics differ."""
    found = {
        metric.policy(status, is_safety=project.role_of(metric.id) == "safety_gate")
        for metric in project.metrics.values()
    }
    return found.pop() if len(found) == 1 else None


def _is_definition(path: str) -> bool:
    return path.startswith(("metrics/", "segments/")) and not path.endswith("/exposure")
