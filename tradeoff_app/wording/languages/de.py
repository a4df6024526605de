"""German: its signs, its small grammar, and every phrase."""

from __future__ import annotations

from tradeoff_app.wording.language import Language, Linting, Phrase
from tradeoff_app.wording.phrases.de_data import DATA_PHRASES
from tradeoff_app.wording.phrases.de_decisions import DECISION_PHRASES
from tradeoff_app.wording.phrases.de_explanations import EXPLANATION_PHRASES
from tradeoff_app.wording.phrases.de_figures import FIGURE_PHRASES
from tradeoff_app.wording.phrases.de_scenarios import SCENARIO_PHRASES

_BASES = {
    "query": "Anfragen",
    "inquiry": "Anfragen",
    "search": "Suchen",
    "session": "Sitzungen",
    "user": "Nutzer",
    "conversation": "Gespräche",
    "message": "Nachrichten",
    "month": "Monate",
    "item": "Fälle",
    "unit": "Fälle",
}


def pluralise(noun: str) -> str:
    """The German plural of a usual basis; any other stays as it is, because its plural can't be guessed."""
    return _BASES.get(noun.casefold(), noun)


def with_article(noun: str) -> str:
    """Nothing: the article needs a gender and a case that nobody stated, so that nouns are counted instead."""
    return noun[:0]


def inside(label: str) -> str:
    """A label inside a sentence as it is: German nouns keep their capital."""
    return label


def of_segment(label: str) -> str:
    """A segment behind a unit noun, in quotes, because its case can't be known."""
    return f"bei „{label}“"


def named(label: str) -> str:
    """A segment in quotes."""
    return f"„{label}“"


_NUMBERS: dict[str, Phrase] = {
    "or": "{first} oder {last}",
    "and": "{first} und {last}",
    "fewer_than_one": "weniger als 1",
    "less_than_one": "weniger als 1",
    "fewer_than_one_fewer": "um weniger als 1 weniger",
    "less_than": "weniger als {value}",
    "more_than": "mehr als {value}",
    "seconds": "{s} s",
    "minutes": "{m} min {s} s",
    "hours": "{h} h {m} min {s} s",
    "interval": "{low} bis {high}",
    "virtually_certain": "so gut wie sicher",
    "very_likely": "sehr wahrscheinlich",
    "likely": "wahrscheinlich",
    "as_likely_as_not": "etwa so wahrscheinlich wie nicht",
    "unlikely": "unwahrscheinlich",
    "very_unlikely": "sehr unwahrscheinlich",
    "exceptionally_unlikely": "außerordentlich unwahrscheinlich",
    "number_1": "einer",
    "number_2": "zwei",
    "number_3": "drei",
    "number_4": "vier",
    "number_5": "fünf",
    "more": "{amount} mehr",
    "fewer": "{amount} weniger",
    "more_word": "mehr",
    "fewer_word": "weniger",
    "higher": "höher",
    "lower": "niedriger",
    "longer": "länger",
    "shorter": "kürzer",
    "amount_and_word": "{amount} {word}",
    "unchanged": "gleich",
    "points": ("{points} Prozentpunkt", "{points} Prozentpunkte"),
    "short_points": "Punkte",
    "percent_of": "% der {units}",
    "percent_per": "% je {units}",
    "unit_seconds": "s",
    "item": "Fall",
    "items": "Fälle",
    "everyone": "Alle Nutzer",
    "everyone_as_measured": "alle Nutzer wie gemessen, nicht nach Menge gewichtet",
    "everyone_inside": "alle Nutzer",
    "quoted": "„{name}“",
    "with_name": "mit „{name}“",
    "nothing": "nichts",
    "something": "etwas",
    "yes": "ja",
    "no": "nein",
    "not_known": "nicht bekannt",
    "not_measured": "nicht gemessen",
    "not_stated": "nicht angegeben",
    "lint_one_in_n": "Auf je 100 oder 1.000 beziehen: derselbe Nenner auf beiden Seiten.",
    "lint_vague_number": "Die Zahl und ihr Intervall nennen.",
    "lint_slanted_number": "Das Wort ergreift Partei: die Zahl und ihr Intervall nennen.",
    "lint_certainty": "Stattdessen die Grenze nennen, die die Daten zulassen.",
    "lint_no_difference": "„Keine klare Änderung“ und beide Enden des Intervalls nennen.",
    "lint_significant": "Sagen, wie groß die Änderung ist, und ihr Intervall nennen.",
    "lint_trend": "Sagen, dass es noch offen ist, und was es bräuchte.",
    "lint_relative_only": "Zuerst die absolute Änderung; die relative darf in Klammern folgen.",
    "lint_hidden_interval": "Beide Enden des Intervalls nennen.",
    "lint_month_without_exposure": "Sagen, wovon es ein Monat ist, oder den Anteil auf je 1.000.",
    "lint_false_precision": "Mehr als zwei Stellen trägt eine Schätzung nicht.",
    "title_and_detail": "{title}: {detail}",
}

