"""Every number explains itself: what is written adds up, links lead on, and each kind has its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.model.project import Project
from tradeoff_app.wording.explanations.catalogue import EXPLAINERS, explain
from tradeoff_app.wording.explanations.explanation import Explanation, Quantity, Subject
from tradeoff_app.wording.explanations.working import agreeing_digits, money_texts
from tradeoff_app.wording.languages.catalogue import LANGUAGES
from tradeoff_app.wording.rounding import round_to_decimal
from tradeoff_app.wording.speaker import Speaker


@lru_cache(maxsize=1)
def told() -> tuple[Project, Outcome]:
    seen, project = builders.support_bot()
    assumed = ("segments/rare/exposure", "scenarios/base/money/task_done|*", "metrics/task_done/better")
    project = project.change(assumed=assumed, replicates=400)
    return project, evaluate(project, builders.evidence(seen, project))


def explained(address: str, language: str = "en") -> Explanation:
    project, outcome = told()
    found = explain(Quantity.parse(address), outcome, Speaker(project, language))
    assert found is not None
    return found


def addresses() -> Iterator[Quantity]:
    """Every number of the story."""
    _, outcome = told()
    assert outcome.value is not None
    for effect in outcome.effects:
        yield Quantity.of_cell("effect", effect.metric, effect.segment)
        yield Quantity.of_cell("people", effect.metric, effect.segment)
    yield from (Quantity("value"), Quantity("probability"), Quantity("score"))
    yield from (Quantity("loss", key) for key in ("ship", "hold", "evidence"))
    yield from (Quantity("value_segment", key) for key in outcome.value.by_segment)
    yield from (Quantity("value_metric", key) for key in outcome.value.by_metric)
    yield from (Quantity.of_cell("value_cell", cell.metric, cell.segment) for cell in outcome.value.by_cell)
    yield from (Quantity("break_even", item.input) for item in outcome.sensitivity.break_even)
    yield from (Quantity("tornado", bar.input) for bar in outcome.sensitivity.tornado)
    yield from (Quantity("gate", f"{result.gate.id}|{result.segment}") for result in outcome.gates)
    yield from (Quantity("weight_flip", flip.metric) for flip in outcome.sensitivity.weight_flips)


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_that_every_number_of_the_story_and_every_number_it_leads_to_is_explained(language: str) -> None:
    project, outcome = told()
    waiting, seen, kinds = list(addresses()), set[Quantity](), set[str]()
    while waiting:
        quantity = waiting.pop()
        if quantity in seen:
            continue
        seen.add(quantity)
        found = explain(quantity, outcome, Speaker(project, language))
        if found is None:
            assert quantity.kind in ("score", "weight_flip", "input")
            continue
        kinds.add(quantity.kind)
        assert found.title
        assert found.value
        assert found.formula
        assert "{" not in found.as_text()
        waiting += [line.more for line in found.lines if line.more is not None]
    assert kinds >= set(EXPLAINERS) - {"score", "score_metric", "weight_flip"}


def test_that_a_paired_rate_shows_its_counts_and_the_subtraction() -> None:
    found = explained("effect:task_done|primary")
    lines = {line.name: line for line in found.lines}
    assert (lines["Before"].working, lines["After"].working) == ("1,498 of 2,400", "1,603 of 2,400")
    assert lines["Pairs that changed"].value == "231 fixed, 126 broken"
    assert lines["Change"].working == "66.8 − 62.4"
    assert lines["Change"].value == "+4.4 points"
    assert found.span == "95% interval 2.8 to 5.9"
    assert any("Bonett and Price 2012" in remark for remark in found.remarks)


def test_that_the_whole_population_is_explained_by_its_segments() -> None:
    found = explained("effect:task_done|*")
    parts = {line.more for line in found.lines[:-1]}
    assert parts == {Quantity.of_cell("effect", "task_done", key) for key in ("primary", "other", "rare")}
    assert found.lines[-1].is_total
    assert {item.path for item in found.rests_on} >= {f"segments/{key}/exposure" for key in ("primary", "rare")}


def test_that_the_value_of_a_month_adds_up_as_it_is_written() -> None:
    found = explained("value")
    amounts = [int(re.sub(r"[^\d−]", "", line.value).replace("−", "-")) for line in found.lines]
    assert sum(amounts[:-1]) == amounts[-1]


def test_that_assumed_inputs_come_first_and_lead_to_where_the_project_keeps_them() -> None:
    found = explained("value_cell:task_done|rare")
    first, second = found.rests_on[0], found.rests_on[1]
    assert {first.path, second.path} == {"segments/rare/exposure", "scenarios/base/money/task_done|*"}
    assert first.is_assumed
    assert second.is_assumed
    assert not found.rests_on[-1].is_assumed


def test_that_an_assumed_direction_is_named_where_the_change_rests_on_it() -> None:
    paths = [item.path for item in explained("effect:task_done|primary").rests_on]
    assert "metrics/task_done/better" in paths


def test_that_a_number_that_the_outcome_does_not_hold_is_not_explained() -> None:
    project, outcome = told()
    for address in (
        "effect:nothing|*",
        "value_segment:nobody",
        "value_cell:unsafe|rare",
        "break_even:money/nothing|*",
        "gate:none|*",
    ):
        assert explain(Quantity.parse(address), outcome, Speaker(project)) is None


def test_that_a_missing_number_says_why_and_where_to_state_it() -> None:
    project, _ = told()
    seen, _ = builders.support_bot()
    bare = project.change(scenarios={"base": project.scenarios["base"].model_copy(update={"money": {}})})
    outcome = evaluate(bare, builders.evidence(seen, bare))
    speaker = Speaker(bare)
    for address in ("value", "value_segment:rare", "value_metric:task_done", "probability"):
        found = explain(Quantity.parse(address), outcome, speaker)
        assert found is not None
        assert found.value == "No money value is stated"
    unstated = explain(Quantity("input", "scenarios/base/money/seconds|*"), outcome, speaker)
    assert unstated is not None
    assert unstated.value == "Not stated"
    assert unstated.rests_on[0].path == "scenarios/base/money/seconds|*"


def test_that_a_safety_bound_is_written_as_its_formula() -> None:
    _, outcome = told()
    gate = next(result for result in outcome.gates if result.gate.is_safety)
    found = explained(f"gate:{gate.gate.id}|*")
    bound = next(line for line in found.lines if line.name == "95% bound of the true rate")
    assert bound.working == "1 − 0.05^(1 ÷ 3,000)"


@given(st.sampled_from(sorted(EXPLAINERS)), st.text(), st.text())
def test_that_an_address_survives_being_text(kind: str, key: str, scenario: str) -> None:
    quantity = Quantity(kind, key, scenario)
    assert Quantity.parse(quantity.address) == quantity


@given(st.lists(st.floats(-1000, 1000), min_size=1, max_size=6))
def test_that_rounded_parts_add_up_wherever_some_digits_do(parts: list[float]) -> None:
    digits = agreeing_digits(parts, sum(parts))
    assert 1 <= digits <= 5
    if digits < 5:
        assert sum(round_to_decimal(part, digits) for part in parts) == round_to_decimal(sum(parts), digits)


def test_that_money_is_rounded_so_that_its_sum_is_right() -> None:
    project, outcome = told()
    texts, total = money_texts(Subject(outcome, Speaker(project)), [45_612.0, 13_911.0, -2_120.0, -7_400.0], 50_003.0)
    assert (texts, total) == (["+$45,600", "+$13,900", "−$2,100", "−$7,400"], "+$50,000")


def test_that_a_change_of_a_fraction_of_a_cent_is_not_written_as_nothing() -> None:
    before = [0.0032 + 0.0004 * (number % 3) for number in range(60)]
    pair = {"baseline": before, "candidate": [cost + 0.00026 for cost in before]}
    seen = builders.observations({"cost": pair}, types={"cost": "money"}, lower_is_better=["cost"])
    project = builders.project(seen)
    found = explain(Quantity.of_cell("effect", "cost", "*"), builders.outcome(seen, project), Speaker(project))
    assert found is not None
    assert "0.00026" in found.lines[-1].value
