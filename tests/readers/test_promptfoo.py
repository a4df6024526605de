from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.readers.samples import assertion, promptfoo_file, promptfoo_row
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import ReadError, inspect_files, open_files


def graded(*components: dict[str, object], **fields: object) -> dict[str, Any]:
    return {"gradingResult": {"pass": True, "score": 1, "componentResults": list(components)}, **fields}


def test_that_a_metric_is_the_weighted_mean_of_its_assertions(tmp_path: Path) -> None:
    parts = (assertion("quality", 1.0, 3), assertion("quality", 0.0, 1), assertion("other", 0.5))
    rows = [promptfoo_row("c1", **graded(*parts), namedScores={"quality": 2})]
    metrics = inspect_files([promptfoo_file(tmp_path, "a.json", rows)])["metrics"]
    assert metrics["quality"]["before"]["mean"] == 0.75
    assert metrics["other"]["before"]["mean"] == 0.5


def test_that_a_metric_of_weight_zero_keeps_its_score(tmp_path: Path) -> None:
    parts = (assertion("brevity", 0.6, 0), assertion("brevity", 0.8, 0))
    rows = [promptfoo_row("c1", **graded(*parts), namedScores={"brevity": 0})]
    shown = inspect_files([promptfoo_file(tmp_path, "a.json", rows)])
    assert shown["metrics"]["brevity"]["before"]["mean"] == pytest.approx(0.7)


def test_that_a_name_without_assertion_comes_from_named_scores(tmp_path: Path) -> None:
    rows = [promptfoo_row("c1", namedScores={"custom": 0.25})]
    assert inspect_files([promptfoo_file(tmp_path, "a.json", rows)])["metrics"]["custom"]["before"]["mean"] == 0.25


def test_that_only_provider_errors_are_errors(tmp_path: Path) -> None:
    failed = promptfoo_row("c1", success=False, score=0, failureReason=1, error="Expected output to contain x")
    broken = promptfoo_row("c2", success=False, score=0, failureReason=2, error="503", gradingResult=None)
    observed = open_files([promptfoo_file(tmp_path, "a.json", [failed, broken, promptfoo_row("c3")])])
    file = observed.files[0]
    assert (file.rows, file.units, file.error_rows, file.error_units) == (3, 3, 1, 1)
    metrics = inspect_files([tmp_path / "a.json"])["metrics"]
    assert metrics["pass"]["before"] == {"mean": 0.5, "scored_units": 2, "scored_rows": 2}
    scored = inspect_files([tmp_path / "a.json"], ColumnMapping(errors="as-failure"))["metrics"]
    assert scored["pass"]["before"]["mean"] == pytest.approx(1 / 3)


def test_that_version_two_knows_errors_by_the_missing_grading(tmp_path: Path) -> None:
    old = promptfoo_row("c1", gradingResult=None, error="timeout", success=False)
    del old["failureReason"]
    path = promptfoo_file(tmp_path, "a.json", [old, promptfoo_row("c2")], version=2)
    file = open_files([path]).files[0]
    assert (file.format_version, file.error_rows) == ("2", 1)


def test_that_repeats_of_a_test_are_one_unit(tmp_path: Path) -> None:
    rows = [promptfoo_row(case, score=score, testIdx=0) for case in ("c1", "c2") for score in (0, 1)]
    document = inspect_files([promptfoo_file(tmp_path, "a.json", rows)])
    assert document["units"]["baseline"] == 2
    assert document["metrics"]["score"]["before"]["scored_rows"] == 4
    assert any(problem["code"] == "repeats_found" for problem in document["problems"])


def test_that_the_unit_survives_another_order_of_variables(tmp_path: Path) -> None:
    other = promptfoo_row("c1")
    other["vars"] = dict(reversed(list(other["vars"].items()))) | {"sessionId": "made anew"}
    before = promptfoo_file(tmp_path, "a.json", [promptfoo_row("c1")])
    after = promptfoo_file(tmp_path, "b.json", [other])
    assert inspect_files([before, after])["units"]["in_both"] == 1


def test_that_a_file_with_two_providers_holds_two_arms(tmp_path: Path) -> None:
    rows = [promptfoo_row(case, provider) for case in ("c1", "c2") for provider in ("bot-new", "bot-old")]
    path = promptfoo_file(tmp_path, "a.json", rows)
    assert open_files([path]).arms == ("bot-old", "bot-new")
    chosen = open_files([path], ColumnMapping(runs={"baseline": "bot-new", "candidate": "file:bot-old"}))
    assert chosen.arms == ("baseline", "candidate")
    with pytest.raises(ReadError, match="'bot-x'"):
        open_files([path], ColumnMapping(runs={"baseline": "bot-x", "candidate": "bot-old"}))
    with pytest.raises(ReadError, match="--run"):
        open_files([path, promptfoo_file(tmp_path, "b.json", rows)])


def test_that_variables_and_test_metadata_are_segments(tmp_path: Path) -> None:
    rows = [promptfoo_row(f"c{number}") for number in range(1, 9)]
    observed = open_files([promptfoo_file(tmp_path, "a.json", rows)])
    assert observed.dimensions["tier"].labels == ("head", "tail")
    assert observed.dimensions["persona"].labels == ("new", "old")
    assert observed.outputs["baseline"][observed.units[0]].startswith("answer to")


def test_that_numbers_and_texts_among_the_variables_are_one_unit(tmp_path: Path) -> None:
    numbers = [{**promptfoo_row("c"), "vars": {"n": n, "flag": True, "note": None}} for n in (1, 2.0, 3)]
    texts = [{**promptfoo_row("c"), "vars": {"flag": "true", "n": n}} for n in ("1", "2", "3")]
    before = promptfoo_file(tmp_path, "a.json", numbers)
    assert inspect_files([before, promptfoo_file(tmp_path, "b.json", texts)])["units"]["in_both"] == 3


def test_that_failures_by_weight_zero_alone_are_counted(tmp_path: Path) -> None:
    weightless = {**assertion("brevity", 0.0, 0), "pass": False}
    heavy = {**assertion("quality", 0.0, 1), "pass": False}
    rows = [
        promptfoo_row("c1", success=False, **graded(weightless)),
        promptfoo_row("c2", success=False, **graded(weightless, heavy)),
        promptfoo_row("c3", success=True, **graded(weightless)),
    ]
    problems = inspect_files([promptfoo_file(tmp_path, "a.json", rows)])["problems"]
    said = [problem["text"] for problem in problems if problem["code"] == "weightless_failures"]
    assert said
    assert said[0].startswith("1 of 3 results")


@pytest.mark.parametrize("metric", [None, 3, ["x"], {"a": 1}])
def test_that_named_scores_above_one_are_sums_where_no_weights_are_written(tmp_path: Path, metric: object) -> None:
    part = {"pass": True, "score": 1, "assertion": {"type": "javascript", "metric": metric}}
    old = [promptfoo_row(f"c{n}", namedScores={"fn": 2}, **graded(part, part)) for n in range(3)]
    new = [{**row, "gradingResult": {**row["gradingResult"], "namedScoreWeights": {"fn": 2}}} for row in old]
    for rows, is_said in ((old, True), (new, False)):
        problems = inspect_files([promptfoo_file(tmp_path, "a.json", rows)])["problems"]
        assert any(problem["code"] == "summed_metrics" for problem in problems) is is_said
