"""Samples of an Inspect log as rows: its value rule for scores, its errors, its usage."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.metric import Status
from tradeoff_app.readers.json_records import dict_of, dicts_of
from tradeoff_app.readers.question_text import write_question
from tradeoff_app.readers.reader import Cell, MetricHint, PlaceNames, RawColumn, write_cell
from tradeoff_app.readers.records import dump_nested, flatten, unite_columns
from tradeoff_app.readers.status_words import classify_error

LETTERS: dict[str, float] = {"C": 1.0, "P": 0.5, "I": 0.0, "N": 0.0}
WORDS: dict[str, float] = {"yes": 1.0, "true": 1.0, "no": 0.0, "false": 0.0}
NUMBER = re.compile(r"\s*[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*", re.ASCII)

USAGE: dict[str, MetricHint] = {
    "total_time": MetricHint("duration", "lower", unit="s"),
    "working_time": MetricHint("duration", "lower", unit="s"),
    "total_tokens": MetricHint("count", "lower", unit="tokens"),
    "total_cost": MetricHint("money", "lower", unit="USD"),
}

Sample = Mapping[str, Any]
ATTACHED = ("attachment://", "tc://")
MOST_EPOCHS = 100_000


def convert_score(value: Any) -> float | None:
    """A score as Inspect's `value_to_float` reads it; None where it is text of another kind; NaN where not scored."""
    if value is None:
        return math.nan
    if isinstance(value, bool | int | float):
        return float(value) if math.isfinite(value) else math.nan
    if isinstance(value, str):
        if value in LETTERS:
            return LETTERS[value]
        if NUMBER.fullmatch(value):
            number = float(value)
            return number if math.isfinite(number) else math.nan
        return WORDS.get(value.strip().lower())
    return math.nan


def make_columns(
    samples: Sequence[Sample], file: str, places: PlaceNames, scorers: Sequence[str]
) -> tuple[list[RawColumn], list[Problem]]:
    """Unit, epoch, metadata, scores (one column per scorer or `scorer/key`), usage, answer.

    `scorers` are the planned ones: where no sample was scored at all, they say what is missing.
    """
    scores = unite_columns([_scores_of(sample) for sample in samples], file)
    if not scores:
        scores = {name: [None] * len(samples) for name in scorers}
    usage = unite_columns([_usage_of(sample) for sample in samples], file)
    metrics, problems = _score_columns(scores, file)
    metrics += [_usage_column(name, cells) for name, cells in usage.items() if name not in scores]
    taken = {column.name for column in metrics} | {"id", "epoch", "output"}
    metadata = unite_columns([_metadata_of(sample, file) for sample in samples], file)
    ids: list[Cell] = [_id_of(sample) for sample in samples]
    epochs: list[Cell] = [_epoch_of(sample) for sample in samples]
    columns = [
        RawColumn("id", ids, role="unit", is_typed=True),
        RawColumn("epoch", epochs, np.array(epochs, dtype=np.float64), role="repeat", is_typed=True),
        *(_attribute(name, cells, taken) for name, cells in metadata.items()),
        *metrics,
        RawColumn("output", [_output_of(sample) for sample in samples], role="output", is_typed=True),
    ]
    return columns, problems + _say_errors(samples, file, places)


def make_no_columns() -> tuple[list[RawColumn], list[Problem]]:
    """Unit and epoch of a log without samples, so that the other log keeps its own."""
    unit = RawColumn("id", [], role="unit", is_typed=True)
    return [unit, RawColumn("epoch", [], np.array([], dtype=np.float64), role="repeat", is_typed=True)], []


def read_statuses(samples: Iterable[Sample]) -> list[Status]:
    """Why each sample has no result; `ok` where it ran."""
    return [_status_of(sample) for sample in samples]


def _status_of(sample: Sample) -> Status:
    error = sample.get("error")
    if isinstance(error, dict):
        return classify_error(str(error.get("message") or "error"))
    return classify_error(str(error)) if error else "ok"


def _id_of(sample: Sample) -> str | None:
    stated = sample.get("id")
    return write_cell(stated) if isinstance(stated, str | int | float) else None


def _epoch_of(sample: Sample) -> int:
    epoch = sample.get("epoch")
    return epoch if isinstance(epoch, int) and not isinstance(epoch, bool) and 0 < epoch <= MOST_EPOCHS else 1


