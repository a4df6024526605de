"""The decision in words: whether it follows the recommendation, and why; below it what is still missing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.acceptance import Person
from tradeoff_app.model.scenario import Decision
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.tables.fields import TextArea, TextField
from tradeoff_app.ui.widgets.marks import MarkView
from tradeoff_app.ui.widgets.text import make_label

CHOICES = {"ship": QT_TR_NOOP("ship"), "hold": QT_TR_NOOP("hold"), "block": QT_TR_NOOP("block")}


class DecisionBlock(QWidget):
    """`reason_stated` carries the PM's own words."""

    reason_stated = Signal(str)
    signer_stated = Signal(int, str, str)
    """Which signer (0 first), name, role."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head, _ = make_section(tr("Your decision"))
        column.addWidget(head)
        self.text = make_label("", "body", wraps=True)
        column.addWidget(self.text)
        self._label = make_label(tr("Reason"), "small", "muted")
        self.reason = TextArea(tr("Reason for the decision"), tr("what tipped it"), lines=2)
        self.reason.setMaximumWidth(720)
        self.reason.text_stated.connect(self.reason_stated)
        column.addSpacing(4)
        column.addWidget(self._label)
        column.addWidget(self.reason)
        self.signers = [SignerRow(0, tr("Decided by")), SignerRow(1, tr("Second signer"))]
        for row in self.signers:
            row.stated.connect(self.signer_stated)
            column.addWidget(row)

    def refresh(self, decision: Decision | None, *, is_against: bool) -> None:
        """Say what was decided."""
        if decision is None:
            self.text.setText(tr("Nothing is decided yet. Choose Ship or Hold above."))
        elif is_against and not (decision.reason or "").strip():
            self.text.setText(
                tr("You decide to {choice}, against the recommendation. Say why.", choice=tr(CHOICES[decision.choice]))
            )
        elif is_against:
            self.text.setText(
                tr("You decide to {choice}, against the recommendation.", choice=tr(CHOICES[decision.choice]))
            )
        else:
            self.text.setText(tr("You decide to {choice}, as recommended.", choice=tr(CHOICES[decision.choice])))
        self._label.setVisible(decision is not None)
        self.reason.setVisible(decision is not None)
        self.reason.show_text(decision.reason if decision else "")
        signers = decision.signers if decision else ()
        for at, row in enumerate(self.signers):
            row.setVisible(decision is not None and (at == 0 or is_against or len(signers) > at))
            row.show_person(signers[at] if at < len(signers) else None)


class SignerRow(QWidget):
    """Name and role of somebody who stands for the decision."""

    stated = Signal(int, str, str)

    def __init__(self, at: int, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._at = at
        self.name = TextField(tr("{title}, name", title=title), tr("name"))
        self.role = TextField(tr("{title}, role", title=title), tr("role"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        label = make_label(title, "small", "muted")
        label.setBuddy(self.name)
        grid.addWidget(label, 0, 0)
        for column, field in enumerate((self.name, self.role)):
            field.setMinimumWidth(160)
            field.setMaximumWidth(240)
            field.text_stated.connect(self._stated)
            grid.addWidget(field, 1, column)
        for column, stretch in enumerate((2, 2, 1)):
            grid.setColumnStretch(column, stretch)

    def show_person(self, person: Person | None) -> None:
        """Show who it is."""
        self.name.show_text(person.name if person else "")
        self.role.show_text(person.role if person else "")

    def _stated(self, _text: str) -> None:
        self.stated.emit(self._at, self.name.text().strip(), self.role.text().strip())


class MissingList(QWidget):
    """Rings and words; says so where nothing is missing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[str, ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head, _ = make_section(tr("Still missing"))
        column.addWidget(head)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(4)
        self._rows.setColumnStretch(1, 1)
        column.addLayout(self._rows)

    def texts(self) -> tuple[str, ...]:
        """What is shown."""
        return self._shown or ()

    def refresh(self, parts: Sequence[str]) -> None:
        """List other things; the rows stay where the list is the same."""
        if tuple(parts) == self._shown:
            return
        self._shown = tuple(parts)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, text in enumerate(parts or (tr("Nothing is missing."),)):
            mark = MarkView("open" if parts else "done", name=tr("missing") if parts else tr("done"))
            top = Qt.AlignmentFlag.AlignTop
            holder = QWidget()
            inside = QVBoxLayout(holder)
            inside.setContentsMargins(0, 4, 0, 0)
            inside.addWidget(mark)
            self._rows.addWidget(holder, row, 0, top)
            self._rows.addWidget(make_label(text[:1].upper() + text[1:], "body", wraps=True), row, 1)
