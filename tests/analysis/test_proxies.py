"""Proxies beside what they stand for: the same answer or not, how far they move together, money through the link."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from tests.builders import evidence, monthly, observations, project
from tradeoff_app.analysis.effects import State
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.analysis.proxies import Relation, correlate, relate
from tradeoff_app.model.metric import Lineage, Link
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Scenario

LINK = Link(low=0.1, base=0.3, high=0.5, source="last year's test")


def release(
    slope: float = 0.5, *, link: Link | None = LINK, priced: tuple[str, ...] = ("rouge",), clusters: bool = False
) -> tuple[Project, Evidence]:
    """A proxy that rises, and a product metric that follows it with this slope and falls by itself."""
    generator = np.random.default_rng(8)
    n = 300
    shared = np.repeat(generator.normal(0, 1, n // 5), 5) if clusters else generator.normal(0, 1, n)
    rise = shared + 0.4
    follow = slope * (rise - 0.4) + generator.normal(0, 0.6, n) - 0.3
    start = generator.normal(3, 1, n)
    columns = {"rouge": (start, start + rise), "csat": (start, start + follow)}
    values = {
        name: {"baseline": list(map(float, before)), "candidate": list(map(float, after))}
        for name, (before, after) in columns.items()
    }
    names = [f"c{i // 5}" for i in range(n)] if clusters else None
    seen = observations(values, types={"rouge": "continuous", "csat": "continuous"}, clusters=names)
    money = {f"{name}|*": Money(metric=name, per_unit=Range.exactly(2.0)) for name in priced}
    plain = project(seen, partition=(), exposure=monthly(1000), replicates=2000)
    proxy = plain.metrics["rouge"].model_copy(update={"lineage": Lineage(parent="csat", link=link)})
    scenario = Scenario(id="base", candidate="candidate", money=money)
    decided = plain.with_item("metrics", proxy).change(scenarios={"base": scenario})
    return decided, evidence(seen, decided)


def told(*words: float, **choices: object) -> Outcome:
    return evaluate(*release(*words, **choices))  # type: ignore[arg-type]


def test_that_a_proxy_that_rises_while_its_parent_falls_disagrees() -> None:
    found = told().proxies
    assert [(item.metric, item.parent, item.relation) for item in found] == [("rouge", "csat", "disagrees")]
    assert found[0].disagrees
    assert (found[0].proxy_state, found[0].parent_state) == ("better", "worse")
    assert found[0].n == 300


def test_that_the_association_is_the_correlation_of_the_changes() -> None:
    decided, made = release()
    found = evaluate(decided, made).proxies[0].association
    change = made.table.values[:, 1] - made.table.values[:, 0]
    assert found.value == pytest.approx(np.corrcoef(change[0], change[1])[0, 1])
    assert found.interval is not None
    low, high = found.interval
    assert np.arctanh(high) - np.arctanh(low) == pytest.approx(2 * 1.959964 / np.sqrt(297), rel=1e-5)


def test_that_the_association_speaks_of_improvement() -> None:
    decided, made = release()
    turned = decided.with_item("metrics", decided.metrics["csat"].model_copy(update={"better": "lower"}))
    one, other = evaluate(decided, made).proxies[0], evaluate(turned, made).proxies[0]
    assert other.association.value == pytest.approx(-(one.association.value or 0.0))


def test_that_clusters_widen_the_interval_of_the_association() -> None:
    generator = np.random.default_rng(1)
    shared = np.repeat(generator.normal(0, 1, (2, 60)), 5, axis=1)
    groups = np.repeat(np.arange(60), 5)
    plain = correlate(shared[0], shared[1], None).interval
    clustered = correlate(shared[0], shared[1], groups).interval
    assert plain is not None
    assert clustered is not None
    assert clustered[1] - clustered[0] > 1.6 * (plain[1] - plain[0])
    assert told(clusters=True).proxies[0].association.interval is not None


def test_that_what_cannot_be_said_has_its_reason() -> None:
    varied = np.arange(20.0)
    assert correlate(varied, np.ones(20), None).why == "no_variation"
    assert correlate(varied, varied, None).interval == (1.0, 1.0)
    assert correlate(varied, varied**2, np.repeat(np.arange(4), 5)).why == "few_clusters"
    decided, _ = release()
    unpaired = decided.change(pairing="unpaired")
    made = evidence(observations({"rouge": {"baseline": [0.0, 1.0] * 20, "candidate": [1.0, 1.0] * 20}}), unpaired)
    lone = evaluate(unpaired, made).proxies[0]
    assert (lone.relation, lone.association.why) == ("not_measured", "no_data")


@pytest.mark.parametrize(
    ("proxy", "parent", "relation"),
    [
        ("better", "better", "agrees"),
        ("worse", "worse", "agrees"),
        ("worse", "better", "disagrees"),
        ("better", "cannot_tell", "not_confirmed"),
        ("cannot_tell", "worse", "silent"),
        ("better", "not_measured", "not_measured"),
    ],
)
def test_that_two_states_make_a_relation(proxy: State, parent: State, relation: Relation) -> None:
    assert relate(proxy, parent) == relation


def test_that_the_link_says_what_the_parent_should_have_done() -> None:
    found = told()
    implied, effect = found.proxies[0].implied, found.effect("rouge")
    assert effect is not None
    assert effect.interval is not None
    assert implied.value == pytest.approx(0.3 * (effect.difference or 0.0))
    assert implied.interval == pytest.approx((0.1 * effect.interval[0], 0.5 * effect.interval[1]))
    assert told(link=None).proxies[0].implied.why == "no_link"


def test_that_a_proxy_is_paid_through_its_link_alone() -> None:
    found = told()
    effect = found.effect("rouge")
    assert found.value is not None
    assert effect is not None
    assert found.value.per_month.mean == pytest.approx(1000 * 2.0 * 0.3 * (effect.difference or 0.0), rel=0.03)
    bars = {bar.input: bar for bar in found.sensitivity.tornado}
    bar = bars["metrics/rouge/lineage/link"]
    assert (bar.low, bar.high) == (0.1, 0.5)
    assert bar.result_high == pytest.approx(5 * bar.result_low)
    flips = {item.input: item for item in found.sensitivity.break_even}
    assert flips["metrics/rouge/lineage/link"].flips_at == pytest.approx(0.0, abs=1e-9)


def codes(found: Outcome) -> Mapping[str, str | None]:
    return {finding.code: finding.metric for finding in found.findings}


def test_that_without_a_link_a_proxy_carries_no_money_and_never_beside_its_parent() -> None:
    alone = told(link=None)
    assert alone.value is None or alone.value.per_month.mean == 0.0
    assert codes(alone)["money_without_link"] == "rouge"
    both = told(priced=("rouge", "csat"))
    assert both.value is not None
    assert set(both.value.by_metric) == {"csat"}
    assert codes(both)["money_counted_once"] == "rouge"
