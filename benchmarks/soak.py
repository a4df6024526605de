"""Works the real window at random for thousands of actions: nothing may abort, no error may escape, memory stays.

    python benchmarks/soak.py --actions 50000 --seed 1

Prints the actions by kind, the errors that reached the last hook, and the memory (RSS) after a tenth of the actions,
when everything has been shown once, and at the end, both times at rest: same size, same page, nothing running.
Exit code 1 where an error escaped or memory grew by a tenth.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HOME = tempfile.mkdtemp(prefix="tradeoff-soak-")
os.environ |= {"HOME": HOME, "TRADEOFF_CONFIG": f"{HOME}/config", "XDG_DATA_HOME": f"{HOME}/data"}

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPoint, Qt, QTimer  # noqa: E402 - after the folders are set
from PySide6.QtTest import QTest  # noqa: E402 - after the folders are set
from PySide6.QtWidgets import (  # noqa: E402 - after the folders are set
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QDoubleSpinBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QWidget,
)

from tradeoff_app.ui.main_window import MainWindow  # noqa: E402 - after the folders are set
from tradeoff_app.ui.start import make_application, open_window  # noqa: E402 - after the folders are set

SAMPLES = Path(__file__).resolve().parents[1] / "sample_projects"
GROWTH_ALLOWED = 0.10
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
SIZES = ((960, 540), (1280, 800), (1440, 900), (1920, 1080))


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
                self._step, self._undo, self._resize, self._scheme, self._dialog,
            ),
            (30, 12, 12, 6, 6, 12, 10, 8, 8, 0.5, 0.3, 6),
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
        self.window.resize(*self.rng.choice(SIZES))

    def _scheme(self) -> None:
        self.window._set_scheme(self.rng.choice(("light", "dark", "system")))

    def _dialog(self) -> None:
        for dialog in self.window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()

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


def memory_at_rest(app: QApplication, window: MainWindow) -> float:
    """Resident memory where the window is as large as at the other time, on the same page, with nothing under way."""
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            dialog.reject()
    window.resize(*SIZES[0])
    if window.workspace is not None and window.document.is_open:
        window.workspace.show_step("compare")
    end = time.monotonic() + 2.0
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)
    if window.workspace is not None:
        window.workspace.wait()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    return memory_mb()


def memory_mb() -> float:
    """Resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def main() -> int:
    """0 where nothing escaped and memory stayed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actions", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    app = make_application()
    _keep_native_dialogs_away()
    window = open_window(app, [str(SAMPLES / "support-bot.tradeoff")])
    monkey = Monkey(app, window, options.seed)
    sys.excepthook = lambda kind, error, trace: monkey.errors.append(
        "".join(traceback.format_exception(kind, error, trace))
    )
    warm = 0.0
    began = time.monotonic()
    hook = sys.excepthook
    for number in range(options.actions):
        try:
            monkey.act()
        except RuntimeError as gone:  # the widget went away under the mouse
            if "already deleted" not in str(gone):
                hook(type(gone), gone, gone.__traceback__)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is counted
            hook(type(error), error, error.__traceback__)
        if number == options.actions // 10:
            warm = memory_at_rest(app, window)
    end = memory_at_rest(app, window)
    growth = end / warm - 1
    said = {
        "actions": options.actions,
        "seed": options.seed,
        "seconds": round(time.monotonic() - began, 1),
        "by_kind": dict(monkey.counts),
        "errors": len(monkey.errors),
        "distinct_errors": sorted({text.strip().splitlines()[-1] for text in monkey.errors})[:20],
        "memory_mb": {"after_a_tenth": round(warm, 1), "end": round(end, 1), "growth": round(growth, 3)},
    }
    print(json.dumps(said) if options.json else json.dumps(said, indent=1))
    for text in list(dict.fromkeys(monkey.errors))[:5]:
        sys.stderr.write(text)
    window.document.close()
    window.close()
    return 1 if monkey.errors or growth > GROWTH_ALLOWED else 0


def _keep_native_dialogs_away() -> None:
    """A file dialog waits for a person: each is given up as soon as it is asked, so that it ends as it would."""
    QFileDialog.exec = lambda *_: 0  # type: ignore[method-assign]
    QFileDialog.open = lambda dialog, *_: dialog.reject()  # type: ignore[method-assign]
    QFileDialog.show = lambda dialog, *_: dialog.reject()  # type: ignore[method-assign]
    QFileDialog.getOpenFileName = staticmethod(lambda *_a, **_k: ("", ""))  # type: ignore[method-assign]
    QFileDialog.getOpenFileNames = staticmethod(lambda *_a, **_k: ([], ""))  # type: ignore[method-assign]
    QFileDialog.getSaveFileName = staticmethod(lambda *_a, **_k: ("", ""))  # type: ignore[method-assign]


if __name__ == "__main__":
    sys.exit(main())
