"""The verdict bar: the answer, always in sight, with what it costs, what it is worth and what would flip it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEasingCurve, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.explaining import ask, quantity_of, set_quantity
from tradeoff_app.ui.theme import colour
from tradeoff_app.ui.widgets.buttons import make_button, make_rule
from tradeoff_app.ui.widgets.links import LinkLabel
from tradeoff_app.ui.widgets.marks import Mark, MarkView
from tradeoff_app.ui.widgets.text import ElidedLabel, Run, RunsLabel, make_label


@dataclass(frozen=True)
class VerdictText:
    """What the bar says: the verdict with its mark, the safety line, and the three columns.

    `quantities` are the addresses that explain the columns; an empty one leads to the whole trace.
    """

    mark: Mark
    verdict: str
    safety: str
    loss: Sequence[Run] = ()
    worth: Sequence[Run] = ()
    flips: Sequence[Run] = ()
    quantities: tuple[str, str, str] = ("", "", "")
    has_gates: bool = True
    """Whether anybody stated a gate; where nobody did, the bar leads to where they are stated."""

    def as_text(self) -> str:
        """Everything as lines of plain text, for the clipboard."""
        lines = [self.verdict, self.safety]
        for head, runs in zip(HEADS, (self.loss, self.worth, self.flips), strict=True):
            said = "".join(run.text for run in runs)
            if said:
                lines.append(f"{tr(head)}: {said}")
        return "\n".join(line for line in lines if line)


HEADS = (QT_TR_NOOP("What users lose"), QT_TR_NOOP("Worth per month"), QT_TR_NOOP("Flips if"))


class VerdictColumn(QWidget):
    """A small head over a sentence; a click, Return or Space asks for the explanation of its number."""

    clicked = Signal()

    def __init__(self, head: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sentence = RunsLabel("body", lines=2)
        self._head = make_label(head, "small", "muted")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(1)
        self._column.addWidget(self._head)
        self._column.addWidget(self.sentence)
        self._column.addStretch(1)
        self.setAccessibleName(head)
        self.set_low(is_low=False)

    def set_low(self, *, is_low: bool) -> None:
        """The sentence alone, or under its head."""
        self._head.setVisible(not is_low)
        self.sentence.set_lines(1 if is_low else 2)
        self._column.setContentsMargins(20, 10 if is_low else 12, 20, 4)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Say another sentence."""
        self.sentence.set_runs(runs)
        self.setAccessibleDescription(self.sentence.text())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click explains the number."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So do Return and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)


class VerdictBar(QWidget):
    """76 high; 40 with verdict and worth alone where the window is low. Its ground never changes with the verdict."""

    why_asked = Signal()
    copy_asked = Signal()
    gates_asked = Signal()
    HIGH, LOW = 76, 40

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Verdict"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._is_low = False
        self._text: VerdictText | None = None
        self._glow = 0.0
        self._flash = QVariantAnimation(self)
        self._flash.setDuration(400)
        self._flash.setStartValue(1.0)
        self._flash.setEndValue(0.0)
        self._flash.setEasingCurve(QEasingCurve.Type.InQuad)
        self._flash.valueChanged.connect(self._glowed)
        self._mark = MarkView("open", 16)
        self._verdict = ElidedLabel("", "verdict")
        self._safety = ElidedLabel("", "body", "muted")
        self.state_gates = LinkLabel(
            tr("State gates"), description=tr("No gate is stated: goals are assumed, no limit is. Leads to Gates.")
        )
        self.state_gates.clicked.connect(self.gates_asked)
        self._has_gates = True
        self._columns = [VerdictColumn(tr(head)) for head in HEADS]
        self._lines = [make_rule("upright") for _ in HEADS]
        self._words = QWidget()
        self._build()
        self.set_low(is_low=False)

    def show_verdict(self, text: VerdictText) -> None:
        """Say what holds now; a changed verdict flashes once behind its words."""
        before, self._text = self._text, text
        self._mark.set_mark(text.mark, text.verdict)
        self._verdict.set_text(text.verdict)
        self._safety.set_text(text.safety)
        self._has_gates = text.has_gates
        self.state_gates.setVisible(not text.has_gates and not self._is_low)
        said = (text.loss, text.worth, text.flips)
        for column, runs, quantity in zip(self._columns, said, text.quantities, strict=True):
            column.set_runs(runs or (Run("–", ink="muted"),))
            set_quantity(column, quantity)
        self.setAccessibleDescription(text.as_text())
        self._give_room()
        if before is not None and before.verdict != text.verdict and self.isVisible():
            self._flash.start()

    def text(self) -> str:
        """Everything that the bar says, as plain text."""
        return self._text.as_text() if self._text else ""

    def verdict(self) -> str:
        """The verdict as it stands in the bar."""
        return self._verdict.text()

    def set_low(self, *, is_low: bool) -> None:
        """One line in a low window, else the whole bar."""
        self._is_low = is_low
        self.setFixedHeight(self.LOW if is_low else self.HIGH)
        self._safety.setVisible(not is_low)
        self.state_gates.setVisible(not is_low and not self._has_gates)
        for index, (column, line) in enumerate(zip(self._columns, self._lines, strict=True)):
            column.setVisible(not is_low or index == 1)
            line.setVisible(not is_low or index == 1)
        self._columns[1].set_low(is_low=is_low)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, upper line, and the fading light behind a changed verdict."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("raised"))
        painter.fillRect(0, 0, self.width(), 1, colour("strong"))
        if self._glow > 0:
            right = self._lines[0].x() if not self._is_low else self._lines[1].x()
            painter.fillRect(0, 1, right, self.height() - 1, colour("accent_soft", self._glow))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The verdict keeps its share of the width."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """A fifth of the width for the verdict, more for a long one, never so much that the numbers suffer."""
        below = self._safety.sizeHint().width()
        below += 0 if self._has_gates else 8 + self.state_gates.sizeHint().width()
        wanted = max(self._verdict.sizeHint().width(), below)
        share = 0.5 if self._is_low else 0.3
        self._words.setFixedWidth(int(min(max(wanted, self.width() * 0.2), self.width() * share)))

    def _build(self) -> None:
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._verdict)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self._safety)
        below.addWidget(self.state_gates)
        below.addStretch(1)
        words.addLayout(below)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 1, 16, 0)
        row.setSpacing(0)
        row.addWidget(self._mark)
        row.addSpacing(12)
        row.addWidget(self._words)
        row.addSpacing(12)
        for column, line, stretch in zip(self._columns, self._lines, (46, 21, 26), strict=True):
            column.clicked.connect(partial(self._column_clicked, column))
            row.addWidget(line)
            row.addWidget(column, stretch)
        why, copy = (
            make_button(tr("Why?"), name=tr("Why this verdict?")),
            make_button(tr("Copy"), name=tr("Copy the verdict as text")),
        )
        why.clicked.connect(self.why_asked)
        copy.clicked.connect(self.copy_asked)
        row.addWidget(why)
        row.addSpacing(8)
        row.addWidget(copy)

    def _column_clicked(self, column: VerdictColumn) -> None:
        if not ask(column, quantity_of(column)):
            self.why_asked.emit()

    def _glowed(self, value: float) -> None:
        self._glow = value
        self.update()
