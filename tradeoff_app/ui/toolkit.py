"""Imports Qt without its import hook, which reads the source of every later module to look for features of its own."""

from __future__ import annotations

import builtins
import importlib


def import_toolkit() -> None:
    """Have Qt's modules at hand and leave Python's own import as it was.

    PySide6 replaces `__import__` to switch its optional names (snake_case, true_property) by module. None is used here,
    and the search costs a third of a second until the first verdict, and again in every import inside a function.
    """
    plain = builtins.__import__
    try:
        for name in ("QtCore", "QtGui", "QtWidgets"):
            importlib.import_module(f"PySide6.{name}")
    finally:
        builtins.__import__ = plain
