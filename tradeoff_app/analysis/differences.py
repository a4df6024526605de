"""Differences between two arms with their 95 % interval: the formulas, one function each."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, IntArray
from tradeoff_app.analysis.quantiles import Z_95, binomial_cdf, t_point, t_two_sided, z_two_sided
from tradeoff_app.analysis.rates import wilson
from tradeoff_app.analysis.samples import NOISE, ClusterSums, Sample, cluster_sums, count_distinct


@dataclass(frozen=True)
class Difference:
    """After minus before; `low` and `high` are None with a reason in `why`. `centre` is what the interval is built on.

    `clusters` is None where every unit is its own; `changing` counts those of a rate that show any change (in pairs) or
    any event, or non-event where that is rarer (unpaired). `fixed` and `broken` count pairs that became or stopped
    being an event. `stretch` is how much wider the interval was made because somebody looked more than once.
    """

    estimate: float
    low: float | None
    high: float | None
    method: str
    se: float | None = None
    p: float | None = None
    df: float | None = None
    centre: float | None = None
    clusters: int | None = None
    fixed: int | None = None
    broken: int | None = None
    why: str | None = None
    stretch: float = 1.0
    changing: int | None = None


def bonett_price(fixed: int, broken: int, n: int) -> Difference:
    """Paired rates: Laplace-adjusted Wald interval (Bonett and Price 2012, eq. 7), exact McNemar p."""
    gained, lost = (fixed + 1) / (n + 2), (broken + 1) / (n + 2)
    centre = gained - lost
    se = math.sqrt((gained + lost - centre * centre) / (n + 2))
    low, high = max(-1.0, centre - Z_95 * se), min(1.0, centre + Z_95 * se)
    p = mcnemar_exact(fixed, broken)
    estimate = (fixed - broken) / n
    return Difference(estimate, low, high, "bonett_price", se, p, None, centre, None, fixed, broken)


def mcnemar_exact(fixed: int, broken: int) -> float:
    """Two-sided exact McNemar p-value: a fair coin over the pairs that changed."""
    changed = fixed + broken
    return 1.0 if changed == 0 else min(1.0, 2.0 * binomial_cdf(min(fixed, broken), changed, 0.5))


def paired_rate_tango(fixed: int, broken: int, n: int) -> Difference:
    """Paired rates by Tango's score interval, for those who ask for it; exact McNemar p."""
    low, high = tango(fixed, broken, n)
    estimate = (fixed - broken) / n
    p = mcnemar_exact(fixed, broken)
    return Difference(estimate, low, high, "tango", (high - low) / (2 * Z_95), p, None, estimate, None, fixed, broken)


def tango(fixed: int, broken: int, n: int) -> tuple[float, float]:
    """Score interval of a paired difference (Tango 1998): where the constrained score statistic is +-1.96."""

    def score(delta: float) -> float:
        a, b = 2 * n, -fixed - broken + (2 * n - fixed + broken) * delta
        c = -broken * delta * (1 - delta)
        lost = (math.sqrt(max(0.0, b * b - 4 * a * c)) - b) / (2 * a)
        variance = n * (2 * lost + delta * (1 - delta))
        gap = fixed - broken - n * delta
        return gap / math.sqrt(variance) if variance > 0 else math.copysign(math.inf, gap) if gap else 0.0

    estimate = (fixed - broken) / n
    return _crossing(score, -1.0, estimate, Z_95), _crossing(score, estimate, 1.0, -Z_95)


