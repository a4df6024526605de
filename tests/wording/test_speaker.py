"""The product's voice: what window, briefing and command line say about one small story."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import outcome as evaluate_case
from tests.builders import support_bot
from tests.wording import story
from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.outcome import Mix, Outcome
from tradeoff_app.analysis.sensitivity import BreakEven
from tradeoff_app.analysis.verdict import RuleOutcome, Verdict
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.project import Project
from tradeoff_app.model.scenario import Decision, Rollout
from tradeoff_app.wording import comparing
from tradeoff_app.wording.effects import statement
from tradeoff_app.wording.flips import is_reachable
from tradeoff_app.wording.frequency import RateStatement
from tradeoff_app.wording.lint import lint
from tradeoff_app.wording.number_format import people_rounded
from tradeoff_app.wording.paths import parse
from tradeoff_app.wording.speaker import Speaker

OUTCOME = story.outcome()
SPEAKER = Speaker(story.project())
PROJECT_BASELINE = story.project().baseline


def _effect(key: str) -> Effect:
    return next(effect for effect in OUTCOME.effects if effect.key == key)


def _with_verdict(recommendation: str, *reasons: str, **fields: object) -> Outcome:
    return replace(OUTCOME, verdict=Verdict(recommendation, reasons, ()), **fields)  # type: ignore[arg-type]


def test_that_the_verdict_bar_says_the_story() -> None:
    assert SPEAKER.verdict_title(OUTCOME) == "Ship with 1 accepted regression"
    assert SPEAKER.safety_line(OUTCOME) == "Safety gates pass (2 of 2)"
    assert SPEAKER.loss_line(OUTCOME) == "For every 1,000 rare queries, 3 more get an irrelevant answer (1 to 5 more)"
    assert SPEAKER.worth_line(OUTCOME) == "+$50,000 ($24,000 to $79,000)"
    assert OUTCOME.value is not None
    unclear = replace(OUTCOME.value, per_month=replace(OUTCOME.value.per_month, mean=3e4, interval=(-2e3, 7.4e4)))
    assert SPEAKER.worth_line(replace(OUTCOME, value=unclear)) == "+$30,000 (−$2,000 to $74,000)"
    assert SPEAKER.flip_line(OUTCOME) == "one irrelevant answer costs over $420"


def test_that_the_exchange_has_one_denominator_and_its_record() -> None:
    assert SPEAKER.exchange(OUTCOME) == (
        "We accept 3 more irrelevant answers for every 1,000 rare queries (from 21 to 24; 95% interval 1 to 5 more; "
        "+0.3 percentage points) in exchange for 44 more completed tasks for every 1,000 queries of the primary "
        "persona (from 624 to 668; 95% interval 28 to 59 more; +4.4 percentage points), leading to an estimated "
        "$50,000 more value per month (95% interval $24,000 to $79,000; more than 99% probability of being above "
        "zero). We mitigate it through the “Not what I meant” button. Accepted by Dana Ruiz, VP Product on 1 November "
        "2026; follow-up owner: Search team; the acceptance expires on 31 January 2027."
    )
    assert SPEAKER.exchange(replace(OUTCOME, regressions=())) is None


def test_that_a_short_exchange_leaves_its_intervals_to_the_page() -> None:
    assert SPEAKER.exchange_short(OUTCOME) == (
        "We accept 3 more irrelevant answers for every 1,000 rare queries in exchange for 44 more completed tasks for "
        "every 1,000 queries of the primary persona, leading to an estimated $50,000 more value per month (95% "
        "interval $24,000 to $79,000; more than 99% probability of being above zero)."
    )


def test_that_cells_hold_numbers_whose_unit_stands_in_the_head() -> None:
    task = _effect("task_done|primary")
    assert (SPEAKER.change(task), SPEAKER.level("task_done", task.baseline)) == ("+4.4", "62.4")
    assert SPEAKER.interval("task_done", 0.0284, 0.0591) == "2.8 to 5.9"
    assert SPEAKER.people_cell(task, OUTCOME) == ("+11,000", "6,800 to 14,000")
    units = [SPEAKER.unit_line(metric) for metric in ("task_done", "quality", "latency", "cost", "length")]
    assert units == ["% of queries", "1–5", "s", "$", "words"]
    assert SPEAKER.level("unsafe", None) == "not measured"


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("task_done|*", "Better"),
        ("irrelevant|tail", "Accepted"),
        ("cost|*", "Worse"),
        ("latency|*", "No worse"),
        ("task_done|tail", "Can’t tell"),
        ("unsafe|tail", "Not measured"),
    ],
)
def test_that_states_are_plain_words(key: str, word: str) -> None:
    assert SPEAKER.state(_effect(key), OUTCOME) == word


@pytest.mark.parametrize(
    ("recommendation", "reasons", "title"),
    [
        ("SHIP", (), "Ship"),
        ("NEEDS_ACCEPTANCE", ("REGRESSION_UNACCEPTED:cost:NONE",), "Not yet: 1 regression needs an answer"),
        ("BLOCKED", ("GATE_FAILED:unsafe",), "Blocked: a safety gate fails"),
        ("HOLD", ("GUARDRAIL_INCONCLUSIVE:task_done|other:NONE",), "Hold: can’t tell on other users"),
        ("HOLD", ("GUARDRAIL_INCONCLUSIVE:latency:NO_DATA",), "Hold: response time is not measured"),
        ("HOLD", ("GATE_UNPROVEN:unsafe",), "Hold: a safety gate is unproven"),
        ("HOLD", ("BLOCKED_BY_DECISION:irrelevant|tail",), "Hold: the regression on rare queries is refused"),
        ("NO_CASE", ("VALUE_NEGATIVE",), "No case: the value is more likely negative"),
        ("NO_CASE", ("NO_BENEFIT_SHOWN",), "No case: a benefit is not shown"),
    ],
)
def test_that_the_title_says_what_makes_the_verdict(recommendation: str, reasons: tuple[str, ...], title: str) -> None:
    assert SPEAKER.verdict_title(_with_verdict(recommendation, *reasons)) == title


def test_that_broken_evidence_is_named_by_its_cause() -> None:
    finding = replace(OUTCOME.findings[0], code="judge_changed", level="fatal")
    assert SPEAKER.verdict_title(_with_verdict("INVALID", findings=(finding,))) == "No verdict: the judge changed"


def test_that_an_unknown_value_says_why() -> None:
    unknown = replace(OUTCOME, value=None, value_why="no_exposure", mix=_mix(None, None))
    speaker = Speaker(story.project().change(exposure=None, segments={}))
    assert speaker.worth_line(unknown) == "Not known: no monthly volume is stated"
    assert speaker.value_sentence(unknown) == "The value in money is not known: no monthly volume is stated."


@pytest.mark.parametrize(
    ("stated", "mix", "reason"),
    [
        ("some", (240_000.0, None), "no monthly volume is stated for other users"),
        (
            "total",
            (240_000.0, None),
            "the volumes of the other segments leave nothing of the stated total for other users",
        ),
        ("total", (240_000.0, 1.0), "no monthly volume is stated for what money is put on"),
    ],
)
def test_that_a_volume_that_is_stated_in_part_is_not_said_to_be_unstated(
    stated: str, mix: tuple[float | None, float | None], reason: str
) -> None:
    project = story.project() if stated == "total" else story.project().change(exposure=None)
    outcome = replace(OUTCOME, value=None, value_why="no_exposure", mix=_mix(*mix))
    assert Speaker(project).value_why(outcome) == reason


def _mix(primary: float | None, other: float | None) -> Mix:
    return Mix({"primary": 0.5, "other": 0.5}, {"primary": primary, "other": other}, "sample")


def test_that_an_assumption_is_named_with_its_value() -> None:
    told = [
        SPEAKER.assumption(path)
        for path in ("scenarios/base/money/task_done|*", "segments/tail/exposure", "transport/*")
    ]
    assert told == ["Completed task, $4.00", "Rare queries, 40,000 a month", "Effect in production, 100%"]
    assert SPEAKER.assumption("metrics/quality/better") == "Answer quality: higher is better"


def test_that_a_break_even_says_the_value_of_now() -> None:
    flips = [SPEAKER.break_even(item, OUTCOME) for item in OUTCOME.sensitivity.break_even]
    assert flips[:2] == [
        "Pays off unless one irrelevant answer costs over $420 (now $8.00).",
        "Pays off unless one completed task is worth under $0.20 (now $4.00).",
    ]


@pytest.mark.parametrize(
    ("path", "now", "flips_at"),
    [
        ("money/irrelevant|*", -8.0, 19.0),
        ("money/task_done|*", 0.6, -0.066),
        ("running_cost_per_month", 2000.0, -6200.0),
        ("one_off_cost", 0.0, -99000.0),
    ],
)
def test_that_a_price_that_would_have_to_change_its_sign_turns_nothing(path: str, now: float, flips_at: float) -> None:
    item = BreakEven(path, now, flips_at, "money")
    assert not is_reachable(item)
    assert SPEAKER.break_even(item, OUTCOME).endswith(
        "no value turns it (it would have to lie outside what is possible)."
    )


@pytest.mark.parametrize(
    ("item", "mine", "theirs", "text"),
    [
        ("scenarios/base/segment_weights/tail", 0.5, 0.8, "Rare queries: value weight 0.5 → 0.8"),
        ("segments/tail/exposure", 40_000, 60_000, "Rare queries per month 40,000 → 60,000"),
        (
            "gates/g2/margin",
            0.004,
            0.006,
            "Gate on irrelevant answer (rare queries): margin 0.4 percentage points → 0.6 percentage points",
        ),
        ("metrics/quality/better", "higher", "lower", "Answer quality: direction higher is better → lower is better"),
        ("scenarios/base/rollout/tail", None, {"share": 0.5}, "Rare queries: rollout: 50%, in theirs alone"),
    ],
)
def test_that_a_difference_between_files_is_said_in_words(item: str, mine: object, theirs: object, text: str) -> None:
    assert SPEAKER.difference(item, mine, theirs) == text


def test_that_a_segment_is_named_where_the_unit_does_not_name_it() -> None:
    assert "for every 1,000 queries of other users" in SPEAKER.effect(_effect("task_done|other")).lower()
    assert SPEAKER.effect_short(_effect("irrelevant|*")).endswith("for every 10,000 queries")
    assert SPEAKER.effect_short(_effect("task_done|tail")).endswith("1,000 rare queries")


def test_that_safety_with_no_event_says_what_is_not_ruled_out() -> None:
    assert SPEAKER.gate(OUTCOME.gates[0]) == (
        "Unsafe reply: pass. None of 3,000 queries with “Unsafe reply”; a true rate of 1 in every 1,000 is not ruled "
        "out (95% bound); limit 0.20%."
    )


def test_that_the_ask_names_the_release_and_its_regression() -> None:
    assert SPEAKER.ask(OUTCOME).title == "Release Support bot 4.3 to everyone, with one accepted regression"
    held = SPEAKER.ask(_with_verdict("HOLD", "GATE_UNPROVEN:unsafe"))
    assert held.title == "Hold: a safety gate is unproven"


@pytest.mark.parametrize(("language", "begins"), [("en", "The reason: "), ("de", "Der Grund: ")])
def test_that_a_decision_against_the_recommendation_gives_its_reason(language: str, begins: str) -> None:
    project = story.project()
    told = Speaker(_decided(project, "Support asks for a quiet quarter."), language).ask(OUTCOME)
    assert told.sentence.endswith(f"{begins}Support asks for a quiet quarter.")
    assert begins not in Speaker(_decided(project, None), language).ask(OUTCOME).sentence
    long = Speaker(_decided(project, "word " * 400), language).ask(OUTCOME)
    assert len(long.sentence.split()) < 80


def _decided(project: Project, reason: str | None) -> Project:
    decision = Decision(choice="hold", reason=reason)
    scenario = project.scenarios[OUTCOME.scenario].model_copy(update={"decision": decision})
    return project.with_item("scenarios", scenario)


def test_that_statements_are_sorted_by_state() -> None:
    told = SPEAKER.statements(OUTCOME)
    assert [len(told[state]) for state in ("better", "worse", "cannot_tell")] == [3, 2, 3]
    assert all("Length" not in text for text in told["cannot_tell"])


def _everything(speaker: Speaker, outcome: Outcome) -> list[str]:
    effects = [
        text for effect in outcome.effects for text in (speaker.effect(effect, outcome), speaker.effect_short(effect))
    ]
    lines = [
        speaker.verdict_title(outcome),
        speaker.safety_line(outcome),
        speaker.loss_line(outcome),
        speaker.worth_line(outcome),
        speaker.flip_line(outcome),
        speaker.exchange(outcome) or "",
        speaker.value_sentence(outcome),
        speaker.score_sentence(outcome),
        *speaker.ask(outcome),
    ]
    gates = [text for result in outcome.gates for text in (speaker.gate(result), speaker.gate_name(result.gate))]
    rules = [speaker.rule(rule, outcome) for rule in outcome.verdict.trace]
    others = [speaker.regression(item, outcome) for item in outcome.regressions]
    flips = [speaker.break_even(item, outcome) for item in outcome.sensitivity.break_even]
    return [*effects, *lines, *gates, *rules, *others, *flips, *map(speaker.finding, outcome.findings)]


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_everything_that_is_said_passes_the_linter(language: str) -> None:
    speaker = Speaker(story.project(), language)
    found = {text: lint(text, language) for text in _everything(speaker, OUTCOME)}
    assert {text: findings for text, findings in found.items() if findings} == {}


def test_that_german_says_the_story_in_german() -> None:
    speaker = Speaker(story.project(), "de")
    assert speaker.verdict_title(OUTCOME) == "Ausliefern mit 1 akzeptierten Verschlechterung"
    assert speaker.worth_line(OUTCOME) == "+50.000 $ (24.000 $ bis 79.000 $)"
    assert speaker.change(_effect("irrelevant|tail")) == "+0,3"
    assert speaker.date("2027-01-31") == "31. Januar 2027"


levels = st.floats(0.0, 1.0)
widths = st.floats(1e-5, 0.3)


@settings(max_examples=60)
@given(
    levels, levels, widths, widths, st.sampled_from(("task_done", "irrelevant", "unsafe", "quality", "latency", "cost"))
)
def test_that_any_effect_is_said_in_full_and_lint_free(
    before: float, after: float, down: float, up: float, metric: str
) -> None:
    ends = (after - before - down, after - before + up)
    effect = story.effect(metric, "tail", before, after, ends, "cannot_tell")
    texts = (SPEAKER.effect(effect, OUTCOME), SPEAKER.effect_short(effect), SPEAKER.people(effect, OUTCOME))
    found = [finding for text in texts for finding in lint(text)]
    assert [finding for finding in found if finding.code != "false_precision"] == []
    assert ("No clear change" in texts[0]) == (ends[0] <= 0 <= ends[1])
    assert SPEAKER.change(effect)
    assert " to " in SPEAKER.interval(metric, *ends)


def test_that_a_slash_in_an_id_does_not_end_it() -> None:
    parsed = parse("metrics/safety/hallucination/better")
    assert (parsed.key, parsed.field) == ("safety/hallucination", "better")
    assert parse("scenarios/base/money/safety/leak|tail/per_unit").metric == "safety/leak"
    assert parse("segments/rare/queries/exposure").key == "rare/queries"


def test_that_nobody_is_told_to_measure_two_thousand_times_as_much() -> None:
    effect = replace(OUTCOME.effects[0], needs_times_n=1900.0)
    assert SPEAKER.needs_more(effect) == "more than 100 times as many queries would be needed to decide"


def test_that_reasons_of_one_kind_are_said_once() -> None:
    reasons = ("BLOCKED_BY_DECISION:quality|*", "BLOCKED_BY_DECISION:irrelevant|tail")
    rule = RuleOutcome("HOLD", True, {}, reasons)
    told = SPEAKER.rule_parts(rule, _with_verdict("HOLD", *reasons))[1]
    assert told == "Refused: answer quality and irrelevant answer (rare queries)"


@pytest.mark.parametrize(
    ("item", "mine", "theirs", "text"),
    [
        ("baseline/model", None, "gpt-x", "Version {baseline}: model: gpt-x, in theirs alone"),
        ("sources/runs/a.csv", "1234", None, "File runs/a.csv: 1234, in yours alone"),
        ("assumed/metrics/quality/better", True, None, "Assumed: Answer quality: direction: yes, in yours alone"),
        ("assumed/scenarios/base/transport/*", None, True, "Assumed: Effect in production: yes, in theirs alone"),
        ("metrics/new", None, {"label": "new"}, "new, in theirs alone"),
        ("replicates", 5000, 2000, "Simulated outcomes 5,000 → 2,000"),
    ],
)
def test_that_no_difference_reads_as_a_path(item: str, mine: object, theirs: object, text: str) -> None:
    baseline = PROJECT_BASELINE.label or "the baseline"
    assert SPEAKER.difference(item, mine, theirs) == text.replace("{baseline}", baseline)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "“Unsafe reply”: 0.56% on average over the repeats of 60 queries"),
        ("de", "„Unsafe reply“: 0,56 % im Mittel über die Wiederholungen von 60 Anfragen"),
    ],
)
def test_that_an_event_in_one_repeat_is_never_said_to_be_none(language: str, text: str) -> None:
    result = replace(
        OUTCOME.gates[1], state="FAIL", events=1 / 3, n=60, observed=1 / 180, bound=0.0581, is_averaged=True
    )
    speaker = Speaker(story.project(), language)
    assert speaker.gate_evidence(result).startswith(text)
    rule = RuleOutcome("BLOCKED", True, {}, ("GATE_FAILED:unsafe",))
    assert "0 of 60" not in SPEAKER.rule(rule, replace(OUTCOME, gates=(result,)))


def test_that_people_are_not_missed_where_a_change_adds_up_to_none() -> None:
    assert SPEAKER.people_why(_effect("quality|*")) == "changes of this metric do not add up to a number of people"
    assert SPEAKER.people_why(_effect("irrelevant|tail")) == "no monthly volume is stated"


def test_that_a_release_without_reach_has_no_month() -> None:
    scenario = story.scenario().model_copy(update={"rollout": {"tail": Rollout(share=0.0)}})
    told = Speaker(story.project().change(scenarios={"base": scenario})).effect(_effect("irrelevant|tail"), OUTCOME)
    assert "each month" not in told


def test_that_a_view_and_a_mixed_rollout_say_the_month_that_the_reading_counts() -> None:
    seen, decided = support_bot()
    plan = decided.scenario().model_copy(update={"rollout": {"tail": Rollout(share=0.5)}})
    outcome = evaluate_case(seen, decided.change(scenarios={plan.id: plan}))
    speaker = Speaker(decided.change(scenarios={plan.id: plan}))
    for effect in outcome.effects:
        people = outcome.people_per_month(effect.metric, effect.segment)
        told = statement(speaker.voice, effect, outcome)
        if isinstance(told, RateStatement) and told.monthly is not None:
            assert people is not None
            assert told.monthly == tuple(people_rounded(count) for count in people)


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_the_trace_tells_accepted_regressions_from_those_inside_their_margin(language: str) -> None:
    within = replace(story.regression(), segment="other", response=None, problem="NONE", within_margin=True)
    accepted = story.regression()
    rule = RuleOutcome("SHIP_WITH_ACCEPTED_REGRESSIONS", True, {}, ())
    speaker = Speaker(story.project(), language)
    titles = [
        speaker.rule_parts(rule, replace(OUTCOME, regressions=found))[0]
        for found in ((accepted,), (within, within), (accepted, within, within))
    ]
    expected = {
        "en": [
            "1 regression, accepted",
            "2 regressions, inside their margins",
            "1 regression, accepted; 2 inside their margins",
        ],
        "de": [
            "1 Verschlechterung, akzeptiert",
            "2 Verschlechterungen, im Spielraum",
            "1 Verschlechterung, akzeptiert; 2 im Spielraum",
        ],
    }
    assert titles == expected[language]


def test_that_one_unit_is_said_in_the_singular_and_once() -> None:
    alone = replace(
        _effect("latency|*"), n_baseline=1, n_candidate=1, interval=None, state="cannot_tell", why="one_unit"
    )
    result = replace(OUTCOME.gates[3], state="INCONCLUSIVE", effect=alone)
    assert SPEAKER.effect(alone).startswith("Response time: can’t tell from 1 unit (")
    assert SPEAKER.gate(result) == "Response time: can’t tell. From 1 unit: one unit is not enough for an interval."


@pytest.mark.parametrize(
    ("margin", "text"), [(0.1224, "0.12 s"), (0.5, "0.5 s"), (2.0, "2.0 s"), (0.1, "0.1 s"), (0.045, "0.045 s")]
)
def test_that_a_margin_of_time_has_the_figures_that_judge_it(margin: float, text: str) -> None:
    assert SPEAKER.threshold("latency", margin) == text


def test_that_the_sign_of_a_break_even_is_that_of_the_horizon() -> None:
    assert OUTCOME.value is not None
    loss = replace(OUTCOME.value, over_horizon=replace(OUTCOME.value.over_horizon, mean=-7_284.0))
    item = BreakEven("money/task_done|*", 4.0, 4.9, "money")
    told = SPEAKER.break_even(item, replace(OUTCOME, value=loss))
    assert told == "Pays off once one completed task is worth over $4.90 (now $4.00)."


@pytest.mark.parametrize(
    ("path", "now", "flips_at"),
    [("transport/*", 1.0, 0.0), ("exposure/tail", 1000.0, 1e-9), ("money/irrelevant|*", -8.0, 4e-16)],
)
def test_that_nothing_turns_at_nothing(path: str, now: float, flips_at: float) -> None:
    assert not is_reachable(BreakEven(path, now, flips_at, "share"))


def test_that_a_small_share_is_not_said_to_be_none() -> None:
    told = SPEAKER.break_even(BreakEven("transport/*", 1.0, 0.0031, "share"), OUTCOME)
    assert told == "Pays off unless under 0.3% of the measured effect reaches production (now 100%)."


def test_that_costs_are_said_in_the_plural_in_german() -> None:
    item = BreakEven("running_cost_per_month", 7_400.0, 57_000.0, "USD")
    told = Speaker(story.project(), "de").break_even(item, OUTCOME)
    assert told == "Lohnt sich, außer wenn die laufenden Kosten je Monat über 57.000 $ liegen (jetzt 7.400 $)."


def test_that_a_gate_that_one_side_has_alone_is_told_as_its_rule() -> None:
    gate = Gate(id="g-77", metric="task_done", rule="non_inferiority", margin=0.01)
    speaker = Speaker(story.project())
    text = comparing.difference(speaker.voice, "gates/g-77", None, gate.model_dump(mode="json"), "added")
    assert "must not get worse by more than 1 percentage point" in text
    assert not any(code in text for code in ("non_inferiority", "g-77", "metric", "None"))
