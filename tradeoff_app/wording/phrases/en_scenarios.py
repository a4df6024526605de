"""English phrases about scenarios side by side: a verdict in a word, and whether the scenarios agree."""

from __future__ import annotations

from tradeoff_app.wording.language import Phrase

SCENARIO_PHRASES: dict[str, Phrase] = {
    "name_agreement": "Agreement",
    "short_SHIP": "Ship",
    "short_SHIP_WITH_ACCEPTED_REGRESSIONS": "Ship",
    "short_NEEDS_ACCEPTANCE": "Not yet",
    "short_HOLD": "Hold",
    "short_NO_CASE": "No case",
    "short_BLOCKED": "Blocked",
    "short_INVALID": "No verdict",
    "detail_no_regression": "no regression",
    "detail_accepted": ("{count} accepted regression", "{count} accepted regressions"),
    "detail_within": ("{count} inside its margin", "{count} inside their margins"),
    "detail_open": ("{count} regression to answer", "{count} regressions to answer"),
    "detail_GATE_UNPROVEN": "safety unproven",
    "detail_GUARDRAIL_INCONCLUSIVE": "can’t tell yet",
    "detail_BLOCKED_BY_DECISION": "a loss is refused",
    "detail_MISSING_DATA_DECIDES": "missing rows decide",
    "detail_VALUE_NEGATIVE": "value likely negative",
    "detail_NO_CASE": "no benefit shown",
    "detail_HOLD": "not everything holds",
    "detail_BLOCKED": "a safety gate fails",
    "detail_INVALID": "evidence not sound",
    "agreement_one": "One scenario so far: {verdict}",
    "agreement_all": "All {count} scenarios: {verdict}",
    "agreement_split": "The scenarios disagree: {verdicts}",
    "agreement_part": "{count} {verdict}",
    "agreement_what": "Value, {currency} thousand a month, 95% interval",
    "agreement_unknown": "{name}: value not known",
    "column_scenario": "Scenario",
    "column_verdict": "Verdict",
}
