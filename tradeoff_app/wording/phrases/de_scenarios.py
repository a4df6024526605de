"""German phrases about scenarios side by side: a verdict in a word, and whether the scenarios agree."""

from __future__ import annotations

from tradeoff_app.wording.language import Phrase

SCENARIO_PHRASES: dict[str, Phrase] = {
    "name_agreement": "Einigkeit",
    "short_SHIP": "Ausliefern",
    "short_SHIP_WITH_ACCEPTED_REGRESSIONS": "Ausliefern",
    "short_NEEDS_ACCEPTANCE": "Noch nicht",
    "short_HOLD": "Warten",
    "short_NO_CASE": "Kein Anlass",
    "short_BLOCKED": "Gesperrt",
    "short_INVALID": "Kein Urteil",
    "detail_no_regression": "keine Verschlechterung",
    "detail_accepted": ("{count} akzeptierte Verschlechterung", "{count} akzeptierte Verschlechterungen"),
    "detail_within": ("{count} innerhalb der Marge", "{count} innerhalb der Margen"),
    "detail_open": ("{count} Verschlechterung offen", "{count} Verschlechterungen offen"),
    "detail_GATE_UNPROVEN": "Sicherheit unbewiesen",
    "detail_GUARDRAIL_INCONCLUSIVE": "noch offen",
    "detail_BLOCKED_BY_DECISION": "Verlust abgelehnt",
    "detail_MISSING_DATA_DECIDES": "Lücken entscheiden",
    "detail_VALUE_NEGATIVE": "Wert eher negativ",
    "detail_NO_CASE": "kein Nutzen gezeigt",
    "detail_HOLD": "nicht alles hält",
    "detail_BLOCKED": "Sicherheit verletzt",
    "detail_INVALID": "Daten nicht in Ordnung",
    "agreement_one": "Bisher ein Szenario: {verdict}",
    "agreement_all": "Alle {count} Szenarien: {verdict}",
    "agreement_split": "Die Szenarien sind uneins: {verdicts}",
    "agreement_part": "{count} {verdict}",
    "agreement_what": "Wert, tausend {currency} je Monat, 95-%-Intervall",
    "agreement_unknown": "{name}: Wert nicht bekannt",
    "column_scenario": "Szenario",
    "column_verdict": "Urteil",
}
