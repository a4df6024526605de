"""English: its signs, its small grammar, and every phrase."""

from __future__ import annotations

import re

from tradeoff_app.wording.english_words import PLURALS, is_common
from tradeoff_app.wording.language import Language, Linting, Phrase
from tradeoff_app.wording.phrases.en_data import DATA_PHRASES
from tradeoff_app.wording.phrases.en_decisions import DECISION_PHRASES
from tradeoff_app.wording.phrases.en_explanations import EXPLANATION_PHRASES
from tradeoff_app.wording.phrases.en_figures import FIGURE_PHRASES
from tradeoff_app.wording.phrases.en_scenarios import SCENARIO_PHRASES

_VOWEL_SOUND = re.compile(r"^(?!(?:uni|use|usa|eu|one\b|once\b))[aeiou]|^(?:hour|honest|heir)", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiouy]")
_ODD = re.compile(r"(?:[^u]s|sr|[jqv])$")
_NAMES = frozenset(
    (
        *("I", "Europe", "Asia", "Africa", "America", "Germany", "France", "English", "German", "French", "Spanish"),
        *("Italian", "Dutch", "Portuguese", "Chinese", "Japanese", "Korean", "Arabic", "Hindi", "Russian", "Turkish"),
        *("Polish", "European", "American", "Asian", "African", "British", "Indian", "Canadian", "Australian"),
        *("Brazilian", "Mexican", "Swiss", "Austrian", "January", "February", "March", "April", "June", "July"),
        *("August", "September", "October", "November", "December", "Monday", "Tuesday", "Wednesday", "Thursday"),
        *("Friday", "Saturday", "Sunday"),
    )
)


def pluralise(noun: str) -> str:
    """The plural of a basis such as "query"; what is no English word ("sess", "us", "q") stays as somebody wrote it."""
    word = re.split(r"[^A-Za-z]", noun)[-1]
    if word in PLURALS:
        return noun[: len(noun) - len(word)] + PLURALS[word]
    if word.endswith("ysis"):
        return f"{noun[:-2]}es"
    if not word.islower() or len(word) < 3 or _ODD.search(word) or not _VOWEL.search(word):
        return noun
    if re.search(r"[^aeiou]y$", word):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if re.search(r"(?:us|x|z|ch|sh)$", word) else f"{noun}s"


def with_article(noun: str) -> str:
    """ "an irrelevant answer", "a user", "an hour"."""
    return f"{'an' if _VOWEL_SOUND.match(noun) else 'a'} {noun}"


def inside(label: str) -> str:
    """A label inside a sentence: "rare queries"; names, abbreviations, codes and foreign words stay as they are."""
    first, *rest = label.split(" ")
    word, *joined = re.split(r"[-/’']", first)
    if label.startswith("A ") and rest[0].islower():
        return "a" + label[1:]
    is_plain = word.isascii() and word.isalpha() and word[1:].islower() and word not in _NAMES
    has_names = any(part[:1].isupper() and part[1:].islower() for part in rest) or any(map(_has_capital, joined))
    is_english = len(word) > 1 and (bool(rest) or is_common(word))
    return label[:1].lower() + label[1:] if is_plain and is_english and not has_names else label


def _has_capital(text: str) -> bool:
    return text != text.lower()


def of_segment(label: str) -> str:
    """A segment behind a unit noun: "of other users", "of the primary persona", "in “tail”"."""
    name = named(label)
    return f"in {name}" if name.startswith("“") else f"of {name}"


def named(label: str) -> str:
    """A segment with its article: "other users", "the primary persona"; codes and single words in quotes."""
    plain = inside(label)
    words = plain.split(" ")
    is_phrase = all(word.isalpha() for word in words) and plain[:1].islower()
    if is_phrase and words[-1].endswith("s") and not words[-1].endswith("ss"):
        return plain
    return f"the {plain}" if is_phrase and len(words) > 1 else f"“{label}”"


