"""When Python looks for garbage: not while the program starts, and rarely while somebody moves a slider."""

from __future__ import annotations

import atexit
import gc

from PySide6.QtCore import QCoreApplication, QTimer

QUIET_MILLISECONDS = 5000
"""Time for the window and the first project: almost all that is made until then stays to the end."""

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


def _settle() -> None:
    gc.collect()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    gc.enable()
