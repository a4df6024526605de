"""Is the evidence itself sound: ratio mismatch, error rates, dominant units, small segments, mix of segments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from tradeoff_app.analysis.catalogue import measure_of
from tradeoff_app.analysis.cells import SMALLEST_SAMPLE, used_units
from tradeoff_app.analysis.checks import Finding, sample_ratio
from tradeoff_app.analysis.covariates import adjust_arms
from tradeoff_app.analysis.differences import Difference, bonett_price, newcombe
from tradeoff_app.analysis.heavy_tail import LARGE_SHARE, find_cap, largest_share
from tradeoff_app.analysis.observations import STATUSES, BoolArray
from tradeoff_app.analysis.pairing import Pairing
from tradeoff_app.analysis.table import EvidenceSource, Table
from tradeoff_app.model.metric import Metric, Status
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE

ERRORS: tuple[Status, ...] = ("model_error", "timeout", "infra_error", "judge_error", "not_run")
"""Statuses that mean that something broke; a refusal is an answer."""

FEW_NONZERO = 50
"""With fewer non-zero values than this the interval of a mostly-zero amount is too narrow (decision-model, 5)."""


def check_evidence(
    source: EvidenceSource,
    project: Project,
    members: Mapping[str, BoolArray],
    partition: Sequence[str],
    pairings: Mapping[str, Pairing],
) -> list[Finding]:
    """Findings that need nothing but the table and the project's metrics and segments."""
    table = source.table
    findings = list(ratio_findings(source))
    for arm in range(1, len(table.arms)):
        findings += _error_findings(table, arm, pairings[table.arms[arm]])
    findings += _segment_findings(table, members, partition, pairings)
    for index, name in enumerate(table.metrics):
        findings += _metric_findings(table, index, project.metrics[name], pairings)
    findings += look_findings(project)
    return findings


def look_findings(project: Project) -> Iterator[Finding]:
    """Whether intervals hold although the comparison was opened several times."""
    if project.planned_looks is not None:
        values = {"looks": project.looks, "planned": project.planned_looks}
        yield Finding("looks_corrected", "info", values=values)
    elif project.looks > 1:
        yield Finding("repeated_looks", "warn", values={"looks": project.looks})


def ratio_findings(source: EvidenceSource) -> Iterator[Finding]:
    """Sizes of randomised arms against equal shares."""
    if not source.randomised:
        return
    groups, everyone = source.table.aggregates, np.ones(source.table.units, dtype=np.bool_)
    units = [int(present.sum()) for present in source.table.present]
    if groups is not None:
        units = [groups.units(arm, everyone) for arm in range(len(units))]
    if min(units) == 0:
        return
    check = sample_ratio(units, [1.0] * len(units))
    values = {"chi2": check.chi2, "p": check.p, "units": units}
    yield Finding("sample_ratio", "fatal" if check.is_mismatch else "ok", values=values)


def _error_findings(table: Table, arm: int, pairing: Pairing) -> Iterator[Finding]:
    """Shares of units with an error before and after, where the interval of their difference excludes 0."""
    codes = [STATUSES.index(status) for status in ERRORS]
    failed = np.isin(table.status, codes)
    before, after = table.present[0], table.present[arm]
    if not failed.any() or not before.any() or not after.any():
        return
    found = _error_difference(failed[0], failed[arm], before, after, pairing)
    if found is not None and found.low is not None and found.high is not None and (found.low > 0 or found.high < 0):
        values = {
            "candidate": table.arms[arm],
            "baseline_rate": float(failed[0][before].mean()),
            "candidate_rate": float(failed[arm][after].mean()),
            "interval": [found.low, found.high],
        }
        yield Finding("error_rates", "warn", values=values)


def _error_difference(
    failed_before: BoolArray, failed_after: BoolArray, before: BoolArray, after: BoolArray, pairing: Pairing
) -> Difference | None:
    if pairing.mode == "paired":
        both = before & after
        if not both.any():
            return None
        more = int((failed_after & ~failed_before & both).sum())
        less = int((failed_before & ~failed_after & both).sum())
        return bonett_price(more, less, int(both.sum()))
    counts = int(failed_after[after].sum()), int(after.sum()), int(failed_before[before].sum()), int(before.sum())
    return newcombe(*counts)


def _segment_findings(
    table: Table, members: Mapping[str, BoolArray], partition: Sequence[str], pairings: Mapping[str, Pairing]
) -> Iterator[Finding]:
    """Segments of the partition with few units, and units that belong to none of them."""
    is_paired = all(pairing.mode == "paired" for pairing in pairings.values())
    used = table.present.all(axis=0) if is_paired else table.present.any(axis=0)
    for segment in partition:
        mask = members[segment]
        n = int((used & mask).sum()) if is_paired else int((table.present & mask).sum(axis=1).min())
        if n < SMALLEST_SAMPLE:
            yield Finding("few_units", "warn", None, segment, {"n": n})
        elif n < 2 * SMALLEST_SAMPLE:
            yield Finding("small_segment", "warn", None, segment, {"n": n})
    if tuple(partition) != (EVERYONE,):
        inside = np.logical_or.reduce([members[segment] for segment in partition])
        outside = int((used & ~inside).sum())
        if outside:
            yield Finding("units_without_segment", "info", values={"count": outside})


def _metric_findings(table: Table, index: int, metric: Metric, pairings: Mapping[str, Pairing]) -> Iterator[Finding]:
    kind = measure_of(metric)
    if kind is None:
        yield Finding("type_not_supported", "warn", metric.id, None, {"type": metric.type})
        return
    if kind.is_rate:
        return
    for arm in range(1, len(table.arms)):
        pairing = pairings[table.arms[arm]]
        before_units, after_units = used_units(table, index, arm, pairing.mode == "paired")
        before, after = table.values[index, 0][before_units], table.values[index, arm][after_units]
        if min(len(before), len(after)) < SMALLEST_SAMPLE:
            continue
        share = max(largest_share(before), largest_share(after))
        if share > LARGE_SHARE and share * min(len(before), len(after)) > 5:
            yield Finding("dominant_unit", "warn", metric.id, None, {"share": share, "candidate": table.arms[arm]})
        adjusted = None if pairing.mode == "paired" else adjust_arms(table, metric, arm, before_units, after_units)
        if adjusted is not None:
            values = {"covariate": metric.covariate, "theta": adjusted.theta, "share": adjusted.variance_reduction}
            yield Finding("covariate_used", "info", metric.id, None, values)
        nonzero = int(min((before != 0).sum(), (after != 0).sum()))
        if nonzero < FEW_NONZERO and nonzero < 0.5 * min(len(before), len(after)):
            yield Finding("few_nonzero", "warn", metric.id, None, {"n": nonzero})
        if metric.winsorise is not None:
            cap = find_cap(before, after, metric.winsorise)
            values = {
                "cap": cap.cap,
                "count": cap.n_before + cap.n_after,
                "removed_share": cap.share_removed,
                "percentile": metric.winsorise,
            }
            yield Finding("winsorised", "info", metric.id, None, values)
