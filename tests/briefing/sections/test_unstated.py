"""Briefings of files that nobody has stated anything about: page 1 says what is known and what is not, and no more."""

from __future__ import annotations

from datetime import date
from functools import cache

from tests import builders
from tests.briefing import cases
from tradeoff_app.analysis.observations import Observations
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.briefing.assemble import assemble
from tradeoff_app.briefing.text import to_markdown, to_text
from tradeoff_app.model.acceptance import Response
from tradeoff_app.model.project import Project
from tradeoff_app.model.rollout_plan import RolloutPlan, RolloutStage

Pair = tuple[list[float], list[float]]


def _briefing(seen: Observations, decided: Project | None = None, language: str = "en") -> str:
    project = decided or builders.project(seen)
    evidence = builders.evidence(seen, project)
    outcome = evaluate(project, evidence, as_of=date(2026, 11, 23))
    return " ".join(to_text(assemble(project, outcome, evidence, language=language)).split())


def _memo(told: str) -> str:
    return told.split("Effects table ·", maxsplit=1)[0]


def _seen(pairs: dict[str, Pair], **fields: object) -> Observations:
    values = {name: {"baseline": before, "candidate": after} for name, (before, after) in pairs.items()}
    return builders.observations(values, **fields)  # type: ignore[arg-type]


@cache
def _gain() -> Observations:
    pair = builders.paired_rate(800, both=400, fixed=90, broken=30)
    order = [place * 397 % 800 for place in range(800)]
    mixed = ([pair[0][place] for place in order], [pair[1][place] for place in order])
    return _seen({"solved": mixed}, segments={"plan": ["free", "paid"] * 400})


def test_that_a_gain_is_told_for_everyone_where_nobody_weighed_the_segments() -> None:
    told = _memo(_briefing(_gain()))
    assert "For every 1,000 items, 75 more" in told
    assert "“free”" not in told


def test_that_the_verdict_box_does_not_claim_checks_that_nobody_stated() -> None:
    told = _memo(_briefing(_gain()))
    assert "Ship. The evidence is sound, with 1 remark. Goals are assumed, no limit is stated." in told
    assert "No regression was found. No margin is stated. A benefit is shown." in told


def test_that_the_effects_table_has_no_group_without_rows() -> None:
    told = _briefing(_gain())
    assert "Favourable" in told
    assert "Unfavourable" not in told
    assert "limits, not for trade" not in told


def test_that_no_case_without_a_value_does_not_speak_of_its_likelihood() -> None:
    told = _briefing(_seen({"solved": builders.paired_rate(100, both=50, fixed=6, broken=5)}))
    assert "No goal is met, and no value or weight is stated" in told
    assert "not likely enough" not in told
    assert "More data on solved: " in _memo(told)


def test_that_many_open_regressions_are_counted_where_they_are_too_many_to_name() -> None:
    worse = builders.paired_rate(600, both=300, fixed=5, broken=60)
    told = _memo(_briefing(_seen({f"check_{number:02d}": worse for number in range(12)})))
    assert "(check 00, check 01, check 02, check 03 and 8 more): no answer yet" in told.lower()


def test_that_the_memo_says_when_error_rows_decide() -> None:
    before, after = builders.paired_rate(500, both=300, fixed=40, broken=10)
    failed = dict.fromkeys(range(60), "timeout")
    told = _memo(_briefing(_seen({"solved": (before, after)}, statuses={("solved", "candidate"): failed})))
    assert "If error rows counted as missing" in told


def test_that_a_page_on_which_nothing_can_be_drawn_is_left_out() -> None:
    told = _briefing(_seen({"solved": builders.paired_rate(100, both=50, fixed=6, broken=5)}))
    assert "Where the value comes from" not in told
    assert "The value in money is not known" in told
    assert "There is no score" in told


def test_that_an_empty_month_column_says_why() -> None:
    assert "Per month: not known, no monthly volume is stated." in _briefing(_gain())
    assert "Per month: not known" not in to_text(cases.document())
    grades = [float(1 + place % 5) for place in range(120)]
    seen = _seen({"tone": (grades, grades[::-1])}, types={"tone": "ordinal"}, segments={"plan": ["free", "paid"] * 60})
    project = builders.project(seen)
    stated = {
        key: segment.model_copy(update={"exposure": (builders.monthly(1000.0),)})
        for key, segment in project.segments.items()
    }
    assert "Per month: not known" not in _briefing(seen, project.change(segments=stated))


