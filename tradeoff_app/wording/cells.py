"""Numbers for table cells and axes: the unit stands in the head, so the cell holds the number alone."""

from __future__ import annotations

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.rounding import SMALLEST, as_decimal, decimals_for_figures, round_to_decimal
from tradeoff_app.wording.voice import Voice


def level(voice: Voice, metric_id: str, value: float | None) -> str:
    """A level: percent with one decimal for rates (below 0.1 two figures), rating with two, seconds, money."""
    if value is None:
        return voice.say("not_measured")
    return _number(voice, metric_id, value, signed=False)


def signed(voice: Voice, metric_id: str, value: float) -> str:
    """A signed change in the unit of the cells, whatever it is a change of."""
    return _number(voice, metric_id, value, signed=True)


def change(voice: Voice, effect: Effect) -> str:
    """A signed change in the same unit; rates in percentage points. Empty where there is none."""
    if effect.difference is None:
        return ""
    places = rate_places(voice, effect)
    if voice.metric(effect.metric).type == "duration" and effect.interval is not None:
        places = _interval_places(voice, effect.metric, *effect.interval)
    return _number(voice, effect.metric, effect.difference, signed=True, like=_largest(effect.interval), places=places)


def level_of(voice: Voice, effect: Effect, value: float | None) -> str:
    """A level of an effect with the decimals that both of its levels share: "0.03" beside "0.00", "0.43" for "0.46"."""
    if value is None:
        return voice.say("not_measured")
    places = rate_places(voice, effect)
    is_time = voice.metric(effect.metric).type == "duration"
    if is_time and effect.interval is not None and not effect.interval[0] <= 0 <= effect.interval[1]:
        places = _interval_places(voice, effect.metric, *effect.interval)
    return _number(voice, effect.metric, value, signed=False, places=places)


def rate_places(voice: Voice, effect: Effect) -> int | None:
    """Decimals that all numbers of a rare event share: two or more below 0.1 %; None where the usual one is enough."""
    if not voice.is_rate(effect.metric):
        return None
    points = 100 * (max(abs(effect.baseline or 0.0), abs(effect.candidate_value or 0.0)) or _largest(effect.interval))
    return max(2, decimals_for_figures(points, 1)) if 0 < as_decimal(points) < as_decimal(0.1) else None


def interval(voice: Voice, metric_id: str, low: float | None, high: float | None) -> str:
    """Both ends of a change: signs where an end is negative, none where both are positive; never twice the same."""
    if low is None or high is None:
        return ""
    like, places = max(abs(low), abs(high)), _interval_places(voice, metric_id, low, high)
    ends = (_number(voice, metric_id, end, signed=False, like=like, places=places) for end in (low, high))
    return voice.numbers.interval(*ends)


def interval_of(voice: Voice, effect: Effect) -> str:
    """Both ends of an effect's change with the decimals of its levels; empty where it has no interval."""
    if effect.interval is None:
        return ""
    places = rate_places(voice, effect)
    if places is None:
        return interval(voice, effect.metric, *effect.interval)
    ends = (_number(voice, effect.metric, end, signed=False, places=places) for end in effect.interval)
    return voice.numbers.interval(*ends)


def unit_line(voice: Voice, metric_id: str) -> str:
    """What the numbers of a metric are counted in: "% of queries", "1–5", "s", "$ per query"; empty where unknown."""
    metric = voice.metric(metric_id)
    if metric.type == "binary":
        words = voice.unit(metric_id, EVERYONE)
        return voice.say("percent_of" if words.one != words.other else "percent_per", units=words.other)
    if metric.type == "duration":
        return voice.say("unit_seconds")
    if metric.type == "money":
        return voice.numbers.currency(voice.currency(metric_id))
    if metric.unit:
        return metric.unit
    if metric.scale is None:
        return ""
    low, high = (voice.numbers.decimal(end, 2, trim=True) for end in metric.scale)
    return f"{low}–{high}"


def threshold(voice: Voice, metric_id: str, value: float | None) -> str:
    """A margin, worthwhile change or band with its unit: "0.4 percentage points", "0.5 s", "0.10"."""
    if value is None:
        return voice.say("not_stated")
    metric = voice.metric(metric_id)
    if metric.type == "binary":
        return points(voice, value)
    return with_unit(voice, metric_id, value)


def points(voice: Voice, value: float) -> str:
    """A margin of a rate: "1 percentage point", "0.4 percentage points"."""
    text = voice.numbers.points(value, signed=False, trim=True)
    return voice.say("points", points=text, count=text)


