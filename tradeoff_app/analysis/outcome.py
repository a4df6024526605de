"""Everything that a scenario implies, from decisions and evidence: fast enough to run on every slider move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

import numpy as np

from tradeoff_app.analysis.agreement_readings import AgreementReading, JudgeReading, read_agreement, read_judges
from tradeoff_app.analysis.cells import improvement, state_of
from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.dominance import Dominance, judge_dominance
from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.estimable import left_out_findings
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.gates import GateResult, judge_gates, margin_for
from tradeoff_app.analysis.goals import candidate_findings, goal_findings
from tradeoff_app.analysis.leading import WeightPair, choose_leading, weight_pairs
from tradeoff_app.analysis.multiplicity import benjamini_hochberg
from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.population import Mix
from tradeoff_app.analysis.proxies import ProxyReading, read_proxies
from tradeoff_app.analysis.reading import Reading, read_scenario
from tradeoff_app.analysis.regressions import find_regressions, find_unproven, judge_for_verdict
from tradeoff_app.analysis.score import Score, make_score
from tradeoff_app.analysis.sensitivity import Sensitivity, watch_sensitivity
from tradeoff_app.analysis.value import CandidateStanding, Ledger, NetValue, make_ledger, net_value, stand_candidates
from tradeoff_app.analysis.value_terms import money_findings
from tradeoff_app.analysis.verdict import RegressionState, Verdict, recommend
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE

__all__ = ["Mix", "Outcome", "evaluate"]

SWEEP_RATE = 0.10
"""Share of false hits that the sweep over all cells allows."""


@dataclass(frozen=True)
class Outcome:
    """The result of one scenario. `value` and `score` are None with `value_why` and `score_why`.

    `effects` holds every metric in `*`, each partition segment and each view, for every candidate; `candidate` is the
    scenario's own. `leading` says which view decides a money-or-score question ("value", "score" or None). `unproven`
    are guardrails that could not be shown to hold, with the response to each.
    """

    scenario: str
    candidate: str
    as_of: date | None
    grade: str
    is_sound: bool
    findings: tuple[Finding, ...]
    evidence_hash: str
    mix: Mix
    effects: tuple[Effect, ...]
    gates: tuple[GateResult, ...]
    value: NetValue | None
    value_why: str | None
    score: Score | None
    score_why: str | None
    leading: str | None
    standings: tuple[CandidateStanding, ...]
    sensitivity: Sensitivity
    verdict: Verdict
    regressions: tuple[RegressionState, ...]
    swept_regressions: tuple[Effect, ...]
    unproven: tuple[RegressionState, ...] = ()
    reading: Reading | None = field(default=None, repr=False, compare=False)

    def effect(self, metric: str, segment: str = "*", candidate: str | None = None) -> Effect | None:
        """The effect of a metric in a segment for a candidate; None if not measured.

        By default that of the candidate which the scenario gives the segment; the whole takes each segment's own.
        """
        if candidate is None and self.reading is not None and segment == EVERYONE and self.reading.is_mixed:
            return self.reading.scenario_effect(metric)
        own = self.candidate if self.reading is None else self.reading.candidate_in(segment)
        wanted = candidate or own
        for effect in self.effects:
            if effect.metric == metric and effect.segment == segment and effect.candidate == wanted:
                return effect
        return None

    def reaches(self, segment: str) -> bool:
        """Whether the scenario gives anybody in a segment the candidate; yes where the scenario is not at hand."""
        return self.reading is None or self.reading.rollout(segment) > 0

    @cached_property
    def proxies(self) -> tuple[ProxyReading, ...]:
        """Each proxy beside the metric that it stands for, in the whole population; computed when somebody looks."""
        if self.reading is None:
            return ()
        whole = {metric: self.effect(metric) for metric in self.reading.evidence.table.metrics}
        return read_proxies(self.reading.project, self.reading.evidence, whole, self.candidate)

    @cached_property
    def agreement(self) -> tuple[AgreementReading, ...]:
        """How far the raters of each metric agree, with intervals; computed when somebody looks."""
        if self.reading is None:
            return ()
        project, evidence = self.reading.project, self.reading.evidence
        key = ("agreement", project.seed, tuple((metric.id, metric.type) for metric in project.metrics.values()))
        return evidence.memo.recall(key, lambda: read_agreement(project, evidence.source.ratings))

    @cached_property
    def judges(self) -> tuple[JudgeReading, ...]:
        """Each automated judge beside the people that it stands for, on the units both scored."""
        return () if self.reading is None else read_judges(self.reading.project, self.reading.evidence)

    @cached_property
    def weight_pairs(self) -> tuple[WeightPair, ...]:
        """Stated weights beside those that prices imply; empty below two metrics that carry both."""
        return () if self.reading is None else weight_pairs(self.reading)

    @cached_property
    def dominance(self) -> Dominance | None:
        """Whether the candidate is at least as good in every cell in scope; None without a reading."""
        return None if self.reading is None else judge_dominance(self.reading, self.effects)

    def evidence_hash_of(self, metric: str, segment: str) -> str | None:
        """Fingerprint that an acceptance of a regression here has to carry; None where nothing was measured."""
        return None if self.reading is None else self.reading.evidence_hash(metric, segment)

    def people_per_month(self, metric: str, segment: str = "*") -> tuple[float, float, float] | None:
        """Estimate, low and high of a metric's change per month in a segment; None where no exposure says so."""
        return self.reading.people_per_month(metric, segment) if self.reading else None


