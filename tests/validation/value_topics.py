"""Answers of the product to oracle cases about partial values, scores, money and sensitivity."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from tests.validation.case_data import Case, read_rows
from tests.validation.normal_value import NormalCell, normal_net_value
from tests.validation.reference import rank_sum_weights
from tradeoff_app.analysis import weights
from tradeoff_app.analysis.assumptions import mean_and_sd, quantiles
from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.partial_values import interpolate, partial_value
from tradeoff_app.analysis.quantiles import z_point
from tradeoff_app.analysis.score import (
    equivalent_changes,
    rank_order_weights,
    swing_weights,
    weighted_score,
)
from tradeoff_app.analysis.sensitivity import Input, swing_inputs
from tradeoff_app.analysis.value import expected_losses, probability_positive, stand_candidates, summarise
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Swing


def partial_value_function(case: Case, _: Path) -> dict[str, Any]:
    """Piecewise linear values, continued and held at the ends."""
    given = case["inputs"]
    levels = np.array(given["x"], dtype=np.float64)
    values = interpolate(given["cutoffs"], given["values"], levels)
    held = interpolate(given["cutoffs"], given["values"], np.clip(levels, given["cutoffs"][0], given["cutoffs"][-1]))
    return {"extrapolated": values.tolist(), "clipped": held.tolist()}


def rank_weights(case: Case, _: Path) -> dict[str, Any]:
    """Weights from a ranking."""
    n = case["inputs"]["n"]
    return {"roc": rank_order_weights(n), "rank_sum": rank_sum_weights(n)}


def score(case: Case, _: Path) -> dict[str, Any]:
    """Scores of two options, contributions and equivalent changes."""
    given = case["inputs"]
    fields = zip(given["names"], given["worst"], given["best"], given["points"], strict=True)
    swings = {name: Swing(worst=worst, best=best, points=points) for name, worst, best, points in fields}
    shares = swing_weights(given["points"])
    before, after = (
        [float(partial_value(swing, np.array(level))) for swing, level in zip(swings.values(), given[arm], strict=True)]
        for arm in ("base", "cand")
    )
    first = given["names"][0]
    return {
        "weights": shares,
        "partial_values_baseline": before,
        "partial_values_candidate": after,
        "score_baseline": weighted_score(shares, before),
        "score_candidate": weighted_score(shares, after),
        "delta_score": weighted_score(shares, after) - weighted_score(shares, before),
        "contributions": [100 * w * (new - old) for w, new, old in zip(shares, after, before, strict=True)],
        "equivalent_change_for_1pp_of_first": [equivalent_changes(swings, first, 0.01).get(name) for name in swings],
    }


def low_base_high(case: Case, _: Path) -> dict[str, Any]:
    """Moments and quantiles of an assumption under both readings."""
    given = case["inputs"]
    guess = Range(low=float(given["low"]), base=float(given["base"]), high=float(given["high"]))
    answers: dict[str, Any] = {}
    for kind in ("p10_p50_p90", "min_mode_max"):
        mean, sd = mean_and_sd(guess, kind)
        points = {p: quantiles(guess, np.array(z_point(float(p))), kind) for p in _points(case, kind)}
        answers[kind] = {"mean": mean, "sd": sd, "quantiles": {p: float(value) for p, value in points.items()}}
    return answers


def _points(case: Case, kind: str) -> list[str]:
    return list(case["expected"].get(kind, {}).get("quantiles", {}))


def _cells(given: Mapping[str, Any]) -> list[NormalCell]:
    return [
        NormalCell(
            name=f"{cell['metric']}|{cell['segment']}",
            effect=cell["delta"],
            se=cell["se"],
            volume=cell["volume"] * cell["rollout"],
            price=cell["value_per_unit"],
        )
        for cell in given["cells"]
    ]


def net_value_normal(case: Case, _: Path) -> dict[str, Any]:
    """Net value of normal effects with fixed assumptions, in closed form."""
    given = case["inputs"]
    found = normal_net_value(
        _cells(given),
        np.array(given["corr"], dtype=np.float64),
        cost_per_month=given["run_cost_per_month"],
        one_off_cost=given["one_off_cost"],
        months=given["horizon_months"],
        yearly_rate=given["discount_rate_annual"],
    )
    return {
        "monthly_contributions": list(found.contributions),
        "monthly_net": found.monthly_mean,
        "monthly_sd": found.monthly_sd,
        "annuity_factor": found.factor,
        "net_value": found.mean,
        "sd": found.sd,
        "lo": found.interval[0],
        "hi": found.interval[1],
        "p_positive": found.p_positive,
        "expected_loss_if_ship": found.expected_loss_if_ship,
        "expected_loss_if_hold": found.expected_loss_if_hold,
        "evpi": found.evpi,
        "break_even": {
            name: {"value_per_unit": price, "delta": effect} for name, (price, effect) in found.break_even.items()
        },
    }


def _replicates(folder: Path, given: Mapping[str, Any]) -> FloatArray:
    return np.array([[float(value) for value in row.values()] for row in read_rows(folder / given["csv"])])


def replicate_value(case: Case, folder: Path) -> dict[str, Any]:
    """Summary of a value that is one product with the replicates."""
    given = case["inputs"]
    draws = _replicates(folder, given) @ np.array(given["coefficients"]) - given["fixed_cost"]
    summary, (ship, hold) = summarise(draws), expected_losses(draws)
    return {
        "mean": summary.mean,
        "sd": float(draws.std(ddof=1)),
        "q025": summary.interval[0],
        "q10": summary.interval_80[0],
        "median": summary.median,
        "q90": summary.interval_80[1],
        "q975": summary.interval[1],
        "p_positive": probability_positive(draws),
        "expected_loss_if_ship": ship,
        "expected_loss_if_hold": hold,
        "evpi": min(ship, hold),
    }


def several_candidates(case: Case, folder: Path) -> dict[str, Any]:
    """P(best) and regret over common replicates."""
    given = case["inputs"]
    replicates = _replicates(folder, given)
    columns = {
        f"c{i}": replicates @ np.array(coefficients) - cost
        for i, (coefficients, cost) in enumerate(zip(given["coefficients"], given["fixed_cost"], strict=True))
    }
    baseline, *others = stand_candidates({"baseline": np.zeros(len(replicates)), **columns})
    return {
        "mean": [item.mean for item in others],
        "p_best_including_baseline": {"baseline": baseline.p_best, "candidates": [item.p_best for item in others]},
        "expected_regret": {
            "baseline": baseline.expected_regret,
            "candidates": [item.expected_regret for item in others],
        },
    }


def weight_flip(case: Case, _: Path) -> dict[str, Any]:
    """Where one weight flips the score, and the smallest move of weight."""
    given = case["inputs"]
    shares, changes = given["weights"], given["delta_partial_values"]
    flips = {}
    for i, name in enumerate(given["names"]):
        at = weights.flip_weight(shares, changes, i)
        distance = None if at is None else abs(at - shares[i])
        flips[name] = {"current": shares[i], "flips_at": at, "distance": distance}
    return {
        "delta": sum(w * d for w, d in zip(shares, changes, strict=True)),
        "flips": flips,
        "smallest_share_of_weight_to_move": weights.smallest_weight_move(shares, changes),
    }


def exact_acceptability(case: Case, _: Path) -> dict[str, Any]:
    """Share of all weights under which the candidate is ahead."""
    return {"acceptability_candidate": weights.acceptability(case["inputs"]["delta_partial_values"])}


def drawn_acceptability(case: Case, folder: Path) -> dict[str, Any]:
    """Ranks, central weights, confidence factors and pairwise wins over joint draws."""
    given = case["inputs"]
    rows = read_rows(folder / given["csv"])
    n = given["criteria"]
    drawn = np.array([[float(row[f"w{i}"]) for i in range(n)] for row in rows])
    criteria = np.array(
        [[[float(row[f"{name}_{i}"]) for i in range(n)] for name in given["alternatives"]] for row in rows]
    )
    values = np.einsum("bac,bc->ba", criteria, drawn)
    central = weights.central_weights(drawn, values)
    return {
        "rank_acceptability": weights.rank_acceptability(values).tolist(),
        "central_weights": [None if row is None else row.tolist() for row in central],
        "confidence_factor": weights.confidence_factors(central, criteria),
        "pairwise_winning": weights.pairwise_winning(values).tolist(),
    }


def tornado(case: Case, _: Path) -> dict[str, Any]:
    """One input at a time."""
    given = case["inputs"]
    base = given["base"]
    inputs = [
        Input(item["name"], item["low"], item["high"], partial(_net_with, base, item["name"]))
        for item in given["ranges"]
    ]
    bars = swing_inputs(inputs)
    return {
        "order": [bar.input for bar in bars],
        "rows": [
            {
                "name": bar.input,
                "at_low": bar.result_low,
                "at_high": bar.result_high,
                "swing": bar.swing,
                "crosses_zero": bar.crosses_zero,
            }
            for bar in bars
        ],
    }


COSTS = ("run_cost_per_month", "one_off_cost", "horizon_months", "discount_rate_annual")
"""Inputs of a whole case."""


def _key(cell: Mapping[str, Any]) -> str:
    return f"{cell['metric']}|{cell['segment']}"


def _net_with(base: Mapping[str, Any], name: str, number: float) -> float:
    """Net value over the horizon with the named input at a number."""
    cells = [dict(cell) for cell in base["cells"]]
    field, _, place = name.partition(" ")
    costs = {key: number if field in (key, key.removesuffix("_per_month")) else base[key] for key in COSTS}
    places = {_key(cell) for cell in cells}
    for cell in cells:
        if field == "transport" and (place == _key(cell) or place not in places):
            cell["volume"] = cell["volume"] * number
        elif place == _key(cell) and field in cell:
            cell[field] = number
    found = normal_net_value(
        _cells({"cells": cells}),
        np.eye(len(cells)),
        cost_per_month=costs["run_cost_per_month"],
        one_off_cost=costs["one_off_cost"],
        months=round(costs["horizon_months"]),
        yearly_rate=costs["discount_rate_annual"],
    )
    return found.mean
