"""Colours keep their contrast: text 4.5 to 1, marks 3 to 1, in both schemes and in high contrast."""

from __future__ import annotations

import re

import pytest

from tradeoff_app.figures.palette import DARK, LIGHT, Palette, contrast, high_contrast

PALETTES = [LIGHT, DARK, high_contrast(LIGHT), high_contrast(DARK)]
TEXTS = ("text", "muted", "accent", "before_ink", "after_ink", "better_ink", "worse_ink", "evidence_ink")
MARKS = ("strong", "accent", "focus", "better", "worse", "before_ink", "after_ink")
ON_SOFT = (
    ("better_ink", "better_soft"),
    ("worse_ink", "worse_soft"),
    ("evidence_ink", "evidence_soft"),
    ("accent", "accent_soft"),
)


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("ground", ["surface", "raised"])
def test_that_text_can_be_read(palette: Palette, ground: str) -> None:
    weak = {name: contrast(getattr(palette, name), getattr(palette, ground)) for name in TEXTS}
    assert {name: ratio for name, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("ground", ["surface", "raised"])
def test_that_marks_can_be_seen(palette: Palette, ground: str) -> None:
    weak = {name: contrast(getattr(palette, name), getattr(palette, ground)) for name in MARKS}
    assert {name: ratio for name, ratio in weak.items() if ratio < 3.0} == {}


@pytest.mark.parametrize("palette", PALETTES)
def test_that_chips_can_be_read(palette: Palette) -> None:
    weak = {ink: contrast(getattr(palette, ink), getattr(palette, soft)) for ink, soft in ON_SOFT}
    assert {name: ratio for name, ratio in weak.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("fill", ["before", "after", "better", "worse"])
def test_that_labels_on_fills_can_be_read(palette: Palette, fill: str) -> None:
    assert contrast(palette.on_mark, palette.mark(fill)) >= 4.0


def test_that_the_formula_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#777777") == pytest.approx(4.48, abs=0.01)


def test_that_every_colour_is_written_alike() -> None:
    assert all(
        re.fullmatch(r"#[0-9A-F]{6}", colour) for palette in PALETTES for colour in palette.as_mapping().values()
    )
