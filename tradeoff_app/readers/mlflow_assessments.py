"""Assessments of an MLflow trace as scores: feedback counts, expectations do not, the newest run's scorers win."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tradeoff_app.model.metric import Status
from tradeoff_app.readers.flat_table import unfold_cell

SOURCE_RUN = "mlflow.assessment.sourceRunId"
Feedback = tuple[str, str | None, Any, bool]
"""Metric, human rater, value, and whether the scorer failed."""


@dataclass
class Assessed:
    """What one rater (None: programs) said of a trace; `repeat` counts a program's further scores."""

    rater: str | None = None
    repeat: int | None = None
    scores: dict[str, Any] = field(default_factory=dict)
    failures: dict[str, Status] = field(default_factory=dict)


def read_assessments(listed: Any) -> list[Feedback]:
    """Every valid feedback; a dictionary gives one metric per key, `name/key`."""
    listed = unfold_cell(listed)
    known = [part for part in listed if isinstance(part, dict)] if isinstance(listed, list) else []
    found: list[Feedback] = []
    for part in _drop_older_runs([part for part in known if _is_feedback(part)]):
        found.extend(_read_feedback(part))
    return found


def _is_feedback(part: Mapping[str, Any]) -> bool:
    return isinstance(part.get("feedback"), dict) and part.get("valid") is not False


def _name_of(part: Mapping[str, Any]) -> str:
    return str(part.get("assessment_name") or part.get("name") or "feedback")


def _drop_older_runs(parts: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """A trace that was evaluated again carries the scores of both evaluations: the newest counts."""
    newest: dict[str, tuple[str, str]] = {}
    for part in parts:
        run = _run_of(part)
        moment = str(part.get("create_time") or part.get("create_time_ms") or "")
        if run is not None:
            newest[_name_of(part)] = max(newest.get(_name_of(part), ("", "")), (moment, run))
    return [part for part in parts if _run_of(part) in {None, newest.get(_name_of(part), ("", None))[1]}]


def _run_of(part: Mapping[str, Any]) -> str | None:
    metadata = part.get("metadata")
    run = metadata.get(SOURCE_RUN) if isinstance(metadata, dict) else None
    return str(run) if run else None


def _read_feedback(part: Mapping[str, Any]) -> Iterator[Feedback]:
    name, feedback = _name_of(part), part["feedback"]
    source = part.get("source") if isinstance(part.get("source"), dict) else {}
    is_human = str((source or {}).get("source_type")).upper() == "HUMAN"
    rater = str((source or {}).get("source_id") or "human") if is_human else None
    value, has_failed = feedback.get("value"), bool(feedback.get("error") or part.get("error"))
    if isinstance(value, dict):
        for key, inner in value.items():
            yield f"{name}/{key}", rater, inner, has_failed
    else:
        yield name, rater, None if has_failed else value, has_failed


def split_raters(found: Sequence[Feedback], *, has_raters: bool) -> list[Assessed]:
    """Programs' scores first; a row per rater where several people judged; further rows for scores given again."""
    rows: dict[tuple[str | None, int], Assessed] = {(None, 1): Assessed()}
    for name, rater, value, has_failed in found:
        judge = rater if has_raters else None
        number = 1
        while name in rows.setdefault((judge, number), Assessed(judge, number if number > 1 else None)).scores:
            number += 1
        row = rows[judge, number]
        row.scores[name] = value
        if has_failed:
            row.failures[name] = "judge_error"
    return list(rows.values())
