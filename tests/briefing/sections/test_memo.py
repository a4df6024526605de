"""Page 1 where an answer is open: who accepted how much, what is asked, and what would turn the rule that decides."""

from __future__ import annotations

import pytest

from tests.briefing import cases
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.analysis.sensitivity import BreakEven
from tradeoff_app.briefing.assemble import assemble
from tradeoff_app.briefing.text import to_text
from tradeoff_app.model.acceptance import Response
from tradeoff_app.wording.flips import is_near


def _answer() -> tuple[str, Response]:
    project, _, _ = cases.support()
    return next(iter(project.scenario().regressions.items()))


def _told(answer: Response | None, language: str = "en") -> str:
    project, evidence, _ = cases.support()
    key, _ = _answer()
    regressions = {} if answer is None else {key: answer}
    scenario = project.scenario().model_copy(update={"regressions": regressions})
    changed = project.change(scenarios={scenario.id: scenario})
    outcome = evaluate(changed, evidence, as_of=cases.TODAY)
    assert outcome.verdict.recommendation == "NEEDS_ACCEPTANCE"
    return " ".join(to_text(assemble(changed, outcome, evidence, language=language)).split())


def _page_1(told: str) -> str:
    return told.split("Effects table ·", maxsplit=1)[0]


def _exceeded() -> Response:
    return _answer()[1].model_copy(update={"accepted_up_to": 0.001})


def test_that_an_exceeded_acceptance_names_who_accepted_how_much_and_what_the_data_allow() -> None:
    _, _, outcome = cases.support()
    effect = next(iter(outcome.regressions)).effect
    assert effect.interval is not None
    worst = f"{effect.interval[1] * 100:.1f} percentage points"
    answer = _exceeded()
    assert answer.accepter is not None
    told = _page_1(_told(answer))
    assert f"{answer.accepter.name} accepted a loss of 0.1 percentage points at most on " in told
    assert f"; the data allow {worst}." in told
    assert f"We ask you to accept a loss of {worst} on " in told


def test_that_an_open_answer_is_asked_for_with_the_ways_to_give_it() -> None:
    told = _page_1(_told(None))
    assert "We ask you to accept the regression on " in told
    assert ", to have it mitigated first, or to refuse the release." in told


def test_that_what_turns_the_deciding_rule_is_told_before_any_number_of_the_value() -> None:
    told = _page_1(_told(_exceeded())).split("What would change our mind")[1]
    assert "A valid acceptance of " in told
    assert "pays off" not in told.split("A valid acceptance of ")[0]


def test_that_a_refused_regression_is_said_to_turn_with_an_acceptance() -> None:
    project, evidence, _ = cases.support()
    key, answer = _answer()
    refused = project.scenario().model_copy(
        update={"regressions": {key: answer.model_copy(update={"action": "block"})}}
    )
    changed = project.change(scenarios={refused.id: refused})
    outcome = evaluate(changed, evidence, as_of=cases.TODAY)
    assert outcome.verdict.recommendation == "HOLD"
    told = _page_1(" ".join(to_text(assemble(changed, outcome, evidence)).split()))
    assert "A valid acceptance of " in told.split("What would change our mind")[1]


@pytest.mark.parametrize(("now", "at", "expected"), [(1.0, 3.9, True), (1.0, 9.9, False), (1.0, 0.05, False)])
def test_that_a_turn_far_from_what_is_stated_is_not_near(now: float, at: float, expected: bool) -> None:
    assert is_near(BreakEven("exposure/tail", now, at, "exposures")) is expected


def test_that_money_and_its_probability_are_said_to_rest_on_data_and_stated_ranges() -> None:
    project, evidence, outcome = cases.support()
    told = " ".join(to_text(assemble(project, outcome, evidence)).split())
    given = "simulated from the measured data and the stated prices and volumes"
    assert _page_1(told).count(given) == 1
    assert told.count("That probability holds given the measured data and the stated prices and volumes") == 1
    assert told.count("is a posterior: a flat prior, the measured data and the stated ranges") == 1


def test_that_a_gain_in_words_is_said_not_to_be_measured() -> None:
    answer = _exceeded().model_copy(update={"gain": "happier customers"})
    told = _told(answer)
    assert "In exchange for: happier customers (as written, not measured; page 1 names a measured gain)" in told
    assert "nicht gemessen" in _told(answer, "de")
