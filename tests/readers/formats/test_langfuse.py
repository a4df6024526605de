from __future__ import annotations

import csv
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, codes, comma_table, document, inspect, lines, mean, refusal
from tests.readers.samples import needs_shared, write


def trace(number: int, score: Any, arm: str = "a", **fields: Any) -> dict[str, Any]:
    return {
        "id": f"{arm}-{number}",
        "timestamp": "2026-01-01T00:00:00.000Z",
        "tags": ["vip", "x"] if number % 2 else ["x"],
        "bookmarked": False,
        "name": "bot",
        "release": None,
        "version": None,
        "environment": "default",
        "input": {"q": f"question {number}"},
        "output": "answer",
        "metadata": {"ticket": f"T-{number:03}", "tier": "ab"[number % 2]},
        "latency": 0.5,
        "totalCost": 0.25,
        "level": "DEFAULT",
        "errorCount": 0,
        "observationCount": 1,
        "quality": score if isinstance(score, list) else [score],
        **fields,
    }


def score(number: int, name: str, value: Any, arm: str = "a", **fields: Any) -> dict[str, Any]:
    is_label = isinstance(value, str)
    return {
        "id": f"{arm}{number}{name}{value}",
        "traceId": f"{arm}-{number}",
        "datasetRunId": None,
        "timestamp": "2026-01-01T00:00:00.000Z",
        "source": "API",
        "name": name,
        "dataType": "CATEGORICAL" if is_label else "NUMERIC",
        "value": 0 if is_label else value,
        "stringValue": value if is_label else None,
        "metadata": {},
        "traceTags": [arm, "vip"],
        "authorUserName": None,
        **fields,
    }


def test_that_traces_of_two_files_pair_by_their_metadata(tmp_path: Path) -> None:
    before = comma_table(tmp_path, "a.csv", [trace(number, 0.5) for number in range(6)])
    after = document(tmp_path, "b.json", [trace(number, 1.0, "b") for number in (5, 4, 3, 2, 1, 0)])
    found = inspect(before, after)
    assert [file["format"] for file in found["files"]] == ["langfuse_traces"] * 2
    assert (found["unit_column"], found["units"]["in_both"]) == ("ticket", 6)
    assert found["metrics"]["quality"]["paired"]["mean_difference"] == 0.5
    assert (found["metrics"]["latency"]["unit"], found["metrics"]["totalCost"]["unit"]) == ("s", "USD")
    assert found["segments"]["tier"]["baseline"] == {"a": 3, "b": 3}
    assert "errorCount" not in found["metrics"]


@pytest.mark.parametrize("field", ["release", "version", "tags"])
def test_that_one_export_with_two_arms_is_split(tmp_path: Path, field: str) -> None:
    def value(arm: str) -> Any:
        return [arm, "vip"] if field == "tags" else arm

    arms = ("candidate", "baseline") if field != "version" else ("1.9.0", "1.8.0")
    rows = [trace(number, float(arm == arms[0]), arm, **{field: value(arm)}) for arm in arms for number in range(6)]
    found = inspect(comma_table(tmp_path, "a.csv", rows))
    assert found["arms"] == [arms[1], arms[0]]
    assert found["metrics"]["quality"]["paired"]["mean_difference"] == 1.0


def test_that_several_values_of_a_score_are_repeats_of_the_trace(tmp_path: Path) -> None:
    rows = [trace(number, [1.0, 0.0], tone=["good", "cold"] if number else []) for number in range(4)]
    found = inspect(comma_table(tmp_path, "a.csv", rows))
    assert found["metrics"]["quality"]["before"] == {"mean": 0.5, "scored_units": 4, "scored_rows": 8}
    assert found["metrics"]["tone=good"]["before"] == {"mean": 0.5, "scored_units": 3, "scored_rows": 6}
    assert found["metrics"]["latency"]["before"]["scored_rows"] == 4


def test_that_traces_of_the_api_have_their_scores_inside(tmp_path: Path) -> None:
    listed = [
        {"name": "done", "dataType": "BOOLEAN", "value": 1, "stringValue": "True"},
        {"name": "tone", "dataType": "CATEGORICAL", "value": 0, "stringValue": "cold"},
    ]
    rows = [trace(number, 0.5, scores=listed, htmlPath="/p") for number in range(3)]
    found = inspect(document(tmp_path, "a.json", {"data": rows, "meta": {"page": 1}}))
    assert mean(found, "done") == mean(found, "tone=cold") == 1.0


