"""Money: assumptions as distributions, sums of terms, closed form against replicates, costs and candidates."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import evidence, monthly, observations, paired_rate, project, support_bot
from tests.validation.normal_value import NormalCell, normal_losses, normal_net_value
from tradeoff_app.analysis.assumptions import draw_assumption, mean_and_sd, quantiles
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.analysis.value import annuity, expected_losses, stand_candidates, summarise
from tradeoff_app.model.metric import Lineage
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Rollout, Scenario, Swing
from tradeoff_app.model.segment import Exposure

SEEN, STORY = support_bot()
EVIDENCE = evidence(SEEN, STORY)
GUESSES = st.tuples(st.floats(-100, 100), st.floats(0, 50), st.floats(0, 50)).map(
    lambda x: Range(low=x[0] - x[1], base=x[0], high=x[0] + x[2])
)


def told(decided: Project = STORY, **fields: Any) -> Outcome:
    """The story's outcome with some fields of its scenario replaced."""
    scenario = decided.scenario().model_copy(update=fields)
    return evaluate(decided.with_item("scenarios", scenario), EVIDENCE)


def worth(outcome: Outcome) -> float:
    """Mean value per month."""
    assert outcome.value is not None
    return outcome.value.per_month.mean


@given(GUESSES, st.sampled_from(["p10_p50_p90", "min_mode_max"]))
def test_that_draws_of_an_assumption_have_its_mean_and_spread(guess: Range, kind: Any) -> None:
    mean, sd = mean_and_sd(guess, kind)
    draws = np.asarray(draw_assumption(guess, "money/x|*", 0, 20_000, kind))
    assert float(draws.mean()) == pytest.approx(mean, abs=0.03 * sd + 1e-9)
    assert float(draws.std()) == pytest.approx(sd, rel=0.03, abs=1e-9)


def test_that_low_base_and_high_are_the_10th_50th_and_90th_percentile() -> None:
    guess = Range(low=1.0, base=2.0, high=5.0)
    scores = np.array([-1.2815515655, 0.0, 1.2815515655])
    assert quantiles(guess, scores, "p10_p50_p90") == pytest.approx([1.0, 2.0, 5.0])


def test_that_a_changed_guess_moves_draws_but_does_not_redraw_them() -> None:
    one = draw_assumption(Range(low=1, base=2, high=3), "a", 0, 500, "p10_p50_p90")
    other = draw_assumption(Range(low=11, base=12, high=13), "a", 0, 500, "p10_p50_p90")
    apart = draw_assumption(Range(low=1, base=2, high=3), "b", 0, 500, "p10_p50_p90")
    assert other - one == pytest.approx(np.full(500, 10.0))
    assert abs(float(np.corrcoef(one, apart)[0, 1])) < 0.15


def test_that_discounting_shortens_the_horizon() -> None:
    assert annuity(12, 0.0) == 12
    assert annuity(12, 0.1) == pytest.approx(sum(1.1 ** (-t / 12) for t in range(1, 13)))


def test_that_replicates_meet_the_closed_form() -> None:
    value = told().value
    assert value is not None
    cells = []
    for entry in STORY.scenario().money.values():
        for segment, volume in {"primary": 240_000, "other": 320_000, "rare": 40_000}.items():
            cell = EVIDENCE.cells[entry.metric, segment, "candidate"]
            se = cell.standard_error or 0.0
            cells.append(NormalCell(entry.metric + segment, cell.difference or 0.0, se, volume, entry.per_unit.base))
    exact = normal_net_value(cells, np.eye(len(cells)), cost_per_month=7400, one_off_cost=0, months=12, yearly_rate=0.0)
    spread = exact.monthly_sd
    assert value.per_month.mean == pytest.approx(exact.monthly_mean, abs=0.05 * spread)
    assert float(value.draws.std()) == pytest.approx(spread, rel=0.12)
    assert value.p_positive == pytest.approx(exact.p_positive, abs=0.015)


