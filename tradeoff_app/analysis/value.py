"""Value in money: replicates times what a change is worth, with low, base and high assumptions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import NamedTuple

import numpy as np

from tradeoff_app.analysis.kept_draws import KeptDraws
from tradeoff_app.analysis.lazily import Lazily
from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.order_statistics import quantiles_of
from tradeoff_app.analysis.reading import Reading
from tradeoff_app.analysis.value_terms import Term, draw, draw_factor, exposure_reach, find_terms
from tradeoff_app.model.segment import EVERYONE


@dataclass(frozen=True)
class Summary:
    """Mean, median and intervals (95 % and 80 %) of a distribution, in money per month unless said otherwise."""

    mean: float
    median: float
    interval: tuple[float, float]
    interval_80: tuple[float, float]


@dataclass(frozen=True)
class Contribution:
    """What one metric in one segment adds to the value per month."""

    metric: str
    segment: str
    mean: float
    interval: tuple[float, float]


@dataclass(frozen=True)
class NetValue:
    """The value of shipping a scenario instead of keeping the baseline, in the project's currency.

    `draws` are the per-month values (length B). `running_cost` is the mean cost per month, as a positive number.
    `by_segment` and `by_metric` are totals of `by_cell` with intervals; they do not include the running cost.
    """

    currency: str
    per_month: Summary
    over_horizon: Summary
    horizon_months: int
    p_positive: float
    expected_loss_if_ship: float
    expected_loss_if_hold: float
    evpi: float
    share_of_variance_from_data: float | None
    by_cell: tuple[Contribution, ...]
    by_segment: Mapping[str, Contribution]
    by_metric: Mapping[str, Contribution]
    running_cost: float
    one_off_cost: float
    draws: FloatArray = field(repr=False)


class LazyContribution(Lazily, Contribution):
    """A contribution whose interval is computed when somebody looks."""


class LazyNetValue(Lazily, NetValue):
    """A net value whose parts by cell are summed when somebody looks."""


class Part(NamedTuple):
    """What one term adds per month: its replicates (length B) and their mean."""

    draws: FloatArray
    mean: float


@dataclass(frozen=True)
class Ledger:
    """The money of one reading before any summary: its terms, its cost per month, and the replicates of both."""

    terms: tuple[Term, ...]
    monthly: FloatArray
    cost: FloatArray | float
    base_cost: float
    factor: float
    one_off: float
    reading: Reading = field(repr=False, compare=False)

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """Each term on its own: every total by segment, metric or assumption is a sum of them."""
        kept = kept_draws(self.reading)
        return tuple(
            kept.recall((t.metric, t.segment, t.arm), (t,), partial(_draw_part, self.reading, t)) for t in self.terms
        )

    @property
    def over_horizon(self) -> FloatArray:
        """Replicates of the value over the horizon."""
        return self.factor * self.monthly - self.one_off


def annuity(months: int, yearly_rate: float) -> float:
    """Sum of the discount factors of `months` month ends: sum of (1 + d)^(-t/12)."""
    if yearly_rate == 0.0:
        return float(months)
    step = (1 + yearly_rate) ** (-1 / 12)
    return float(step * (1 - step**months) / (1 - step))


def summarise(draws: FloatArray) -> Summary:
    """Mean, median, 95 % and 80 % interval of replicates (linear interpolation between order statistics)."""
    low, low_80, median, high_80, high = quantiles_of(draws, (0.025, 0.1, 0.5, 0.9, 0.975))
    return Summary(float(draws.mean()), median, (low, high), (low_80, high_80))


def expected_losses(draws: FloatArray) -> tuple[float, float]:
    """Expected loss if we ship, E[max(0, -V)], and if we hold, E[max(0, V)]; the smaller one is the EVPI."""
    return float(np.maximum(-draws, 0.0).mean()), float(np.maximum(draws, 0.0).mean())


def probability_positive(draws: FloatArray) -> float:
    """Share of replicates strictly above 0."""
    return float((draws > 0).mean())


def make_ledger(reading: Reading, candidate: str | None = None) -> tuple[Ledger | None, str | None]:
    """The money of a reading, or why there is none: "no_money" or "no_price" (nothing is priced), "no_exposure" or
    "no_data".

    `candidate` puts another candidate everywhere, under the same rollouts and the same replicates.
    """
    terms, why = find_terms(reading, candidate)
    if why is not None:
        return None, why
    scenario, project = reading.scenario, reading.project
    cost: FloatArray | float = scenario.running_cost_per_month
    base_cost = scenario.running_cost_per_month
    if scenario.cost_per_exposure:
        reach = exposure_reach(reading)
        if reach is None:
            return None, "no_exposure"
        base_cost += scenario.cost_per_exposure * reach[0]
        cost = cost + scenario.cost_per_exposure * reach[1]
    factor = annuity(project.horizon_months, project.discount_per_year)
    monthly = sum_terms(reading, terms) - cost
    return Ledger(terms, monthly, cost, base_cost, factor, scenario.one_off_cost, reading), None


def sum_terms(reading: Reading, terms: Sequence[Term], *, at_base: bool = False) -> FloatArray:
    """Replicates of the sum of terms: one product for what is known exactly, one factor per assumption otherwise.

    `at_base` holds every assumption at its base, so that only the data vary.
    """
    kept = kept_draws(reading)
    total = np.zeros(reading.project.replicates)
    groups: dict[tuple[int, str, str], list[Term]] = {}
    for term in terms:
        groups.setdefault((term.arm, term.price_path, term.transport_path), []).append(term)
    for group, chosen in groups.items():
        total += kept.recall((group, at_base), tuple(chosen), partial(_sum_group, reading, chosen, at_base=at_base))
    return total


def kept_draws(reading: Reading) -> KeptDraws:
    """What earlier readings of the same evidence drew under the same seed."""
    project = reading.project
    key = ("kept_draws", project.seed, project.replicates, project.assumption_reading)
    return reading.evidence.memo.recall(key, KeptDraws)


def _sum_group(reading: Reading, terms: Sequence[Term], *, at_base: bool) -> FloatArray:
    """Replicates of the sum of terms of one candidate with one price and one transport."""
    first = terms[0]
    reached = _reached(reading, terms, at_base=at_base)
    if at_base:
        return first.factor * reached
    return draw_factor(reading, first) * reached


def _reached(reading: Reading, terms: Sequence[Term], *, at_base: bool) -> FloatArray:
    """Replicates of the sum of volume x rollout x effect over terms of one candidate."""
    effects = reading.evidence.draws.effects
    exact = [t for t in terms if at_base or t.volume.is_exact]
    total = np.zeros(reading.project.replicates)
    if exact:
        columns = effects[:, exact[0].arm, [t.column for t in exact]]
        total += columns @ np.array([t.volume.base * t.rollout for t in exact])
    for term in terms:
        if not (at_base or term.volume.is_exact):
            volume = draw(reading, term.volume, term.volume_path)
            total += volume * (term.rollout * effects[:, term.arm, term.column])
    return total


def _draw_part(reading: Reading, term: Term) -> Part:
    """One term with every assumption drawn."""
    factor = draw_factor(reading, term)
    scale = draw(reading, term.volume, term.volume_path) * term.rollout
    draws = reading.evidence.draws.effects[:, term.arm, term.column] * factor * scale
    return Part(draws, float(draws.mean()))


def net_value(reading: Reading, ledger: Ledger) -> NetValue:
    """Summaries of a ledger; parts by cell, segment and metric are summed when somebody looks."""
    whole = ledger.over_horizon
    ship, hold = expected_losses(whole)
    ready = {
        "currency": reading.project.currency,
        "per_month": summarise(ledger.monthly),
        "over_horizon": summarise(whole),
        "horizon_months": reading.project.horizon_months,
        "p_positive": probability_positive(whole),
        "expected_loss_if_ship": ship,
        "expected_loss_if_hold": hold,
        "evpi": min(ship, hold),
        "running_cost": float(np.mean(ledger.cost)),
        "one_off_cost": ledger.one_off,
        "draws": ledger.monthly,
    }
    makers = {
        "by_cell": lambda: _by_cell(ledger),
        "by_segment": lambda: _totals(ledger, "segment"),
        "by_metric": lambda: _totals(ledger, "metric"),
        "share_of_variance_from_data": lambda: _data_share(reading, ledger),
    }
    return LazyNetValue(ready, makers)


def _data_share(reading: Reading, ledger: Ledger) -> float | None:
    """Variance with every assumption at its base over the whole variance, at most 1; None where nothing varies."""
    whole = float(ledger.monthly.var())
    return min(1.0, float(sum_terms(reading, ledger.terms, at_base=True).var()) / whole) if whole > 0 else None


def _by_cell(ledger: Ledger) -> tuple[Contribution, ...]:
    return tuple(
        _contribution(term.metric, term.segment, part.draws)
        for term, part in zip(ledger.terms, ledger.parts, strict=True)
    )


def _totals(ledger: Ledger, side: str) -> dict[str, Contribution]:
    """Totals over the terms of each segment or metric; the other side is `*`."""
    kept, parts = kept_draws(ledger.reading), ledger.parts
    places: dict[str, list[int]] = {}
    for place, term in enumerate(ledger.terms):
        places.setdefault(getattr(term, side), []).append(place)

    def total(key: str) -> Contribution:
        first, *others = places[key]
        draws = parts[first].draws.copy()
        for place in others:
            draws += parts[place].draws
        return _contribution(key, EVERYONE, draws) if side == "metric" else _contribution(EVERYONE, key, draws)

    return {
        key: kept.recall((side, key), tuple(ledger.terms[place] for place in chosen), partial(total, key))
        for key, chosen in places.items()
    }


def _contribution(metric: str, segment: str, draws: FloatArray) -> Contribution:
    """Mean now; the 95 % interval when somebody looks, since tables read means alone."""

    def interval() -> tuple[float, float]:
        low, high = quantiles_of(draws, (0.025, 0.975))
        return low, high

    return LazyContribution({"metric": metric, "segment": segment, "mean": float(draws.mean())}, {"interval": interval})


@dataclass(frozen=True)
class CandidateStanding:
    """How one option ("baseline" included) does against the others over the same replicates."""

    candidate: str
    mean: float
    p_best: float
    expected_regret: float


def stand_candidates(draws: Mapping[str, FloatArray]) -> tuple[CandidateStanding, ...]:
    """P(best) and expected regret of each option over common replicates; the baseline is an option worth 0."""
    names = list(draws)
    stacked = np.stack([draws[name] for name in names])
    best = stacked.max(axis=0)
    winners = stacked.argmax(axis=0)
    return tuple(
        CandidateStanding(name, float(row.mean()), float((winners == i).mean()), float((best - row).mean()))
        for i, (name, row) in enumerate(zip(names, stacked, strict=True))
    )
