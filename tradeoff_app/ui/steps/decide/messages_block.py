"""Who is told what about the release, where and when: one line a message."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.rollout_plans import plan_of, with_message
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.project import Project
from tradeoff_app.model.rollout_plan import Message
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.tables.fields import DateField, TextArea, TextField
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn
from tradeoff_app.ui.widgets.buttons import make_button

COLUMNS = (
    LedgerColumn(QT_TR_NOOP("Audience"), 150),
    LedgerColumn(QT_TR_NOOP("Message"), 240, stretch=1),
    LedgerColumn(QT_TR_NOOP("Channel"), 120),
    LedgerColumn(QT_TR_NOOP("Date"), 104),
    LedgerColumn("", 64, "right"),
)


class MessageRow(QObject):
    """The fields of one message; `changed` carries its place, the new message (None to take it out) and its field."""

    changed = Signal(int, object, str)

    def __init__(self, at: int) -> None:
        super().__init__()
        self._at, self._message = at, Message(audience="")
        number = at + 1
        self.audience = TextField(tr("Message {number}, audience", number=number), tr("support team"))
        self.text = TextArea(tr("Message {number}, text", number=number), tr("what changes for them"), lines=2)
        self.channel = TextField(tr("Message {number}, channel", number=number), tr("mail"))
        self.day = DateField(tr("Message {number}, date", number=number))
        self.remove = make_button(tr("Remove"), "link", name=tr("Remove message {number}", number=number))
        self.audience.text_stated.connect(self._audience_stated)
        self.text.text_stated.connect(self._text_stated)
        self.channel.text_stated.connect(self._channel_stated)
        self.day.date_stated.connect(self._day_stated)
        self.remove.clicked.connect(self._removed)

    def widgets(self) -> list[QWidget | None]:
        """In the order of the columns."""
        return [self.audience, self.text, self.channel, self.day, self.remove]

    def refresh(self, message: Message) -> None:
        """Show what is stated."""
        self._message = message
        self.audience.show_text(message.audience)
        self.text.show_text(message.text)
        self.channel.show_text(message.channel)
        self.day.show_day(message.day)

    def _audience_stated(self, text: str) -> None:
        self._state(audience=text)

    def _text_stated(self, text: str) -> None:
        self._state(text=text)

    def _channel_stated(self, text: str) -> None:
        self._state(channel=text)

    def _day_stated(self, day: date | None) -> None:
        self._state(day=day)

    def _state(self, **fields: Any) -> None:
        self.changed.emit(self._at, self._message.model_copy(update=fields), ",".join(fields))

    def _removed(self) -> None:
        self.changed.emit(self._at, None, "")


class MessagesBlock(QWidget):
    """The communication plan."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._rows: list[MessageRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head, _ = make_section(tr("Communication"), tr("who is told what"))
        column.addWidget(head)
        self.ledger = Ledger(COLUMNS, row_height=72)
        column.addWidget(self.ledger)
        column.addSpacing(12)
        self.add = make_button(tr("Add a message"))
        self.add.clicked.connect(self._added)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self, project: Project) -> None:
        """Rows anew where messages came or went, else texts in place."""
        messages = plan_of(project).messages
        if len(self._rows) != len(messages):
            self.ledger.clear()
            self._rows = [MessageRow(at) for at in range(len(messages))]
            for at, row in enumerate(self._rows):
                row.changed.connect(self._changed)
                self.ledger.add_row(str(at), row.widgets())
        for row, message in zip(self._rows, messages, strict=True):
            row.refresh(message)
        self.ledger.setVisible(bool(messages))

    def _changed(self, at: int, message: Message | None, field: str) -> None:
        project = with_message(self._document.project, at, message)
        text = QT_TR_NOOP("Remove message {number}") if message is None else QT_TR_NOOP("Message {number}")
        self._document.edit(project, tr(text, number=at + 1), f"message/{at}/{field}" if field else None)

    def _added(self) -> None:
        project = self._document.project
        added = with_message(project, len(plan_of(project).messages), Message(audience=""))
        self._document.edit(added, tr("Add a message"))