def test_that_a_failed_trace_is_an_error_and_a_failed_step_a_count(tmp_path: Path) -> None:
    broken = trace(1, [], level="ERROR", errorCount=2, output=None)
    found = inspect(lines(tmp_path, "a.jsonl", [trace(0, 1.0), broken, trace(2, 0.0, level="ERROR", errorCount=1)]))
    assert found["files"][0]["error_rows"] == 1
    assert mean(found, "errorCount") == 0.5


def test_that_scores_are_gathered_by_trace_and_rater(tmp_path: Path) -> None:
    people = [
        score(number, "tone", label, source="ANNOTATION", authorUserName=name)
        for number in range(3)
        for name, label in (("Ana", "good"), ("Ben", "cold"))
    ]
    rows = [score(number, "done", 1) for number in range(4)] + people
    paths = [comma_table(tmp_path, "a.csv", rows), document(tmp_path, "b.json", rows), lines(tmp_path, "c.jsonl", rows)]
    found = [inspect(path) for path in paths]
    assert all(document["metrics"] == found[0]["metrics"] for document in found)
    assert found[0]["metrics"]["tone=good"]["before"] == {"mean": 0.5, "scored_units": 3, "scored_rows": 6}
    assert (found[0]["metrics"]["done"]["tier"], found[0]["metrics"]["tone=good"]["tier"]) == ("automated", "human")
    assert found[0]["units"]["baseline"] == 4


def test_that_scores_of_two_runs_say_that_the_traces_export_pairs(tmp_path: Path) -> None:
    rows = [score(number, "done", number % 2, arm) for arm in ("old", "new") for number in range(4)]
    found = inspect(comma_table(tmp_path, "a.csv", rows))
    assert found["arms"] == ["old", "new"]
    assert {"no_item_id", "no_shared_units"} <= codes(found)
    runs = [{**row, "datasetRunId": row["traceTags"][0], "traceTags": []} for row in rows]
    assert inspect(lines(tmp_path, "b.jsonl", runs))["arms"] == ["old", "new"]
    named = [{**row, "metadata": {"ticket": f"T-{row['traceId'][-1]}"}} for row in rows]
    assert inspect(lines(tmp_path, "c.jsonl", named))["units"]["in_both"] == 4


def test_that_missing_values_are_not_scored_and_broken_files_refused(tmp_path: Path) -> None:
    rows = [score(0, "done", 1), score(1, "done", None), score(2, "done", 0)]
    path = comma_table(tmp_path, "a.csv", rows)
    assert mean(inspect(path), "done") == 0.5
    text = path.read_text(encoding="utf-8")
    assert "0 rows" in refusal(write(tmp_path, "b.csv", text.splitlines()[0] + "\n"))
    assert "cut off" in refusal(write(tmp_path, "c.json", json.dumps(rows)[:-9]))


@needs_shared
@pytest.mark.parametrize("kind", ["csv", "json"])
def test_that_real_layouts_have_the_means_of_their_scores(kind: str) -> None:
    found = inspect(FORMATS / f"langfuse/traces.{kind}")
    assert (found["units"]["in_both"], found["arms"]) == (80, ["baseline", "candidate"])
    assert {"persona", "query_tier"} <= set(found["segments"])
    values: dict[tuple[str, str], list[float]] = defaultdict(list)
    with (FORMATS / "langfuse/scores.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["name"] != "tone":
                values[json.loads(row["traceTags"])[0], row["name"]].append(float(row["value"]))
    scores = inspect(FORMATS / "langfuse/scores.csv")
    for (arm, name), numbers in values.items():
        side = "before" if arm == "baseline" else "after"
        expected = pytest.approx(sum(numbers) / len(numbers), rel=1e-12)
        assert mean(found, name, side) == expected
        assert mean(scores, name, side) == expected
    assert mean(found, "tone=cold") == pytest.approx(mean(scores, "tone=cold"), rel=1e-12)


def test_that_names_with_underscores_are_the_same_columns(tmp_path: Path) -> None:
    found = [
        score(number, name, value) for number in range(4) for name, value in (("acc", number / 4), ("tone", "good"))
    ]
    found[1] = score(0, "tone", "cold")
    renamed = [
        {"".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in key): cell for key, cell in one.items()}
        for one in found
    ]
    read = inspect(document(tmp_path, "a.json", renamed))
    assert read["files"][0]["format"] == "langfuse_scores"
    assert (mean(read, "acc"), mean(read, "tone=good")) == (0.375, 0.75)
