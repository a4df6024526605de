"""`tradeoff evaluate`: everything that follows from a project; with `--gate` the exit code is the answer."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tradeoff_app.cli import errors, output
from tradeoff_app.cli.arguments import Parser, add_scenario_options, add_setup_option, check_language

if TYPE_CHECKING:
    from tradeoff_app.cli.evaluate_models import EvaluateDocument

MOST_SENTENCES = 10
"""Sentences under one heading; a project with many views says the same of each of them."""

RELEASE = frozenset({"SHIP", "SHIP_WITH_ACCEPTED_REGRESSIONS"})


def add_arguments(parser: Parser) -> None:
    """The project, the scenario, the day, and whether the exit code answers."""
    parser.add_argument("project", metavar="P", type=Path, help="a project file")
    add_scenario_options(parser)
    add_setup_option(parser)
    parser.add_argument("--gate", action="store_true", help="exit 1 unless the recommendation is to ship")


def run(options: Namespace) -> int:
    """Evaluate and print."""
    language = check_language(options.language)
    from tradeoff_app.cli.evaluate_document import make_document
    from tradeoff_app.cli.projects import evaluate_case, open_case

    case = open_case(options.project, options.setup)
    outcome = evaluate_case(case, options.scenario, options.as_of)
    document = make_document(case.project, outcome, case.content_sha256, language)
    if options.json:
        output.print_document(document.as_json())
    else:
        output.print_lines(_tell(document))
    return errors.ANSWER_IS_NO if options.gate and outcome.verdict.recommendation not in RELEASE else errors.DONE


def _tell(document: EvaluateDocument) -> Iterator[str]:
    yield f"{document.project.title}: {document.verdict.title}"
    yield f"{document.verdict.recommendation} ({', '.join(document.verdict.reasons) or 'no reservations'})"
    if document.statements.exchange:
        yield ""
        yield document.statements.exchange
    for heading, sentences in (
        ("Gates", tuple(gate.text for gate in document.gates)),
        ("Better", document.statements.better),
        ("Worse", document.statements.worse),
        ("Can't tell", document.statements.cannot_tell),
        ("Evidence", tuple(found.text for found in document.evidence.findings if found.level in ("warn", "fatal"))),
    ):
        if sentences:
            yield ""
            yield heading
            yield from (f"  {sentence}" for sentence in sentences[:MOST_SENTENCES])
        if len(sentences) > MOST_SENTENCES:
            yield f"  … and {len(sentences) - MOST_SENTENCES} more (all of them with --json)"
