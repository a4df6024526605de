"""Whether a window could open here; asked before Qt is loaded, because Qt ends the process where it can't."""

from __future__ import annotations

import os
import sys

VARIABLES = ("WAYLAND_DISPLAY", "DISPLAY", "QT_QPA_PLATFORM")


def find_display() -> str | None:
    """What leads to a display, such as `DISPLAY=:0`; None where there is none."""
    if sys.platform != "linux":
        return "the system's own"
    return next((f"{name}={os.environ[name]}" for name in VARIABLES if os.environ.get(name)), None)
