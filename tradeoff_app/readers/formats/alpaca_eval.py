"""AlpacaEval annotations: a model's answers judged against one reference; preference 1 to 2 becomes a win of 0 to 1."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.json_records import Record, read_records
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source

SIGNS = ('"preference"', '"output_1"', '"output_2"', '"instruction"')
WIN = "win"
DRAWS = (0.0, 1.5)
"""Old versions write a draw as 0."""
HINTS = {WIN: MetricHint(None, "higher", (0.0, 1.0), stated=("better",), tier="automated")}
NOT_FIELDS = frozenset(
    [
        *("instruction", "output_1", "output_2", "preference", "raw_completion", "annotator"),
        *("generator_1", "generator_2", "price_per_example", "time_per_example", "referenced_models", "date", "index"),
    ]
)
NOTHING = "no annotation has a preference between 1 and 2"


class AlpacaEval:
    """`annotations.json` of one evaluated model."""

    id = "alpaca_eval"
    label = "AlpacaEval annotations"

    def recognise(self, sample: FileSample) -> float:
        """Two outputs and a preference."""
        if sample.members is not None or sample.first_character not in {"{", "["}:
            return 0.0
        return 0.93 if all(sign in sample.text for sign in SIGNS) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per evaluated model; raises ReadError."""
        found = read_records(source, mapping, progress)
        judges = dict.fromkeys(str(record.get("annotator") or "") for record in found.items)
        models = dict.fromkeys(_model_of(record) for record in found.items)
        rows = [
            _make_row(record, number, has_judges=len(judges) > 1, has_models=len(models) > 1)
            for number, record in zip(found.numbers, found.items, strict=True)
        ]
        progress(0.7, source.name)
        if not any(row.scores.get(WIN) is not None for row in rows):
            raise ReadError("unreadable", source.name, "preference", NOTHING, "Choose the file annotations.json.")
        problems = [*found.problems, *_say_reference(found.items, source.name)]
        log = ToolLog(self.id, source.name, found.word, "instruction", HINTS, problems=tuple(problems))
        judge = ", ".join(name for name in judges if name) or None
        facts = {model: RunFacts(model or None, judge=judge) for model in models}
        return make_tables(
            log, rows, facts if len(models) > 1 else {"": RunFacts(next(iter(models)) or None, judge=judge)}
        )


def _model_of(record: Record) -> str:
    return str(record.get("generator_2") or "")


def _make_row(record: Record, number: int, *, has_judges: bool, has_models: bool) -> ScoredRow:
    fields: dict[str, Cell] = {
        name: value
        for name, value in record.items()
        if name not in NOT_FIELDS and isinstance(value, str | int | float) and value != ""
    }
    win = read_win(record.get("preference"))
    instruction = record.get("instruction")
    return ScoredRow(
        None if instruction in (None, "") else str(instruction),
        {WIN: win},
        number,
        {"annotation": fields},
        rater=str(record.get("annotator")) if has_judges else None,
        output=record.get("output_2"),
        question=instruction,
        run=_model_of(record) if has_models else "",
        failures={} if win is not None else {WIN: "judge_error"},
    )


def read_win(preference: Any) -> float | None:
    """0 where the reference was preferred, 1 where the model was, between for draws and weighted preferences."""
    if isinstance(preference, bool) or not isinstance(preference, int | float) or not math.isfinite(preference):
        return None
    if preference in DRAWS:
        return 0.5
    return float(preference) - 1 if 1 <= preference <= 2 else None


def _say_reference(records: Sequence[Mapping[str, Any]], file: str) -> list[Problem]:
    """Wins of two files compare only where both were judged against the same answers."""
    names = sorted({str(record.get("generator_1")) for record in records if record.get("generator_1")})
    if not names:
        return []
    text = f"A win is measured against the answers of {', '.join(map(repr, names[:3]))} (a draw is half a win)."
    hint = "Compare only files with the same reference and the same judge."
    return [Problem("info" if len(names) == 1 else "warning", "reference", file, "generator_1", text, hint)]
