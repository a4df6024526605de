"""The sentences that leaders will read: the exchange first, then what gets better, worse, and what can't be told."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.steps.spoken_step import WIDEST_TEXT, make_section, not_wider
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.marks import Mark, MarkView
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

GROUPS: tuple[tuple[str, Mark, str], ...] = (
    ("better", "better", QT_TR_NOOP("What gets better")),
    ("worse", "worse", QT_TR_NOOP("What gets worse")),
    ("cannot_tell", "cannot_tell", QT_TR_NOOP("What we can’t tell")),
)
MOST = 5
"""More sentences than this are counted, not shown: the Compare page has them all."""


class StatementGroup(QWidget):
    """A head with its mark and the sentences below it."""

    def __init__(self, mark: Mark, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(MarkView(mark, name=title))
        head.addWidget(make_label(title, "strong"))
        head.addStretch(1)
        column.addLayout(head)
        self.labels = [make_label("", "body", wraps=True, is_selectable=True) for _ in range(MOST)]
        self._more = make_label("", "body", "muted")
        for label in (*self.labels, self._more):
            column.addWidget(label)

    def refresh(self, sentences: Sequence[str]) -> None:
        """Say other sentences in place."""
        for index, label in enumerate(self.labels):
            text = typeset(sentences[index]) if index < len(sentences) else ""
            label.setText(text)
            label.setVisible(bool(text))
        left = len(sentences) - MOST
        self._more.setText(tr("{left} more on the Compare page", left=left) if left > 0 else "")
        self._more.setVisible(left > 0)
        self.setVisible(bool(sentences))


class Statements(QWidget):
    """Everything that the briefing says about users, ready to be taken along."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head, _ = make_section(tr("What leaders will read"))
        self.copy = make_button(tr("Copy"), name=tr("Copy these statements"))
        self.copy.clicked.connect(self._copied)
        head_layout = head.layout()
        assert head_layout is not None
        head_layout.addWidget(self.copy)
        column.addWidget(head)
        self._exchange = QWidget()
        row = QHBoxLayout(self._exchange)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        edge = QFrame()
        edge.setFixedWidth(3)
        edge.setProperty("kind", "edge")
        edge.setStyleSheet("background: palette(accent);")
        self.exchange = make_label("", "section", wraps=True, is_selectable=True)
        font = self.exchange.font()
        font.setWeight(font.Weight.Normal)
        self.exchange.setFont(font)
        row.addWidget(edge)
        row.addWidget(self.exchange, 1)
        column.addWidget(not_wider(self._exchange, 780))
        self.groups = {key: StatementGroup(mark, tr(title)) for key, mark, title in GROUPS}
        for group in self.groups.values():
            column.addWidget(not_wider(group, WIDEST_TEXT))

    def refresh(self, outcome: Outcome, speaker: Speaker) -> None:
        """Say what follows now."""
        said = speaker.statements(outcome)
        exchange = typeset(said["exchange"] or "")
        self.exchange.setText(exchange)
        self._exchange.setVisible(bool(exchange))
        for key, group in self.groups.items():
            group.refresh(said[key])
        parts = [exchange] if exchange else []
        for key, _, title in GROUPS:
            if said[key]:
                parts.append("\n".join([f"{tr(title)}:", *said[key]]))
        self._text = "\n\n".join(parts)

    def _copied(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
