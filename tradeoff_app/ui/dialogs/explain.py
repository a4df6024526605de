"""A number explained: what it is, its formula with the actual values, what it was counted from, what it rests on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from tradeoff_app.app.counted_units import CountedUnits, counted_units
from tradeoff_app.app.document import Document
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.dialogs.explanation_view import ExplanationView
from tradeoff_app.ui.dialogs.question import WIDE
from tradeoff_app.ui.dialogs.ringed import RingedDialog
from tradeoff_app.ui.widgets.buttons import make_button, make_rule
from tradeoff_app.wording.explanations.catalogue import explain
from tradeoff_app.wording.explanations.explanation import Explanation, Quantity
from tradeoff_app.wording.speaker import Speaker

LEAST, MOST = 320, 720
"""How high the dialog may be before it scrolls."""


class ExplainDialog(RingedDialog):
    """Follows the document while it is open. Links lead from number to number; `show_input` carries a path."""

    show_input = Signal(str)

    def __init__(self, document: Document, language: str, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.document, self._language = document, language
        self._way = [Quantity.parse(address)]
        self._explanation: Explanation | None = None
        self._view: ExplanationView | None = None
        self._area = QScrollArea()
        self._area.setObjectName("surface")
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.back = make_button(tr("Back"), "quiet", name=tr("Back to the number before"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area, 1)
        column.addWidget(make_rule())
        column.addLayout(self._buttons())
        self.back.clicked.connect(self.go_back)
        document.outcome_changed.connect(self.refresh)
        document.document_replaced.connect(self.reject)
        self.refresh()

    def explanation(self) -> Explanation | None:
        """What is explained now; None where the outcome holds no such number."""
        return self._explanation

    def show_quantity(self, quantity: Quantity) -> None:
        """Explain another number of the same scenario; Back leads here again."""
        self._way.append(replace(quantity, scenario=self._way[-1].scenario))
        self.refresh()

    def go_back(self) -> None:
        """To the number that led here."""
        if len(self._way) > 1:
            self._way.pop()
            self.refresh()

    def refresh(self) -> None:
        """Explain the number as it is now."""
        if not self.document.is_open:
            return
        quantity, project = self._way[-1], self.document.project
        is_own = quantity.scenario in ("", self.document.scenario.id) or quantity.scenario not in project.scenarios
        if not is_own:
            project = project.change(current_scenario=quantity.scenario)
        outcome = self.document.outcome if is_own else self.document.scenario_outcomes()[quantity.scenario]
        self._explanation = explain(quantity, outcome, Speaker(project, self._language))
        self.back.setVisible(len(self._way) > 1)
        self._view = ExplanationView(self._explanation, has_rows=self._units() is not None)
        self._view.quantity_asked.connect(self.show_quantity)
        self._view.input_asked.connect(self._go_to)
        self._view.confirmed.connect(self._confirm)
        self._view.units_asked.connect(self._show_units)
        self._area.setWidget(self._view)
        self.setWindowTitle(self._explanation.title if self._explanation else tr("Not explained"))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace and Alt+Left go back, copy takes the explanation."""
        is_back = event.key() == Qt.Key.Key_Backspace or (
            event.key() == Qt.Key.Key_Left and event.modifiers() & Qt.KeyboardModifier.AltModifier
        )
        if is_back:
            self.go_back()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As wide as a wide dialog."""
        return QSize(WIDE, self.height())

    def _fit(self) -> None:
        """As high as the explanation, up to what still fits the window behind."""
        if self._view is None:
            return
        self.ensurePolished()
        for child in self._view.findChildren(QWidget):
            child.ensurePolished()
        layout = self._view.layout()
        wanted = 480 if layout is None else layout.totalHeightForWidth(WIDE)
        parent = self.parentWidget()
        most = min(MOST, parent.height() - 48) if parent is not None else MOST
        self.setFixedSize(WIDE, int(max(LEAST, min(most, wanted + 62))))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(8)
        copy, close = make_button(tr("Copy"), name=tr("Copy the explanation")), make_button(tr("Close"), "primary")
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.reject)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        return row

    def _copy(self) -> None:
        if self._explanation is not None:
            QGuiApplication.clipboard().setText(self._explanation.as_text())

    def _confirm(self, path: str) -> None:
        speaker = Speaker(self.document.project, self._language)
        name = tr("Confirm {assumption}", assumption=speaker.assumption(path))
        self.document.edit(self.document.project.confirm(path), name)

    def _go_to(self, path: str) -> None:
        self.reject()
        self.show_input.emit(path)

    def _units(self) -> CountedUnits | None:
        if self._explanation is None or self._explanation.units is None:
            return None
        metric, segment = self._explanation.units
        document = self.document
        effect = document.outcome.effect(metric, segment)
        candidate = document.outcome.candidate if effect is None else effect.candidate
        sign = document.project.metrics[metric].sign if metric in document.project.metrics else 1
        return counted_units(document.observations, document.evidence, metric, segment, candidate, sign)

    def _show_units(self) -> None:
        from tradeoff_app.ui.dialogs.units import UnitsDialog

        units = self._units()
        if units is not None and self._explanation is not None:
            UnitsDialog(units, self._explanation.title, self).open()
