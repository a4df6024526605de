"""Numbers of groups say what the units that they were made of say, as far as numbers of groups can."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.builders import monthly, observations, project
from tradeoff_app.analysis.aggregates import Aggregates
from tradeoff_app.analysis.data_update import update_data
from tradeoff_app.analysis.evidence import Evidence, build_evidence, evidence_from_table
from tradeoff_app.analysis.observations import Categories, Observations, Rows
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.analysis.table import make_source
from tradeoff_app.app.swap import swap_observations, swap_source
from tradeoff_app.figures.kinds.distribution import distribution
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money
from tradeoff_app.storage.project_file import read_project, write_project
from tradeoff_app.storage.rows_block import decode_rows, encode_rows

SIZES = {"head": 400, "tail": 150}
ARMS = ("baseline", "candidate")


def units(seed: int = 3) -> Observations:
    """Different units in each arm, in two segments: a rate and a mean."""
    random = np.random.default_rng(seed)
    n = sum(SIZES.values())
    tiers = [tier for tier, count in SIZES.items() for _ in range(count)] * 2
    done = [*random.binomial(1, 0.5, n).astype(float), *random.binomial(1, 0.58, n).astype(float)]
    score = [*random.normal(4.0, 1.0, n), *random.normal(4.2, 1.3, n)]
    values = {
        name: {
            "baseline": [*column[:n], *[None] * n],
            "candidate": [*[None] * n, *column[n:]],
        }
        for name, column in (("done", done), ("score", score))
    }
    return observations(values, types={"score": "continuous"}, segments={"tier": tiers}, pairing="unpaired")


def groups_of(seen: Observations) -> Observations:
    """The same as a dashboard would show it: number, mean and standard deviation by tier and arm."""
    tiers = seen.dimensions["tier"]
    found = []
    for arm in range(2):
        for line, tier in enumerate(sorted(SIZES)):
            inside = tiers.codes[seen.rows.unit] == tiers.labels.index(tier)
            for metric in range(2):
                chosen = (seen.rows.arm == arm) & (seen.rows.metric == metric) & inside
                part = seen.rows.value[chosen]
                found.append((arm, line, metric, part.mean(), len(part), part.std(ddof=1)))
    arms, lines, metrics, means, counts, spreads = (np.array(column) for column in zip(*found, strict=True))
    zeros = np.zeros(len(found), dtype=np.int64)
    rows = Rows(arms, lines, zeros, zeros - 1, metrics, means, zeros, n=counts.astype(float), sd=spreads)
    return replace(
        seen,
        units=tuple(f"tier={tier}" for tier in sorted(SIZES)),
        rows=rows,
        dimensions={"tier": Categories.from_texts(sorted(SIZES))},
    )


def decided(seen: Observations) -> Project:
    made = project(seen, replicates=4000, pairing="unpaired")
    gates = {
        "limit": Gate(id="limit", metric="done", rule="absolute_limit", limit=0.4),
        "margin": Gate(id="margin", metric="score", rule="non_inferiority", margin=0.3),
        "goal": Gate(id="goal", metric="done", rule="superiority", min_worthwhile=0.0),
    }
    money = Money(metric="done", per_unit=Range(low=1.0, base=2.0, high=3.0))
    scenario = made.scenario().model_copy(update={"money": {money.key: money}})
    return made.change(gates=gates, exposure=monthly(1000.0)).with_item("scenarios", scenario)


@pytest.fixture(scope="module")
def both() -> tuple[Evidence, Evidence]:
    seen = units()
    return build_evidence(seen, decided(seen)), build_evidence(groups_of(seen), decided(groups_of(seen)))


def test_that_effects_are_those_of_the_units(both: tuple[Evidence, Evidence]) -> None:
    by_unit, by_group = both
    assert by_group.partition == by_unit.partition == ("head", "tail")
    for key, effect in by_unit.cells.items():
        found = by_group.cells[key]
        assert (found.n_baseline, found.n_candidate, found.n_pairs) == (effect.n_baseline, effect.n_candidate, None)
        assert found.method == effect.method == ("newcombe" if key[0] == "done" else "welch")
        assert found.state == effect.state
        for name in ("baseline", "candidate_value", "difference", "interval", "standard_error", "p_value"):
            assert getattr(found, name) == pytest.approx(getattr(effect, name), rel=1e-9, abs=1e-12)
        assert found.relative is not None
        assert effect.relative is not None
        assert found.relative.interval == pytest.approx(effect.relative.interval, rel=1e-9)


def test_that_levels_and_their_bounds_are_those_of_the_units(both: tuple[Evidence, Evidence]) -> None:
    by_unit, by_group = both
    for key, level in by_unit.levels.items():
        found = by_group.levels[key]
        for name in ("value", "low", "high", "lower_bound", "upper_bound"):
            assert getattr(found, name) == pytest.approx(getattr(level, name), rel=1e-9)
        assert found.n == level.n


def test_that_draws_spread_like_those_of_the_units(both: tuple[Evidence, Evidence]) -> None:
    by_unit, by_group = both
    for metric, segment in by_unit.draws.keys:
        mine = by_group.draws.effect("candidate", metric, segment)
        theirs = by_unit.draws.effect("candidate", metric, segment)
        assert float(mine.std()) == pytest.approx(float(theirs.std()), rel=0.06)
        assert float(mine.mean()) == pytest.approx(float(theirs.mean()), abs=0.2 * float(theirs.std()))


def test_that_gates_and_value_follow_and_the_limits_are_named(both: tuple[Evidence, Evidence]) -> None:
    seen = units()
    by_unit = evaluate(decided(seen), both[0])
    by_group = evaluate(decided(groups_of(seen)), both[1])
    assert [(gate.gate.id, gate.state) for gate in by_group.gates] == [(g.gate.id, g.state) for g in by_unit.gates]
    assert by_group.verdict.recommendation == by_unit.verdict.recommendation
    assert by_group.value is not None
    assert by_unit.value is not None
    assert by_group.value.per_month.mean == pytest.approx(by_unit.value.per_month.mean, rel=0.1)
    assert by_group.grade == "aggregates_only"
    assert "aggregates_only" in {finding.code for finding in by_group.findings}
    assert by_group.mix.shares == pytest.approx(by_unit.mix.shares)


def test_that_a_project_of_groups_reopens_identically(tmp_path: Path) -> None:
    seen = groups_of(units())
    stated = decided(seen)
    source = make_source(seen, stated)
    write_project(tmp_path / "p.tradeoff", stated, source)
    stored = read_project(tmp_path / "p.tradeoff")
    first, second = evidence_from_table(source, stated), evidence_from_table(stored.evidence_source, stored.project)
    assert (second.hash, second.cell_hashes, second.cells) == (first.hash, first.cell_hashes, first.cells)
    assert np.array_equal(first.draws.levels, second.draws.levels, equal_nan=True)


def test_that_rows_of_groups_travel_in_an_archive() -> None:
    seen = groups_of(units())
    back = decode_rows(encode_rows(seen))
    assert back.are_aggregates
    assert make_source(back, decided(seen)).table.aggregates is not None


def test_that_groups_pool_as_their_units_would() -> None:
    random = np.random.default_rng(5)
    parts = [random.normal(mean, 2.0, n) for mean, n in ((1.0, 30), (4.0, 11), (2.0, 1))]
    stacked = [
        np.array([[[f(part) for part in parts]]]) for f in (len, np.mean, lambda x: x.std(ddof=1) if len(x) > 1 else 0)
    ]
    pooled = Aggregates(*(array.astype(float) for array in stacked)).pool(0, 0, np.ones(3, dtype=np.bool_))
    whole = np.concatenate(parts)
    assert pooled is not None
    assert (pooled.n, pooled.mean, pooled.sd) == pytest.approx((42, whole.mean(), whole.std(ddof=1)))


def test_that_a_mean_without_spread_is_not_compared_and_said() -> None:
    seen = groups_of(units())
    assert seen.rows.sd is not None
    unknown = replace(seen, rows=replace(seen.rows, sd=np.full(len(seen.rows.sd), np.nan)))
    found = build_evidence(unknown, decided(unknown))
    assert found.cells["score", "head", "candidate"].why == "no_spread"
    assert found.cells["done", "head", "candidate"].interval is not None
    assert [(f.code, f.metric) for f in found.findings if f.code == "no_spread"] == [("no_spread", "score")]
    assert ("score", "head") not in found.draws.keys


def test_that_another_number_of_units_makes_another_fingerprint() -> None:
    seen = groups_of(units())
    assert seen.rows.n is not None
    more = replace(seen, rows=replace(seen.rows, n=seen.rows.n + (seen.rows.metric == 0)))
    first, second = (build_evidence(one, decided(one)).cell_hashes for one in (seen, more))
    assert first["done", "head", "candidate"] != second["done", "head", "candidate"]
    assert first["score", "head", "candidate"] == second["score", "head", "candidate"]


def test_that_swapped_versions_turn_the_effects_around() -> None:
    seen = groups_of(units())
    stated = decided(seen)
    source = swap_source(make_source(seen, stated), "candidate")
    found = evidence_from_table(source, stated).cells["score", "head", "candidate"]
    again = build_evidence(swap_observations(seen, "candidate"), stated).cells["score", "head", "candidate"]
    before = build_evidence(seen, stated).cells["score", "head", "candidate"]
    assert found.difference == again.difference == pytest.approx(-(before.difference or 0.0))


def test_that_small_groups_get_no_statistics() -> None:
    seen = groups_of(units())
    assert seen.rows.n is not None
    few = replace(seen, rows=replace(seen.rows, n=np.where(seen.rows.unit == 1, 9.0, seen.rows.n)))
    found = build_evidence(few, decided(few))
    assert found.cells["score", "tail", "candidate"].why == "fewer_than_15_units"
    assert "few_units" in {finding.code for finding in found.findings}


def test_that_a_median_needs_single_units() -> None:
    seen = groups_of(units())
    stated = decided(seen)
    asked = stated.with_item("metrics", stated.metrics["score"].model_copy(update={"statistic": "p50"}))
    found = build_evidence(seen, asked)
    assert found.cells["score", "head", "candidate"].why == "needs_units"
    assert found.levels["score", "head", "candidate"].value is None
    assert "needs_units" in {finding.code for finding in found.findings}


def test_that_what_needs_a_distribution_says_so() -> None:
    seen = groups_of(units())
    stated = decided(seen)
    evidence = build_evidence(seen, stated)
    figure = distribution(stated, evidence, evaluate(stated, evidence), "score")
    assert figure.title == "Score: no distribution, the files hold numbers of groups"
    assert (figure.marks, evidence.table.scored(1, 0)) == ((), 550)


def test_that_an_update_counts_the_units_of_groups() -> None:
    seen = groups_of(units())
    stated = decided(seen)
    assert seen.rows.n is not None
    more = replace(seen, rows=replace(seen.rows, n=seen.rows.n + 10))
    made = update_data(stated, build_evidence(seen, stated), more, seen)
    assert [(unit.before, unit.after, unit.why) for unit in made.changes.units] == [(550, 570, "ids_not_kept")] * 2
    assert made.evidence.grade == "aggregates_only"
