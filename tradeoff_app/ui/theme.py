"""How the window looks: typeface, palette and style sheet from the tokens that the briefing reads too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from tradeoff_app.figures.fonts import CUTS, FAMILY
from tradeoff_app.figures.palette import DARK, LIGHT, Palette, high_contrast

Scheme = Literal["light", "dark", "system"]
FontRole = Literal[
    "display", "title", "lead", "verdict", "section", "strong", "body", "control", "figure", "small", "chip"
]

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
STYLE_SHEET = RESOURCES / "ui.qss"
SCHEME = "tradeoffScheme"
CONTRAST = "tradeoffHighContrast"
FIELD = re.compile(r"\{([a-z_]+)\}")

SIZES: dict[FontRole, tuple[int, int, QFont.Weight]] = {
    "display": (28, 36, QFont.Weight.DemiBold),
    "title": (20, 28, QFont.Weight.DemiBold),
    "verdict": (18, 24, QFont.Weight.DemiBold),
    "section": (16, 24, QFont.Weight.DemiBold),
    "strong": (14, 20, QFont.Weight.DemiBold),
    "body": (14, 20, QFont.Weight.Normal),
    "control": (14, 20, QFont.Weight.Medium),
    "small": (12, 16, QFont.Weight.Normal),
    "chip": (12, 16, QFont.Weight.DemiBold),
    "lead": (16, 24, QFont.Weight.Normal),
    "figure": (13, 18, QFont.Weight.DemiBold),
}
"""Pixel size, line height and weight by role; `figure` is for labels in plots, `lead` goes under a display title."""


def install(app: QApplication, scheme: Scheme = "system") -> None:
    """Give the application its typeface and style, and follow the system's colour scheme from now on."""
    load_fonts()
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setFont(font("body"))
    app.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, False)
    app.styleHints().colorSchemeChanged.connect(_follow_system)
    set_scheme(scheme)
    _apply()


def set_scheme(scheme: Scheme) -> None:
    """Use light, dark or the system's scheme at once."""
    hints = QGuiApplication.styleHints()
    app = QApplication.instance()
    if app is not None:
        app.setProperty(SCHEME, scheme)
    if scheme == "system":
        hints.unsetColorScheme()
    else:
        hints.setColorScheme(Qt.ColorScheme.Dark if scheme == "dark" else Qt.ColorScheme.Light)
    _apply()


def current_scheme() -> Scheme:
    """The scheme that was asked for last."""
    app = QApplication.instance()
    asked = app.property(SCHEME) if app is not None else None
    return asked if asked in ("light", "dark") else "system"


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Make the five cuts of the typeface known to Qt; raises RuntimeError where a file is missing."""
    for path in CUTS.values():
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise RuntimeError(f"the font {path.name} can't be loaded")


@lru_cache(maxsize=64)
def font(role: FontRole = "body", *, italic: bool = False) -> QFont:
    """The typeface in the size and weight of a role, in device-independent pixels; shared, so never change it."""
    pixels, _, weight = SIZES[role]
    wanted = QFont(FAMILY)
    wanted.setPixelSize(pixels)
    wanted.setWeight(weight)
    wanted.setItalic(italic)
    return wanted


def line_height(role: FontRole) -> int:
    """The height of one line of a role, in device-independent pixels."""
    return SIZES[role][1]


def current_palette() -> Palette:
    """The tokens in force; widgets that paint themselves ask for them in each paint, so no one keeps an old set."""
    return _in_force[-1]


def colour(token: str, alpha: float = 1.0) -> QColor:
    """The token's colour now, `alpha` 0 to 1."""
    value = QColor(getattr(_in_force[-1], token))
    if alpha < 1.0:
        value.setAlphaF(alpha)
    return value


@contextmanager
def painted_in(palette: Palette) -> Iterator[None]:
    """Paint with another set of tokens for a while, such as a picture that leaves the window."""
    before, _in_force[-1] = _in_force[-1], palette
    try:
        yield
    finally:
        _in_force[-1] = before


_in_force: list[Palette] = [LIGHT]
"""The palette that was applied last; one entry."""


def style_sheet(palette: Palette) -> str:
    """The style sheet with its `{token}` fields filled; raises KeyError for a field that is no token."""
    is_dark = QColor(palette.surface).lightness() < 128
    tokens = palette.as_mapping() | {
        "icons": (RESOURCES / "icons").as_posix(),
        "scheme": "dark" if is_dark else "light",
        "disabled": _disabled_ink(palette),
    }
    return FIELD.sub(lambda match: tokens[match.group(1)], STYLE_SHEET.read_text(encoding="utf-8"))


def qt_palette(palette: Palette) -> QPalette:
    """The palette that Fusion and every unstyled widget paint with."""
    result = QPalette()
    role = QPalette.ColorRole
    for target, token in (
        (role.Window, palette.raised),
        (role.WindowText, palette.text),
        (role.Base, palette.surface),
        (role.AlternateBase, palette.surface),
        (role.Text, palette.text),
        (role.PlaceholderText, palette.muted),
        (role.Button, palette.surface),
        (role.ButtonText, palette.text),
        (role.BrightText, palette.evidence_ink),
        (role.Highlight, palette.accent_soft),
        (role.HighlightedText, palette.accent),
        (role.Accent, palette.accent),
        (role.Link, palette.accent),
        (role.LinkVisited, palette.accent),
        (role.ToolTipBase, palette.text),
        (role.ToolTipText, palette.surface),
        (role.Light, palette.surface),
        (role.Midlight, palette.raised),
        (role.Mid, palette.rule),
        (role.Dark, palette.strong),
        (role.Shadow, palette.strong),
    ):
        result.setColor(target, QColor(token))
    for target in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, target, QColor(_disabled_ink(palette)))
    return result


def _disabled_ink(palette: Palette) -> str:
    """What can't be used now is paler than text, in high contrast too, where marks are as dark as text."""
    if palette.strong != palette.text:
        return palette.strong
    return (DARK if QColor(palette.surface).lightness() < 128 else LIGHT).muted


def set_high_contrast(*, is_high: bool) -> None:
    """Use pure ink and strong rules, or the palette as it is.

    It is a choice of the user: asking QStyleHints.accessibility() destroys Qt's own object on PySide6 6.11.
    """
    app = QApplication.instance()
    if app is not None:
        app.setProperty(CONTRAST, is_high)
    _apply()


def _wants_contrast() -> bool:
    app = QGuiApplication.instance()
    return app is not None and bool(app.property(CONTRAST))


def _follow_system(_scheme: Qt.ColorScheme) -> None:
    _apply()


def _apply() -> None:
    """Bring palette and style sheet in line with the scheme; widgets hear of it through PaletteChange."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    asked = current_scheme()
    is_system_dark = app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    base = DARK if asked == "dark" or (asked == "system" and is_system_dark) else LIGHT
    palette = high_contrast(base) if _wants_contrast() else base
    _in_force[-1] = palette
    app.setPalette(qt_palette(palette))
    sheet = style_sheet(palette)
    if app.styleSheet() != sheet:
        app.setStyleSheet(sheet)