def _crossing(score: Callable[[float], float], low: float, high: float, level: float) -> float:
    """Where a falling function meets a level between two points; the outer point where it does not."""
    for _ in range(100):
        middle = (low + high) / 2
        if score(middle) > level:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def paired_rate_by_cluster(sample: Sample) -> Difference:
    """Paired rates in clusters, with repeats or with weights: one pseudo-pair gained and one lost, CR1, t(G-1).

    With all clusters of size 1, without the factor G/(G-1) and with z, this is Bonett-Price.
    """
    difference = sample.after - sample.before
    groups = cluster_sums(difference, sample.before_clusters, sample.after_weights)
    estimate = float(groups.sums.sum() / groups.total)
    count = None if sample.before_clusters is None else groups.groups
    if groups.groups < 2:
        return Difference(estimate, None, None, "paired_rate_cluster", clusters=count, why="one_cluster")
    total = groups.total + 2
    centre = float(groups.sums.sum()) / total
    deviation = groups.sums - centre * groups.sizes
    squares = float(deviation @ deviation) + (1 - centre) ** 2 + (1 + centre) ** 2
    se = math.sqrt(squares / total**2 * groups.groups / (groups.groups - 1))
    df = groups.groups - 1
    half = t_point(df) * se
    fixed, broken = _flips(sample)
    low, high = max(-1.0, centre - half), min(1.0, centre + half)
    p = t_two_sided(centre / se, df)
    changing = None if count is None else _clusters_with(sample.before_clusters, difference != 0)
    found = Difference(estimate, low, high, "paired_rate_cluster", se, p, df, centre, count, fixed, broken)
    return replace(found, changing=changing)


def _clusters_with(clusters: IntArray | None, shown: BoolArray) -> int:
    """How many clusters have a unit that shows it."""
    return 0 if clusters is None else count_distinct(clusters[shown])


def _flips(sample: Sample) -> tuple[int | None, int | None]:
    if not sample.is_whole:
        return None, None
    change = sample.after - sample.before
    return int((change > 0).sum()), int((change < 0).sum())


def newcombe(after_events: float, after_n: int, before_events: float, before_n: int) -> Difference:
    """Unpaired rates: hybrid score interval (Newcombe 1998, method 10), p of the pooled z test."""
    after, before = after_events / after_n, before_events / before_n
    estimate = after - before
    after_low, after_high = wilson(after_events, after_n)
    before_low, before_high = wilson(before_events, before_n)
    low = estimate - math.hypot(after - after_low, before_high - before)
    high = estimate + math.hypot(after_high - after, before - before_low)
    pooled = (after_events + before_events) / (after_n + before_n)
    spread = math.sqrt(pooled * (1 - pooled) * (1 / after_n + 1 / before_n))
    p = z_two_sided(estimate / spread) if spread > 0 else 1.0
    return Difference(estimate, low, high, "newcombe", (high - low) / (2 * Z_95), p, None, estimate)


def paired_mean(sample: Sample) -> Difference:
    """Paired means: t interval over the units' differences; in clusters or with weights CR1 with t(G-1)."""
    difference = sample.after - sample.before
    groups = cluster_sums(difference, sample.before_clusters, sample.after_weights)
    estimate = float(groups.sums.sum() / groups.total)
    clusters = None if sample.before_clusters is None else groups.groups
    method = "paired_t" if sample.is_simple else "paired_cr1"
    if groups.groups < 2:
        why = "one_unit" if clusters is None else "one_cluster"
        return Difference(estimate, None, None, method, clusters=clusters, why=why)
    if _takes_cr2(sample):
        se, df = _cr2(groups, estimate)
        return _t_interval(estimate, se, df, groups.groups, "paired_cr2", sample, clusters)
    se = _cr1(groups, estimate)
    return _t_interval(estimate, se, groups.groups - 1, groups.groups, method, sample, clusters)


def _takes_cr2(sample: Sample) -> bool:
    """Whether CR2 was asked for and applies: with clusters, without sampling weights."""
    has_weights = sample.before_weights is not None or sample.after_weights is not None
    return sample.interval == "cr2" and sample.before_clusters is not None and not has_weights


def _cr2(groups: ClusterSums, mean: float) -> tuple[float, float]:
    """Bias-reduced standard error of a mean and its degrees of freedom by Satterthwaite.

    Bell and McCaffrey (2002); Pustejovsky and Tipton (2018), eq. 6 and 12, for a single mean: each cluster's sum of
    deviations over sqrt(1 - n_g/n).
    """
    sizes, total = groups.sizes[groups.sizes > 0], groups.total
    deviation = (groups.sums - mean * groups.sizes)[groups.sizes > 0]
    left = 1 - sizes / total
    se = math.sqrt(float((deviation**2 / left).sum())) / total
    own = sizes**2 / left
    squares = float((sizes**2).sum()) + (float(own.sum()) ** 2 - float((own**2).sum())) / total**2
    return se, total**2 / squares


