"""The one place where text becomes a widget: always plain, so that no file can bring markup or pictures along."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from tradeoff_app.ui.theme import FontRole, colour, current_palette, font, line_height
from tradeoff_app.ui.widgets.shown_text import LONGEST, LONGEST_LINE, one_line, wrappable

Ink = Literal["text", "muted", "accent", "better", "worse", "evidence", "before", "after", "surface"]

NO_BREAK = "\u00a0"
LONGEST_TIP = 800
"""Letters of a tool tip, which Qt makes as large as its text and places wherever it fits."""
LONGEST_RUN = 400
WORD_JOINER = "\u2060"
_SIGN = re.compile(r"([-+−])(?=[^\w\s])")
"""A sign before a currency: a line may otherwise end between "−" and "€"."""

INK_TOKENS: dict[str, str] = {
    "better": "better_ink",
    "worse": "worse_ink",
    "evidence": "evidence_ink",
    "before": "before_ink",
    "after": "after_ink",
}


class PlainLabel(QLabel):
    """A label that shows any text as text; `text` gives it back whole, also where there is no room for all of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._is_cut = False
        self.longest: int | None = None
        """Letters that are shown; the rest is in the tool tip. None for what a label of its kind has room for."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)

    def text(self) -> str:
        """The whole text."""
        return self._text

    def setText(self, text: str) -> None:
        """Show another text."""
        if text == self._text:  # most labels say the same while a slider is dragged
            return
        self._text = text
        longest = self.longest or (LONGEST if self.wordWrap() else LONGEST_LINE)
        is_copied = bool(self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse)
        super().setText(wrappable(text, is_copied=is_copied, longest=longest))
        if len(text) > longest or self._is_cut:
            self._is_cut = len(text) > longest
            set_tool_tip(self, text if self._is_cut else "")


def make_label(
    text: str = "",
    role: FontRole = "body",
    ink: Ink = "text",
    *,
    wraps: bool = False,
    is_selectable: bool = False,
    longest: int | None = None,
    parent: QWidget | None = None,
) -> QLabel:
    """A label that shows `text` as it is, whatever it holds, and no more than `longest` letters of it."""
    label = PlainLabel(parent)
    label.longest = longest
    label.setFont(font(role))
    label.setProperty("ink", ink)
    label.setWordWrap(wraps)
    if is_selectable:
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setText(text)
    return label


_INNER_QUOTES = str.maketrans({"“": "‘", "”": "’", "„": "‚"})


def inside_quotes(text: str) -> str:
    """The text as it stands between double quotation marks: its own become single ones."""
    return text.translate(_INNER_QUOTES)


def set_ink(label: QWidget, ink: Ink) -> None:
    """Change the colour of a label by role."""
    if label.property("ink") != ink:
        label.setProperty("ink", ink)
        repolish(label)


def set_tool_tip(widget: QWidget, text: str) -> None:
    """A tool tip that shows `text` as it is, wrapped."""
    widget.setToolTip(tool_tip(text))


def tool_tip(text: str) -> str:
    """The text of a tool tip with markup made harmless, for item roles; empty stays empty."""
    return f'<p style="white-space:pre-wrap">{escape(wrappable(text, longest=LONGEST_TIP))}</p>' if text else ""


def repolish(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


class ElidedLabel(QWidget):
    """One line of plain text that is cut with an ellipsis where the room ends; the whole text is in the tool tip."""

    def __init__(
        self,
        text: str = "",
        role: FontRole = "body",
        ink: Ink = "text",
        *,
        elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        is_assumed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_assumed = is_assumed
        self._text, self._line, self._role, self._ink = text, one_line(text), role, ink
        self._elide, self._align = elide, align
        self.setFont(font(role, italic=is_assumed))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._describe()

    def text(self) -> str:
        """The whole text."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text, self._line = text, one_line(text)
            self._describe()
            self.updateGeometry()
            self.update()

    def set_ink(self, ink: Ink) -> None:
        """Change the colour by role."""
        self._ink = ink
        self.update()

    def sizeHint(self) -> QSize:
        """The size at which nothing is cut."""
        width = QFontMetricsF(self.font()).horizontalAdvance(self._line)
        return QSize(int(width) + 2, line_height(self._role))

    def minimumSizeHint(self) -> QSize:
        """Some three characters."""
        return QSize(24, line_height(self._role))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What is cut depends on the width, and so does the tool tip."""
        super().resizeEvent(event)
        self._describe()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The text, cut to the width."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(colour(INK_TOKENS.get(self._ink, self._ink)))
        shown = QFontMetricsF(self.font()).elidedText(self._line, self._elide, self.width())
        painter.drawText(QRectF(self.rect()), self._align | Qt.AlignmentFlag.AlignVCenter, shown)
        if self._is_assumed:
            metrics = QFontMetricsF(self.font())
            base = int(self.height() / 2 + metrics.ascent() / 2) + 1
            painter.setPen(dotted_pen())
            painter.drawLine(0, base, int(metrics.horizontalAdvance(shown)), base)

    def _describe(self) -> None:
        self.setAccessibleName(self._text)
        is_cut = self.sizeHint().width() > self.width() + 1 or len(self._line) < len(self._text)
        set_tool_tip(self, self._text if is_cut else "")


def dotted_pen() -> QPen:
    """The underline of an assumed number."""
    pen = QPen(colour("muted"), 1)
    pen.setDashPattern([1, 1.5])
    return pen


@dataclass(frozen=True)
class Run:
    """A piece of a sentence in one weight and ink."""

    text: str
    is_strong: bool = False
    ink: Ink = "text"


class RunsLabel(QWidget):
    """A sentence whose numbers stand out: plain runs in two weights, wrapped to `lines` and cut with an ellipsis."""

    def __init__(self, role: FontRole = "body", *, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._lines = role, lines
        self._runs: tuple[Run, ...] = ()
        self._kept: tuple[tuple[object, ...], QTextLayout, int] | None = None
        self._natural: float | None = None
        self.setFont(font(role))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def text(self) -> str:
        """The whole sentence."""
        return "".join(run.text for run in self._runs)

    def set_runs(self, runs: Sequence[Run]) -> None:
        """Show another sentence."""
        if tuple(runs) != self._runs:
            self._runs = tuple(runs)
            self._natural = None
            self.setAccessibleName(self.text())
            set_tool_tip(self, self.text())
            self.updateGeometry()
            self.update()

    def set_lines(self, lines: int) -> None:
        """Allow so many lines."""
        self._lines = lines
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The size of the sentence on one line."""
        return QSize(int(self._natural_width()) + 2, line_height(self._role) * self._lines)

    def minimumSizeHint(self) -> QSize:
        """A third of the sentence, so that neighbours share the room."""
        return QSize(min(120, int(self._natural_width()) + 2), line_height(self._role) * self._lines)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lines that fit; the last one ends in an ellipsis where more would follow."""
        painter = QPainter(self)
        step = line_height(self._role)
        layout, count = self._laid_out()
        for index in range(count):
            line = layout.lineAt(index)
            line.draw(painter, QPointF(0, index * step + (step - line.height()) / 2 - line.y()))

    def _laid_out(self) -> tuple[QTextLayout, int]:
        """The sentence in its lines and how many fit; made anew only where anything of it changed."""
        key = (self._runs, self._lines, self.width(), self.font().key(), current_palette())
        if self._kept is None or self._kept[0] != key:
            layout, found = self._lay_out(self.width(), self._runs)
            fitting = found[: self._lines]
            if len(found) > len(fitting):
                layout, fitting = self._cut(fitting)
            self._kept = key, layout, len(fitting)
        return self._kept[1:]

    def _natural_width(self) -> float:
        if self._natural is None:
            layout, lines = self._lay_out(1_000_000, self._runs)
            self._natural = layout.lineAt(0).naturalTextWidth() if lines else 0.0
        return self._natural

    def _lay_out(self, width: float, runs: Sequence[Run]) -> tuple[QTextLayout, list[tuple[int, int]]]:
        """The sentence in lines; what is bound together is let go where it is wider than a line, then words too."""
        layout, lines = self._break(width, runs)
        if _is_cut(layout, lines, width) and any(NO_BREAK in run.text for run in runs):
            runs = [replace(run, text=run.text.replace(NO_BREAK, " ")) for run in runs]
            layout, lines = self._break(width, runs)
        if _is_cut(layout, lines, width):
            return self._break(width, runs, QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return layout, lines

    def _break(
        self, width: float, runs: Sequence[Run], mode: QTextOption.WrapMode = QTextOption.WrapMode.WordWrap
    ) -> tuple[QTextLayout, list[tuple[int, int]]]:
        runs = [replace(run, text=_SIGN.sub(f"\\1{WORD_JOINER}", one_line(run.text, LONGEST_RUN))) for run in runs]
        layout = QTextLayout("".join(run.text for run in runs), self.font())
        option = QTextOption()
        option.setWrapMode(mode)
        layout.setTextOption(option)
        layout.setFormats(_formats(runs))
        layout.beginLayout()
        lines: list[tuple[int, int]] = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            lines.append((line.textStart(), line.textLength()))
        layout.endLayout()
        return layout, lines

    def _cut(self, fitting: list[tuple[int, int]]) -> tuple[QTextLayout, list[tuple[int, int]]]:
        """Shorten the sentence until the ellipsis fits on the last line."""
        start, length = fitting[-1]
        for kept in range(start + length, start, -1):
            layout, lines = self._lay_out(self.width(), [*_head(self._runs, kept), Run("…")])
            if len(lines) <= self._lines:
                return layout, lines
        return self._lay_out(self.width(), [Run("…")])


def _is_cut(layout: QTextLayout, lines: Sequence[tuple[int, int]], width: float) -> bool:
    """Whether a line is wider than its room."""
    return any(layout.lineAt(index).naturalTextWidth() > width + 1 for index in range(len(lines)))


def _head(runs: Sequence[Run], length: int) -> list[Run]:
    """The first `length` characters of the runs, without trailing blanks."""
    kept: list[Run] = []
    for run in runs:
        if length <= 0:
            break
        kept.append(Run(run.text[:length].rstrip() if len(run.text) >= length else run.text, run.is_strong, run.ink))
        length -= len(run.text)
    return kept


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    ranges, at = [], 0
    for run in runs:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = at, _utf16_length(run.text)
        style = QTextCharFormat()
        style.setForeground(colour(INK_TOKENS.get(run.ink, run.ink)))
        if run.is_strong:
            style.setFontWeight(font("strong").weight())
        piece.format = style
        ranges.append(piece)
        at += piece.length
    return ranges


def _utf16_length(text: str) -> int:
    """Qt counts UTF-16 units, Python counts characters."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
