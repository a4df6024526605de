"""Evidence beside a plain group-by of the same table, and one evaluation beside one product of matrix and vector."""

from __future__ import annotations

import numpy as np
import pandas as pd
from ratios import measure, report
from slider_to_paint import make_observations, with_values

from tradeoff_app.analysis.evidence import build_evidence
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.analysis.proposal import propose_project


def main() -> None:
    """Print the ratios for 10,000 units × 10 metrics × 12 segments and 4,000 draws."""
    seen = make_observations(10_000, 10, 12)
    project = with_values(propose_project(seen, "Benchmark", "benchmark")).change(replicates=4000)
    who = seen.dimensions["who"].codes
    rows = seen.rows
    frame = pd.DataFrame({"arm": rows.arm, "metric": rows.metric, "who": who[rows.unit], "value": rows.value})
    evidence = build_evidence(seen, project)
    draws = np.random.default_rng(1).random((4000, 120))
    weights = np.ones(120)
    report(
        [
            measure(
                "evidence with 4,000 draws / pandas group-by",
                lambda: build_evidence(seen, project),
                lambda: frame.groupby(["metric", "arm", "who"]).value.agg(["mean", "std", "size"]),
            ),
            measure(
                "one evaluation / one matrix-vector product of its draws",
                lambda: evaluate(project, evidence),
                lambda: draws @ weights,
                rounds=25,
            ),
        ]
    )


if __name__ == "__main__":
    main()
