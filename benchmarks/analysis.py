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
from tradeoff_app.analysis.observations import Categories, MeasuredMetric, Observations, Rows
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.analysis.proposal import propose_project
from tradeoff_app.analysis.wide_rows import WideRows
from tradeoff_app.model.metric import MetricType
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Swing

METRICS = 10


def main() -> None:
    """Print the ratios: 10,000 units, a million values, a million rows; 10 metrics × 12 segments × 4,000 draws each."""
    small, values = compare(10_000, ""), compare(50_000, " of 1 M values", rounds=3)
    shapes = [(is_paired, is_clustered) for is_clustered in (False, True) for is_paired in (True, False)]
    report([*small, *values, *(compare_wide(*shape) for shape in shapes)])


def compare_wide(is_paired: bool, is_clustered: bool) -> Ratio:
    """Evidence of a table of a million result rows with a column per metric, beside pandas on the same table."""
    seen = make_wide(is_paired, is_clustered)
    project = propose_project(seen, "Benchmark", "benchmark").change(replicates=4000)
    wide = seen.rows.wide
    assert wide is not None
    arm, unit = wide.shared["arm"], wide.shared["unit"]
    frame = pd.DataFrame(wide.values.T).assign(arm=arm, who=seen.dimensions["who"].codes[unit])
    shape = f"{'paired' if is_paired else 'unpaired'}{', clusters' if is_clustered else ''}"
    return measure(
        f"evidence of 1 M rows × {METRICS}, {shape} / pandas group-by",
        lambda: build_evidence(seen, project),
        lambda: frame.groupby(["arm", "who"]).agg(["mean", "std", "size"]),
        rounds=3,
    )


def make_wide(is_paired: bool, is_clustered: bool, rows: int = 1_000_000) -> Observations:
    """Half of the rows before, half after, of the same units or of others; clusters hold ten units each."""
    rng = np.random.default_rng(11)
    half = rows // 2
    units = half if is_paired else rows
    arm, place = np.repeat(np.arange(2, dtype=np.int8), half), np.arange(rows, dtype=np.int32)
    zeros = np.zeros(rows, dtype=np.int8)
    shared: dict[str, np.ndarray] = {"arm": arm, "unit": place % units, "repeat": zeros, "rater": zeros - 1}
    values = rng.random((METRICS, rows))
    values[:4] = values[:4] < 0.6 + 0.03 * arm
    types: tuple[MetricType, ...] = ("binary",) * 4 + ("continuous",) * 6
    clusters = Categories(tuple(f"c{c:06}" for c in range(units // 10)), np.arange(units) // 10)
    return Observations(
        arms=("baseline", "candidate"),
        units=tuple(f"u{u:07}" for u in range(units)),
        metrics=tuple(MeasuredMetric(f"metric {m}", kind, "higher") for m, kind in enumerate(types)),
        rows=Rows.of_wide(WideRows(shared, values, zeros[np.newaxis])),
        dimensions={"who": Categories(tuple(f"segment {s:02}" for s in range(12)), np.arange(units) // 10 % 12)},
        cluster=clusters if is_clustered else None,
    )


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
