"""Deutsche Sätze dazu, wie fest eine Antwort steht."""

from __future__ import annotations

from tradeoff_app.wording.language import Phrase

FIRMNESS_PHRASES: dict[str, Phrase] = {
    "dominance_dominates": (
        "Der Kandidat ist in {better} von {cells} Vergleichen besser und in {no_worse} nicht schlechter:"
        " Gewichte sind nicht nötig."
    ),
    "dominance_dominated": "Der Kandidat ist in {worse} von {cells} Vergleichen schlechter und in keinem besser.",
    "dominance_trade_off": (
        "Eine Abwägung. In {cells} Vergleichen einer Messgröße in einem Segment: {better} besser, {worse} schlechter,"
        " {no_worse} nicht schlechter als der Spielraum, {open} offen."
    ),
    "dominance_open": (
        "In {cells} Vergleich einer Messgröße in einem Segment: {better} besser, {worse} schlechter,"
        " {no_worse} nicht schlechter als der Spielraum, {open} offen.",
        "In {cells} Vergleichen einer Messgröße in einem Segment: {better} besser, {worse} schlechter,"
        " {no_worse} nicht schlechter als der Spielraum, {open} offen.",
    ),
    "dominance_not_measured": "Dort, wo der Kandidat eingesetzt würde, ist nichts verglichen.",
    "ship_leads": "Ausliefern gewinnt bei {share} aller Gewichtungen.",
    "ship_leads_always": "Ausliefern gewinnt bei jeder Gewichtung, die durchgespielt wurde.",
    "ship_leads_never": "Ausliefern gewinnt bei keiner Gewichtung, die durchgespielt wurde.",
    "weights_near": (
        "Es gewinnt bei {ranked} der Gewichtungen, die die angegebene Rangfolge wahren, und bei {near} derer, die"
        " ein angegebenes Gewicht höchstens verdoppeln oder halbieren."
    ),
    "weights_turn": "Die Punktzahl kippt, sobald {share} des Gewichts von einigen Messgrößen zu anderen wandern.",
    "weights_never_turn": "Bei keinen anderen Gewichten kippt die Punktzahl.",
    "rollout_turns": "Der Wert ist null, wenn {share} im Segment „{segment}“ den Kandidaten bekommen (jetzt {now}).",
    "rollout_never_turns": "Kein Anteil eines einzelnen Segments am Ausrollen kippt den Wert.",
    "weights_apart": (
        "Nach Ihren Punkten trägt „{metric}“ {stated} vom Gewicht aller Messgrößen mit Preis, nach Ihren Preisen"
        " {implied}. Welches von beiden meinen Sie?"
    ),
    "raters_agree": "Wer „{metric}“ bewertet hat: {numbers}.",
    "judge_agrees": "{judge} neben {people}: {numbers}.",
    "agreement_numbers": (
        "{percent} der Bewertungspaare sind gleich, bei {items} Fall; Krippendorffs Alpha {alpha}, Gwets"
        " Koeffizient {gwet}",
        "{percent} der Bewertungspaare sind gleich, bei {items} Fällen; Krippendorffs Alpha {alpha}, Gwets"
        " Koeffizient {gwet}",
    ),
    "with_span": "{value} (95-%-Intervall {span})",
    "agreement_good": "Ein Alpha ab 0,80 ist gute Übereinstimmung.",
    "agreement_tentative": "Ein Alpha zwischen 0,67 und 0,80 erlaubt vorläufige Schlüsse.",
    "agreement_low": "Mit einem Alpha unter 0,67 darf die Messgröße nicht allein entscheiden.",
    "judge_offset": "Der Mittelwert des Bewertungsmodells weicht um {offset} ab (95-%-Intervall {span}).",
    "judge_offset_open": "Der Mittelwert des Bewertungsmodells weicht um {offset} ab; kein Intervall: {reason}.",
    "why_not_rolled_out": "niemand dort bekommt den Kandidaten",
}
