"""Reading result files beside the bare parsers of the same bytes."""

from __future__ import annotations

import csv
import io
import json
import tempfile
import zipfile
from pathlib import Path

import numpy as np
from ratios import measure, report

from tradeoff_app.readers import open_files

SAMPLES = Path(__file__).resolve().parents[1] / "sample_projects"
ROWS = 100_000


def write_table(path: Path) -> None:
    """A CSV of ROWS lines and ten columns, from a fixed seed."""
    rng = np.random.default_rng(3)
    columns = [f"m{i}" for i in range(8)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["id", "who", *columns])
        values = rng.random((ROWS, 8)).round(4)
        writer.writerows([f"u{i:06d}", f"s{i % 9}", *row] for i, row in enumerate(values))


def unzip_and_parse(path: Path) -> None:
    """Every sample of an Inspect log, parsed."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            json.loads(archive.read(name))


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "table.csv"
        write_table(table)
        evaluation, promptfoo = SAMPLES / "drafting-assistant-7.eval", SAMPLES / "search-relevance-summer.json"
        text = table.read_text(encoding="utf-8")
        report(
            [
                measure(
                    f"CSV of {ROWS:,} rows × 10 / csv.reader and float()",
                    lambda: open_files([table]),
                    lambda: [[float(c) for c in row[2:]] for row in list(csv.reader(io.StringIO(text)))[1:]],
                    rounds=3,
                ),
                measure(
                    "Inspect .eval / unzip and json",
                    lambda: open_files([evaluation]),
                    lambda: unzip_and_parse(evaluation),
                    3.0,
                ),
                measure(
                    "promptfoo JSON / json",
                    lambda: open_files([promptfoo]),
                    lambda: json.loads(promptfoo.read_bytes()),
                    2.0,
                ),
            ]
        )


if __name__ == "__main__":
    main()
