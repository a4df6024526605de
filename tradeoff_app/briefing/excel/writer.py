"""A document as a workbook: the same words and numbers as the page, and a model that a reader can change."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.briefing.blocks import Document
from tradeoff_app.briefing.excel.accepted import write_accepted
from tradeoff_app.briefing.excel.book import Book
from tradeoff_app.briefing.excel.decide import head_decide, write_decide, write_results
from tradeoff_app.briefing.excel.effects import write_effects
from tradeoff_app.briefing.excel.gates import write_gates
from tradeoff_app.briefing.excel.live import Live
from tradeoff_app.briefing.excel.material import gather
from tradeoff_app.briefing.excel.read_me import write_read_me
from tradeoff_app.briefing.excel.scenario_file import write_scenario_file
from tradeoff_app.briefing.languages.catalogue import texts_of
from tradeoff_app.model.project import Project

_SETTINGS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}


def write(
    document: Document,
    project: Project,
    outcome: Outcome,
    evidence: Evidence,
    attachment: tuple[str, bytes] | None = None,
) -> bytes:
    """The workbook as bytes: formulas carry their values, inputs have names, the same input gives the same bytes."""
    import xlsxwriter

    buffer = io.BytesIO()
    workbook = xlsxwriter.Workbook(buffer, dict(_SETTINGS))
    book = Book(workbook)
    material = gather(document, project, outcome, evidence, texts_of(document.language))
    _set_properties(book, document)
    read_me, decide, effects, gates, accepted = (
        book.sheet(title) for title in ("Read me", "Decide", "Effects", "Gates", "Accepted")
    )
    as_of = head_decide(decide, material)
    inputs, value, score = write_decide(decide, material)
    write_effects(effects, material, inputs)
    answers = write_accepted(accepted, material, as_of)
    tallies = write_gates(gates, material, inputs, answers)
    results: dict[str, Live] = write_results(decide, material, inputs, (value, score), tallies)
    write_read_me(read_me, material, results)
    write_scenario_file(book, attachment)
    workbook.close()
    return buffer.getvalue()


def _set_properties(book: Book, document: Document) -> None:
    """Properties of the file; its date is the document's own, never a clock's."""
    day = document.date
    created = datetime(2000, 1, 1, tzinfo=UTC) if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC)
    book.workbook.set_properties(
        {
            "title": book.plain(document.title),
            "subject": book.plain(document.subject),
            "author": "",
            "company": "",
            "comments": f"Tradeoff {document.origin.app_version}",
            "created": created,
        }
    )
