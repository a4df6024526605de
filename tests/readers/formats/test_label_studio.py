from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, codes, comma_table, document, inspect, mean, refusal
from tests.readers.samples import needs_shared, table, write


def answer(name: str, kind: str, value: Any) -> dict[str, Any]:
    return {"id": "x", "from_name": name, "to_name": "text", "type": kind, "value": {kind: value}}


def annotation(rater: Any, *results: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "id": 1,
        "completed_by": rater,
        "result": list(results),
        "was_cancelled": False,
        "ground_truth": False,
        "lead_time": 9.5,
        **fields,
    }


def task(number: int, annotations: Sequence[dict[str, Any]], **data: Any) -> dict[str, Any]:
    fields = {"item": f"conv-{number % 100}", "tier": "head" if number % 2 else "tail", **data}
    return {"id": number, "data": fields, "annotations": list(annotations), "predictions": [], "project": 1}


def rated(first: int, marks: Sequence[int], rater: Any = 7) -> list[dict[str, Any]]:
    return [task(first + step, [annotation(rater, answer("tone", "rating", mark))]) for step, mark in enumerate(marks)]


def test_that_several_raters_stay_rows_of_one_unit(tmp_path: Path) -> None:
    people = [{"id": 1, "email": "ana@example.com"}, 12, "ben"]
    tasks = [
        task(
            number,
            [
                annotation(
                    who, answer("tone", "rating", 3 + step), answer("ok", "choices", ["Yes", "No"][step % 2 :][:1])
                )
                for step, who in enumerate(people)
            ],
        )
        for number in range(101, 107)
    ]
    found = inspect(document(tmp_path, "a.json", tasks))
    assert (found["units"]["baseline"], found["files"][0]["rows"]) == (6, 18)
    assert (mean(found, "tone"), found["metrics"]["tone"]["tier"]) == (4.0, "human")
    assert mean(found, "ok") == pytest.approx(2 / 3)
    assert found["segments"]["tier"]["baseline"] == {"head": 3, "tail": 3}
    assert "lead_time" not in found["metrics"]


def test_that_tasks_pair_by_a_field_and_never_by_numbers_that_projects_share(tmp_path: Path) -> None:
    before = document(tmp_path, "a.json", rated(100, [1, 2, 3, 4]))
    shifted = rated(100, [4, 3, 2, 1])
    for step, entry in enumerate(shifted):
        entry["data"]["item"] = f"conv-{3 - step}"
    after = document(tmp_path, "b.json", shifted)
    found = inspect(before, after)
    assert (found["unit_column"], found["units"]["in_both"]) == ("item", 4)
    assert found["metrics"]["tone"]["paired"]["higher"] == 0


def test_that_the_task_id_serves_where_no_field_tells_tasks_apart(tmp_path: Path) -> None:
    tasks = rated(100, [1, 2, 3, 4])
    for entry in tasks:
        entry["data"] = {"tier": "head"}
    assert inspect(document(tmp_path, "a.json", tasks))["unit_column"] == "id"


def test_that_cancelled_and_missing_annotations_are_said(tmp_path: Path) -> None:
    tasks = rated(100, [4, 4, 4])
    tasks[0]["annotations"].append(annotation(8, answer("tone", "rating", 1), was_cancelled=True))
    tasks[1]["annotations"][0]["was_cancelled"] = True
    tasks[2]["annotations"][0]["result"].append(answer("note", "textarea", ["free words"]))
    found = inspect(document(tmp_path, "a.json", tasks))
    assert {"cancelled_annotations", "no_annotation", "questions_not_read"} <= codes(found)
    assert mean(found, "tone") == 4.0
    assert (found["units"]["baseline"], found["metrics"]["tone"]["before"]["scored_units"]) == (3, 2)


def test_that_several_choices_are_one_share_each(tmp_path: Path) -> None:
    chosen = [["rude", "wrong"], ["rude"], ["slow"], ["wrong"]]
    tasks = [task(100 + step, [annotation(7, answer("issues", "choices", picks))]) for step, picks in enumerate(chosen)]
    found = inspect(document(tmp_path, "a.json", tasks))
    assert set(found["metrics"]) == {"issues=rude", "issues=wrong", "issues=slow"}
    assert mean(found, "issues=rude") == mean(found, "issues=wrong") == 0.5


def test_that_preferences_numbers_and_old_names_are_read(tmp_path: Path) -> None:
    preferred = {"id": "x", "from_name": "better", "type": "pairwise", "value": {"selected": "left"}}
    tasks = rated(100, [1, 2])
    for entry in tasks:
        entry["completions"] = [annotation(7, preferred, answer("effort", "number", 2.5))]
        del entry["annotations"]
    found = inspect(document(tmp_path, "a.json", tasks))
    assert mean(found, "better=left") == 1.0
    assert mean(found, "effort") == 2.5


