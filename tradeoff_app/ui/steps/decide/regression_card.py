"""One regression with a life of its own: what was lost, how far it may go, and the answer to it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.verdict import RegressionState
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.explaining import set_quantity
from tradeoff_app.ui.steps.decide.bound_figure import BoundFigure, Bounds
from tradeoff_app.ui.steps.decide.response_form import ResponseForm
from tradeoff_app.ui.steps.decide.responses import VERBS
from tradeoff_app.ui.tables.units import ShownUnit, unit_of_change
from tradeoff_app.ui.widgets.buttons import make_button, make_rule
from tradeoff_app.ui.widgets.card import Card
from tradeoff_app.ui.widgets.chip import Chip
from tradeoff_app.ui.widgets.marks import Mark
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset


class RegressionCard(Card):
    """Accept, mitigate or block; the form below asks for what the answer needs and says what is missing."""

    action_chosen = Signal(str, str)
    part_stated = Signal(str, str, object)
    renewed = Signal(str)
    withdrawn = Signal(str)

    def __init__(self, key: str, title: str, unit: ShownUnit, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.key = key
        self._unit = unit
        self.chip = Chip("worse", tr("Worse"))
        self.choice = SegmentedChoice(
            tuple((key, tr(verb)) for key, verb in VERBS.items()), None, name=tr("Answer to: {title}", title=title)
        )
        self.choice.set_choice(None)
        self.head.addWidget(self.chip)
        self.head.addStretch(1)
        self.head.addWidget(self.choice)
        self.body.addWidget(make_rule())
        self.statement = make_label("", "body", wraps=True, is_selectable=True)
        self.figure = BoundFigure()
        self.form = ResponseForm(title, unit)
        self.problem = make_label("", "body", "worse", wraps=True)
        self.renew = make_button(
            tr("Accept for the new results"), name=tr("Accept for the new results: {title}", title=title)
        )
        self.withdraw = make_button(
            tr("Take the answer back"), "link", name=tr("Take the answer back: {title}", title=title)
        )
        for widget in (self.statement, self.figure, self.form, self.problem, self.renew, self.withdraw):
            self.body.addWidget(widget)
        self.choice.choice_changed.connect(self._chosen)
        self.form.part_stated.connect(self._stated)
        self.renew.clicked.connect(self._renewed)
        self.withdraw.clicked.connect(self._withdrawn)

    def refresh(self, regression: RegressionState, outcome: Outcome, speaker: Speaker) -> None:
        """Show the regression and its answer as they are now."""
        self.title_label.setText(speaker.regression_title(regression))
        self.chip.set_state(mark_of(regression), speaker.state(regression))
        self.choice.set_choice(regression.response.action if regression.response else None)
        self.statement.setText(typeset(speaker.effect(regression.effect, outcome)))
        for shown_in in (self, self.statement, self.figure):
            set_quantity(shown_in, f"{'people' if regression.people_per_month else 'effect'}:{regression.key}")
        self.figure.set_bounds(bounds_of(regression, outcome, speaker))
        self.form.refresh(regression.response, regression.missing)
        problem = typeset(sentence_case(speaker.problem(regression)))
        self.problem.setText(f"{problem}." if problem and not problem.endswith(".") else problem)
        self.problem.setVisible(bool(problem) and not (regression.within_margin and regression.response is None))
        self.renew.setVisible(regression.problem == "STALE")
        self.withdraw.setVisible(regression.response is not None)

    def _chosen(self, action: str) -> None:
        self.action_chosen.emit(self.key, action)

    def _stated(self, field: str, value: Any) -> None:
        self.part_stated.emit(self.key, field, value)

    def _renewed(self) -> None:
        self.renewed.emit(self.key)

    def _withdrawn(self) -> None:
        self.withdrawn.emit(self.key)


def mark_of(regression: RegressionState) -> Mark:
    """Outline where it is accepted, filled where it is not."""
    return "accepted" if regression.is_accepted else "worse"


def margin_of(regression: RegressionState, outcome: Outcome) -> float | None:
    """The margin that the regression was judged against; None where no gate states one."""
    for result in outcome.gates:
        if result.key == regression.key and result.gate.rule == "non_inferiority":
            return result.threshold
    return regression.effect.margin


def bounds_of(regression: RegressionState, outcome: Outcome, speaker: Speaker) -> Bounds | None:
    """The numbers of the strip, in shown units; None without an interval."""
    effect = regression.effect
    metric = speaker.project.metrics.get(effect.metric)
    if effect.interval is None or effect.difference is None or metric is None:
        return None
    unit = unit_of_change(metric)
    low, high = sorted(metric.sign * end * unit.factor for end in effect.interval)
    accepted = regression.response.accepted_up_to if regression.response else None
    margin = margin_of(regression, outcome)
    numbers = speaker.numbers

    def text(size: float | None) -> str:
        return "" if size is None else numbers.decimal(size * unit.factor, unit.decimals, trim=True)

    return Bounds(
        low=low,
        high=high,
        point=metric.sign * effect.difference * unit.factor,
        margin=margin * unit.factor if margin else None,
        accepted=accepted * unit.factor if accepted else None,
        point_text=tr("{change} measured", change=speaker.change(effect)),
        margin_text=tr("{text} agreed", text=text(margin)),
        accepted_text=tr("{text} accepted", text=text(accepted)),
        unit=unit.name,
    )
