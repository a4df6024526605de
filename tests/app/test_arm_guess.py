"""Which file is the version in use: words first, then numbers, then dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from tradeoff_app.app.arm_guess import order_by_time


@pytest.mark.parametrize(
    ("names", "before"),
    [
        (["after.csv", "before.csv"], "before.csv"),
        (["candidate.json", "baseline.json"], "baseline.json"),
        (["support-bot-4.3.csv", "support-bot-4.2.csv"], "support-bot-4.2.csv"),
        (["v4.10.csv", "v4.9.csv"], "v4.9.csv"),
        (["new_model.csv", "results.csv"], "results.csv"),
        (["model-b.csv", "prod.csv"], "prod.csv"),
        (["run_2026-10-02.jsonl", "run_2026-09-01.jsonl"], "run_2026-09-01.jsonl"),
    ],
)
def test_that_the_likely_version_in_use_comes_first(names: list[str], before: str) -> None:
    assert order_by_time([Path(name) for name in names])[0].name == before


def test_that_the_other_files_keep_their_order() -> None:
    names = [Path(name) for name in ("b-2.csv", "base.csv", "a-1.csv")]
    assert [path.name for path in order_by_time(names)] == ["base.csv", "b-2.csv", "a-1.csv"]


def test_that_the_older_file_is_before_where_names_say_nothing(tmp_path: Path) -> None:
    import os

    for name, age in (("x.csv", 2000), ("y.csv", 1000)):
        (tmp_path / name).write_text("", encoding="utf-8")
        os.utime(tmp_path / name, (age, age))
    assert order_by_time([tmp_path / "x.csv", tmp_path / "y.csv"])[0].name == "y.csv"