_EFFECTS: dict[str, Phrase] = {
    "rate": "Auf je {denominator} {units}: {happens} {details}.",
    "happens_event": "{number} {what} {word}",
    "happens_predicate": "{number} {word} {what}",
    "rate_details": "(von {before} auf {after}; 95-%-Intervall {interval}; {points} Prozentpunkte)",
    "rate_short": "Auf je {denominator} {units}: {happens} ({interval})",
    "rate_phrase": "{happens} auf je {denominator} {units} {details}",
    "rate_phrase_short": "{happens} auf je {denominator} {units}",
    "rate_unclear": (
        "Keine klare Änderung bei {subject}: die Daten passen zu allem von {span} auf je {denominator} {units} "
        "(beste Schätzung {best})."
    ),
    "rate_unclear_short": "Keine klare Änderung bei {subject}: alles von {span} auf je {denominator} {units}",
    "rate_unclear_phrase": "keine klare Änderung bei {subject} (alles von {span} auf je {denominator} {units})",
    "monthly": "Das sind geschätzt {amount} je Monat (95-%-Intervall {low} bis {high}).",
    "monthly_few": "Das sind {amount} je Monat (95-%-Intervall {low} bis {high}).",
    "monthly_unclear": "Das sind {span} je Monat.",
    "interval_name": "95-%-Intervall",
    "interval_name_plain": "95-Prozent-Intervall",
    "on_the_scale": " auf der Skala {scale}",
    "amount": "{name} ist {change} {word}{scale} (von {before} auf {after}; {interval_name} {interval} {word}).",
    "amount_short": "{name} ist {change} {word} ({interval})",
    "amount_phrase": "{name} {change} {word}{scale} (von {before} auf {after}; {interval_name} {interval} {word})",
    "amount_phrase_brief": "{name} {change} {word}",
    "amount_unclear": (
        "Keine klare Änderung bei {name}{scale}: die Daten passen zu allem von {span} "
        "(beste Schätzung {best}, von {before} auf {after})."
    ),
    "amount_unclear_short": "Keine klare Änderung bei {name}: alles von {span}",
    "amount_unclear_phrase": "keine klare Änderung bei {name} (alles von {span})",
    "inside_margin": "Der vereinbarte Spielraum ({margin}) wird eingehalten.",
    "effect_not_measured": "{name}: nicht gemessen ({reason}).",
    "effect_without_interval": (
        "{name}: nicht zu sagen aus {n} Fall ({reason}).",
        "{name}: nicht zu sagen aus {n} Fällen ({reason}).",
    ),
    "gate_without_interval": ("Aus {n} Fall: {reason}", "Aus {n} Fällen: {reason}"),
    "why_no_people": "Änderungen dieser Messgröße ergeben keine Anzahl von Menschen",
    "why_volume_elsewhere": "für das, woran Geld hängt, ist keine Monatsmenge angegeben",
    "why_volume_partial": "keine Monatsmenge angegeben für {segments}",
    "why_volume_used_up": "die Mengen der anderen Segmente lassen von der Gesamtmenge nichts übrig für {segments}",
    "no_volume": "Monatsmenge nicht angegeben",
    "people": "{amount} je Monat ({span})",
    "people_unclear": "alles von {span} je Monat",
    "detectable": "eine wahre Änderung von {change} zeigte sich in 8 von 10 solchen Vergleichen",
    "needs_many": "zur Entscheidung wären mehr als 100-mal so viele {units} nötig",
    "needs_more": "geschätzt {times}-mal so viele {units} würden es entscheiden",
    "why_fewer_than_15_units": "weniger als 15 Fälle erlauben keine Statistik",
    "why_one_cluster": "eine einzige unabhängige Gruppe reicht nicht für ein Intervall",
    "why_one_unit": "ein einziger Fall reicht nicht für ein Intervall",
    "why_same_quantile": "die Werte an dieser Stelle der Verteilung sind gleich, wie immer man zieht",
    "why_quantile_out_of_reach": "zu wenige Fälle für dieses Quantil",
    "why_segments_unmeasured": "mehr als 5 % der Monatsmenge wurden nicht gemessen",
    "why_no_variation": "alle Werte sind gleich, daher gibt es kein Intervall",
    "why_no_money": "kein Geldwert angegeben",
    "why_no_price": "es ist noch kein Preis angegeben",
    "why_no_volume": "keine Monatsmenge angegeben",
    "why_no_exposure": "keine Monatsmenge angegeben",
    "why_no_swing": "keine Gewichte angegeben",
    "why_no_contribution": "es trägt nichts zum Wert bei",
    "why_out_of_range": "es müsste außerhalb des Möglichen liegen",
    "why_no_weight_changes_it": "kein Gewicht dieser Messgröße ändert die Antwort",
    "why_type_not_supported": "ihre Art wird noch nicht unterstützt",
    "why_no_data": "es gibt keine Zeilen dafür",
    "why_no_direction": "niemand hat gesagt, welche Richtung besser ist",
    "why_no_rollout": "niemand bekommt den Kandidaten",
    "reason_at": "{reason} ({place})",
}

