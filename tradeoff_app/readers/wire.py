"""Observations as bytes between processes: a JSON header and plain arrays; nothing in it can run code."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import pairwise
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from tradeoff_app.analysis.observations import (
    Categories,
    ColumnPart,
    MeasuredMetric,
    Observations,
    Problem,
    Rows,
    SourceFile,
)

FRAME = struct.Struct(">IQ")
MAX_HEADER = 1 << 30
MAX_BODY = 8 << 30
ROW_FIELDS = ("arm", "unit", "repeat", "rater", "metric", "value", "status")
OPTIONAL_FIELDS = ("denominator", "n", "sd")

Frame = tuple[dict[str, Any], bytes]


def write_frame(stream: IO[bytes], header: Mapping[str, Any], body: bytes = b"") -> None:
    """One message: lengths, JSON header, binary body."""
    text = json.dumps(header, allow_nan=False, separators=(",", ":")).encode()
    stream.write(FRAME.pack(len(text), len(body)) + text)
    stream.write(body)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Frame | None:
    """The next message; None at the end of the stream or where it breaks off. Raises ValueError for a bad length."""
    lengths = stream.read(FRAME.size)
    if len(lengths) < FRAME.size:
        return None
    header_size, body_size = FRAME.unpack(lengths)
    if header_size > MAX_HEADER or body_size > MAX_BODY:
        raise ValueError("a message of the import worker is longer than any result can be")
    text, body = stream.read(header_size), stream.read(body_size)
    if len(text) < header_size or len(body) < body_size:
        return None
    header = json.loads(text)
    if not isinstance(header, dict):
        raise ValueError("a message of the import worker is no object")
    return header, body


def pack_observations(observed: Observations) -> Frame:
    """Header and body of a result."""
    arrays: dict[str, NDArray[Any]] = {f"rows_{name}": _shrink(getattr(observed.rows, name)) for name in ROW_FIELDS}
    for name in OPTIONAL_FIELDS:
        if getattr(observed.rows, name) is not None:
            arrays[f"rows_{name}"] = getattr(observed.rows, name)
    if observed.weight is not None:
        arrays["weight"] = observed.weight
    if observed.cluster is not None:
        arrays["cluster"] = _shrink(observed.cluster.codes)
    arrays |= _pack_texts("units", observed.units)
    places = {unit: place for place, unit in enumerate(observed.units)} if observed.outputs else {}
    for number, said in enumerate(observed.outputs.values()):
        arrays[f"answered_{number}"] = np.array([places[unit] for unit in said], dtype=np.int64)
        arrays |= _pack_texts(f"answers_{number}", said.values())
    names = list(observed.dimensions)
    for number, name in enumerate(names):
        arrays[f"dimension_{number}"] = _shrink(observed.dimensions[name].codes)
    header = {
        "arms": observed.arms,
        "metrics": [asdict(metric) for metric in observed.metrics],
        "dimensions": [[name, observed.dimensions[name].labels] for name in names],
        "cluster": None if observed.cluster is None else observed.cluster.labels,
        "raters": observed.raters,
        "files": [asdict(file) for file in observed.files],
        "problems": [asdict(problem) for problem in observed.problems],
        "outputs": list(observed.outputs),
        "randomised": observed.randomised,
        "pairing": observed.pairing,
        "unit_column": observed.unit_column,
        "columns": [[column.name, column.part] for column in observed.columns],
    }
    buffer = io.BytesIO()
    np.savez(buffer, **arrays)  # type: ignore[arg-type]
    return header, buffer.getvalue()


def _pack_texts(name: str, texts: Iterable[str]) -> dict[str, NDArray[Any]]:
    """Texts as one run of bytes and their lengths in characters: JSON would hold up every other thread for as long as
    it takes to read them all."""
    listed = list(texts)
    together = "".join(listed).encode("utf-8", "surrogatepass")
    lengths = np.fromiter(map(len, listed), dtype=np.int64, count=len(listed))
    return {f"{name}_text": np.frombuffer(together, dtype=np.uint8), f"{name}_lengths": lengths}


def _unpack_texts(name: str, arrays: Mapping[str, NDArray[Any]]) -> tuple[str, ...]:
    together = arrays[f"{name}_text"].tobytes().decode("utf-8", "surrogatepass")
    ends = np.cumsum(arrays[f"{name}_lengths"]).tolist()
    return tuple(together[start:end] for start, end in pairwise((0, *ends)))


def _shrink(array: NDArray[Any]) -> NDArray[Any]:
    """Codes in the smallest type that holds them: most of a long table is small numbers."""
    if array.dtype.kind != "i" or not array.size:
        return array
    return array.astype(np.promote_types(np.min_scalar_type(array.min()), np.min_scalar_type(array.max())))


def _grow(array: NDArray[Any]) -> NDArray[Any]:
    """Codes as 64-bit numbers again."""
    return array.astype(np.int64) if array.dtype.kind in "iu" else array


def unpack_observations(header: Mapping[str, Any], body: bytes) -> Observations:
    """The observations that `pack_observations` packed."""
    with np.load(io.BytesIO(body), allow_pickle=False) as loaded:
        arrays = {name: loaded[name] if name.endswith("_text") else _grow(loaded[name]) for name in loaded.files}
    units = _unpack_texts("units", arrays)
    known = {name: arrays[f"rows_{name}"] for name in ROW_FIELDS}
    known |= {name: arrays[f"rows_{name}"] for name in OPTIONAL_FIELDS if f"rows_{name}" in arrays}
    rows = Rows(**known)
    dimensions = {
        name: Categories(tuple(labels), arrays[f"dimension_{number}"])
        for number, (name, labels) in enumerate(header["dimensions"])
    }
    cluster = None if header["cluster"] is None else Categories(tuple(header["cluster"]), arrays["cluster"])
    return Observations(
        arms=tuple(header["arms"]),
        units=units,
        metrics=tuple(_unpack_metric(metric) for metric in header["metrics"]),
        rows=rows,
        dimensions=dimensions,
        cluster=cluster,
        weight=arrays.get("weight"),
        raters=tuple(header["raters"]),
        files=tuple(SourceFile(**file) for file in header["files"]),
        problems=tuple(Problem(**problem) for problem in header["problems"]),
        outputs={arm: _unpack_answers(number, units, arrays) for number, arm in enumerate(header["outputs"])},
        randomised=header["randomised"],
        pairing=header["pairing"],
        unit_column=header["unit_column"],
        columns=tuple(ColumnPart(*column) for column in header["columns"]),
    )


def _unpack_answers(number: int, units: Sequence[str], arrays: Mapping[str, NDArray[Any]]) -> dict[str, str]:
    answered = arrays[f"answered_{number}"].tolist()
    return {
        units[place]: text for place, text in zip(answered, _unpack_texts(f"answers_{number}", arrays), strict=True)
    }


def _unpack_metric(metric: Mapping[str, Any]) -> MeasuredMetric:
    scale = metric["scale"]
    return MeasuredMetric(
        **{
            **metric,
            "scale": None if scale is None else (float(scale[0]), float(scale[1])),
            "assumed": tuple(metric["assumed"]),
        }
    )
