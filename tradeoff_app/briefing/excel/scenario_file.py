"""The scenario file inside a workbook: on a very hidden sheet, in pieces that a cell can hold."""

from __future__ import annotations

import base64
import hashlib
import zlib

from tradeoff_app.briefing.excel.book import Book

TITLE = "Scenario file"
PIECE = 30_000


def write_scenario_file(book: Book, attachment: tuple[str, bytes] | None) -> None:
    """Rows: what it is, name, SHA-256, names of the inputs with their paths, then the content as zlib in base64."""
    sheet = book.sheet(TITLE)
    name, content = attachment or ("", b"")
    sheet.text(0, 0, "tradeoff/workbook@1")
    sheet.text(1, 0, name)
    sheet.text(2, 0, hashlib.sha256(content).hexdigest() if attachment else "")
    packed = base64.b64encode(zlib.compress(content, 9)).decode("ascii") if attachment else ""
    for number, start in enumerate(range(0, len(packed), PIECE)):
        sheet.text(4 + number, 0, packed[start : start + PIECE])
    for number, (defined, (path, address)) in enumerate(book.names.items()):
        sheet.text(4 + number, 2, defined)
        sheet.text(4 + number, 3, path)
        sheet.text(4 + number, 4, address)
    sheet.worksheet.very_hidden()
