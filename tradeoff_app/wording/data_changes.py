"""What new data changed, in lines that people read before they go on."""

from __future__ import annotations

from collections.abc import Iterator

from tradeoff_app.analysis.evidence_changes import (
    EffectChange,
    EvidenceChanges,
    FileChange,
    GateChange,
    ItemChange,
    UnitChange,
)
from tradeoff_app.wording import cells, gates, states
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.voice import Voice

HASH_DIGITS = 8


def lines(voice: Voice, changes: EvidenceChanges) -> tuple[str, ...]:
    """Files, units, metrics and segments, states, stale acceptances, looks and the verdict, in that order."""
    return tuple(text for _, text in told(voice, changes))


def told(voice: Voice, changes: EvidenceChanges) -> Iterator[tuple[str, str]]:
    """Each line with what it is about: files, units, metrics, segments, gates, effects, acceptances, looks, verdict."""
    for file in changes.files:
        yield "files", _file(voice, file)
    if changes.is_same_data:
        yield "units", voice.say("data_same")
        return
    for units in changes.units:
        yield "units", _units(voice, units)
    for item in changes.items:
        yield f"{item.kind}s", _item(voice, item)
    for gate in changes.gates:
        yield "gates", _gate(voice, gate)
    for effect in changes.effects:
        yield "effects", _effect(voice, effect)
    for stale in changes.stale:
        where = voice.cell(stale.metric, stale.segment)
        text = voice.say("data_stale", where=where)
        is_one = len(voice.project.scenarios) < 2
        name = voice.scenario(stale.scenario).name
        yield "acceptances", text if is_one else voice.say("in_scenario", scenario=name, text=text)
    before, after = changes.looks
    if before != after:
        yield "looks", voice.say("data_looks", before=before, after=after)
    yield "verdict", _verdict(voice, changes)


def _arm(voice: Voice, arm: str | None) -> str:
    if arm is None:
        return voice.say("data_both")
    if arm == voice.project.baseline.id:
        return voice.say("data_before")
    candidates = {**voice.project.candidates, **voice.project.references}
    return voice.say("data_after") if len(candidates) < 2 else candidates[arm].name if arm in candidates else arm


def _file(voice: Voice, change: FileChange) -> str:
    arm, whole = _arm(voice, change.arm), voice.numbers.whole
    if change.before is None or change.after is None:
        source = change.before or change.after
        assert source is not None
        key = "data_file_new" if change.before is None else "data_file_gone"
        return voice.say(key, arm=arm, file=source.file, count=source.rows, rows=whole(source.rows))
    if change.is_same:
        return voice.say("data_file_same", arm=arm, file=change.after.file)
    return voice.say(
        "data_file",
        arm=arm,
        old=change.before.file,
        old_rows=whole(change.before.rows),
        old_hash=change.before.sha256[:HASH_DIGITS],
        new=change.after.file,
        new_rows=whole(change.after.rows),
        new_hash=change.after.sha256[:HASH_DIGITS],
    )


def _units(voice: Voice, change: UnitChange) -> str:
    whole = voice.numbers.whole
    fields = {"arm": _arm(voice, change.arm), "old": whole(change.before), "new": whole(change.after)}
    if change.added is None or change.removed is None:
        return voice.say("data_units_counted", **fields)
    return voice.say("data_units", **fields, added=whole(change.added), removed=whole(change.removed))


def _item(voice: Voice, change: ItemChange) -> str:
    name = voice.metric(change.item).name if change.kind == "metric" else voice.segment(change.item)
    count = len(change.decisions)
    if change.is_new:
        return voice.say(f"data_{change.kind}_new", name=name)
    key = f"data_{change.kind}_gone_decided" if count else f"data_{change.kind}_gone"
    return voice.say(key, name=name, **({"count": count} if count else {}))


def _gate(voice: Voice, change: GateChange) -> str:
    before, after = states.word(voice, change.before), states.word(voice, change.after)
    return voice.say("data_state", name=gates.name(voice, change.after.gate), before=before, after=after)


def _effect(voice: Voice, change: EffectChange) -> str:
    name = sentence_case(voice.cell(change.metric, change.segment))
    before, after = (
        voice.say("state_not_measured") if effect is None else states.word(voice, effect)
        for effect in (change.before, change.after)
    )
    text = voice.say("data_state", name=name, before=before, after=after)
    if change.after is None or change.after.interval is None:
        return text
    now = cells.change_with_unit(voice, change.after)
    return voice.say("data_state_now", text=text, change=now, interval=cells.interval_of(voice, change.after))


def _verdict(voice: Voice, changes: EvidenceChanges) -> str:
    before, after = (voice.say(f"short_{code}") for code in changes.recommendations)
    return (
        voice.say("data_verdict_stays", verdict=after)
        if before == after
        else voice.say("data_verdict", before=before, after=after)
    )
