"""The `tradeoff/inspect@1` document of numbers of groups: means over the units that the groups hold, nothing paired."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import numpy as np

from tradeoff_app.analysis.aggregates import Aggregates, collect_aggregates
from tradeoff_app.analysis.observations import MeasuredMetric, Observations

SCHEMA = "tradeoff/inspect@1"
NO_PAIRS = "the files hold numbers of groups, so nothing is known of single units"


def describe_groups(observed: Observations) -> dict[str, Any]:
    """The document; what only single units could say is None with a `why`."""
    shape = len(observed.arms), len(observed.units)
    groups = collect_aggregates(observed.rows, range(len(observed.metrics)), shape, np.arange(shape[1]))
    everyone = np.ones(shape[1], dtype=np.bool_)
    units = [groups.units(arm, everyone) for arm in range(shape[0])]
    roles = ["baseline", "candidate", *observed.arms[2:]]
    return {
        "schema": SCHEMA,
        "files": [asdict(file) for file in observed.files],
        "units": {
            **dict(zip(("baseline", "candidate"), (*units, None)[:2], strict=True)),
            **dict.fromkeys(("in_both", "only_baseline", "only_candidate")),
            "why": NO_PAIRS,
            **({"arms": dict(zip(observed.arms, units, strict=True))} if shape[0] > 2 else {}),
        },
        "metrics": {
            metric.name: _describe(observed, groups, index, metric) for index, metric in enumerate(observed.metrics)
        },
        "segments": {
            name: {
                role: {
                    label: count
                    for code, label in enumerate(column.labels)
                    if (count := groups.units(arm, column.codes == code))
                }
                for arm, role in enumerate(roles[: shape[0]])
            }
            for name, column in observed.dimensions.items()
        },
        "problems": [asdict(problem) for problem in observed.problems],
        "arms": list(observed.arms),
        "unit_column": None,
    }


def _describe(observed: Observations, groups: Aggregates, index: int, metric: MeasuredMetric) -> dict[str, Any]:
    sides = [_side(observed, groups, index, arm) for arm in range(len(observed.arms))]
    described: dict[str, Any] = {
        "type": metric.type,
        "better": metric.better,
        "assumed": list(metric.assumed),
        "scale": None if metric.scale is None else list(metric.scale),
        "unit": metric.unit,
        "tier": metric.tier,
        "before": sides[0],
        "after": sides[1] if len(sides) > 1 else None,
        "paired": None,
        "why": NO_PAIRS,
    }
    if len(sides) > 2:
        described["others"] = dict(zip(observed.arms[2:], sides[2:], strict=True))
    return described


def _side(observed: Observations, groups: Aggregates, index: int, arm: int) -> dict[str, Any]:
    """Mean, standard deviation and number of units over all groups; `scored_rows` are the groups."""
    pooled = groups.pool(index, arm, np.ones(len(observed.units), dtype=np.bool_))
    rows = int(((observed.rows.arm == arm) & (observed.rows.metric == index)).sum())
    if pooled is None:
        return {"mean": None, "scored_units": 0, "scored_rows": rows, "why": "no group has a number"}
    return {"mean": pooled.mean, "sd": pooled.sd, "scored_units": round(pooled.n), "scored_rows": rows}
