"""How much evidence it takes: smallest detectable change and number of units."""

from __future__ import annotations

import math

from tradeoff_app.analysis.quantiles import Z_80, Z_95, z_point


def detectable_change(se: float, power: float = 0.8, alpha: float = 0.05) -> float:
    """Smallest change that would be seen with this power, two-sided at `alpha`: (z_(1-alpha/2) + z_power) x SE."""
    return (z_point(1 - alpha / 2) + z_point(power)) * se


def units_needed(sd: float, change: float, power: float = 0.8, alpha: float = 0.05) -> float:
    """Units (or pairs) that detect `change`, two-sided, when the unit differences have this standard deviation."""
    return ((z_point(1 - alpha / 2) + z_point(power)) * sd / change) ** 2


def sd_of_pairs(gained: float, lost: float) -> float:
    """Standard deviation of a pair's difference when shares `gained` and `lost` of the pairs change (Miller 2024)."""
    return math.sqrt(gained + lost - (gained - lost) ** 2)


def sd_of_unpaired_rates(before: float, change: float) -> float:
    """Standard deviation per unit and arm of a difference between two independent rates, unpooled."""
    after = before + change
    return math.sqrt(before * (1 - before) + after * (1 - after))


def times_n_for(se: float | None, distance: float) -> float | None:
    """How many times as many units would settle a change of this size; None where it is too small to say."""
    if se is None or distance == 0.0:
        return None
    ratio = ((Z_95 + Z_80) * se / distance) ** 2
    return ratio if ratio < 10_000 else None


def times_n_for_bound(half: float, width: float, distance: float) -> float | None:
    """How many times as many units bring the bound of "nothing varied" within a distance; None where none do.

    The bound is (1 - 0.025^(1/n)) x width, so that n is ln 0.025 / ln(1 - bound/width).
    """
    distance = abs(distance)
    if distance == 0.0 or half >= width or distance >= width:
        return None
    ratio = math.log1p(-half / width) / math.log1p(-distance / width)
    return ratio if ratio < 10_000 else None
