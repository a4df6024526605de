"""What has to be said beside a verdict: gaps that decide, views that disagree, rules nobody stated or that moved."""

from __future__ import annotations

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.model.sealing import Move, moves_since
from tradeoff_app.wording import comparing
from tradeoff_app.wording.gates import name as gate_name
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.verdict import parse_reason
from tradeoff_app.wording.voice import Voice


def remarks(voice: Voice, outcome: Outcome) -> tuple[str, ...]:
    """Sentences in the order of how much they matter; none where the verdict needs nothing beside it."""
    said = (_conflict(voice, outcome), _missing(voice, outcome), _scope(voice, outcome), _unstated(voice, outcome))
    return tuple(text for text in said if text)


def moved(voice: Voice) -> tuple[str, ...]:
    """Gates and weights that moved after the seal or after results were seen, one line each."""
    since = moves_since(voice.project)
    told = [_move(voice, move) for move in since]
    sealed = {move.item.removeprefix("gates/") for move in since}
    late = (gate for gate in voice.project.gates.values() if gate.changed_after_results and gate.id not in sealed)
    told += [voice.say("moved_after_results", gate=gate_name(voice, gate)) for gate in late]
    return tuple(told)


def _move(voice: Voice, move: Move) -> str:
    if move.item == "sealed":
        return voice.say("moved_unknown")
    if move.kind == "changed" and move.item.startswith("gates/"):
        fields = [key for key in move.after if move.before.get(key) != move.after[key]]
        told = [
            comparing.difference(voice, f"{move.item}/{field}", move.before.get(field), move.after[field])
            for field in fields
        ]
        return voice.say("moved_after_seal", what="; ".join(told))
    before, after = move.before, move.after
    owner = comparing.difference(voice, move.item, before, after, move.kind) if move.kind == "changed" else None
    if owner is None:
        owner = comparing.whole(voice, move.item, after if before is None else before)
    return voice.say(f"moved_{move.kind}" if move.kind != "changed" else "moved_after_seal", what=owner)


def _conflict(voice: Voice, outcome: Outcome) -> str:
    if "VALUE_CONFLICT" not in outcome.verdict.reasons or outcome.value is None or outcome.score is None:
        return ""
    key = "conflict_money_gains" if outcome.value.over_horizon.mean > 0 else "conflict_money_loses"
    decides = voice.say("conflict_value_leads" if outcome.leading == "value" else "conflict_score_leads")
    return voice.say(key, decides=decides)


def _missing(voice: Voice, outcome: Outcome) -> str:
    if "MISSING_DATA_DECIDES" not in outcome.verdict.reasons:
        return ""
    gates = [result for result in outcome.gates if result.missing_decides and result.in_scope]
    cells = dict.fromkeys(voice.cell(result.metric, result.segment) for result in gates)
    return voice.say("missing_decides", where=voice.language.listed(list(cells)))


def _scope(voice: Voice, outcome: Outcome) -> str:
    parsed = [parse_reason(code) for code in outcome.verdict.reasons if code.startswith("OUT_OF_SCOPE:")]
    if not parsed:
        return ""
    cells = [voice.cell(*voice.split_key(reason.key)) for reason in parsed]
    return sentence_case(voice.say("out_of_scope", where=voice.language.listed(cells)))


def _unstated(voice: Voice, outcome: Outcome) -> str:
    """What is assumed where nobody stated a gate."""
    is_assumed = bool(outcome.gates) and all(result.assumed for result in outcome.gates)
    return voice.say("gates_assumed") if is_assumed else ""
