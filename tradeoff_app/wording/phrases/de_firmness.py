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
        "Eine Abwägung: besser in {better}, schlechter in {worse}, nicht schlechter in {no_worse} und offen in {open}"
        " von {cells} Vergleichen."
    ),
    "dominance_open": (
        "Von {cells} Vergleichen sind {better} besser, {worse} schlechter und {no_worse} nicht schlechter;"
        " {open} sind nicht zu entscheiden."
    ),
    "dominance_not_measured": "Dort, wo der Kandidat eingesetzt würde, ist nichts verglichen.",
    "weights_near": (
        "Ausliefern liegt bei {ranked} der Gewichtungen vorn, die die angegebene Reihenfolge halten, und bei"
        " {near} derer bis zum Doppelten oder zur Hälfte der angegebenen Gewichte."
    ),
    "weights_turn": "Es genügt, {share} des Gewichts zwischen Messgrößen zu verschieben, um den Punktwert zu wenden.",
    "weights_never_turn": "Keine anderen Gewichte wenden den Punktwert.",
    "raters_agree": "Bewertende bei {metric}: {numbers}.",
    "judge_agrees": "{judge} neben {people}: {numbers}.",
    "agreement_numbers": (
        "Krippendorffs Alpha {alpha}, Gwets Koeffizient {gwet}, gleich in {percent} der Paare, über {items} Fall",
        "Krippendorffs Alpha {alpha}, Gwets Koeffizient {gwet}, gleich in {percent} der Paare, über {items} Fälle",
    ),
    "with_span": "{value} (95-%-Intervall {span})",
    "agreement_good": "Das ist gute Übereinstimmung.",
    "agreement_tentative": "Das erlaubt vorläufige Schlüsse.",
    "agreement_low": "Das ist zu wenig, als dass die Messgröße allein entscheiden dürfte.",
    "judge_offset": "Der Mittelwert des Bewertungsmodells weicht um {offset} ab (95-%-Intervall {span}).",
    "judge_offset_open": "Der Mittelwert des Bewertungsmodells weicht um {offset} ab; kein Intervall: {reason}.",
    "why_not_rolled_out": "niemand dort bekommt den Kandidaten",
}
