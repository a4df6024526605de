"""Method: definitions, what is counted and weighed, every metric in every segment, and the files behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.briefing.blocks import Block, Cell, Column, GroupHead, Heading, Points, Row, Section, Table
from tradeoff_app.briefing.brief import Brief
from tradeoff_app.briefing.effect_rows import gate_state_cell, level_cell, places_of, shown_number, state_cell
from tradeoff_app.briefing.error_rows import error_blocks
from tradeoff_app.model.range import Range
from tradeoff_app.wording.methods import method_note


def build(brief: Brief) -> Section:
    """Everything that a reader needs to make the numbers again."""
    name = brief.say("method")
    return Section("method", name, name, brief.project.title, tuple(_blocks(brief)), is_wide=True)


def _blocks(brief: Brief) -> Iterator[Block]:
    yield Heading(brief.say("method_title"), 1)
    yield Points(_definitions(brief))
    yield Heading(brief.say("traffic"))
    yield _traffic(brief)
    if brief.scenario.money:
        yield Heading(brief.say("worth"))
        yield _money(brief)
    if brief.scenario.swing:
        yield Heading(brief.say("weights"))
        yield _weights(brief)
    yield from error_blocks(brief)
    yield Heading(brief.say("all_numbers"))
    yield _metrics(brief)
    if brief.project.sources:
        yield Heading(brief.say("sources"))
        yield _sources(brief)


def _definitions(brief: Brief) -> tuple[str, ...]:
    used = sorted({effect.method for effect in brief.own_effects if effect.interval is not None})
    notes = [note for note in (method_note(method, brief.speaker.voice.code) for method in used) if note is not None]
    reading = brief.say(f"reading_{brief.project.assumption_reading}")
    told = [brief.say("define_change"), brief.say("define_interval")]
    told += [brief.say("define_method", method=note.line) for note in notes]
    told.append(brief.say("define_gate"))
    if brief.outcome.value is not None:
        replicates = brief.numbers.whole(brief.project.replicates)
        told.append(brief.say("define_value"))
        told.append(brief.say("define_uncertain", reading=reading, replicates=replicates))
        told.append(brief.say("define_probability"))
    if brief.outcome.score is not None:
        told.append(brief.say("define_score"))
    return tuple(told)


def _traffic(brief: Brief) -> Table:
    columns = (
        Column(brief.say("traffic_segment"), width=203),
        Column(brief.say("traffic_volume"), "", "number", 80),
        Column(brief.say("traffic_share"), "", "number", 80),
        Column(brief.say("traffic_rollout"), "", "number", 80),
        Column(brief.say("traffic_units"), "", "number", 80),
    )
    rows = []
    for segment, share in brief.outcome.mix.shares.items():
        volume = brief.outcome.mix.volumes.get(segment)
        is_assumed = brief.project.is_assumed(f"segments/{segment}/exposure")
        members = brief.evidence.members.get(segment)
        units = 0 if members is None else brief.evidence.table.size(members)
        rollout = brief.scenario.rollout_of(segment).share
        rows.append(
            Row(
                (
                    Cell(brief.speaker.segment(segment)),
                    _number(brief, volume, 0, is_assumed=is_assumed),
                    _number(brief, share * 100, 1),
                    _number(brief, rollout * 100, 0),
                    _number(brief, float(units), 0),
                ),
                segment,
            )
        )
    source = brief.texts.get(f"mix_{brief.outcome.mix.source}", brief.outcome.mix.source)
    return Table("traffic", columns, tuple(rows), brief.say("traffic_caption", source=source))


def _number(brief: Brief, value: float | None, places: int, *, is_assumed: bool = False) -> Cell:
    if value is None:
        return Cell(brief.say("not_stated"))
    return Cell(brief.numbers.decimal(value, places), number=value, places=places, is_assumed=is_assumed)


def _money(brief: Brief) -> Table:
    columns = (
        Column(brief.say("worth_metric"), width=203),
        Column(brief.say("traffic_segment"), width=140),
        Column(brief.say("worth_low"), "", "number", 60),
        Column(brief.say("worth_base"), "", "number", 60),
        Column(brief.say("worth_high"), "", "number", 60),
    )
    rows = []
    for key, entry in brief.scenario.money.items():
        is_assumed = brief.project.is_assumed(f"scenarios/{brief.scenario.id}/money/{key}")
        cells = (_price(brief, end, is_assumed=is_assumed) for end in _ends(entry.per_unit))
        names = (Cell(brief.speaker.metric(entry.metric)), Cell(brief.speaker.segment(entry.segment)))
        rows.append(Row((*names, *cells), key))
    return Table("worth", columns, tuple(rows), brief.say("worth_caption", currency=brief.project.currency))


def _ends(values: Range) -> tuple[float, float, float]:
    return values.low, values.base, values.high


def _price(brief: Brief, value: float, *, is_assumed: bool) -> Cell:
    text = brief.numbers.price(value, brief.project.currency)
    return Cell(text, number=value, places=places_of(text), is_assumed=is_assumed)


def _weights(brief: Brief) -> Table:
    columns = (
        Column(brief.say("weight_metric"), width=203),
        Column(brief.say("weight_range"), "", "number", 160),
        Column(brief.say("weight_points"), "", "number", 80),
        Column(brief.say("weight_share"), "", "number", 80),
    )
    total = sum(swing.points for swing in brief.scenario.swing.values())
    rows = []
    for metric, swing in brief.scenario.swing.items():
        ends = brief.speaker.interval(metric, swing.worst, swing.best)
        share = 100 * swing.points / total if total else None
        cells = (_number(brief, swing.points, 0), _number(brief, share, 0))
        rows.append(
            Row((Cell(brief.speaker.metric(metric), brief.speaker.unit_line(metric)), Cell(ends), *cells), metric)
        )
    return Table("weights", columns, tuple(rows))


def _metrics(brief: Brief) -> Table:
    columns = (
        Column(brief.say("traffic_segment"), width=108),
        Column(brief.say("n_before"), "", "number", 50),
        Column(brief.say("n_after"), "", "number", 50),
        Column(brief.say("before"), "", "number", 56),
        Column(brief.say("after"), "", "number", 56),
        Column(brief.say("change"), "", "number", 50),
        Column(brief.say("interval"), "", "number", 78),
        Column(brief.say("state"), "", "state", 75),
    )
    rows: list[Row | GroupHead] = []
    for metric in dict.fromkeys(effect.metric for effect in brief.own_effects):
        rows.append(GroupHead(brief.speaker.metric(metric), brief.speaker.unit_line(metric)))
        rows.extend(_metric_rows(brief, metric))
    return Table("metrics", columns, tuple(rows))


def _metric_rows(brief: Brief, metric: str) -> Iterator[Row]:
    own = [effect for effect in brief.own_effects if effect.metric == metric]
    missing = [effect for effect in own if effect.state == "not_measured"]
    for effect in own:
        if effect in missing:
            continue
        change = brief.speaker.change(effect)
        yield Row(
            (
                Cell(brief.speaker.segment(effect.segment)),
                _number(brief, float(effect.n_baseline), 0),
                _number(brief, float(effect.n_candidate), 0),
                level_cell(brief, effect, effect.baseline),
                level_cell(brief, effect, effect.candidate_value),
                Cell(change, number=shown_number(brief, metric, effect.difference), places=places_of(change)),
                Cell(brief.speaker.interval_of(effect)),
                _state(brief, effect),
            ),
            effect.key,
        )
    if missing:
        yield _missing(brief, missing)


def _state(brief: Brief, effect: Effect) -> Cell:
    """The state of an effect; on a metric with a safety gate that of the gate, which alone counts there."""
    gates = {result.key: result for result in brief.safety_gates()}
    result = gates.get(effect.key)
    return state_cell(brief, effect) if result is None else gate_state_cell(brief, result)


def _missing(brief: Brief, effects: Sequence[Effect]) -> Row:
    """All segments that a metric was not measured in, in one line: there is nothing to read in the rest of it."""
    names = ", ".join(brief.speaker.segment(effect.segment) for effect in effects)
    state = Cell(brief.speaker.state(effects[0]), mark="not_measured")
    return Row((Cell(names), *(Cell() for _ in range(6)), state), "|".join((effects[0].metric, "not_measured")))


def _sources(brief: Brief) -> Table:
    columns = (
        Column(brief.say("source_file"), width=203),
        Column(brief.say("source_arm"), width=80),
        Column(brief.say("source_rows"), "", "number", 60),
        Column(brief.say("source_errors"), "", "number", 60),
        Column(brief.say("source_hash"), width=120),
    )
    rows = [
        Row(
            (
                Cell(source.file, source.format),
                Cell("" if source.arm is None else brief.speaker.candidate(source.arm), source.model or ""),
                _number(brief, float(source.rows), 0),
                _number(brief, float(source.error_rows), 0),
                Cell(short_hash(source.sha256)),
            ),
            key,
        )
        for key, source in brief.project.sources.items()
    ]
    return Table("sources", columns, tuple(rows))


def short_hash(sha256: str) -> str:
    """The first 16 digits in groups of four, as people compare them."""
    return " ".join(sha256[start : start + 4] for start in range(0, 16, 4))