@given(st.floats(-5, 5), st.floats(0.01, 3))
def test_that_losses_differ_by_the_mean(mean: float, sd: float) -> None:
    ship, hold = normal_losses(mean, sd)
    assert hold - ship == pytest.approx(mean, abs=1e-9)
    assert min(ship, hold) >= 0


def test_that_doubling_every_volume_doubles_what_users_bring() -> None:
    segments = {
        key: item.model_copy(update={"exposure": (monthly(2 * item.exposure[0].per_month.base),)})
        for key, item in STORY.segments.items()
    }
    assert worth(told(STORY.change(segments=segments))) + 7400 == pytest.approx(2 * (worth(told()) + 7400))


def test_that_a_price_for_a_segment_replaces_the_general_one_there() -> None:
    money = dict(STORY.scenario().money)
    own = Money(metric="task_done", segment="rare", per_unit=Range.exactly(40.0))
    seen = told(money={**money, own.key: own}).value
    plain = told().value
    assert seen is not None
    assert plain is not None
    cells = {cell.segment: cell.mean for cell in seen.by_cell if cell.metric == "task_done"}
    before = {cell.segment: cell.mean for cell in plain.by_cell if cell.metric == "task_done"}
    assert cells["rare"] == pytest.approx(10 * before["rare"])
    assert cells["primary"] == pytest.approx(before["primary"])


def test_that_costs_transport_and_rollout_enter_the_sum_once() -> None:
    base = worth(told()) + 7400
    assert worth(told(transport={"*": Range.exactly(0.5)})) + 7400 == pytest.approx(base / 2)
    assert worth(told(rollout={"*": Rollout(share=0.25)})) + 7400 == pytest.approx(base / 4)
    reach = told(cost_per_exposure=0.01, rollout={"rare": Rollout(share=0.5)})
    assert worth(reach) == pytest.approx(
        worth(told(rollout={"rare": Rollout(share=0.5)})) - 0.01 * (240_000 + 320_000 + 20_000)
    )
    one_off = told(one_off_cost=1000.0).value
    assert one_off is not None
    assert one_off.over_horizon.mean == pytest.approx(12 * one_off.per_month.mean - 1000)


def test_that_uncertain_assumptions_share_their_draws_and_widen_the_interval() -> None:
    wide = {
        key: item.model_copy(update={"exposure": (monthly(item.exposure[0].per_month.base, 1, 600_000),)})
        for key, item in STORY.segments.items()
    }
    exact, spread = told().value, told(STORY.change(segments=wide)).value
    assert exact is not None
    assert spread is not None
    assert exact.share_of_variance_from_data == pytest.approx(1.0)
    assert 0 < (spread.share_of_variance_from_data or 0) < 0.6
    assert (
        spread.per_month.interval[1] - spread.per_month.interval[0]
        > exact.per_month.interval[1] - exact.per_month.interval[0]
    )


def test_that_a_total_is_split_over_segments_without_a_volume() -> None:
    segments = {key: item.model_copy(update={"exposure": ()}) for key, item in STORY.segments.items()}
    stated = {**segments, "rare": STORY.segments["rare"]}
    decided = STORY.change(segments=stated, exposure=monthly(600_000))
    seen = evaluate(decided, EVIDENCE)
    assert seen.mix.source == "split"
    assert seen.mix.volumes == pytest.approx(
        {"rare": 40_000, "primary": 560_000 * 2400 / 5400, "other": 560_000 * 3000 / 5400}
    )
    assert any(finding.code == "exposure_split" for finding in seen.findings)
    assert seen.mix.whole == pytest.approx(600_000)


def test_that_a_volume_on_another_basis_is_unknown_for_a_metric() -> None:
    other = STORY.metrics["task_done"].model_copy(update={"basis": "session"})
    seen = evaluate(STORY.with_item("metrics", other), EVIDENCE)
    assert (seen.value, seen.value_why) == (None, "no_exposure")
    assert seen.people_per_month("task_done", "primary") is None
    assert seen.people_per_month("irrelevant", "rare") is not None
    whole = seen.effect("task_done")
    assert whole is not None
    assert whole.difference == pytest.approx((evaluate(STORY, EVIDENCE).effect("task_done") or whole).difference)


