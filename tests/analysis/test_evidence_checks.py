"""The evidence checks as a list: what holds, what does not, and what the files do not say."""

from __future__ import annotations

from typing import Any

from tests import builders
from tradeoff_app.analysis.evidence_checks import ORDER, EvidenceCheck, list_checks
from tradeoff_app.analysis.observations import Observations, Problem, SourceFile


def checks(seen: Observations, *, with_rows: bool = True, **fields: Any) -> dict[str, EvidenceCheck]:
    project = builders.project(seen, replicates=200, **fields)
    evidence = builders.evidence(seen, project)
    outcome = builders.outcome(seen, project)
    found = list_checks(evidence, outcome.findings, seen if with_rows else None, "candidate")
    assert tuple(check.code for check in found) == ORDER
    return {check.code: check for check in found}


def seen_rows(**fields: Any) -> Observations:
    values = {"done": {"baseline": [1.0, 0.0] * 40, "candidate": [1.0, 1.0] * 40}}
    return builders.observations(values, **fields)


def file(arm: str, judge: str | None) -> SourceFile:
    return SourceFile(f"{arm}.json", "", 1, "x", None, arm, None, None, 80, 80, 0, 0, None, judge)


def test_that_what_was_looked_at_and_found_in_order_holds() -> None:
    found = checks(seen_rows())
    assert found["pairing"].state == "holds"
    assert found["duplicates"].state == "holds"
    assert found["scale"].state == "holds"
    assert found["mix"].state == "not_applicable"
    split = checks(seen_rows(segments={"tier": ["head", "tail"] * 40}))
    assert split["mix"].state == "attention", "no volumes are stated"


def test_that_what_the_files_do_not_say_is_not_known() -> None:
    found = checks(seen_rows())
    assert found["judge"].state == "unknown"
    assert found["prompts"].state == "unknown"
    assert found["ratio"].state == "not_applicable"
    assert checks(seen_rows(), with_rows=False)["scale"].state == "unknown"


def test_that_one_judge_holds_and_two_are_broken() -> None:
    same = seen_rows(files=(file("baseline", "j1"), file("candidate", "j1")))
    assert checks(same)["judge"].state == "holds"
    assert checks(same)["judge"].values["judges"] == ["j1"]
    other = seen_rows(files=(file("baseline", "j1"), file("candidate", "j2")))
    assert checks(other)["judge"].state == "broken"


def test_that_problems_of_the_files_answer_their_question() -> None:
    differ = Problem("warning", "items_differ", "b.csv", "", "3 units have another content.", "Check them.")
    scales = Problem("warning", "scales_differ", "b.csv", "", "done: the usual values differ.", "Check them.")
    found = checks(seen_rows(problems=(differ, scales)))
    assert found["items"].state == "attention"
    assert found["items"].problems == (differ,)
    assert found["scale"].problems == (scales,)


def test_that_findings_of_another_candidate_are_left_out() -> None:
    values: dict[str, Any] = {
        "done": {
            "baseline": [1.0, 0.0] * 40,
            "candidate": [1.0, 1.0] * 40,
            "second": [1.0, 1.0] * 30 + [None] * 20,
        }
    }
    found = checks(builders.observations(values))
    assert found["pairing"].findings == ()


def test_that_failed_rows_are_counted_on_both_sides() -> None:
    found = checks(seen_rows(statuses={("done", "candidate"): {3: "timeout", 5: "timeout"}}))
    assert found["errors"].values == {"before": 0, "after": 2}
