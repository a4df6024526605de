"""German phrases about the data: error rows and their readings."""

from __future__ import annotations

from tradeoff_app.wording.language import Phrase

DATA_PHRASES: dict[str, Phrase] = {
    "finding_errors_counted": (
        "Zeilen mit dem Ende {status}: vorher {rows_before}, nachher {rows_after}; sie {policy} bei {metrics}."
    ),
    "policy_fail": "zählen als Fehlschlag",
    "policy_missing": "zählen als fehlend",
    "policy_scored": "zählen mit ihrem Wert",
    "policy_separate": "bleiben gesondert",
    "every_metric": "jeder Messgröße",
    "errors_own": "Je nach Ende",
    "errors_as_missing": "Als fehlend",
    "errors_as_failure": "Als Fehlschlag",
    "errors_as_scored": "Mit ihrem Wert",
    "errors_how_as_missing": "als fehlend",
    "errors_how_as_failure": "als Fehlschlag",
    "errors_how_as_scored": "mit ihrem Wert",
    "errors_stay": "Wie man Zeilen mit Fehlern auch zählt: das Ergebnis bleibt „{verdict}“.",
    "errors_turn": "Zählten Zeilen mit Fehlern {choice}, wäre das Ergebnis „{verdict}“ statt „{now}“.",
    "errors_turn_metric": (
        "Zählten Zeilen mit Fehlern nur bei {metric} {choice}, wäre das Ergebnis „{verdict}“ statt „{now}“."
    ),
}
