from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, codes, document, inspect, lines, mean, refusal
from tests.readers.samples import needs_shared, table, write


def response(user: str, value: Any, status: str | None = "submitted") -> dict[str, Any]:
    given = {"user_id": user, "value": value}
    return given if status is None else {**given, "status": status}


def record(number: int, responses: Any, **fields: Any) -> dict[str, Any]:
    return {
        "id": f"uuid-{number}",
        "status": "completed",
        "fields": {"prompt": f"prompt {number}", "response": "an answer"},
        "metadata": {"query": f"q{number}", "tier": "head" if number % 2 else "tail"},
        "suggestions": {},
        "responses": responses,
        **fields,
    }


def test_that_only_submitted_responses_count(tmp_path: Path) -> None:
    given = [
        {"quality": [response("u1", 4), response("u2", 2)], "safe": [response("u1", "yes")]},
        {"quality": [response("u1", 5), response("u2", 1, "discarded")], "safe": [response("u2", "no", "draft")]},
        {"quality": [response("u1", 3, None)], "safe": [response("u1", "no")]},
        {"quality": [response("u1", 1, "draft")]},
    ]
    found = inspect(document(tmp_path, "a.json", [record(number, one) for number, one in enumerate(given)]))
    assert (found["units"]["baseline"], found["files"][0]["rows"]) == (4, 5)
    assert mean(found, "quality") == pytest.approx(11 / 3)
    assert found["metrics"]["quality"]["before"]["scored_rows"] == 4
    assert mean(found, "safe") == 0.5
    assert {"not_submitted", "no_response"} <= codes(found)
    assert found["segments"]["tier"]["baseline"] == {"head": 2, "tail": 2}


def test_that_pairs_come_from_a_field_and_not_from_the_record_id(tmp_path: Path) -> None:
    before = [record(number, {"quality": [response("u1", 3)]}) for number in range(4)]
    after = [{**entry, "id": f"new-{entry['id']}"} for entry in before]
    found = inspect(document(tmp_path, "a.json", before), document(tmp_path, "b.json", after))
    assert found["units"]["in_both"] == 4
    assert found["unit_column"] in {"query", "prompt"}


def test_that_labels_several_labels_and_free_text_are_told_apart(tmp_path: Path) -> None:
    given = [
        {"tone": [response("u1", ["warm", "short"])], "note": [response("u1", "line one\nline two")]},
        {"tone": [response("u1", ["warm"])], "order": [response("u1", [{"value": "a", "rank": 1}])]},
    ]
    found = inspect(document(tmp_path, "a.json", [record(number, one) for number, one in enumerate(given)]))
    assert set(found["metrics"]) == {"tone=warm", "tone=short"}
    assert mean(found, "tone=short") == 0.5


def test_that_older_layouts_are_read(tmp_path: Path) -> None:
    by_user = [{"user_id": "u1", "status": "submitted", "values": {"quality": {"value": 4}}}]
    assert mean(inspect(document(tmp_path, "a.json", [record(1, by_user), record(2, by_user)])), "quality") == 4.0
    flat = [
        {
            "id": str(number),
            "query": f"q{number}",
            "quality.responses": [4, 1],
            "quality.responses.users": ["u1", "u2"],
            "quality.responses.status": ["submitted", "draft"],
        }
        for number in range(3)
    ]
    assert mean(inspect(lines(tmp_path, "b.jsonl", flat)), "quality") == 4.0


def test_that_records_without_responses_are_refused(tmp_path: Path) -> None:
    assert "no record has a submitted response" in refusal(document(tmp_path, "a.json", [record(1, {})]))


@needs_shared
def test_that_the_shared_pair_is_read() -> None:
    found = inspect(*(FORMATS / "argilla" / f"{arm}.json" for arm in ("baseline", "candidate")))
    assert (found["unit_column"], found["units"]["in_both"]) == ("query_id", 50)
    assert mean(found, "helpfulness") == pytest.approx(2.9795918)
    assert found["metrics"]["helpfulness"]["tier"] == "human"
    assert {"persona", "query_tier"} <= set(found["segments"])


def flat(number: int, values: list[int], statuses: list[str]) -> dict[str, Any]:
    users = [f"u{rater}" for rater in range(len(values))]
    return {
        "id": f"uuid-{number}",
        "prompt": f"prompt {number}",
        "case": f"c{number}",
        "quality.responses": values,
        "quality.responses.users": users,
        "quality.responses.status": statuses,
        "quality.suggestion": 3,
    }


FLAT = [flat(number, [1 + number % 5, 5], ["submitted", "discarded"]) for number in range(10)]


def test_that_every_way_to_export_gives_the_same_ratings(tmp_path: Path) -> None:
    names = list(FLAT[0])
    by_column = {name: [item[name] for item in FLAT] for name in names}
    by_id = {item["id"]: item for item in FLAT}
    cells = [[str(item[name]) for name in names] for item in FLAT]
    files = [
        document(tmp_path, "list.json", FLAT),
        document(tmp_path, "columns.json", by_column),
        document(tmp_path, "ids.json", by_id),
        write(tmp_path, "flat.csv", table(names, [[f'"{cell}"' for cell in row] for row in cells])),
    ]
    for file in files:
        found = inspect(file)
        assert found["files"][0]["format"] == "argilla", file
        assert (mean(found, "quality"), found["metrics"]["quality"]["before"]["scored_rows"]) == (3.0, 10)


def test_that_data_sets_of_the_first_version_keep_their_answers(tmp_path: Path) -> None:
    items = [
        {
            "prompt": f"prompt {number}",
            "quality": [response("u1", 1 + number % 5), response("u2", 1, "discarded")],
            "quality-suggestion": 3,
            "external_id": f"c{number}",
            "metadata": '{"tier": "head"}' if number % 2 else '{"tier": "tail"}',
        }
        for number in range(10)
    ]
    found = inspect(lines(tmp_path, "a.jsonl", items))
    assert mean(found, "quality") == 3.0
    assert set(found["metrics"]) == {"quality"}
    assert found["segments"]["tier"]["baseline"] == {"head": 5, "tail": 5}


def test_that_answers_without_a_status_are_counted_and_named(tmp_path: Path) -> None:
    items = [record(number, {"quality": [response("u1", 4, None)]}) for number in range(3)]
    assert "status_unknown" in codes(inspect(document(tmp_path, "a.json", items)))
