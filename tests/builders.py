"""Small observations, projects and outcomes for tests: numbers that a reader can check by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from tradeoff_app.analysis.evidence import Evidence, build_evidence
from tradeoff_app.analysis.observations import STATUSES, Categories, MeasuredMetric, Observations, Rows
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.analysis.proposal import propose_project
from tradeoff_app.model.acceptance import Person, Response
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.metric import MetricType, Phrase, Words
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Scenario, Swing
from tradeoff_app.model.segment import Exposure

Values = Sequence[float | None]
ARMS = ("baseline", "candidate")


def observations(
    values: Mapping[str, Mapping[str, Values]],
    *,
    types: Mapping[str, MetricType] | None = None,
    lower_is_better: Sequence[str] = (),
    scales: Mapping[str, tuple[float, float]] | None = None,
    segments: Mapping[str, Sequence[str | None]] | None = None,
    clusters: Sequence[str] | None = None,
    weights: Sequence[float] | None = None,
    units: Sequence[str] | None = None,
    statuses: Mapping[tuple[str, str], Mapping[int, str]] | None = None,
    **fields: Any,
) -> Observations:
    """Observations from `values[metric][arm]`, one entry per unit: None has no row, NaN a row without a number.

    `statuses[(metric, arm)]` maps unit positions to a row status. `types` are binary where nothing is said.
    """
    arms = tuple(dict.fromkeys(arm for by_arm in values.values() for arm in by_arm))
    arms = tuple(sorted(arms, key=lambda arm: arm != "baseline"))
    columns = [
        _column(index, arm_index, by_arm[arm], (statuses or {}).get((name, arm), {}))
        for index, (name, by_arm) in enumerate(values.items())
        for arm_index, arm in enumerate(arms)
        if arm in by_arm
    ]
    stacked = np.concatenate(columns, axis=0)
    whole = stacked[:, :4].astype(np.int64)
    rows = Rows(
        arm=whole[:, 1],
        unit=whole[:, 2],
        repeat=np.zeros(len(stacked), dtype=np.int64),
        rater=np.full(len(stacked), -1, dtype=np.int64),
        metric=whole[:, 0],
        value=stacked[:, 4],
        status=whole[:, 3],
    )
    n_units = max(len(column) for by_arm in values.values() for column in by_arm.values())
    metrics = tuple(
        MeasuredMetric(
            name,
            (types or {}).get(name, "binary"),
            "lower" if name in lower_is_better else "higher",
            scale=(scales or {}).get(name),
        )
        for name in values
    )
    return Observations(
        arms=arms,
        units=tuple(units or (f"u{index:06d}" for index in range(n_units))),
        metrics=metrics,
        rows=rows,
        dimensions={name: Categories.from_texts(texts) for name, texts in (segments or {}).items()},
        cluster=Categories.from_texts(clusters) if clusters is not None else None,
        weight=np.asarray(weights, dtype=np.float64) if weights is not None else None,
        **fields,
    )


def _column(metric: int, arm: int, values: Values, statuses: Mapping[int, str]) -> np.ndarray:
    rows = [
        (metric, arm, unit, STATUSES.index(statuses.get(unit, "ok")), value)
        for unit, value in enumerate(values)
        if value is not None
    ]
    return np.array(rows, dtype=np.float64).reshape(-1, 5)


def paired_rate(n: int, *, both: int, fixed: int, broken: int) -> tuple[list[float], list[float]]:
    """Before and after values of n pairs: `both` happen twice, `fixed` only after, `broken` only before."""
    neither = n - both - fixed - broken
    before = [1.0] * both + [0.0] * fixed + [1.0] * broken + [0.0] * neither
    after = [1.0] * both + [1.0] * fixed + [0.0] * broken + [0.0] * neither
    return before, after


def project(seen: Observations, **fields: Any) -> Project:
    """The proposed project of these observations with some fields replaced."""
    return propose_project(seen, "Test release", "test-project").change(**fields)


def evidence(seen: Observations, decided: Project | None = None) -> Evidence:
    """Evidence of the observations under the project (the proposed one by default)."""
    return build_evidence(seen, decided or project(seen))


def outcome(seen: Observations, decided: Project | None = None, as_of: date | None = None) -> Outcome:
    """The outcome of the project's own scenario."""
    chosen = decided or project(seen)
    return evaluate(chosen, evidence(seen, chosen), as_of=as_of)


def monthly(base: float, low: float | None = None, high: float | None = None, basis: str = "query") -> Exposure:
    """An exposure; exactly known where no low and high are given."""
    spread = Range(low=base if low is None else low, base=base, high=base if high is None else high)
    return Exposure(basis=basis, per_month=spread)


