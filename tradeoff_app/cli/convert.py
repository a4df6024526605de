"""`tradeoff convert`: result files of any known tool as Every Eval Ever records."""

from __future__ import annotations

import contextlib
import time
from argparse import Namespace
from pathlib import Path

from tradeoff_app.cli import errors, output
from tradeoff_app.cli.arguments import Parser
from tradeoff_app.cli.mapping_options import add_mapping_options, read_mapping


def add_arguments(parser: Parser) -> None:
    """One or two files, a folder for the records, and what a record must say."""
    parser.add_argument("before", metavar="BEFORE", type=Path, help="results of the version in use")
    parser.add_argument("after", metavar="AFTER", type=Path, nargs="?", help="results of the candidate")
    parser.add_argument("-o", "--output", metavar="FOLDER", type=Path, required=True, help="where the records go")
    parser.add_argument("--dataset", metavar="NAME", help="the name of the data set (the first file's name)")
    parser.add_argument("--organisation", metavar="NAME", default="unknown", help="who ran the evaluation")
    add_mapping_options(parser)


def run(options: Namespace) -> int:
    """Read the files, then write one record and one file of samples per arm."""
    from tradeoff_app import __version__
    from tradeoff_app.cli.reading import read_observations
    from tradeoff_app.readers.every_eval_ever_export import Publication, make_records
    from tradeoff_app.storage import atomic

    paths = [path for path in (options.before, options.after) if path is not None]
    observed = read_observations(paths, read_mapping(options))
    dataset = options.dataset or options.before.name.partition(".")[0]
    publication = Publication(int(time.time()), dataset, options.organisation, __version__)
    records = make_records(observed, publication)
    with contextlib.suppress(OSError):  # writing says it better than making the folder
        options.output.mkdir(parents=True, exist_ok=True)
    for name, data in records.items():
        atomic.write(options.output / name, data)
    if options.json:
        output.print_document({"schema": "tradeoff/convert@1", "arms": list(observed.arms), "files": list(records)})
    else:
        output.print_lines(str(options.output / name) for name in records)
    return errors.DONE
