"""The replicate matrix: how every level could have come out, drawn once, so that a changed weight is one product.

Bayesian bootstrap over clusters (Rubin 1981) with half pseudo-weights for rates and calibrated spread for means.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from tradeoff_app.analysis.catalogue import measure_of
from tradeoff_app.analysis.cells import of_units, used_units
from tradeoff_app.analysis.clusters import clusters_span
from tradeoff_app.analysis.covariates import adjust_arms
from tradeoff_app.analysis.heavy_tail import find_cap
from tradeoff_app.analysis.large_samples import draw_from_moments
from tradeoff_app.analysis.observations import BoolArray, FloatArray, IntArray
from tradeoff_app.analysis.pairing import Pairing
from tradeoff_app.analysis.quantile_metrics import ShareBelow, share_below, unit_values
from tradeoff_app.analysis.quantiles import Z_95, t_point
from tradeoff_app.analysis.random_streams import half_gamma, negative_exponential, open_stream
from tradeoff_app.analysis.samples import dense_numbers, scaled_weights, totals_by
from tradeoff_app.analysis.table import Table
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.segment import EVERYONE

LARGE_SEGMENT = 5000
"""Clusters above which a segment takes the route over moments."""

UNCAPPED = "uncapped|"
"""What stands before a capped metric's id in the key of its replicates as they are, which money counts."""

BLOCK = 50_000
"""Weights that are drawn at a time: as many as stay in the cache until they are multiplied."""


@dataclass(frozen=True)
class Draws:
    """Replicates of every level: `levels[b, arm, k]` with k over `keys` = (metric, partition segment).

    `effects[b, j, k]` are candidate j minus its own baseline (in pairs: the baseline of the same units). Cells without
    data are NaN. A capped metric has its uncapped replicates beside those shown, under a key of their own. Built once
    per data load and data policy; a changed weight never redraws.
    """

    arms: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]
    levels: FloatArray = field(repr=False)
    small_sample: tuple[tuple[str, str], ...] = ()
    effects: FloatArray = field(repr=False, default_factory=lambda: np.zeros((0, 0, 0)))

    def effect(self, candidate: str, metric: str, segment: str) -> FloatArray:
        """Replicates of one effect; raises ValueError where there is no such cell."""
        return self.effects[:, self.arms.index(candidate) - 1, self.keys.index((metric, segment))]

    def uncapped_effect(self, candidate: str, metric: str, segment: str) -> FloatArray:
        """Replicates of one effect before any capping; raises ValueError where there is no such cell."""
        own = f"{UNCAPPED}{metric}"
        return self.effect(candidate, own if (own, segment) in self.keys else metric, segment)


@dataclass(frozen=True)
class Column:
    """One arm of one metric in one comparison: per cluster of the segment the weighted sum and weight of its units."""

    sums: FloatArray
    sizes: FloatArray
    estimate: float
    groups: int
    n: int
    events: float
    is_rate: bool
    is_calibrated: bool
    quantile: ShareBelow | None = None
    """Set where the sums are of shares below a quantile: how their draws become levels."""

    def levels(self, drawn: FloatArray) -> FloatArray:
        """What is drawn as levels of the metric."""
        return drawn if self.quantile is None else self.quantile.levels(drawn)

    @property
    def kappa(self) -> float:
        """Spread that makes the quantiles of the draws those of the t interval (decision-model, 3c.5)."""
        g = self.groups
        return math.sqrt((g + 1) / (g - 1)) * t_point(g - 1) / Z_95 if g > 1 else 1.0


@dataclass(frozen=True)
class Comparison:
    """A metric's baseline and candidate columns over one segment's clusters; pairs keep their four counts."""

    metric: str
    segment: str
    arm: int
    before: Column
    after: Column
    is_paired: bool


