from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, inspect, lines
from tests.readers.samples import needs_shared
from tradeoff_app.readers import open_files
from tradeoff_app.readers.every_eval_ever_export import Publication, make_records

REQUIRED = {
    "schema_version",
    "evaluation_id",
    "model_id",
    "evaluation_name",
    "evaluation_result_id",
    "sample_id",
    "interaction_type",
    "input",
    "output",
    "answer_attribution",
    "evaluation",
}
PUBLICATION = Publication(1_795_000_000, "support", "Acme", "0.1.0")


def result(number: int, rater: str, **fields: Any) -> dict[str, Any]:
    return {
        "item": f"q{number:02}",
        "rater": rater,
        "tier": "head" if number % 3 else "tail",
        "quality": 1 + (number + len(rater)) % 5,
        "latency_ms": 100.5 + number,
        "tone": ["warm", "cold"][number % 2],
        "response": f"answer {number}",
        "error": None,
        **fields,
    }


def written(folder: Path, *paths: Path) -> list[Path]:
    records = make_records(open_files(paths), PUBLICATION)
    for name, data in records.items():
        (folder / name).write_bytes(data)
    return [folder / name for name in records if name.endswith("_samples.jsonl")]


def test_that_what_is_written_reads_back_alike(tmp_path: Path) -> None:
    rows = [result(number, rater) for number in range(30) for rater in ("ana", "benno")]
    before = lines(tmp_path, "a.jsonl", rows)
    after = lines(tmp_path, "b.jsonl", [row | {"quality": 5, "latency_ms": 90, "tone": "warm"} for row in rows])
    first, second = inspect(before, after), inspect(*written(tmp_path, before, after))
    assert second["units"] == first["units"]
    assert second["segments"]["tier"] == first["segments"]["tier"]
    assert set(second["metrics"]) == set(first["metrics"]) == {"quality", "latency_ms", "tone=warm", "tone=cold"}
    for name, metric in first["metrics"].items():
        again = second["metrics"][name]
        assert (again["better"], again["paired"]["units"]) == (metric["better"] or "higher", metric["paired"]["units"])
        assert again["before"]["scored_rows"] == metric["before"]["scored_rows"]
        assert again["before"]["mean"] == pytest.approx(metric["before"]["mean"], rel=1e-12)
        assert again["paired"]["mean_difference"] == pytest.approx(metric["paired"]["mean_difference"], rel=1e-9)
    assert [file["rows"] for file in second["files"]] == [60, 60]


def test_that_errors_are_marked_and_missing_scores_are_left_out(tmp_path: Path) -> None:
    rows = [result(number, "ana") for number in range(30)]
    rows[0] |= {"error": "timed out", "quality": None}
    rows[1] |= {"quality": None}
    path = lines(tmp_path, "a.jsonl", rows)
    again = inspect(*written(tmp_path, path))
    assert (again["files"][0]["error_rows"], again["units"]["baseline"]) == (1, 30)
    assert again["metrics"]["quality"]["before"]["scored_rows"] == 28


def test_that_records_have_what_the_schema_requires(tmp_path: Path) -> None:
    path = lines(tmp_path, "a.jsonl", [result(number, "ana") for number in range(30)])
    (samples,) = written(tmp_path, path)
    record = json.loads(samples.with_name(samples.name.replace("_samples.jsonl", ".json")).read_text(encoding="utf-8"))
    details = record["detailed_evaluation_results"]
    data = samples.read_bytes()
    assert (details["file_path"], details["checksum"]) == (samples.name, hashlib.sha256(data).hexdigest())
    assert details["total_rows"] == len(data.splitlines())
    assert {"schema_version", "source_metadata", "model_info", "eval_library"} <= set(record)
    for described in record["evaluation_results"]:
        assert isinstance(described["metric_config"]["lower_is_better"], bool)
        assert described["metric_config"]["min_score"] <= described["score_details"]["score"]
    known = {described["evaluation_result_id"] for described in record["evaluation_results"]}
    for line in data.splitlines():
        sample = json.loads(line)
        assert set(sample) >= REQUIRED
        assert sample["evaluation_id"] == record["evaluation_id"]
        assert sample["evaluation_result_id"] in known
        assert isinstance(sample["evaluation"]["is_correct"], bool)
        assert all(isinstance(value, str) for value in sample["metadata"].values())


def test_that_the_same_rows_give_the_same_files(tmp_path: Path) -> None:
    path = lines(tmp_path, "a.jsonl", [result(number, "ana") for number in range(30)])
    assert make_records(open_files([path]), PUBLICATION) == make_records(open_files([path]), PUBLICATION)


@needs_shared
def test_that_a_log_of_another_tool_survives_the_way_there_and_back(tmp_path: Path) -> None:
    logs = sorted((FORMATS / "lm_eval" / "v0.4.13_two_filters").rglob("samples_*.jsonl"))
    first, second = inspect(*logs), inspect(*written(tmp_path, *logs))
    assert second["units"] == first["units"]
    for name, metric in first["metrics"].items():
        assert second["metrics"][name]["paired"] == metric["paired"]
