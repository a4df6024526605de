"""The focus ring: shown for the keyboard only, outside the control, over any style sheet."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWindow
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFocusFrame,
    QProxyStyle,
    QScrollArea,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QTabBar,
    QWidget,
)

from tradeoff_app.ui.theme import colour

MARGIN = 4


class RingStyle(QProxyStyle):
    """Gives the ring its distance and leaves its corners whole; no other widget uses it, so it costs nothing."""

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Four pixels around the control."""
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return MARGIN
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - the name is Qt's
    ) -> int:
        """No mask: the control shows through. Above what is around the control, which would else cut the ring off."""
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, returnData)


class FocusRing(QFocusFrame):
    """2 px ring outside a 2 px gap. It listens to the keys of one window, not to every event of the application.

    Lists, tables and tab rows show the focus on their current item themselves.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._watched: QWindow | None = None
        self._is_by_keyboard = self._is_stopped = False
        self._style = RingStyle()
        self.setStyle(self._style)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def watch(self) -> None:
        """Begin to listen; the window must have been shown once."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._watched:
            self._watched = handle
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tab and shortcuts show the ring, the mouse hides it; the rest is the frame's own business."""
        if watched is self._watched:
            if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                is_tab = event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
                has_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                if (is_tab or has_control) and not self._is_by_keyboard:
                    self._is_by_keyboard = True
                    QTimer.singleShot(0, self, self._show_where_it_is)  # one control alone keeps the focus
            elif event.type() == QEvent.Type.MouseButtonPress:
                self._is_by_keyboard = False
                self._leave()
            return False
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring, in the focus colour; whole also where the control stands at the edge of what is shown."""
        around = self.parentWidget()
        room = self.rect() if around is None else self.rect().intersected(around.rect().translated(-self.pos()))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("focus"), 2))
        painter.drawRoundedRect(QRectF(room).adjusted(1, 1, -1, -1), 8, 8)

    def stop(self) -> None:
        """Listen no more: the window closes, and its widgets go one after the other."""
        app = QApplication.instance()
        if isinstance(app, QApplication) and not self._is_stopped:
            app.focusChanged.disconnect(self._moved)
            self._is_stopped = True
        self._leave()

    def _moved(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not (shiboken6.isValid(self) and shiboken6.isValid(self._window)):
            return
        is_ours = now is not None and now.window() is self._window
        if not is_ours or not self._is_by_keyboard or isinstance(now, QAbstractItemView | QTabBar):
            self._leave()
        elif now is not None:
            self.setWidget(now)
            QTimer.singleShot(0, self, self._follow)

    def _show_where_it_is(self) -> None:
        self._moved(None, QApplication.focusWidget())

    def _follow(self) -> None:
        """Scroll to what has the focus, which Qt does only where the focus was in the same page before."""
        focused = self.widget()
        if focused is not None and focused.isVisible() and not self._is_stopped:
            _bring_to_sight(focused)
            self.show()
            self.raise_()

    def _leave(self) -> None:
        if self.widget() is not None:
            self.setWidget(None)  # type: ignore[arg-type]
        self.hide()


def _bring_to_sight(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget, MARGIN, MARGIN)
        around = around.parentWidget()