_NUMBERS: dict[str, Phrase] = {
    "or": "{first} or {last}",
    "and": "{first} and {last}",
    "fewer_than_one": "fewer than 1",
    "less_than_one": "less than 1",
    "fewer_than_one_fewer": "less than 1 fewer",
    "less_than": "less than {value}",
    "more_than": "more than {value}",
    "seconds": "{s} s",
    "minutes": "{m} min {s} s",
    "hours": "{h} h {m} min {s} s",
    "interval": "{low} to {high}",
    "virtually_certain": "virtually certain",
    "very_likely": "very likely",
    "likely": "likely",
    "as_likely_as_not": "about as likely as not",
    "unlikely": "unlikely",
    "very_unlikely": "very unlikely",
    "exceptionally_unlikely": "exceptionally unlikely",
    "number_1": "one",
    "number_2": "two",
    "number_3": "three",
    "number_4": "four",
    "number_5": "five",
    "more": "{amount} more",
    "fewer": "{amount} fewer",
    "more_word": "more",
    "fewer_word": "fewer",
    "higher": "higher",
    "lower": "lower",
    "longer": "longer",
    "shorter": "shorter",
    "amount_and_word": "{amount} {word}",
    "unchanged": "unchanged",
    "points": ("{points} percentage point", "{points} percentage points"),
    "short_points": "points",
    "percent_of": "% of {units}",
    "percent_per": "% of {units}",
    "unit_seconds": "s",
    "item": "item",
    "items": "items",
    "everyone": "All users",
    "everyone_as_measured": "all users as evaluated, not weighted by volume",
    "everyone_inside": "all users",
    "quoted": "“{name}”",
    "with_name": "with “{name}”",
    "nothing": "nothing",
    "something": "something",
    "yes": "yes",
    "no": "no",
    "not_known": "not known",
    "not_measured": "not measured",
    "not_stated": "not stated",
    "lint_one_in_n": "Say it for every 100 or 1,000: the same denominator on both sides.",
    "lint_vague_number": "Give the number and its interval.",
    "lint_slanted_number": "The word takes sides: give the number and its interval.",
    "lint_certainty": "Say the bound that the data allow instead.",
    "lint_no_difference": "Say “no clear change” and both ends of the interval.",
    "lint_significant": "Say how large the change is and its interval.",
    "lint_trend": "Say that it can’t be told yet, and what it would take.",
    "lint_relative_only": "Say the absolute change first; the relative one may follow in brackets.",
    "lint_hidden_interval": "Say both ends of the interval.",
    "lint_month_without_exposure": "Say what it is a month of, or the rate for every 1,000.",
    "lint_false_precision": "Two figures are what an estimate can carry.",
    "title_and_detail": "{title}: {detail}",
}