_STATES: dict[str, Phrase] = {
    "state_better": "Besser",
    "state_worse": "Schlechter",
    "state_no_worse": "Nicht schlechter",
    "state_cannot_tell": "Offen",
    "state_not_measured": "Nicht gemessen",
    "state_accepted": "Akzeptiert",
    "state_unproven": "Unbewiesen",
    "state_PASS": "Bestanden",
    "state_FAIL": "Verfehlt",
    "state_INCONCLUSIVE": "Offen",
    "state_NO_DATA": "Nicht gemessen",
    "state_INVALID": "Ungültig",
    "state_IMPROVED": "Besser",
    "state_BREACHED": "Schlechter",
    "state_REGRESSED": "Schlechter",
    "state_REGRESSED_WITHIN_MARGIN": "Im Spielraum",
    "state_NON_INFERIOR": "Nicht schlechter",
    "state_MET": "Erreicht",
    "state_DETERIORATED": "Schlechter",
    "state_NO_MATERIAL_CHANGE": "Kaum oder nicht verändert",
    "state_MISSED": "Nicht erreicht",
}

_GATES: dict[str, Phrase] = {
    "gate_never": "{name} darf nie vorkommen",
    "gate_ceiling": "{name} muss bei höchstens {limit} bleiben",
    "gate_floor": "{name} muss bei mindestens {limit} bleiben",
    "gate_target": "{name} muss {limit} erreichen",
    "gate_target_low": "{name} muss auf {limit} sinken",
    "gate_superiority": "{name} muss um mehr als {margin} besser werden",
    "gate_superiority_any": "{name} muss besser werden",
    "gate_margin": "{name} darf nicht um mehr als {margin} schlechter werden",
    "relative_margin": "{share} des vorigen Werts",
    "gate_called": "Schranke für {name}",
    "gate_result": "{name}: {state}. {evidence}.",
    "gate_no_data": "Es gibt keine Messung, nach der zu urteilen wäre",
    "gate_observed": "Gemessen {observed}",
    "gate_target_evidence": "Gemessen {observed}, Ziel {limit}",
    "gate_limit": "Grenze {limit}",
    "gate_change": "{change}",
    "gate_change_margin": "{change}; Spielraum {margin}",
    "gate_change_goal": "{change}; Ziel {margin}",
    "gate_change_band": "{change}; innerhalb des vereinbarten Bandes ({margin})",
    "no_event": "0-mal {event} in {n} {units}",
    "no_event_named": "0 von {n} {units} mit „{name}“",
    "events": "{events} {event} in {n} {units}",
    "events_averaged": "{event}: {share} im Mittel über die Wiederholungen von {n} {units}",
    "not_ruled_out": "ein wahrer Anteil von {count} auf je {denominator} ist nicht ausgeschlossen (95-%-Grenze)",
    "bound_ceiling": "der wahre Wert liegt bei höchstens {bound} (95-%-Grenze)",
    "bound_floor": "der wahre Wert liegt bei mindestens {bound} (95-%-Grenze)",
    "bound_above": "{name} höchstens {bound}, Grenze {limit}",
    "bound_below": "{name} mindestens {bound}, Grenze {limit}",
    "events_of": "{name} {events} von {n}",
}

_LINTING = Linting(
    forbidden=(
        ("one_in_n", r"\b(?:1|einer|eine|eines) unter \d|\bjede[rs]? \d+\."),
        ("vague_number", r"\b(?:ungefähr|etwa|circa|ca\.|rund)\s+[\d$€£]"),
        ("slanted_number", r"\b(?:bis zu|nur|lediglich|bloß|ganze)\s+[\d$€£]"),
        ("certainty", r"\b(?:kein Risiko|garantier\w*|bewiesen|völlig sicher)\b"),
        ("no_difference", r"\bkeine?n? (?:Unterschied|Wirkung|Effekt|Änderung|Auswirkung)\b"),
        ("significant", r"\b(?:statistisch )?(?<!in)signifikant\w*"),
        ("trend", r"\btendenziell\b|\bTrend zu"),
    ),
    relative=r"\d\s?%\s+(?:mehr|weniger|höher|niedriger|besser|schlechter)\b|"
    r"\b(?:um)\s+[\d,]+\s?%\s+(?:gestiegen|gesunken|verbessert|verschlechtert|höher|niedriger)",
    absolute=r"Prozentpunkte?|\bauf je\b|\bvon\s+[\d,]+\s?%\s+auf\b",
    change=r"\d\s+(?:\w+ )?(?:mehr|weniger|höher|niedriger|länger|kürzer)\b",
    interval=r"intervall|alles von|allem von",
    span=r"\d[^()]* bis [^()]*\d",
    levels=r"\bvon [\d$€£][^;()]*? auf [^;(),]*",
    monthly=r"\d (?:mehr|weniger) (?:je|pro|im) Monat",
    exposure=r"\bauf je\b|\bvon [\d.]+ \w+",
    estimated="geschätzt",
)

GERMAN = Language(
    code="de",
    name="Deutsch",
    thousands=".",
    decimal=",",
    percent="{number} %",
    money="{number} {symbol}",
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
        *("September", "Oktober", "November", "Dezember"),
    ),
    date="{day}. {month} {year}",
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
