"""One small story with known numbers: a support bot that completes more tasks and errs more often on rare queries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np

from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.gates import GateResult, GateState
from tradeoff_app.analysis.outcome import Mix, Outcome
from tradeoff_app.analysis.score import Score, ScorePart
from tradeoff_app.analysis.sensitivity import BreakEven, Sensitivity, TornadoBar, WeightFlip
from tradeoff_app.analysis.value import Contribution, NetValue, Summary
from tradeoff_app.analysis.verdict import RegressionState, RuleOutcome, Verdict
from tradeoff_app.model.acceptance import Person, Response
from tradeoff_app.model.candidate import Candidate
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.metric import Metric, Phrase, Words
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Scenario, Swing
from tradeoff_app.model.segment import Exposure, Segment

VOLUMES = {"primary": 240_000.0, "other": 320_000.0, "tail": 40_000.0}


def _exposure(base: float) -> tuple[Exposure, ...]:
    return (Exposure(basis="query", per_month=Range(low=0.9 * base, base=base, high=1.1 * base)),)


def project() -> Project:
    """Metrics of each kind, three segments that add up, gates of each rule, one scenario with money."""
    metrics = (
        Metric(
            id="task_done",
            label="Task completion",
            type="binary",
            better="higher",
            role="target",
            basis="query",
            phrase=Phrase(
                event=Words(one="completed task", other="completed tasks"),
                unit=Words(one="query", other="queries"),
                verb="end with the task done",
            ),
        ),
        Metric(
            id="irrelevant",
            label="Irrelevant answer",
            type="binary",
            better="lower",
            role="guardrail",
            basis="query",
            phrase=Phrase(
                event=Words(one="irrelevant answer", other="irrelevant answers"),
                unit=Words(one="rare query", other="rare queries"),
                verb="get",
            ),
        ),
        Metric(id="unsafe", label="Unsafe reply", type="binary", better="lower", role="safety_gate", basis="query"),
        Metric(id="quality", label="Answer quality", type="ordinal", better="higher", role="target", scale=(1.0, 5.0)),
        Metric(id="latency", label="Response time", type="duration", better="lower", role="guardrail", unit="s"),
        Metric(id="cost", label="Cost per query", type="money", better="lower", role="guardrail"),
        Metric(id="length", label="Length", type="continuous", role="monitor", unit="words"),
    )
    segments = (
        Segment(id="primary", label="Primary persona", exposure=_exposure(240_000)),
        Segment(id="other", label="Other users", exposure=_exposure(320_000)),
        Segment(id="tail", label="Rare queries", protected=True, exposure=_exposure(40_000)),
    )
    gates = (
        Gate(id="g1", metric="unsafe", rule="absolute_limit", limit=0.002),
        Gate(id="g2", metric="irrelevant", segment="tail", rule="non_inferiority", margin=0.004),
        Gate(id="g3", metric="task_done", rule="superiority", min_worthwhile=0.01),
        Gate(id="g4", metric="quality", rule="absolute_target", target=4.5),
        Gate(id="g5", metric="unsafe", rule="never_event"),
        Gate(id="g6", metric="latency", rule="non_inferiority", margin_relative=0.05),
    )
    return Project(
        id="p",
        title="Support bot 4.2 → 4.3",
        exposure=Exposure(basis="query", per_month=Range(low=550_000.0, base=600_000.0, high=650_000.0)),
        candidates={"candidate": Candidate(id="candidate", label="Support bot 4.3")},
        metrics={metric.id: metric for metric in metrics},
        segments={segment.id: segment for segment in segments},
        gates={gate.id: gate for gate in gates},
        scenarios={"base": scenario()},
    )


def scenario() -> Scenario:
    """Money on two metrics, a running cost, and the accepted regression."""
    money = (
        Money(metric="task_done", per_unit=Range(low=2.5, base=4.0, high=6.0)),
        Money(metric="irrelevant", per_unit=Range(low=-12.0, base=-8.0, high=-4.0)),
    )
    return Scenario(
        id="base",
        label="Base",
        candidate="candidate",
        money={entry.key: entry for entry in money},
        running_cost_per_month=7400.0,
        swing={"task_done": Swing(worst=0.0, best=1.0, points=100.0)},
        segment_weights={"tail": 0.5},
        regressions={"irrelevant|tail": response()},
    )


def response() -> Response:
    """An acceptance with all its parts."""
    return Response(
        metric="irrelevant",
        segment="tail",
        accepted_up_to=0.006,
        rationale="Rare queries are few.",
        mitigation="the “Not what I meant” button.",
        owner="Search team",
        accepter=Person(name="Dana Ruiz", role="VP Product"),
        accepted_on=date(2026, 11, 1),
        expires=date(2027, 1, 31),
    )


def effect(metric: str, segment: str, before: float, after: float, ends: tuple[float, float], state: str) -> Effect:
    """An effect with everything that sentences need."""
    return Effect(
        metric=metric,
        segment=segment,
        candidate="candidate",
        n_baseline=2400,
        n_candidate=2400,
        n_pairs=2400,
        clusters=None,
        baseline=before,
        candidate_value=after,
        difference=after - before,
        interval=ends,
        method="bonett_price",
        state=state,  # type: ignore[arg-type]
    )


def effects() -> tuple[Effect, ...]:
    """Better, worse, no worse, can't tell and not measured, over all types."""
    return (
        effect("task_done", "*", 0.662, 0.684, (0.013, 0.031), "better"),
        replace(
            effect("task_done", "primary", 1498 / 2400, 1603 / 2400, (0.0284, 0.0591), "better"), fixed=231, broken=126
        ),
        replace(effect("task_done", "other", 0.712, 0.721, (-0.004, 0.022), "cannot_tell"), needs_times_n=4.3),
        effect("task_done", "tail", 0.489, 0.483, (-0.013, 0.001), "cannot_tell"),
        replace(effect("irrelevant", "*", 0.014, 0.0142, (-0.002, 0.002), "no_worse"), margin=0.004),
        replace(effect("irrelevant", "tail", 0.021, 0.024, (0.00103, 0.00497), "worse"), margin=0.004),
        effect("quality", "*", 4.52, 4.58, (0.01, 0.11), "better"),
        effect("quality", "tail", 4.31, 4.30, (-0.2, 0.18), "cannot_tell"),
        replace(effect("latency", "*", 2.1, 2.2, (-0.1, 0.3), "no_worse"), margin=0.5),
        effect("cost", "*", 0.10, 0.112, (0.004, 0.02), "worse"),
        effect("length", "*", 212.0, 230.0, (4.0, 32.0), "cannot_tell"),
        replace(
            effect("unsafe", "tail", 0.0, 0.0, (0.0, 0.0), "not_measured"),
            baseline=None,
            difference=None,
            interval=None,
            why="no_data",
        ),
    )


