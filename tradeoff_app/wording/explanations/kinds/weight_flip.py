"""The weight on a metric at which the score would say the opposite."""

from __future__ import annotations

from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject
from tradeoff_app.wording.language import sentence_case

KIND = "weight_flip"


def explain_weight_flip(subject: Subject, metric: str) -> Explanation | None:
    """The flipping weight of one metric; None where it has no weight."""
    flip = next((each for each in subject.outcome.sensitivity.weight_flips if each.metric == metric), None)
    score = subject.outcome.score
    if flip is None or score is None:
        return None
    numbers = subject.speaker.numbers
    why = sentence_case(subject.voice.say_reason("why", flip.why))
    return Explanation(
        quantity=Quantity(KIND, metric),
        title=subject.say("explain_weight_flip", metric=subject.speaker.metric(metric)),
        value=why if flip.flips_at is None else numbers.percent(flip.flips_at, 0),
        span=subject.say("explain_now", value=numbers.percent(flip.weight, 0)),
        formula=subject.say("explain_weight_flip_formula"),
        lines=tuple(
            Line(
                subject.speaker.metric(part.metric),
                numbers.decimal(part.mean, 1, signed=True),
                numbers.percent(part.weight, 0),
                Quantity("score_metric", part.metric),
            )
            for part in score.by_metric
        ),
        rests_on=subject.assumptions([f"swing/{metric}"]),
    )
