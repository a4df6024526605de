"""Error rows read three ways: each reading is what the project would say if it were chosen."""

from __future__ import annotations

import numpy as np
import pytest

from tests.analysis.test_status_rows import seen as broken
from tests.builders import observations, outcome, paired_rate, project
from tradeoff_app.analysis.error_readings import (
    ERROR_CHOICES,
    choice_in_force,
    choose_errors,
    count_errors,
    read_errors,
)
from tradeoff_app.analysis.evidence import build_evidence
from tradeoff_app.analysis.observations import Observations
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.mapping import ErrorChoice
from tradeoff_app.model.project import Project

NAN = float("nan")


def deciding() -> tuple[Observations, Project]:
    """A clear gain that 40 failed calls of the candidate turn around."""
    before, after = paired_rate(400, both=300, fixed=40, broken=5)
    lost: list[float | None] = [*after]
    statuses = {}
    for unit in range(60):
        lost[unit] = NAN
        statuses[unit] = "model_error"
    made = observations(
        {"done": {"baseline": before, "candidate": lost}, "other": {"baseline": before, "candidate": after}},
        statuses={("done", "candidate"): statuses},
    )
    gate = Gate(id="g", metric="done", rule="non_inferiority", margin=0.0, segment="*")
    return made, project(made, gates={"g": gate}, replicates=500)


def test_that_a_reading_that_turns_the_verdict_is_named() -> None:
    made, decided = deciding()
    found = read_errors(decided, build_evidence(made, decided))
    assert [metric.metric for metric in found.metrics] == ["done"]
    assert found.metrics[0].in_force == "as-failure"
    assert found.decides
    assert found.recommendation != found.recommendations["as-missing"]
    missing = next(reading for reading in found.metrics[0].readings if reading.choice == "as-missing")
    assert missing.is_changed
    assert missing.recommendation == found.recommendations["as-missing"]


@pytest.mark.parametrize("choice", ERROR_CHOICES)
def test_that_a_reading_is_what_the_project_would_say_if_it_were_chosen(choice: ErrorChoice) -> None:
    made, decided = broken(), project(broken(), replicates=300)
    found = read_errors(decided, build_evidence(made, decided))
    chosen = choose_errors(decided, choice)
    real = evaluate(chosen, build_evidence(made, chosen))
    assert found.recommendations[choice] == real.verdict.recommendation
    for metric in found.metrics:
        reading = next(reading for reading in metric.readings if reading.choice == choice)
        assert reading.effect == real.effect(metric.metric)


def test_that_the_reading_in_force_has_the_numbers_on_screen() -> None:
    made, decided = deciding()
    found = read_errors(decided, build_evidence(made, decided))
    shown = outcome(made, decided).effect("done")
    assert found.metrics[0].effect == shown
    assert next(reading for reading in found.metrics[0].readings if reading.is_in_force).effect == shown


def test_that_statuses_that_count_differently_are_no_single_reading() -> None:
    made = observations(
        {"done": {"baseline": [1.0] * 20, "candidate": [NAN, NAN] + [1.0] * 18}},
        statuses={("done", "candidate"): {0: "timeout", 1: "judge_error"}},
    )
    decided = project(made, replicates=100)
    counts = count_errors(decided, build_evidence(made, decided))["done"]
    assert choice_in_force(counts) is None
    assert read_errors(decided, build_evidence(made, decided)).metrics[0].in_force is None


def test_that_an_acceptance_is_not_stale_by_a_reading_that_nobody_chose() -> None:
    made, decided = deciding()
    evidence = build_evidence(made, decided)
    read_errors(decided, evidence)
    assert evidence.cell_hashes == build_evidence(made, decided).cell_hashes
    assert not np.isnan(evidence.table.values[0, 1, 0])


def test_that_files_without_errors_have_no_readings() -> None:
    made = observations({"ok": {"baseline": [1.0, 0.0] * 10, "candidate": [1.0, 1.0] * 10}})
    found = read_errors(project(made), build_evidence(made, project(made)))
    assert (found.metrics, found.why) == ((), "no_errors")


def test_that_evidence_of_one_policy_alone_says_that_rows_are_not_kept() -> None:
    from dataclasses import replace

    from tradeoff_app.analysis.evidence import evidence_from_table
    from tradeoff_app.analysis.table import make_source

    made, decided = deciding()
    old = replace(make_source(made, decided), status_rows=None)
    assert read_errors(decided, evidence_from_table(old, decided)).why == "rows_not_kept"
