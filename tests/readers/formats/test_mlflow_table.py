from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, comma_table, document, inspect, mean, refusal
from tests.readers.samples import needs_shared, write


def row(number: int, score: float | None, **fields: Any) -> dict[str, Any]:
    return {
        "ticket": f"T-{number}",
        "inputs": f"question {number}",
        "tier": "ab"[number % 2],
        "outputs": "answer",
        "token_count": 7,
        "toxicity/v1/score": score,
        "toxicity/v1/justification": "because",
        **fields,
    }


def split(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"columns": list(rows[0]), "data": [list(record.values()) for record in rows]}


def test_that_the_unit_is_the_input_that_both_runs_share(tmp_path: Path) -> None:
    before = document(tmp_path, "a.json", split([row(number, 0.5) for number in range(6)]))
    after = document(tmp_path, "b.json", split([row(number, 1.0) for number in (5, 4, 3, 2, 1, 0)]))
    found = inspect(before, after)
    assert (found["unit_column"], found["units"]["in_both"]) == ("ticket", 6)
    assert set(found["metrics"]) == {"toxicity/v1/score", "token_count"}
    assert found["metrics"]["toxicity/v1/score"]["paired"]["mean_difference"] == 0.5
    assert found["metrics"]["toxicity/v1/score"]["better"] == "lower"
    assert found["segments"]["tier"]["baseline"] == {"a": 3, "b": 3}


def test_that_escaped_slashes_csv_and_missing_scores_are_read(tmp_path: Path) -> None:
    rows = [row(number, None if number == 2 else 0.25) for number in range(5)]
    escaped = write(tmp_path, "a.json", json.dumps(split(rows)).replace("/", "\\/"))
    found = inspect(escaped, comma_table(tmp_path, "b.csv", rows))
    assert [file["format"] for file in found["files"]] == ["mlflow_table"] * 2
    assert found["metrics"]["toxicity/v1/score"]["after"] == {"mean": 0.25, "scored_units": 4, "scored_rows": 4}
    assert found["metrics"]["toxicity/v1/score"]["paired"]["mean_difference"] == 0.0


def test_that_expectations_of_a_result_frame_are_no_metrics(tmp_path: Path) -> None:
    rows = [
        {"request": f"q{n}", "correctness/value": "yes" if n else "no", "expected_response/value": f"r{n}"}
        for n in range(4)
    ]
    found = inspect(comma_table(tmp_path, "a.csv", rows))
    assert list(found["metrics"]) == ["correctness/value"]
    assert mean(found, "correctness/value") == 0.75


def test_that_a_numeric_input_can_be_named_as_a_metric(tmp_path: Path) -> None:
    from tradeoff_app.model.mapping import MetricColumn

    path = document(tmp_path, "a.json", split([row(number, 0.5, amount=number + 0.5) for number in range(4)]))
    assert mean(inspect(path, metrics=(MetricColumn(column="amount"),)), "amount") == 2.0


def test_that_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    assert "0 rows" in refusal(document(tmp_path, "a.json", {"columns": ["q", "a/score"], "data": []}))


def test_that_a_column_that_people_add_may_tell_arms_apart(tmp_path: Path) -> None:
    rows = [row(n, float(arm == "new"), variant=arm) for arm in ("old", "new") for n in range(4)]
    found = inspect(comma_table(tmp_path, "a.csv", rows))
    assert found["arms"] == ["old", "new"]
    assert found["metrics"]["toxicity/v1/score"]["paired"]["mean_difference"] == 1.0


@needs_shared
def test_that_real_tables_have_the_means_of_their_scores() -> None:
    folder = FORMATS / "mlflow/v3.17.2_models_evaluate"
    paths = [folder / arm / "eval_results_table.json" for arm in ("baseline", "candidate")]
    found = inspect(*paths)
    assert (found["units"]["in_both"], found["unit_column"]) == (120, "query_id")
    for path, arm in zip(paths, ("before", "after"), strict=True):
        whole = json.loads(path.read_text(encoding="utf-8"))
        values = [record[whole["columns"].index("conciseness/score")] for record in whole["data"]]
        assert mean(found, "conciseness/score", arm) == pytest.approx(sum(values) / len(values), rel=1e-12)
