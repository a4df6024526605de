"""A measured change: after minus before, what it was counted from, and how its interval was made."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.population_terms import PopulationTerm, population_terms
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.explanations.explanation import Explanation, Line, Quantity, Subject
from tradeoff_app.wording.explanations.working import agreeing_digits, sources_of, unit_factor, unit_word, with_unit
from tradeoff_app.wording.language import sentence_case

KIND = "effect"


def explain_effect(subject: Subject, key: str) -> Explanation | None:
    """The change of one metric in one segment (`metric|segment`); None where nothing was measured there."""
    metric, segment = subject.voice.split_key(key)
    effect = subject.outcome.effect(metric, segment)
    if effect is None:
        return None
    terms = population_terms(subject.reading, metric) if segment == EVERYONE else ()
    is_known = effect.difference is not None
    return Explanation(
        quantity=Quantity(KIND, key),
        title=subject.say("explain_effect", place=subject.place(metric, segment)),
        value=_value(subject, effect),
        span=_span(subject, effect),
        formula=subject.say("explain_effect_weighted" if terms else "explain_effect_formula"),
        lines=(_weighted(subject, effect, terms) if terms else _levels(subject, effect)) if is_known else (),
        remarks=_remarks(subject, effect),
        sources=_sources(subject, effect),
        units=(metric, segment),
        rests_on=subject.assumptions(_paths(subject, metric, segment, terms)),
    )


def _value(subject: Subject, effect: Effect) -> str:
    if effect.difference is None:
        return sentence_case(subject.voice.say_reason("why", effect.why))
    return with_unit(subject, effect.metric, subject.speaker.change(effect))


def _span(subject: Subject, effect: Effect) -> str:
    span = subject.speaker.interval_of(effect)
    return subject.say("explain_interval", span=span) if span else ""


def _levels(subject: Subject, effect: Effect) -> tuple[Line, ...]:
    """Before, after, and their difference, with digits at which the subtraction is right as it stands."""
    if effect.baseline is None or effect.candidate_value is None:
        return ()
    factor, numbers = unit_factor(subject, effect.metric), subject.speaker.numbers
    before, after = effect.baseline * factor, effect.candidate_value * factor
    digits = agreeing_digits((after, -before), after - before, fewest=_fewest(after - before, factor))
    texts = [numbers.decimal(value, digits) for value in (before, after)]
    change = numbers.decimal(after - before, digits, signed=True)
    counts = _event_counts(subject, effect)
    return (
        Line(sentence_case(subject.say("before")), _level(subject, effect, texts[0]), counts[0]),
        Line(sentence_case(subject.say("after")), _level(subject, effect, texts[1]), counts[1]),
        *_flips(subject, effect),
        Line(
            subject.say("explain_change"),
            with_unit(subject, effect.metric, change),
            f"{texts[1]} − {texts[0]}",
            is_total=True,
        ),
    )


def _fewest(change: float, factor: float) -> int:
    """Decimals that show a change at all: one for percent, two else, more for a change of a fraction of a cent."""
    usual = 1 if factor == 100 else 2
    return math.ceil(-math.log10(abs(change))) + 1 if 0 < abs(change) < 10**-usual else usual


def _level(subject: Subject, effect: Effect, text: str) -> str:
    if subject.voice.is_rate(effect.metric):
        return subject.voice.language.percent.format(number=text)
    return f"{text} {unit_word(subject, effect.metric)}".strip()


def _event_counts(subject: Subject, effect: Effect) -> tuple[str, str]:
    """ "1,498 of 2,400" where whole units were counted, else of how many units the mean is."""
    say, numbers = subject.say, subject.speaker.numbers
    told = []
    for level, n in ((effect.baseline, effect.n_baseline), (effect.candidate_value, effect.n_candidate)):
        events = (level or 0.0) * n
        is_count = subject.voice.is_rate(effect.metric) and abs(events - round(events)) < 1e-6
        count = numbers.whole(n)
        told.append(
            say("explain_of", part=numbers.whole(events), whole=count)
            if is_count
            else say("explain_mean_of", n=count, units=subject.voice.units(effect.metric))
        )
    return told[0], told[1]


def _flips(subject: Subject, effect: Effect) -> tuple[Line, ...]:
    """How many pairs changed for the better and for the worse."""
    if effect.fixed is None or effect.broken is None or not effect.n_pairs:
        return ()
    gained, lost = effect.fixed, effect.broken
    if (gained - lost) * (effect.difference or 0.0) < 0:
        gained, lost = lost, gained
    fixed, broken = (gained, lost) if subject.voice.metric(effect.metric).sign > 0 else (lost, gained)
    numbers = subject.speaker.numbers
    texts = {"fixed": numbers.whole(fixed), "broken": numbers.whole(broken)}
    stayed = numbers.whole(effect.n_pairs - fixed - broken)
    value = subject.say("explain_flips_value", **texts)
    return (Line(subject.say("explain_flips"), value, subject.say("explain_stayed", n=stayed)),)


def _weighted(subject: Subject, effect: Effect, terms: Sequence[PopulationTerm]) -> tuple[Line, ...]:
    """Each segment's share times its change, and the sum of it."""
    metric, numbers = effect.metric, subject.speaker.numbers
    factor = unit_factor(subject, metric)
    parts = [term.share * term.difference * factor for term in terms]
    total = sum(parts)
    digits = agreeing_digits(parts, total, fewest=2)
    lines = [
        Line(
            subject.speaker.segment(term.segment),
            numbers.decimal(part, digits, signed=True),
            f"{numbers.percent(term.share)} × {subject.signed(metric, term.difference)}",
            Quantity.of_cell(KIND, metric, term.segment),
        )
        for term, part in zip(terms, parts, strict=True)
    ]
    value = with_unit(subject, metric, numbers.decimal(total, digits, signed=True))
    return (*lines, Line(subject.speaker.segment(EVERYONE), value, is_total=True))


