"""Keeps plug-ins of other packages out of the models: nothing that is installed beside the program sees decisions."""

from __future__ import annotations

import sys
from types import ModuleType

LOADER = "pydantic.plugin._loader"
"""The part of pydantic that searches every installed package for plug-ins, 20 ms of each start."""


def leave_plugins_out() -> None:
    """Put a loader that finds nothing in its place; to be called before the first model is made."""
    if LOADER not in sys.modules:
        empty = ModuleType(LOADER)
        empty.get_plugins = _no_plugins  # type: ignore[attr-defined]
        sys.modules[LOADER] = empty


def _no_plugins() -> tuple[()]:
    return ()
