"""The evaluate document: everything that follows from a project, with unknown as null and its reason beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import Field

from tradeoff_app.cli.documents import Document, Interval, Part
from tradeoff_app.cli.sensitivity_models import SensitivityPart


class ProjectPart(Part):
    """Which project, and the hash of its content."""

    id: str
    title: str
    sha256: str


class ScenarioPart(Part):
    """Which scenario."""

    id: str
    label: str
    candidate: str


class FindingPart(Part):
    """One check of the evidence."""

    code: str
    level: Literal["ok", "info", "warn", "fatal"]
    metric: str | None
    segment: str | None
    text: str


class EstimatePart(Part):
    """A number with its 95 % interval; `why` says what is missing."""

    value: float | None
    interval: Interval | None
    why: str | None


class AgreementPart(Part):
    """How far several raters agree on a metric, over the items that two or more of them rated."""

    metric: str
    scale: str
    items: int
    alpha: EstimatePart
    gwet: EstimatePart
    percent: EstimatePart
    standing: str | None


class JudgePart(Part):
    """An automated judge beside the people that it stands for; `mean_difference` is judge minus people."""

    judge: str
    people: str
    agreement: AgreementPart
    mean_difference: EstimatePart


class ProxyPart(Part):
    """A proxy beside the metric that it stands for: what each says, and how far both move together."""

    metric: str
    parent: str
    candidate: str
    relation: str
    proxy_state: str
    parent_state: str
    association: EstimatePart
    n: int
    implied: EstimatePart


class EvidencePart(Part):
    """How good the evidence is."""

    grade: str
    sound: bool
    findings: tuple[FindingPart, ...]
    agreement: tuple[AgreementPart, ...]
    judges: tuple[JudgePart, ...]
    proxies: tuple[ProxyPart, ...]


class EffectPart(Part):
    """Candidate minus baseline for one metric and segment, in natural units."""

    metric: str
    segment: str
    candidate: str
    n_baseline: int
    n_candidate: int
    n_pairs: int | None
    clusters: int | None
    baseline: float | None
    candidate_value: float | None
    difference: float | None
    interval: Interval | None
    confidence: float
    method: str
    state: str
    margin: float | None
    shrunk: float | None
    worst_best: Interval | None
    needs_times_n: float | None
    detectable: float | None
    note: str | None
    why: str | None


class GatePart(Part):
    """One gate in one segment with the numbers behind its state; `limit` in the metric's own units."""

    id: str
    role: str
    metric: str
    segment: str
    candidate: str
    rule: str
    limit: float | None
    state: str
    observed: float | None
    bound: float | None
    events: int | float | None
    n: int | None
    needs_times_n: float | None
    units_without_event: int | None
    assumed: bool
    in_scope: bool
    why: str | None
    text: str


class MonthPart(Part):
    """Value per month."""

    mean: float | None
    median: float | None
    interval: Interval | None
    interval_80: Interval | None


class HorizonPart(Part):
    """Value over the horizon, discounted, less one-off cost."""

    months: int
    mean: float | None
    median: float | None
    interval: Interval | None
    interval_80: Interval | None


class CellPart(Part):
    """What one metric in one segment adds to the value per month."""

    metric: str
    segment: str
    mean: float
    interval: Interval


class ValuePart(Part):
    """The value of shipping instead of keeping the baseline; `why` says what is missing where its numbers are null."""

    currency: str
    per_month: MonthPart
    over_horizon: HorizonPart
    p_positive: float | None
    expected_loss_if_ship: float | None
    expected_loss_if_hold: float | None
    evpi: float | None
    share_of_variance_from_data: float | None
    running_cost_per_month: float | None
    one_off_cost: float | None
    by_cell: tuple[CellPart, ...]
    why: str | None


class CandidatePart(Part):
    """How one option does against the others."""

    candidate: str
    mean: float
    p_best: float
    expected_regret: float


class ScoreMetricPart(Part):
    """What one metric adds to the score difference."""

    metric: str
    weight: float
    mean: float
    interval: Interval


class ScorePart(Part):
    """Candidate minus baseline in points of 100; `why` says what is missing where its numbers are null."""

    baseline: float | None
    candidate: float | None
    difference: float | None
    interval: Interval | None
    p_positive: float | None
    by_metric: tuple[ScoreMetricPart, ...]
    equivalents: Mapping[str, float]
    why: str | None


class RulePart(Part):
    """One rule of the verdict: what it saw, and whether it applied."""

    rule: str
    inputs: Mapping[str, Any]
    outcome: Literal["applies", "does_not_apply"]
    reasons: tuple[str, ...]
    text: str


class SealPart(Part):
    """When gates and weights were sealed, and whether they are still those."""

    at: str
    sha256: str
    intact: bool


class VerdictPart(Part):
    """The recommendation, what people decided, and how it came about."""

    recommendation: str
    decision: Mapping[str, Any] | None
    reasons: tuple[str, ...]
    reason_texts: tuple[str, ...]
    trace: tuple[RulePart, ...]
    title: str
    remarks: tuple[str, ...]
    sealed: SealPart | None
    moved: tuple[str, ...]


class PeoplePart(Part):
    """How many more or fewer a month; null with `why` where no volume is stated."""

    estimate: float | None
    interval: Interval | None
    why: str | None


class SweptPart(Part):
    """A change for the worse that the sweep over all metrics and segments found, whether or not a rule covers it."""

    metric: str
    segment: str
    candidate: str
    difference: float | None
    interval: tuple[float, float] | None
    p_value: float | None


class RegressionPart(Part):
    """One regression, or guardrail that could not be shown to hold, and the answer that it has."""

    metric: str
    segment: str
    accepted: bool
    action: str | None
    problem: str | None
    missing: tuple[str, ...]
    gate_state: str
    within_margin: bool
    people_per_month: PeoplePart
    statement: str


class ObjectionPart(Part):
    """An objection to a text that somebody typed: a warning, which changes nothing."""

    item: str
    excerpt: str
    advice: str


class StatementsPart(Part):
    """The sentences of the briefing; `exchange` is null with `why` where nothing was accepted."""

    exchange: str | None
    better: tuple[str, ...]
    worse: tuple[str, ...]
    cannot_tell: tuple[str, ...]
    objections: tuple[ObjectionPart, ...]
    why: str | None


class EvaluateDocument(Document):
    """Everything that follows from a project."""

    schema_: Literal["tradeoff/evaluate@1"] = Field("tradeoff/evaluate@1", alias="schema")
    project: ProjectPart
    scenario: ScenarioPart
    evidence_hash: str
    as_of: str | None
    seed: int
    replicates: int
    evidence: EvidencePart
    effects: tuple[EffectPart, ...]
    gates: tuple[GatePart, ...]
    value: ValuePart
    candidates: tuple[CandidatePart, ...]
    score: ScorePart
    sensitivity: SensitivityPart
    verdict: VerdictPart
    regressions: tuple[RegressionPart, ...]
    unproven: tuple[RegressionPart, ...]
    swept_regressions: tuple[SweptPart, ...]
    statements: StatementsPart
