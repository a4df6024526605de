from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.readers.formats.documents import FORMATS, codes, inspect, mean, refusal
from tests.readers.samples import assertion, needs_shared, promptfoo_file, promptfoo_row, write
from tradeoff_app.readers import open_files

BLOCK = ["Status", "Score", "Named Scores", "Grader Reason", "Comment"]


def rows_of(text: str, count: int = 4) -> list[list[str]]:
    return [[f"case {n}", f"c{n}", "ab"[n % 2], text] for n in range(count)]


def table(folder: Path, header: list[str], rows: list[list[Any]], delimiter: str = ",") -> Path:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerows([header, *rows])
    return write(folder, "results.csv", stream.getvalue())


def block(state: str, score: str, named: dict[str, float]) -> list[str]:
    return [state, score, json.dumps(named), "why", ""]


def test_that_columns_of_a_prompt_are_read_and_zero_metrics_left_out(tmp_path: Path) -> None:
    header = ["Description", "case_id", "tier", "[bot] Answer {{case_id}}", *BLOCK]
    rows: list[list[Any]] = [
        [*start, *block("PASS" if n else "FAIL", "0.75", {"quality": n / 4, "brevity": 0})]
        for n, start in enumerate(rows_of("answer"))
    ]
    found = inspect(table(tmp_path, header, rows))
    assert set(found["metrics"]) == {"quality", "pass", "score"}
    assert (mean(found, "pass"), mean(found, "quality"), mean(found, "score")) == (0.75, 0.375, 0.75)
    assert found["segments"]["tier"]["baseline"] == {"a": 2, "b": 2}
    assert {"zero_metrics", "lossy_export"} <= codes(found)


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_that_blocks_of_several_providers_are_arms_and_errors_have_a_status(tmp_path: Path, delimiter: str) -> None:
    header = ["case_id", "tier", "[old] p", *BLOCK, "[new] p", *BLOCK]
    rows: list[list[Any]] = [
        [f"c{n}", "a", "text", *block("FAIL", "0.00", {"m": 0}), "text", *block("PASS", "1.00", {"m": 1})]
        for n in range(3)
    ]
    rows.append(["c9", "b", "", *block("ERROR", "0.00", {}), "text", *block("PASS", "1.00", {"m": 1})])
    found = inspect(table(tmp_path, header, rows, delimiter))
    assert found["arms"] == ["old", "new"]
    assert found["metrics"]["m"]["paired"] == {
        "units": 3,
        "mean_before": 0.0,
        "mean_after": 1.0,
        "mean_difference": 1.0,
        "higher": 3,
        "lower": 0,
    }
    assert "error_rows" in codes(found)
    assert mean(found, "pass") == 0.0


def test_that_metric_columns_stand_in_where_named_scores_are_missing(tmp_path: Path) -> None:
    header = [
        "case_id",
        "tier",
        "[bot] p",
        "Status",
        "Score",
        "Named Scores",
        "Metric: kind",
        "Grader Reason",
        "Comment",
    ]
    rows: list[list[Any]] = [[f"c{n}", "a", "t", "PASS", "1.00", "", "0.50", "", ""] for n in range(3)]
    assert mean(inspect(table(tmp_path, header, rows)), "kind") == 0.5


def test_that_marked_cells_of_older_versions_are_read(tmp_path: Path) -> None:
    cells = [
        "[PASS] (1.00, quality: 1.00)\n\nanswer",
        "[FAIL] (0.50, quality: 0.25)\n\nExpected more\n---\nanswer",
        "[ERROR] (0.00)\n\ntimed out",
    ]
    rows: list[list[Any]] = [[f"c{n}", "ab"[n % 2], cell] for n, cell in enumerate(cells)]
    found = inspect(table(tmp_path, ["case_id", "tier", "[bot] Answer"], rows))
    assert (mean(found, "quality"), mean(found, "pass"), mean(found, "score")) == (0.625, 0.5, 0.75)
    assert (found["units"]["baseline"], found["files"][0]["error_rows"]) == (3, 1)
    prompt = json.dumps({"raw": "Answer", "display": "Answer", "provider": "bot"})
    oldest: list[list[Any]] = [[f"c{n}", "a", f"[{state}] answer"] for n, state in enumerate(("PASS", "FAIL"))]
    assert mean(inspect(table(tmp_path, ["case_id", "tier", prompt], oldest)), "pass") == 0.5


