"""Answers of the product's replicates to oracle cases about the Bayesian bootstrap."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from tests.builders import observations, paired_rate
from tests.validation.case_data import Case, decide, observe
from tradeoff_app.analysis.evidence import build_evidence
from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.quantiles import Z_95, t_point

REPLICATES = 100_000
"""As many as keep the noise of the draws well inside what a case allows."""


def _summary(draws: FloatArray) -> dict[str, Any]:
    low, middle, high = np.quantile(draws, (0.025, 0.5, 0.975)).tolist()
    return {"mean": float(draws.mean()), "sd": float(draws.std(ddof=1)), "q025": low, "q50": middle, "q975": high}


def one_rate(case: Case, _: Path) -> dict[str, Any]:
    """Replicates of an unpaired arm's rate."""
    events, n = case["inputs"]["events"], case["inputs"]["n"]
    values = [1.0] * events + [0.0] * (n - events)
    seen = observations({"rate": {"baseline": values, "candidate": values}})
    found = build_evidence(seen, decide(seen, replicates=REPLICATES, pairing="unpaired"))
    return _summary(found.draws.levels[:, 1, 0])


def paired_rates(case: Case, _: Path) -> dict[str, Any]:
    """Replicates of a paired difference of rates."""
    given = case["inputs"]
    n = sum(given[name] for name in ("n10", "n01", "n11", "n00"))
    before, after = paired_rate(n, both=given["n11"], fixed=given["n10"], broken=given["n01"])
    seen = observations({"rate": {"baseline": before, "candidate": after}})
    found = build_evidence(seen, decide(seen, replicates=REPLICATES))
    return _summary(found.draws.effect("candidate", "rate", "*"))


def clustered(case: Case, folder: Path) -> dict[str, Any]:
    """Calibrated replicates of a clustered mean, beside its CR1 interval."""
    given = case["inputs"]
    metric = given["metric"]
    seen = observe(folder / given["csv"], {metric: "continuous"}, cluster=given["cluster"])
    found = build_evidence(seen, decide(seen, replicates=REPLICATES))
    effect = found.cells[metric, "*", "candidate"]
    draws = found.draws.effect("candidate", metric, "*")
    groups = effect.clusters or 0
    kappa = float(np.sqrt((groups + 1) / (groups - 1))) * t_point(groups - 1) / Z_95
    low, high = np.quantile(draws, (0.025, 0.975)).tolist()
    ends = effect.interval or (None, None)
    return {
        "G": groups,
        "kappa": kappa,
        "estimate": effect.difference,
        "sd_uncalibrated": float(draws.std(ddof=1)) / kappa,
        "q025": low,
        "q975": high,
        "cr1_lo": ends[0],
        "cr1_hi": ends[1],
    }
