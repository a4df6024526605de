"""Which font sets which character: the typeface of the house, then fallbacks, then a box that is reported by name."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

from tradeoff_app.figures.fonts import CUTS, FOLDER

Weight = Literal["regular", "italic", "medium", "semibold", "bold"]

FALLBACK_FILES: tuple[tuple[str, ...], ...] = (
    ("DejaVuSans.ttf", "truetype/dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans.ttf", "DejaVuSans/DejaVuSans.ttf"),
    ("DroidSansFallback.ttf", "truetype/droid/DroidSansFallback.ttf"),
    ("DroidSansFallbackFull.ttf", "truetype/droid/DroidSansFallbackFull.ttf"),
)
SYSTEM_FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path("/Library/Fonts"))
BOX = "□"
_HARD_SCRIPTS = ("ARABIC", "HEBREW", "SYRIAC", "THAANA", "DEVANAGARI", "BENGALI", "TAMIL", "TELUGU", "THAI", "KHMER")


@dataclass(frozen=True)
class Run:
    """Characters that one font sets."""

    text: str
    font: str


@dataclass
class Typeface:
    """The registered font of one weight, with those that stand in for it; widths are per unit of size.

    The others are read when a character asks for them: most briefings need none.
    """

    main: tuple[str, Any]
    widths: dict[str, tuple[str, float]] = field(default_factory=dict)

    def place(self, character: str) -> tuple[str, float]:
        """The font that sets a character and its width per unit of size; a box where no font has it."""
        found = self.widths.get(character)
        if found is None:
            found = self.widths[character] = self._look_up(character)
        return found

    def covers(self, character: str) -> bool:
        """Whether any font of the chain has the character."""
        return any(ord(character) in face.charToGlyph for _, face in self._faces())

    def _faces(self) -> Iterator[tuple[str, Any]]:
        yield self.main
        yield from _fallbacks()

    def _look_up(self, character: str) -> tuple[str, float]:
        code = ord(character)
        for name, face in self._faces():
            if code in face.charToGlyph:
                return name, face.charWidths.get(code, face.defaultWidth) / 1000
        return self._look_up(BOX)


@cache
def typeface(weight: Weight) -> Typeface:
    """The font of a weight, registered with reportlab once; raises FileNotFoundError where it is missing."""
    return Typeface(_register(f"Tradeoff-{weight}", CUTS[weight]))


@cache
def _fallbacks() -> tuple[tuple[str, Any], ...]:
    found = []
    for number, names in enumerate(FALLBACK_FILES):
        path = next((path for path in _places(names) if path.is_file()), None)
        if path is not None:
            found.append(_register(f"Tradeoff-fallback-{number}", path))
    return tuple(found)


def _places(names: Iterable[str]) -> Iterator[Path]:
    for name in names:
        yield FOLDER / name
        for folder in SYSTEM_FOLDERS:
            yield folder / name


def _register(name: str, path: Path) -> tuple[str, Any]:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    font = TTFont(name, str(path))
    pdfmetrics.registerFont(font)
    return name, font.face


def settable(text: str) -> str:
    """The text as the page can carry it: what no font has, and what would act instead of being seen, becomes a box."""
    chain = typeface("regular")
    return "".join(character if _is_plain(character) and chain.covers(character) else BOX for character in text)


def _is_plain(character: str) -> bool:
    category = unicodedata.category(character)
    return category not in ("Cc", "Cs", "Cn") and unicodedata.bidirectional(character) not in _BIDI_CONTROLS


_BIDI_CONTROLS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def runs(text: str, weight: Weight) -> Iterator[Run]:
    """The text in stretches of one font each; characters without a glyph come out as boxes."""
    chain = typeface(weight)
    start, current = 0, ""
    text = settable(text)
    for index, character in enumerate(text):
        name = chain.place(character)[0]
        if name != current and index > start:
            yield Run(text[start:index], current)
            start = index
        current = name
    if start < len(text):
        yield Run(text[start:], current)


def width(text: str, weight: Weight, size: float) -> float:
    """The set width of a text in points."""
    chain = typeface(weight)
    return size * sum(chain.place(character)[1] for character in text)


def unsettable(texts: Iterable[str]) -> tuple[str, ...]:
    """Names of what can't be set (or not as its readers write it) among these texts, sorted and each said once."""
    chain = typeface("regular")
    characters = sorted({character for text in texts for character in text} - {"\n", "\t"})
    names = {_name(character) for character in characters if not (_is_plain(character) and chain.covers(character))}
    scripts = {_script(character) for character in characters if _script(character) in _HARD_SCRIPTS}
    return tuple(sorted(names)) + tuple(
        f"{script.title()} (letters unjoined, left to right)" for script in sorted(scripts)
    )


def _name(character: str) -> str:
    name = unicodedata.name(character, "")
    if name.startswith("CJK UNIFIED IDEOGRAPH"):
        return "CJK unified ideographs"
    return f"{name.lower() or 'control character'} U+{ord(character):04X}"


def _script(character: str) -> str:
    return unicodedata.name(character, "").split(" ", 1)[0]