def _cr1(groups: ClusterSums, mean: float) -> float:
    """Cluster-robust standard error of a weighted mean (Liang and Zeger 1986, with the factor G/(G-1))."""
    deviation = groups.sums - mean * groups.sizes
    return math.sqrt(float(deviation @ deviation) * groups.groups / (groups.groups - 1)) / groups.total


def welch(sample: Sample) -> Difference:
    """Unpaired means: Welch's t interval; in clusters or with weights CR1 per arm."""
    before = cluster_sums(sample.before, sample.before_clusters, sample.before_weights)
    after = cluster_sums(sample.after, sample.after_clusters, sample.after_weights)
    before_mean, after_mean = before.sums.sum() / before.total, after.sums.sum() / after.total
    estimate = float(after_mean - before_mean)
    clusters = None if sample.before_clusters is None else before.groups + after.groups
    method = "welch" if sample.is_simple else "welch_cr1"
    if min(before.groups, after.groups) < 2:
        why = "one_unit" if clusters is None else "one_cluster"
        return Difference(estimate, None, None, method, clusters=clusters, why=why)
    if _arms_share_clusters(sample):
        pads = Padding(float(before_mean), before.total, 0.0), Padding(float(after_mean), after.total, 0.0)
        se, groups = _joint_error(sample, pads)
        return _t_interval(estimate, se, groups - 1, groups, method, sample, groups)
    fewest = min(before.groups, after.groups)
    if _takes_cr2(sample):
        (before_se, before_df), (after_se, after_df) = _cr2(before, float(before_mean)), _cr2(after, float(after_mean))
        se, df = welch_satterthwaite((before_se, after_se), (before_df, after_df))
        return _t_interval(estimate, se, df, fewest, "welch_cr2", sample, clusters)
    errors = _cr1(before, float(before_mean)), _cr1(after, float(after_mean))
    se, df = welch_satterthwaite(errors, (before.groups - 1, after.groups - 1))
    return _t_interval(estimate, se, df, fewest, method, sample, clusters)


def unpaired_rate_by_cluster(sample: Sample) -> Difference:
    """Unpaired rates in clusters, with repeats or weights: one pseudo-event and one non-event per arm, CR1, Welch df.

    With independent units this is close to the interval of Agresti and Caffo (2000).
    """
    before = cluster_sums(sample.before, sample.before_clusters, sample.before_weights)
    after = cluster_sums(sample.after, sample.after_clusters, sample.after_weights)
    estimate = float(after.sums.sum() / after.total - before.sums.sum() / before.total)
    clusters = None if sample.before_clusters is None else before.groups + after.groups
    if min(before.groups, after.groups) < 2:
        return Difference(estimate, None, None, "unpaired_rate_cluster", clusters=clusters, why="one_cluster")
    pads = _padded_rate(before), _padded_rate(after)
    if _arms_share_clusters(sample):
        se, clusters = _joint_error(sample, pads)
        df = float(clusters - 1)
    else:
        errors = _padded_error(before, pads[0]), _padded_error(after, pads[1])
        se, df = welch_satterthwaite(errors, (before.groups - 1, after.groups - 1))
    centre, half = pads[1].centre - pads[0].centre, t_point(df) * se
    low, high = max(-1.0, centre - half), min(1.0, centre + half)
    p = t_two_sided(centre / se, df)
    found = Difference(estimate, low, high, "unpaired_rate_cluster", se, p, df, centre, clusters)
    return replace(found, changing=None if clusters is None else _clusters_with_rarer(sample))


def _clusters_with_rarer(sample: Sample) -> int:
    """Clusters of either arm with an event, or with a non-event where those are in fewer clusters."""
    arms = (sample.before, sample.before_clusters), (sample.after, sample.after_clusters)
    events = sum(_clusters_with(clusters, values > 0) for values, clusters in arms)
    return min(events, sum(_clusters_with(clusters, values < 1) for values, clusters in arms))


@dataclass(frozen=True)
class Padding:
    """Where an arm's deviations are measured from: its centre, its weight, the squares of its pseudo-observations."""

    centre: float
    total: float
    squares: float


def _padded_rate(groups: ClusterSums) -> Padding:
    total = groups.total + 2
    rate = (float(groups.sums.sum()) + 1) / total
    return Padding(rate, total, (1 - rate) ** 2 + rate**2)