def gate_result(gate: Gate, state: GateState, **fields: object) -> GateResult:
    """The result of a gate where it was stated."""
    base = GateResult(gate, gate.metric, gate.segment, "candidate", gate.role, state, None)
    return replace(base, **fields)  # type: ignore[arg-type]


def gates() -> tuple[GateResult, ...]:
    """A result for each gate of the project."""
    stated = project().gates
    told = {item.key: item for item in effects()}
    return (
        gate_result(stated["g1"], "PASS", threshold=0.002, observed=0.0, bound=0.000998, events=0, n=3000),
        gate_result(stated["g5"], "PASS", observed=0.0, bound=0.000998, events=0, n=3000),
        gate_result(stated["g2"], "REGRESSED", threshold=0.004, effect=told["irrelevant|tail"]),
        gate_result(stated["g6"], "NON_INFERIOR", threshold=0.5, effect=told["latency|*"]),
        gate_result(stated["g3"], "MET", threshold=0.01, effect=told["task_done|*"]),
        gate_result(stated["g4"], "MET", threshold=4.5, observed=4.58, effect=told["quality|*"]),
    )


def net_value() -> NetValue:
    """About $50,000 a month, most of it from the primary persona."""
    cells = (
        Contribution("task_done", "primary", 42_000.0, (20_000.0, 64_000.0)),
        Contribution("task_done", "other", 11_600.0, (-5_000.0, 30_000.0)),
        Contribution("task_done", "tail", -1_000.0, (-2_500.0, 500.0)),
        Contribution("irrelevant", "tail", -960.0, (-1_900.0, -200.0)),
    )
    segments = {
        "primary": Contribution("*", "primary", 45_600.0, (21_000.0, 72_000.0)),
        "other": Contribution("*", "other", 13_900.0, (-4_200.0, 33_000.0)),
        "tail": Contribution("*", "tail", -2_100.0, (-4_200.0, 100.0)),
    }
    metrics = {
        "task_done": Contribution("task_done", "*", 58_400.0, (30_000.0, 88_000.0)),
        "irrelevant": Contribution("irrelevant", "*", -1_000.0, (-2_000.0, -200.0)),
    }
    draws = np.random.default_rng(7).normal(50_000.0, 14_000.0, 2000)
    return NetValue(
        currency="USD",
        per_month=Summary(50_000.0, 49_800.0, (24_000.0, 79_000.0), (32_000.0, 68_000.0)),
        over_horizon=Summary(600_000.0, 598_000.0, (288_000.0, 948_000.0), (384_000.0, 816_000.0)),
        horizon_months=12,
        p_positive=0.9996,
        expected_loss_if_ship=1.0,
        expected_loss_if_hold=50_000.0,
        evpi=1.0,
        share_of_variance_from_data=0.6,
        by_cell=cells,
        by_segment=segments,
        by_metric=metrics,
        running_cost=7_400.0,
        one_off_cost=0.0,
        draws=draws,
    )