_EFFECTS: dict[str, Phrase] = {
    "rate": "For every {denominator} {units}, {happens} {details}.",
    "happens_event": "{number} {word} {what}",
    "happens_predicate": "{number} {word} {what}",
    "rate_details": "(from {before} to {after}; 95% interval {interval}; {points} percentage points)",
    "rate_short": "For every {denominator} {units}, {happens} ({interval})",
    "rate_phrase": "{happens} for every {denominator} {units} {details}",
    "rate_phrase_short": "{happens} for every {denominator} {units}",
    "rate_unclear": (
        "No clear change in {subject}: the data fit anything from {span} for every {denominator} {units} "
        "(best estimate {best})."
    ),
    "rate_unclear_short": "No clear change in {subject}: anything from {span} for every {denominator} {units}",
    "rate_unclear_phrase": "no clear change in {subject} (anything from {span} for every {denominator} {units})",
    "monthly": "That is an estimated {amount} each month (95% interval {low} to {high}).",
    "monthly_few": "That is {amount} each month (95% interval {low} to {high}).",
    "monthly_unclear": "That is {span} each month.",
    "interval_name": "95% interval",
    "interval_name_plain": "95 percent interval",
    "on_the_scale": " on the scale {scale}",
    "amount": "{name} is {change} {word}{scale} (from {before} to {after}; {interval_name} {interval} {word}).",
    "amount_short": "{name} is {change} {word} ({interval})",
    "amount_phrase": "{name} {change} {word}{scale} (from {before} to {after}; {interval_name} {interval} {word})",
    "amount_phrase_brief": "{name} {change} {word}",
    "amount_unclear": (
        "No clear change in {name}{scale}: the data fit anything from {span} "
        "(best estimate {best}, from {before} to {after})."
    ),
    "amount_unclear_short": "No clear change in {name}: anything from {span}",
    "amount_unclear_phrase": "no clear change in {name} (anything from {span})",
    "inside_margin": "The agreed margin of {margin} is kept.",
    "effect_not_measured": "{name}: not measured ({reason}).",
    "effect_without_interval": (
        "{name}: can’t tell from {n} unit ({reason}).",
        "{name}: can’t tell from {n} units ({reason}).",
    ),
    "gate_without_interval": ("From {n} unit: {reason}", "From {n} units: {reason}"),
    "why_no_people": "changes of this metric do not add up to a number of people",
    "why_volume_elsewhere": "no monthly volume is stated for what money is put on",
    "why_volume_partial": "no monthly volume is stated for {segments}",
    "why_volume_used_up": "the volumes of the other segments leave nothing of the stated total for {segments}",
    "no_volume": "monthly volume not stated",
    "people": "{amount} each month ({span})",
    "people_unclear": "anything from {span} each month",
    "detectable": "a true change of {change} would be seen in 8 of 10 such comparisons",
    "needs_many": "more than 100 times as many {units} would be needed to decide",
    "needs_more": "an estimated {times} times as many {units} would decide",
    "why_fewer_than_15_units": "fewer than 15 units allow no statistics",
    "why_one_cluster": "one independent group is not enough for an interval",
    "why_one_unit": "one unit is not enough for an interval",
    "why_same_quantile": "the values at this point of the distribution are the same however the data are drawn",
    "why_quantile_out_of_reach": "too few units for this quantile",
    "why_segments_unmeasured": "more than 5% of the monthly volume was not measured",
    "why_no_variation": "all values are the same, so no interval can be given",
    "why_no_money": "no money value is stated",
    "why_no_price": "no price is stated yet",
    "why_no_volume": "no monthly volume is stated",
    "why_no_exposure": "no monthly volume is stated",
    "why_no_swing": "no weights are stated",
    "why_no_contribution": "it adds nothing to the value",
    "why_out_of_range": "it would have to lie outside what is possible",
    "why_no_weight_changes_it": "no weight on this metric changes the answer",
    "why_type_not_supported": "its type is not yet supported",
    "why_no_data": "there are no rows for it",
    "why_no_direction": "nobody said which direction is better",
    "why_no_rollout": "nobody gets the candidate",
    "reason_at": "{reason} ({place})",
}

_STATES: dict[str, Phrase] = {
    "state_better": "Better",
    "state_worse": "Worse",
    "state_no_worse": "No worse",
    "state_cannot_tell": "Can’t tell",
    "state_not_measured": "Not measured",
    "state_accepted": "Accepted",
    "state_unproven": "Unproven",
    "state_PASS": "Pass",
    "state_FAIL": "Fail",
    "state_INCONCLUSIVE": "Can’t tell",
    "state_NO_DATA": "Not measured",
    "state_INVALID": "Not valid",
    "state_IMPROVED": "Better",
    "state_BREACHED": "Worse",
    "state_REGRESSED": "Worse",
    "state_REGRESSED_WITHIN_MARGIN": "Within margin",
    "state_NON_INFERIOR": "No worse",
    "state_MET": "Met",
    "state_DETERIORATED": "Worse",
    "state_NO_MATERIAL_CHANGE": "Little to no change",
    "state_MISSED": "Missed",
}

