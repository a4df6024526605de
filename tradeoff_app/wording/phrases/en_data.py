"""English phrases about the data: error rows and their readings, and what new data changed."""

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
    "data_before": "Before",
    "data_after": "After",
    "data_both": "Both sides",
    "data_same": "The new files hold the same numbers: no result changed.",
    "data_file": "{arm}: {old} ({old_rows} rows, {old_hash}) → {new} ({new_rows} rows, {new_hash})",
    "data_file_same": "{arm}: {file} holds the same content as before",
    "data_file_new": ("{arm}: {file} is new ({rows} row)", "{arm}: {file} is new ({rows} rows)"),
    "data_file_gone": ("{arm}: {file} is gone ({rows} row)", "{arm}: {file} is gone ({rows} rows)"),
    "data_units": "{arm}: {old} units → {new}; {added} new, {removed} no longer there",
    "data_units_counted": "{arm}: {old} units → {new}; which ones came or went is not known, because ids are not kept",
    "data_metric_new": "New metric: {name}; how it is read was proposed",
    "data_metric_gone": "No longer measured: {name}",
    "data_metric_gone_decided": (
        "No longer measured: {name}; {count} decision on it is kept",
        "No longer measured: {name}; {count} decisions on it are kept",
    ),
    "data_segment_new": "New segment: {name}",
    "data_segment_gone": "No units any more: {name}",
    "data_segment_gone_decided": (
        "No units any more: {name}; {count} decision on it is kept",
        "No units any more: {name}; {count} decisions on it are kept",
    ),
    "data_state": "{name}: {before} → {after}",
    "data_state_now": "{text} (now {change}; 95% interval {interval})",
    "data_stale": "The acceptance on {where} speaks of the earlier numbers: it must be given again",
    "data_looks": "Looks at the data: {before} → {after}",
    "data_verdict": "Verdict: {before} → {after}",
    "data_verdict_stays": "The verdict stays “{verdict}”",
    "finding_aggregates_only": (
        "The files hold numbers of groups, not of single units: nothing is paired, no distribution or example can be "
        "shown, and metrics are taken as independent of each other."
    ),
    "finding_no_spread": "{metric} can’t be compared: how far its values spread is not given.",
    "finding_not_a_rate": "{metric} is called a rate, but its means are not between 0 and 1.",
    "finding_needs_units": "{metric} asks for a median or percentile, which numbers of groups don’t hold.",
    "why_needs_units": "a median or percentile needs single units",
    "why_no_spread": "its spread is not given",
    "why_not_a_rate": "its means are not between 0 and 1",
}
