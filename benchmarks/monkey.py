"""Uses the window at random: clicks, types, drags, drops files, opens dialogs and answers them."""

from __future__ import annotations

import random
import time
from collections import Counter
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)
from worked_window import RESULTS, SAMPLES, SIZES

from tradeoff_app.ui.main_window import MainWindow

WORDS = ("a", "Rare <b>queries</b>", "<img src=/etc/hostname>", "=1+1", "日本", "", "x" * 300, "0,5", "👩‍🚀")
KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_F1,
    Qt.Key.Key_Space,
    Qt.Key.Key_PageDown,
)
WISHES = (
    "define_segment", "error_readings", "columns", "problems", "only_before", "only_after", "repeated", "swap",
    "forget_reading",
)  # fmt: skip
"""What the Data page may ask of the window, beside what needs a name."""
ASKED = (
    "save", "compare", "add_version", "update", "columns", "problems", "why", "explain", "palette", "shortcuts",
    "about", "export", "new", "open", "close",
)  # fmt: skip
"""Entries of the menu; files that they ask for are given up, or those of a sample are chosen."""


class Monkey:
    """Takes one action at a time on what can be seen; `counts` says what it did."""

    def __init__(self, app: QApplication, window: MainWindow, seed: int) -> None:
        self.app, self.window = app, window
        self.rng = random.Random(seed)
        self.counts: Counter[str] = Counter()
        self.errors: list[str] = []
        self._popups = QTimer()
        self._popups.setInterval(15)
        self._popups.timeout.connect(self._meet_popup)
        self._popups.start()

    def act(self) -> None:
        """One action, and the events that follow from it."""
        if not self.window.document.is_open:
            self._open_sample()
        self._meet_popup()
        action = self.rng.choices(
            (
                self._click, self._slide, self._type_number, self._choose, self._write, self._key, self._pick,
                self._step, self._undo, self._resize, self._scheme, self._dialog, self._tab, self._language,
                self._menu, self._data, self._files, self._second_start,
            ),
            (30, 12, 12, 6, 6, 12, 10, 8, 8, 0.5, 0.2, 6, 3, 0.2, 1, 1, 0.1, 0.2),
        )[0]  # fmt: skip
        self.counts[action.__name__.strip("_")] += 1
        action()
        self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _visible(self, kind: type[QWidget]) -> Any:
        modal = QApplication.activeModalWidget()
        root = modal if modal is not None else self.window
        found = [widget for widget in root.findChildren(kind) if widget.isVisible() and widget.isEnabled()]
        return self.rng.choice(found) if found else None

    def _click(self) -> None:
        button = self._visible(QAbstractButton)
        if button is not None:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _slide(self) -> None:
        slider = self._visible(QAbstractSlider)
        if slider is not None:
            slider.setValue(self.rng.randint(slider.minimum(), max(slider.minimum(), slider.maximum())))
            return
        widget = self._visible(QWidget)
        if widget is None:
            return
        place = QPoint(self.rng.randint(0, max(1, widget.width())), self.rng.randint(0, max(1, widget.height())))
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseMove(widget, place + QPoint(self.rng.randint(-80, 80), 0))
        QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=place)

    def _type_number(self) -> None:
        field = self._visible(QDoubleSpinBox)
        if field is not None:
            span = min(1e6, field.maximum()) - max(-1e6, field.minimum())
            field.setValue(max(-1e6, field.minimum()) + self.rng.random() ** 6 * span)

    def _choose(self) -> None:
        box = self._visible(QComboBox)
        if box is not None and box.count():
            index = self.rng.randrange(box.count())
            box.setCurrentIndex(index)
            box.activated.emit(index)

    def _write(self) -> None:
        field = self._visible(self.rng.choice((QLineEdit, QPlainTextEdit)))
        if field is None:
            return
        field.setFocus()
        word = self.rng.choice(WORDS)
        if isinstance(field, QPlainTextEdit):
            field.setPlainText(word)
        else:
            field.setText(word)
            field.editingFinished.emit()

    def _key(self) -> None:
        target = QApplication.focusWidget() or self.window
        QTest.keyClick(target, self.rng.choice(KEYS))

    def _pick(self) -> None:
        view = self._visible(QAbstractItemView)
        model = view.model() if view is not None else None
        if model is None or not model.rowCount(QModelIndex()):
            return
        columns = max(1, model.columnCount(QModelIndex())) if not isinstance(model, QAbstractListModel) else 1
        index = model.index(self.rng.randrange(model.rowCount(QModelIndex())), self.rng.randrange(columns))
        view.setCurrentIndex(index)
        view.clicked.emit(index)

    def _step(self) -> None:
        if self.window.workspace is not None and self.window.document.is_open:
            self.window.workspace.show_step_at(self.rng.randrange(9))

    def _undo(self) -> None:
        (self.window.document.undo if self.rng.random() < 0.6 else self.window.document.redo)()

    def _resize(self) -> None:
        any_size = self.rng.randint(960, 1920), self.rng.randint(540, 1200)
        self.window.resize(*self.rng.choice((*SIZES, any_size, any_size)))

    def _scheme(self) -> None:
        self.window._set_scheme(self.rng.choice(("light", "dark", "system")))

    def _dialog(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()

    def _tab(self) -> None:
        row = self._visible(QTabBar)
        if row is not None and row.count():
            place = row.tabRect(self.rng.randrange(row.count())).center()
            QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=place)

    def _language(self) -> None:
        if QApplication.activeModalWidget() is None:
            self.window._set_language(self.rng.choice(("de", "en")))

    def _menu(self) -> None:
        """As from the menu or by its shortcut: nothing while a dialog waits."""
        action = self.window.actions_[self.rng.choice(ASKED)]
        if QApplication.activeModalWidget() is None and action.isEnabled():
            action.trigger()

    def _data(self) -> None:
        if QApplication.activeModalWidget() is None and self.window.document.is_open:
            self.window.data_flow.do(self.rng.choice(WISHES))

    def _files(self) -> None:
        """Result files are dropped on the window."""
        if QApplication.activeModalWidget() is None:
            self.window.files.take_files([SAMPLES / name for name in self.rng.choice(RESULTS)])

    def _second_start(self) -> None:
        """The program is started once more, with a project or without one."""
        samples = [[str(path)] for path in sorted(SAMPLES.glob("*.tradeoff"))]
        if QApplication.activeModalWidget() is None:
            self.window.take_over(self.rng.choice(([], *samples)))

    def _meet_popup(self) -> None:
        """A button's menu runs a loop of its own: the clock takes an entry, or closes it."""
        menu = QApplication.activePopupWidget()
        if menu is None:
            return
        actions = [action for action in menu.actions() if action.isEnabled() and not action.menu()]
        if isinstance(menu, QMenu) and actions and self.rng.random() < 0.5:
            action = self.rng.choice(actions)
            if action is not self.window.actions_["quit"]:
                action.trigger()
        menu.close()

    def _open_sample(self) -> None:
        path = self.rng.choice(sorted(SAMPLES.glob("*.tradeoff")))
        self.window.files.open_sample(str(path))
        end = time.monotonic() + 30
        while not self.window.document.is_open and time.monotonic() < end:
            self.app.processEvents()
            time.sleep(0.01)
