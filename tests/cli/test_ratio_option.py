"""`--den METRIC=COL`: from two files to the difference of two ratios, saved and read back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tradeoff


def test_that_a_ratio_goes_from_files_to_its_effect(tradeoff: Tradeoff, tmp_path: Path) -> None:
    sides = {}
    for name, lift in (("before", 0), ("after", 1)):
        rows = [(f"u{i}", 2 + i % 4 + lift * (i % 2), 1 + i % 3) for i in range(60)]
        lines = ["id,clicks,views", *(f"{unit},{clicks},{views}" for unit, clicks, views in rows)]
        (tmp_path / f"{name}.csv").write_text("\n".join(lines) + "\n")
        sides[name] = sum(row[1] for row in rows) / sum(row[2] for row in rows)
    path = tmp_path / "p.tradeoff"
    files = tmp_path / "before.csv", tmp_path / "after.csv"
    made = tradeoff("new", *files, "-o", path, "--unit", "id", "--den", "clicks=views", "--metric", "clicks::higher")
    assert made.code == 0, made.err
    document = tradeoff("evaluate", path, "--json").document
    effect = next(item for item in document["effects"] if item["metric"] == "clicks" and item["segment"] == "*")
    assert effect["baseline"] == pytest.approx(sides["before"])
    assert effect["difference"] == pytest.approx(sides["after"] - sides["before"])
    assert effect["method"] == "ratio_delta"
    assert effect["interval"][0] < effect["difference"] < effect["interval"][1]
