"""What kind of problem a reader found, in the window's language."""

from __future__ import annotations

from collections.abc import Mapping

from tradeoff_app.app.translation import QT_TR_NOOP, tr

LEVELS: Mapping[str, str] = {
    "ok": QT_TR_NOOP("Holds"),
    "info": QT_TR_NOOP("Note"),
    "warn": QT_TR_NOOP("Warning"),
    "warning": QT_TR_NOOP("Warning"),
    "error": QT_TR_NOOP("Error"),
    "fatal": QT_TR_NOOP("Error"),
}
KINDS: Mapping[str, str] = {
    "unreadable": QT_TR_NOOP("Not readable as it is"),
    "damaged": QT_TR_NOOP("Damaged"),
    "encrypted": QT_TR_NOOP("Encrypted"),
    "cut_off": QT_TR_NOOP("Cut off"),
    "aggregates_only": QT_TR_NOOP("Numbers of groups, no single units"),
    "arms_swapped": QT_TR_NOOP("Versions in another order"),
    "baseline_assumed": QT_TR_NOOP("Version before assumed"),
    "candidate_older": QT_TR_NOOP("The version after is older"),
    "composite_unit": QT_TR_NOOP("Units told apart by several columns"),
    "decimal_ambiguous": QT_TR_NOOP("Decimal mark unclear"),
    "decimal_comma": QT_TR_NOOP("Decimal commas"),
    "duplicate_columns": QT_TR_NOOP("Columns of the same name"),
    "duplicate_keys": QT_TR_NOOP("Units listed twice"),
    "encoding_guessed": QT_TR_NOOP("Encoding guessed"),
    "error_cells": QT_TR_NOOP("Cells that hold an error"),
    "error_rows": QT_TR_NOOP("Rows without an answer"),
    "errors": QT_TR_NOOP("Rows without an answer"),
    "hidden_rows": QT_TR_NOOP("Hidden rows"),
    "hidden_sheets": QT_TR_NOOP("Hidden sheets"),
    "identical_arms": QT_TR_NOOP("Both versions are the same"),
    "incomplete_run": QT_TR_NOOP("The run is not complete"),
    "items_differ": QT_TR_NOOP("Same id, other content"),
    "judge_errors": QT_TR_NOOP("Failed judgements"),
    "lookup_incomplete": QT_TR_NOOP("Units without a segment"),
    "metric_empty": QT_TR_NOOP("Metric without values"),
    "metric_missing": QT_TR_NOOP("Metric on one side only"),
    "missing_unit": QT_TR_NOOP("Rows without an id"),
    "mixed_types": QT_TR_NOOP("Numbers and texts in one column"),
    "no_metrics": QT_TR_NOOP("No metric found"),
    "no_scores": QT_TR_NOOP("No scores found"),
    "no_segments": QT_TR_NOOP("No segments found"),
    "no_shared_units": QT_TR_NOOP("No unit in both files"),
    "no_unit_column": QT_TR_NOOP("No column tells the units apart"),
    "not_finite": QT_TR_NOOP("Values that are no numbers"),
    "other_sheets": QT_TR_NOOP("More sheets"),
    "repeated_header": QT_TR_NOOP("Header in the middle"),
    "repeats_found": QT_TR_NOOP("Repeats of units"),
    "running_log": QT_TR_NOOP("The run has not ended"),
    "same_file_twice": QT_TR_NOOP("The same file twice"),
    "scales_differ": QT_TR_NOOP("Scales differ"),
    "second_table": QT_TR_NOOP("A second table"),
    "segment_conflict": QT_TR_NOOP("Segment differs between the files"),
    "several_tasks": QT_TR_NOOP("Several tasks in one file"),
    "sheets_joined": QT_TR_NOOP("Sheets put together"),
    "short_rows": QT_TR_NOOP("Rows that end early"),
    "status_unknown": QT_TR_NOOP("Unknown status"),
    "stray_cells": QT_TR_NOOP("Cells beside the table"),
    "title_rows": QT_TR_NOOP("Title above the table"),
    "total_rows": QT_TR_NOOP("Lines of totals"),
    "transposed": QT_TR_NOOP("Rows and columns exchanged"),
    "uncalculated_formula": QT_TR_NOOP("Formulas without a result"),
    "unmatched_units": QT_TR_NOOP("Units in one file only"),
    "unscored_rows": QT_TR_NOOP("Rows without a score"),
    "unused_columns": QT_TR_NOOP("Columns not used"),
    "weak_unit_column": QT_TR_NOOP("Ids that hardly tell units apart"),
}


def kind_of(code: str) -> str:
    """A head for a problem in another language than English; empty where its sentence says all, or no kind is known."""
    kind = KINDS.get(code, "")
    told = tr(kind) if kind else ""
    return "" if told == kind else told