def _attribute(name: str, cells: list[Cell], taken: set[str]) -> RawColumn:
    return RawColumn(f"metadata.{name}" if name in taken else name, cells, role="attribute", is_typed=True)


def _metadata_of(sample: Sample, file: str) -> dict[str, Cell]:
    metadata = sample.get("metadata")
    return flatten(metadata, file, f"sample {sample.get('id')}") if isinstance(metadata, dict) else {}


def _scores_of(sample: Sample) -> dict[str, Cell]:
    """Raw values by metric name; lists can't be one number and are left empty."""
    found: dict[str, Cell] = {}
    scores = sample.get("scores")
    if not isinstance(scores, dict):
        scores = {"score": sample["score"]} if isinstance(sample.get("score"), dict) else {}
    for scorer, score in scores.items():
        value = score.get("value") if isinstance(score, dict) else score
        if isinstance(value, dict):
            for key, inner in value.items():
                found[f"{scorer}/{key}"] = None if isinstance(inner, dict | list) else inner
        else:
            found[scorer] = None if isinstance(value, list) else value
    return found


def _score_columns(scores: Mapping[str, list[Cell]], file: str) -> tuple[list[RawColumn], list[Problem]]:
    columns: list[RawColumn] = []
    problems: list[Problem] = []
    for name, cells in scores.items():
        converted = [convert_score(cell) for cell in cells]
        strange = [cell for cell, number in zip(cells, converted, strict=True) if number is None]
        known = [number for number in converted if number is not None and not math.isnan(number)]
        shown = [None if isinstance(cell, float) and not math.isfinite(cell) else cell for cell in cells]
        if not known and not strange:
            columns.append(RawColumn(name, shown, np.full(len(cells), math.nan), "metric", is_typed=True))
            continue
        if strange and not known:
            columns.append(RawColumn(name, shown, role="metric", is_typed=True))
            continue
        if strange:
            text = (
                f"{name}: values such as {str(strange[0])[:40]!r} are no score that Inspect knows; read as not scored."
            )
            problems.append(Problem("warning", "unknown_score", file, name, text, "Check the scorer."))
        numbers = np.array([math.nan if number is None else number for number in converted], dtype=np.float64)
        columns.append(RawColumn(name, shown, numbers, "metric", is_typed=True))
    return columns, problems


def _usage_of(sample: Sample) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for name in ("total_time", "working_time"):
        value = sample.get(name)
        if isinstance(value, int | float):
            found[name] = value
    usages = dicts_of([*dict_of(sample.get("model_usage")).values()])
    for name in ("total_tokens", "total_cost"):
        parts = [usage[name] for usage in usages if isinstance(usage.get(name), int | float)]
        if parts:
            found[name] = sum(parts)
    return found


def _usage_column(name: str, cells: list[Cell]) -> RawColumn:
    numbers = np.array([math.nan if cell is None else float(cell) for cell in cells], dtype=np.float64)
    return RawColumn(name, cells, numbers, "metric", USAGE[name], is_typed=True)


def read_input(sample: Sample) -> str | None:
    """What a sample asks; None where the log keeps it apart, under a reference."""
    text = write_question(sample.get("input"))
    return None if text is None or text.startswith(ATTACHED) else text


def _output_of(sample: Sample) -> Cell:
    output = sample.get("output")
    text = output.get("completion") or _first_choice(output) if isinstance(output, dict) else None
    if text is None:
        text = next((score.get("answer") for score in dicts_of([*dict_of(sample.get("scores")).values()])), None)
    return text if isinstance(text, str) and text and not text.startswith(ATTACHED) else None


def _first_choice(output: Mapping[str, Any]) -> str | None:
    content = next((dict_of(choice.get("message")).get("content") for choice in dicts_of(output.get("choices"))), None)
    if isinstance(content, list):
        return dump_nested(content, ("", "output"))
    return content if isinstance(content, str) else None


def _say_errors(samples: Sequence[Sample], file: str, places: PlaceNames) -> list[Problem]:
    failed = [row for row, sample in enumerate(samples) if _status_of(sample) != "ok"]
    if not failed:
        return []
    text = f"{len(failed):,} of {len(samples):,} samples ended in an error."
    hint = "Say whether they count as failures or as missing."
    return [Problem("warning", "error_rows", file, places.name(failed[0]), text, hint)]
