"""Reading result files beside the bare parsers of the same bytes, in turn in one run, as CPU time of this process.

pyarrow and python-calamine are no part of the product. Where one is missing, the line says what stands in for it.
"""

from __future__ import annotations

import csv
import importlib
import importlib.util
import json
import os
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does, but here numpy comes first

import numpy as np
from pydantic_core import from_json
from ratios import Ratio, measure, report

from tradeoff_app.analysis.evidence import build_evidence
from tradeoff_app.analysis.proposal import propose_project
from tradeoff_app.readers import open_files, preview_file

ROWS = 1_000_000
SHEET_ROWS = 100_000
SAMPLES = 2_000
CASES = 5_000
HEADER = (
    "item_id",
    "segment",
    "task_done",
    "clarity",
    "empathy",
    "grounding",
    "brevity",
    "rating",
    "latency_ms",
    "cost",
)
"""Ten columns: an id, a segment, and eight metrics of four kinds."""


def make_rows(count: int, seed: int) -> Iterator[list[str]]:
    """Result rows of one version, from a fixed seed; the items of all versions are the same."""
    chance, items = np.random.default_rng(seed), np.random.default_rng(1)
    segments = items.integers(0, 9, count).tolist()
    done = (chance.random(count) < 0.6).astype(int).tolist()
    scores = chance.random((count, 4)).round(4).tolist()
    ratings = chance.integers(1, 6, count).tolist()
    latencies = chance.lognormal(7, 0.4, count).astype(int).tolist()
    costs = chance.lognormal(-5, 0.4, count).round(6).tolist()
    for row in range(count):
        cells = [
            f"q{row:07}",
            f"tier {segments[row]}",
            done[row],
            *scores[row],
            ratings[row],
            latencies[row],
            costs[row],
        ]
        yield [str(cell) for cell in cells]


def write_tables(folder: Path) -> list[Path]:
    """Half of the rows before, half after."""
    paths = [folder / "before.csv", folder / "after.csv"]
    for seed, path in enumerate(paths):
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(HEADER)
            writer.writerows(make_rows(ROWS // 2, seed))
    return paths


def write_sheet(path: Path) -> Path:
    """A workbook of one sheet with numbers as numbers."""
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"constant_memory": True})
    sheet = book.add_worksheet("results")
    sheet.write_row(0, 0, HEADER)
    for number, row in enumerate(make_rows(SHEET_ROWS, 3), 1):
        sheet.write_row(number, 0, [*row[:2], *map(float, row[2:])])
    book.close()
    return path


def write_log(path: Path) -> Path:
    """An Inspect log whose samples carry a conversation, as real ones do."""
    chance = np.random.default_rng(5)
    spec = {"task": "support", "model": "openai/gpt", "created": "2026-10-01T09:00:00+00:00", "run_id": "r"}
    header = {"version": 2, "status": "success", "eval": {**spec, "dataset": {"name": "tickets"}, "config": {}}}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("header.json", json.dumps({**header, "results": {"scores": []}}))
        for number in range(SAMPLES):
            said = " ".join(f"word{word}" for word in chance.integers(0, 900, 300))
            messages = [{"role": role, "content": said, "source": "input"} for role in ("system", "user", "assistant")]
            sample = {
                "id": f"s{number}",
                "epoch": 1,
                "input": said[:200],
                "target": "x",
                "messages": messages,
                "output": {"model": "gpt", "choices": [{"message": messages[2], "stop_reason": "stop"}]},
                "scores": {"match": {"value": "CI"[number % 2], "answer": "x"}, "tone": {"value": number % 5 / 5}},
                "metadata": {"tier": f"tier {number % 4}"},
                "events": [{"event": "model", "timestamp": "2026-10-01", "input": messages, "output": {}}],
            }
            archive.writestr(f"samples/s{number}_epoch_1.json", json.dumps(sample))
    return path


