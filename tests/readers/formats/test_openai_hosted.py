from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, codes, document, inspect, lines, mean
from tests.readers.samples import needs_shared


def item(number: int, score: float | None, run: str = "a1", **fields: Any) -> dict[str, Any]:
    return {
        "id": f"{run}{number}",
        "object": "eval.run.output_item",
        "created_at": 1793800000,
        "run_id": run,
        "eval_id": "e",
        "status": "pass",
        "datasource_item_id": number,
        "datasource_item": {"ticket": f"t-{number}", "tier": "ab"[number % 2]},
        "results": [{"name": f"done-{run}1f2e", "passed": True, "score": score}],
        "sample": {"output": [{"role": "assistant", "content": "hi"}], "model": "ft:x", "usage": {"total_tokens": 9}},
        **fields,
    }


def test_that_items_pair_by_their_content_and_graders_lose_their_tail(tmp_path: Path) -> None:
    before = lines(tmp_path, "a.jsonl", [item(number, 0.0, "a") for number in range(4)])
    after = lines(tmp_path, "b.jsonl", [item(9 - number, 1.0, "b") for number in range(6, 10)])
    shuffled = lines(tmp_path, "c.jsonl", [{**item(n, 1.0, "c"), "datasource_item_id": 3 - n} for n in range(4)])
    assert inspect(before, after)["metrics"]["done"]["paired"]["mean_difference"] == 1.0
    found = inspect(before, shuffled)
    assert found["units"]["in_both"] == 4
    assert found["segments"]["tier"]["candidate"] == {"a": 2, "b": 2}
    assert found["files"][0]["created"] == "2026-11-04T13:46:40+00:00"


def test_that_items_without_content_keep_their_number(tmp_path: Path) -> None:
    found = inspect(lines(tmp_path, "a.jsonl", [item(number, 1.0, datasource_item={"q": "same"}) for number in (0, 1)]))
    assert found["units"]["baseline"] == 2


def test_that_errors_score_nothing_and_passed_stands_in_for_a_score(tmp_path: Path) -> None:
    failed = item(1, None, status="error", results=[], sample={"error": {"code": "429", "message": "rate limit"}})
    found = inspect(lines(tmp_path, "a.jsonl", [item(0, None), failed]))
    assert mean(found, "done") == 1.0
    assert found["files"][0]["error_rows"] == 1
    assert "error_rows" in codes(found)


def test_that_pages_of_the_api_are_read(tmp_path: Path) -> None:
    page = {"object": "list", "data": [item(number, 0.5) for number in range(3)], "has_more": False}
    assert inspect(document(tmp_path, "a.json", page))["units"]["baseline"] == 3
    assert inspect(lines(tmp_path, "b.jsonl", [page, {**page, "data": [item(7, 0.5)]}]))["units"]["baseline"] == 4


@needs_shared
def test_that_real_items_have_the_means_of_their_results() -> None:
    paths = [FORMATS / "openai_hosted_evals" / f"{arm}.jsonl" for arm in ("baseline", "candidate")]
    found = inspect(*paths)
    assert found["units"]["in_both"] == 60
    assert {"persona", "query_tier"} <= set(found["segments"])
    for path, arm in zip(paths, ("before", "after"), strict=True):
        items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        scored = [r["score"] for i in items for r in i["results"] if r["name"].startswith("helpfulness")]
        assert mean(found, "helpfulness", arm) == pytest.approx(sum(scored) / len(scored), rel=1e-12)
