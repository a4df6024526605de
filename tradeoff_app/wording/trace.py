"""The verdict's trace in words: each rule with what it saw, and each reason code."""

from __future__ import annotations

from collections.abc import Callable

from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.verdict import RuleOutcome
from tradeoff_app.wording import effects, findings, value
from tradeoff_app.wording.cells import limit
from tradeoff_app.wording.verdict import accepted_count, parse_reason, within_count
from tradeoff_app.wording.voice import Voice

_GROUPED = (
    "GATE_FAILED",
    "GATE_UNPROVEN",
    "MITIGATION_PENDING",
    "BLOCKED_BY_DECISION",
    "PRE_AGREED_MARGIN",
    "ACCEPTED",
    "REGRESSION_UNACCEPTED",
    "GUARDRAIL_INCONCLUSIVE",
)
_ASKED = {"BLOCKED": ("safety_gate",), "HOLD": ("safety_gate", "guardrail")}
"""Roles of the gates that a rule looks at, where it looks at gates alone."""
_SHIPPING = ("SHIP_WITH_ACCEPTED_REGRESSIONS", "SHIP")
MOST_NAMED = 5
"""Places that one reason names; a briefing's cards and tables hold the rest."""


def sentence(voice: Voice, rule: RuleOutcome, outcome: Outcome) -> str:
    """Title and detail in one line."""
    title, detail = parts(voice, rule, outcome)
    return voice.say("title_and_detail", title=title, detail=detail) if detail else title


def parts(voice: Voice, rule: RuleOutcome, outcome: Outcome) -> tuple[str, str]:
    """(title, detail): what holds or does not, and what that rests on."""
    detail = _DETAILS[rule.rule](voice, rule, outcome)
    accepted = voice.say("regressions_accepted", count=accepted_count(outcome))
    return voice.say(_title_key(rule, outcome), count=_count(rule, outcome), accepted=accepted), detail


def shown_parts(voice: Voice, rule: RuleOutcome, outcome: Outcome) -> tuple[str, str]:
    """(title, detail) for a list of rules, where one that was not reached claims nothing."""
    if is_reached(rule, outcome):
        return parts(voice, rule, outcome)
    return voice.say(f"rule_{rule.rule}_unreached"), voice.say("rule_SHIP_holds")


def is_reached(rule: RuleOutcome, outcome: Outcome) -> bool:
    """Whether the outcome of a rule is a finding of its own: what was accepted says nothing while answers are open."""
    return rule.applies or rule.rule not in _SHIPPING or outcome.verdict.recommendation in _SHIPPING


def _title_key(rule: RuleOutcome, outcome: Outcome) -> str:
    """The last rule always applies; it decides where no earlier one did."""
    applies = outcome.verdict.recommendation == "SHIP" if rule.rule == "SHIP" else rule.applies
    if rule.rule == "HOLD" and applies and all(code.startswith("BLOCKED_BY_DECISION") for code in rule.reasons):
        return "rule_HOLD_refused"
    if rule.rule == "SHIP_WITH_ACCEPTED_REGRESSIONS" and applies and within_count(outcome):
        return f"rule_{rule.rule}_{'both' if accepted_count(outcome) else 'within'}"
    return f"rule_{rule.rule}_{'applies' if applies else 'holds'}"


def is_stated(rule: RuleOutcome, outcome: Outcome) -> bool:
    """Whether a rule had anything to hold against: without a gate of its kind it stops nothing and passes nothing."""
    asked = _ASKED.get(rule.rule)
    return asked is None or any(result.role in asked for result in outcome.gates)


def reason(voice: Voice, code: str, outcome: Outcome | None = None) -> str:
    """A reason code in words, naming metric and segment; the detail says what is wrong with an acceptance."""
    parsed = parse_reason(code)
    key = f"reason_{parsed.code}"
    if not voice.language.has(key):
        return code
    metric, segment = voice.split_key(parsed.key)
    where = voice.cell(metric, segment) if parsed.key else _gaps(voice, parsed.code, outcome)
    text = voice.say(key, where=where, cause=findings.cause(voice, parsed.key)).rstrip(", ")
    detail = f"problem_{parsed.detail}"
    if parsed.detail and voice.language.has(detail):
        text = voice.say(
            "title_and_detail", title=text, detail=voice.say(detail, missing=_missing(voice, parsed.key, outcome))
        )
    return text