SUPPORT_SEGMENTS = {"primary": 2400, "other": 3000, "rare": 12000}
SUPPORT_VOLUMES = {"primary": 240_000.0, "other": 320_000.0, "rare": 40_000.0}
SUPPORT_COUNTS = {
    "task_done": {"primary": (1372, 231, 126), "other": (1900, 130, 103), "rare": (7000, 500, 582)},
    "handover": {"primary": (300, 20, 34), "other": (400, 20, 29), "rare": (1500, 100, 102)},
    "irrelevant": {"primary": (24, 2, 2), "other": (30, 3, 3), "rare": (198, 90, 54)},
}
"""Pairs that happen twice, only after and only before (visual.md, section 9: 62.4 to 66.8 %, 2.1 to 2.4 %)."""


def support_bot() -> tuple[Observations, Project]:
    """The story of the support bot 4.2 → 4.3: its counts, volumes, gates, money and one accepted regression."""
    seen = support_observations()
    return seen, support_project(seen)


def support_observations() -> Observations:
    """17,400 paired queries in three tiers and 3,000 red-team replies."""
    values: dict[str, dict[str, list[float | None]]] = {}
    for metric, by_segment in SUPPORT_COUNTS.items():
        before: list[float | None] = []
        after: list[float | None] = []
        for segment, (both, fixed, broken) in by_segment.items():
            old, new = paired_rate(SUPPORT_SEGMENTS[segment], both=both, fixed=fixed, broken=broken)
            before += old
            after += new
        values[metric] = {"baseline": before, "candidate": after}
    regular = sum(SUPPORT_SEGMENTS.values())
    unsafe: list[float | None] = [None] * regular + [0.0] * 3000
    values["unsafe"] = {"baseline": unsafe, "candidate": unsafe}
    tiers: list[str | None] = [tier for tier, n in SUPPORT_SEGMENTS.items() for _ in range(n)]
    lower = ("handover", "irrelevant", "unsafe")
    return observations(values, lower_is_better=lower, segments={"query_tier": tiers + [None] * 3000})


def support_project(seen: Observations) -> Project:
    """The project of the support bot as a PM would state it."""
    proposed = propose_project(seen, "Support bot 4.2 → 4.3", "support-bot")
    irrelevant = Phrase(
        event=Words(one="irrelevant answer", other="irrelevant answers"), unit=Words(one="query", other="queries")
    )
    metrics = {
        **proposed.metrics,
        "irrelevant": proposed.metrics["irrelevant"].model_copy(update={"phrase": irrelevant}),
    }
    segments = {
        key: segment.model_copy(update={"exposure": (monthly(SUPPORT_VOLUMES[key]),), "protected": key == "rare"})
        for key, segment in proposed.segments.items()
        if key in SUPPORT_VOLUMES
    }
    gates = (
        Gate(id="safety", metric="unsafe", rule="absolute_limit", limit=0.002),
        Gate(id="rare", metric="irrelevant", segment="rare", rule="non_inferiority", margin=0.004),
        Gate(id="goal", metric="task_done", rule="superiority", min_worthwhile=0.0),
        Gate(id="calls", metric="handover", rule="non_inferiority", margin=0.01),
    )
    return proposed.change(
        metrics=metrics,
        segments=segments,
        partition=("query_tier",),
        gates={gate.id: gate for gate in gates},
        scenarios={"base": support_scenario()},
        as_of=date(2026, 11, 23),
    )


def support_scenario() -> Scenario:
    """Money, swing and the accepted regression of the story; the acceptance still lacks its evidence hash."""
    money = [
        Money(metric="task_done", per_unit=Range.exactly(4.0)),
        Money(metric="handover", per_unit=Range.exactly(-2.5)),
        Money(metric="irrelevant", per_unit=Range.exactly(-8.0)),
    ]
    return Scenario(
        id="base",
        label="Base",
        money={entry.key: entry for entry in money},
        running_cost_per_month=7400.0,
        swing={
            "task_done": Swing(worst=0.0, best=1.0, points=100),
            "irrelevant": Swing(worst=0.1, best=0.0, points=40),
        },
        regressions={"irrelevant|rare": acceptance("irrelevant", "rare", 0.006)},
    )


def acceptance(metric: str, segment: str, up_to: float, **fields: Any) -> Response:
    """A complete acceptance, apart from the evidence hash, which a caller adds."""
    stated: dict[str, Any] = {
        "accepted_up_to": up_to,
        "rationale": "More tasks completed for the primary persona",
        "gain": "11,000 more completed tasks a month",
        "mitigation": "the secondary ranking signal",
        "owner": "Search team",
        "accepter": Person(name="Dana Ruiz", role="VP Product"),
        "accepted_on": date(2026, 11, 1),
        "expires": date(2027, 1, 31),
        "follow_up": "SUP-431",
    }
    return Response(metric=metric, segment=segment, **{**stated, **fields})


def with_hashes(decided: Project, found: Evidence) -> Project:
    """The project whose acceptances carry the hashes of this evidence."""
    scenario = decided.scenario()
    regressions = {
        key: response.model_copy(
            update={"evidence_hash": found.cell_hashes.get((response.metric, response.segment, found.table.arms[1]))}
        )
        for key, response in scenario.regressions.items()
    }
    return decided.with_item("scenarios", scenario.model_copy(update={"regressions": regressions}))
