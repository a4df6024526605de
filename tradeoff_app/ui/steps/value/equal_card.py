"""What the weights imply, said back: "1 irrelevant answer fewer = 2.0 tasks more", and whether that sounds right."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.ui.steps.value.context import ValueContext
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.card import Card
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.typography import typeset


class EqualCard(Card):
    """Two lines at most, by money and by points; the question stands while any number on the page is only assumed."""

    confirmed = Signal()
    asked = Signal()
    """Questions are wanted instead."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(tr("You treat these as equal"))
        row = QHBoxLayout()
        row.setSpacing(24)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(make_label(tr("You treat these as equal"), "strong"))
        self.by_money = make_label("", "body", wraps=True, is_selectable=True)
        self.by_points = make_label("", "body", "muted", wraps=True, is_selectable=True)
        words.addWidget(self.by_money)
        words.addWidget(self.by_points)
        row.addLayout(words, 1)
        self._question = QWidget()
        asked = QVBoxLayout(self._question)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(6)
        asked.addWidget(make_label(tr("Does this sound right?"), "strong"))
        button = make_button(tr("Yes, confirm"), name=tr("Yes, confirm the assumed numbers on this page"))
        button.clicked.connect(self.confirmed)
        questions = make_button(tr("Ask me questions"))
        questions.clicked.connect(self.asked)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addWidget(button)
        answers.addWidget(questions)
        asked.addLayout(answers)
        row.addWidget(self._question, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def refresh(self, context: ValueContext, *, has_assumed: bool) -> None:
        """Say what the numbers imply now."""
        money, score = equal_in_money(context), context.outcome.score
        points = typeset(context.speaker.equivalents(score)) if score else ""
        self.by_money.setText(money)
        self.by_points.setText(points)
        self.by_money.setVisible(bool(money))
        self.by_points.setVisible(bool(points))
        self._question.setVisible(has_assumed)
        self.setVisible(bool(money or points))


def equal_in_money(context: ValueContext) -> str:
    """Improvements that are worth the same money, counted in the dearest one; empty below two priced metrics."""
    worth = {
        entry.metric: abs(entry.per_unit.base)
        for entry in context.scenario.money.values()
        if entry.segment == EVERYONE and entry.per_unit.base and entry.metric in context.project.metrics
    }
    if len(worth) < 2:
        return ""
    dearest = max(worth, key=lambda metric: worth[metric])
    others = [metric for metric in worth if metric != dearest]
    parts = [_move(context, dearest, 1.0)]
    parts += [_move(context, metric, worth[dearest] / worth[metric]) for metric in others]
    return typeset(" = ".join(parts))


def _move(context: ValueContext, metric_id: str, amount: float) -> str:
    """An amount of improvement: "2.0 completed tasks more", "0.4 s lower response time"."""
    metric = context.project.metrics[metric_id]
    voice, numbers = context.speaker.voice, context.speaker.numbers
    count = (
        numbers.whole(amount)
        if amount == 1
        else numbers.decimal(amount, 1)
        if amount < 100
        else numbers.figures(amount)
    )
    if metric.type == "binary":
        event = voice.event(metric_id)
        what = event.one if amount == 1 else event.other
        if metric.sign > 0:
            return tr("{count} {events} more", count=count, events=what)
        return tr("{count} {events} fewer", count=count, events=what)
    unit = "s" if metric.type == "duration" else metric.unit or (tr("point") if amount == 1 else tr("points"))
    if metric.sign > 0:
        return tr("{count} {unit} higher {metric}", count=count, unit=unit, metric=voice.metric_inside(metric_id))
    return tr("{count} {unit} lower {metric}", count=count, unit=unit, metric=voice.metric_inside(metric_id))
