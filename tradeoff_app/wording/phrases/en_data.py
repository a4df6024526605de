"""English phrases about the data: error rows and their readings."""

from __future__ import annotations

from tradeoff_app.wording.language import Phrase

DATA_PHRASES: dict[str, Phrase] = {
    "finding_errors_counted": (
        "Rows that ended in {status}: {rows_before} before and {rows_after} after; they {policy} in {metrics}."
    ),
    "policy_fail": "count as failures",
    "policy_missing": "count as missing",
    "policy_scored": "count with the score they carry",
    "policy_separate": "are kept apart",
    "every_metric": "every metric",
    "errors_own": "Each status its own way",
    "errors_as_missing": "As missing",
    "errors_as_failure": "As failures",
    "errors_as_scored": "As scored",
    "errors_how_as_missing": "as missing",
    "errors_how_as_failure": "as failures",
    "errors_how_as_scored": "with the score they carry",
    "errors_stay": "Whichever way error rows are read, the verdict stays “{verdict}”.",
    "errors_turn": "If error rows counted {choice}, the verdict would be “{verdict}” instead of “{now}”.",
    "errors_turn_metric": (
        "If error rows counted {choice} in {metric} alone, the verdict would be “{verdict}” instead of “{now}”."
    ),
}
