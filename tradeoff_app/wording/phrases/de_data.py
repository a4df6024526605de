"""German phrases about the data: error rows and their readings, and what new data changed."""

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
    "data_before": "Vorher",
    "data_after": "Nachher",
    "data_both": "Beide Seiten",
    "data_same": "Die neuen Dateien enthalten dieselben Zahlen: kein Ergebnis hat sich geändert.",
    "data_file": "{arm}: {old} ({old_rows} Zeilen, {old_hash}) → {new} ({new_rows} Zeilen, {new_hash})",
    "data_file_same": "{arm}: {file} hat denselben Inhalt wie zuvor",
    "data_file_new": ("{arm}: {file} ist neu ({rows} Zeile)", "{arm}: {file} ist neu ({rows} Zeilen)"),
    "data_file_gone": ("{arm}: {file} fehlt jetzt ({rows} Zeile)", "{arm}: {file} fehlt jetzt ({rows} Zeilen)"),
    "data_units": "{arm}: {old} Fälle → {new}; {added} neu, {removed} nicht mehr da",
    "data_units_counted": "{arm}: {old} Fälle → {new}; welche neu sind, ist ohne Kennungen nicht bekannt",
    "data_metric_new": "Neue Messgröße: {name}; wie sie zu lesen ist, wurde vorgeschlagen",
    "data_metric_gone": "Nicht mehr gemessen: {name}",
    "data_metric_gone_decided": (
        "Nicht mehr gemessen: {name}; {count} Entscheidung dazu bleibt",
        "Nicht mehr gemessen: {name}; {count} Entscheidungen dazu bleiben",
    ),
    "data_segment_new": "Neues Segment: {name}",
    "data_segment_gone": "Keine Fälle mehr: {name}",
    "data_segment_gone_decided": (
        "Keine Fälle mehr: {name}; {count} Entscheidung dazu bleibt",
        "Keine Fälle mehr: {name}; {count} Entscheidungen dazu bleiben",
    ),
    "data_state": "{name}: {before} → {after}",
    "data_state_now": "{text} (jetzt {change}; 95-%-Intervall {interval})",
    "data_stale": "Die Zustimmung zu {where} spricht von den früheren Zahlen: sie muss neu gegeben werden",
    "data_looks": "Blicke auf die Daten: {before} → {after}",
    "data_verdict": "Ergebnis: {before} → {after}",
    "data_verdict_stays": "Das Ergebnis bleibt „{verdict}“",
    "finding_aggregates_only": (
        "Die Dateien enthalten Zahlen von Gruppen, nicht von einzelnen Fällen: nichts ist gepaart, keine Verteilung "
        "und kein Beispiel ist da, und Messgrößen gelten als unabhängig voneinander."
    ),
    "finding_no_spread": "{metric} ist nicht vergleichbar: die Streuung ist nicht angegeben.",
    "finding_not_a_rate": "{metric} gilt als Anteil, aber die Mittelwerte liegen nicht zwischen 0 und 1.",
    "finding_needs_units": "{metric} fragt nach einem Median oder Perzentil, das Zahlen von Gruppen nicht enthalten.",
    "why_needs_units": "ein Median oder Perzentil braucht einzelne Fälle",
    "why_no_spread": "die Streuung ist nicht angegeben",
    "why_not_a_rate": "die Mittelwerte liegen nicht zwischen 0 und 1",
}
