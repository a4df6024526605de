"""How often the intervals hold what they promise: simulated releases of known truth, fixed seeds, one printed table.

Every metric type × pairing × clusters at n >= 30, through the functions that the product uses; then the share of wrong
calls (better, worse, ship) where nothing changed or something got worse. The known exceptions of the method are
printed as such, not hidden. Run time about a minute.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from tradeoff_app.analysis.catalogue import metric_type
from tradeoff_app.analysis.differences import Difference, bonett_price, newcombe
from tradeoff_app.analysis.quantile_metrics import quantile_difference
from tradeoff_app.analysis.rates import mean_level, rate_level
from tradeoff_app.analysis.samples import Sample
from tradeoff_app.analysis.states import guardrail_state, limit_state, target_state
from tradeoff_app.analysis.verdict import Judged, LeadingView, recommend
from tradeoff_app.model.metric import MetricType

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Arms = tuple[Floats, Floats]

REPETITIONS = 2000
LOWEST, HIGHEST_OF_MEANS = 0.93, 0.97


@dataclass(frozen=True)
class World:
    """How one metric type behaves: values from a unit's own uniform noise, before and after, and the true change."""

    type: MetricType
    truth: float
    draw: Callable[[Floats, Floats], Arms]
    has_den: bool = False


def _normal_score(shared: Floats, own: Floats) -> Floats:
    """A latent normal per unit with a correlation of 0.6 between the arms."""
    return np.asarray(0.6**0.5 * shared + 0.4**0.5 * own, dtype=np.float64)


def _binary(low: float, high: float) -> Callable[[Floats, Floats], Arms]:
    from scipy import special

    cuts = special.ndtri(low), special.ndtri(high)

    def draw(one: Floats, other: Floats) -> Arms:
        return (one < cuts[0]).astype(float), (other < cuts[1]).astype(float)

    return draw


def _ordinal(one: Floats, other: Floats) -> Arms:
    edges = np.array([-1.2, -0.4, 0.4, 1.2])
    ranks = np.searchsorted(edges, one), np.searchsorted(edges, other + 0.3)
    return ranks[0].astype(float) + 1, ranks[1].astype(float) + 1


def _ordinal_truth() -> float:
    from scipy import special

    edges = np.array([-1.2, -0.4, 0.4, 1.2])
    return float(special.ndtr(edges).sum() - special.ndtr(edges - 0.3).sum())


def _continuous(one: Floats, other: Floats) -> Arms:
    return 3 + one, 3.2 + other


def _count(one: Floats, other: Floats) -> Arms:
    from scipy import special, stats

    return stats.poisson.ppf(special.ndtr(one), 3.0), stats.poisson.ppf(special.ndtr(other), 3.4)


def _duration(one: Floats, other: Floats) -> Arms:
    return np.asarray(np.exp(0.5 * one)), np.asarray(np.exp(0.5 * other + 0.1))


def _money(one: Floats, other: Floats) -> Arms:
    return np.asarray(10 * np.exp(0.4 * one)), np.asarray(10 * np.exp(0.4 * other))


def _ratio(one: Floats, other: Floats) -> Arms:
    return 2.0 + 0.5 * one, 2.2 + 0.5 * other


WORLDS: dict[str, World] = {
    "binary 60 → 66 %": World("binary", 0.06, _binary(0.60, 0.66)),
    "binary 3 → 5 %": World("binary", 0.02, _binary(0.03, 0.05)),
    "ordinal 1–5": World("ordinal", _ordinal_truth(), _ordinal),
    "continuous": World("continuous", 0.2, _continuous),
    "count": World("count", 0.4, _count),
    "duration (log-normal)": World("duration", float(np.exp(0.225) - np.exp(0.125)), _duration),
    "money (log-normal)": World("money", 0.0, _money),
    "ratio": World("ratio", 0.2, _ratio, has_den=True),
}

Clusters = Literal["none", "pairs of 4"]


@dataclass(frozen=True)
class Row:
    """Coverage of one setting; `exception` says why it may fall short, where the method itself says so."""

    metric: str
    pairing: str
    clusters: str
    n: int
    coverage: float
    promised: str
    holds: bool
    exception: str = ""


