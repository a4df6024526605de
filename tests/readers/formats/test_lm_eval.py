from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, codes, document, inspect, lines, mean, refusal
from tests.readers.samples import needs_shared, write


def sample(number: int, value: Any, name: str | None = "none", **fields: Any) -> dict[str, Any]:
    record: dict[str, Any] = {
        "doc_id": number,
        "doc": {"question": f"question {number}", "subject": "law" if number % 2 else "art"},
        "target": "A",
        "arguments": {},
        "resps": [["A"]],
        "filtered_resps": ["A"],
        "doc_hash": f"hash{number}",
        "exact_match": value,
        **fields,
    }
    return record if name is None else {**record, "filter": name, "metrics": ["exact_match"]}


def test_that_two_filters_are_two_metrics_of_one_unit(tmp_path: Path) -> None:
    rows = [sample(number, float(number < 3), "strict") for number in range(4)]
    rows += [sample(number, 1.0, "flexible") for number in range(4)]
    found = inspect(lines(tmp_path, "samples_t.jsonl", rows))
    assert found["units"]["baseline"] == found["files"][0]["rows"] == 4
    assert mean(found, "exact_match,strict") == 0.75
    assert mean(found, "exact_match,flexible") == 1.0
    assert found["segments"]["subject"]["baseline"] == {"art": 2, "law": 2}
    assert found["unit_column"] == "doc_id"


def test_that_older_logs_without_filter_count_the_rows_of_a_document(tmp_path: Path) -> None:
    rows = [sample(number, value, None) for value in (0.0, 1.0) for number in range(3)]
    found = inspect(lines(tmp_path, "a.jsonl", rows))
    assert mean(found, "exact_match,filter 1") == 0.0
    assert mean(found, "exact_match,filter 2") == 1.0
    assert "filters_unnamed" in codes(found)
    single = inspect(lines(tmp_path, "b.jsonl", rows[:3]))
    assert list(single["metrics"]) == ["exact_match,none"]


def test_that_a_list_of_samples_reads_like_lines(tmp_path: Path) -> None:
    rows = [sample(number, 1.0, None) for number in range(3)]
    path = write(tmp_path, "model_task.jsonl", json.dumps(rows, indent=2))
    assert mean(inspect(path), "exact_match,none") == 1.0


def test_that_metrics_without_a_number_per_document_are_named(tmp_path: Path) -> None:
    rows = [sample(number, 1.0, None, word_perplexity=[-1.5, 3]) for number in range(3)]
    found = inspect(lines(tmp_path, "a.jsonl", rows))
    assert list(found["metrics"]) == ["exact_match,none"]
    assert "nested_score" in codes(found)


def test_that_nan_is_not_scored(tmp_path: Path) -> None:
    found = inspect(lines(tmp_path, "a.jsonl", [sample(1, 1.0), sample(2, float("nan")), sample(3, None)]))
    assert found["metrics"]["exact_match,none"]["before"] == {"mean": 1.0, "scored_units": 1, "scored_rows": 1}
    assert found["units"]["baseline"] == 3


def test_that_a_filter_that_occurs_again_is_a_repeat(tmp_path: Path) -> None:
    found = inspect(lines(tmp_path, "a.jsonl", [sample(number, value) for value in (0, 1) for number in range(3)]))
    assert (found["units"]["baseline"], found["files"][0]["rows"]) == (3, 6)
    assert mean(found, "exact_match,none") == 0.5


def test_that_logs_of_several_tasks_in_one_file_are_told_apart(tmp_path: Path) -> None:
    other = [sample(number, 0.0, doc={"question": f"else {number}"}, doc_hash=f"other{number}") for number in range(3)]
    found = inspect(lines(tmp_path, "a.jsonl", [sample(number, 1.0) for number in range(3)] + other))
    assert found["units"]["baseline"] == 6
    assert "several_tasks" in codes(found)


def test_that_a_document_with_samples_by_task_gives_its_tasks_as_segments(tmp_path: Path) -> None:
    whole = {
        "results": {"t1": {}, "t2": {}},
        "n-samples": {},
        "config": {"model": "vendor/m"},
        "lm_eval_version": "0.4.9",
        "samples": {task: [sample(number, 1.0) for number in range(3)] for task in ("t1", "t2")},
    }
    found = inspect(document(tmp_path, "a.json", whole))
    assert found["segments"]["task"]["baseline"] == {"t1": 3, "t2": 3}
    assert (found["files"][0]["model"], found["files"][0]["tool_version"]) == ("vendor/m", "0.4.9")


def test_that_other_documents_under_the_same_numbers_are_noticed(tmp_path: Path) -> None:
    before = lines(tmp_path, "a.jsonl", [sample(number, 1.0) for number in range(3)])
    after = lines(tmp_path, "b.jsonl", [sample(number, 0.0, doc_hash=f"new{number}") for number in range(3)])
    assert "items_differ" in codes(inspect(before, after))
    assert "items_differ" not in codes(inspect(before, before))


def results_only(*, sizes: bool = True) -> dict[str, Any]:
    """Averages of two tasks and of the group that holds them together."""
    scores = {"acc,none": 0.5, "acc_stderr,none": 0.0503}
    return {
        "results": {
            "all": {"alias": "all", "acc,none": 0.6, "acc_stderr,none": 0.03},
            "one": {"alias": " - one", **scores},
            "two": {"alias": " - two", "acc,none": 0.7, "acc_stderr,none": 0.0324},
        },
        "group_subtasks": {"all": ["one", "two"], "one": [], "two": []},
        "configs": {},
        "n-shot": {},
        "n-samples": {task: {"original": n, "effective": n} for task, n in {"one": 100, "two": 201}.items()}
        if sizes
        else {},
        "higher_is_better": {"one": {"acc": True}, "two": {"acc": True}},
        "model_name": "m",
    }


