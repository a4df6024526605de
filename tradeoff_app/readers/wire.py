"""Observations as bytes between processes: a JSON header and plain arrays; nothing in it can run code."""

from __future__ import annotations

import io
import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from tradeoff_app.analysis.observations import (
    Categories,
    ColumnPart,
    MeasuredMetric,
    Observations,
    Problem,
    PromptMatch,
    Rows,
    SourceFile,
)
from tradeoff_app.analysis.texts import Texts
from tradeoff_app.analysis.wide_rows import ROW_NAMES, WideRows, shrink

FRAME = struct.Struct(">IQ")
MAX_HEADER = 1 << 30
MAX_BODY = 8 << 30
ROW_FIELDS = ("arm", "unit", "repeat", "rater", "metric", "value", "status")
QUESTIONS = "questions"
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
    arrays = _pack_rows(observed.rows)
    for name in OPTIONAL_FIELDS:
        if getattr(observed.rows, name) is not None:
            arrays[f"rows_{name}"] = getattr(observed.rows, name)
    if observed.weight is not None:
        arrays["weight"] = observed.weight
    if observed.cluster is not None:
        arrays["cluster"] = shrink(observed.cluster.codes)
    arrays |= _pack_texts("units", observed.units)
    places = {unit: place for place, unit in enumerate(observed.units)} if observed.outputs else {}
    told = {str(place): said for place, said in enumerate(observed.outputs.values())} | {QUESTIONS: observed.questions}
    for name, said in told.items():
        arrays[f"answered_{name}"] = np.array([places[unit] for unit in said], dtype=np.int64)
        arrays |= _pack_texts(f"answers_{name}", said.values())
    names = list(observed.dimensions)
    for number, name in enumerate(names):
        arrays[f"dimension_{number}"] = shrink(observed.dimensions[name].codes)
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
        "prompts": {arm: [match.units, match.differing] for arm, match in observed.prompts.items()},
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


def _unpack_texts(name: str, arrays: Mapping[str, NDArray[Any]]) -> Texts:
    together = arrays[f"{name}_text"].tobytes().decode("utf-8", "surrogatepass")
    return Texts(together, arrays[f"{name}_lengths"])


def _pack_rows(rows: Rows) -> dict[str, NDArray[Any]]:
    """The columns of the long table, or what all metrics share where they do."""
    wide = rows.wide
    if wide is None:
        return {f"rows_{name}": shrink(getattr(rows, name)) for name in ROW_FIELDS}
    shared = {f"shared_{name}": array for name, array in wide.shared.items()}
    return {**shared, "wide_status": wide.status, "wide_values": wide.values}


def _unpack_rows(arrays: Mapping[str, NDArray[Any]]) -> Rows:
    if "wide_values" in arrays:
        shared = {name: arrays[f"shared_{name}"] for name in ROW_NAMES}
        values, ratios = arrays["wide_values"], arrays.get("rows_denominator")
        denominators = None if ratios is None else ratios.reshape(values.shape)
        return Rows.of_wide(WideRows(shared, values, arrays["wide_status"], denominators))
    known: dict[str, Any] = {name: arrays[f"rows_{name}"] for name in ROW_FIELDS}
    known |= {name: arrays[f"rows_{name}"] for name in OPTIONAL_FIELDS if f"rows_{name}" in arrays}
    return Rows(**known)


def _grow(name: str, array: NDArray[Any]) -> NDArray[Any]:
    """Codes as 64-bit numbers again, except for those that stay small."""
    is_small = name.endswith("_text") or name.startswith(("shared_", "wide_"))
    return array if is_small or array.dtype.kind not in "iu" else array.astype(np.int64)


def unpack_observations(header: Mapping[str, Any], body: bytes) -> Observations:
    """The observations that `pack_observations` packed."""
    with np.load(io.BytesIO(body), allow_pickle=False) as loaded:
        arrays = {name: _grow(name, loaded[name]) for name in loaded.files}
    units = _unpack_texts("units", arrays)
    rows = _unpack_rows(arrays)
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
        outputs={arm: _unpack_answers(str(number), units, arrays) for number, arm in enumerate(header["outputs"])},
        questions=_unpack_answers(QUESTIONS, units, arrays),
        randomised=header["randomised"],
        pairing=header["pairing"],
        unit_column=header["unit_column"],
        columns=tuple(ColumnPart(*column) for column in header["columns"]),
        prompts={arm: PromptMatch(*counts) for arm, counts in header["prompts"].items()},
    )


def _unpack_answers(name: str, units: Sequence[str], arrays: Mapping[str, NDArray[Any]]) -> dict[str, str]:
    answered = arrays[f"answered_{name}"].tolist()
    return {units[place]: text for place, text in zip(answered, _unpack_texts(f"answers_{name}", arrays), strict=True)}


def _unpack_metric(metric: Mapping[str, Any]) -> MeasuredMetric:
    scale = metric["scale"]
    return MeasuredMetric(
        **{
            **metric,
            "scale": None if scale is None else (float(scale[0]), float(scale[1])),
            "assumed": tuple(metric["assumed"]),
        }
    )
