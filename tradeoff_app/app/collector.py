"""When Python looks for garbage: not while the program starts, and rarely while somebody moves a slider."""

from __future__ import annotations

import atexit
import gc

from PySide6.QtCore import QCoreApplication, QTimer

from tradeoff_app.app.heap import give_back

QUIET_MILLISECONDS = 5000
"""Time for the window and the first project: almost all that is made until then stays to the end."""

IDLE_MILLISECONDS = 1500
"""Time after the last replacement; a new one within it starts it again."""
_LOOK = "idle_look"

THRESHOLDS = (20_000, 20, 20)
"""Objects between two looks: an evaluation leaves some hundred behind, nearly all of which are freed without a look."""


def rest_while_starting(app: QCoreApplication) -> None:
    """No look for garbage until the program has settled, and none in what is left when it ends.

    What is alive once it has settled is never looked through again. At the end the memory goes back as a whole: looking
    for cycles in it first would take 50 ms.
    """
    gc.disable()
    atexit.register(gc.freeze)
    QTimer.singleShot(QUIET_MILLISECONDS, app, _settle)
    watch_idle_moments(app)


def look_when_idle() -> None:
    """Rows or a project were replaced: look for what they leave behind once, when the window has been idle a moment.

    Whole tables may hang on one cycle, and the ordinary looks come after thousands of small objects, not large ones.
    """
    app = QCoreApplication.instance()
    timer = app.findChild(QTimer, _LOOK) if app is not None else None
    if timer is not None:
        timer.start(IDLE_MILLISECONDS)


def watch_idle_moments(app: QCoreApplication) -> QTimer:
    """Have `look_when_idle` look from now on; the clock that it winds up, which belongs to `app`."""
    timer = QTimer(app)
    timer.setObjectName(_LOOK)
    timer.setSingleShot(True)
    timer.timeout.connect(_look)
    return timer


def _look() -> None:
    if gc.isenabled():
        gc.collect()
        give_back()


def _settle() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    gc.enable()