def test_that_one_comparison_is_not_said_in_the_plural() -> None:
    told = _briefing(_seen({"solved": builders.paired_rate(100, both=50, fixed=6, broken=5)}))
    assert "In 1 comparison of a metric in a segment: 0 better" in told


def test_that_an_assumed_type_is_said_in_the_reader_s_words() -> None:
    grades = [float(1 + place % 5) for place in range(120)]
    seen = _seen({"tone": (grades, grades[::-1])}, types={"tone": "ordinal"}, scales={"tone": (1.0, 5.0)})
    project = builders.project(seen).change(assumed=("metrics/tone/type",))
    assert "Tone: read as ratings" in _briefing(seen, project)
    assert "Tone: gelesen als Bewertungen" in _briefing(seen, project, "de")


def test_that_every_candidate_is_shown_beside_the_judged_one() -> None:
    before, after = builders.paired_rate(600, both=300, fixed=20, broken=18)
    better = builders.paired_rate(600, both=300, fixed=120, broken=18)[1]
    values = {"solved": {"baseline": before, "candidate": after, "candidate-2": better}}
    told = _briefing(builders.observations(values))
    assert "Judged here: candidate. Measured as well: candidate-2." in told
    assert "The candidates side by side" in told
    assert "+17.0, better" in told


def test_that_no_change_at_all_is_no_number_of_seventeen_places() -> None:
    segments = {"market": [f"market {number % 12}" for number in range(1200)]}
    order = [place * 787 % 1200 for place in range(1200)]
    pair = builders.paired_rate(1200, both=600, fixed=70, broken=70)
    mixed = ([pair[0][place] for place in order], [pair[1][place] for place in order])
    assert "0.00000" not in _briefing(_seen({"solved": mixed}, segments=segments))


def test_that_a_refused_regression_is_not_said_to_need_an_answer() -> None:
    project, evidence, _ = cases.support()
    refusal = Response(metric="irrelevant", segment="rare", action="block", rationale="Too much")
    scenario = project.scenario().model_copy(update={"regressions": {refusal.key: refusal}})
    project = project.with_item("scenarios", scenario)
    told = to_text(assemble(project, evaluate(project, evidence, as_of=cases.TODAY), evidence))
    assert "One regression is refused" in told
    assert "needs an answer" not in told.split("Regressions ·")[1]


def test_that_the_ask_names_the_stages_of_the_release() -> None:
    project, evidence, _ = cases.support()
    stages = tuple(RolloutStage(share=share, days=days) for share, days in ((0.05, 3), (0.5, 7), (1.0, 30)))
    scenario = project.scenario().model_copy(update={"plan": RolloutPlan(stages=stages)})
    project = project.with_item("scenarios", scenario)
    told = to_text(assemble(project, evaluate(project, evidence, as_of=cases.TODAY), evidence))
    assert "approve the release in three stages over 40 days and the one regression" in " ".join(told.split())


def test_that_text_and_markdown_say_what_a_figure_shows_once() -> None:
    for told in (to_text(cases.document()), to_markdown(cases.document())):
        flat = " ".join(told.split())
        assert flat.count("Value by segment, $ thousand a month") == 1
        assert flat.count("1,000 rare queries, one square each") == 1


def test_that_a_value_that_may_be_a_loss_is_not_told_as_more_value() -> None:
    project, evidence, _ = cases.support()
    scenario = project.scenario().model_copy(update={"running_cost_per_month": 55_000.0})
    project = project.with_item("scenarios", scenario)
    told = to_text(assemble(project, evaluate(project, evidence, as_of=cases.TODAY), evidence))
    assert "estimated value per month, no clear gain or loss (95% interval from a loss of" in " ".join(told.split())
    assert "more value per month, running cost" not in told


def test_that_page_1_does_not_say_none_where_something_outside_the_rules_is_worse() -> None:
    gain = builders.paired_rate(800, both=400, fixed=90, broken=30)
    loss = ([0.0] * 700 + [1.0] * 100, [0.0] * 600 + [1.0] * 200)
    seen = _seen({"solved": gain, "tokens": loss}, types={"tokens": "continuous"})
    project = builders.project(seen)
    tokens = project.metrics["tokens"].model_copy(update={"role": "monitor", "better": "lower"})
    told = _memo(_briefing(seen, project.with_item("metrics", tokens)))
    assert "1 metric clearly worse, no margin stated" in told
    assert "Nothing with a stated margin is clearly worse." in told
    assert "None clearly worse" not in told
