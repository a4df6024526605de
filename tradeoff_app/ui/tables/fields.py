"""Fields for words and dates: each tells of an edit while it is written, and once more when it is left.

What is written must not wait for the field to be left before the page follows and it is put aside. Who hears it edits
under one key, so that what is written in one go stays one step.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.theme import font, line_height
from tradeoff_app.ui.widgets.text import repolish, set_tool_tip
from tradeoff_app.ui.widgets.window_keys import is_for_window

WRITING_MS = 400
"""How long words that are being written wait before they are stated; they are put aside at most 1.5 s later."""
MOST_LINES = 6
"""So many lines of prose are shown before they scroll."""
DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")
"""15.01.2027: with dots the day comes first wherever dates are written so."""


class WritingClock(QTimer):
    """Runs out a moment after something was written, however much more follows."""

    def __init__(self, act: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setSingleShot(True)
        self.setInterval(WRITING_MS)
        self.timeout.connect(act)

    def written(self) -> None:
        """The clock is not put back by the next letter: nothing waits longer than it runs."""
        if not self.isActive():
            self.start()


class TextField(QLineEdit):
    """One line of the PM's own words; an empty one is unstated. It is stated while it is written, and when left.

    An empty field is not stated before it is left: who clears it is on the way to other words.
    """

    text_stated = Signal(str)

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setFont(font("body"))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setFixedHeight(28)
        self.setAcceptDrops(False)  # files may be dropped anywhere in the window
        self._clock = WritingClock(self._write, self)
        self.textEdited.connect(self._clock.written)
        self.editingFinished.connect(self._finished)

    def show_text(self, text: str | None) -> None:
        """Show what is stated; what is being written here stays, unless something else was stated meanwhile."""
        is_known = (text or "").strip() == self._shown.strip()
        self._shown = text or ""
        is_written = self.hasFocus() and self.isModified() and is_known
        if not is_written and self.text() != self._shown:
            self.setText(self._shown)
            self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo is that of the window unless something is being written here."""
        if not is_for_window(self, event, is_written=self.isModified()):
            super().keyPressEvent(event)

    def _write(self) -> None:
        if self.text().strip():
            self._state()

    def _finished(self) -> None:
        self._clock.stop()
        self.setModified(False)
        self._state()

    def _state(self) -> None:
        text = self.text().strip()
        if text != self._shown.strip():
            self._shown = text
            self.text_stated.emit(text)


class TextArea(QPlainTextEdit):
    """A few lines of the PM's own words; Tab leaves it. The text is stated when it is left, and while it is written."""

    text_stated = Signal(str)

    def __init__(self, name: str, placeholder: str = "", *, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ""
        self.setFont(font("body"))
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.viewport().setAcceptDrops(False)
        self.setAcceptDrops(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lines = lines
        self.setFixedHeight(_height_of(lines))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)
        self._clock = WritingClock(self._state, self)
        self.textChanged.connect(self._written)

    def show_text(self, text: str | None) -> None:
        """Show what is stated, unless somebody is writing here."""
        self._shown = text or ""
        if not (self.hasFocus() and self.document().isModified()) and self.toPlainText() != self._shown:
            self.setPlainText(self._shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was written counts when the field is left."""
        super().focusOutEvent(event)
        self._finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Return states the text without leaving."""
        is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_return and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._finish()
        elif not is_for_window(self, event, is_written=self.document().isModified()):
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """As high as its text, so that nothing that was written is out of sight; a long one scrolls."""
        layout, block, wanted = self.document().documentLayout(), self.document().begin(), 0
        while block.isValid():
            layout.blockBoundingRect(block)  # lines are counted once they are laid out
            wanted += max(1, block.layout().lineCount())
            block = block.next()
        is_long = wanted > MOST_LINES
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.setFixedHeight(_height_of(min(max(self._lines, wanted), MOST_LINES)))

    def _written(self) -> None:
        if self.hasFocus():
            self._clock.written()

    def _finish(self) -> None:
        self.document().setModified(False)
        self._state()

    def _state(self) -> None:
        self._clock.stop()
        text = self.toPlainText().strip()
        if text != self._shown.strip():
            self._shown = text
            self.text_stated.emit(text)


class DateField(QLineEdit):
    """A day, written as the locale writes it or as 2027-01-31; empty is unstated, anything else is marked invalid.

    A day is stated as soon as it can be read; what can't be read is marked when the field is left.
    """

    date_stated = Signal(object)
    """Carries a `date` or None."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day: date | None = None
        self._name = name
        self.setFont(font("body"))
        self.setAccessibleName(name)
        self.setPlaceholderText("2027-01-31")
        self.setFixedHeight(28)
        self.setFixedWidth(QFontMetrics(self.font()).horizontalAdvance(write_day(date(2026, 9, 30))) + 24)
        self._clock = WritingClock(self._write, self)
        self.textEdited.connect(self._clock.written)
        self.editingFinished.connect(self._finished)

    def show_day(self, day: date | None) -> None:
        """Show what is stated; what is being written here stays, unless something else was stated meanwhile."""
        is_known, self._day = day == self._day, day
        if not (self.hasFocus() and self.isModified() and is_known):
            self.setText(write_day(day) if day else "")
            self._mark(is_valid=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo is that of the window unless a day is being written here."""
        if not is_for_window(self, event, is_written=self.isModified()):
            super().keyPressEvent(event)

    def _write(self) -> None:
        day = read_day(self.text().strip())
        if day is not None:
            self._mark(is_valid=True)
            self._state(day)

    def _finished(self) -> None:
        self._clock.stop()
        self.setModified(False)
        text = self.text().strip()
        day = read_day(text) if text else None
        self._mark(is_valid=day is not None or not text)
        if day is not None:
            self.setText(write_day(day))
        if (day is None) != bool(text):
            self._state(day)

    def _state(self, day: date | None) -> None:
        if day != self._day:
            self._day = day
            self.date_stated.emit(day)

    def _mark(self, *, is_valid: bool) -> None:
        state = "" if is_valid else "invalid"
        if self.property("state") != state:
            self.setProperty("state", state)
            repolish(self)
            hint = "" if is_valid else tr("Write a day such as 2027-01-31.")
            set_tool_tip(self, hint)
            self.setAccessibleDescription(hint)


def _height_of(lines: int) -> int:
    return lines * line_height("body") + 18


def write_day(day: date) -> str:
    """A day as the locale writes it in short: "31 Jan 2027"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMM yyyy"))


def read_day(text: str) -> date | None:
    """The day that a text names, in ISO form or in the locale's; None where it names none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        pass
    locale = QLocale()
    if dotted := DOTTED.fullmatch(text):
        return read_day("{2}-{1:0>2}-{0:0>2}".format(*dotted.groups()))
    for form in (
        tr("d MMMM yyyy"),
        tr("d MMM yyyy"),
        tr("d. MMMM yyyy"),
        locale.dateFormat(QLocale.FormatType.ShortFormat),
    ):
        found = locale.toDate(text, form)
        if found.isValid() and found.year() >= 1990:
            return date(found.year(), found.month(), found.day())
    return None
