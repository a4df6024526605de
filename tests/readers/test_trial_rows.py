from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.readers.formats.documents import FORMATS, codes, inspect, mean
from tests.readers.samples import needs_shared, table, write
from tradeoff_app.readers import open_files

COLUMNS = ("user_id", "variant", "plan", "orders", "revenue", "seconds", "converted")


def sessions(user: int, count: int = 1) -> list[Sequence[Any]]:
    arm = ("control", "new_prompt")[user % 2]
    plan = ("free", "pro")[user % 3 == 0]
    return [(f"u{user:03}", arm, plan, number, 2.5, 10 * number, number % 2) for number in range(count)]


def export(folder: Path, rows: Sequence[Sequence[Any]], name: str = "a.csv") -> Path:
    return write(folder, name, table(COLUMNS, rows))


def test_that_users_of_two_variants_are_a_randomised_trial(tmp_path: Path) -> None:
    path = export(tmp_path, [row for user in range(60) for row in sessions(user)])
    observed = open_files([path])
    assert (observed.randomised, observed.arms, observed.unit_column) == (True, ("control", "new_prompt"), "user_id")
    found = inspect(path)
    assert (found["units"]["baseline"], found["units"]["candidate"], found["units"]["in_both"]) == (30, 30, 0)
    assert found["metrics"]["revenue"]["tier"] == "ab"
    assert set(found["segments"]) == {"plan"}
    assert "randomised_arms" in codes(found)
    assert "no_shared_units" not in codes(found)
    assert "variant" not in found["metrics"]


def test_that_sessions_are_put_together_to_users(tmp_path: Path) -> None:
    path = export(tmp_path, [row for user in range(40) for row in sessions(user, 3)])
    found = inspect(path)
    assert found["files"][0]["rows"] == 40
    assert (mean(found, "orders"), mean(found, "revenue")) == (3.0, 7.5)
    assert mean(found, "seconds") == 10.0
    assert mean(found, "converted") == pytest.approx(1 / 3)
    said = next(problem["text"] for problem in found["problems"] if problem["code"] == "sessions_added")
    assert "120 rows were put together to 40 users" in said
    assert "added up: orders, revenue; averaged: seconds, converted" in said


def test_that_missing_values_of_a_session_are_no_zeros(tmp_path: Path) -> None:
    rows: list[Sequence[Any]] = [row for user in range(40) for row in sessions(user, 2)]
    rows += [("u900", "control", "", "", "", "", ""), ("u900", "control", "free", "", "", 4, "")]
    observed = open_files([export(tmp_path, rows)])
    unit = observed.units.index("u900")
    values = {
        observed.metrics[metric].name: value
        for metric, value, owner in zip(
            observed.rows.metric.tolist(), observed.rows.value.tolist(), observed.rows.unit.tolist(), strict=True
        )
        if owner == unit
    }
    assert np.isnan(values["orders"])
    assert values["seconds"] == 4.0
    assert observed.dimensions["plan"].labels[observed.dimensions["plan"].codes[unit]] == "free"


def test_that_users_who_saw_both_variants_are_left_out(tmp_path: Path) -> None:
    rows = [row for user in range(40) for row in sessions(user)]
    rows.append(("u000", "new_prompt", "pro", 1, 1.0, 1, 1))
    found = inspect(export(tmp_path, rows))
    assert (found["units"]["baseline"], found["units"]["candidate"]) == (19, 20)
    assert "crossed_users" in codes(found)


def test_that_a_table_in_which_users_saw_everything_stays_paired(tmp_path: Path) -> None:
    rows = [(f"u{user}", arm, "free", 1, 2.0, 3, user % 2) for arm in ("control", "treatment") for user in range(30)]
    observed = open_files([export(tmp_path, rows)])
    assert not observed.randomised
    assert inspect(export(tmp_path, rows))["units"]["in_both"] == 30


def test_that_choices_of_the_caller_win(tmp_path: Path) -> None:
    rows = [row for user in range(40) for row in sessions(user, 2)]
    path = export(tmp_path, rows)
    assert inspect(path, repeat="orders")["files"][0]["rows"] == 80
    assert set(inspect(path, arm_column="plan", unit="user_id")["arms"]) == {"free", "pro"}
    assert inspect(path, arm_column="variant", baseline="new_prompt")["arms"] == ["new_prompt", "control"]


def test_that_three_variants_with_numbers_as_names_are_arms(tmp_path: Path) -> None:
    rows = [(f"u{user}", user % 3, "free", 1, user * 0.5, 3, 0) for user in range(60)]
    found = inspect(export(tmp_path, rows))
    assert found["arms"] == ["0", "1", "2"]
    assert found["units"]["arms"] == {"0": 20, "1": 20, "2": 20}


def test_that_a_file_per_variant_is_a_trial_where_users_differ(tmp_path: Path) -> None:
    rows = [row for user in range(60) for row in sessions(user)]
    parts = [
        export(tmp_path, [row for row in rows if row[1] == arm], f"{arm}.csv") for arm in ("control", "new_prompt")
    ]
    assert open_files(parts).randomised
    assert "no_shared_units" not in codes(inspect(*parts))
    same = [(f"u{user}", arm, "free", 1, user * 0.5, 3, 0) for arm in ("control", "new_prompt") for user in range(30)]
    parts = [
        export(tmp_path, [row for row in same if row[1] == arm], f"{arm}.csv") for arm in ("control", "new_prompt")
    ]
    assert not open_files(parts).randomised
    assert inspect(*parts)["units"]["in_both"] == 30


def test_that_queries_of_an_account_stay_queries_where_one_variant_is_in_a_file(tmp_path: Path) -> None:
    rows = [(f"q{number}", f"a{number % 25}", "control", number * 0.5) for number in range(100)]
    path = write(tmp_path, "a.csv", table(("query_id", "account_id", "variant", "score"), rows))
    assert inspect(path)["units"]["baseline"] == 100


@needs_shared
def test_that_the_shared_experiment_is_read() -> None:
    folder = FORMATS / "ab_test"
    observed = open_files([folder / "experiment_users.csv"])
    assert (observed.randomised, observed.arms) == (True, ("control", "treatment"))
    found = inspect(folder / "experiment_users.csv")
    assert (found["units"]["baseline"], found["units"]["candidate"], found["units"]["in_both"]) == (1514, 1486, 0)
    assert set(found["segments"]) == {"persona", "query_tier_mix"}