def evaluate(
    project: Project, evidence: Evidence, scenario_id: str | None = None, as_of: date | None = None
) -> Outcome:
    """Effects, gates, value, score and verdict of one scenario; a pure function of its arguments.

    Raises KeyError where the project has no such scenario. Without `as_of` the project's own date counts; without
    either no acceptance expires.
    """
    scenario = project.scenario(scenario_id)
    today = as_of or project.as_of
    reading = read_scenario(project, scenario, evidence)
    gates = judge_gates(reading)
    ledger, value_why = make_ledger(reading)
    value = net_value(reading, ledger) if ledger else None
    score, score_why = make_score(reading)
    leading = choose_leading(reading, value, score)
    regressions = find_regressions(reading, gates, today)
    unproven = find_unproven(reading, gates, today)
    findings = (
        *evidence.findings,
        *reading.findings(),
        *left_out_findings(reading),
        *money_findings(reading),
        *goal_findings(gates),
    )
    findings = (*findings, *candidate_findings(reading, gates))
    fatal = [finding.code for finding in findings if finding.level == "fatal"]
    disputed = {finding.metric for finding in findings if finding.code == "agreement" and finding.metric}
    effects = all_effects(reading)
    return Outcome(
        scenario=scenario.id,
        candidate=reading.candidate,
        as_of=today,
        grade=evidence.grade,
        is_sound=not fatal,
        findings=findings,
        evidence_hash=evidence.hash,
        mix=reading.mix,
        effects=effects,
        gates=gates,
        value=value,
        value_why=value_why,
        score=score,
        score_why=score_why,
        leading=leading.name,
        standings=_standings(reading, leading.name, ledger, score),
        sensitivity=watch_sensitivity(reading, ledger, score, gates),
        verdict=recommend(judge_for_verdict(gates, (*regressions, *unproven), disputed), fatal, leading),
        regressions=regressions,
        swept_regressions=sweep(reading, effects),
        unproven=unproven,
        reading=reading,
    )


def all_effects(reading: Reading) -> tuple[Effect, ...]:
    """Every metric in `*`, the partition and the views, for every candidate, with the state that its margin gives."""
    evidence = reading.evidence
    segments = [EVERYONE, *(key for key in evidence.partition if key != EVERYONE), *evidence.views]
    effects = []
    for metric in evidence.table.metrics:
        margins = _margins(reading, metric)
        for candidate in evidence.table.arms[1:]:
            found = [reading.effect(metric, segment, candidate) for segment in segments]
            effects += [_with_margin(reading, effect, margins) for effect in found if effect is not None]
    return tuple(effects)


def _margins(reading: Reading, metric: str) -> list[tuple[str, Gate]]:
    return [(gate.segment, gate) for gate in reading.project.gates_on(metric) if gate.rule == "non_inferiority"]


def _with_margin(reading: Reading, effect: Effect, margins: Sequence[tuple[str, Gate]]) -> Effect:
    """The effect judged against the margin of its own segment, else the general one."""
    by_segment = dict(margins)
    gate = by_segment.get(effect.segment) or by_segment.get(EVERYONE)
    if gate is None:
        return effect
    margin, metric = margin_for(gate, effect), reading.metric(effect.metric)
    key = ("margin", margin, metric.better, effect.key, effect.candidate, effect.interval)
    return reading.evidence.memo.recall(key, lambda: _judged(effect, metric, margin))


def _judged(effect: Effect, metric: Metric, margin: float | None) -> Effect:
    if effect.state == "not_measured":
        return replace(effect, margin=margin)
    return replace(effect, margin=margin, state=state_of(metric, effect.interval, margin))


def _standings(
    reading: Reading, leading: str | None, ledger: Ledger | None, score: Score | None
) -> tuple[CandidateStanding, ...]:
    """How the baseline and each candidate do in the leading view: money over the horizon, or points of the score.

    Where segments get different candidates the scenario's own plan is one more option, named `*`.
    """
    views = {"value": ledger.over_horizon if ledger else None, "score": score.draws if score else None}
    own = views.get(leading or "")
    if own is None:
        return ()
    draws = {reading.evidence.table.arms[0]: np.zeros_like(own)}
    for candidate in reading.evidence.table.arms[1:]:
        is_own = all(reading.candidate_in(segment) == candidate for segment in reading.partition)
        found = own if is_own else _draws_of(reading, candidate, leading)
        draws |= {} if found is None else {candidate: found}
    return stand_candidates(draws | ({EVERYONE: own} if reading.is_mixed else {}))


def _draws_of(reading: Reading, candidate: str, leading: str | None) -> FloatArray | None:
    """Replicates of the leading view with one candidate everywhere; None where it has no data."""
    if leading == "value":
        ledger, _ = make_ledger(reading, candidate)
        return None if ledger is None else ledger.over_horizon
    score, _ = make_score(reading, candidate)
    return None if score is None else score.draws


def sweep(reading: Reading, effects: Sequence[Effect]) -> tuple[Effect, ...]:
    """Regressions found over all metrics and segments of the scenario's candidate: BH at q = 0.10.

    Every cell counts as a test; a segment that keeps the version before loses nothing, so it is no hit.
    """
    given = [effect for effect in effects if effect.candidate == reading.candidate_in(effect.segment)]
    own = [effect for effect in given if effect.p_value is not None]
    own = [effect for effect in own if reading.metric(effect.metric).better is not None]
    adjusted = benjamini_hochberg([effect.p_value or 0.0 for effect in own])
    hits = [effect for effect, q in zip(own, adjusted, strict=True) if q <= SWEEP_RATE and effect.interval is not None]
    reached = [effect for effect in hits if reading.rollout(effect.segment) > 0]
    return tuple(
        effect for effect in reached if improvement(reading.metric(effect.metric), effect.interval or (0.0, 0.0))[1] < 0
    )