def test_that_a_results_file_is_read_as_groups_without_counting_a_group_of_tasks(tmp_path: Path) -> None:
    paths = (document(tmp_path, f"results_{arm}.json", results_only()) for arm in ("a", "b"))
    found = inspect(*paths)
    metric = found["metrics"]["acc,none"]
    assert (metric["type"], metric["better"], metric["assumed"]) == ("binary", "higher", ["type"])
    assert metric["before"]["scored_units"] == 301
    assert metric["before"]["mean"] == pytest.approx((0.5 * 100 + 0.7 * 201) / 301)
    assert found["segments"]["task"]["baseline"] == {"one": 100, "two": 201}
    assert {"aggregates_only", "total_rows"} <= set(codes(found))


def test_that_a_results_file_without_sizes_says_what_to_send_instead(tmp_path: Path) -> None:
    said = refusal(document(tmp_path, "results.json", results_only(sizes=False)))
    assert "not how many documents each task has" in said
    assert "--log_samples" in said


def test_that_a_cut_line_is_left_out_and_an_empty_log_refused(tmp_path: Path) -> None:
    text = "".join(json.dumps(sample(number, 1.0)) + "\n" for number in range(3))
    found = inspect(write(tmp_path, "a.jsonl", text[:-40]))
    assert found["units"]["baseline"] == 2
    assert "cut_off" in codes(found)
    assert "line 1" in refusal(write(tmp_path, "b.jsonl", text[:100].replace("{", '{"filtered_resps": [', 1) + "\n{}"))


def test_that_the_results_of_the_same_moment_name_filters_model_and_direction(tmp_path: Path) -> None:
    rows = [sample(number, value, None) for value in (0.0, 1.0) for number in range(3)]
    path = lines(tmp_path, "samples_t_x_2026-01-02T03-04-05.678.jsonl", rows)
    results = {
        "results": {
            "t_x": {"alias": "t", "exact_match,strict": 0.0, "exact_match_stderr,strict": 0, "exact_match,flex": 1}
        },
        "higher_is_better": {"t_x": {"exact_match": True}},
        "model_name": "vendor/m",
        "lm_eval_version": "0.4.3",
        "date": 1700000000.5,
    }
    document(tmp_path, "results_2026-01-02T03-04-06.000.json", results)
    assert set(inspect(path)["metrics"]) == {"exact_match,filter 1", "exact_match,filter 2"}
    document(tmp_path, "results_2026-01-02T03-04-05.678.json", results)
    found = inspect(path)
    assert (mean(found, "exact_match,strict"), mean(found, "exact_match,flex")) == (0.0, 1.0)
    assert found["metrics"]["exact_match,strict"]["assumed"] == []
    assert (found["files"][0]["model"], found["files"][0]["tool_version"]) == ("vendor/m", "0.4.3")
    assert found["files"][0]["created"] == "2023-11-14T22:13:20+00:00"
    write(tmp_path, "results_2026-01-02T03-04-05.678.json", "{broken")
    assert set(inspect(path)["metrics"]) == {"exact_match,filter 1", "exact_match,filter 2"}


@needs_shared
@pytest.mark.parametrize("arm", ["baseline", "candidate"])
def test_that_means_are_those_of_the_results_file(arm: str) -> None:
    folder = FORMATS / "lm_eval/v0.4.13_two_filters" / arm
    (samples,), (results,) = folder.glob("samples_*.jsonl"), folder.glob("results_*.json")
    reported = json.loads(results.read_text(encoding="utf-8"))["results"]["support_gen"]
    found = inspect(samples)
    for name in ("exact_match,strict", "exact_match,flexible"):
        assert mean(found, name) == pytest.approx(reported[name], rel=1e-12)
    assert {"persona", "query_tier"} <= set(found["segments"])
    by_filter: dict[str, list[float]] = defaultdict(list)
    for line in samples.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        by_filter[record["filter"]].append(record["exact_match"])
    assert {name.partition(",")[2]: found["metrics"][name]["before"]["scored_rows"] for name in found["metrics"]} == {
        name: len(values) for name, values in by_filter.items()
    }


@pytest.mark.parametrize("samples", [{}, {"task": []}, {"task": None}, {"task": [None, 3]}])
def test_that_a_results_document_without_samples_is_refused(tmp_path: Path, samples: object) -> None:
    held = {"results": {"task": {}}, "n-samples": {}, "samples": samples, "note": "doc_id filtered_resps"}
    text = json.dumps(held).replace("doc_id filtered_resps", '", "doc_id": 0, "filtered_resps": "')
    assert "no samples" in refusal(write(tmp_path, "results.json", text))


def test_that_scores_of_numpy_written_as_text_are_numbers(tmp_path: Path) -> None:
    stated = {"metrics": ["f1", "hit", "remark"], "remark": "none"}
    records = [{**sample(n, 1.0), **stated, "f1": str(n / 4), "hit": str(n > 1)} for n in range(4)]
    found = inspect(lines(tmp_path, "samples.jsonl", records))
    assert (mean(found, "f1,none"), mean(found, "hit,none")) == (0.375, 0.5)
    assert set(found["metrics"]) == {"f1,none", "hit,none"}
    assert "nested_score" in codes(found)
