"""How long work is going on: nothing at first, a thin line after 0.3 s, words and Cancel after 1 s."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import ElidedLabel

LINE_AFTER_MS, WORDS_AFTER_MS = 300, 1000


class ProgressLine(QWidget):
    """Lies over the top of the work area, so that nothing moves when it comes and goes."""

    cancel_asked = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        self._words = QWidget(self)
        self._label = ElidedLabel("", "body", "muted", elide=Qt.TextElideMode.ElideMiddle)
        self._cancel = make_button(tr("Cancel"), "quiet")
        self._cancel.clicked.connect(self.cancel_asked)
        row = QHBoxLayout(self._words)
        row.setContentsMargins(24, 4, 24, 4)
        row.addWidget(self._label, 1)
        row.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self._show_line, self._show_words = self._clock(LINE_AFTER_MS), self._clock(WORDS_AFTER_MS)
        self._show_line.timeout.connect(self._line_is_due)
        self._show_words.timeout.connect(self._words_are_due)
        self._words.hide()
        self.hide()

    def start(self, text: str) -> None:
        """Work began; nothing is shown yet."""
        self.set_progress(None, text)
        self._show_line.start()
        self._show_words.start()

    def set_progress(self, share: float | None, text: str | None = None) -> None:
        """How far it is, 0 to 1, None where nobody knows; and what is being done."""
        if text is not None:
            self._label.set_text(text)
            self.setAccessibleName(text)
        self._bar.setRange(0, 0 if share is None else 1000)
        if share is not None:
            self._bar.setValue(round(share * 1000))

    def stop(self) -> None:
        """Work ended; everything goes at once."""
        self._show_line.stop()
        self._show_words.stop()
        self._words.hide()
        self.hide()

    def _clock(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        return timer

    def _line_is_due(self) -> None:
        self.show()
        self.raise_()
        self.adjustSize()
        self.resize(self._host.width(), self.sizeHint().height())

    def _words_are_due(self) -> None:
        self._words.show()
        self._line_is_due()
