"""Answers of the product to oracle cases about rates, effects, missing values, heavy tails and power."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from tests.validation import reference
from tests.validation.case_data import Case, decide, dropped, measure, observe
from tradeoff_app.analysis import differences, power, rates
from tradeoff_app.analysis.cells import make_sample
from tradeoff_app.analysis.evidence import build_evidence
from tradeoff_app.analysis.heavy_tail import find_cap, quantile_interval
from tradeoff_app.analysis.quantiles import Z_95, beta_point, chi2_tail, t_two_sided
from tradeoff_app.analysis.samples import Sample
from tradeoff_app.analysis.sequential import correct_for_looks
from tradeoff_app.model.metric import Metric

KEY = "candidate"


def single_proportion(case: Case, _: Path) -> dict[str, Any]:
    """Wilson, Clopper-Pearson and the exact one-sided bound."""
    events, n = case["inputs"]["events"], case["inputs"]["n"]
    values = np.array([1.0] * events + [0.0] * (n - events))
    level = rates.rate_level(values)
    return {
        "estimate": level.value,
        "wilson": [level.low, level.high],
        "clopper_pearson": list(reference.clopper_pearson(events, n)),
        "jeffreys_unmodified": [beta_point(events + 0.5, n - events + 0.5, p) for p in (0.025, 0.975)],
        "upper_one_sided_95_exact": level.upper_bound,
    }


def paired_binary(case: Case, folder: Path) -> dict[str, Any]:
    """Bonett-Price over the pairs of a file."""
    given = case["inputs"]
    metric = given["metric"]
    seen = observe(folder / given["csv"], {metric: "binary"}, drop_value=dropped(given, metric))
    found = measure(seen)
    effect, difference = found.cells[metric, "*", KEY], found.differences[metric, "*", KEY]
    return {
        "n_pairs": effect.n_pairs,
        "n10": effect.fixed,
        "n01": effect.broken,
        "estimate": effect.difference,
        "lo": difference.low,
        "hi": difference.high,
    }


def tango(case: Case, _: Path) -> dict[str, Any]:
    """Tango's score interval."""
    given = case["inputs"]
    low, high = differences.tango(given["n10"], given["n01"], given["n_pairs"])
    return {"lo": low, "hi": high}


def mcnemar(case: Case, _: Path) -> dict[str, Any]:
    """Exact and chi-square McNemar tests."""
    fixed, broken = case["inputs"]["n10"], case["inputs"]["n01"]
    plain = reference.mcnemar_chi2(fixed, broken, corrected=False)
    corrected = reference.mcnemar_chi2(fixed, broken, corrected=True)
    return {
        "exact_p": differences.mcnemar_exact(fixed, broken),
        "chi2": plain,
        "chi2_p": chi2_tail(plain, 1),
        "chi2_cc": corrected,
        "chi2_cc_p": chi2_tail(corrected, 1),
    }


def paired_mean(case: Case, folder: Path) -> dict[str, Any]:
    """Paired t, and Welch on the same units for the warning that pairing was ignored.

    The numbers behind the cell, which has them with fewer than 15 units too, where nothing is shown.
    """
    given = case["inputs"]
    metric = given["metric"]
    scale = (0.0, 1.0) if "bounded" in given.get("type", "") else None
    seen = observe(folder / given["csv"], {metric: "continuous"}, scales={metric: scale} if scale else None)
    found = measure(seen)
    effect, difference = found.cells[metric, "*", KEY], found.differences[metric, "*", KEY]
    apart = measure(seen, pairing="unpaired").differences[metric, "*", KEY]
    sample = make_sample(found.table, _metric(metric), 1, found.members["*"], found.pairings[KEY])
    varies = len(sample.before) > 1 and min(sample.before.std(), sample.after.std()) > 0
    return {
        "n": effect.n_pairs,
        "dropped_pairs": found.table.units - (effect.n_pairs or 0),
        "mean_baseline": effect.baseline,
        "mean_candidate": effect.candidate_value,
        "estimate": effect.difference,
        "se": difference.se,
        "lo": difference.low,
        "hi": difference.high,
        "p": difference.p,
        "correlation": float(np.corrcoef(sample.before, sample.after)[0, 1]) if varies else None,
        "unpaired_welch_lo": apart.low,
        "unpaired_welch_hi": apart.high,
    }


def _metric(name: str) -> Metric:
    return Metric(id=name, type="continuous", better="higher")


