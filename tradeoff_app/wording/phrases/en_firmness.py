"""English phrases on how firm an answer is."""

from __future__ import annotations

from tradeoff_app.wording.language import Phrase

FIRMNESS_PHRASES: dict[str, Phrase] = {
    "dominance_dominates": (
        "The candidate is better in {better} and no worse in {no_worse} of {cells} comparisons: no weighting is needed."
    ),
    "dominance_dominated": "The candidate is worse in {worse} and better in none of {cells} comparisons.",
    "dominance_trade_off": (
        "A trade-off: better in {better}, worse in {worse}, no worse in {no_worse} and open in {open} of {cells}"
        " comparisons."
    ),
    "dominance_open": (
        "Of {cells} comparisons {better} are better, {worse} worse and {no_worse} no worse; {open} can’t be told."
    ),
    "dominance_not_measured": "Nothing was compared where the candidate would be used.",
    "weights_near": (
        "Shipping leads under {ranked} of the weightings that keep the stated order, and under {near} of those within a"
        " factor of two of the stated weights."
    ),
    "weights_turn": "Moving {share} of the weight between metrics is enough to turn the score.",
    "weights_never_turn": "No other weights turn the score.",
    "raters_agree": "Raters of {metric}: {numbers}.",
    "judge_agrees": "{judge} beside {people}: {numbers}.",
    "agreement_numbers": (
        "Krippendorff’s alpha {alpha}, Gwet’s coefficient {gwet}, {percent} of pairs alike, over {items} item",
        "Krippendorff’s alpha {alpha}, Gwet’s coefficient {gwet}, {percent} of pairs alike, over {items} items",
    ),
    "with_span": "{value} (95% interval {span})",
    "agreement_good": "That is good agreement.",
    "agreement_tentative": "That allows tentative conclusions.",
    "agreement_low": "That is too little for the metric to decide alone.",
    "judge_offset": "The judge’s mean differs from theirs by {offset} (95% interval {span}).",
    "judge_offset_open": "The judge’s mean differs from theirs by {offset}; no interval: {reason}.",
    "why_not_rolled_out": "nobody there gets the candidate",
}
