"""Evidence beside a plain group-by of the same table, and one evaluation beside one product of matrix and vector."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does, but here numpy comes first

import numpy as np
import pandas as pd
from ratios import Ratio, measure, report
from slider_to_paint import make_observations, with_values

from tradeoff_app.analysis.evidence import build_evidence
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.analysis.proposal import propose_project
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Swing


def main() -> None:
    """Print the ratios: 10,000 units, then a million rows; 10 metrics × 12 segments × 4,000 draws each."""
    report([*compare(10_000, ""), *compare(50_000, " of 1 M rows", rounds=3)])


def compare(units: int, size: str, rounds: int = 5) -> list[Ratio]:
    """Evidence, an evaluation after a price moved, and the whole sensitivity page after another."""
    seen = make_observations(units, 10, 12)
    project = with_weights(with_values(propose_project(seen, "Benchmark", "benchmark"))).change(replicates=4000)
    who = seen.dimensions["who"].codes
    rows = seen.rows
    frame = pd.DataFrame({"arm": rows.arm, "metric": rows.metric, "who": who[rows.unit], "value": rows.value})
    evidence = build_evidence(seen, project)
    draws = np.random.default_rng(1).random((4000, 120))
    weights = np.ones(120)
    moved = moves(project)
    return [
        measure(
            f"evidence with 4,000 draws{size} / pandas group-by",
            lambda: build_evidence(seen, project),
            lambda: frame.groupby(["metric", "arm", "who"]).value.agg(["mean", "std", "size"]),
            rounds=rounds,
        ),
        measure(
            f"one evaluation{size} / one matrix-vector product",
            lambda: evaluate(next(moved), evidence),
            lambda: draws @ weights,
            rounds=25,
        ),
        measure(
            f"evaluation and sensitivity page{size} / the same",
            lambda: look_at_all(evaluate(next(moved), evidence)),
            lambda: draws @ weights,
            rounds=9,
        ),
    ]


def with_weights(project: Project) -> Project:
    """The project with swing weights on every metric, so that the score and its flips are there too."""
    swing = {key: Swing(worst=0.0, best=1.0, points=50 + place) for place, key in enumerate(project.metrics)}
    return project.with_item("scenarios", project.scenario().model_copy(update={"swing": swing}))


def moves(project: Project) -> Iterator[Project]:
    """The project with one price a little higher each time: nothing may be taken from the last answer."""
    scenario = project.scenario()
    key, entry = next(iter(scenario.money.items()))
    for step in count(1):
        dearer = entry.model_copy(update={"per_unit": Range(low=1.0, base=2.0 + step / 1e4, high=4.0)})
        changed = scenario.model_copy(update={"money": {**scenario.money, key: dearer}})
        yield project.with_item("scenarios", changed)


def look_at_all(outcome: Outcome) -> int:
    """Everything on the sensitivity page, computed because somebody looks."""
    page = outcome.sensitivity
    found = (page.tornado, page.weight_flips, page.break_even, page.margin_flips)
    return sum(map(len, found)) + (page.ship_share is not None) + (page.smallest_weight_move is not None)


if __name__ == "__main__":
    main()
