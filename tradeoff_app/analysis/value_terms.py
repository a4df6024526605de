"""What a value is the sum of: one term per priced metric and segment, each with its volume, price and transport."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from tradeoff_app.analysis.assumptions import draw_assumption
from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.estimable import usable_places
from tradeoff_app.analysis.exposures import stated_volume, total_exposure
from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.reading import Reading
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Scenario
from tradeoff_app.model.segment import EVERYONE

NO_LINK = Range.exactly(1.0)
"""The link of a metric that stands for itself."""


class Term(NamedTuple):
    """Volume x rollout x price per unit x transport x effect of one metric in one segment, per month.

    A proxy is paid through its link: the price is that of one unit of its parent, the link how much of it arrives.
    Paths name the assumptions as `compare` does; terms with the same path share its draws. `effect` is the point
    estimate, `arm` and `column` find its replicates.
    """

    metric: str
    segment: str
    candidate: str
    volume: Range
    volume_path: str
    rollout: float
    price: Range
    price_path: str
    transport: Range
    transport_path: str
    effect: float
    arm: int
    column: int
    link: Range = NO_LINK
    link_path: str = ""

    @property
    def base(self) -> float:
        """The term with every assumption at its base and the effect at its estimate."""
        return self.volume.base * self.rollout * self.factor * self.effect

    @property
    def factor(self) -> float:
        """Price x link x transport, each at its base."""
        return self.price.base * self.link.base * self.transport.base


def find_terms(reading: Reading, candidate: str | None = None) -> tuple[tuple[Term, ...], str | None]:
    """All terms of a reading, or why there are none: "no_money", "no_price", "no_exposure" or "no_data".

    Where a priced cell cannot be estimated, `code:metric|segment` says which: its worth is unknown, not certain.
    """
    priced = priced_metrics(reading)
    if not reading.scenario.money:
        return (), "no_money"
    if _is_unpriced(reading.scenario):
        return (), "no_price"
    terms: list[Term] = []
    for metric in priced:
        wanted = list(_paid_places(reading, metric, candidate))
        places, unknown = usable_places(reading, metric, wanted, is_uncapped=True)
        if unknown is not None:
            return (), unknown
        for segment, arm in places:
            term, why = _make_term(reading, metric, segment, arm)
            if why is not None:
                return (), why
            terms += [term] if term else []
    is_reached = any(reading.rollout(segment) > 0 for segment in reading.partition)
    return (tuple(terms), None) if terms or not is_reached else ((), "no_data")


def _is_unpriced(scenario: Scenario) -> bool:
    """Whether metrics were put in money, but no price and no cost is stated yet: a worth of exactly 0 is no finding."""
    costs = (scenario.running_cost_per_month, scenario.cost_per_exposure, scenario.one_off_cost)
    prices = (end for entry in scenario.money.values() for end in (entry.per_unit.low, entry.per_unit.high))
    return not any(costs) and not any(prices)


def priced_metrics(reading: Reading) -> list[str]:
    """Metrics with money whose ancestors have none: a change that stands for another is not paid twice.

    A proxy is paid only where its link to the parent is stated; a quantile never.
    """
    with_money = dict.fromkeys(entry.metric for entry in reading.scenario.money.values())
    known = [metric for metric in with_money if metric in reading.project.metrics]
    return [
        metric
        for metric in known
        if not (_ancestor(reading, metric) or _lacks_link(reading, metric) or _is_quantile(reading, metric))
    ]


def _is_quantile(reading: Reading, metric: str) -> bool:
    """Whether a metric is compared by a quantile, which times a number of people is no amount of money."""
    return reading.project.metrics[metric].quantile is not None


def _lacks_link(reading: Reading, metric: str) -> bool:
    lineage = reading.project.metrics[metric].lineage
    return lineage is not None and lineage.link is None


def _ancestor(reading: Reading, metric: str) -> str | None:
    """The nearest ancestor of a metric that carries money itself."""
    with_money = {entry.metric for entry in reading.scenario.money.values()}
    seen: set[str] = {metric}
    while True:
        known = reading.project.metrics.get(metric)
        if known is None or known.lineage is None or known.lineage.parent in seen:
            return None
        metric = known.lineage.parent
        if metric in with_money:
            return metric
        seen.add(metric)


def _paid_places(reading: Reading, metric: str, candidate: str | None) -> Iterator[tuple[str, str]]:
    """Partition segments in scope in which the metric is drawn and priced, or `*` where it has its own sample."""
    for segment in reading.drawn_segments(metric):
        if reading.scenario.money_of(metric, segment) is None or reading.rollout(segment) == 0.0:
            continue
        yield segment, candidate or (reading.candidate if segment == EVERYONE else reading.candidate_in(segment))


def _make_term(reading: Reading, metric: str, segment: str, candidate: str) -> tuple[Term | None, str | None]:
    money = reading.scenario.money_of(metric, segment)
    effect = reading.evidence.cells.get((metric, segment, candidate))
    share = reading.rollout(segment)
    if money is None or share == 0.0 or effect is None or effect.difference is None:
        return None, None
    volume, path = _volume(reading, metric, segment)
    if volume is None:
        return None, "no_exposure"
    own_transport = metric in reading.scenario.transport
    lineage = reading.metric(metric).lineage
    link = lineage.link if lineage is not None else None
    if segment == EVERYONE and reading.has_partition:
        share = _mean_rollout(reading, metric)
    term = Term(
        metric=metric,
        segment=segment,
        candidate=candidate,
        volume=volume,
        volume_path=path,
        rollout=share,
        price=money.per_unit,
        price_path=f"money/{money.key}",
        transport=reading.scenario.transport_of(metric),
        transport_path=f"transport/{metric if own_transport else EVERYONE}",
        effect=_uncapped(reading, metric, segment, candidate, effect.difference),
        arm=reading.evidence.table.arms.index(candidate) - 1,
        column=reading.money_column(metric, segment),
        link=NO_LINK if link is None else link,
        link_path="" if link is None else f"metrics/{metric}/lineage/link",
    )
    return term, None


def _uncapped(reading: Reading, metric: str, segment: str, candidate: str, shown: float) -> float:
    """The effect that money counts: where shown values are capped, the uncapped one of the replicates."""
    if reading.metric(metric).winsorise is None:
        return shown
    return float(reading.evidence.draws.uncapped_effect(candidate, metric, segment).mean())


def _volume(reading: Reading, metric: str, segment: str) -> tuple[Range | None, str]:
    """Volume of a segment and the path of the number it comes from."""
    basis = reading.basis_of(metric)
    volumes = reading.volumes(basis)
    if segment != EVERYONE:
        return volumes[segment], _volume_path(reading, segment, basis)
    known = [volume for volume in volumes.values() if volume is not None]
    if len(known) < len(volumes):
        return None, ""
    whole = total_exposure(reading.project, basis)
    if whole is not None:
        return whole, _volume_path(reading, EVERYONE, basis)
    sums = (sum(v.low for v in known), sum(v.base for v in known), sum(v.high for v in known))
    return Range(low=sums[0], base=sums[1], high=sums[2]), _volume_path(reading, EVERYONE, basis)


def _volume_path(reading: Reading, segment: str, basis: str | None) -> str:
    """Path of the number that a segment's volume comes from; another basis than the project's own is named."""
    is_stated = stated_volume(reading.project, segment, basis) is not None
    suffix = f"/{basis}" if basis is not None and basis != reading.mix.basis else ""
    return f"exposure/{segment if is_stated else EVERYONE}{suffix}"


def _mean_rollout(reading: Reading, metric: str) -> float:
    mix = reading.mix_of(metric)
    return sum(share * reading.rollout(segment) for segment, share in mix.shares.items())


def exposure_reach(reading: Reading) -> tuple[float, FloatArray | float] | None:
    """Exposures a month that get a candidate, on the project's basis: at base, and as replicates. None if unknown."""
    volumes = reading.volumes(reading.mix.basis)
    base = 0.0
    drawn: FloatArray | float = 0.0
    for segment, volume in volumes.items():
        if volume is None:
            return None
        share = reading.rollout(segment)
        base += share * volume.base
        drawn = drawn + share * draw(reading, volume, _volume_path(reading, segment, reading.mix.basis))
    return base, drawn