def _padded_error(groups: ClusterSums, pad: Padding) -> float:
    deviation = groups.sums - pad.centre * groups.sizes
    squares = float(deviation @ deviation) + pad.squares
    return math.sqrt(squares * groups.groups / (groups.groups - 1)) / pad.total


def _arms_share_clusters(sample: Sample) -> bool:
    if sample.before_clusters is None or sample.after_clusters is None:
        return False
    seen = np.zeros(int(max(sample.before_clusters.max(), sample.after_clusters.max())) + 1, dtype=np.bool_)
    seen[sample.before_clusters] = True
    return bool(seen[sample.after_clusters].any())


def _joint_error(sample: Sample, pads: tuple[Padding, Padding]) -> tuple[float, int]:
    """Standard error of the difference, and the number of clusters, where clusters hold units of both arms."""
    assert sample.before_clusters is not None
    assert sample.after_clusters is not None
    length = int(max(sample.before_clusters.max(), sample.after_clusters.max())) + 1
    before = cluster_sums(sample.before, sample.before_clusters, sample.before_weights, length)
    after = cluster_sums(sample.after, sample.after_clusters, sample.after_weights, length)
    influence = (after.sums - pads[1].centre * after.sizes) / pads[1].total
    influence = influence - (before.sums - pads[0].centre * before.sizes) / pads[0].total
    groups = int(np.count_nonzero(before.sizes + after.sizes))
    squares = float(influence @ influence) + sum(pad.squares / pad.total**2 for pad in pads)
    return math.sqrt(squares * groups / (groups - 1)), groups


def welch_satterthwaite(errors: tuple[float, float], dfs: tuple[float, float]) -> tuple[float, float]:
    """Standard error of a difference of independent means, and its degrees of freedom (Welch 1947)."""
    parts = errors[0] ** 2, errors[1] ** 2
    total = parts[0] + parts[1]
    if total == 0.0:
        return 0.0, float(dfs[0] + dfs[1])
    df = total**2 / (parts[0] ** 2 / dfs[0] + parts[1] ** 2 / dfs[1])
    return math.sqrt(total), df


def _t_interval(
    estimate: float, se: float, df: float, independent: int, method: str, sample: Sample, clusters: int | None
) -> Difference:
    """t interval; without any variation the largest change that the scale allows with 97.5 % confidence."""
    if se > NOISE * sample.magnitude:
        half = t_point(df) * se
        p = t_two_sided(estimate / se, df)
        return Difference(estimate, estimate - half, estimate + half, method, se, p, df, estimate, clusters)
    if sample.width is None:
        return Difference(estimate, None, None, method, 0.0, None, df, estimate, clusters, why="no_variation")
    half = (1 - 0.025 ** (1 / independent)) * sample.width
    return Difference(
        estimate, estimate - half, estimate + half, "no_variation_bound", 0.0, 1.0, df, estimate, clusters
    )


@dataclass(frozen=True)
class RelativeChange:
    """(after - before) / before with its 95 % interval; shown beside the absolute change, never tested by itself."""

    estimate: float
    low: float
    high: float
    se: float
    df: float


def relative_change(sample: Sample) -> RelativeChange | None:
    """Relative change by the delta method; None at a baseline mean of 0, with fewer than two units or no variation.

    Unpaired with Welch's degrees of freedom; paired with the covariance of the pairs and n - 1.
    """
    before, after = sample.before, sample.after
    base = float(before.mean()) if min(len(before), len(after)) >= 2 else 0.0
    if base == 0.0:
        return None
    ratio = float(after.mean()) / base
    if sample.is_paired:
        residual = (after - ratio * before) / base
        n = len(residual)
        se, df = float(residual.std(ddof=1)) / math.sqrt(n), float(n - 1)
    else:
        parts = float(after.var(ddof=1)) / len(after), float(before.var(ddof=1)) / len(before)
        se = math.sqrt(parts[0] + ratio**2 * parts[1]) / abs(base)
        _, df = welch_satterthwaite((math.sqrt(parts[1]), math.sqrt(parts[0])), (len(before) - 1, len(after) - 1))
    if se <= NOISE * max(1.0, abs(ratio)):
        return None
    half = t_point(df) * se
    return RelativeChange(ratio - 1, ratio - 1 - half, ratio - 1 + half, se, df)
