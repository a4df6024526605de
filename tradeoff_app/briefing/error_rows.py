"""How error rows count, as blocks of the method section: in sentences, and every metric read three ways."""

from __future__ import annotations

from collections.abc import Iterator

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.error_readings import ERROR_CHOICES, MetricErrors
from tradeoff_app.briefing.blocks import Block, Cell, Column, Heading, Points, Row, Table
from tradeoff_app.briefing.brief import Brief
from tradeoff_app.briefing.effect_rows import places_of, shown_number
from tradeoff_app.wording.error_rows import choice_name, verdict_lines


def error_blocks(brief: Brief) -> Iterator[Block]:
    """Nothing where every row ended with a plain answer."""
    found = brief.errors
    if found is None:
        return
    yield Heading(brief.say("errors_title"))
    counted = [finding for finding in brief.outcome.findings if finding.code == "errors_counted"]
    told = [brief.speaker.finding(finding) for finding in counted]
    yield Points((*told, *verdict_lines(brief.speaker.voice, found)))
    if found.metrics:
        yield _readings(brief, found.metrics)


def _readings(brief: Brief, metrics: tuple[MetricErrors, ...]) -> Table:
    voice = brief.speaker.voice
    columns = (
        Column(brief.say("weight_metric"), brief.say("errors_in_force"), width=153),
        Column(brief.say("errors_rows"), "", "number", 50),
        *(Column(choice_name(voice, choice), brief.say("interval"), "number", 106) for choice in ERROR_CHOICES),
    )
    return Table("errors", columns, tuple(_row(brief, metric) for metric in metrics), brief.say("errors_caption"))


def _row(brief: Brief, metric: MetricErrors) -> Row:
    rows = sum(sum(count.rows) for count in metric.counts)
    name = Cell(brief.speaker.metric(metric.metric), choice_name(brief.speaker.voice, metric.in_force))
    number = Cell(brief.numbers.whole(rows), number=float(rows), places=0)
    cells = (_change(brief, reading.effect, is_strong=reading.is_in_force) for reading in metric.readings)
    return Row((name, number, *cells), metric.metric)


def _change(brief: Brief, effect: Effect | None, *, is_strong: bool) -> Cell:
    if effect is None or effect.difference is None:
        return Cell(brief.say("errors_nothing"))
    change = brief.speaker.change(effect)
    shown = shown_number(brief, effect.metric, effect.difference)
    return Cell(change, brief.speaker.interval_of(effect), shown, places_of(change), is_strong=is_strong)
