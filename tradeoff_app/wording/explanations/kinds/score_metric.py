"""What one metric adds to the score."""

from __future__ import annotations

from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject

KIND = "score_metric"


def explain_score_metric(subject: Subject, metric: str) -> Explanation | None:
    """The points that one metric adds; None where it has no weight."""
    score = subject.outcome.score
    part = next((each for each in score.by_metric if each.metric == metric), None) if score else None
    swing = subject.voice.scenario(subject.outcome.scenario).swing.get(metric)
    if part is None or swing is None or score is None:
        return None
    numbers, speaker = subject.speaker.numbers, subject.speaker
    total = sum(item.points for item in subject.voice.scenario(subject.outcome.scenario).swing.values())
    effect = subject.outcome.effect(metric)
    points = numbers.decimal(swing.points, 1, trim=True)
    moved = part.mean / (100 * part.weight) if part.weight else 0.0
    levels = [speaker.amount(metric, level) for level in (swing.worst, swing.best)]
    ends = [numbers.decimal(end, 1) for end in part.interval]
    share = Line(subject.say("explain_way"), numbers.percent(moved, signed=True), numbers.interval(*levels))
    change = "" if effect is None else speaker.change(effect)
    return Explanation(
        quantity=Quantity(KIND, metric),
        title=subject.say("explain_score_of", metric=speaker.metric(metric)),
        value=subject.say("explain_of_hundred", points=numbers.decimal(part.mean, 1, signed=True)),
        span=subject.say("explain_interval", span=numbers.interval(*ends)),
        formula=subject.say("explain_score_metric_formula"),
        lines=(
            Line(subject.say("explain_change"), change, more=Quantity.of_cell("effect", metric, EVERYONE)),
            share,
            Line(
                subject.say("explain_share_of_weight"),
                numbers.percent(part.weight, 0),
                subject.say("explain_of", part=points, whole=numbers.decimal(total, 1, trim=True)),
                Quantity("input", f"swing/{metric}"),
            ),
            Line(subject.say("total"), numbers.decimal(part.mean, 1, signed=True), is_total=True),
        ),
        rests_on=subject.assumptions([f"swing/{metric}"]),
    )