def test_that_a_proxy_and_its_parent_are_not_both_paid() -> None:
    proxy = STORY.metrics["irrelevant"].model_copy(update={"lineage": Lineage(parent="task_done")})
    seen = evaluate(STORY.with_item("metrics", proxy), EVIDENCE)
    assert seen.value is not None
    assert set(seen.value.by_metric) == {"task_done", "handover"}
    assert any(finding.code == "money_counted_once" for finding in seen.findings)


def test_that_money_on_a_view_is_said_and_not_summed() -> None:
    extra = Money(metric="task_done", segment="moon", per_unit=Range.exactly(1.0))
    seen = told(money={**STORY.scenario().money, extra.key: extra})
    assert worth(seen) == pytest.approx(worth(told()))
    assert any(finding.code == "money_outside_partition" for finding in seen.findings)


def test_that_a_metric_with_its_own_sample_is_paid_for_everyone() -> None:
    money = Money(metric="unsafe", per_unit=Range.exactly(-100.0))
    seen = told(money={money.key: money}).value
    assert seen is not None
    assert [(cell.metric, cell.segment) for cell in seen.by_cell] == [("unsafe", "*")]


def test_that_the_same_winner_takes_every_tie_once() -> None:
    draws = {"baseline": np.zeros(4), "a": np.array([1.0, -1.0, 2.0, 0.0]), "b": np.array([0.5, -2.0, 3.0, 0.0])}
    standings = {item.candidate: item for item in stand_candidates(draws)}
    assert sum(item.p_best for item in standings.values()) == pytest.approx(1)
    assert standings["a"].expected_regret == pytest.approx((0 + 1 + 1 + 0) / 4)


def test_that_candidates_can_differ_by_segment() -> None:
    n = 100
    better, worse = paired_rate(n, both=40, fixed=20, broken=2), paired_rate(n, both=40, fixed=2, broken=20)
    values = {
        "done": {
            "baseline": better[0] + worse[0],
            "a": better[1] + worse[1],
            "b": worse[1] + better[1],
        }
    }
    seen = observations(values, segments={"tier": ["x"] * n + ["y"] * n})
    decided = project(seen, partition=("tier",))
    segments = {key: item.model_copy(update={"exposure": (monthly(1000),)}) for key, item in decided.segments.items()}
    money = Money(metric="done", per_unit=Range.exactly(1.0))
    scenario = Scenario(
        id="base", candidate="a", money={money.key: money}, rollout={"y": Rollout(share=1.0, candidate="b")}
    )
    decided = decided.change(segments=segments, scenarios={"base": scenario})
    found = evaluate(decided, evidence(seen, decided))
    assert found.value is not None
    alone = {item.candidate: item.mean for item in found.standings}
    assert found.value.over_horizon.mean == alone.pop("*")
    assert found.value.over_horizon.mean > max(alone.values())
    assert set(alone) == {"baseline", "a", "b"}
    goal = found.gates[0]
    assert goal.effect is not None
    assert goal.effect.difference == pytest.approx(0.09, abs=1e-9)


def test_that_summaries_are_quantiles_of_the_draws() -> None:
    draws = np.arange(1001.0)
    summary = summarise(draws)
    assert (summary.interval, summary.interval_80) == ((25.0, 975.0), (100.0, 900.0))
    assert expected_losses(draws) == (0.0, 500.0)


def test_that_capped_values_do_not_cap_the_money() -> None:
    values = [1.0] * 99 + [1000.0]
    later = [1.0] * 99 + [2000.0]
    seen = observations({"spend": {"baseline": values, "candidate": later}}, types={"spend": "money"})
    decided = project(seen)
    capped = decided.metrics["spend"].model_copy(update={"winsorise": 99.0})
    money = Money(metric="spend", per_unit=Range.exactly(1.0))
    decided = decided.with_item("metrics", capped).change(
        exposure=monthly(100), scenarios={"base": Scenario(id="base", money={money.key: money})}
    )
    found = evaluate(decided, evidence(seen, decided))
    effect = found.effect("spend")
    assert effect is not None
    assert effect.difference == pytest.approx(0.0)
    assert worth(found) == pytest.approx(1000, rel=0.1)
    assert any(finding.code == "winsorised" for finding in found.findings)


