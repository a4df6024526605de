"""What a check of the evidence finds, and the check of the arms' sizes; `soundness` runs them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from tradeoff_app.analysis.quantiles import chi2_tail

Level = Literal["ok", "info", "warn", "fatal"]


@dataclass(frozen=True)
class Finding:
    """One result of an evidence check; `fatal` withholds the verdict. `values` feeds the sentence that says it."""

    code: str
    level: Level
    metric: str | None = None
    segment: str | None = None
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class RatioCheck:
    """Chi-square test of the arms' sizes against their design shares; a mismatch is p < 0.001."""

    chi2: float
    p: float
    is_mismatch: bool


def sample_ratio(units: Sequence[int], shares: Sequence[float], threshold: float = 0.001) -> RatioCheck:
    """Whether randomised arms have the sizes that their design says."""
    total, whole = sum(units), sum(shares)
    expected = [total * share / whole for share in shares]
    chi2 = sum((seen - want) ** 2 / want for seen, want in zip(units, expected, strict=True))
    p = chi2_tail(chi2, len(units) - 1)
    return RatioCheck(chi2, p, p < threshold)