_GATES: dict[str, Phrase] = {
    "gate_never": "{name} must never happen",
    "gate_ceiling": "{name} must stay at or below {limit}",
    "gate_floor": "{name} must stay at or above {limit}",
    "gate_target": "{name} must reach {limit}",
    "gate_target_low": "{name} must come down to {limit}",
    "gate_superiority": "{name} must get better by more than {margin}",
    "gate_superiority_any": "{name} must get better",
    "gate_margin": "{name} must not get worse by more than {margin}",
    "relative_margin": "{share} of its level before",
    "gate_called": "Gate on {name}",
    "gate_result": "{name}: {state}. {evidence}.",
    "gate_no_data": "There is no measurement to judge it by",
    "gate_observed": "Measured {observed}",
    "gate_target_evidence": "Measured {observed}, target {limit}",
    "gate_limit": "limit {limit}",
    "gate_change": "{change}",
    "gate_change_margin": "{change}; margin {margin}",
    "gate_change_goal": "{change}; goal {margin}",
    "gate_change_band": "{change}; inside the agreed band of {margin}",
    "no_event": "No {event} in {n} {units}",
    "no_event_named": "None of {n} {units} with “{name}”",
    "events": "{events} {event} in {n} {units}",
    "events_averaged": "{event}: {share} on average over the repeats of {n} {units}",
    "not_ruled_out": "a true rate of {count} in every {denominator} is not ruled out (95% bound)",
    "bound_ceiling": "the true level is at most {bound} (95% bound)",
    "bound_floor": "the true level is at least {bound} (95% bound)",
    "bound_above": "{name} at most {bound}, limit {limit}",
    "bound_below": "{name} at least {bound}, limit {limit}",
    "events_of": "{name} {events} of {n}",
}

_LINTING = Linting(
    forbidden=(
        ("one_in_n", r"\b1 in \d"),
        ("vague_number", r"\b(?:approximately|roughly|around|about)\s+[\d$€£]"),
        ("slanted_number", r"\b(?:up to|as many as|as low as|only|just|merely)\s+[\d$€£]"),
        ("certainty", r"\b(?:no risk|zero risk|guarantee[ds]?|proven|completely safe)\b"),
        ("no_difference", r"\bno (?:difference|effect|impact|change)\b"),
        ("significant", r"\b(?:statistically )?significant(?:ly)?\b"),
        ("trend", r"\btrend(?:ing|s)? toward"),
    ),
    relative=r"\d\s?%\s+(?:more|fewer|less|higher|lower|increase|decrease|rise|drop|fall|better|worse)\b|"
    r"\b(?:up|down|increase[sd]?|decrease[sd]?|rose|fell|improve[sd]?|dropped)(?:\s+by)?\s+[\d.]+\s?%",
    absolute=r"percentage points?|\bfor every\b|\bfrom\s+[\d.]+\s?%\s+to\b",
    change=r"\d\s+(?:\w+ )?(?:more|fewer|higher|lower|longer|shorter)\b",
    interval=r"interval|anything from",
    span=r"\d[^()]* to [^()]*\d",
    levels=r"\bfrom [\d$€£][^;()]*? to [^;(),]*",
    monthly=r"\d (?:more|fewer) (?:each|a|per) month",
    exposure=r"\bfor every\b|\bof [\d,]+ \w+",
    estimated="estimated",
)

ENGLISH = Language(
    code="en",
    name="English",
    thousands=",",
    decimal=".",
    percent="{number}%",
    money="{symbol}{number}",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    date="{day} {month} {year}",
    pluralise=pluralise,
    with_article=with_article,
    inside=inside,
    of_segment=of_segment,
    named=named,
    phrases={
        **_NUMBERS,
        **_EFFECTS,
        **_STATES,
        **_GATES,
        **DATA_PHRASES,
        **DECISION_PHRASES,
        **EXPLANATION_PHRASES,
        **FIGURE_PHRASES,
        **SCENARIO_PHRASES,
    },
    linting=_LINTING,
)
