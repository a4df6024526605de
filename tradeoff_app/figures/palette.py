"""The colours of the window and of the briefing, by role: one file that both read."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True)
class Palette:
    """Colours as `#RRGGBB`, named by what they mean, never by how they look."""

    surface: str
    raised: str
    sunken: str
    text: str
    muted: str
    rule: str
    strong: str
    accent: str
    accent_soft: str
    focus: str
    before: str
    before_ink: str
    after: str
    after_ink: str
    better: str
    better_ink: str
    better_soft: str
    worse: str
    worse_ink: str
    worse_soft: str
    evidence_ink: str
    evidence_soft: str
    on_mark: str

    def as_mapping(self) -> dict[str, str]:
        """Every colour under its name, for filling in a style sheet."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def mark(self, role: str) -> str:
        """The fill of a mark of this role."""
        return str(getattr(self, _MARKS.get(role, role)))

    def ink(self, role: str) -> str:
        """The colour of text and edges of this role."""
        return str(getattr(self, _INKS.get(role, role)))


_MARKS = {"unknown": "strong", "no_worse": "strong", "empty": "sunken", "selected": "accent_soft"}
_INKS = {
    "before": "before_ink",
    "after": "after_ink",
    "better": "better_ink",
    "worse": "worse_ink",
    "evidence": "evidence_ink",
    "unknown": "muted",
    "no_worse": "muted",
    "empty": "muted",
    "selected": "text",
}

LIGHT = Palette(
    surface="#FFFFFF",
    raised="#F7F7F4",
    sunken="#EFEEEA",
    text="#1C1D1F",
    muted="#5A5D63",
    rule="#E2E0DA",
    strong="#8B8A84",
    accent="#2F4F93",
    accent_soft="#E9EEF9",
    focus="#2F6FED",
    before="#56B4E9",
    before_ink="#15679E",
    after="#E69F00",
    after_ink="#8A5A00",
    better="#009E73",
    better_ink="#006B4E",
    better_soft="#E3F3EC",
    worse="#D55E00",
    worse_ink="#A84300",
    worse_soft="#FBE9DD",
    evidence_ink="#9B1B4B",
    evidence_soft="#F7E4EA",
    on_mark="#1C1D1F",
)

DARK = Palette(
    surface="#17181B",
    raised="#1F2125",
    sunken="#111215",
    text="#ECECEA",
    muted="#A3A6AD",
    rule="#303238",
    strong="#72757D",
    accent="#9DB6F5",
    accent_soft="#26304A",
    focus="#7FA6FF",
    before="#56B4E9",
    before_ink="#7CC6F0",
    after="#E69F00",
    after_ink="#F0B53A",
    better="#2FBF93",
    better_ink="#4CCBA2",
    better_soft="#17352B",
    worse="#F0803C",
    worse_ink="#F59A63",
    worse_soft="#3A2518",
    evidence_ink="#F29BB8",
    evidence_soft="#3B1B28",
    on_mark="#1C1D1F",
)


def high_contrast(palette: Palette) -> Palette:
    """The palette with pure black or white ink, rules as dark as marks, and soft fills turned into surface."""
    ink = "#000000" if palette is LIGHT else "#FFFFFF"
    return replace(
        palette,
        text=ink,
        strong=ink,
        muted=ink,
        rule=palette.strong,
        better_soft=palette.surface,
        worse_soft=palette.surface,
        evidence_soft=palette.surface,
        accent_soft=palette.surface,
    )


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
