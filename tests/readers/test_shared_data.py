"""Real tools' files, read with the right units, metrics and segments; skipped where the data set is missing."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.samples import SHARED, needs_shared
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import inspect_files, preview_file
from tradeoff_app.readers.refusal import ReadError

FORMATS = SHARED / "formats"
CORPUS = SHARED / "corpus"
pytestmark = needs_shared

CASES: list[tuple[str, int, set[str], set[str]]] = [
    (
        "plain/wide_two_files",
        400,
        {"task_completed", "helpfulness", "latency_ms"},
        {"persona", "query_tier", "country"},
    ),
    ("plain/tsv", 250, {"irrelevant_response", "cost_usd"}, {"persona", "query_tier", "country"}),
    ("plain/german_excel", 100, {"Aufgabe erledigt", "Hilfreich (1-5)", "Kosten (EUR)"}, {"Segment"}),
    ("plain/long_one_file", 150, {"task_completed", "helpfulness", "hallucination"}, {"persona", "query_tier"}),
    ("plain/nested_jsonl", 200, {"metrics.task_completed", "usage.latency_ms"}, {"meta.persona", "meta.country"}),
    ("plain/separate_segments", 180, {"task_completed", "helpfulness"}, {"persona", "query_tier", "country"}),
    ("plain/xlsx_before_after", 120, {"Task completed", "Helpfulness", "Latency ms"}, {"Persona", "Query tier"}),
    ("promptfoo/v0.121.20_two_files/*.json", 60, {"task_completion", "conciseness", "pass"}, {"persona", "topic"}),
    ("promptfoo/v0.121.20_two_providers_one_file_repeat2/*.json", 30, {"task_completion", "cost"}, {"persona"}),
    ("inspect_ai/v0.3.285_eval_zstd_2epochs", 100, {"task_completion", "safety/hallucination"}, {"account.plan"}),
    ("inspect_ai/v0.3.285_json", 30, {"task_completion", "helpfulness"}, {"persona", "query_tier"}),
    ("inspect_dataframe/samples_df.csv", 100, {"score_task_completion", "score_helpfulness"}, {"metadata_persona"}),
    ("label_studio/*/result_csv_export.csv", 60, {"tone", "helpful=Yes"}, {"persona", "query_tier"}),
    ("langsmith_sdk/v0.15.0/*.csv", 100, {"feedback.task_completion", "feedback.tone=good"}, {"inputs.persona"}),
]


def files_of(pattern: str) -> list[Path]:
    path = FORMATS / pattern
    found = sorted(FORMATS.glob(pattern)) if "*" in pattern else sorted(path.rglob("*.*")) if path.is_dir() else [path]
    return [file for file in found if file.name != "segments.csv"]


@pytest.mark.parametrize(("pattern", "units", "metrics", "segments"), CASES, ids=[case[0] for case in CASES])
def test_that_units_metrics_and_segments_are_right(
    pattern: str, units: int, metrics: set[str], segments: set[str]
) -> None:
    lookup = FORMATS / pattern / "segments.csv"
    mapping = ColumnMapping(lookup=str(lookup)) if lookup.exists() else ColumnMapping()
    document = inspect_files(files_of(pattern), mapping)
    assert document["units"]["in_both"] == units
    assert metrics <= set(document["metrics"])
    assert segments <= set(document["segments"])
    json.dumps(document, allow_nan=False)


def test_that_the_mean_of_a_log_is_the_one_its_tool_printed() -> None:
    before, after = (inspect_files([path])["metrics"] for path in files_of("inspect_ai/v0.3.285_eval_zstd_2epochs"))
    assert before["task_completion"]["before"]["mean"] == pytest.approx(0.715, abs=1e-6)
    assert after["task_completion"]["before"]["mean"] == pytest.approx(0.7925, abs=1e-6)


def test_that_a_table_has_the_means_of_its_cells() -> None:
    path = FORMATS / "plain/wide_two_files/candidate.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if not row["error"] and row["helpfulness"]]
    expected = sum(float(row["helpfulness"]) for row in rows) / len(rows)
    found = inspect_files([path])["metrics"]["helpfulness"]["before"]
    assert found["mean"] == pytest.approx(expected, rel=1e-12)
    assert found["scored_rows"] == len(rows)


def every_file() -> list[Path]:
    return sorted(path for path in FORMATS.rglob("*") if path.is_file()) if FORMATS.exists() else []


@pytest.mark.parametrize("path", every_file(), ids=lambda path: str(path.relative_to(FORMATS)))
def test_that_every_file_opens_or_is_refused_in_one_sentence(path: Path) -> None:
    document, refusal = inspect_or_refuse(path)
    assert path.name in refusal or document is not None
    assert "not known (" not in refusal
    json.dumps(document, allow_nan=False)


def inspect_or_refuse(path: Path) -> tuple[dict[str, Any] | None, str]:
    try:
        return inspect_files([path]), ""
    except ReadError as refusal:
        return None, refusal.sentence


def corpus_cases() -> list[dict[str, Any]]:
    manifest = CORPUS / "manifest.json"
    if not manifest.exists():
        return []
    cases: list[dict[str, Any]] = json.loads(manifest.read_text(encoding="utf-8"))
    return cases


@pytest.mark.parametrize("case", corpus_cases(), ids=lambda case: case["file"])
def test_that_hostile_files_end_as_expected(case: dict[str, Any]) -> None:
    shown = preview_file(CORPUS / case["file"], ColumnMapping())
    outcome = "clear_error" if shown["outcome"] == "error" else "opens_with_warning" if shown["warnings"] else "opens"
    assert outcome in {case["outcome"], *case.get("also_ok", [])}
    text = (shown["error"] or "").lower()
    for words in case.get("error_names", []) if outcome == "clear_error" else []:
        assert any((case["file"] if word == "{file}" else word).lower() in text for word in words), (words, text)
    if outcome != "clear_error" and "rows" in case:
        assert shown["rows"] == case["rows"]