def test_that_a_score_draws_the_capped_values_that_it_shows() -> None:
    generator = np.random.default_rng(4)
    values, later = generator.lognormal(3, 1, 200).tolist(), generator.lognormal(3, 1, 200).tolist()
    later[7] = 50_000.0
    seen = observations({"spend": {"baseline": values, "candidate": later}}, types={"spend": "money"})
    decided = project(seen)
    capped = decided.metrics["spend"].model_copy(update={"winsorise": 95.0})
    swing = {"spend": Swing(worst=0.0, best=100.0, points=100)}
    decided = decided.with_item("metrics", capped).change(scenarios={"base": Scenario(id="base", swing=swing)})
    found = evaluate(decided, evidence(seen, decided))
    effect, score = found.effect("spend"), found.score
    assert effect is not None
    assert effect.interval is not None
    assert score is not None
    assert float(score.draws.mean()) == pytest.approx(score.difference, abs=0.5)
    assert score.interval == pytest.approx(effect.interval, abs=1.0)
    assert effect.note is None


def test_that_a_score_of_values_that_capping_made_equal_is_unknown() -> None:
    values = [1.0] * 99 + [1000.0]
    seen = observations({"spend": {"baseline": values, "candidate": values[::-1]}}, types={"spend": "money"})
    decided = project(seen)
    capped = decided.metrics["spend"].model_copy(update={"winsorise": 95.0})
    swing = {"spend": Swing(worst=0.0, best=100.0, points=100)}
    decided = decided.with_item("metrics", capped).change(scenarios={"base": Scenario(id="base", swing=swing)})
    found = evaluate(decided, evidence(seen, decided))
    assert (found.score, found.score_why) == (None, "no_variation:spend|*")


def priced_rates(**fields: Any) -> Outcome:
    """200 pairs of which 30 more than before are done, at 4 dollars each on an uncertain volume."""
    before, after = paired_rate(200, both=60, fixed=40, broken=10)
    flat = paired_rate(200, both=10, fixed=5, broken=5)
    values = {
        name: dict(zip(("baseline", "candidate"), pair, strict=True))
        for name, pair in (("done", (before, after)), ("bad", flat))
    }
    seen = observations(values, lower_is_better=["bad"])
    money = {
        f"{metric}|*": Money(metric=metric, per_unit=Range.exactly(price))
        for metric, price in (("done", 4.0), ("bad", -3.0))
    }
    scenario = Scenario(id="base", money=money).model_copy(update=fields)
    decided = project(seen, exposure=monthly(10_000.0, 8000.0, 12_000.0), scenarios={"base": scenario})
    return evaluate(decided, evidence(seen, decided))


def test_that_the_only_candidate_is_best_as_often_as_its_value_is_positive() -> None:
    found = priced_rates(one_off_cost=70_000.0)
    standing = next(item for item in found.standings if item.candidate == "candidate")
    assert found.value is not None
    assert 0.01 < found.value.p_positive < 0.99
    assert standing.p_best == found.value.p_positive
    assert standing.mean == pytest.approx(found.value.over_horizon.mean)


def test_that_more_exposures_cost_more() -> None:
    found = priced_rates(cost_per_exposure=0.10, running_cost_per_month=2000.0)
    volume = next(item for item in found.sensitivity.break_even if item.input == "exposure/*")
    assert volume.flips_at == pytest.approx(2000.0 / (0.15 * 4 - 0.10), rel=0.03)
    bar = next(item for item in found.sensitivity.tornado if item.input == "exposure/*")
    results = [volume * (0.15 * 4 - 0.10) - 2000 for volume in (8000, 12_000)]
    assert [bar.low, bar.high] == [8000.0, 12_000.0]
    assert [bar.result_low, bar.result_high] == pytest.approx(results)


