"""`tradeoff preview`: the table of a file as it is read, before any mapping, as one line of JSON."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from tradeoff_app.cli import errors, output
from tradeoff_app.cli.arguments import Parser
from tradeoff_app.cli.mapping_options import add_mapping_options, read_mapping


def add_arguments(parser: Parser) -> None:
    """One file, and how to read it."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a result file")
    add_mapping_options(parser)


def run(options: Namespace) -> int:
    """Print the preview; 3 or 4 where the file can't be read."""
    from tradeoff_app.cli.reading import preview

    document = preview(options.file, read_mapping(options))
    output.print_document({"schema": "tradeoff/preview@1", **document}, on_one_line=True)
    if document["outcome"] == "opens":
        return errors.DONE
    output.say(f"tradeoff: {errors.printable(document['error'])}")
    return errors.EXIT_OF_CODE.get(document.get("code", ""), errors.NOT_READABLE)