def _remarks(subject: Subject, effect: Effect) -> tuple[str, ...]:
    """How the interval was made, what state follows from it, and what it would take to know more."""
    found = []
    how = f"how_{effect.method}"
    if effect.interval is not None and subject.voice.language.has(how):
        found.append(subject.say(how))
    state = f"explain_state_{effect.state}"
    if effect.interval is not None and subject.voice.language.has(state):
        margin = subject.speaker.threshold(effect.metric, effect.margin)
        found.append(subject.say(state, margin=margin))
    more = subject.speaker.needs_more(effect) if effect.state == "cannot_tell" else ""
    return (*found, f"{sentence_case(more)}.") if more else tuple(found)


def _sources(subject: Subject, effect: Effect) -> tuple[str, ...]:
    say, numbers = subject.say, subject.speaker.numbers
    units = subject.voice.units(effect.metric)
    if effect.n_pairs is not None:
        counted = say("explain_pairs", n=numbers.whole(effect.n_pairs), units=units)
    else:
        sizes = {"n": numbers.whole(effect.n_baseline), "m": numbers.whole(effect.n_candidate)}
        counted = say("explain_unpaired", **sizes, units=units)
    groups = "" if effect.clusters is None else say("explain_clusters", n=numbers.whole(effect.clusters))
    return tuple(text for text in (counted, groups, sources_of(subject)) if text)


def _paths(subject: Subject, metric: str, segment: str, terms: Sequence[PopulationTerm]) -> list[str]:
    """The inputs that a measured change rests on: directions and segments that were proposed, volumes that weigh it."""
    assumed = subject.project.assumed
    own = [f"metrics/{metric}/{name}" for name in ("type", "better")]
    paths = [path for path in (*own, f"segments/{segment}") if path in assumed]
    if terms:
        paths += ["partition"] if "partition" in assumed else []
        weighs = subject.outcome.mix.source != "sample"
        paths += [f"exposure/{term.segment}" for term in terms] if weighs else []
    return paths
