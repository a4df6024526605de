"""Tokens, style sheet and palette: one source, no colour of its own, readable in every scheme."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from tradeoff_app.figures.palette import DARK, LIGHT, Palette, contrast, high_contrast
from tradeoff_app.ui import theme

SCHEMES = [LIGHT, DARK, high_contrast(LIGHT), high_contrast(DARK)]


@pytest.fixture(autouse=True)
def back_to_light() -> object:
    """Every test starts and ends in the light scheme."""
    yield
    theme.set_high_contrast(is_high=False)
    theme.set_scheme("light")


def test_that_the_style_sheet_has_no_colour_of_its_own() -> None:
    text = theme.STYLE_SHEET.read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    assert re.findall(r"#[0-9A-Fa-f]{3,8}\b(?=[;\s,)])", re.sub(r"#\w+(?=[\s,{\[:>])", "", rules)) == []
    assert re.findall(r"\b(rgb|rgba|hsl|hsv)\(", rules) == []
    names = r":\s*(?:1px solid )?(white|black|red|green|blue|gray|grey|orange|yellow)\b"
    assert re.findall(names, rules) == []


@pytest.mark.parametrize("palette", SCHEMES)
def test_that_every_field_of_the_style_sheet_is_a_token(palette: Palette) -> None:
    sheet = theme.style_sheet(palette)
    assert not theme.FIELD.search(sheet)
    assert palette.accent in sheet


@pytest.mark.parametrize("palette", SCHEMES)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        ("text", "surface"),
        ("text", "raised"),
        ("muted", "surface"),
        ("muted", "raised"),
        ("accent", "surface"),
        ("accent", "accent_soft"),
        ("surface", "accent"),
        ("surface", "text"),
        ("better_ink", "better_soft"),
        ("worse_ink", "worse_soft"),
        ("evidence_ink", "evidence_soft"),
        ("before_ink", "surface"),
        ("after_ink", "surface"),
    ],
)
def test_that_text_can_be_read(palette: Palette, ink: str, ground: str) -> None:
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", SCHEMES)
@pytest.mark.parametrize("mark", ["strong", "better", "worse", "focus", "accent"])
def test_that_marks_can_be_seen(palette: Palette, mark: str) -> None:
    assert contrast(getattr(palette, mark), palette.surface) >= 3.0


def test_that_a_scheme_holds_at_once_and_widgets_hear_of_it(app: QApplication) -> None:
    heard: list[int] = []

    class Listener(QWidget):
        def changeEvent(self, event: QEvent) -> None:
            if event.type() == QEvent.Type.PaletteChange:
                heard.append(1)

    widget = Listener()
    widget.show()
    theme.set_scheme("light")
    heard.clear()
    theme.set_scheme("dark")
    assert theme.current_palette() == DARK
    assert theme.current_scheme() == "dark"
    assert app.palette().color(QPalette.ColorRole.Base).name().upper() == DARK.surface
    app.processEvents()
    assert heard


def test_that_high_contrast_can_be_chosen() -> None:
    theme.set_high_contrast(is_high=True)
    assert theme.current_palette() == high_contrast(LIGHT)


def test_that_the_typeface_is_ours_with_digits_of_one_width() -> None:
    wanted = theme.font("body")
    assert QFontInfo(wanted).family() == "Source Sans 3"
    metrics = QFontMetricsF(wanted)
    assert len({round(metrics.horizontalAdvance(digit), 3) for digit in "0123456789−"}) == 1


@pytest.mark.parametrize("role", theme.SIZES)
def test_that_every_role_has_a_size_in_pixels_and_nothing_is_smaller_than_twelve(role: theme.FontRole) -> None:
    assert theme.font(role).pixelSize() >= 12
    assert theme.line_height(role) >= theme.font(role).pixelSize()


@pytest.mark.parametrize("palette", SCHEMES)
def test_that_what_cannot_be_used_is_paler_than_text_in_every_palette(palette: Palette) -> None:
    shown = theme.qt_palette(palette)
    paler = shown.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText).name()
    assert contrast(paler, palette.surface) < contrast(palette.text, palette.surface) - 3
    assert f":disabled {{ color: {paler}" in theme.style_sheet(palette).lower()