def draw_levels(
    table: Table,
    metrics: Mapping[str, Metric],
    pairings: Mapping[str, Pairing],
    places: Iterable[tuple[str, str]],
    members: Mapping[str, BoolArray],
    parts: Mapping[str, Table],
    seed: int,
    replicates: int,
) -> Draws:
    """Replicates of all (metric, segment) `places` in the table's parts; the order of the places cannot change a draw.

    Segments are drawn on their own, or with the same weights for their common clusters where clusters span them.
    """
    keys = tuple(places)
    levels = _by_cell(replicates, len(table.arms), len(keys))
    effects = _by_cell(replicates, max(0, len(table.arms) - 1), len(keys))
    segments = list(dict.fromkeys(segment for _, segment in keys))
    are_joined = clusters_span(table, members, [segment for segment in segments if segment != EVERYONE])
    for group in [segments] if are_joined else [[segment] for segment in segments]:
        comparisons, clusters = [], 0
        for segment in group:
            part = parts[segment]
            numbers = _cluster_numbers(table, part, members[segment], are_joined=are_joined)
            clusters = max(clusters, part.units if numbers is None else int(numbers.max(initial=-1)) + 1)
            comparisons += _compare_all(part, metrics, pairings, segment, keys, numbers)
        name = EVERYONE if are_joined else group[0]
        drawn = _draw_together(_same_length(comparisons, clusters), name, seed, replicates, clusters)
        for comparison, pair in zip(comparisons, drawn, strict=True):
            before, after = comparison.before.levels(pair[0]), comparison.after.levels(pair[1])
            k = keys.index((comparison.metric, comparison.segment))
            levels[:, comparison.arm, k] = after
            effects[:, comparison.arm - 1, k] = after - before
            if np.isnan(levels[0, 0, k]):
                levels[:, 0, k] = before
    return Draws(table.arms, keys, levels, (), effects)


def _compare_all(
    table: Table,
    metrics: Mapping[str, Metric],
    pairings: Mapping[str, Pairing],
    segment: str,
    keys: Sequence[tuple[str, str]],
    clusters: IntArray | None,
) -> list[Comparison]:
    """The comparisons of each metric that is drawn in a segment, for every candidate with data there."""
    chosen = [name for name, place in keys if place == segment]
    found = []
    for name in chosen:
        metric, is_capped = metrics[name.removeprefix(UNCAPPED)], not name.startswith(UNCAPPED)
        for arm in range(1, len(table.arms)):
            pairing = pairings[table.arms[arm]]
            compared = _compare(table, metric, arm, pairing, segment, clusters, is_capped=is_capped)
            found += [replace(compared, metric=name)] if compared is not None else []
    return found


def _same_length(comparisons: Sequence[Comparison], clusters: int) -> list[Comparison]:
    """The comparisons with columns of one length: clusters that a segment does not reach weigh nothing in it."""
    return [
        replace(c, before=_lengthened(c.before, clusters), after=_lengthened(c.after, clusters)) for c in comparisons
    ]


def _lengthened(column: Column, clusters: int) -> Column:
    missing = clusters - len(column.sums)
    if missing == 0:
        return column
    return replace(column, sums=np.pad(column.sums, (0, missing)), sizes=np.pad(column.sizes, (0, missing)))


def _by_cell(replicates: int, arms: int, keys: int) -> FloatArray:
    """An empty (replicates, arms, keys) array in which the replicates of each cell lie side by side in memory."""
    return np.full((arms, keys, replicates), np.nan).transpose(2, 0, 1)


def _cluster_numbers(table: Table, part: Table, members: BoolArray, *, are_joined: bool) -> IntArray | None:
    """Cluster number of each unit in the segment: its own in the segment, or that of the table for all segments.

    None where every unit is a cluster of its own.
    """
    if table.cluster is None or part.cluster is None:
        return None
    return table.cluster[members] if are_joined else dense_numbers(part.cluster)