def _gaps(voice: Voice, code: str, outcome: Outcome | None) -> str:
    """Where missing rows decide, for the one reason that names no place itself."""
    if code != "MISSING_DATA_DECIDES" or outcome is None:
        return ""
    cells = [voice.cell(result.metric, result.segment) for result in outcome.gates if result.missing_decides]
    return voice.language.listed(list(dict.fromkeys(cells)))


def missing_fields(voice: Voice, fields: tuple[str, ...]) -> str:
    """Names of the fields that an acceptance still lacks."""
    names = [voice.say(f"field_{name}") if voice.language.has(f"field_{name}") else name for name in fields]
    return voice.language.listed(names) or voice.say("something")


def _missing(voice: Voice, key: str, outcome: Outcome | None) -> str:
    states = outcome.regressions if outcome else ()
    wanted = key.removesuffix("|*")
    fields = next((state.missing for state in states if state.key.removesuffix("|*") == wanted), ())
    return missing_fields(voice, fields)


def _count(rule: RuleOutcome, outcome: Outcome) -> int:
    if rule.rule == "SHIP_WITH_ACCEPTED_REGRESSIONS":
        return within_count(outcome) or accepted_count(outcome)
    return len(rule.reasons)


def _reasons(voice: Voice, rule: RuleOutcome, outcome: Outcome) -> str:
    """Reasons of one kind name all places that they hold for: "Refused: tone and tone (new writers)"."""
    kinds: dict[tuple[str, str], list[str]] = {}
    for code in rule.reasons:
        parsed = parse_reason(code)
        kinds.setdefault((parsed.code, parsed.detail), []).append(code)
    return "; ".join(_together(voice, codes, outcome) for codes in kinds.values())


def _together(voice: Voice, codes: list[str], outcome: Outcome) -> str:
    parsed = [parse_reason(code) for code in codes]
    key, detail = f"reason_{parsed[0].code}", parsed[0].detail
    if len(codes) < 2 or parsed[0].code not in _GROUPED or detail == "INCOMPLETE" or not voice.language.has(key):
        return "; ".join(reason(voice, code, outcome) for code in codes)
    many = f"{key}_many"
    where = named(voice, [voice.cell(*voice.split_key(each.key)) for each in parsed])
    text = voice.say(many if voice.language.has(many) else key, where=where)
    problem = f"problem_{detail}"
    if parsed[0].code != "REGRESSION_UNACCEPTED" or not voice.language.has(problem):
        return text
    return voice.say("title_and_detail", title=text, detail=voice.say(problem))


def named(voice: Voice, names: list[str]) -> str:
    """The places, the first few of many by name and the rest by number."""
    if len(names) <= MOST_NAMED:
        return voice.language.listed(names)
    left = voice.say("more_names", count=len(names) - MOST_NAMED + 1)
    return voice.language.listed([*names[: MOST_NAMED - 1], left])


def _invalid(voice: Voice, rule: RuleOutcome, outcome: Outcome) -> str:
    told = [item for item in outcome.findings if item.level == "fatal"] if rule.applies else []
    if told:
        return "; ".join(findings.cause(voice, item.code) for item in told)
    return findings.grade(voice, outcome.grade)


def _blocked(voice: Voice, _: RuleOutcome, outcome: Outcome) -> str:
    gates = [result for result in outcome.gates if result.gate.is_safety]
    if not gates:
        return voice.language.inside(voice.say("safety_none"))
    shown = [result for result in gates if result.state == "FAIL"] or gates
    passed = sum(result.state == "PASS" for result in gates)
    count = voice.say("gates_passing", passed=passed, total=len(gates))
    return "; ".join([count, *(_safety(voice, result) for result in shown[:2])])


def _safety(voice: Voice, result: GateResult) -> str:
    name = voice.cell(result.metric, result.segment)
    if result.gate.rule == "never_event" or result.bound is None:
        return _happened(voice, result, name)
    key = "bound_below" if voice.better(result.metric) == "higher" else "bound_above"
    bound, limit_text = (limit(voice, result.metric, number) for number in (result.bound, result.threshold))
    return voice.say(key, name=name, bound=bound, limit=limit_text)


