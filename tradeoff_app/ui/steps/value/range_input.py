"""Inputs with a low, a best and a high guess: where each stands, how it is shown, and how another one is put in."""

from __future__ import annotations

from dataclasses import dataclass

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.app.value_inputs import (
    exposure_of,
    exposure_path,
    scenario_path,
    with_exposure,
    with_money,
    with_transport,
)
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.ui.steps.value.context import ValueContext

_MEASURES = {"duration": QT_TR_NOOP("second"), "count": QT_TR_NOOP("unit"), "money": QT_TR_NOOP("unit")}
"""What one step of a metric is called that is no rate; a rating moves by points."""


@dataclass(frozen=True)
class RangeInput:
    """One input; `shown` numbers are those of the screen (percent, money per improvement), stored ones may differ."""

    key: str
    decimals: int = 2
    limits: tuple[float, float] = (-1e9, 1e9)
    is_percent: bool = False

    def path(self, context: ValueContext) -> str:
        """Where it stands."""
        raise NotImplementedError

    def name(self, context: ValueContext) -> str:
        """Its name as a row."""
        raise NotImplementedError

    def note(self, context: ValueContext) -> str:
        """What one unit of it is."""
        raise NotImplementedError

    def shown(self, context: ValueContext) -> Range | None:
        """What stands in the project; None where nothing was stated."""
        raise NotImplementedError

    def put(self, context: ValueContext, shown: Range) -> Project:
        """The project with another range."""
        raise NotImplementedError

    def stored(self, context: ValueContext, shown: float) -> float:
        """The number as the project keeps it."""
        del context
        return shown

    def said(self, context: ValueContext, value: Range | None, *, is_span: bool) -> str:
        """A value as the name of a step says it."""
        if value is None:
            return tr("not stated")
        path = self.path(context)
        ends = (value.low, value.high) if is_span else (value.base,)
        texts = [context.stated(path, self.stored(context, end)) for end in ends]
        return context.speaker.numbers.interval(*texts) if is_span else texts[0]


@dataclass(frozen=True)
class MoneyInput(RangeInput):
    """The worth of one unit of improvement of a metric; `key` is `metric|segment`."""

    def path(self, context: ValueContext) -> str:
        """Inside the scenario."""
        return scenario_path(context.scenario, "money", self.key)

    def name(self, context: ValueContext) -> str:
        """The metric, with its segment where the price holds in one segment alone."""
        metric, _, segment = self.key.rpartition("|")
        name = context.speaker.metric(metric)
        return name if segment == EVERYONE else f"{name}, {context.speaker.segment(segment)}"

    def note(self, context: ValueContext) -> str:
        """One unit of improvement: "one more completed task"."""
        metric_id = self.key.rpartition("|")[0]
        metric = context.project.metrics[metric_id]
        if metric.type == "binary":
            event = context.speaker.voice.event(metric_id).one
            return tr("one more {event}", event=event) if metric.sign > 0 else tr("one fewer {event}", event=event)
        measure = tr(_MEASURES.get(metric.type, QT_TR_NOOP("point")))
        if metric.sign > 0:
            return tr("one {measure} higher, per {unit}", measure=measure, unit=context.unit)
        return tr("one {measure} lower, per {unit}", measure=measure, unit=context.unit)

    def shown(self, context: ValueContext) -> Range | None:
        """Money gained per improvement."""
        entry = context.scenario.money.get(self.key)
        return None if entry is None else turned(entry.per_unit, self._sign(context))

    def put(self, context: ValueContext, shown: Range) -> Project:
        """Signed in the metric's own units again."""
        return with_money(context.project, self.key, turned(shown, self._sign(context)))

    def stored(self, context: ValueContext, shown: float) -> float:
        """Signed in the metric's own units."""
        return self._sign(context) * shown

    def mean(self, context: ValueContext) -> float | None:
        """What the cells that this price pays for add to a month; None where the value is not known."""
        value = context.outcome.value
        if value is None:
            return None
        metric = self.key.rpartition("|")[0]
        if sum(entry.metric == metric for entry in context.scenario.money.values()) == 1 and metric in value.by_metric:
            return value.by_metric[metric].mean
        cells = [cell for cell in value.by_cell if cell.metric == metric]
        paid = [cell.mean for cell in cells if self._pays(context.scenario.money_of(metric, cell.segment))]
        return sum(paid) if paid else 0.0

    def _pays(self, entry: Money | None) -> bool:
        return entry is not None and entry.key == self.key

    def _sign(self, context: ValueContext) -> int:
        return context.project.metrics[self.key.rpartition("|")[0]].sign


@dataclass(frozen=True)
class TransportInput(RangeInput):
    """How much of the measured effect is expected in production, in percent; `key` is a metric or `*`."""

    decimals: int = 0
    limits: tuple[float, float] = (0.0, 100.0)
    is_percent: bool = True

    def path(self, context: ValueContext) -> str:
        """Inside the scenario."""
        return scenario_path(context.scenario, "transport", self.key)

    def name(self, context: ValueContext) -> str:
        """ "Effect in production"."""
        return context.subject(self.path(context))

    def note(self, context: ValueContext) -> str:
        """What 100 means."""
        del context
        return tr("how much of the measured effect shows up")

    def shown(self, context: ValueContext) -> Range | None:
        """In percent; all of it where nothing was said."""
        share = context.scenario.transport_of(self.key)
        return Range(low=100 * share.low, base=100 * share.base, high=100 * share.high)

    def put(self, context: ValueContext, shown: Range) -> Project:
        """As shares, the ends kept between none and all of the effect."""
        low, base, high = (min(1.0, max(0.0, end / 100)) for end in (shown.low, shown.base, shown.high))
        return with_transport(context.project, self.key, Range(low=low, base=base, high=high))

    def stored(self, context: ValueContext, shown: float) -> float:
        """As a share."""
        del context
        return shown / 100


@dataclass(frozen=True)
class ExposureInput(RangeInput):
    """Monthly volume of a segment; `key` is the segment."""

    decimals: int = 0
    limits: tuple[float, float] = (0.0, 1e12)

    def path(self, context: ValueContext) -> str:
        """With the segment, or with the project for everyone."""
        del context
        return exposure_path(self.key)

    def name(self, context: ValueContext) -> str:
        """The segment."""
        return context.speaker.segment(self.key)

    def note(self, context: ValueContext) -> str:
        """What is counted."""
        return tr("{units} per month", units=context.units)

    def shown(self, context: ValueContext) -> Range | None:
        """As stated."""
        return exposure_of(context.project, self.key)

    def put(self, context: ValueContext, shown: Range) -> Project:
        """Value weights keep the multiple that people set."""
        return context.with_kept_multiples(with_exposure(context.project, self.key, shown))


def turned(per_unit: Range, sign: int) -> Range:
    """A worth per unit seen from the side of improvement: low and high change places where less is better."""
    if sign > 0:
        return per_unit
    return Range(low=-per_unit.high, base=-per_unit.base, high=-per_unit.low)
