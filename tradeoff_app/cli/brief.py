"""`tradeoff brief`: writes the briefing of a scenario as PDF, workbook, text or Markdown."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tradeoff_app.cli import errors, output
from tradeoff_app.cli.arguments import Parser, add_scenario_options, check_language
from tradeoff_app.cli.errors import UsageError

if TYPE_CHECKING:
    from tradeoff_app.analysis.outcome import Outcome
    from tradeoff_app.briefing.blocks import Document
    from tradeoff_app.cli.projects import Case


@dataclass(frozen=True)
class Made:
    """What a renderer may need: the document, where it came from, and how it was asked for."""

    document: Document
    case: Case
    outcome: Outcome
    options: Namespace


def add_arguments(parser: Parser) -> None:
    """The project, where the briefing goes, and for whom it is."""
    parser.add_argument("project", metavar="P", type=Path, help="a project file")
    parser.add_argument(
        "-o", "--output", metavar="OUT.pdf|.xlsx|.txt|.md", type=Path, required=True, help="the briefing to write"
    )
    add_scenario_options(parser)
    parser.add_argument(
        "--audience", choices=("one-page", "review", "audit"), default="review", help="how much it says"
    )
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="the size of PDF pages")


def run(options: Namespace) -> int:
    """Evaluate, assemble, render, and only then touch the output."""
    language = check_language(options.language)
    render = RENDERERS.get(options.output.suffix.lower())
    if render is None:
        hint = f"End it with {', '.join(RENDERERS)}"
        raise UsageError("-o", f'"{options.output.name}" says no kind of briefing', hint)
    from tradeoff_app.briefing.assemble import assemble
    from tradeoff_app.cli.projects import evaluate_case, open_case
    from tradeoff_app.storage import atomic

    case = open_case(options.project)
    outcome = evaluate_case(case, options.scenario, options.as_of)
    document = assemble(case.project, outcome, case.evidence, options.audience, language, outcome.as_of)
    data = render(Made(document, case, outcome, options))
    atomic.write(options.output, data)
    if options.json:
        counts = {"bytes": len(data), "scenario": outcome.scenario, "recommendation": outcome.verdict.recommendation}
        output.print_document({"schema": "tradeoff/brief@1", "file": options.output.name, **counts})
    else:
        output.print_lines([str(options.output)])
    return errors.DONE


def _attachment(made: Made) -> tuple[str, bytes]:
    """The project as its own file, with the scenario that the briefing is of: every briefing leads back to it."""
    from tradeoff_app.storage.project_document import Head, write_document

    project = made.case.project.change(current_scenario=made.outcome.scenario)
    data, _ = write_document(project, made.case.source, Head(project.id).next())
    return f"{made.options.project.stem}.tradeoff", data


def _render_pdf(made: Made) -> bytes:
    from tradeoff_app.briefing.pdf.writer import write

    return write(made.document, made.options.paper, _attachment(made))


def _render_excel(made: Made) -> bytes:
    from tradeoff_app.briefing.excel.writer import write

    return write(made.document, made.case.project, made.outcome, made.case.evidence, _attachment(made))


def _render_text(made: Made) -> bytes:
    from tradeoff_app.briefing.text import to_text

    return to_text(made.document).encode()


def _render_markdown(made: Made) -> bytes:
    from tradeoff_app.briefing.text import to_markdown

    return to_markdown(made.document).encode()


RENDERERS: Mapping[str, Callable[[Made], bytes]] = {
    ".pdf": _render_pdf,
    ".xlsx": _render_excel,
    ".txt": _render_text,
    ".md": _render_markdown,
}
