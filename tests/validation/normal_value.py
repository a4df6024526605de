"""Net value in closed form, for effects that are normal and assumptions that are fixed: what replicates are held to."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.quantiles import Z_95
from tradeoff_app.analysis.sensitivity import break_even_point
from tradeoff_app.analysis.special_functions import special
from tradeoff_app.analysis.value import annuity


@dataclass(frozen=True)
class NormalCell:
    """One metric in one segment: effect with standard error, exposures reached a month, money per unit."""

    name: str
    effect: float
    se: float
    volume: float
    price: float


@dataclass(frozen=True)
class NormalNetValue:
    """Mean and spread per month and over the horizon; `break_even` maps a cell to its price and effect at value 0."""

    contributions: tuple[float, ...]
    monthly_mean: float
    monthly_sd: float
    factor: float
    mean: float
    sd: float
    interval: tuple[float, float]
    p_positive: float
    expected_loss_if_ship: float
    expected_loss_if_hold: float
    break_even: Mapping[str, tuple[float | None, float | None]]

    @property
    def evpi(self) -> float:
        """What more evidence is worth at most."""
        return min(self.expected_loss_if_ship, self.expected_loss_if_hold)


def normal_net_value(
    cells: Sequence[NormalCell],
    correlation: FloatArray,
    *,
    cost_per_month: float,
    one_off_cost: float,
    months: int,
    yearly_rate: float,
) -> NormalNetValue:
    """Net value of correlated normal effects."""
    contributions = tuple(cell.volume * cell.price * cell.effect for cell in cells)
    spread = np.array([cell.volume * cell.price * cell.se for cell in cells])
    factor = annuity(months, yearly_rate)
    monthly = sum(contributions) - cost_per_month
    monthly_sd = math.sqrt(float(spread @ correlation @ spread))
    mean, sd = factor * monthly - one_off_cost, factor * monthly_sd
    ship, hold = normal_losses(mean, sd)
    return NormalNetValue(
        contributions=contributions,
        monthly_mean=monthly,
        monthly_sd=monthly_sd,
        factor=factor,
        mean=mean,
        sd=sd,
        interval=(mean - Z_95 * sd, mean + Z_95 * sd),
        p_positive=float(special.ndtr(mean / sd)) if sd > 0 else float(mean > 0),
        expected_loss_if_ship=ship,
        expected_loss_if_hold=hold,
        break_even={
            cell.name: (
                break_even_point(cell.price, mean, factor * cell.volume * cell.effect),
                break_even_point(cell.effect, mean, factor * cell.volume * cell.price),
            )
            for cell in cells
        },
    )


def normal_losses(mean: float, sd: float) -> tuple[float, float]:
    """E[max(0, -V)] and E[max(0, V)] of a normal V."""
    if sd == 0.0:
        return max(0.0, -mean), max(0.0, mean)
    z = mean / sd
    density = math.exp(-z * z / 2) / math.sqrt(2 * math.pi)
    return sd * density - mean * float(special.ndtr(-z)), sd * density + mean * float(special.ndtr(z))
