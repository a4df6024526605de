"""`tradeoff formats`: the file formats that can be read."""

from __future__ import annotations

from argparse import Namespace

from tradeoff_app.cli import errors, output
from tradeoff_app.cli.arguments import Parser


def add_arguments(parser: Parser) -> None:
    """Nothing besides the common options."""


def run(options: Namespace) -> int:
    """Print every format with its short name and its name."""
    from tradeoff_app.readers.catalogue import FORMATS

    if options.json:
        listed = [{"id": known.id, "label": known.label} for known in FORMATS]
        output.print_document({"schema": "tradeoff/formats@1", "formats": listed})
    else:
        width = max(len(known.id) for known in FORMATS)
        output.print_lines(f"{known.id.ljust(width)}  {known.label}" for known in FORMATS)
    return errors.DONE
