"""Rows without a plain answer: any policy can be applied to the anonymous table as if the rows were there."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import observations, project
from tradeoff_app.analysis.evidence import build_evidence, evidence_from_table
from tradeoff_app.analysis.observations import STATUSES, Observations
from tradeoff_app.analysis.status_rows import count_statuses, settle_statuses
from tradeoff_app.analysis.table import make_source
from tradeoff_app.app.swap import swap_observations, swap_source
from tradeoff_app.model.metric import StatusPolicy
from tradeoff_app.model.project import Project

NAN = float("nan")
POLICIES: tuple[StatusPolicy, ...] = ("fail", "missing", "scored", "separate")


def seen(seed: int = 1, n: int = 40) -> Observations:
    """Two metrics with repeats and a third of the rows broken in some way."""
    random = np.random.default_rng(seed)
    values = {
        "done": {arm: random.integers(0, 2, n).astype(float).tolist() for arm in ("baseline", "candidate")},
        "cost": {arm: random.normal(5, 1, n).tolist() for arm in ("baseline", "candidate")},
    }
    made = observations(values, types={"cost": "money"}, scales={"cost": (0.0, 20.0)}, lower_is_better=["cost"])
    rows = made.rows
    status = np.where(random.random(len(rows.value)) < 0.3, random.integers(1, 7, len(rows.value)), 0)
    value = np.where((status != 0) & (random.random(len(rows.value)) < 0.5), NAN, rows.value)
    doubled = {name: np.concatenate([getattr(rows, name)] * 2) for name in ("arm", "unit", "repeat", "rater", "metric")}
    doubled["repeat"] = np.concatenate([rows.repeat, rows.repeat + 1])
    again = replace(
        rows, **doubled, value=np.concatenate([value, rows.value]), status=np.concatenate([status, rows.status])
    )
    return replace(made, rows=again)


def under(found: Observations, policy: StatusPolicy) -> Project:
    """The project in which every status counts one way."""
    decided = project(found, replicates=100)
    policies = dict.fromkeys(STATUSES[1:], policy)
    metrics = {
        key: metric.model_copy(update={"on_status": policies, "scale": (0.0, 20.0) if key == "cost" else None})
        for key, metric in decided.metrics.items()
    }
    return decided.change(metrics=metrics)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(POLICIES), st.sampled_from(POLICIES))
def test_that_the_table_settles_as_if_the_rows_were_read_again(
    seed: int, first: StatusPolicy, then: StatusPolicy
) -> None:
    found = seen(seed)
    kept, fresh = make_source(found, under(found, first)), make_source(found, under(found, then))
    settled = settle_statuses(kept, under(found, then)).table
    assert np.array_equal(settled.values, fresh.table.values, equal_nan=True)
    assert (settled.missing is None) == (fresh.table.missing is None)
    if settled.missing is not None and fresh.table.missing is not None:
        assert np.array_equal(settled.missing, fresh.table.missing)


def test_that_a_policy_chosen_later_gives_the_evidence_that_the_rows_would_give() -> None:
    found = seen()
    kept = make_source(found, under(found, "fail"))
    later = evidence_from_table(kept, under(found, "missing"))
    assert later.hash == build_evidence(found, under(found, "missing")).hash
    assert later.cells == build_evidence(found, under(found, "missing")).cells


def test_that_a_ratio_fails_at_the_worst_rate_of_its_own_denominators() -> None:
    made = observations(
        {"ctr": {"baseline": [2.0, 3.0], "candidate": [4.0, NAN]}},
        types={"ctr": "ratio"},
        scales={"ctr": (0.0, 1.0)},
        statuses={("ctr", "candidate"): {1: "timeout"}},
    )
    made = replace(made, rows=replace(made.rows, denominator=np.array([10.0, 10.0, 20.0, 40.0])))
    table = make_source(made, project(made)).table
    assert table.values[0, 1].tolist() == [4.0, 0.0]
    assert table.den["ctr"][1].tolist() == [20.0, 40.0]


def test_that_rows_and_units_are_counted_by_status_and_side() -> None:
    made = observations(
        {"ok": {"baseline": [1.0, NAN, 0.5], "candidate": [NAN, NAN, 1.0]}},
        statuses={("ok", "baseline"): {2: "model_error"}, ("ok", "candidate"): {0: "model_error", 1: "judge_error"}},
    )
    counts = {count.status: count for count in count_statuses(make_source(made, project(made)), project(made))}
    assert counts["model_error"].rows == (1, 1)
    assert counts["model_error"].scored == (1, 0)
    assert counts["model_error"].policy == "fail"
    assert counts["judge_error"].units == (0, 1)
    assert counts["judge_error"].policy == "missing"


def test_that_evidence_says_how_errors_count_once_for_all_metrics_alike() -> None:
    made = observations(
        {name: {"baseline": [1.0] * 20, "candidate": [NAN] + [1.0] * 19} for name in ("a", "b")},
        statuses={(name, "candidate"): {0: "timeout"} for name in ("a", "b")},
    )
    found = [finding for finding in build_evidence(made, project(made)).findings if finding.code == "errors_counted"]
    assert [(f.values["status"], f.values["policy"], f.values["metrics"]) for f in found] == [
        ("timeout", "fail", ["a", "b"])
    ]


def test_that_files_without_errors_keep_nothing_apart() -> None:
    made = observations({"ok": {"baseline": [1.0, 0.0], "candidate": [1.0, 1.0]}})
    assert make_source(made, project(made)).status_rows is None


def test_that_rows_kept_apart_change_sides_with_their_versions() -> None:
    found = seen()
    decided = under(found, "fail")
    swapped = settle_statuses(swap_source(make_source(found, decided), "candidate"), decided).table
    again = make_source(swap_observations(found, "candidate"), decided).table
    assert np.array_equal(swapped.values, again.values, equal_nan=True)


@pytest.mark.parametrize("kept", [["cost"], ["done"]])
def test_that_a_metric_left_out_leaves_the_rows_of_the_other(kept: list[str]) -> None:
    found = seen()
    decided = under(found, "fail")
    alone = decided.change(metrics={key: decided.metrics[key] for key in kept})
    settled = settle_statuses(make_source(found, under(found, "missing")).keep_metrics(alone), alone).table
    assert np.array_equal(settled.values, make_source(found, alone).table.values, equal_nan=True)
