"""The evidence inside a project file: an anonymous numeric table without ids, and sums that people can read."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any, TypeVar

import numpy as np

from tradeoff_app.analysis.aggregates import Aggregates
from tradeoff_app.analysis.agreement import Ratings
from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.matched_units import MatchedUnits
from tradeoff_app.analysis.observations import STATUSES, Categories
from tradeoff_app.analysis.status_rows import StatusRows
from tradeoff_app.analysis.table import EvidenceSource, Table
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.storage.columns import (
    Column,
    ColumnError,
    decode_flags,
    decode_floats,
    decode_integers,
    encode_flags,
    encode_floats,
    encode_integers,
)

Block = dict[str, Any]
T = TypeVar("T")


def encode(source: EvidenceSource, project: Project) -> Block:
    """The block; the same evidence gives the same text."""
    return {
        "aggregates": aggregate(source.table, project),
        "findings": [_encode_finding(finding) for finding in source.findings],
        **({} if source.match is None else {"match": asdict(source.match)}),
        "pairing": source.pairing,
        **({"ratings": {name: _encode_ratings(one) for name, one in source.ratings.items()}} if source.ratings else {}),
        "randomised": source.randomised,
        **({} if source.status_rows is None else {"status_rows": _encode_status_rows(source.status_rows)}),
        "table": _encode_table(source.table),
    }


def decode(block: Mapping[str, Any]) -> EvidenceSource:
    """The evidence, bit for bit; raises ColumnError, with the part that is wrong."""
    if block.get("pairing") not in ("auto", "paired", "unpaired") or not isinstance(block.get("randomised"), bool):
        raise ColumnError("evidence/pairing is not known")
    table = _decode_table(_part(block, "table", dict))
    return EvidenceSource(
        table=table,
        pairing=block["pairing"],
        randomised=block["randomised"],
        findings=tuple(_decode_finding(finding) for finding in _part(block, "findings", list)),
        ratings=_decode_all_ratings(block),
        status_rows=_decode_status_rows(block["status_rows"], table) if "status_rows" in block else None,
        match=_decode_match(block["match"]) if "match" in block else None,
    )


def _decode_match(block: Any) -> MatchedUnits:
    """The name of the id column and a count: no id."""
    if not isinstance(block, dict) or not {"column", "listed_twice"} <= set(block):
        raise ColumnError("evidence/match is not known")
    column, twice = block["column"], block["listed_twice"]
    if not isinstance(column, str | None) or not isinstance(twice, int) or isinstance(twice, bool) or twice < 0:
        raise ColumnError("evidence/match is not known")
    return MatchedUnits(column, twice)


def _encode_status_rows(rows: StatusRows) -> Block:
    """Counts and sums of the rows that ended without a plain answer: no unit by name, no text."""
    columns = {column.name: getattr(rows, column.name) for column in fields(rows)}
    return {
        name: (encode_floats if values.dtype == np.float64 else encode_integers)(values)
        for name, values in columns.items()
    }


def _decode_status_rows(block: Any, table: Table) -> StatusRows:
    place = "evidence/status_rows"
    names = [column.name for column in fields(StatusRows)]
    if not isinstance(block, dict) or set(block) != set(names):
        raise ColumnError(f"{place} is not known")
    sums = ("total", "den_rows", "den_scored")
    count = len(_decode_any(block["status"], f"{place}/status", decode_integers))
    rows = StatusRows(
        **{
            name: _decode(block[name], f"{place}/{name}", decode_floats if name in sums else decode_integers, count)
            for name in names
        }
    )
    limits = {"metric": len(table.metrics), "arm": len(table.arms), "unit": table.units, "status": len(STATUSES)}
    for name, limit in limits.items():
        codes = getattr(rows, name)
        if count and not 0 <= codes.min() <= codes.max() < limit:
            raise ColumnError(f"{place}/{name} points at nothing")
    return rows


def _decode_all_ratings(block: Mapping[str, Any]) -> dict[str, Ratings]:
    """Ratings by metric; none in files where nothing was rated by several people."""
    known = _part(block, "ratings", dict) if "ratings" in block else {}
    return {name: _decode_ratings(one, name) for name, one in known.items()}


def _encode_ratings(ratings: Ratings) -> Block:
    """How many items had which counts of each category: no unit, no person, no text."""
    return {
        "categories": encode_floats(ratings.categories),
        "counts": encode_floats(np.ascontiguousarray(ratings.counts).ravel()),
        "times": encode_floats(ratings.weights),
    }


def _decode_ratings(block: Any, name: str) -> Ratings:
    place = f"evidence/ratings/{name}"
    if not isinstance(block, dict) or set(block) != {"categories", "counts", "times"}:
        raise ColumnError(f"{place} is not known")
    try:
        categories, counts, times = (decode_floats(block[part]) for part in ("categories", "counts", "times"))
    except ColumnError as failure:
        raise ColumnError(f"{place}: {failure}") from failure
    if len(counts) != len(categories) * len(times):
        raise ColumnError(f"{place} has another number of counts than it says")
    return Ratings(counts.reshape(len(times), len(categories)), categories, times)


def aggregate(table: Table, project: Project) -> dict[str, Any]:
    """Count, sum and sum of squares per `metric|segment` and arm, for people who read the file without the program."""
    masks = {EVERYONE: np.ones(table.units, dtype=np.bool_)}
    masks |= {name: _mask(table, segment.where) for name, segment in project.segments.items() if segment.where}
    return {
        f"{metric}|{segment}": {
            arm: _arm_sums(table, m, a, mask) | _denominator_sum(table, metric, a, mask)
            for a, arm in enumerate(table.arms)
            if table.present[a, mask].any()
        }
        for m, metric in enumerate(table.metrics)
        for segment, mask in masks.items()
    }


def _arm_sums(table: Table, metric: int, arm: int, mask: Any) -> dict[str, Any]:
    if table.aggregates is None:
        return _sums(table.values[metric, arm, mask])
    pooled = table.aggregates.pool(metric, arm, mask)
    if pooled is None:
        return {"n": 0, "sum": 0.0, "sum_of_squares": 0.0}
    squares = None if pooled.sd is None else _finite((pooled.n - 1) * pooled.sd**2 + pooled.n * pooled.mean**2)
    return {"n": round(pooled.n), "sum": _finite(pooled.n * pooled.mean), "sum_of_squares": squares}


def _sums(values: Any) -> dict[str, Any]:
    scored = values[~np.isnan(values)]
    with np.errstate(over="ignore", invalid="ignore"):
        total, squares = float(scored.sum()), float((scored * scored).sum())
    return {"n": len(scored), "sum": _finite(total), "sum_of_squares": _finite(squares)}


def _denominator_sum(table: Table, metric: str, arm: int, mask: Any) -> dict[str, Any]:
    if metric not in table.den:
        return {}
    return {"sum_of_denominators": _finite(float(np.nansum(table.den[metric][arm][mask])))}


def _finite(value: float) -> float | None:
    """A sum beyond the largest number is unknown."""
    return value if math.isfinite(value) else None


def _mask(table: Table, where: Mapping[str, Sequence[str]]) -> Any:
    mask = np.ones(table.units, dtype=np.bool_)
    for dimension, labels in where.items():
        column = table.dimensions.get(dimension)
        if column is None:
            return np.zeros(table.units, dtype=np.bool_)
        mask &= np.isin(column.codes, [code for code, label in enumerate(column.labels) if label in labels])
    return mask


def _encode_table(table: Table) -> Block:
    return {
        "arms": list(table.arms),
        "cluster": None if table.cluster is None else encode_integers(table.cluster),
        **({"den": {metric: _by_arm(table, den) for metric, den in table.den.items()}} if table.den else {}),
        "dimensions": {
            key: {"codes": encode_integers(column.codes), "labels": list(column.labels)}
            for key, column in table.dimensions.items()
        },
        **({} if table.aggregates is None else {"groups": _encode_groups(table, table.aggregates)}),
        "metrics": list(table.metrics),
        "missing": None if table.missing is None else _grid(table, table.missing, encode_flags),
        "order": list(table.dimensions),
        "present": {arm: encode_flags(table.present[a]) for a, arm in enumerate(table.arms)},
        "status": {arm: encode_integers(table.status[a]) for a, arm in enumerate(table.arms)},
        "units": table.units,
        "values": _grid(table, table.values, encode_floats),
        "weight": None if table.weight is None else encode_floats(table.weight),
    }


def _encode_groups(table: Table, groups: Aggregates) -> Block:
    """Units, mean and standard deviation of each group, where the files know no units."""
    return {column.name: _grid(table, getattr(groups, column.name), encode_floats) for column in fields(groups)}


def _by_arm(table: Table, layer: Any) -> Block:
    return {arm: encode_floats(layer[a]) for a, arm in enumerate(table.arms)}


def _grid(table: Table, layers: Any, encode_one: Callable[[Any], Column]) -> Block:
    return {
        metric: {arm: encode_one(layers[m, a]) for a, arm in enumerate(table.arms)}
        for m, metric in enumerate(table.metrics)
    }


def _decode_table(block: Mapping[str, Any]) -> Table:
    arms, metrics = _texts(block, "arms"), _texts(block, "metrics")
    units = _part(block, "units", int)
    shape = (len(metrics), len(arms), units)
    status = _columns(block, "status", arms, decode_integers, units)
    present = _columns(block, "present", arms, decode_flags, units)
    return Table(
        arms=arms,
        metrics=metrics,
        dimensions=_decode_dimensions(block, units),
        cluster=_optional(block, "cluster", decode_integers, units),
        weight=_optional(block, "weight", decode_floats, units),
        values=np.array(_layers(block, "values", metrics, arms, decode_floats), dtype=np.float64).reshape(shape),
        status=np.array(status, dtype=np.int64).reshape(shape[1:]),
        present=np.array(present, dtype=np.bool_).reshape(shape[1:]),
        missing=None
        if block.get("missing") is None
        else np.array(_layers(block, "missing", metrics, arms, decode_flags), dtype=np.bool_).reshape(shape),
        den=_decode_denominators(block, metrics, arms, shape),
        aggregates=_decode_groups(_part(block, "groups", dict), units, metrics, arms) if "groups" in block else None,
    )


def _decode_groups(block: Mapping[str, Any], units: int, metrics: Sequence[str], arms: Sequence[str]) -> Aggregates:
    shape = (len(metrics), len(arms), units)
    whole = {**block, "units": units}
    layers = (_layers(whole, column.name, metrics, arms, decode_floats) for column in fields(Aggregates))
    return Aggregates(*(np.array(layer, dtype=np.float64).reshape(shape) for layer in layers))


def _decode_denominators(
    block: Mapping[str, Any], metrics: Sequence[str], arms: Sequence[str], shape: tuple[int, int, int]
) -> dict[str, Any]:
    """Denominators by metric and arm; none in files without ratios."""
    if "den" not in block:
        return {}
    named = _part(block, "den", dict)
    if not set(named) <= set(metrics):
        raise ColumnError("evidence/table/den names a metric that the table does not hold")
    names = [name for name in metrics if name in named]
    layers = _layers(block, "den", names, arms, decode_floats)
    return {name: np.array(layer).reshape(shape[1:]) for name, layer in zip(names, layers, strict=True)}


def _layers(
    block: Mapping[str, Any],
    name: str,
    metrics: Sequence[str],
    arms: Sequence[str],
    decode_one: Callable[[Any], Any],
) -> list[list[Any]]:
    """One column per metric and arm, in their order."""
    layers, units = _part(block, name, dict), _part(block, "units", int)
    return [_columns(layers, metric, arms, decode_one, units, f"{name}/") for metric in metrics]


def _decode_dimensions(block: Mapping[str, Any], units: int) -> dict[str, Categories]:
    columns, decoded = _part(block, "dimensions", dict), {}
    if sorted(_texts(block, "order")) != sorted(columns):
        raise ColumnError("evidence/table/order does not name the dimensions")
    for name in _texts(block, "order"):
        place = f"evidence/table/dimensions/{name}"
        labels = _texts(columns[name], "labels")
        codes = _decode(columns[name].get("codes"), place, decode_integers, units)
        if units and not -1 <= codes.min() <= codes.max() < len(labels):
            raise ColumnError(f"{place} has codes without a label")
        decoded[name] = Categories(labels, codes)
    return decoded


def _columns(
    block: Mapping[str, Any],
    name: str,
    keys: Sequence[str],
    decode_one: Callable[[Any], Any],
    units: int,
    above: str = "",
) -> list[Any]:
    columns = _part(block, name, dict)
    return [_decode(columns.get(key), f"evidence/table/{above}{name}/{key}", decode_one, units) for key in keys]


def _optional(block: Mapping[str, Any], name: str, decode_one: Callable[[Any], Any], units: int) -> Any:
    if block.get(name) is None:
        return None
    return _decode(block[name], f"evidence/table/{name}", decode_one, units)


def _decode_any(column: Any, place: str, decode_one: Callable[[Any], Any]) -> Any:
    try:
        return decode_one(column)
    except ColumnError as failure:
        raise ColumnError(f"{place}: {failure}") from failure


def _decode(column: Any, place: str, decode_one: Callable[[Any], Any], units: int) -> Any:
    values = _decode_any(column, place, decode_one)
    if len(values) != units:
        raise ColumnError(f"{place}: it has {len(values)} values for {units} units")
    return values


def _part(block: Mapping[str, Any], name: str, kind: type[T]) -> T:
    value = block.get(name) if isinstance(block, Mapping) else None
    if not isinstance(value, kind):
        raise ColumnError(f"evidence/{name} is missing")
    return value


def _texts(block: Mapping[str, Any], name: str) -> tuple[str, ...]:
    values = _part(block, name, list)
    if not all(isinstance(value, str) for value in values):
        raise ColumnError(f"evidence/{name} must hold texts")
    return tuple(values)


def _encode_finding(finding: Finding) -> Block:
    return {
        "code": finding.code,
        "level": finding.level,
        "metric": finding.metric,
        "segment": finding.segment,
        "values": dict(finding.values),
    }


def _decode_finding(block: Any) -> Finding:
    known = isinstance(block, dict) and {"code", "level", "metric", "segment", "values"} <= set(block)
    if not known or block["level"] not in ("ok", "info", "warn", "fatal"):
        raise ColumnError("evidence/findings is not known")
    return Finding(block["code"], block["level"], block["metric"], block["segment"], block["values"])