def test_that_two_models_in_one_project_are_two_arms(tmp_path: Path) -> None:
    tasks = [
        task(
            100 + 10 * side + number,
            [annotation(7, answer("tone", "rating", 3 + side))],
            item=f"c{number}",
            model=model,
        )
        for side, model in enumerate(("bot-1", "bot-2"))
        for number in range(14)
    ]
    found = inspect(document(tmp_path, "a.json", tasks))
    assert (found["arms"], found["units"]["in_both"]) == (["bot-1", "bot-2"], 14)
    assert found["metrics"]["tone"]["paired"]["mean_difference"] == 1.0


def flat(number: int, **answers: Any) -> dict[str, Any]:
    data = {"item": f"conv-{number // 2}", "tier": "head" if number < 6 else "tail", "id": 100 + number // 2}
    notes = {
        "annotator": 7 + number % 2,
        "annotation_id": number,
        "created_at": "2026-01-01",
        "updated_at": "2026-01-01",
    }
    return {**data, **answers, **notes, "lead_time": 9.5}


MARKED = [{"tone": [{"rating": 3 + number % 2}], "ok": "Yes" if number % 2 else "No"} for number in range(12)]


def test_that_the_flat_json_knows_its_answers_by_their_place(tmp_path: Path) -> None:
    rows = [flat(number, **answers) for number, answers in enumerate(MARKED)]
    rows[0]["issues"] = "unused: stands behind the annotator"
    rows[1] = flat(1, **MARKED[1], issues={"choices": ["rude", "slow"]}, note="first\nsecond")
    found = inspect(document(tmp_path, "a.json", rows))
    assert (found["units"]["baseline"], mean(found, "tone"), mean(found, "ok")) == (6, 3.5, 0.5)
    assert not any(name.startswith("note") for name in found["metrics"])


@pytest.mark.parametrize("delimiter", [",", "\t"])
def test_that_csv_and_tsv_read_rating_cells(tmp_path: Path, delimiter: str) -> None:
    rows = [flat(number, **answers) for number, answers in enumerate(MARKED)]
    for number, row in enumerate(rows):
        picks = ["rude", "slow"] if number == 3 else ["rude"]
        row["issues"] = {"choices": picks} if len(picks) > 1 else picks[0]
    path = comma_table(tmp_path, "result.csv", [dict(sorted(row.items())) for row in rows])
    if delimiter == "\t":
        header, *body = [[json.dumps(str(cell)) for cell in row] for row in _split(path)]
        path = write(tmp_path, "result.csv", table(header, body, "\t").replace('\\"', '""'))
    found = inspect(path)
    assert found["files"][0]["format"] == "label_studio"
    assert (found["units"]["baseline"], mean(found, "tone"), found["metrics"]["tone"]["tier"]) == (6, 3.5, "human")
    assert mean(found, "issues=slow") == pytest.approx(1 / 12)
    assert {"lead_time", "id", "annotation_id"}.isdisjoint(found["metrics"])


def _split(path: Path) -> list[list[str]]:
    import csv

    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.reader(stream))


def test_that_a_project_without_answers_is_refused(tmp_path: Path) -> None:
    tasks = rated(100, [1, 2])
    for entry in tasks:
        entry["annotations"][0]["result"] = []
    assert "no annotation holds" in refusal(document(tmp_path, "a.json", tasks))


def test_that_a_cut_off_file_is_damaged(tmp_path: Path) -> None:
    text = json.dumps(rated(100, [1, 2, 3]))
    assert "cut off" in refusal(write(tmp_path, "cut.json", text[: len(text) // 2]))


@needs_shared
def test_that_all_four_exports_of_the_shared_project_agree() -> None:
    folder = FORMATS / "label_studio"
    for pattern in ("project-*.json", "result_json_min.json", "result_csv_export.csv", "result_tsv_export.csv"):
        found = inspect(*(next((folder / arm).glob(pattern)) for arm in ("baseline", "candidate")))
        assert (found["unit_column"], found["units"]["in_both"]) == ("item_id", 60)
        assert [file["rows"] for file in found["files"]] == [172, 167]
        assert mean(found, "tone") == pytest.approx(3.5166667)
        assert mean(found, "helpful=Yes", "after") == pytest.approx(0.8361111)
        assert {"persona", "query_tier"} <= set(found["segments"])
        assert "lead_time" not in found["metrics"]