def write_promptfoo(path: Path) -> Path:
    """A promptfoo file of version 3 with the answers and three assertions a case."""
    chance = np.random.default_rng(6)
    results = []
    for number in range(CASES):
        said = " ".join(f"word{word}" for word in chance.integers(0, 900, 120))
        parts = [
            {"pass": bool(number % 3), "score": number % 3 / 2, "reason": said[:80], "assertion": {"type": kind}}
            for kind in ("contains", "llm-rubric", "latency")
        ]
        results.append(
            {
                "promptIdx": 0,
                "testIdx": number,
                "vars": {"question": f"Question {number}: {said[:80]}"},
                "testCase": {"vars": {"question": f"Question {number}"}, "metadata": {"tier": number % 4}},
                "provider": {"id": "openai:gpt", "label": ""},
                "prompt": {"raw": said, "label": "p"},
                "response": {"output": said, "tokenUsage": {"total": 30, "prompt": 10, "completion": 20}},
                "success": bool(number % 2),
                "score": number % 2,
                "latencyMs": 300 + number % 90,
                "cost": 0.001,
                "namedScores": {"clarity": number % 7 / 7},
                "gradingResult": {"pass": bool(number % 2), "score": number % 2, "componentResults": parts},
            }
        )
    document = {"evalId": "e", "results": {"version": 3, "timestamp": "2026-10-01T09:00:00Z", "results": results}}
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def make_evidence(paths: list[Path]) -> object:
    """Everything from bytes to evidence, with every role proposed."""
    observed = open_files(paths)
    return build_evidence(observed, propose_project(observed, "Benchmark", "benchmark"))


def table_parser() -> tuple[str, Callable[[Path], Any]]:
    """pyarrow's CSV reader, or DuckDB's where pyarrow is not installed."""
    if importlib.util.find_spec("pyarrow") is not None:
        return "pyarrow.csv", importlib.import_module("pyarrow.csv").read_csv
    import duckdb

    return "DuckDB's CSV reader (pyarrow is not installed)", lambda path: duckdb.read_csv(str(path)).fetchnumpy()


def sheet_parser() -> tuple[str, Callable[[Path], Any]]:
    """calamine, or openpyxl where calamine is not installed."""
    if importlib.util.find_spec("python_calamine") is not None:
        calamine = importlib.import_module("python_calamine")
        return (
            "calamine",
            lambda path: calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python(),
        )
    import openpyxl

    return "openpyxl (python-calamine is not installed)", lambda path: list(
        openpyxl.load_workbook(path, read_only=True, data_only=True).active.values  # type: ignore[union-attr]
    )


def unzip_and_parse(path: Path) -> None:
    """Every member of an Inspect log, parsed."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            json.loads(archive.read(name))


def compare(folder: Path) -> list[Ratio]:
    """Each kind of file beside its parser."""
    tables, sheet = write_tables(folder), write_sheet(folder / "sheet.xlsx")
    log, promptfoo = write_log(folder / "log.eval"), write_promptfoo(folder / "promptfoo.json")
    parse_table, read_table = table_parser()
    parse_sheet, read_sheet = sheet_parser()
    rows = f"{ROWS // 1_000_000} M rows × {len(HEADER)}"
    return [
        measure(
            f"CSV of {rows} to evidence / {parse_table}",
            lambda: make_evidence(tables),
            lambda: [read_table(path) for path in tables],
            3.0,
            rounds=3,
        ),
        measure(
            f"CSV of {rows} to rows / {parse_table}",
            lambda: open_files(tables),
            lambda: [read_table(path) for path in tables],
            rounds=3,
        ),
        measure(
            f"CSV of {rows}, preview / {parse_table}",
            lambda: preview_file(tables[0]),
            lambda: read_table(tables[0]),
            rounds=3,
        ),
        measure(
            f"XLSX of {SHEET_ROWS // 1000} k rows × {len(HEADER)} / {parse_sheet}",
            lambda: open_files([sheet]),
            lambda: read_sheet(sheet),
            1.5,
            rounds=3,
        ),
        measure("Inspect .eval / unzip and json", lambda: open_files([log]), lambda: unzip_and_parse(log), 3.0),
        measure(
            "promptfoo JSON / json",
            lambda: open_files([promptfoo]),
            lambda: json.loads(promptfoo.read_bytes()),
            2.0,
        ),
        measure(
            "promptfoo JSON / pydantic_core",
            lambda: open_files([promptfoo]),
            lambda: from_json(promptfoo.read_bytes()),
            2.0,
        ),
    ]


def main() -> None:
    """Print the ratios."""
    with tempfile.TemporaryDirectory() as folder:
        warm = Path(folder) / "warm.csv"
        warm.write_text("id,score\n" + "".join(f"q{row},{row % 2}\n" for row in range(30)), encoding="utf-8")
        open_files([warm, warm])
        report(compare(Path(folder)))


if __name__ == "__main__":
    main()