def _compare(
    table: Table,
    metric: Metric,
    arm: int,
    pairing: Pairing,
    segment: str,
    clusters: IntArray | None,
    *,
    is_capped: bool,
) -> Comparison | None:
    kind = measure_of(metric)
    index = table.metrics.index(metric.id)
    is_paired = pairing.mode == "paired"
    before, after = used_units(table, index, arm, is_paired)
    if kind is None or not before.any() or not after.any():
        return None
    weight = table.weight
    columns = []
    adjusted = None if is_paired else _adjusted_values(table, metric, arm, (before, after))
    cap = _cap_of(table, metric, arm, (before, after)) if is_capped and adjusted is None else math.inf
    for position, used in ((0, before), (arm, after)):
        den = table.denominators(metric, position)
        part = None if den is None else den[used]
        if part is not None and not part.any():
            return None
        values = table.values[index, position] if adjusted is None else adjusted[position > 0]
        capped = values if math.isinf(cap) else np.minimum(values, cap)
        if kind.quantile is not None:
            columns.append(_share_column(capped, used, weight, clusters, part, kind.quantile))
        else:
            columns.append(_column(capped, used, weight, clusters, part, is_rate=kind.is_rate))
    return Comparison(metric.id, segment, arm, columns[0], columns[1], is_paired)


def _cap_of(table: Table, metric: Metric, arm: int, used: tuple[BoolArray, BoolArray]) -> float:
    """Where the values of a comparison are capped; infinite where the metric says nothing of it."""
    if metric.winsorise is None:
        return math.inf
    values = table.values[table.metrics.index(metric.id)]
    return find_cap(values[0][used[0]], values[arm][used[1]], metric.winsorise).cap


def _adjusted_values(
    table: Table, metric: Metric, arm: int, used: tuple[BoolArray, BoolArray]
) -> tuple[FloatArray, FloatArray] | None:
    """Both arms' values with the covariate's part taken out; None without a covariate."""
    adjusted = adjust_arms(table, metric, arm, *used)
    if adjusted is None:
        return None
    sides = np.full((2, table.units), np.nan)
    sides[0, used[0]], sides[1, used[1]] = adjusted.before, adjusted.after
    return sides[0], sides[1]


def _share_column(
    values: FloatArray,
    used: BoolArray,
    weight: FloatArray | None,
    clusters: IntArray | None,
    den: FloatArray | None,
    p: float,
) -> Column:
    """The column of a quantile: sums of each unit's part in the share below it."""
    own, kept = unit_values(values[used], den)
    places = np.flatnonzero(used)[kept]
    shares, way_back = share_below(own, None if weight is None else weight[places], p)
    whole, chosen = np.zeros(len(values)), np.zeros(len(values), dtype=np.bool_)
    whole[places], chosen[places] = shares, True
    column = _column(whole, chosen, weight, clusters, None, is_rate=False)
    return replace(column, quantile=way_back)


def _column(
    values: FloatArray,
    used: BoolArray,
    weight: FloatArray | None,
    clusters: IntArray | None,
    den: FloatArray | None,
    *,
    is_rate: bool,
) -> Column:
    """Sums per cluster; the sizes of a ratio are its denominators (`den`, one per used unit)."""
    scaled = scaled_weights(None if weight is None else weight[used])
    n = int(np.count_nonzero(used))
    share = np.ones(n) if scaled is None else scaled
    own = of_units(values, used)
    sums = _totals(clusters, used, own if scaled is None else own * share)
    sizes = _totals(clusters, used, share if den is None else share * den)
    groups = int(np.count_nonzero(sizes if den is None else _totals(clusters, used, share)))
    total, size = float(sums.sum()), float(sizes.sum())
    is_clustered = groups < n or scaled is not None
    return Column(sums, sizes, total / size, groups, n, total, is_rate, is_clustered or not is_rate)


def _totals(clusters: IntArray | None, used: BoolArray, values: FloatArray) -> FloatArray:
    """Sum of the values of the used units by cluster; without clusters the values themselves, 0 where not used."""
    if clusters is not None:
        return totals_by(of_units(clusters, used), values, int(clusters.max()) + 1)
    if len(values) == len(used):
        return values
    spread = np.zeros(len(used))
    spread[used] = values
    return spread


Pair = tuple[FloatArray, FloatArray]


