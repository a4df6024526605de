from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.readers.formats.documents import codes, document, inspect, mean, refusal


def ids(first: int, last: int, repository: str = "django__django") -> list[str]:
    return [f"{repository}-{number}" for number in range(first, last)]


def report(**lists: list[str]) -> dict[str, Any]:
    return {"total_instances": 20, "schema_version": 2, **lists}


FULL = report(
    submitted_ids=ids(0, 14),
    completed_ids=ids(0, 12),
    resolved_ids=ids(0, 6),
    unresolved_ids=ids(6, 12),
    empty_patch_ids=ids(12, 13),
    error_ids=ids(13, 14),
    incomplete_ids=ids(14, 20),
)


def test_that_the_denominator_is_a_choice_that_is_said(tmp_path: Path) -> None:
    path = document(tmp_path, "bot.run.json", FULL)
    found = inspect(path)
    assert (found["unit_column"], found["units"]["baseline"], found["files"][0]["error_rows"]) == ("instance_id", 20, 7)
    assert mean(found, "resolved") == 6 / 13
    assert mean(inspect(path, errors="as-failure"), "resolved") == 6 / 20
    said = next(problem["text"] for problem in found["problems"] if problem["code"] == "denominator")
    assert "6 instances are resolved: of 13 that finished, 14 that were submitted, 20 that are listed" in said
    assert "empty_patches" in codes(found)


def test_that_two_reports_are_paired_by_instance(tmp_path: Path) -> None:
    lists = {"submitted_ids": ids(0, 10) + ids(0, 10, "sympy__sympy"), "resolved_ids": ids(0, 5)}
    before = document(tmp_path, "a.json", report(**lists))
    after = document(tmp_path, "b.json", report(**{**lists, "resolved_ids": ids(3, 10)}))
    found = inspect(before, after)
    assert (
        found["metrics"]["resolved"]["paired"] | {"units": 20, "higher": 5, "lower": 3}
        == found["metrics"]["resolved"]["paired"]
    )
    assert found["segments"]["repo"]["baseline"] == {"django/django": 10, "sympy/sympy": 10}
    assert found["metrics"]["resolved"]["assumed"] == []


def test_that_the_older_names_are_read(tmp_path: Path) -> None:
    old = {"no_generation": ids(8, 10), "no_logs": ids(6, 7), "resolved": ids(0, 4), "generated": ids(0, 8)}
    found = inspect(document(tmp_path, "results.json", old))
    assert (found["units"]["baseline"], mean(found, "resolved"), found["files"][0]["error_rows"]) == (10, 4 / 7, 3)


def test_that_reports_of_single_instances_are_read(tmp_path: Path) -> None:
    single = {unit: {"patch_successfully_applied": True, "resolved": unit.endswith("1")} for unit in ids(0, 4)}
    assert mean(inspect(document(tmp_path, "report.json", single)), "resolved") == 0.25


def test_that_instances_that_are_counted_but_not_listed_are_said(tmp_path: Path) -> None:
    found = inspect(document(tmp_path, "a.json", report(completed_ids=ids(0, 5), resolved_ids=ids(0, 2))))
    assert "unlisted_instances" in codes(found)


def test_that_a_report_without_ids_is_refused(tmp_path: Path) -> None:
    assert "0 rows" in refusal(document(tmp_path, "a.json", report(resolved_ids=[])))
    counts = {"resolved_ids": 5, "submitted_ids": 9}
    assert "does not list the resolved" in refusal(document(tmp_path, "b.json", counts))


def test_that_pending_instances_never_ran_and_failed_ones_broke_off(tmp_path: Path) -> None:
    lists = report(submitted_ids=ids(0, 8), resolved_ids=ids(0, 2), pending_ids=ids(6, 7), failed_ids=ids(7, 8))
    found = inspect(document(tmp_path, "sb.json", lists))
    assert (found["files"][0]["units"], found["files"][0]["error_units"]) == (8, 2)
    assert found["metrics"]["resolved"]["before"]["scored_units"] == 6
