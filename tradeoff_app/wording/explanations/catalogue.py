"""Every kind of quantity that can be explained; a new one is a file in kinds/ and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.wording.explanations.explanation import Explanation, Quantity, Subject
from tradeoff_app.wording.explanations.kinds import (
    break_even,
    effect,
    gate,
    loss,
    people,
    probability,
    score,
    score_metric,
    stated,
    tornado,
    value,
    value_cell,
    value_metric,
    value_segment,
    weight_flip,
)
from tradeoff_app.wording.speaker import Speaker

Explain = Callable[[Subject, str], Explanation | None]

EXPLAINERS: Mapping[str, Explain] = {
    effect.KIND: effect.explain_effect,
    people.KIND: people.explain_people,
    value.KIND: value.explain_value,
    value_segment.KIND: value_segment.explain_value_segment,
    value_metric.KIND: value_metric.explain_value_metric,
    value_cell.KIND: value_cell.explain_value_cell,
    probability.KIND: probability.explain_probability,
    loss.KIND: loss.explain_loss,
    break_even.KIND: break_even.explain_break_even,
    weight_flip.KIND: weight_flip.explain_weight_flip,
    tornado.KIND: tornado.explain_tornado,
    gate.KIND: gate.explain_gate,
    score.KIND: score.explain_score,
    score_metric.KIND: score_metric.explain_score_metric,
    stated.KIND: stated.explain_stated,
}


def explain(quantity: Quantity, outcome: Outcome, speaker: Speaker) -> Explanation | None:
    """The explanation of a quantity in an outcome; None where that outcome holds no such number.

    Raises KeyError for a kind that nobody registered.
    """
    return EXPLAINERS[quantity.kind](Subject(outcome, speaker), quantity.key)