def test_that_what_did_not_change_has_no_break_even() -> None:
    price = next(item for item in priced_rates().sensitivity.break_even if item.input == "money/bad|*")
    assert (price.flips_at, price.why) == (None, "no_contribution")


def test_that_a_share_breaks_even_within_what_is_possible() -> None:
    found = priced_rates(running_cost_per_month=20_000.0)
    transport = next(item for item in found.sensitivity.break_even if item.input == "transport/*")
    assert (transport.flips_at, transport.why) == (None, "out_of_range")


def test_that_each_basis_of_a_segment_is_an_input_of_its_own() -> None:
    before, after = paired_rate(200, both=60, fixed=40, broken=10)
    values = {name: {"baseline": before, "candidate": after} for name in ("done", "kept")}
    seen = observations(values, segments={"who": ["A", "B"] * 100})
    queries, sessions = monthly(1000.0, 800.0, 1200.0), monthly(200.0, 100.0, 900.0, basis="session")
    decided = project(seen)
    for segment in ("A", "B"):
        both = decided.segments[segment].model_copy(update={"exposure": (queries, sessions)})
        decided = decided.with_item("segments", both)
    decided = decided.with_item("metrics", decided.metrics["kept"].model_copy(update={"basis": "session"}))
    money = {f"{metric}|*": Money(metric=metric, per_unit=Range.exactly(1.0)) for metric in values}
    found = evaluate(decided.with_item("scenarios", Scenario(id="base", money=money)), evidence(seen, decided), "base")
    ends = {bar.input: (bar.low, bar.high) for bar in found.sensitivity.tornado}
    assert ends["exposure/A"] == pytest.approx((800.0, 1200.0))
    assert ends["exposure/A/session"] == pytest.approx((100.0, 900.0))
    now = {item.input: item.now for item in found.sensitivity.break_even}
    assert (now["exposure/A"], now["exposure/A/session"]) == (1000.0, 200.0)


def test_that_a_break_even_of_a_lopsided_range_is_the_number_itself() -> None:
    before, after = paired_rate(200, both=60, fixed=40, broken=10)
    seen = observations({"done": {"baseline": before, "candidate": after}})
    money = Money(metric="done", per_unit=Range(low=3.0, base=4.0, high=9.0))
    scenario = Scenario(id="base", money={money.key: money}, running_cost_per_month=2000.0, cost_per_exposure=0.05)
    decided = project(
        seen, exposure=monthly(10_000.0, 9000.0, 18_000.0), scenarios={"base": scenario}, replicates=20_000
    )
    found = evaluate(decided, evidence(seen, decided)).sensitivity.break_even
    at = {item.input: item.flips_at or 0.0 for item in found}

    def value_with(volume: Exposure | None, price: Range, cost: float) -> float:
        moved = {"money": {money.key: money.model_copy(update={"per_unit": price})}, "cost_per_exposure": cost}
        again = decided.change(scenarios={"base": scenario.model_copy(update=moved)}, exposure=volume)
        return worth(evaluate(again, evidence(seen, again)))

    assert value_with(monthly(at["exposure/*"]), money.per_unit, 0.05) == pytest.approx(0.0, abs=120)
    price = Range.exactly(at["money/done|*"])
    assert value_with(decided.exposure, price, 0.05) == pytest.approx(0.0, abs=120)
    assert value_with(decided.exposure, money.per_unit, at["cost_per_exposure"]) == pytest.approx(0.0, abs=120)


def test_that_a_cost_does_not_break_even_below_nothing() -> None:
    found = priced_rates(running_cost_per_month=50_000.0, one_off_cost=10.0)
    costs = {item.input: item for item in found.sensitivity.break_even}
    assert costs["running_cost_per_month"].flips_at == pytest.approx(6000.0, rel=0.05)
    assert (costs["one_off_cost"].flips_at, costs["one_off_cost"].why) == (None, "out_of_range")
