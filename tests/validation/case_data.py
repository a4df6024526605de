"""Reads the data of oracle cases into observations and projects."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.builders import monthly, observations
from tradeoff_app.analysis.evidence import Evidence, build_evidence
from tradeoff_app.analysis.observations import Observations
from tradeoff_app.analysis.proposal import propose_project
from tradeoff_app.model.metric import MetricType
from tradeoff_app.model.project import Project

Case = Mapping[str, Any]
NAN = float("nan")
ID_COLUMNS = ("unit_id", "userid", "user_id")


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file as texts."""
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def observe(
    path: Path,
    metrics: Mapping[str, MetricType],
    *,
    lower_is_better: Sequence[str] = (),
    scales: Mapping[str, tuple[float, float]] | None = None,
    segment: str | None = None,
    cluster: str | None = None,
    drop_value: Mapping[str, float] | None = None,
    status_of_empty: str = "ok",
) -> Observations:
    """Observations of a CSV with one row per unit and arm; a dropped value leaves no row, an empty cell one without a
    number."""
    rows = read_rows(path)
    key = next((name for name in ID_COLUMNS if name in rows[0]), next(iter(rows[0])))
    units = sorted({row[key] for row in rows})
    place = {unit: index for index, unit in enumerate(units)}
    values: dict[str, dict[str, list[float | None]]] = {
        name: {arm: [None] * len(units) for arm in ("baseline", "candidate")} for name in metrics
    }
    statuses: dict[tuple[str, str], dict[int, str]] = {}
    for row in rows:
        for name in metrics:
            value = float(row[name]) if row[name] else NAN
            if (drop_value or {}).get(name) == value:
                continue
            values[name][row["arm"]][place[row[key]]] = value
            if not row[name]:
                statuses.setdefault((name, row["arm"]), {})[place[row[key]]] = status_of_empty
    return observations(
        values,
        types=metrics,
        lower_is_better=lower_is_better,
        scales=scales,
        segments={"segment": _per_unit(rows, key, segment, place)} if segment else None,
        clusters=[text or "" for text in _per_unit(rows, key, cluster, place)] if cluster else None,
        units=units,
        statuses=statuses,
    )


def dropped(given: Mapping[str, Any], metric: str) -> dict[str, float]:
    """The value of a metric that leaves no row, where a case names one."""
    value = given.get("drop_value")
    return {} if value is None else {metric: float(value)}


def _per_unit(rows: Iterable[Mapping[str, str]], key: str, column: str, place: Mapping[str, int]) -> list[str | None]:
    texts: list[str | None] = [None] * len(place)
    for row in rows:
        texts[place[row[key]]] = row[column]
    return texts


def decide(seen: Observations, **fields: Any) -> Project:
    """The proposed project with some fields replaced; no partition unless one is given."""
    return propose_project(seen, "oracle", "oracle").change(**{"partition": (), **fields})


def measure(seen: Observations, **fields: Any) -> Evidence:
    """Evidence with few replicates: only the effects are looked at."""
    return build_evidence(seen, decide(seen, **{"replicates": 100, **fields}))


def with_shares(project: Project, shares: Mapping[str, float]) -> Project:
    """The project with `segment` as its partition and these exposure shares."""
    segments = {
        key: item.model_copy(update={"exposure": (monthly(1000 * shares[key]),) if key in shares else ()})
        for key, item in project.segments.items()
    }
    return project.change(segments=segments, partition=("segment",))