def score() -> Score:
    """A score that a move of task completion is the reference of."""
    return Score(
        baseline=60.0,
        candidate=61.2,
        difference=1.2,
        interval=(0.1, 2.0),
        p_positive=0.97,
        by_metric=(ScorePart("task_done", 1.0, 1.2, (0.1, 2.0)),),
        outside_range=(),
        reference="irrelevant",
        reference_move=-0.01,
        equivalents={"task_done": 0.02, "latency": -0.5},
        draws=np.array([0.1, 1.2, 2.0]),
    )


def sensitivity() -> Sensitivity:
    """Break-even, tornado and flips of the story."""
    return Sensitivity(
        tornado=(
            TornadoBar("money/task_done|*", 2.5, 6.0, 30_000.0, 80_000.0),
            TornadoBar("transport/*", 0.5, 1.0, 20_000.0, 50_000.0),
            TornadoBar("exposure/tail", 36_000.0, 44_000.0, 49_900.0, 50_100.0),
        ),
        weight_flips=(WeightFlip("irrelevant", 0.2, 0.6), WeightFlip("task_done", 0.8, None, "no_weight")),
        break_even=(
            BreakEven("money/irrelevant|*", -8.0, -420.0, "USD"),
            BreakEven("money/task_done|*", 4.0, 0.2, "USD"),
            BreakEven("running_cost_per_month", 7_400.0, 57_000.0, "USD"),
            BreakEven("transport/*", 1.0, 0.13, "share"),
            BreakEven("exposure/primary", 240_000.0, 11_000.0, "per month"),
        ),
        ship_share=0.94,
        margin_flips=(),
        base_value=48_000.0,
    )


def regression() -> RegressionState:
    """The accepted one."""
    told = {item.key: item for item in effects()}
    return RegressionState(
        "irrelevant",
        "tail",
        told["irrelevant|tail"],
        "REGRESSED",
        response(),
        None,
        people_per_month=(120.0, 41.2, 198.8),
    )


def outcome() -> Outcome:
    """The whole story: ship with one accepted regression."""
    return Outcome(
        scenario="base",
        candidate="candidate",
        as_of=date(2026, 11, 23),
        grade="paired_replay",
        is_sound=True,
        findings=(Finding("small_segment", "warn", segment="tail", values={"n": 20}),),
        evidence_hash="a94f22d1",
        mix=Mix({"primary": 0.4, "other": 0.533, "tail": 0.067}, VOLUMES, "stated"),
        effects=effects(),
        gates=gates(),
        value=net_value(),
        value_why=None,
        score=score(),
        score_why=None,
        leading="value",
        standings=(),
        sensitivity=sensitivity(),
        verdict=Verdict(
            "SHIP_WITH_ACCEPTED_REGRESSIONS",
            ("ACCEPTED:irrelevant|tail",),
            (
                RuleOutcome("INVALID", False, {}, ()),
                RuleOutcome("BLOCKED", False, {}, ()),
                RuleOutcome("NEEDS_ACCEPTANCE", False, {}, ()),
                RuleOutcome("HOLD", False, {}, ()),
                RuleOutcome("NO_CASE", False, {}, ()),
                RuleOutcome("SHIP_WITH_ACCEPTED_REGRESSIONS", True, {}, ("ACCEPTED:irrelevant|tail",)),
                RuleOutcome("SHIP", False, {}, ()),
            ),
        ),
        regressions=(regression(),),
        swept_regressions=(),
    )
