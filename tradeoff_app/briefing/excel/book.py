"""The workbook in the making: the only door through which texts, numbers and formulas reach a cell."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

from tradeoff_app.briefing.excel.live import Live
from tradeoff_app.briefing.excel.safe_text import clean, defined_name, sheet_title
from tradeoff_app.figures.palette import LIGHT

FONT = "Calibri"
YELLOW = "#FFF6C8"
EDGE = "#D9C46A"
Style = Literal[
    "title", "lead", "head", "head_right", "group", "group_note", "text", "wrap", "muted", "strong", "number", "input",
    "input_text", "input_date", "date", "total", "total_text", "state", "verdict", "code", "note", "result",
    "export",
    "head_after",
]  # fmt: skip

_STYLES: dict[Style, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16},
    "lead": {"font_size": 11, "text_wrap": True, "valign": "top"},
    "head": {
        "font_color": LIGHT.muted, "font_size": 9, "bottom": 1, "bottom_color": LIGHT.strong, "text_wrap": True,
        "valign": "bottom",
    },
    "head_after": {
        "font_color": LIGHT.muted, "font_size": 9, "bottom": 1, "bottom_color": LIGHT.strong, "text_wrap": True,
        "valign": "bottom", "align": "left", "indent": 1,
    },
    "head_right": {
        "font_color": LIGHT.muted, "font_size": 9, "bottom": 1, "bottom_color": LIGHT.strong, "align": "right",
        "text_wrap": True, "valign": "bottom",
    },
    "group": {"bold": True, "font_size": 12},
    "group_note": {"font_color": LIGHT.muted, "font_size": 9},
    "text": {},
    "wrap": {"text_wrap": True},
    "muted": {"font_color": LIGHT.muted, "font_size": 9, "text_wrap": True, "indent": 1, "align": "left"},
    "strong": {"bold": True},
    "number": {"align": "right"},
    "input": {"align": "right", "bg_color": YELLOW, "border": 1, "border_color": EDGE, "locked": False},
    "input_text": {
        "bg_color": YELLOW, "border": 1, "border_color": EDGE, "text_wrap": True, "locked": False, "indent": 1,
        "align": "left",
    },
    "input_date": {"align": "right", "bg_color": YELLOW, "border": 1, "border_color": EDGE, "locked": False},
    "date": {"align": "right"},
    "total": {"bold": True, "top": 1, "top_color": LIGHT.strong, "align": "right"},
    "total_text": {"bold": True, "top": 1, "top_color": LIGHT.strong},
    "note": {"font_color": LIGHT.muted, "font_size": 9},
    "export": {"font_color": LIGHT.muted, "align": "left"},
    "result": {"bold": True, "align": "left"},
    "state": {"bold": True, "indent": 1, "align": "left"},
    "verdict": {"bold": True, "font_size": 14, "font_color": LIGHT.accent},
    "code": {"font_color": LIGHT.muted, "font_size": 9, "align": "right"},
}  # fmt: skip
_RULED = ("text", "wrap", "number", "strong", "state", "date", "code", "muted")
ONE_LINE = 14
"""Characters of a column head that fit on one line in the narrow columns."""
DATE_FORMAT = "yyyy-mm-dd"


@dataclass
class Book:
    """One workbook with its styles, defined names and the count of characters that had to be replaced."""

    workbook: Any
    replaced: int = 0
    names: dict[str, tuple[str, str]] = field(default_factory=dict)
    _formats: dict[tuple[Style, str, bool], Any] = field(default_factory=dict)

    def sheet(self, title: str) -> Sheet:
        """A new sheet under a legal title of its own."""
        title = sheet_title(title, {sheet.get_name() for sheet in self.workbook.worksheets()})
        worksheet = self.workbook.add_worksheet(title)
        worksheet.hide_gridlines(2)
        worksheet.set_row(0, 26)
        return Sheet(self, worksheet, title)

    def style(self, style: Style, number_format: str = "", *, ruled: bool = False) -> Any:
        """The format of a style, made once; `ruled` draws the hairline of table rows under it."""
        key = (style, number_format, ruled)
        if key not in self._formats:
            settings = {"font_name": FONT, "font_size": 10, "valign": "top", **_STYLES[style]}
            if ruled and style in _RULED:
                settings |= {"bottom": 1, "bottom_color": LIGHT.rule}
            if number_format:
                settings["num_format"] = number_format
            self._formats[key] = self.workbook.add_format(settings)
        return self._formats[key]

    def plain(self, text: str) -> str:
        """The text as a cell can hold it; what was replaced is counted."""
        cleaned, replaced = clean(text)
        self.replaced += replaced
        return cleaned

    def define(self, cell: Live, path: str) -> None:
        """Gives an input cell a name of its own, and keeps which decision it holds."""
        base = defined_name(path)
        name, number = base, 1
        taken = {known.casefold() for known in self.names}
        while name.casefold() in taken:
            number += 1
            name = f"{base}.{number}"
        self.workbook.define_name(name, f"={cell.formula}")
        self.names[name] = (path, cell.formula)


@dataclass
class Sheet:
    """One sheet; every write returns the cell as an expression, so that formulas are built from cells alone."""

    book: Book
    worksheet: Any
    title: str

    def text(self, row: int, column: int, text: str, style: Style = "text", *, ruled: bool = False) -> Live:
        """Writes a text as a text, whatever it begins with."""
        plain = self.book.plain(text)
        form = self.book.style(style, ruled=ruled)
        if plain:
            self.worksheet.write_string(row, column, plain, form)
        else:
            self.worksheet.write_blank(row, column, None, form)
        return Live(self.address(row, column), plain)

    def number(
        self, row: int, column: int, value: float | None, number_format: str, style: Style = "number", *,
        ruled: bool = False,
    ) -> Live:  # fmt: skip
        """Writes a number; an unknown one leaves the cell empty and counts as 0 in formulas."""
        form = self.book.style(style, number_format, ruled=ruled)
        if value is None:
            self.worksheet.write_blank(row, column, None, form)
        else:
            self.worksheet.write_number(row, column, float(value), form)
        return Live(self.address(row, column), 0.0 if value is None else float(value))

    def day(self, row: int, column: int, day: date | None, style: Style = "date", *, ruled: bool = False) -> Live:
        """Writes a date; an unknown one leaves the cell empty and counts as 0."""
        form = self.book.style(style, DATE_FORMAT, ruled=ruled)
        if day is None:
            self.worksheet.write_blank(row, column, None, form)
            return Live(self.address(row, column), 0.0)
        self.worksheet.write_datetime(row, column, datetime(day.year, day.month, day.day), form)  # noqa: DTZ001
        return Live(self.address(row, column), float(day.toordinal() - date(1899, 12, 30).toordinal()))

    def live(
        self, row: int, column: int, formula: Live, number_format: str = "", style: Style = "number", *,
        ruled: bool = False,
    ) -> Live:  # fmt: skip
        """Writes a formula with its value."""
        form = self.book.style(style, number_format, ruled=ruled)
        self.worksheet.write_formula(row, column, f"={formula.formula}", form, formula.value)
        return Live(self.address(row, column), formula.value)

    def address(self, row: int, column: int) -> str:
        """The absolute address of a cell with its sheet."""
        from xlsxwriter.utility import xl_rowcol_to_cell

        title = f"'{self.title}'" if " " in self.title else self.title
        return f"{title}!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"

    def heads(
        self, row: int, titles: tuple[str, ...], *, numbers: range | tuple[int, ...] = (),
        indented: tuple[int, ...] = (),
    ) -> None:  # fmt: skip
        """Column heads, two lines high; those over `numbers` stand right, those over indented cells with them."""
        self.worksheet.set_row(row, 26 if any(len(title) > ONE_LINE for title in titles) else 15)
        for column, title in enumerate(titles):
            after = column - 1 in numbers or column in indented
            self.text(row, column, title, "head_right" if column in numbers else "head_after" if after else "head")

    def fit_row(self, row: int, *texts: tuple[str, float]) -> None:
        """Makes a row high enough for wrapped texts, each with the width of its column in characters."""
        lines = max((_lines(text, width) for text, width in texts), default=1)
        if lines > 1:
            self.worksheet.set_row(row, min(409, 13.5 * lines + 2))

    def widths(self, *widths: float) -> None:
        """Column widths in characters."""
        for column, width in enumerate(widths):
            self.worksheet.set_column(column, column, width)

    def print_setup(
        self, foot: str, *, head_row: int | None = None, freeze: tuple[int, int] = (0, 0), pages_wide: int = 1
    ) -> None:
        """Landscape, as many pages wide as asked, the head repeated and frozen, the origin at the foot."""
        sheet = self.worksheet
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(pages_wide, 0)
        sheet.set_margins(0.5, 0.5, 0.6, 0.6)
        footer = self.book.plain(foot).replace("&", "&&")[:180]
        sheet.set_footer(f"&L&8{footer}&R&8&P / &N")
        if head_row is not None:
            sheet.repeat_rows(head_row)
        if any(freeze):
            sheet.freeze_panes(*freeze)


def _lines(text: str, width: float) -> int:
    """Lines that a text takes in a column of a width in characters."""
    return sum(max(1, -(-len(part) // max(1, int(width * 1.05)))) for part in text.split("\n"))
