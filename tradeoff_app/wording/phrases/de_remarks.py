"""Deutsche Sätze neben einem Urteil."""

from __future__ import annotations

from tradeoff_app.wording.language import Phrase

REMARK_PHRASES: dict[str, Phrase] = {
    "moved_after_results": "Geändert, nachdem Ergebnisse bekannt waren: {gate}",
    "moved_after_seal": "Nach dem Versiegeln geändert: {what}",
    "moved_added": "Nach dem Versiegeln hinzugekommen: {what}",
    "moved_removed": "Nach dem Versiegeln weggenommen: {what}",
    "moved_unknown": "Schranken oder Gewichte sind andere als die versiegelten; was sie waren, ist nicht aufbewahrt",
    "named_value": "{name} {value}",
    "conflict_money_gains": (
        "Geld und Punktzahl weisen in entgegengesetzte Richtungen: das Geld gewinnt, die gewichtete Punktzahl"
        " fällt. {decides}"
    ),
    "conflict_money_loses": (
        "Geld und Punktzahl weisen in entgegengesetzte Richtungen: die gewichtete Punktzahl steigt, das Geld "
        "verliert. {decides}"
    ),
    "conflict_value_leads": "Hier entscheidet das Geld, weil das meiste Gewicht auf Messgrößen mit Preis liegt.",
    "conflict_score_leads": "Hier entscheidet die Punktzahl, weil viel Gewicht auf Messgrößen ohne Preis liegt.",
    "missing_decides": (
        "Die fehlenden Zeilen entscheiden über {where}: wären alle am schlechtesten oder am besten, so wäre "
        "das Ergebnis ein anderes."
    ),
    "out_of_scope": "außerhalb der Auslieferung ist etwas verfehlt oder offen, was nicht zählt: {where}.",
    "gates_assumed": (
        "Noch niemand hat eine Schranke angegeben. Jede Produkt-Messgröße zählt als Ziel, das jede "
        "Verbesserung erreicht; weder ein Spielraum noch eine Sicherheitsgrenze wird angenommen. Geben Sie "
        "sie unter Schranken an."
    ),
}
