from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.readers.samples import table, write
from tradeoff_app.analysis.observations import MeasuredMetric, Observations, Rows
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import inspect_files
from tradeoff_app.readers.inspection import describe_observations

ROW = st.tuples(st.integers(0, 1), st.integers(0, 3), st.one_of(st.just(math.nan), st.floats(-10, 10)))


def observe(rows: list[tuple[int, int, float]]) -> Observations:
    arm, unit, value = (list(part) for part in zip(*rows, strict=True)) if rows else ([], [], [])
    zeros = np.zeros(len(rows), dtype=np.int64)
    return Observations(
        arms=("baseline", "candidate"),
        units=("a", "b", "c", "d"),
        metrics=(MeasuredMetric("m", "continuous", "higher"),),
        rows=Rows(np.array(arm, int), np.array(unit, int), zeros, zeros - 1, zeros, np.array(value, float), zeros),
    )


@given(st.lists(ROW, max_size=20))
def test_that_means_are_means_over_units_of_means_over_rows(rows: list[tuple[int, int, float]]) -> None:
    document = describe_observations(observe(rows), ColumnMapping())
    json.dumps(document, allow_nan=False)
    for arm, name in enumerate(("before", "after")):
        per_unit: dict[int, list[float]] = {}
        for row_arm, unit, value in rows:
            if row_arm == arm and not math.isnan(value):
                per_unit.setdefault(unit, []).append(value)
        means = [sum(values) / len(values) for values in per_unit.values()]
        found = document["metrics"]["m"][name]
        assert found["scored_units"] == len(means)
        if means:
            assert math.isclose(found["mean"], sum(means) / len(means), abs_tol=1e-9)
        else:
            assert found["mean"] is None
            assert found["why"]


def test_that_the_document_has_every_promised_field(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", table(["id", "tier", "ok"], [[f"q{n}", "ht"[n % 2], n % 2] for n in range(9)]))
    document = inspect_files([path, path])
    assert document["schema"] == "tradeoff/inspect@1"
    assert {"file", "sha256", "bytes", "format", "format_version", "arm", "model", "created", "rows", "units"} <= set(
        document["files"][0]
    )
    metric = document["metrics"]["ok"]
    assert set(metric["before"]) == {"mean", "scored_units", "scored_rows"}
    assert {"units", "mean_before", "mean_after", "mean_difference", "higher", "lower"} <= set(metric["paired"])
    assert {"level", "code", "file", "place", "text", "hint"} == set(document["problems"][0])


def test_that_one_file_alone_has_unknowns_with_a_reason(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", table(["id", "ok"], [[f"q{n}", n % 2] for n in range(9)]))
    document = inspect_files([path])
    assert document["units"]["candidate"] is None
    assert document["units"]["why"]
    assert document["metrics"]["ok"]["after"] is None