OLD = [
    ["c0", "[PASS] (1.00, good: 2.00, rare: 0.00)\n\nAll assertions passed\n---\nfine"],
    ["c1", "[FAIL] (0.50, good: 1.00, rare: 0.00)\n\nExpected output to contain x\n---\n"],
    ["c2", "[FAIL] (0.00)\n\n503 backend down\n---\n503 backend down"],
    ["c3", "[FAIL] (0.00)\n\n503 backend down\n---"],
]


def test_that_a_provider_error_of_an_old_version_is_no_failure_of_the_answer(tmp_path: Path) -> None:
    found = inspect(table(tmp_path, ["case_id", "[bot] Answer {{case_id}}"], OLD))
    assert (found["files"][0]["rows"], found["files"][0]["error_rows"]) == (4, 2)
    assert found["metrics"]["pass"]["before"] == {"mean": 0.5, "scored_units": 2, "scored_rows": 2}


def test_that_an_empty_answer_without_metrics_stays_a_failure(tmp_path: Path) -> None:
    rows = [["c0", "[PASS] (1.00)\n\nfine\n---\nyes"], ["c1", "[FAIL] (0.00)\n\nExpected x\n---\n"]]
    found = inspect(table(tmp_path, ["case_id", "[bot] Answer {{case_id}}"], rows))
    assert (found["files"][0]["error_rows"], mean(found, "pass")) == (0, 0.5)
    assert "unclear_errors" in codes(found)


def test_that_metrics_above_one_are_named_as_sums_and_true_zeros_stay(tmp_path: Path) -> None:
    found = inspect(table(tmp_path, ["case_id", "[bot] Answer {{case_id}}"], OLD))
    assert (mean(found, "good"), mean(found, "rare")) == (1.5, 0)
    assert "summed_metrics" in codes(found)


def test_that_the_first_versions_put_the_prompt_before_the_variables(tmp_path: Path) -> None:
    prompt = json.dumps({"raw": "Answer {{q}}", "display": "Answer {{q}}"})
    rows = [[f"[{'FAIL' if n else 'PASS'}] (0.50) reason\n---\nanswer", "ab"[n % 2], f"q{n}"] for n in range(4)]
    found = inspect(table(tmp_path, [prompt, "persona", "q"], rows))
    assert (found["files"][0]["units"], mean(found, "pass")) == (4, 0.25)
    assert found["segments"]["persona"]["baseline"] == {"a": 2, "b": 2}


def test_that_the_first_versions_of_the_json_are_known_by_their_gradings(tmp_path: Path) -> None:
    row = {
        "provider": {"id": "bot"},
        "prompt": {"raw": "Answer q", "display": "Answer {{q}}"},
        "success": True,
        "score": 1,
        "latencyMs": 1,
    }
    row["response"] = {"output": "x", "cost": 0.5}
    graded = [{**row, "vars": {"q": f"q{n}"}, "gradingResult": {"pass": True, "score": 1}} for n in range(3)]
    broken = {**row, "vars": {"q": "q9"}, "success": False, "score": 0, "error": "503"}
    document = {"results": {"version": 2, "results": [*graded, broken], "stats": {}}, "config": {}}
    found = inspect(write(tmp_path, "old.json", json.dumps(document, indent=2)))
    assert (found["files"][0]["format"], found["files"][0]["format_version"]) == ("promptfoo", "2")
    assert (found["files"][0]["units"], found["files"][0]["error_rows"], mean(found, "pass")) == (4, 1, 1)
    assert mean(found, "cost") == 0.5


def test_that_names_of_metrics_may_hold_commas_and_colons(tmp_path: Path) -> None:
    cells = ["[PASS] (0.75, safe: 1.00, Has, comma: x: 0.50)\n\n(fine)\n---\nyes (1)"] * 3
    found = inspect(table(tmp_path, ["q", "[bot] p"], [[f"q{n}", cell] for n, cell in enumerate(cells)]))
    assert (mean(found, "safe"), mean(found, "Has, comma: x"), mean(found, "score")) == (1, 0.5, 0.75)
    assert open_files([tmp_path / "results.csv"]).outputs["baseline"]


def test_that_an_old_file_of_errors_alone_is_known(tmp_path: Path) -> None:
    broken = {
        "provider": {"id": "bot"},
        "prompt": {"raw": "p", "display": "p"},
        "success": False,
        "score": 0,
        "latencyMs": 0,
        "error": "503",
    }
    rows = [{**broken, "vars": {"q": f"q{n}"}} for n in range(3)]
    found = inspect(write(tmp_path, "old.json", json.dumps({"results": {"version": 2, "results": rows}})))
    assert (found["files"][0]["format"], found["files"][0]["error_rows"]) == ("promptfoo", 3)