def latent(rng: np.random.Generator, n: int, size: int, is_paired: bool) -> tuple[Floats, Floats]:
    """Standard normal noise of both arms: units of a cluster share 30 % of their variance, pairs 60 %."""

    def one_arm() -> Floats:
        own = rng.standard_normal(n)
        if size == 1:
            return own
        shared = np.repeat(rng.standard_normal(n // size), size)
        return np.asarray(0.3**0.5 * shared + 0.7**0.5 * own, dtype=np.float64)

    if not is_paired:
        return one_arm(), one_arm()
    common = one_arm()
    return _normal_score(common, one_arm()), _normal_score(common, one_arm())


def simulate(world: World, rng: np.random.Generator, n: int, size: int, is_paired: bool) -> Difference:
    """One release of this world and the product's difference of it."""
    noise = latent(rng, n, size, is_paired)
    before, after = world.draw(*noise)
    groups: Ints | None = None if size == 1 else np.repeat(np.arange(n // size), size)
    other = None if groups is None else groups if is_paired else groups + n // size
    dens: tuple[Floats | None, Floats | None] = (None, None)
    if world.has_den:
        visits = rng.poisson(3.0, (2, n)).astype(float)
        before, after, dens = before * visits[0], after * visits[1], (visits[0], visits[1])
    scale = (0.0, 1.0) if world.type == "binary" else None
    sample = Sample(before, after, is_paired, groups, other, scale=scale, before_den=dens[0], after_den=dens[1])
    kind = metric_type(world.type)
    assert kind is not None
    return kind.difference(sample)


def seed_of(*parts: object) -> np.random.Generator:
    """A generator that depends on what is simulated, not on the order."""
    return np.random.default_rng(zlib.crc32("|".join(map(str, parts)).encode()))


def covers(found: Difference, truth: float) -> bool:
    """Whether an interval holds the truth; one that says nothing does not mislead."""
    return found.low is None or found.high is None or found.low <= truth <= found.high


def measure_coverage(repetitions: int) -> Iterator[Row]:
    """Coverage of every type × pairing × clusters at 30 and 200 units (clusters: 120 and 400 units)."""
    for name, world in WORLDS.items():
        for is_paired in (True, False):
            for size, sizes in ((1, (30, 200)), (4, (120, 400))):
                for n in sizes:
                    rng = seed_of(name, is_paired, size, n)
                    hits = [covers(simulate(world, rng, n, size, is_paired), world.truth) for _ in range(repetitions)]
                    yield judge_row(name, world, is_paired, size, n, float(np.mean(hits)))


def judge_row(name: str, world: World, is_paired: bool, size: int, n: int, coverage: float) -> Row:
    """The row with what was promised: at least 93 %, and means at most 97 %."""
    is_mean = world.type != "binary"
    promised = f"{LOWEST:.2f}–{HIGHEST_OF_MEANS:.2f}" if is_mean else f"≥ {LOWEST:.2f}"
    holds = coverage >= LOWEST and (not is_mean or coverage <= HIGHEST_OF_MEANS)
    pairing = "paired" if is_paired else "unpaired"
    clusters = "none" if size == 1 else f"{n // size} of {size}"
    return Row(name, pairing, clusters, n, coverage, promised, holds)


def measure_quantiles(repetitions: int) -> Iterator[Row]:
    """Coverage of differences of medians and 90th percentiles of a log-normal duration."""
    from scipy import special

    for name, p in (("median", 0.5), ("p90", 0.9)):
        point = float(special.ndtri(p))
        truth = float(np.exp(0.1 + 0.5 * point) - np.exp(0.5 * point))
        for is_paired in (True, False):
            for size, n in ((1, 40), (1, 200), (4, 200)):
                rng = seed_of(name, is_paired, size, n)
                found = []
                for _ in range(repetitions):
                    before, after = _duration(*latent(rng, n, size, is_paired))
                    groups = None if size == 1 else np.repeat(np.arange(n // size), size)
                    other = None if groups is None else groups if is_paired else groups + n // size
                    found.append(quantile_difference(Sample(before, after, is_paired, groups, other), p))
                coverage = float(np.mean([covers(item, truth) for item in found]))
                pairing, clusters = "paired" if is_paired else "unpaired", f"{n // size} of {size}"
                where = "none" if size == 1 else clusters
                yield Row(f"{name} of a duration", pairing, where, n, coverage, "≥ 0.93", coverage >= LOWEST)


def measure_exceptions(repetitions: int) -> Iterator[Row]:
    """The two settings in which the method says that every interval falls short."""
    for n in (15, 50, 400):
        rng = seed_of("spend", n)
        levels = [mean_level(_spend(rng, n)) for _ in range(repetitions)]
        known = [
            level.low <= _SPEND_TRUTH <= level.high
            for level in levels
            if level.low is not None and level.high is not None
        ]
        why = "zero-inflated spend: warned below 50 non-zero values"
        yield Row("spend, 3 % buy (level)", "one arm", "none", n, float(np.mean(known)), "none", True, why)
    world = World("binary", 0.01, _binary(0.005, 0.015))
    rng = seed_of("few changing clusters")
    hits = [covers(simulate(world, rng, 160, 8, True), world.truth) for _ in range(repetitions)]
    why = "few of 20 clusters show any change: flagged"
    yield Row("binary 0.5 → 1.5 %", "paired", "20 of 8", 160, float(np.mean(hits)), "≥ 0.90", True, why)


_SPEND_TRUTH = 0.03 * 10 * float(np.exp(0.5))


def _spend(rng: np.random.Generator, n: int) -> Floats:
    return np.where(rng.random(n) < 0.03, 10 * np.exp(rng.standard_normal(n)), 0.0)


@dataclass(frozen=True)
class Wrong:
    """How often a call was made that the truth does not bear out, and how often it may be.

    `repetitions` of 0 mean that every possible result was weighed by its probability: no noise. `exception` says why
    the share may be larger, where the method itself says so.
    """

    call: str
    share: float
    nominal: float
    repetitions: int
    exception: str = ""

    @property
    def holds(self) -> bool:
        """Whether the share stays under its nominal rate, up to two and a half standard errors of the simulation."""
        noise = 2.5 * (self.nominal * (1 - self.nominal) / self.repetitions) ** 0.5 if self.repetitions else 0.0
        return bool(self.exception) or self.share <= self.nominal + noise


def measure_wrong_calls(repetitions: int) -> Iterator[Wrong]:
    """Calls of better and worse where nothing changed, and of ship where safety or a guardrail is at its limit."""
    for rate in (0.05, 0.3, 0.5):
        yield Wrong(f"better or worse, rate {rate:.0%}, paired, nothing changed", _paired_size(100, rate), 0.05, 0)
        why = "Newcombe's own size, exact: rates are discrete" if rate >= 0.3 else ""
        share = _unpaired_size(100, rate)
        yield Wrong(f"better or worse, rate {rate:.0%}, unpaired, nothing changed", share, 0.05, 0, why)
    for name, draw in STILL.items():
        for is_paired in (True, False):
            for size in (1, 4):
                yield _still_share(name, draw, is_paired, size, 4 * repetitions)
    yield Wrong("ship, guardrail worse by exactly its margin", _ship_at_margin(repetitions), 0.025, repetitions)
    yield Wrong("ship, unsafe rate exactly at its limit", _ship_at_limit(repetitions), 0.05, repetitions)
    yield Wrong("ship, goal without any change", _ship_without_gain(repetitions), 0.025, repetitions)


def _as_drawn(one: Floats, other: Floats) -> Arms:
    return one, other


def _ordinal_still(one: Floats, other: Floats) -> Arms:
    edges = np.array([-1.2, -0.4, 0.4, 1.2])
    return np.searchsorted(edges, one).astype(float), np.searchsorted(edges, other).astype(float)


def _duration_still(one: Floats, other: Floats) -> Arms:
    return np.asarray(np.exp(0.5 * one)), np.asarray(np.exp(0.5 * other))


STILL: dict[MetricType, Callable[[Floats, Floats], Arms]] = {
    "ordinal": _ordinal_still,
    "continuous": _as_drawn,
    "duration": _duration_still,
}


def _still_share(
    name: MetricType, draw: Callable[[Floats, Floats], Arms], is_paired: bool, size: int, repetitions: int
) -> Wrong:
    """How often a mean that did not change is called better or worse."""
    rng = seed_of("still", name, is_paired, size)
    found = [simulate(World(name, 0.0, draw), rng, 100, size, is_paired) for _ in range(repetitions)]
    share = float(np.mean([not covers(item, 0.0) for item in found]))
    pairing, clusters = "paired" if is_paired else "unpaired", "" if size == 1 else f", {100 // size} clusters"
    return Wrong(f"better or worse, {name}, {pairing}{clusters}, nothing changed", share, 0.05, repetitions)


def _paired_size(n: int, rate: float) -> float:
    """Share of calls where pairs change as often one way as the other: every result weighed by its probability."""
    from scipy import special, stats

    cut = float(special.ndtri(rate))
    both = float(stats.multivariate_normal.cdf([cut, cut], mean=[0, 0], cov=[[1, 0.6], [0.6, 1]]))
    share = 0.0
    for changed in range(n + 1):
        chance = float(stats.binom.pmf(changed, n, 2 * (rate - both)))
        for fixed in range(changed + 1) if chance > 1e-12 else ():
            if not covers(bonett_price(fixed, changed - fixed, n), 0.0):
                share += chance * float(stats.binom.pmf(fixed, changed, 0.5))
    return share


def _unpaired_size(n: int, rate: float) -> float:
    """The same for independent arms."""
    from scipy import stats

    chances = stats.binom.pmf(np.arange(n + 1), n, rate)
    return sum(
        float(chances[after] * chances[before])
        for after in range(n + 1)
        for before in range(n + 1)
        if chances[after] * chances[before] > 1e-12 and not covers(newcombe(after, n, before, n), 0.0)
    )


def _verdict(goal: Difference, guard: Difference, margin: float, safety: str = "PASS") -> bool:
    """Whether the rules say ship; the guardrail's improvement is minus its change."""
    low, high = goal.low or 0.0, goal.high or 0.0
    worse = -(guard.high or 0.0), -(guard.low or 0.0)
    judged = [
        Judged("unsafe", "*", "safety_gate", safety),  # type: ignore[arg-type]
        Judged("goal", "*", "target", target_state(low, high, 0.0)),
        Judged("guard", "*", "guardrail", guardrail_state(worse[0], worse[1], margin)),
    ]
    return recommend(judged, (), LeadingView()).recommendation in ("SHIP", "SHIP_WITH_ACCEPTED_REGRESSIONS")


_GOAL = World("binary", 0.15, _binary(0.40, 0.55))


def _ship_at_margin(repetitions: int) -> float:
    rng = seed_of("margin")
    guard = World("binary", 0.03, _binary(0.10, 0.13))
    calls = [
        _verdict(simulate(_GOAL, rng, 400, 1, True), simulate(guard, rng, 400, 1, True), 0.03)
        for _ in range(repetitions)
    ]
    return float(np.mean(calls))


def _ship_at_limit(repetitions: int) -> float:
    rng = seed_of("limit")
    still = World("binary", 0.0, _binary(0.10, 0.10))
    calls = []
    for _ in range(repetitions):
        level = rate_level((rng.random(1000) < 0.01).astype(float))
        state = limit_state(level.value, level.upper_bound, 0.01, "lower")
        goal, guard = simulate(_GOAL, rng, 400, 1, True), simulate(still, rng, 400, 1, True)
        calls.append(_verdict(goal, guard, 0.05, state))
    return float(np.mean(calls))


def _ship_without_gain(repetitions: int) -> float:
    rng = seed_of("gain")
    still = World("binary", 0.0, _binary(0.4, 0.4))
    calls = [
        _verdict(simulate(still, rng, 400, 1, True), simulate(still, rng, 400, 1, True), 0.10)
        for _ in range(repetitions)
    ]
    return float(np.mean(calls))


def main() -> int:
    """Print the tables; 1 where a promise is broken."""
    repetitions = REPETITIONS
    rows = [*measure_coverage(repetitions), *measure_quantiles(repetitions // 2), *measure_exceptions(repetitions)]
    wrong = list(measure_wrong_calls(repetitions))
    if "--json" in sys.argv:
        print(json.dumps({"coverage": [asdict(row) for row in rows], "wrong_calls": [asdict(w) for w in wrong]}))
    else:
        for row in rows:
            mark = row.exception or ("holds" if row.holds else "FALLS SHORT")
            setting = f"{row.metric:<24} {row.pairing:<9} {row.clusters:<10} n={row.n:<4}"
            print(f"{setting} {row.coverage:.3f}  promised {row.promised:<10} {mark}")
        for call in wrong:
            mark = call.exception or ("holds" if call.holds else "TOO OFTEN")
            print(f"wrong call: {call.call:<64} {call.share:.4f}  nominal {call.nominal:.3f} {mark}")
    return 0 if all(row.holds for row in rows) and all(call.holds for call in wrong) else 1


if __name__ == "__main__":
    sys.exit(main())
