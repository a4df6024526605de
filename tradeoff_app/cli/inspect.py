"""`tradeoff inspect`: what is in one or two result files, before anything is decided."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from tradeoff_app.cli import errors, output
from tradeoff_app.cli.arguments import Parser
from tradeoff_app.cli.mapping_options import add_mapping_options, read_mapping


def add_arguments(parser: Parser) -> None:
    """One or two files, and how to read them."""
    parser.add_argument("before", metavar="BEFORE", type=Path, help="results of the version in use")
    parser.add_argument("after", metavar="AFTER", type=Path, nargs="?", help="results of the candidate")
    add_mapping_options(parser)


def run(options: Namespace) -> int:
    """Print what the files hold."""
    from tradeoff_app.cli.reading import inspect

    paths = [path for path in (options.before, options.after) if path is not None]
    document = inspect(paths, read_mapping(options))
    if options.json:
        output.print_document(document)
    else:
        output.print_lines(_tell(document))
    return errors.DONE


def _tell(document: Mapping[str, Any]) -> Iterator[str]:
    for file in document["files"]:
        counts = f"{file['rows']} rows, {file['units']} units, {file['error_rows']} errors"
        yield f"{file['file']}: {file['format']}, {counts}"
    matched = f"matched by {document['unit_column']}; " if document["unit_column"] else ""
    yield f"units: {matched}{', '.join(f'{name} {count}' for name, count in document['units'].items())}"
    for name, metric in document["metrics"].items():
        yield f"metric {name} ({metric['type']}): {_tell_sides(metric)}"
    for name, by_arm in document["segments"].items():
        labels = dict.fromkeys(label for counts in by_arm.values() for label in counts)
        yield f"segment {name}: {', '.join(labels)}"
    for problem in document["problems"]:
        told = output.problem_line(problem["file"], problem["place"], problem["text"], problem["hint"])
        yield f"{problem['level']}: {told}"


def _tell_sides(metric: Mapping[str, Any]) -> str:
    sides = []
    for word in ("before", "after"):
        side = metric.get(word)
        if side:
            mean = "not measured" if side["mean"] is None else f"{side['mean']:.4g}"
            sides.append(f"{word} {mean} (n = {side['scored_units']})")
    return ", ".join(sides)
