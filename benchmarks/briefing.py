"""Briefings of the first sample beside the floor of the same writers: one page of text, one sheet of numbers."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

from ratios import measure, report
from reportlab.pdfgen.canvas import Canvas
from xlsxwriter import Workbook

from tradeoff_app.analysis.evidence import evidence_from_table
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.briefing.assemble import assemble
from tradeoff_app.briefing.excel.writer import write as write_workbook
from tradeoff_app.briefing.pdf.writer import write as write_pdf
from tradeoff_app.storage.project_file import read_project

SAMPLE = Path(__file__).resolve().parents[1] / "sample_projects" / "support-bot.tradeoff"


def bare_pdf() -> bytes:
    """Nine pages of plain lines."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for _ in range(9):
        for line in range(60):
            canvas.drawString(60, 780 - 12 * line, "For every 1,000 rare queries, 3 more get an irrelevant answer")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def bare_workbook() -> bytes:
    """Five sheets of 500 numbers."""
    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    for _ in range(5):
        sheet = book.add_worksheet()
        for cell in range(500):
            sheet.write_number(cell // 10, cell % 10, cell)
    book.close()
    return out.getvalue()


def main() -> None:
    """Print the ratios."""
    stored = read_project(SAMPLE)
    project = stored.project
    evidence = evidence_from_table(stored.evidence_source, project)
    outcome = evaluate(project, evidence, as_of=date(2026, 11, 23))
    document = assemble(project, outcome, evidence, as_of=date(2026, 11, 23))
    report(
        [
            measure("PDF of the review / nine bare pages", lambda: write_pdf(document), bare_pdf),
            measure(
                "workbook / five bare sheets",
                lambda: write_workbook(document, project, outcome, evidence),
                bare_workbook,
            ),
        ]
    )


if __name__ == "__main__":
    main()
