"""The results file that lm-evaluation-harness writes beside a sample log: names of filters, directions, the model."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tradeoff_app.readers.json_records import dict_of
from tradeoff_app.readers.json_text import JsonError, parse_json
from tradeoff_app.readers.reader import read_fact

SAMPLES_NAME = re.compile(r"samples_(?P<task>.+)_(?P<time>\d{4}-\d{2}-\d{2}T[\d.:-]+?)\.jsonl?(\.gz)?")
MAX_RESULTS_BYTES = 16 << 20


@dataclass(frozen=True)
class Results:
    """What a results file says about one task; empty where there is none."""

    file: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_higher_better: Mapping[str, bool] = field(default_factory=dict)
    model: str | None = None
    tool_version: str | None = None
    created: str | None = None


def find_results(samples: Path) -> Results:
    """The results of the same moment in the same folder as `samples_TASK_TIME.jsonl`; empty where they can't be read.

    The names must match exactly: a results file of another run would give wrong names.
    """
    named = SAMPLES_NAME.fullmatch(samples.name)
    if named is None:
        return Results()
    path = samples.with_name(f"results_{named['time']}.json")
    try:
        if not path.is_file() or path.stat().st_size > MAX_RESULTS_BYTES:
            return Results()
        document = parse_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, JsonError):
        return Results()
    return read_results(dict_of(document), named["task"], path.name)


def read_results(document: Mapping[str, Any], task: str, file: str = "") -> Results:
    """What the document says about a task: `metric,filter` names its filters in the order of the sample's rows."""
    filters: dict[str, list[str]] = {}
    for key in dict_of(dict_of(document.get("results")).get(task)):
        metric, comma, name = str(key).partition(",")
        if comma and not metric.endswith("_stderr"):
            filters.setdefault(metric, []).append(name)
    directions = dict_of(dict_of(document.get("higher_is_better")).get(task))
    config = dict_of(document.get("config"))
    return Results(
        file,
        {metric: tuple(names) for metric, names in filters.items()},
        {str(name): value for name, value in directions.items() if isinstance(value, bool)},
        read_fact(document.get("model_name")) or read_fact(config.get("model")),
        read_fact(document.get("lm_eval_version")),
        _read_moment(document.get("date")),
    )


def _read_moment(seconds: Any) -> str | None:
    """Seconds since 1970 as a time in UTC."""
    if not isinstance(seconds, int | float) or isinstance(seconds, bool) or not 0 < seconds < 1e11:
        return None
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