def _happened(voice: Voice, result: GateResult, name: str) -> str:
    """How often it happened: a number of units, a share of what was repeated, or the level of what is no rate."""
    if result.counted_events is None:
        share = voice.say("not_measured") if result.observed is None else limit(voice, result.metric, result.observed)
        return voice.say("assumption", name=name, value=share)
    events, n = voice.numbers.whole(result.counted_events), voice.numbers.whole(result.n or 0)
    return voice.say("events_of", name=name, events=events, n=n)


def _regressions(voice: Voice, rule: RuleOutcome, outcome: Outcome) -> str:
    if rule.applies:
        return _reasons(voice, rule, outcome)
    names = [voice.cell(item.metric, item.segment) for item in outcome.regressions]
    if names:
        return voice.language.listed(names)
    beside = [voice.cell(effect.metric, effect.segment) for effect in outcome.swept_regressions]
    return voice.say("none_ruled", names=named(voice, beside)) if beside else voice.say("none_found")


def _hold(voice: Voice, rule: RuleOutcome, outcome: Outcome) -> str:
    if rule.applies:
        return _reasons(voice, rule, outcome)
    rails = [result for result in outcome.gates if _must_hold(result, outcome)]
    if not rails:
        return voice.say("no_guardrail")
    held = sum(result.state in ("NON_INFERIOR", "IMPROVED") for result in rails)
    return voice.say("rails_held", held=held, count=len(rails), total=len(rails))


def _must_hold(result: GateResult, outcome: Outcome) -> bool:
    """Guardrails in scope that no answered regression stands for."""
    answered = {item.key for item in outcome.regressions}
    return result.role == "guardrail" and not result.assumed and result.in_scope and result.key not in answered


def _no_case(voice: Voice, rule: RuleOutcome, outcome: Outcome) -> str:
    met = next((result for result in outcome.gates if is_gained(result)), None)
    if rule.applies:
        return _no_benefit(voice, rule, met, outcome)
    if met is None or met.effect is None:
        return value.worth_line(voice, outcome)
    return effects.short(voice, met.effect)


def is_gained(result: GateResult) -> bool:
    """Whether the gate is a goal in scope that is met, or moved towards."""
    return result.role == "target" and result.in_scope and result.state in ("MET", "IMPROVED")


def _no_benefit(voice: Voice, rule: RuleOutcome, met: GateResult | None, outcome: Outcome) -> str:
    """Why no benefit is shown: goals that are met may be the luck of many tries, or their raters agree too little."""
    if "NO_BENEFIT_SHOWN" not in rule.reasons:
        return _reasons(voice, rule, outcome)
    chance = next((item for item in outcome.findings if item.code == "goals_after_correction"), None)
    if chance is not None:
        return voice.say("no_benefit_correction", reached=chance.values["reached"], goals=chance.values["goals"])
    if met is not None:
        return voice.say("no_benefit_agreement", where=voice.cell(met.metric, met.segment))
    is_valued = outcome.value is not None or outcome.score is not None
    return _reasons(voice, rule, outcome) if is_valued else voice.say("no_benefit_unvalued")


def _ship_with(voice: Voice, _: RuleOutcome, outcome: Outcome) -> str:
    accepted = [item for item in outcome.regressions if item.is_accepted]
    within = [item for item in outcome.regressions if item.within_margin and not item.is_accepted]
    names = (
        voice.language.listed([voice.cell(item.metric, item.segment) for item in each]) for each in (accepted, within)
    )
    return "; ".join(name for name in names if name)


def _ship(voice: Voice, rule: RuleOutcome, outcome: Outcome) -> str:
    return _reasons(voice, rule, outcome)


_DETAILS: dict[str, Callable[[Voice, RuleOutcome, Outcome], str]] = {
    "INVALID": _invalid,
    "BLOCKED": _blocked,
    "NEEDS_ACCEPTANCE": _regressions,
    "HOLD": _hold,
    "NO_CASE": _no_case,
    "SHIP_WITH_ACCEPTED_REGRESSIONS": _ship_with,
    "SHIP": _ship,
}