def clustered(case: Case, folder: Path) -> dict[str, Any]:
    """CR1 with t(G-1), and CR2 with Satterthwaite's degrees of freedom for those who ask for it."""
    given = case["inputs"]
    metric = given["metric"]
    seen = observe(folder / given["csv"], {metric: "continuous"}, cluster=given["cluster"])
    found = measure(seen)
    effect = found.cells[metric, "*", KEY]
    difference = found.differences[metric, "*", KEY]
    sample = make_sample(found.table, _metric(metric), 1, found.members["*"], found.pairings[KEY])
    naive = differences.paired_mean(Sample(sample.before, sample.after, True)).se or 0.0
    asked = found.table, decide(seen).metrics[metric].model_copy(update={"interval": "cr2"})
    bias_reduced = differences.paired_mean(make_sample(*asked, 1, found.members["*"], found.pairings[KEY]))
    return {
        "n": effect.n_pairs,
        "G": effect.clusters or effect.n_pairs,
        "estimate": effect.difference,
        "se_naive": naive,
        "se_cr1": difference.se,
        "df": difference.df,
        "lo": difference.low,
        "hi": difference.high,
        "p": difference.p,
        "design_effect": ((difference.se or 0.0) / naive) ** 2 if naive else None,
        "se_cr2": bias_reduced.se,
        "df_satterthwaite_cr2": bias_reduced.df,
        "lo_cr2": bias_reduced.low,
        "hi_cr2": bias_reduced.high,
    }


def welch(case: Case, folder: Path) -> dict[str, Any]:
    """Welch's t interval over independent arms."""
    metric = case["inputs"]["metric"]
    found = measure(observe(folder / case["inputs"]["csv"], {metric: "continuous"}))
    effect = found.cells[metric, "*", KEY]
    low, high = effect.interval or (None, None)
    return {
        "n_baseline": effect.n_baseline,
        "n_candidate": effect.n_candidate,
        "mean_baseline": effect.baseline,
        "mean_candidate": effect.candidate_value,
        "estimate": effect.difference,
        "lo": low,
        "hi": high,
        "p": effect.p_value,
        "df": found.differences[metric, "*", KEY].df,
    }


def relative(case: Case, folder: Path) -> dict[str, Any]:
    """Relative change by the delta method."""
    metric = case["inputs"]["metric"]
    found = measure(observe(folder / case["inputs"]["csv"], {metric: "continuous"}))
    sample = make_sample(found.table, _metric(metric), 1, found.members["*"], found.pairings[KEY])
    change = differences.relative_change(sample)
    assert change is not None
    return {
        "estimate_relative": change.estimate,
        "se": change.se,
        "lo": change.low,
        "hi": change.high,
        "p": t_two_sided(change.estimate / change.se, change.df),
    }


def ratio(case: Case, folder: Path) -> dict[str, Any]:
    """A sum over a sum by the delta method."""
    given = case["inputs"]
    numerator, denominator = given["numerator"], given["denominator"]
    seen = observe(folder / given["csv"], {numerator: "ratio", denominator: "ratio"})
    top, bottom = (seen.rows.metric == seen.metric_index(name) for name in (numerator, denominator))
    den = np.ones(len(seen.rows.value))
    den[top] = seen.rows.value[bottom]
    seen = replace(seen, rows=replace(seen.rows, denominator=den))
    effect = measure(seen).cells[numerator, "*", KEY]
    low, high = effect.interval or (None, None)
    return {
        "baseline": effect.baseline,
        "candidate": effect.candidate_value,
        "estimate": effect.difference,
        "se": effect.standard_error,
        "lo": low,
        "hi": high,
        "p": effect.p_value,
    }


def unpaired_binary(case: Case, _: Path) -> dict[str, Any]:
    """Newcombe's hybrid score interval."""
    after, before = case["inputs"]["candidate"], case["inputs"]["baseline"]
    found = differences.newcombe(after["events"], after["n"], before["events"], before["n"])
    return {"estimate": found.estimate, "newcombe": [found.low, found.high], "p_pooled_z": found.p}


def cuped(case: Case, folder: Path) -> dict[str, Any]:
    """A mean adjusted for a covariate from before the experiment."""
    given = case["inputs"]
    metric, covariate = given["metric"], given["covariate"]
    seen = observe(folder / given["csv"], {metric: "continuous", covariate: "continuous"})
    project = decide(seen, replicates=100)
    adjusted = project.metrics[metric].model_copy(update={"covariate": covariate})
    plain = build_evidence(seen, project).cells[metric, "*", KEY]
    found = build_evidence(seen, project.with_item("metrics", adjusted))
    effect = found.cells[metric, "*", KEY]
    said = next(finding.values for finding in found.findings if finding.code == "covariate_used")
    low, high = effect.interval or (None, None)
    return {
        "theta": said["theta"],
        "estimate": effect.difference,
        "se": effect.standard_error,
        "lo": low,
        "hi": high,
        "se_unadjusted": plain.standard_error,
        "variance_reduction": said["share"],
    }


def sequence(case: Case, _: Path) -> dict[str, Any]:
    """A normal interval of two rates widened to a confidence sequence for each planned number of units."""
    after, before = ((case["inputs"][arm]["events"], case["inputs"][arm]["n"]) for arm in ("candidate", "baseline"))
    estimate = after[0] / after[1] - before[0] / before[1]
    se = math.sqrt(sum(x / n * (1 - x / n) / n for x, n in (after, before)))
    alpha = case["inputs"].get("alpha", 0.05)
    plain = differences.Difference(estimate, estimate - Z_95 * se, estimate + Z_95 * se, "wald", se)
    answers = {}
    for name in case["expected"]:
        planned = int(name.removeprefix("tuning_"))
        found = correct_for_looks(plain, after[1] + before[1], planned, 1.0, alpha)
        answers[name] = {"est": found.estimate, "lo": found.low, "hi": found.high, "p": found.p}
    return answers