def _draw_together(
    comparisons: list[Comparison], segment: str, seed: int, replicates: int, clusters: int
) -> list[Pair]:
    if not comparisons:
        return []
    if clusters > LARGE_SEGMENT:
        return draw_from_moments(comparisons, seed, replicates)
    paired = [c for c in comparisons if c.is_paired]
    apart = [c for c in comparisons if not c.is_paired]
    totals: dict[int, FloatArray] = {}
    if paired:
        totals |= _weighted_totals([x for c in paired for x in (c.before, c.after)], segment, "units", seed, replicates)
    for arm in sorted({c.arm for c in apart}):
        totals |= _weighted_totals([c.after for c in apart if c.arm == arm], segment, f"arm {arm}", seed, replicates)
    if apart:
        totals |= _weighted_totals([c.before for c in apart], segment, "arm 0", seed, replicates)
    return [_finish(c, totals, seed, replicates) for c in comparisons]


def _weighted_totals(
    columns: list[Column], segment: str, stream: str, seed: int, replicates: int
) -> dict[int, FloatArray]:
    """Per column (by identity) the drawn numerator and denominator, shape (replicates, 2).

    Equal columns are multiplied once: most metrics share the sizes of their clusters.
    """
    distinct: dict[bytes, FloatArray] = {}
    for column in columns:
        for array in (column.sums, column.sizes):
            distinct.setdefault(array.tobytes(), array)
    place = {key: index for index, key in enumerate(distinct)}
    stacked = np.stack(list(distinct.values()), axis=1)
    generator = open_stream(seed, segment, stream)
    rows = max(1, BLOCK // max(1, len(stacked)))
    drawn = np.empty((replicates, stacked.shape[1]))
    buffer = np.empty((min(rows, replicates), len(stacked)))
    for start in range(0, replicates, rows):
        stop = min(start + rows, replicates)
        space = buffer[: stop - start]
        np.matmul(negative_exponential(generator, space), stacked, out=drawn[start:stop])
    np.negative(drawn, out=drawn)
    pairs = {id(c): [place[c.sums.tobytes()], place[c.sizes.tobytes()]] for c in columns}
    return {key: drawn[:, pair] for key, pair in pairs.items()}


def _finish(c: Comparison, totals: Mapping[int, FloatArray], seed: int, replicates: int) -> Pair:
    """Levels of one comparison from its drawn totals: pseudo-weights for rates, calibrated spread where it applies."""
    before, after = totals[id(c.before)], totals[id(c.after)]
    if c.before.is_rate and c.is_paired:
        cells = half_gamma(open_stream(seed, c.segment, f"pairs|{c.metric}"), (replicates, 4))
        added = cells.sum(axis=1)
        both, gained, lost = cells[:, 0], cells[:, 1], cells[:, 2]
        levels = (
            (before[:, 0] + both + lost) / (before[:, 1] + added),
            (after[:, 0] + both + gained) / (after[:, 1] + added),
        )
    elif c.before.is_rate:
        levels = (
            _padded(before, c.segment, f"arm 0|{c.metric}", seed),
            _padded(after, c.segment, f"arm {c.arm}|{c.metric}", seed),
        )
    else:
        levels = before[:, 0] / before[:, 1], after[:, 0] / after[:, 1]
    return _calibrated(levels[0], c.before, c.is_paired), _calibrated(levels[1], c.after, c.is_paired)


def _padded(totals: FloatArray, segment: str, stream: str, seed: int) -> FloatArray:
    """A rate with half a pseudo-event and half a pseudo-non-event: exactly Beta(x + 1/2, n - x + 1/2)."""
    cells = half_gamma(open_stream(seed, segment, stream), (len(totals), 2))
    padded = (totals[:, 0] + cells[:, 0]) / (totals[:, 1] + cells.sum(axis=1))
    return np.asarray(padded, dtype=np.float64)


def _calibrated(level: FloatArray, column: Column, is_paired: bool) -> FloatArray:
    if not column.is_calibrated:
        return level
    pad = (1.0 if is_paired else 0.5) if column.is_rate else 0.0
    centre = (column.events + pad) / (float(column.sizes.sum()) + 2 * pad)
    spread = centre + (level - centre) * column.kappa
    return np.clip(spread, 0.0, 1.0) if column.is_rate else spread
