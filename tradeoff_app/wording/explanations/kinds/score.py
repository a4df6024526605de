"""The unit-free score: each metric's way from its worst to its best level, weighed by what that way matters."""

from __future__ import annotations

from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject
from tradeoff_app.wording.explanations.working import agreeing_digits
from tradeoff_app.wording.language import sentence_case

KIND = "score"


def explain_score(subject: Subject, _key: str) -> Explanation:
    """The change of the score, or why there is none."""
    score = subject.outcome.score
    if score is None:
        why = sentence_case(subject.voice.say_reason("why", subject.outcome.score_why))
        return Explanation(Quantity(KIND), subject.say("explain_score"), why, subject.say("explain_score_formula"))
    numbers, parts = subject.speaker.numbers, score.by_metric
    digits = agreeing_digits([part.mean for part in parts], score.difference)
    ends = [numbers.decimal(end, 1) for end in score.interval]
    lines = [
        Line(
            subject.speaker.metric(part.metric),
            numbers.decimal(part.mean, digits, signed=True),
            subject.say("explain_weight", weight=numbers.percent(part.weight, 0)),
            Quantity("score_metric", part.metric),
        )
        for part in parts
    ]
    total = numbers.decimal(score.difference, digits, signed=True)
    return Explanation(
        quantity=Quantity(KIND),
        title=subject.say("explain_score"),
        value=subject.say("explain_of_hundred", points=numbers.decimal(score.difference, 1, signed=True)),
        span=subject.say("explain_interval", span=numbers.interval(*ends)),
        formula=subject.say("explain_score_formula"),
        lines=(*lines, Line(subject.say("total"), total, is_total=True)),
        remarks=(subject.speaker.score_sentence(subject.outcome),),
        rests_on=subject.assumptions(f"swing/{part.metric}" for part in parts),
    )
