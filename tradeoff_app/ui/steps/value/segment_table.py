"""Who is affected: how many a month, how many of them get the candidate, and how much each of them counts."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.app.value_inputs import (
    LARGEST_MULTIPLE,
    exposure_of,
    exposure_path,
    multiple_of,
    scenario_path,
    with_exposure,
    with_multiple,
    with_rollout,
)
from tradeoff_app.model.range import Range
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.ui.explaining import set_quantity
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.steps.value.context import ValueContext
from tradeoff_app.ui.steps.value.edits import NamedEdits
from tradeoff_app.ui.steps.value.row import Host, ValueRow
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn, NameCell
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.slider_field import SliderField
from tradeoff_app.ui.widgets.text import make_label

COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Segment"), 150, stretch=1),
    LedgerColumn(QT_TR_NOOP("Units per month"), 92, "right"),
    LedgerColumn(QT_TR_NOOP("Share of traffic"), 72, "right"),
    LedgerColumn(QT_TR_NOOP("Rollout, %"), 56, "right"),
    LedgerColumn(QT_TR_NOOP("Value weight, 0 to 3"), 208),
    LedgerColumn(QT_TR_NOOP("$ thousand a month"), 96, "right"),
)


class SegmentRow(ValueRow):
    """The controls of one segment."""

    def __init__(self, table: Host, segment: str, name: str) -> None:
        super().__init__(table)
        self.segment = segment
        self.name = NameCell(name)
        self.volume = NumberField(0, 1e12, decimals=0, step=1000, name=tr("{name}, units per month", name=name))
        self.volume.setFixedWidth(92)
        self.share = make_label()
        self.rollout = NumberField(0, 100, decimals=0, step=5, name=tr("{name}, rollout in percent", name=name))
        self.rollout.setFixedWidth(56)
        self.rollout.setMinimumWidth(56)
        self.weight = SliderField(
            0,
            LARGEST_MULTIPLE,
            step=0.05,
            decimals=2,
            name=tr("{name}, value weight", name=name),
            field_limits=(0, 1000),
        )
        self.weight.set_reset_value(1.0)
        self.money = make_label("", "strong")
        for shown_in, kind in (
            (self.volume, "input:exposure/"),
            (self.rollout, "input:rollout/"),
            (self.money, "value_segment:"),
        ):
            set_quantity(shown_in, f"{kind}{segment}")
        self.volume.value_edited.connect(self._volume_edited)
        self.rollout.value_edited.connect(self._rollout_edited)
        self.weight.value_changed.connect(self._weight_moved)
        self.weight.drag_started.connect(table.document.begin_drag)
        self.weight.drag_ended.connect(table.document.end_drag)

    def widgets(self) -> list[QWidget | None]:
        """In the order of the columns; a population without segments has nothing to weigh against."""
        is_whole = self.segment == EVERYONE
        return [self.name, self.volume, self.share, self.rollout, None if is_whole else self.weight, self.money]

    def refresh(self, context: ValueContext) -> None:
        """Show what stands in the project."""
        project, shares = context.project, context.outcome.mix.shares
        volume = exposure_of(project, self.segment)
        self.name.say(context.speaker.segment(self.segment))
        self.volume.setSpecialValueText(tr("not stated", "in a narrow field") if volume is None else "")
        hint = "" if volume is None or volume.is_exact else _span(context, volume)
        is_assumed = project.is_assumed(exposure_path(self.segment))
        self.volume.set_value(volume.base if volume else 0.0, is_assumed=is_assumed, hint=hint)
        self.share.setText(context.speaker.numbers.percent(shares.get(self.segment, 0.0)))
        self.rollout.set_value(100 * context.scenario.rollout_of(self.segment).share)
        self.weight.set_value(multiple_of(project, self.segment, shares))
        value = context.outcome.value
        self.money.setText(context.mean(value.by_segment.get(self.segment) if value else None))

    def _volume_edited(self, shown: float) -> None:
        context = self._table.context
        now = exposure_of(context.project, self.segment)
        path = exposure_path(self.segment)
        wanted = now.with_base(shown) if now else Range.exactly(shown)
        project = context.with_kept_multiples(with_exposure(context.project, self.segment, wanted))
        before = context.stated(path, now.base) if now else tr("not stated")
        self._table.edits.change(path, project, context.subject(path), before, context.stated(path, shown))
        self._table.document.end_drag()

    def _rollout_edited(self, percent: float) -> None:
        context = self._table.context
        path = scenario_path(context.scenario, "rollout", self.segment)
        before = context.scenario.rollout_of(self.segment).share
        project = context.with_kept_multiples(with_rollout(context.project, self.segment, percent / 100))
        texts = context.stated(path, before), context.stated(path, percent / 100)
        self._table.edits.change(path, project, context.subject(path), *texts)
        self._table.document.end_drag()

    def _weight_moved(self, multiple: float) -> None:
        context = self._table.context
        shares = context.outcome.mix.shares
        path = scenario_path(context.scenario, "segment_weights", self.segment)
        before = multiple_of(context.project, self.segment, shares)
        project = with_multiple(context.project, self.segment, multiple, shares)
        numbers = context.speaker.numbers
        texts = numbers.decimal(before, 2), numbers.decimal(multiple, 2)
        self._table.edits.change(path, project, context.subject(path), *texts)


class SegmentTable(Host):
    """A row per segment of the partition and a total."""

    def __init__(self, document: Document, edits: NamedEdits, parent: QWidget | None = None) -> None:
        super().__init__(document, edits, parent)
        self._rows: list[SegmentRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head, self._remark = make_section(tr("Who is affected"))
        column.addWidget(head)
        self.ledger = Ledger(COLUMNS)
        column.addWidget(self.ledger)
        self._total = [make_label("", "strong") for _ in range(3)]

    def field_of(self, path: str) -> QWidget | None:
        """The field in which this input is edited; None where it is none of this table's."""
        for row in self._rows:
            scenario = scenario_path(self.context.scenario, "rollout", row.segment)
            weight = scenario_path(self.context.scenario, "segment_weights", row.segment)
            fields = {exposure_path(row.segment): row.volume, scenario: row.rollout, weight: row.weight}
            if path in fields:
                return fields[path]
        return None

    def refresh(self, context: ValueContext) -> None:
        """Rows anew where the segments changed, else numbers in place."""
        self.context = context
        segments = context.evidence.partition
        if self.ledger.keys()[: len(segments)] != segments:
            self._lay_out(segments)
        self.ledger.set_head(1, tr("{units} per month", units=context.units[:1].upper() + context.units[1:]))
        self.ledger.set_head(5, tr("{currency} thousand a month", currency=context.currency))
        for row in self._rows:
            row.refresh(context)
        self._refresh_total(context)
        is_sample = context.outcome.mix.source == "sample" and len(segments) > 1
        self._remark.setText(tr("shares are those of the evaluation: state the volumes") if is_sample else "")

    def _lay_out(self, segments: tuple[str, ...]) -> None:
        self.ledger.clear()
        self._rows = [SegmentRow(self, segment, self.context.speaker.segment(segment)) for segment in segments]
        for row in self._rows:
            self.ledger.add_row(row.segment, row.widgets())
        self._total = [make_label("", "strong") for _ in range(3)]
        if segments != (EVERYONE,):
            volume, share, money = self._total
            cells = [make_label(self.context.speaker.segment(EVERYONE), "strong"), _indented(volume), share]
            self.ledger.add_row("total", [*cells, None, None, money], height=36)

    def _refresh_total(self, context: ValueContext) -> None:
        volume, share, money = self._total
        whole, value = context.outcome.mix.whole, context.outcome.value
        volume.setText("" if whole is None else context.speaker.numbers.whole(whole))
        share.setText(context.speaker.numbers.percent(sum(context.outcome.mix.shares.values())))
        total = sum(part.mean for part in value.by_segment.values()) if value else None
        money.setText(context.thousands(total))


def _indented(label: QWidget) -> QWidget:
    """A total under fields stands where the fields' own numbers stand."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 9, 0)
    row.addWidget(label)
    return holder


def _span(context: ValueContext, volume: Range) -> str:
    numbers = context.speaker.numbers
    return numbers.interval(numbers.whole(volume.low), numbers.whole(volume.high))
