"""The verdict bar in words: recommendation, safety, and what users lose."""

from __future__ import annotations

from dataclasses import dataclass

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.verdict import RegressionState
from tradeoff_app.wording import effects, findings
from tradeoff_app.wording.voice import Voice

_DETAILS = frozenset(
    {
        *("NONE", "INCOMPLETE", "EXPIRED", "STALE", "EXCEEDS", "NO_DATA", "INCONCLUSIVE", "INVALID"),
        *("MITIGATION_PENDING", "BLOCKED_BY_DECISION"),
    }
)


@dataclass(frozen=True)
class Reason:
    """A reason code taken apart: `REGRESSION_UNACCEPTED:irrelevant|tail:EXPIRED`."""

    code: str
    key: str
    detail: str


def parse_reason(text: str) -> Reason:
    """Code, `metric|segment` and detail of a reason; empty where it has none. Ids may hold colons themselves."""
    code, _, rest = text.partition(":")
    head, _, tail = rest.rpartition(":")
    if tail in _DETAILS:
        return Reason(code, head, tail)
    return Reason(code, rest, "")


def title(voice: Voice, outcome: Outcome) -> str:
    """The recommendation with what makes it, short enough for the verdict bar."""
    titles = {
        "INVALID": _invalid,
        "BLOCKED": _blocked,
        "NEEDS_ACCEPTANCE": _needs_acceptance,
        "HOLD": _hold,
        "NO_CASE": _no_case,
        "SHIP_WITH_ACCEPTED_REGRESSIONS": _ship_with,
    }
    make = titles.get(outcome.verdict.recommendation)
    return voice.say("verdict_SHIP") if make is None else make(voice, outcome)


def safety_line(voice: Voice, outcome: Outcome) -> str:
    """How many safety gates pass; a failing or unproven one is named."""
    gates = [result for result in outcome.gates if result.gate.is_safety]
    if not gates:
        return voice.say("safety_none" if voice.project.gates else "safety_unstated")
    passed = sum(result.state == "PASS" for result in gates)
    failing = [result for result in gates if result.state == "FAIL"]
    open_ones = [result for result in gates if result.state not in ("PASS", "FAIL")]
    fields = {"passed": passed, "total": len(gates), "count": len(gates)}
    for key, results in (("safety_fail", failing), ("safety_unproven", open_ones)):
        if results:
            names = [voice.cell(result.metric, result.segment) for result in results]
            return voice.say(key, names=voice.language.listed(names), **fields)
    return voice.say("safety_pass", **fields)


def loss_line(voice: Voice, outcome: Outcome) -> str:
    """The regression that hits most people (else the first), short; or that none was found."""
    if not outcome.regressions:
        losses = [effect for effect in outcome.swept_regressions if effect.candidate == outcome.candidate]
        if losses:
            return effects.short(voice, losses[0])
        return voice.say("no_loss_found" if outcome.effects else "not_measured")
    text = effects.short(voice, _worst(outcome).effect)
    others = len(outcome.regressions) - 1
    return text if not others else voice.say("and_others", text=text, count=others)


def told_loss(outcome: Outcome) -> Effect | None:
    """The effect that the loss line is about; None where no loss was found."""
    if outcome.regressions:
        return _worst(outcome).effect
    return next((effect for effect in outcome.swept_regressions if effect.candidate == outcome.candidate), None)


def _worst(outcome: Outcome) -> RegressionState:
    return max(outcome.regressions, key=lambda item: abs((item.people_per_month or (0.0,))[0]))


def accepted_count(outcome: Outcome) -> int:
    """How many regressions are covered by a valid acceptance."""
    return sum(item.is_accepted for item in outcome.regressions)


def within_count(outcome: Outcome) -> int:
    """How many regressions lie inside a margin that was agreed before, without an acceptance."""
    return sum(item.within_margin and not item.is_accepted for item in outcome.regressions)


def _ship_with(voice: Voice, outcome: Outcome) -> str:
    accepted, within = accepted_count(outcome), within_count(outcome)
    if not accepted:
        return voice.say("ship_within", count=max(1, within))
    if not within:
        return voice.say("ship_accepted", count=accepted)
    return voice.say("ship_both", accepted=voice.say("accepted_regressions", count=accepted), count=within)


def open_regressions(outcome: Outcome) -> list[RegressionState]:
    """Regressions without an answer that holds, and outside the margin that was agreed."""
    return [item for item in outcome.regressions if not item.is_accepted and not item.within_margin]


def unlimited_losses(outcome: Outcome) -> list[Effect]:
    """What is clearly worse where nobody stated a limit or margin of any kind, so that no rule could stop it."""
    if any(result.role in ("safety_gate", "guardrail") and not result.assumed for result in outcome.gates):
        return []
    return [effect for effect in outcome.swept_regressions if effect.candidate == outcome.candidate]


def _needs_acceptance(voice: Voice, outcome: Outcome) -> str:
    return voice.say("verdict_NEEDS_ACCEPTANCE", count=max(1, len(open_regressions(outcome))))


def _blocked(voice: Voice, outcome: Outcome) -> str:
    failing = sum(result.gate.is_safety and result.state == "FAIL" for result in outcome.gates)
    return voice.say("verdict_BLOCKED", count=max(1, failing))


def _invalid(voice: Voice, outcome: Outcome) -> str:
    fatal = next((finding for finding in outcome.findings if finding.level == "fatal"), None)
    if fatal is None:
        return voice.say("verdict_INVALID_plain")
    return voice.say("verdict_INVALID", cause=findings.cause(voice, fatal.code))


def _hold(voice: Voice, outcome: Outcome) -> str:
    reasons = [parse_reason(text) for text in outcome.verdict.reasons]
    by_code = {reason.code: reason for reason in reversed(reasons)}
    if "GATE_UNPROVEN" in by_code:
        return voice.say("hold_unproven")
    for code, phrase in (("GUARDRAIL_INCONCLUSIVE", "hold_cannot_tell"), ("BLOCKED_BY_DECISION", "hold_refused")):
        if code in by_code:
            return _hold_on(voice, phrase, by_code[code])
    if "MISSING_DATA_DECIDES" in by_code:
        return voice.say("hold_missing")
    return voice.say("verdict_HOLD")


def _hold_on(voice: Voice, phrase: str, reason: Reason) -> str:
    metric, segment = voice.split_key(reason.key)
    if reason.detail == "NO_DATA":
        return voice.say("hold_no_data", where=voice.cell(metric, segment))
    where = voice.metric_inside(metric) if segment == "*" else voice.segment_inside(segment)
    return voice.say(phrase, where=where)


def _no_case(voice: Voice, outcome: Outcome) -> str:
    codes = {parse_reason(text).code for text in outcome.verdict.reasons}
    return voice.say("no_case_negative" if "VALUE_NEGATIVE" in codes else "no_case_unshown")