def limit(voice: Voice, metric_id: str, value: float | None) -> str:
    """A level that was agreed, with its unit: "0.20%", "2.0 s", "4.50"."""
    if value is None:
        return voice.say("not_stated")
    if voice.is_rate(metric_id):
        return voice.language.percent.format(number=_rate(voice, value))
    return with_unit(voice, metric_id, value)


def with_unit(voice: Voice, metric_id: str, value: float) -> str:
    """An amount that is no rate, with its unit."""
    metric = voice.metric(metric_id)
    if metric.type == "duration":
        seconds = value * voice.time_factor(metric_id)
        return voice.numbers.duration(seconds, _time_places(seconds))
    if metric.type == "money":
        return voice.numbers.money(value, voice.currency(metric_id))
    text = _number(voice, metric_id, value, signed=False)
    return f"{text} {metric.unit}" if metric.unit else text


def change_with_unit(voice: Voice, effect: Effect) -> str:
    """The size and direction of a change with its unit: "4.4 percentage points higher", "0.1 s longer"."""
    if effect.difference is None:
        return voice.say("not_measured")
    is_up = effect.difference > 0
    up, down = ("longer", "shorter") if voice.metric(effect.metric).type == "duration" else ("higher", "lower")
    amount = threshold(voice, effect.metric, abs(effect.difference))
    return voice.say("amount_and_word", amount=amount, word=voice.say(up if is_up else down))


def _time_places(seconds: float) -> int:
    """Decimals of a stated or computed time: one, more below a second where two figures need it ("0.12 s", "0.5 s")."""
    exact = as_decimal(abs(seconds))
    if not 0 < exact < 1:
        return 1
    two = round_to_decimal(float(exact), decimals_for_figures(float(exact), 2)).normalize()
    return max(1, -int(two.as_tuple().exponent))


def _largest(interval: tuple[float, float] | None) -> float:
    return 0.0 if interval is None else max(abs(end) for end in interval)


def _interval_places(voice: Voice, metric_id: str, low: float, high: float) -> int | None:
    """Decimals at which two ends of a time or mean differ and none that is not 0 reads as 0; None: the usual ones."""
    metric = voice.metric(metric_id)
    if metric.type in ("binary", "money") or low == high:
        return None
    factor = voice.time_factor(metric_id) if metric.type == "duration" else 1.0
    ends = (low * factor, high * factor)
    size = max(abs(end) for end in ends)
    if metric.type == "duration":
        usual = 1 if round_to_decimal(size, 1) < 10 else 0
    else:
        usual = 2 if metric.scale is not None else _digits(size, size)
    for digits in range(usual, 4):
        shown = [round_to_decimal(end, digits) for end in ends]
        if shown[0] != shown[1] and all(text or not end for text, end in zip(shown, ends, strict=True)):
            return None if digits == usual else digits
    return 3


def _number(
    voice: Voice, metric_id: str, value: float, *, signed: bool, like: float | None = None, places: int | None = None
) -> str:
    metric = voice.metric(metric_id)
    value = value if abs(value) >= SMALLEST else 0.0
    if metric.type == "binary":
        if places is not None:
            return voice.numbers.decimal(value * 100, places, signed=signed)
        return voice.numbers.points(value, signed=signed)
    if metric.type == "duration":
        return voice.numbers.seconds(value * voice.time_factor(metric_id), signed=signed, digits=places)
    if metric.type == "money":
        size = max(abs(value), like or 0.0)
        digits = 0 if size >= 1000 else max(2, decimals_for_figures(size, 2))
        return voice.numbers.decimal(value, digits, signed=signed)
    digits = 2 if metric.scale is not None else _digits(value, like)
    return voice.numbers.decimal(value, digits if places is None else places, signed=signed)


def _digits(value: float, like: float | None) -> int:
    size = max(abs(value), like or 0.0)
    digits = 0 if size >= 100 else 1 if size >= 10 else 2
    is_vanishing = 0 < abs(as_decimal(value)) < as_decimal(0.005) and digits == 2
    if not is_vanishing:
        return digits
    return min(decimals_for_figures(value, 1), max(3, decimals_for_figures(size, 1)))


def _rate(voice: Voice, share: float) -> str:
    """A rate in percent with two figures below one percent, as limits and bounds need: 0.002 is "0.20"."""
    percent = share * 100
    if 0 < abs(as_decimal(percent)) < 1:
        return voice.numbers.figures(percent, 2)
    return voice.numbers.decimal(percent, 1)
