"""The rollout: stages with whom they reach, the stop rule with its chances, and who is told what."""

from __future__ import annotations

from collections.abc import Iterator

from tradeoff_app.analysis.rollout_reading import RolloutReading, read_plan
from tradeoff_app.briefing.blocks import Block, Cell, Column, Heading, Paragraph, Points, Row, Section, Table
from tradeoff_app.briefing.brief import Brief
from tradeoff_app.model.rollout_plan import RolloutPlan, RolloutStage


def build(brief: Brief) -> Section | None:
    """Stages, stop rule and messages; None where nothing is planned."""
    plan = brief.project.scenario(brief.outcome.scenario).plan
    if plan is None:
        return None
    name = brief.say("rollout_plan")
    return Section("rollout", name, name, brief.project.title, tuple(_blocks(brief, plan)))


def _blocks(brief: Brief, plan: RolloutPlan) -> Iterator[Block]:
    yield Heading(brief.say("rollout_plan"), 1)
    told = _read(brief)
    if plan.stages:
        yield from _stages(brief, plan, told)
    if told is not None and told.stop is not None:
        yield Heading(brief.say("stop_rule"))
        yield Paragraph(brief.speaker.stop_rule(told.stop))
        yield Paragraph(brief.speaker.stop_chances(told.stop), "small")
    if plan.messages:
        yield Heading(brief.say("communication"))
        yield _messages(brief, plan)


def _read(brief: Brief) -> RolloutReading | None:
    reading = brief.outcome.reading
    if reading is None:
        return None
    return read_plan(reading, [(item.metric, item.segment) for item in brief.outcome.regressions])


def _stages(brief: Brief, plan: RolloutPlan, told: RolloutReading | None) -> Iterator[Block]:
    say, rows = brief.say, brief.speaker.stages(told) if told else ()
    if told is None or not rows:
        yield Points(tuple(_stage_alone(brief, stage) for stage in plan.stages))
        if told is not None:
            yield Paragraph(brief.speaker.no_stages(told), "small")
        return
    columns = (
        Column(say("stage"), width=50),
        Column(say("stage_share"), kind="number", width=60),
        Column(say("stage_days"), kind="number", width=50),
        Column(say("stage_reaches"), kind="number", width=80),
        Column(say("stage_change"), say("interval"), kind="number", width=110),
        Column(say("stage_total"), say("interval"), kind="number", width=110),
    )
    lines = tuple(
        Row(
            (
                Cell(brief.numbers.whole(number)),
                Cell(row.share),
                Cell(row.days),
                Cell(row.reached),
                Cell(row.change, row.interval),
                Cell(row.total, row.total_interval),
            ),
            f"stage|{number}",
        )
        for number, row in enumerate(rows, 1)
    )
    yield Table("stages", columns, lines, say("stages_caption", cell=brief.speaker.cell(told.metric, told.segment)))


def _stage_alone(brief: Brief, stage: RolloutStage) -> str:
    share, days = brief.numbers.exact_percent(stage.share), brief.numbers.decimal(stage.days, 1, trim=True)
    return brief.say("stage_alone", share=share, days=days)


def _messages(brief: Brief, plan: RolloutPlan) -> Table:
    say = brief.say
    columns = (
        Column(say("audience"), width=110),
        Column(say("message"), width=230),
        Column(say("channel"), width=80),
        Column(say("message_day"), width=80),
    )
    rows = tuple(
        Row(
            (
                Cell(brief.stated(message.audience)),
                Cell(brief.stated(message.text)),
                Cell(brief.stated(message.channel)),
                Cell(brief.day(message.day)),
            ),
            f"message|{number}",
        )
        for number, message in enumerate(plan.messages, 1)
    )
    return Table("messages", columns, rows)
