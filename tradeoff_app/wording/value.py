"""The worth of a release and its score in words, or why they are not known."""

from __future__ import annotations

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.score import Score
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.voice import Voice
from tradeoff_app.wording.worth import MoneyStatement, money_statement

MANY = 100
"""A count from which on two figures say enough."""


def statement(voice: Voice, outcome: Outcome) -> MoneyStatement | None:
    """The value per month as a statement; None where there is no value in money."""
    if outcome.value is None:
        return None
    summary = outcome.value.per_month
    return money_statement(
        summary.mean, *summary.interval, outcome.value.p_positive, "month", outcome.value.currency, voice.code
    )


def why(voice: Voice, outcome: Outcome) -> str:
    """Why there is no value in money; where some volumes are stated, which one is missing."""
    if outcome.value_why != "no_exposure":
        return voice.say_reason("why", outcome.value_why)
    volumes = outcome.mix.volumes
    missing = [voice.segment_inside(segment) for segment, volume in volumes.items() if volume is None]
    total = voice.project.exposure
    if not missing or len(missing) == len(volumes):
        is_stated = total is not None or any(segment.exposure for segment in voice.project.segments.values())
        return voice.say("why_volume_elsewhere" if is_stated else "why_no_exposure")
    is_used_up = total is not None and outcome.mix.basis in (None, total.basis)
    key = "why_volume_used_up" if is_used_up else "why_volume_partial"
    return voice.say(key, segments=voice.language.listed(missing))


def worth_line(voice: Voice, outcome: Outcome) -> str:
    """ "+$50,000 ($24,000 to $79,000)", "+$32,000 (−$2,000 to $74,000)", or why not known."""
    if outcome.value is None:
        return voice.say("worth_not_known", reason=why(voice, outcome))
    summary, currency = outcome.value.per_month, outcome.value.currency
    amount = voice.numbers.money(summary.mean, currency, signed=True)
    ends = (voice.numbers.money(end, currency) for end in summary.interval)
    return voice.say("worth_line", amount=amount, span=voice.numbers.interval(*ends))


def sentence(voice: Voice, outcome: Outcome) -> str:
    """The value per month as a full sentence, with the costs that are already deducted."""
    told = statement(voice, outcome)
    if outcome.value is None or told is None:
        return voice.say("value_not_known", reason=why(voice, outcome))
    cost = outcome.value.running_cost
    if not cost:
        return told.sentence
    deducted = voice.say("cost_deducted", cost=voice.numbers.money(cost, outcome.value.currency))
    return f"{told.sentence} {deducted}"


def score_sentence(voice: Voice, outcome: Outcome) -> str:
    """The change of the score with its interval and probability, or why not known."""
    score = outcome.score
    if score is None:
        return voice.say("score_not_known", reason=voice.say_reason("why", outcome.score_why))
    low, high = score.interval
    fields = {
        "change": voice.numbers.decimal(score.difference, 1, signed=True),
        "span": voice.numbers.interval(*(voice.numbers.decimal(end, 1) for end in (low, high))),
        "probability": voice.numbers.probability(score.p_positive),
    }
    return voice.say("score_unclear" if low <= 0 <= high else "score", **fields)


def equivalents(voice: Voice, score: Score) -> str:
    """The reference move and the moves of other metrics that weigh the same; empty where no reference is set."""
    if score.reference is None or score.reference_move is None:
        return ""
    moves = {score.reference: abs(score.reference_move)}
    moves.update({metric: abs(move) for metric, move in score.equivalents.items() if metric != score.reference})
    return sentence_case(" = ".join(_move(voice, metric, move) for metric, move in moves.items()))


def loss(voice: Voice, metric_id: str, *, is_one: bool = False) -> str:
    """A change for the worse without its size: "more irrelevant answers in 100", "longer response time"."""
    metric = voice.metric(metric_id)
    is_more = metric.better == "lower"
    if metric.type == "binary":
        events = metric.phrase.event if metric.phrase else None
        what = voice.say("quoted", name=metric.name) if events is None else events.one if is_one else events.other
        return voice.say("loss_rate", word=voice.say("more_word" if is_more else "fewer_word"), what=what)
    words = ("longer", "shorter") if metric.type == "duration" else ("higher", "lower")
    return voice.say(
        "loss_amount", word=voice.say(words[0] if is_more else words[1]), what=voice.metric_inside(metric_id)
    )


def loss_question(voice: Voice, metric_id: str, size: float) -> str:
    """The half of a question that names the small loss: "1 fewer completed task in 100 is as bad as"."""
    metric = voice.metric(metric_id)
    if metric.type == "duration":
        count = voice.numbers.duration(size * voice.time_factor(metric_id))
    else:
        count = voice.numbers.decimal(size * (100 if metric.type == "binary" else 1), 2, trim=True)
    return voice.say("loss_question", count=count, loss=loss(voice, metric_id, is_one=count == "1"))


def counted_move(voice: Voice, metric_id: str, amount: float) -> str:
    """An improvement by so many units of a metric: "2.0 completed tasks more", "0.4 s shorter response time"."""
    metric, numbers = voice.metric(metric_id), voice.numbers
    count = numbers.whole(amount) if amount == 1 else numbers.decimal(amount, 1)
    count = numbers.figures(amount) if amount >= MANY else count
    down = metric.better == "lower"
    if metric.type == "binary":
        event = voice.event(metric_id)
        what = event.one if amount == 1 else event.other
        return voice.say("move_event", count=count, what=what, word=voice.say("fewer_word" if down else "more_word"))
    words = ("shorter", "longer") if metric.type == "duration" else ("lower", "higher")
    unit = "s" if metric.type == "duration" else metric.unit
    return voice.say(
        "move_amount",
        amount=f"{count} {unit}" if unit else count,
        word=voice.say(words[0] if down else words[1]),
        what=voice.metric_inside(metric_id),
    )


def _move(voice: Voice, metric_id: str, size: float) -> str:
    """An improvement of this size: "1 irrelevant answer fewer in 100", "0.10 higher answer quality"."""
    metric = voice.metric(metric_id)
    word = voice.say("fewer_word" if metric.better == "lower" else "more_word")
    if metric.type == "binary":
        count = voice.numbers.decimal(size * 100, 1, trim=True)
        events = metric.phrase.event if metric.phrase else None
        what = voice.say("quoted", name=metric.name) if events is None else events.one if count == "1" else events.other
        return voice.say("move_rate", count=count, what=what, word=word)
    down = metric.better == "lower"
    if metric.type == "duration":
        amount = voice.numbers.duration(size * voice.time_factor(metric_id))
        return voice.say(
            "move_amount",
            amount=amount,
            word=voice.say("shorter" if down else "longer"),
            what=voice.metric_inside(metric_id),
        )
    amount = voice.numbers.decimal(size, 2)
    return voice.say(
        "move_amount", amount=amount, word=voice.say("lower" if down else "higher"), what=voice.metric_inside(metric_id)
    )
