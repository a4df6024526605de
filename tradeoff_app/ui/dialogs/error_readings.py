"""Failed rows read three ways, side by side: what each reading says of every metric and of the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.error_readings import ERROR_CHOICES, ErrorReading, ErrorReadings
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.dialogs.sheet import Sheet
from tradeoff_app.ui.tables.hairline_table import HairlineTable
from tradeoff_app.ui.tables.plain_model import Cell, Column, Row
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.marks import MARK_OF_STATE
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording import error_rows
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

HEADS = {
    "as-missing": QT_TR_NOOP("As missing"),
    "as-failure": QT_TR_NOOP("As failures"),
    "as-scored": QT_TR_NOOP("As scored"),
}


class ErrorReadingsDialog(Sheet):
    """A row per metric, a column per reading; the reading in force is lit."""

    def __init__(self, found: ErrorReadings, speaker: Speaker, parent: QWidget | None = None) -> None:
        text = tr("Each column reads all failed rows of a metric one way. The way in force is marked.")
        super().__init__(tr("What if failed rows counted otherwise"), text, size=(760, 460), parent=parent)
        for line in error_rows.verdict_lines(speaker.voice, found):
            self.body.addWidget(make_label(typeset(line), "body", wraps=True, is_selectable=True))
        columns = [Column(tr("Metric")), *(Column(tr(HEADS[choice])) for choice in ERROR_CHOICES)]
        self.table = HairlineTable(columns, name=tr("Readings of failed rows"))
        self.table.set_rows([_row(metric.metric, metric.readings, speaker) for metric in found.metrics])
        self.table.stretch_column(0)
        self.table.fit_height()
        self.table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        close = self.add_button(make_button(tr("Close"), "primary"))
        close.clicked.connect(self.reject)
        close.setFocus()


def _row(metric: str, readings: Sequence[ErrorReading], speaker: Speaker) -> Row:
    by_choice = {reading.choice: reading for reading in readings}
    cells = [Cell(speaker.metric(metric), speaker.unit_line(metric))]
    return Row((*cells, *(_cell(by_choice[choice], speaker) for choice in ERROR_CHOICES)), metric)


def _cell(reading: ErrorReading, speaker: Speaker) -> Cell:
    effect = reading.effect
    if effect is None or effect.difference is None:
        return Cell(tr("nothing to compare"), ink="muted", is_lit=reading.is_in_force)
    return Cell(
        typeset(f"{speaker.change(effect)}  {speaker.state(effect)}"),
        _interval(effect, speaker),
        mark=MARK_OF_STATE.get(effect.state),
        is_strong=reading.is_changed,
        is_lit=reading.is_in_force,
        tip=speaker.effect(effect),
    )


def _interval(effect: Effect, speaker: Speaker) -> str:
    text = speaker.interval_of(effect)
    return typeset(text) if text else tr("no interval")
