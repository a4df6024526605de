"""HELM: statistics per instance; quality and run time are metrics, the bookkeeping beside them is not."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.json_records import Record, dicts_of, read_records
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import SECONDS, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source

SIGNS = ('"instance_id"', '"train_trial_index"', '"stats"')
AVERAGE_SIGNS = ('"sum_squared"', '"stddev"', '"split"')
BOOKKEEPING = (
    "num_",
    "finish_reason_",
    "training_",
    "prompt_truncated",
    "batch_size",
    "inference_denoised",
    "estimated_",
)
INTERNAL = frozenset(["max_prob", "logprob"])
"""Model internals: metrics only where there is nothing else."""
RUNTIME = "inference_runtime"
MOST_TRIALS = 100_000
QUALITY = MetricHint(better="higher", stated=("better",))
LOWER = ("toxic", "bias", "ece", "perplexity", "bits_per_byte", "error", "stereotyp")
AVERAGES = "these are HELM's averages over all instances: no distributions, no pairing"
NOTHING = "no instance has a statistic of quality"
HINT = "Choose per_instance_stats.json of each run."


class Helm:
    """`per_instance_stats.json` of a run, or `display_predictions.json` of a release."""

    id = "helm"
    label = "HELM per-instance statistics"

    def recognise(self, sample: FileSample) -> float:
        """Statistics with their instance; those without one, to say what to choose instead."""
        if sample.members is not None or sample.first_character not in {"{", "["}:
            return 0.0
        if all(sign in sample.text for sign in SIGNS):
            return 0.93
        return 0.9 if all(sign in sample.text for sign in AVERAGE_SIGNS) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table with a row per instance and trial; raises ReadError, also for files of averages."""
        if not all(sign in source.sample.text for sign in SIGNS):
            raise ReadError("unreadable", source.name, "", AVERAGES, HINT)
        found = read_records(source, mapping, progress)
        rows = _merge([_make_row(record, number) for number, record in zip(found.numbers, found.items, strict=True)])
        progress(0.7, source.name)
        names = dict.fromkeys(name for row in rows for name in row.scores)
        kept = {name for name in names if name.partition(",")[0] not in INTERNAL | {RUNTIME}}
        if not names:
            raise ReadError("unreadable", source.name, "stats", NOTHING, HINT)
        rows = [_keep(row, names if not kept else kept | {RUNTIME}) for row in rows]
        hints = {name: hint for name in names if (hint := _hint_for(name)) is not None}
        problems = [*found.problems, *_say_left_out(found.items, source.name)]
        return make_tables(
            ToolLog(self.id, source.name, found.word, "instance_id", hints, problems=tuple(problems)), rows
        )


def _stats_of(record: Record) -> list[Mapping[str, Any]]:
    """The statistics with their names; where predictions carry bare values by name, these stand for means."""
    stats = record.get("stats")
    if isinstance(stats, dict):
        return [{"name": {"name": name}, "mean": value} for name, value in stats.items()]
    return dicts_of(stats)


def _make_row(record: Record, number: int) -> ScoredRow:
    """One record: an instance in one trial, as it is or perturbed; the perturbation is part of the metrics' names."""
    stats = _stats_of(record)
    trial = record.get("train_trial_index")
    fields: dict[str, Cell] = {}
    for stat in stats[:1]:
        name = stat.get("name")
        for part in ("split", "sub_split"):
            if isinstance(name, dict) and isinstance(name.get(part), str):
                fields[part] = name[part]
    perturbation = record.get("perturbation")
    unit = record.get("instance_id")
    return ScoredRow(
        None if unit in (None, "") else str(unit),
        dict(_scores_of(stats, perturbation if isinstance(perturbation, dict) else {})),
        number,
        {"instance": fields},
        repeat=trial + 1 if isinstance(trial, int) and 0 <= trial < MOST_TRIALS else 1,
        output=record.get("predicted_text"),
    )


def _scores_of(stats: Sequence[Mapping[str, Any]], perturbation: Mapping[str, Any]) -> Iterator[tuple[str, float]]:
    for stat in stats:
        described = stat.get("name")
        described = described if isinstance(described, dict) else {"name": described}
        name, mean = described.get("name"), stat.get("mean")
        if not isinstance(name, str) or name.startswith(BOOKKEEPING) or stat.get("count") == 0:
            continue
        if mean is None and stat.get("count") == 1:
            mean = stat.get("sum")
        changed = (described.get("perturbation") or perturbation).get("name")
        if isinstance(mean, int | float) and math.isfinite(mean):
            yield (f"{name},{changed}" if changed else name), float(mean)


def _merge(rows: Sequence[ScoredRow]) -> list[ScoredRow]:
    """An instance and its perturbed copies are one unit with more metrics; what recurs is a further repeat."""
    merged: dict[tuple[str | None, int | None], list[ScoredRow]] = {}
    for row in rows:
        known = merged.setdefault((row.unit, row.repeat), [])
        free = next((index for index, other in enumerate(known) if row.scores.keys().isdisjoint(other.scores)), None)
        if free is None or not row.scores:
            known.append(row)
        else:
            known[free] = replace(known[free], scores={**known[free].scores, **row.scores})
    return [row for known in merged.values() for row in known]


def _keep(row: ScoredRow, names: Mapping[str, None] | set[str]) -> ScoredRow:
    return replace(row, scores={name: value for name, value in row.scores.items() if name in names})


def _hint_for(name: str) -> MetricHint | None:
    if name.startswith(RUNTIME):
        return SECONDS
    return None if any(word in name for word in LOWER) else QUALITY


def _say_left_out(records: Sequence[Record], file: str) -> list[Problem]:
    """The statistics that are no metric, by name."""
    described = [stat.get("name") for record in records[:1] for stat in _stats_of(record)]
    names = [name.get("name") for name in described if isinstance(name, dict)]
    texts = dict.fromkeys(name for name in names if isinstance(name, str))
    left = [name for name in texts if name.startswith((*BOOKKEEPING, *INTERNAL))]
    if not left:
        return []
    text = f"Statistics that are bookkeeping were left out: {', '.join(left)}."
    return [Problem("info", "bookkeeping", file, "stats", text)]
