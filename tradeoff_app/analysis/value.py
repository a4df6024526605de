"""Value in money: replicates times what a change is worth, with low, base and high assumptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tradeoff_app.analysis.observations import FloatArray


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


@dataclass(frozen=True)
class CandidateStanding:
    """How one option ("baseline" included) does against the others over the same replicates."""

    candidate: str
    mean: float
    p_best: float
    expected_regret: float
