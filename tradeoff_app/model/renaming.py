"""Gives a proposed metric or segment the id that the PM calls it by, everywhere it is named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tradeoff_app.model.project import Project

Names = Mapping[str, str]


def rename(project: Project, metrics: Names, segments: Names) -> dict[str, Any]:
    """The project's dump with these ids replaced in maps, gates, scenarios and assumed paths, in order."""
    dump: dict[str, Any] = project.model_dump(mode="json")
    if not metrics and not segments:
        return dump
    dump["metrics"] = _rename_items(dump["metrics"], metrics)
    dump["segments"] = _rename_items(dump["segments"], segments)
    for metric in dump["metrics"].values():
        if metric["lineage"]:
            metric["lineage"]["parent"] = metrics.get(metric["lineage"]["parent"], metric["lineage"]["parent"])
        metric["covariate"] = metrics.get(metric["covariate"], metric["covariate"])
    for gate in dump["gates"].values():
        _rename_cell(gate, metrics, segments)
    for scenario in dump["scenarios"].values():
        _rename_scenario(scenario, metrics, segments)
    dump["assumed"] = [_rename_path(path, metrics, segments) for path in dump["assumed"]]
    return dump


def _rename_items(items: dict[str, Any], names: Names) -> dict[str, Any]:
    return {names.get(key, key): {**item, "id": names.get(key, key)} for key, item in items.items()}


def _rename_keys(items: dict[str, Any], names: Names) -> dict[str, Any]:
    return {names.get(key, key): item for key, item in items.items()}


def _rename_cell(item: dict[str, Any], metrics: Names, segments: Names) -> dict[str, Any]:
    item["metric"] = metrics.get(item["metric"], item["metric"])
    item["segment"] = segments.get(item["segment"], item["segment"])
    return item


def _rename_scenario(scenario: dict[str, Any], metrics: Names, segments: Names) -> None:
    for collection in ("transport", "swing"):
        scenario[collection] = _rename_keys(scenario[collection], metrics)
    for collection in ("rollout", "segment_weights"):
        scenario[collection] = _rename_keys(scenario[collection], segments)
    for collection in ("money", "regressions"):
        cells = [_rename_cell(item, metrics, segments) for item in scenario[collection].values()]
        scenario[collection] = {f"{cell['metric']}|{cell['segment']}": cell for cell in cells}


def _rename_path(path: str, metrics: Names, segments: Names) -> str:
    parts = path.split("/")
    for index in range(1, len(parts)):
        before = parts[index - 1]
        if before in ("metrics", "transport", "swing"):
            parts[index] = metrics.get(parts[index], parts[index])
        elif before in ("segments", "rollout", "segment_weights"):
            parts[index] = segments.get(parts[index], parts[index])
        elif before in ("money", "regressions"):
            metric, _, segment = parts[index].rpartition("|")
            parts[index] = f"{metrics.get(metric, metric)}|{segments.get(segment, segment)}"
    return "/".join(parts)
