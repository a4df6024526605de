"""The sheet Read me: the verdict as a live formula, the ask, what may be edited, and where the numbers come from."""

from __future__ import annotations

from tradeoff_app.briefing.blocks import Callout, Heading, KeyFigures, Paragraph
from tradeoff_app.briefing.excel.book import Sheet
from tradeoff_app.briefing.excel.live import Live, two_figures
from tradeoff_app.briefing.excel.material import Material


def write_read_me(sheet: Sheet, material: Material, results: dict[str, Live]) -> None:
    """One page that says what the workbook decides and how to use it."""
    sheet.widths(34, 100)
    row = _verdict(sheet, material, results)
    row = _memo(sheet, row + 1, material)
    row = _how_to(sheet, row + 1, material)
    _origin(sheet, row + 1, material)
    sheet.print_setup(material.document.foot)


def _verdict(sheet: Sheet, material: Material, results: dict[str, Live]) -> int:
    sheet.text(0, 0, material.document.title, "title")
    sheet.text(2, 0, material.say("excel_verdict"), "muted")
    sheet.live(2, 1, results["verdict"], style="verdict")
    row = 3
    if "value" in results:
        sheet.text(row, 0, material.say("excel_value"), "muted")
        form = material.money_form()
        sheet.live(row, 1, two_figures(results["value"]), form, "result")
        row += 1
    sheet.text(row, 0, material.say("excel_same"), "muted")
    sheet.live(row, 1, results["same"], style="result")
    return row + 1


def _memo(sheet: Sheet, row: int, material: Material) -> int:
    """The words of the memo page, as they stand there."""
    memo = material.document.section("memo")
    for block in memo.blocks if memo else ():
        if isinstance(block, Heading) and block.is_display:
            sheet.text(row, 0, material.say("excel_ask"), "muted")
            row = _long(sheet, row, block.text, "strong")
        elif isinstance(block, Paragraph) and block.style in ("lead", "exchange"):
            row = _long(sheet, row, block.text)
        elif isinstance(block, Callout):
            sheet.text(row, 0, material.say("excel_at_export_verdict"), "muted")
            row = _long(sheet, row, f"{block.title} {block.text}")
        elif isinstance(block, KeyFigures):
            for item in block.items:
                row = _long(
                    sheet,
                    row,
                    f"{item.value} {item.text} ({item.interval})" if item.interval else f"{item.value} {item.text}",
                )
    return row


def _long(sheet: Sheet, row: int, text: str, style: str = "lead") -> int:
    """A text in the wide column, with a row high enough for its lines."""
    sheet.text(row, 1, text, "lead" if style == "lead" else "strong")
    sheet.fit_row(row, (text, 100))
    return row + 1


def _how_to(sheet: Sheet, row: int, material: Material) -> int:
    sheet.text(row, 0, material.say("excel_how_to"), "group")
    row += 1
    sheet.text(row, 0, "", "input_text")
    row = _long(sheet, row, material.say("excel_yellow"))
    for name, key in (
        ("Decide", "excel_about_decide"),
        ("Effects", "excel_about_effects"),
        ("Gates", "excel_about_gates"),
        ("Accepted", "excel_about_accepted"),
    ):
        sheet.text(row, 0, name, "strong")
        row = _long(sheet, row, material.say(key))
    return row


def _origin(sheet: Sheet, row: int, material: Material) -> None:
    origin = material.document.origin
    sheet.text(row, 0, material.say("excel_origin"), "group")
    facts = (
        ("excel_scenario", f"{origin.scenario}, {origin.scenario_hash}"),
        ("excel_data", origin.data_hash),
        ("excel_version", origin.app_version),
        (
            "excel_date",
            material.speaker.date(material.document.date) if material.document.date else material.say("not_stated"),
        ),
    )
    for offset, (key, text) in enumerate(facts, start=1):
        sheet.text(row + offset, 0, material.say(key), "muted")
        sheet.text(row + offset, 1, text)
    sheet.worksheet.set_first_sheet()
    sheet.worksheet.activate()