def winsorised(case: Case, folder: Path) -> dict[str, Any]:
    """A capped mean, and what the cap took away."""
    given = case["inputs"]
    metric = given["metric"]
    seen = observe(folder / given["csv"], {metric: "continuous"})
    project = decide(seen, replicates=100)
    percentile = float(given["upper_percentile"])
    capped = project.metrics[metric].model_copy(update={"winsorise": percentile})
    found = build_evidence(seen, project.with_item("metrics", capped))
    raw = make_sample(found.table, _metric(metric), 1, found.members["*"], found.pairings[KEY])
    cap = find_cap(raw.before, raw.after, percentile)
    effect = found.cells[metric, "*", KEY]
    low, high = effect.interval or (None, None)
    return {
        "cap": cap.cap,
        "n_capped_baseline": cap.n_before,
        "n_capped_candidate": cap.n_after,
        "share_of_total_removed": cap.share_removed,
        "estimate": effect.difference,
        "lo": low,
        "hi": high,
    }


def order_statistics(case: Case, folder: Path) -> dict[str, Any]:
    """Exact interval of a quantile in each arm."""
    given = case["inputs"]
    found = measure(observe(folder / given["csv"], {given["metric"]: "continuous"}))
    sample = make_sample(found.table, _metric(given["metric"]), 1, found.members["*"], found.pairings[KEY])
    answers = {}
    for arm, values in (("baseline", sample.before), ("candidate", sample.after)):
        low, high = quantile_interval(values, given["p"], given.get("confidence", 0.95))
        answers[arm] = {"lo": low, "hi": high, f"p{round(100 * given['p'])}": float(np.quantile(values, given["p"]))}
    return answers


def missing(case: Case, folder: Path) -> dict[str, Any]:
    """The same difference under each way to treat missing values."""
    given = case["inputs"]
    metric, path = given["metric"], folder / given["csv"]
    scale = (float(given["range"][0]), float(given["range"][1]))
    seen = observe(path, {metric: "continuous"}, scales={metric: scale}, status_of_empty="judge_error")
    project = decide(seen, replicates=100)
    found = build_evidence(seen, project)
    effect = found.cells[metric, "*", KEY]
    failing = project.metrics[metric].model_copy(update={"on_status": {"judge_error": "fail"}})
    as_failure = build_evidence(seen, project.with_item("metrics", failing)).cells[metric, "*", KEY]
    apart = build_evidence(seen, project.change(pairing="unpaired")).cells[metric, "*", KEY]
    gaps = found.table.missing
    return {
        "n_units": found.table.units,
        "missing_baseline": int(gaps[0, 0].sum()) if gaps is not None else 0,
        "missing_candidate": int(gaps[0, 1].sum()) if gaps is not None else 0,
        "estimate_drop_pair": effect.difference,
        "estimate_as_failure": as_failure.difference,
        "estimate_available_case": apart.difference,
        "worst_case": (effect.worst_best or (None,))[0],
        "best_case": (effect.worst_best or (None, None))[1],
    }


def unpaired_power(case: Case, _: Path) -> dict[str, Any]:
    """Units per arm that detect a difference of rates."""
    given = case["inputs"]
    sd = power.sd_of_unpaired_rates(given["p_baseline"], given["difference"])
    units = power.units_needed(sd, given["difference"], given["power"], given.get("alpha_two_sided", 0.05))
    return {"n_per_arm_unpooled": units, "n_per_arm_ceiling": math.ceil(units)}


def paired_power(case: Case, _: Path) -> dict[str, Any]:
    """Detectable change and pairs needed."""
    given = case["inputs"]
    sd = power.sd_of_pairs(given["p10"], given["p01"])
    se = sd / math.sqrt(given["n_pairs"])
    alpha = given.get("alpha_two_sided", 0.05)
    pairs = power.units_needed(sd, given["target_difference"], given["power"], alpha)
    return {
        "sd_of_difference": sd,
        "se": se,
        "mde": power.detectable_change(se, given["power"], alpha),
        "n_pairs_needed": pairs,
        "n_pairs_ceiling": math.ceil(pairs),
    }


def relative_margin(case: Case, _: Path) -> dict[str, Any]:
    """Non-inferiority against a relative margin."""
    given = case["inputs"]
    after, before = given["candidate"], given["baseline"]
    found = reference.wald_noninferiority(
        (after["events"], after["n"]),
        (before["events"], before["n"]),
        given["margin_relative"],
        "lower" if given["better"] in ("decrease", "lower") else "higher",
        given.get("alpha_one_sided", 0.05),
    )
    return {
        "margin_absolute": found.margin,
        "null_value": found.null_value,
        "difference": found.difference,
        "bound": found.bound,
        "p_noninferiority_wald": found.p,
        "noninferior": found.is_noninferior,
    }
