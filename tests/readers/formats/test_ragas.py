from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, comma_table, document, inspect, lines, mean, refusal
from tests.readers.samples import needs_shared, write


def row(number: int, score: Any, **fields: Any) -> dict[str, Any]:
    return {
        "user_input": f"question {number}",
        "retrieved_contexts": ["one, two", "three"],
        "response": "answer",
        "reference": "truth",
        "faithfulness": score,
        "rouge_score(mode=fmeasure)": 0.5,
        **fields,
    }


def test_that_questions_are_the_units_and_empty_cells_not_scored(tmp_path: Path) -> None:
    rows = [row(0, 1.0), row(1, None), row(2, 0.5), row(3, "nan")]
    found = inspect(comma_table(tmp_path, "a.csv", rows), lines(tmp_path, "b.jsonl", [row(n, 1.0) for n in range(4)]))
    assert found["unit_column"] == "user_input"
    assert found["units"]["in_both"] == 4
    assert found["metrics"]["faithfulness"]["before"] == {"mean": 0.75, "scored_units": 2, "scored_rows": 2}
    assert set(found["metrics"]) == {"faithfulness", "rouge_score(mode=fmeasure)"}


def test_that_data_frames_in_any_orientation_and_older_columns_are_read(tmp_path: Path) -> None:
    rows = [
        {"question": f"q{n}", "answer": "a", "contexts": ["c"], "ground_truth": "t", "answer_relevancy": 0.25 * n}
        for n in range(3)
    ]
    frame = {name: {str(index): record[name] for index, record in enumerate(rows)} for name in rows[0]}
    split = {"columns": list(rows[0]), "index": [0, 1, 2], "data": [list(record.values()) for record in rows]}
    for name, value in (("a.json", rows), ("b.json", frame), ("c.json", split)):
        found = inspect(document(tmp_path, name, value))
        assert (found["files"][0]["format"], found["units"]["baseline"]) == ("ragas", 3)
        assert mean(found, "answer_relevancy") == 0.25


def test_that_fields_of_the_test_set_are_segments_and_conversations_are_units(tmp_path: Path) -> None:
    turns = [{"content": "hi", "type": "human"}]
    rows = [row(n, 1.0, persona_name="ab"[n % 2], user_input=[*turns, {"content": str(n)}]) for n in range(4)]
    found = inspect(lines(tmp_path, "a.jsonl", rows))
    assert found["segments"]["persona_name"]["baseline"] == {"a": 2, "b": 2}
    assert found["units"]["baseline"] == 4


def test_that_german_spreadsheets_and_metrics_without_any_score_are_read(tmp_path: Path) -> None:
    header = "user_input;retrieved_contexts;response;reference;faithfulness;context_recall"
    text = f"{header}\nq1;['c'];a;t;0,75;\nq2;['c'];a;t;0,25;\n"
    found = inspect(write(tmp_path, "a.csv", text))
    assert mean(found, "faithfulness") == 0.5
    assert found["metrics"]["context_recall"]["before"]["mean"] is None
    assert "0 rows" in refusal(write(tmp_path, "b.csv", text.splitlines()[0] + "\n"))


def test_that_a_column_that_people_add_may_tell_arms_apart(tmp_path: Path) -> None:
    rows = [row(n, float(arm == "v2"), version=arm) for arm in ("v1", "v2") for n in range(4)]
    found = inspect(comma_table(tmp_path, "a.csv", rows))
    assert found["arms"] == ["v1", "v2"]
    assert found["metrics"]["faithfulness"]["paired"]["mean_difference"] == 1.0


@needs_shared
def test_that_real_tables_have_the_means_of_their_columns() -> None:
    folder = FORMATS / "ragas/v0.4.3"
    found = inspect(folder / "baseline.csv", folder / "candidate.jsonl")
    assert found["units"]["in_both"] == 60
    with (folder / "baseline.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for name in ("exact_match", "non_llm_string_similarity", "rouge_score(mode=fmeasure)"):
        values = [float(record[name]) for record in rows if record[name]]
        assert mean(found, name) == pytest.approx(sum(values) / len(values), rel=1e-12)


@pytest.mark.parametrize("columns", [("user_input", "response"), ("question", "answer")])
def test_that_questions_and_answers_with_its_own_metrics_are_enough(tmp_path: Path, columns: tuple[str, str]) -> None:
    rows = [{columns[0]: f"question {n}", columns[1]: "answer", "faithfulness": n / 4} for n in range(5)]
    found = inspect(comma_table(tmp_path, "a.csv", rows))
    assert found["files"][0]["format"] == "ragas"
    assert mean(found, "faithfulness") == 0.5
