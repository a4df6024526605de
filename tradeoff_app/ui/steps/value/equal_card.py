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
    """By money, by points, and where the two lie far apart; asks while any number on the page is only assumed."""

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
        self.doubt = make_label("", "body", wraps=True, is_selectable=True)
        words.addWidget(self.doubt)
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
        doubts = [typeset(text) for text in context.speaker.weight_questions(context.outcome)]
        self.doubt.setText("\n".join(doubts))
        self.doubt.setVisible(bool(doubts))
        self._question.setVisible(has_assumed)
        self.setVisible(bool(money or points or doubts))


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
    parts = [context.speaker.counted_move(dearest, 1.0)]
    parts += [context.speaker.counted_move(metric, worth[dearest] / worth[metric]) for metric in others]
    return typeset(" = ".join(parts))
