"""SWE-bench reports: lists of instance ids; which of them count in the denominator is a choice, and it is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.model.metric import Status
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.json_text import load_json
from tradeoff_app.readers.reader import FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source

RESOLVED = ("resolved_ids", "resolved")
NOT_RUN = ("incomplete_ids", "incomplete", "no_generation", "pending_ids")
EMPTY = ("empty_patch_ids", "empty_patch")
BROKEN: tuple[tuple[str, Status], ...] = (
    ("error_ids", "model_error"),
    ("error", "model_error"),
    ("failed_ids", "model_error"),
    ("test_errored", "model_error"),
    ("test_timeout", "timeout"),
    ("install_fail", "infra_error"),
    ("reset_failed", "infra_error"),
    ("no_logs", "infra_error"),
    ("no_apply", "model_error"),
)
OTHERS = (
    *("submitted_ids", "submitted", "completed_ids", "completed", "unresolved_ids", "unresolved", "generated"),
    *("with_logs", "applied", "total_ids"),
)
PER_INSTANCE = '"patch_successfully_applied"'
METRIC = "resolved"
HINTS = {METRIC: MetricHint("binary", "higher", (0.0, 1.0), stated=("type", "better"))}
HINT = "Choose the report MODEL.RUN.json that the evaluation wrote."


class SweBench:
    """Reports of the harness, results of the leaderboard's repository, reports per instance."""

    id = "swe_bench"
    label = "SWE-bench report"

    def recognise(self, sample: FileSample) -> float:
        """Lists of resolved ids beside others."""
        if sample.members is not None or sample.first_character != "{":
            return 0.0
        text = sample.text + sample.tail.decode("utf-8", "ignore")
        if '"resolved_ids"' in text or PER_INSTANCE in text:
            return 0.93
        if '"resolved"' not in text or '"results"' in text:
            return 0.0
        others = sum(f'"{name}"' in text for name in (*NOT_RUN, *EMPTY, *OTHERS, "no_logs", "error_ids"))
        return 0.92 if others >= 2 else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table with a row per instance; raises ReadError."""
        decoded = decode_text(source.data, source.name, mapping.encoding)
        report = load_json(decoded.text, source.name, is_strict_about_keys=True)
        progress(0.5, source.name)
        if not isinstance(report, dict):
            raise ReadError("unreadable", source.name, "", "the report is no JSON object", HINT)
        judged = _read_instances(report) if PER_INSTANCE in decoded.text else _read_lists(report, source.name)
        if not judged:
            raise ReadError("unreadable", source.name, "", "the report lists no instances (0 rows)", HINT)
        rows = [_make_row(unit, judged[unit], number) for number, unit in enumerate(sorted(judged), 1)]
        problems = (*decoded.problems, *_say_denominator(report, rows, source.name))
        version = report.get("schema_version")
        log = ToolLog(
            self.id,
            source.name,
            "instance",
            "instance_id",
            HINTS,
            None if isinstance(version, dict | list | None) else str(version),
            problems=problems,
        )
        return make_tables(log, rows)


Judged = dict[str, tuple[float, Status]]
"""Instances with their result and status."""


def _ids_of(report: Mapping[str, Any], names: Sequence[str]) -> list[str]:
    listed = (report.get(name) for name in names)
    return [str(unit) for part in listed if isinstance(part, list) for unit in part]


def _read_lists(report: Mapping[str, Any], file: str) -> Judged:
    """What ran and failed is 0; what never ran or broke off is marked, so that it can count in either way."""
    if not any(isinstance(report.get(name), list) for name in RESOLVED):
        raise ReadError("unreadable", file, "resolved_ids", "the report does not list the resolved instances", HINT)
    judged: Judged = dict.fromkeys(_ids_of(report, (*OTHERS, *EMPTY)), (0.0, "ok"))
    judged.update(dict.fromkeys(_ids_of(report, NOT_RUN), (0.0, "not_run")))
    for name, status in BROKEN:
        judged.update(dict.fromkeys(_ids_of(report, (name,)), (0.0, status)))
    judged.update(dict.fromkeys(_ids_of(report, RESOLVED), (1.0, "ok")))
    return judged


def _read_instances(report: Mapping[str, Any]) -> Judged:
    """`{instance: {"resolved": true, ...}}`, one or several of them in a file."""
    return {
        unit: (float(result["resolved"]), "ok")
        for unit, result in report.items()
        if isinstance(result, dict) and isinstance(result.get("resolved"), bool)
    }


def _make_row(unit: str, result: tuple[float, Status], number: int) -> ScoredRow:
    value, status = result
    owner, _, rest = unit.partition("__")
    repository = f"{owner}/{rest.rpartition('-')[0]}" if rest else None
    return ScoredRow(unit, {METRIC: value}, number, {"instance": {"repo": repository}}, status=status)


def _say_denominator(report: Mapping[str, Any], rows: Sequence[ScoredRow], file: str) -> list[Problem]:
    """The share of resolved instances under each denominator that somebody may have used."""
    resolved = sum(row.scores[METRIC] == 1 for row in rows)
    finished = sum(row.status == "ok" for row in rows)
    started = sum(row.status != "not_run" for row in rows)
    problems: list[Problem] = []
    if finished < len(rows):
        shares = f"of {finished:,} that finished, {started:,} that were submitted, {len(rows):,} that are listed"
        text = f"{resolved:,} instances are resolved: {shares}."
        hint = "Say whether instances that broke off count as failures; those that never ran are missing."
        problems.append(Problem("warning", "denominator", file, METRIC, text, hint))
    empty = len(set(_ids_of(report, EMPTY)))
    if empty:
        text = f"{empty:,} instances got an empty patch; they count as not resolved."
        problems.append(Problem("info", "empty_patches", file, "empty_patch_ids", text))
    total = report.get("total_instances")
    if isinstance(total, int) and total > len(rows):
        text = (
            f"The report counts {total:,} instances and lists {len(rows):,}; those it does not list are not in any arm."
        )
        problems.append(
            Problem("warning", "unlisted_instances", file, "total_instances", text, "Check the denominator.")
        )
    return problems
