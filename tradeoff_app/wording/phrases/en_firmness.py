"""English phrases on how firm an answer is."""

from __future__ import annotations

from tradeoff_app.wording.language import Phrase

FIRMNESS_PHRASES: dict[str, Phrase] = {
    "dominance_dominates": (
        "The candidate is better in {better} and no worse in {no_worse} of {cells} comparisons: no weighting is needed."
    ),
    "dominance_dominated": "The candidate is worse in {worse} and better in none of {cells} comparisons.",
    "dominance_trade_off": (
        "A trade-off. In {cells} comparisons of a metric in a segment: {better} better, {worse} worse, {no_worse} no"
        " worse than the margin, {open} can’t tell."
    ),
    "dominance_open": (
        "In {cells} comparison of a metric in a segment: {better} better, {worse} worse, {no_worse} no worse than the"
        " margin, {open} can’t tell.",
        "In {cells} comparisons of a metric in a segment: {better} better, {worse} worse, {no_worse} no worse than the"
        " margin, {open} can’t tell.",
    ),
    "dominance_not_measured": "Nothing was compared where the candidate would be used.",
    "ship_leads": "Shipping leads under {share} of all weightings.",
    "ship_leads_always": "Shipping leads under every weighting that was tried.",
    "ship_leads_never": "Shipping leads under none of the weightings that were tried.",
    "weights_near": (
        "It wins under {ranked} of those that keep the stated order of importance, and under {near} of those that at"
        " most double or halve a stated weight."
    ),
    "weights_turn": "The score turns once {share} of the weight moves from some metrics to others.",
    "weights_never_turn": "No other weights would turn the score.",
    "rollout_turns": "The value is zero where {share} of {segment} get the candidate (now {now}).",
    "rollout_never_turns": "No rollout share of a single segment turns the value.",
    "weights_apart": (
        "Your points give {metric} {stated} of the weight of all priced metrics, your prices give it {implied}."
        " Which of the two do you mean?"
    ),
    "raters_agree": "People who rated “{metric}”: {numbers}.",
    "judge_agrees": "{judge} beside {people}: {numbers}.",
    "agreement_numbers": (
        "{percent} of pairs of ratings are alike, over {items} item; Krippendorff’s alpha {alpha}, Gwet’s"
        " coefficient {gwet}",
        "{percent} of pairs of ratings are alike, over {items} items; Krippendorff’s alpha {alpha}, Gwet’s"
        " coefficient {gwet}",
    ),
    "with_span": "{value} (95% interval {span})",
    "agreement_good": "An alpha of 0.80 or more is good agreement.",
    "agreement_tentative": "An alpha between 0.67 and 0.80 allows tentative conclusions.",
    "agreement_low": "With an alpha below 0.67 the metric may not decide alone.",
    "judge_offset": "The judge’s mean differs from theirs by {offset} (95% interval {span}).",
    "judge_offset_open": "The judge’s mean differs from theirs by {offset}; no interval: {reason}.",
    "why_not_rolled_out": "nobody there gets the candidate",
}
