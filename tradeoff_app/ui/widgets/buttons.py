"""Buttons by kind: one primary at most on a screen, links for what is small, quiet for what is rarely wanted."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QPushButton, QSizePolicy, QWidget

from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.shown_text import entry_text

ButtonKind = Literal["plain", "primary", "quiet", "link", "bar", "invert"]


def make_button(
    text: str, kind: ButtonKind = "plain", *, is_large: bool = False, name: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A button whose text is a verb with its object; `name` says more to a screen reader where the text is short."""
    button = QPushButton(entry_text(text), parent)
    button.setProperty("kind", kind)
    if is_large:
        button.setProperty("scale", "large")
    button.setFont(font("body" if kind == "link" else "control"))
    button.setAutoDefault(False)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(name or text)
    if kind == "link":
        button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def make_rule(kind: Literal["rule", "head-rule", "upright"] = "rule", parent: QWidget | None = None) -> QFrame:
    """A hairline: under a row, under a head (darker), or upright between columns."""
    line = QFrame(parent)
    line.setProperty("kind", kind)
    return line
