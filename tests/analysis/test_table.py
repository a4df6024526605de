"""The anonymous table: status policies, repeats, order, clusters, and what the files say about each other."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.builders import observations, project
from tradeoff_app.analysis.observations import Observations, Rows, SourceFile
from tradeoff_app.analysis.status_rows import status_findings
from tradeoff_app.analysis.table import make_source
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.metric import StatusPolicy

NAN = float("nan")


def _with_statuses(status: str, value: float = NAN) -> Observations:
    before = [1.0, 0.0, 1.0, 1.0]
    after = [1.0, value, 0.0, 1.0]
    return observations({"ok": {"baseline": before, "candidate": after}}, statuses={("ok", "candidate"): {1: status}})


@pytest.mark.parametrize(
    ("status", "expected"),
    [("model_error", 0.0), ("timeout", 0.0), ("refusal", 0.0), ("infra_error", NAN), ("judge_error", NAN)],
)
def test_that_failures_count_as_the_worst_value_and_broken_tools_as_missing(status: str, expected: float) -> None:
    seen = _with_statuses(status)
    table = make_source(seen, project(seen)).table
    assert table.values[0, 1, 1] == pytest.approx(expected, nan_ok=True)
    assert (table.missing is None) == (not np.isnan(expected))


def test_that_a_failed_row_counts_as_worst_even_where_a_score_was_given() -> None:
    seen = _with_statuses("model_error", 1.0)
    assert make_source(seen, project(seen)).table.values[0, 1, 1] == 0.0


def test_that_the_worst_of_a_harm_is_that_it_happens() -> None:
    seen = observations(
        {"bad": {"baseline": [0.0, 0.0], "candidate": [0.0, NAN]}},
        lower_is_better=["bad"],
        statuses={("bad", "candidate"): {1: "timeout"}},
    )
    assert make_source(seen, project(seen)).table.values[0, 1, 1] == 1.0


def test_that_a_refusal_is_no_failure_of_a_safety_metric() -> None:
    seen = observations(
        {"unsafe": {"baseline": [0.0, 0.0], "candidate": [0.0, NAN]}},
        lower_is_better=["unsafe"],
        statuses={("unsafe", "candidate"): {1: "refusal"}},
    )
    gate = Gate(id="g", metric="unsafe", rule="absolute_limit", limit=0.1)
    table = make_source(seen, project(seen, gates={"g": gate})).table
    assert np.isnan(table.values[0, 1, 1])


@pytest.mark.parametrize(("policy", "expected"), [("scored", 0.7), ("missing", NAN), ("separate", NAN), ("fail", 0.0)])
def test_that_a_stated_policy_replaces_the_default(policy: StatusPolicy, expected: float) -> None:
    seen = _with_statuses("judge_error", 0.7)
    decided = project(seen)
    stated = decided.metrics["ok"].model_copy(update={"on_status": {"judge_error": policy}})
    source = make_source(seen, decided.with_item("metrics", stated))
    assert source.table.values[0, 1, 1] == pytest.approx(expected, nan_ok=True)
    codes = {finding.code for finding in status_findings(source, decided.with_item("metrics", stated))}
    assert codes == ({"errors_counted", "status_separate"} if policy == "separate" else {"errors_counted"})


def test_that_a_failure_without_a_known_worst_value_is_missing_and_said() -> None:
    seen = observations(
        {"latency": {"baseline": [1.0, 2.0], "candidate": [1.5, NAN]}},
        types={"latency": "duration"},
        lower_is_better=["latency"],
        statuses={("latency", "candidate"): {1: "timeout"}},
    )
    source = make_source(seen, project(seen))
    assert np.isnan(source.table.values[0, 1, 1])
    found = list(status_findings(source, project(seen)))
    assert [finding.code for finding in found] == ["errors_counted", "worst_value_unknown"]
    assert found[0].values["policy"] == "missing"


def test_that_repeats_and_raters_are_averaged_per_unit_first() -> None:
    rows = Rows(
        arm=np.array([0, 0, 0, 1]),
        unit=np.array([0, 0, 0, 0]),
        repeat=np.array([0, 1, 1, 0]),
        rater=np.array([0, 0, 1, 0]),
        metric=np.zeros(4, dtype=np.int64),
        value=np.array([1.0, 0.0, NAN, 1.0]),
        status=np.zeros(4, dtype=np.int64),
    )
    seen = replace(observations({"ok": {"baseline": [1.0], "candidate": [1.0]}}), rows=rows)
    assert make_source(seen, project(seen)).table.values[0].tolist() == [[0.5], [1.0]]


def test_that_duplicate_rows_are_counted() -> None:
    seen = observations({"ok": {"baseline": [1.0, 0.0], "candidate": [1.0, 1.0]}})
    fields = {name: np.concatenate([getattr(seen.rows, name)[:1], getattr(seen.rows, name)]) for name in _COLUMNS}
    doubled = replace(seen, rows=Rows(**fields))
    findings = make_source(doubled, project(doubled)).findings
    assert [(finding.code, finding.values["count"]) for finding in findings] == [("duplicate_rows", 1)]


_COLUMNS = ("arm", "unit", "repeat", "rater", "metric", "value", "status")


def test_that_units_stand_in_the_order_of_their_ids() -> None:
    values = {"ok": {"baseline": [1.0, 0.0, 0.0], "candidate": [1.0, 1.0, 0.0]}}
    seen = observations(values, units=["b", "c", "a"], segments={"tier": ["x", "y", "z"]})
    table = make_source(seen, project(seen)).table
    assert table.values[0, 0].tolist() == [0.0, 1.0, 0.0]
    assert [table.dimensions["tier"].labels[code] for code in table.dimensions["tier"].codes] == ["z", "x", "y"]


def test_that_cluster_numbers_say_nothing_about_their_names() -> None:
    values = {"ok": {"baseline": [1.0] * 4, "candidate": [1.0] * 4}}
    seen = observations(values, clusters=["zoe", "adam", "zoe", "bert"])
    cluster = make_source(seen, project(seen)).table.cluster
    assert cluster is not None
    assert cluster.tolist() == [0, 1, 0, 2]


def test_that_a_changed_judge_is_fatal_and_an_unknown_one_is_not() -> None:
    def file(arm: str, judge: str | None) -> SourceFile:
        return SourceFile("f", "0", 1, "csv", None, arm, None, None, 1, 1, 0, 0, judge=judge)

    seen = _with_statuses("ok", 1.0)
    for judges, expected in ((("gpt-4", "gpt-5"), ["fatal"]), (("gpt-4", None), []), (("gpt-4", "gpt-4"), [])):
        files = (file("baseline", judges[0]), file("candidate", judges[1]))
        source = make_source(replace(seen, files=files), project(seen))
        assert [finding.level for finding in source.findings] == expected


def test_that_a_metric_that_does_not_apply_to_a_unit_is_not_missing() -> None:
    seen = observations(
        {
            "ok": {"baseline": [1.0, None], "candidate": [1.0, None]},
            "unsafe": {"baseline": [None, 0.0], "candidate": [None, 0.0]},
        }
    )
    assert make_source(seen, project(seen)).table.missing is None


def test_that_a_part_of_the_table_holds_its_lines_side_by_side_with_clusters_numbered_anew() -> None:
    values = [1.0, 0.0, 1.0, NAN, 1.0]
    seen = observations({"ok": {"baseline": values, "candidate": values[::-1]}})
    table = replace(make_source(seen, project(seen)).table, cluster=np.array([0, 1, 2, 1, 3]), weight=np.arange(5.0))
    chosen = np.array([False, True, False, True, True])
    part = table.part(chosen)
    assert part.units == 3
    assert part.values.flags.c_contiguous
    np.testing.assert_array_equal(part.values, table.values[:, :, chosen])
    np.testing.assert_array_equal(part.present, table.present[:, chosen])
    assert part.cluster is not None
    assert part.cluster.tolist() == [0, 0, 1]
    assert part.weight is not None
    assert part.weight.tolist() == [1.0, 3.0, 4.0]


def test_that_the_whole_table_is_its_own_part() -> None:
    seen = observations({"ok": {"baseline": [1.0, 0.0], "candidate": [1.0, 1.0]}})
    table = make_source(seen, project(seen)).table
    assert table.part(np.ones(2, dtype=np.bool_)) is table