def reach_at(reading: Reading, path: str) -> tuple[float, float]:
    """Exposures a month that get a candidate and come from one stated number: at base, and their mean."""
    basis = reading.mix.basis
    base = mean = 0.0
    for segment, volume in reading.volumes(basis).items():
        if volume is not None and _volume_path(reading, segment, basis) == path:
            base += reading.rollout(segment) * volume.base
            mean += reading.rollout(segment) * float(np.mean(draw(reading, volume, path)))
    return base, mean


def mean_volume(reading: Reading, segment: str) -> float | None:
    """Mean of the exposures a month of a partition segment on the project's basis; None where nothing says so."""
    volume = reading.volumes(reading.mix.basis).get(segment)
    if volume is None:
        return None
    return float(np.mean(draw(reading, volume, _volume_path(reading, segment, reading.mix.basis))))


def draw(reading: Reading, guess: Range, path: str) -> FloatArray | float:
    """Draws of an assumption; the number itself where it is known exactly."""
    if guess.is_exact:
        return guess.base
    project = reading.project
    return draw_assumption(guess, path, project.seed, project.replicates, project.assumption_reading)


def draw_factor(reading: Reading, term: Term) -> FloatArray | float:
    """Draws of a term's price x link x transport: what terms with the same paths share."""
    factor = draw(reading, term.price, term.price_path) * draw(reading, term.transport, term.transport_path)
    return factor if term.link is NO_LINK else factor * draw(reading, term.link, term.link_path)


def money_findings(reading: Reading) -> list[Finding]:
    """Prices that are not counted: of a metric whose ancestor is priced, or outside the value partition."""
    findings = []
    for entry in reading.scenario.money.values():
        ancestor = _ancestor(reading, entry.metric)
        if ancestor is not None:
            findings.append(Finding("money_counted_once", "warn", entry.metric, None, {"ancestor": ancestor}))
        elif entry.metric not in reading.project.metrics:
            findings.append(Finding("money_without_metric", "warn", entry.metric, entry.segment))
        elif _lacks_link(reading, entry.metric):
            findings.append(Finding("money_without_link", "warn", entry.metric))
        elif _is_quantile(reading, entry.metric):
            findings.append(Finding("money_on_quantile", "warn", entry.metric))
        elif entry.segment not in (EVERYONE, *reading.partition):
            findings.append(Finding("money_outside_partition", "warn", entry.metric, entry.segment))
    open_transport = EVERYONE not in reading.scenario.transport
    if open_transport and any(metric not in reading.scenario.transport for metric in priced_metrics(reading)):
        findings.append(Finding("transport_assumed", "warn"))
    return findings