def test_that_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    assert "0 rows" in refusal(table(tmp_path, ["case_id", "[bot] p", *BLOCK], []))


def test_that_yaml_and_lines_read_like_json(tmp_path: Path) -> None:
    parts = (assertion("quality", 1.0, 3), assertion("brevity", 0.4, 0))
    graded = {"pass": True, "score": 1, "componentResults": list(parts)}
    rows = [promptfoo_row(f"c{n}", gradingResult=graded, namedScores={"quality": 1, "brevity": 0}) for n in range(4)]
    plain = inspect(promptfoo_file(tmp_path, "a.json", rows))
    whole = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    text = yaml.safe_dump(whole, sort_keys=False)
    others = [
        write(tmp_path, "b.yaml", text),
        write(tmp_path, "c.jsonl", "".join(json.dumps(row) + "\n" for row in rows)),
        write(tmp_path, "d.json", json.dumps(rows)),
    ]
    for path in others:
        found = inspect(path)
        assert (found["metrics"], found["segments"]) == (plain["metrics"], plain["segments"])
        assert found["files"][0]["format"] == "promptfoo"
    assert inspect(others[0])["files"][0]["tool_version"] == "0.121.20"
    assert "cut off" in refusal(write(tmp_path, "e.yaml", text[: text.index("componentResults") + 30] + "\n  'x"))
    cut = inspect(write(tmp_path, "f.jsonl", others[1].read_text(encoding="utf-8")[:-60]))
    assert cut["units"]["baseline"] == 3
    assert "cut_off" in codes(cut)


def test_that_one_line_is_one_result(tmp_path: Path) -> None:
    found = inspect(write(tmp_path, "a.jsonl", json.dumps(promptfoo_row("c1")) + "\n"))
    assert found["units"]["baseline"] == 1


def test_that_error_rows_keep_the_score_of_the_tool_for_the_other_reading(tmp_path: Path) -> None:
    broken = promptfoo_row("c2", success=False, score=0, failureReason=2, error="503", gradingResult=None)
    path = promptfoo_file(tmp_path, "a.json", [promptfoo_row("c1"), broken])
    assert mean(inspect(path), "pass") == 1.0
    assert mean(inspect(path, errors="as-scored"), "pass") == 0.5


@needs_shared
def test_that_a_yaml_file_that_stops_among_its_results_is_said_to_be_cut_off(tmp_path: Path) -> None:
    rows = [promptfoo_row(f"c{n}", latencyMs=1) for n in range(5)]
    whole = {"evalId": "e", "results": {"version": 3, "results": rows, "stats": {"successes": 5}}}
    text = yaml.safe_dump(whole, sort_keys=False)
    assert "cut_off" not in codes(inspect(write(tmp_path, "a.yaml", text)))
    last = text.rindex("latencyMs")
    found = inspect(write(tmp_path, "b.yaml", text[:last]))
    assert (found["files"][0]["rows"], "cut_off" in codes(found)) == (4, True)


@pytest.mark.parametrize("kind", ["jsonl", "yaml", "csv"])
def test_that_real_exports_of_one_run_agree(kind: str) -> None:
    folder = FORMATS / "promptfoo/v0.121.20_two_files"
    whole = inspect(folder / "baseline.json", folder / "candidate.json")
    found = inspect(folder / f"baseline.{kind}", folder / f"candidate.{kind}")
    assert found["units"] == whole["units"]
    assert {"task_completion", "relevance", "no_refusal", "pass"} <= set(found["metrics"])
    for name, metric in found["metrics"].items():
        for side in ("before", "after"):
            assert metric[side]["mean"] == pytest.approx(whole["metrics"][name][side]["mean"], abs=0.005)
            assert metric[side]["scored_rows"] == whole["metrics"][name][side]["scored_rows"]
    if kind != "csv":
        assert found["metrics"] == whole["metrics"]
        assert found["segments"] == whole["segments"]
    mixed = inspect(folder / "baseline.json", folder / f"candidate.{kind}")
    assert mixed["units"]["in_both"] == 60


@needs_shared
def test_that_a_real_csv_with_two_providers_has_the_arms_of_the_json() -> None:
    folder = FORMATS / "promptfoo/v0.121.20_two_providers_one_file_repeat2"
    found, whole = (inspect(folder / f"release_gate.{kind}") for kind in ("csv", "json"))
    assert (found["arms"], found["units"]) == (whole["arms"], whole["units"])
    assert found["metrics"]["task_completion"]["paired"] == whole["metrics"]["task_completion"]["paired"]
