"""Evidence: the same from rows and from the table, whatever the order; hashes, grades, small segments, the unknown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import evidence, observations, paired_rate, project, support_bot
from tradeoff_app.analysis import catalogue
from tradeoff_app.analysis.evidence import Evidence, build_evidence, evidence_from_table, evidence_key
from tradeoff_app.analysis.observations import Observations, Rows
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.analysis.table import make_source
from tradeoff_app.model.gate import Gate

NAN = float("nan")


def small(n: int = 60, **fields: Any) -> Observations:
    before, after = paired_rate(n, both=n // 3, fixed=n // 6, broken=n // 10)
    scores = [float(index % 5) for index in range(n)]
    later = [min(4.0, score + (index % 3 == 0)) for index, score in enumerate(scores)]
    return observations(
        {"done": {"baseline": before, "candidate": after}, "score": {"baseline": scores, "candidate": later}},
        types={"score": "ordinal"},
        scales={"score": (0.0, 4.0)},
        segments={"tier": ["head" if index % 3 else "tail" for index in range(n)]},
        **fields,
    )


def same(one: Evidence, other: Evidence) -> bool:
    return (
        one.cells == other.cells
        and np.array_equal(one.draws.effects, other.draws.effects, equal_nan=True)
        and np.array_equal(one.draws.levels, other.draws.levels, equal_nan=True)
        and one.hash == other.hash
        and one.cell_hashes == other.cell_hashes
    )


def test_that_the_table_alone_gives_the_same_numbers_to_the_last_digit() -> None:
    seen, decided = support_bot()
    assert same(build_evidence(seen, decided), evidence_from_table(make_source(seen, decided), decided))


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_that_the_order_of_rows_changes_nothing(random: Any) -> None:
    seen = small()
    order = list(range(len(seen.rows.value)))
    random.shuffle(order)
    fields = {
        name: getattr(seen.rows, name)[order]
        for name in ("arm", "unit", "repeat", "rater", "metric", "value", "status")
    }
    decided = project(seen, replicates=200)
    assert same(build_evidence(seen, decided), build_evidence(replace(seen, rows=Rows(**fields)), decided))


def test_that_another_metric_changes_neither_draw_nor_hash() -> None:
    seen = small()
    decided = project(seen, replicates=300)
    alone = decided.change(metrics={"done": decided.metrics["done"]})
    both, one = build_evidence(seen, decided), build_evidence(seen, alone)
    assert one.draws.effect("candidate", "done", "tail") == pytest.approx(
        both.draws.effect("candidate", "done", "tail")
    )
    assert one.cell_hashes["done", "tail", "candidate"] == both.cell_hashes["done", "tail", "candidate"]
    assert one.hash != both.hash


def test_that_a_hash_changes_with_a_value_and_with_the_policy_but_not_with_another_segment() -> None:
    seen = small()
    decided = project(seen, replicates=100)
    first = build_evidence(seen, decided).cell_hashes
    values = seen.rows.value.copy()
    values[0] = 1.0 - values[0]
    changed = build_evidence(replace(seen, rows=replace(seen.rows, value=values)), decided).cell_hashes
    assert changed["done", "tail", "candidate"] != first["done", "tail", "candidate"]
    assert changed["done", "head", "candidate"] == first["done", "head", "candidate"]
    stricter = decided.metrics["done"].model_copy(update={"on_status": {"judge_error": "fail"}})
    again = build_evidence(seen, decided.with_item("metrics", stricter)).cell_hashes
    assert again["done", "head", "candidate"] != first["done", "head", "candidate"]


def test_that_a_segment_below_15_units_gets_no_statistics() -> None:
    before, after = paired_rate(30, both=10, fixed=5, broken=3)
    tiers = ["few"] * 14 + ["rest"] * 16
    seen = observations({"done": {"baseline": before, "candidate": after}}, segments={"tier": tiers})
    found = evidence(seen, project(seen, partition=("tier",), replicates=100))
    few = found.cells["done", "few", "candidate"]
    assert (few.state, few.interval, few.why) == ("cannot_tell", None, "fewer_than_15_units")
    assert few.difference is not None
    assert found.cells["done", "rest", "candidate"].note == "few_units"
    codes = {(finding.code, finding.segment) for finding in found.findings}
    assert {("few_units", "few"), ("small_segment", "rest")} <= codes


def test_that_an_unregistered_type_is_refused_clearly_and_the_rest_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = small()
    metrics = tuple(replace(metric, type="ratio") if metric.name == "score" else metric for metric in seen.metrics)
    known = tuple(kind for kind in catalogue.METRIC_TYPES if kind.name != "ratio")
    monkeypatch.setattr(catalogue, "METRIC_TYPES", known)
    found = evidence(replace(seen, metrics=metrics), project(replace(seen, metrics=metrics), replicates=100))
    assert found.cells["score", "*", "candidate"].why == "type_not_supported"
    assert found.cells["done", "*", "candidate"].interval is not None
    assert any(finding.code == "type_not_supported" for finding in found.findings)


def test_that_the_grade_says_how_the_evidence_came_about() -> None:
    seen = small()
    assert evidence(seen).grade == "paired_replay"
    assert evidence(seen, project(seen, pairing="unpaired")).grade == "unpaired_offline"
    assert evidence(replace(seen, randomised=True)).grade == "randomised_ab"
    human = tuple(replace(metric, tier="human") for metric in seen.metrics)
    assert evidence(replace(seen, metrics=human)).grade == "human_panel"


def test_that_pairs_are_found_by_what_both_arms_hold() -> None:
    n = 40
    before: list[float | None] = [1.0] * 30 + [None] * 10
    after: list[float | None] = [None] * 5 + [0.0] * 35
    seen = observations({"done": {"baseline": before, "candidate": after}})
    found = evidence(seen, project(seen, replicates=100))
    pairing = found.pairings["candidate"]
    assert (pairing.mode, pairing.matched, pairing.only_baseline, pairing.only_candidate) == ("paired", 25, 5, 10)
    assert pairing.share == pytest.approx(25 / n)
    assert any(finding.code == "pairing_weak" for finding in found.findings)
    apart: list[float | None] = [None] * 25 + [0.0] * 15
    unpaired = observations({"done": {"baseline": before, "candidate": apart}})
    assert evidence(unpaired, project(unpaired, replicates=100)).pairings["candidate"].mode == "unpaired"


def test_that_a_metric_that_the_project_does_not_know_is_left_out() -> None:
    seen = small()
    source = make_source(seen, project(seen))
    found = evidence_from_table(source, project(seen, replicates=100).without_item("metrics", "score"))
    assert found.table.metrics == ("done",)


def test_that_one_arm_alone_is_measured_without_effects() -> None:
    seen = observations({"done": {"baseline": [1.0, 0.0] * 20}})
    found = evidence(seen, project(seen, replicates=100))
    assert found.cells == {}
    assert found.levels["done", "*", "baseline"].value == pytest.approx(0.5)


def test_that_missing_values_give_bounds_and_dropped_pairs() -> None:
    before = [1.0] * 30 + [0.0] * 30
    after = [1.0] * 28 + [NAN, NAN] + [0.0] * 30
    seen = observations(
        {"done": {"baseline": before, "candidate": after}},
        statuses={("done", "candidate"): {28: "judge_error", 29: "judge_error"}},
    )
    cell = evidence(seen, project(seen, replicates=100)).cells["done", "*", "candidate"]
    assert cell.n_pairs == 58
    assert cell.worst_best == pytest.approx((-2 / 60, 0.0))


def test_that_evidence_is_built_again_only_where_it_depends_on_the_change() -> None:
    _, decided = support_bot()
    scenario = decided.scenario().model_copy(update={"running_cost_per_month": 1.0})
    assert evidence_key(decided) == evidence_key(decided.with_item("scenarios", scenario))
    turned = decided.metrics["handover"].model_copy(update={"better": "higher"})
    assert evidence_key(decided) != evidence_key(decided.with_item("metrics", turned))
    assert evidence_key(decided) != evidence_key(decided.change(partition=()))


def test_that_a_reference_arm_has_a_level_and_is_never_judged() -> None:
    values = {"done": {"baseline": [1.0, 0.0] * 40, "candidate": [1.0, 1.0] * 40, "people": [1.0, 1.0, 1.0, 0.0] * 20}}
    seen = observations(values)
    decided = project(seen, replicates=200)
    people = decided.candidates["people"]
    judged = decided.without_item("candidates", "people").change(references={"people": people})
    made = evidence(seen, judged)
    assert made.table.arms == ("baseline", "candidate")
    assert {key[2] for key in made.cells} == {"candidate"}
    assert made.levels["done", "*", "people"].value == 0.75
    assert made.source.table.arms == ("baseline", "candidate", "people")
    assert evidence_key(judged) != evidence_key(decided)
    alone = evidence(observations({"done": {arm: values["done"][arm] for arm in ("baseline", "candidate")}}), judged)
    assert made.cells == alone.cells
    assert made.hash == alone.hash


def test_that_another_candidate_does_not_make_an_acceptance_stale() -> None:
    before, after = paired_rate(40, both=10, fixed=5, broken=9)
    alone = observations({"done": {"baseline": before, "candidate": after}})
    joined = observations({"done": {"baseline": before, "candidate": after, "other": before[::-1]}})
    one, two = (evidence(seen, project(seen, replicates=100)).cell_hashes for seen in (alone, joined))
    assert one["done", "*", "candidate"] == two["done", "*", "candidate"]
    assert two["done", "*", "other"] != two["done", "*", "candidate"]


@pytest.mark.parametrize("changing", [4, 5])
def test_that_clusters_that_hardly_change_are_flagged(changing: int) -> None:
    before = [0.0] * 160
    after = [1.0 if unit < 8 * changing and unit % 8 == 0 else 0.0 for unit in range(160)]
    seen = observations(
        {"bad": {"baseline": before, "candidate": after}}, clusters=[f"c{unit // 8:02d}" for unit in range(160)]
    )
    for pairing in ("paired", "unpaired"):
        found = evidence(seen, project(seen, pairing=pairing, replicates=100))
        codes = [finding.code for finding in found.findings]
        assert ("few_changing_clusters" in codes) == (changing < 5)


def test_that_the_units_needed_after_no_variation_follow_the_bound_itself() -> None:
    before, after = [3.0] * 40, [3.0] * 40
    seen = observations(
        {"tone": {"baseline": before, "candidate": after}}, types={"tone": "ordinal"}, scales={"tone": (1.0, 5.0)}
    )
    gate = Gate(id="g", metric="tone", rule="non_inferiority", margin=0.1)
    decided = project(seen, gates={"g": gate}, replicates=100)
    result = next(item for item in evaluate(decided, evidence(seen, decided)).gates if item.gate.id == "g")
    assert result.state == "INCONCLUSIVE"
    needed = round(40 * (result.needs_times_n or 0.0))
    assert 4 * (1 - 0.025 ** (1 / needed)) == pytest.approx(0.1, rel=0.02)
