"""The rows of a project as typed arrays and one JSON text: what an archive carries so that examples can be shown."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np
from pydantic import TypeAdapter, ValidationError

from tradeoff_app.analysis.observations import (
    STATUSES,
    Categories,
    ColumnPart,
    MeasuredMetric,
    Observations,
    Problem,
    PromptMatch,
    Rows,
    SourceFile,
)
from tradeoff_app.storage.columns import ColumnError
from tradeoff_app.storage.strict_json import JsonError, read_object

HEADER = "rows/header.json"
ROW_COLUMNS = ("arm", "unit", "repeat", "rater", "metric", "value", "status")
OPTIONAL_COLUMNS = ("denominator", "n", "sd")
FLOAT_COLUMNS = frozenset({"value", "weight", *OPTIONAL_COLUMNS})
ARRAY = re.compile(
    rb"\x93NUMPY\x01\x00..\{'descr': '(<[fi]8)', 'fortran_order': False, 'shape': \((\d{1,9}),\), \} *\n", re.DOTALL
)
"""How a column lies in the archive: NumPy's own format, version 1, of one plain type."""
Members = dict[str, bytes]


def encode_rows(observations: Observations) -> Members:
    """The members of the archive, by name."""
    header = {
        "arms": observations.arms,
        "units": tuple(observations.units),
        "metrics": [asdict(metric) for metric in observations.metrics],
        "dimensions": {name: column.labels for name, column in observations.dimensions.items()},
        "cluster": None if observations.cluster is None else observations.cluster.labels,
        "raters": observations.raters,
        "files": [asdict(file) for file in observations.files],
        "problems": [asdict(problem) for problem in observations.problems],
        "outputs": observations.outputs,
        "questions": observations.questions,
        "randomised": observations.randomised,
        "pairing": observations.pairing,
        "unit_column": observations.unit_column,
        "columns": [asdict(column) for column in observations.columns],
        "prompts": {arm: asdict(match) for arm, match in observations.prompts.items()},
    }
    members = {HEADER: json.dumps(header, ensure_ascii=False, allow_nan=False, indent=1).encode()}
    for name in ROW_COLUMNS:
        members[f"rows/{name}.npy"] = _array_bytes(getattr(observations.rows, name))
    for name in OPTIONAL_COLUMNS:
        if getattr(observations.rows, name) is not None:
            members[f"rows/{name}.npy"] = _array_bytes(getattr(observations.rows, name))
    if observations.weight is not None:
        members["rows/weight.npy"] = _array_bytes(observations.weight)
    if observations.cluster is not None:
        members["rows/cluster.npy"] = _array_bytes(observations.cluster.codes)
    for index, column in enumerate(observations.dimensions.values()):
        members[f"rows/dimension_{index}.npy"] = _array_bytes(column.codes)
    return members


def decode_rows(members: Mapping[str, bytes]) -> Observations:
    """The rows as they were; raises ColumnError."""
    try:
        header = read_object(members[HEADER])
        return _rebuild(header, members)
    except (KeyError, JsonError, ValidationError, TypeError, AttributeError) as failure:
        raise ColumnError("the rows are not whole") from failure


def _rebuild(header: Mapping[str, Any], members: Mapping[str, bytes]) -> Observations:
    columns = {name: _read_array(members, name) for name in ROW_COLUMNS}
    columns |= {name: _read_array(members, name) for name in OPTIONAL_COLUMNS if f"rows/{name}.npy" in members}
    if len({len(column) for column in columns.values()}) != 1:
        raise ColumnError("the columns of the rows differ in length")
    has_cluster = header["cluster"] is not None
    observations = Observations(
        arms=TypeAdapter(tuple[str, ...]).validate_python(header["arms"]),
        units=TypeAdapter(tuple[str, ...]).validate_python(header["units"]),
        metrics=TypeAdapter(tuple[MeasuredMetric, ...]).validate_python(header["metrics"]),
        rows=Rows(**columns),
        dimensions={
            name: Categories(
                TypeAdapter(tuple[str, ...]).validate_python(labels), _read_array(members, f"dimension_{index}")
            )
            for index, (name, labels) in enumerate(header["dimensions"].items())
        },
        cluster=Categories(tuple(header["cluster"]), _read_array(members, "cluster")) if has_cluster else None,
        weight=_read_array(members, "weight") if "rows/weight.npy" in members else None,
        raters=TypeAdapter(tuple[str, ...]).validate_python(header["raters"]),
        files=TypeAdapter(tuple[SourceFile, ...]).validate_python(header["files"]),
        problems=TypeAdapter(tuple[Problem, ...]).validate_python(header["problems"]),
        outputs=header["outputs"],
        questions=TypeAdapter(dict[str, str]).validate_python(header.get("questions", {})),
        randomised=bool(header["randomised"]),
        pairing=header["pairing"],
        unit_column=header["unit_column"],
        prompts=TypeAdapter(dict[str, PromptMatch]).validate_python(header.get("prompts", {})),
        columns=TypeAdapter(tuple[ColumnPart, ...]).validate_python(header.get("columns", ())),
    )
    _check_codes(observations)
    return observations


def _check_codes(observations: Observations) -> None:
    """Raise ColumnError where a code stands for nothing that the header names."""
    rows, units = observations.rows, len(observations.units)
    coded = [
        ("arm", rows.arm, 0, len(observations.arms)),
        ("unit", rows.unit, 0, units),
        ("metric", rows.metric, 0, len(observations.metrics)),
        ("status", rows.status, 0, len(STATUSES)),
        ("rater", rows.rater, -1, len(observations.raters)),
        *((name, column.codes, -1, len(column.labels)) for name, column in observations.dimensions.items()),
    ]
    if observations.cluster is not None:
        coded.append(("cluster", observations.cluster.codes, -1, len(observations.cluster.labels)))
    for name, codes, least, count in coded:
        if len(codes) and not (least <= int(codes.min()) and int(codes.max()) < count):
            raise ColumnError(f"the column {name} refers to something that is not there")
    per_unit = [column.codes for column in observations.dimensions.values()]
    per_unit += [] if observations.cluster is None else [observations.cluster.codes]
    weights = [] if observations.weight is None else [observations.weight]
    if any(len(column) != units for column in (*per_unit, *weights)):
        raise ColumnError("a column of the units has another length than they")


def _array_bytes(values: Any) -> bytes:
    buffer = io.BytesIO()
    np.lib.format.write_array(buffer, np.ascontiguousarray(values), allow_pickle=False)
    return buffer.getvalue()


def _read_array(members: Mapping[str, bytes], name: str) -> Any:
    """The numbers behind the small header that NumPy writes: whatever else it says is refused, never allocated."""
    data = members[f"rows/{name}.npy"]
    kind = "<f8" if name in FLOAT_COLUMNS else "<i8"
    found = ARRAY.match(data)
    if found is None or found[1].decode() != kind:
        raise ColumnError(f"the column {name} has another type than it should")
    body = memoryview(data)[found.end() :]
    if len(body) != 8 * int(found[2]):
        raise ColumnError(f"the column {name} holds another number of values than it says")
    return np.frombuffer(body, dtype=np.dtype(kind)).astype(np.float64 if kind == "<f8" else np.int64)
