"""The preview of a way of reading: raw cells beside what was read, parts, and what comes out, before it is applied."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.samples import table, write
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import ReadError, open_files
from tradeoff_app.readers.column_plan import ColumnPlanner
from tradeoff_app.readers.table_shape import read_shape
from tradeoff_app.readers.worker import ImportWorker

HEADER = ["id", "tier", "done", "cost", "state"]


def rows(shift: int = 0) -> list[list[object]]:
    return [[f"q{n + shift}", "ht"[n % 2], int((n + shift) % 3 > 0), f"{n},5 €", "done"] for n in range(24)]


def pair(folder: Path) -> list[Path]:
    return [
        write(folder, "a.csv", table(HEADER, rows(), ";")),
        write(folder, "b.csv", table(HEADER, rows(4), ";")),
    ]


def test_that_raw_cells_stand_beside_what_was_read(tmp_path: Path) -> None:
    plan = ColumnPlanner().plan(pair(tmp_path), ColumnMapping())
    raw, read, is_number = plan["files"][0]["samples"]["cost"][2]
    assert (raw, read, is_number) == ("2,5 €", 2.5, True)
    assert plan["files"][1]["samples"]["id"][0][0] == "q4"


def test_that_every_column_has_its_part_and_its_match(tmp_path: Path) -> None:
    plan = ColumnPlanner().plan(pair(tmp_path), ColumnMapping())
    parts = {column["name"]: column["part"] for column in plan["columns"]}
    assert parts["id"] == "unit"
    assert parts["tier"] == "segment"
    assert parts["done"] == "metric"
    keys = {column["name"]: column["key"] for column in plan["columns"]}
    assert keys["id"] == {"matched": 20, "before": 4, "after": 4}
    assert plan["outcome"]["matched"] == 20
    assert plan["outcome"]["only_before"] == 4
    assert plan["outcome"]["segments"] == [{"name": "tier", "values": 2}]


def test_that_a_stated_part_wins_and_shows_in_the_outcome(tmp_path: Path) -> None:
    planner, files = ColumnPlanner(), pair(tmp_path)
    planner.plan(files, ColumnMapping())
    plan = planner.plan(files, ColumnMapping(ignore=("cost",), cluster="tier"))
    parts = {column["name"]: column["part"] for column in plan["columns"]}
    assert parts["cost"] == "ignored"
    assert parts["tier"] == "cluster"
    assert [metric["name"] for metric in plan["outcome"]["metrics"]] == ["done"]


def test_that_a_mistake_is_said_and_the_columns_stay(tmp_path: Path) -> None:
    plan = ColumnPlanner().plan(pair(tmp_path), ColumnMapping(unit="nothing"))
    assert plan["outcome"] is None
    assert "nothing" in plan["errors"][0]["cause"]
    assert [column["name"] for column in plan["columns"]] == HEADER


def test_that_files_are_read_once_for_many_plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planner, files = ColumnPlanner(), pair(tmp_path)
    planner.plan(files, ColumnMapping())
    monkeypatch.setattr("tradeoff_app.readers.column_plan.read_files", lambda *_: pytest.fail("read again"))
    assert planner.plan(files, ColumnMapping(ignore=("cost",)))["errors"] == []


def test_that_every_file_that_can_not_be_read_is_named(tmp_path: Path) -> None:
    bad = [write(tmp_path, name, "id,a\nq1,1\nq2,0,extra\n") for name in ("x.csv", "y.csv")]
    plan = ColumnPlanner().plan(bad, ColumnMapping())
    assert [error["file"] for error in plan["errors"]] == ["x.csv", "y.csv"]
    with pytest.raises(ReadError) as caught:
        open_files(bad)
    assert [other.file for other in caught.value.others] == ["y.csv"]


def test_that_a_long_table_can_be_declared_wide(tmp_path: Path) -> None:
    long = [[f"q{n // 2}", ("fast", "kind")[n % 2], n % 5] for n in range(40)]
    path = write(tmp_path, "long.csv", table(["id", "metric", "value"], long))
    planner = ColumnPlanner()
    parts = {c["name"]: c["part"] for c in planner.plan([path], ColumnMapping())["columns"]}
    assert parts == {"id": "unit", "metric": "metric_name", "value": "metric_value"}
    wide = planner.plan([path], ColumnMapping(layout="wide"))
    assert "value" in {metric["name"] for metric in wide["outcome"]["metrics"]}


def test_that_a_status_column_can_be_named(tmp_path: Path) -> None:
    made = [[f"q{n}", n % 2, "timeout" if n % 6 == 0 else "ok"] for n in range(30)]
    path = write(tmp_path, "s.csv", table(["id", "done", "how_it_went"], made))
    observed = open_files([path], ColumnMapping(status="how_it_went"))
    assert observed.files[0].error_rows == 5


def test_that_tables_with_the_same_header_have_the_same_shape(tmp_path: Path) -> None:
    first, second = pair(tmp_path)
    other = write(tmp_path, "c.csv", table(["id", "done"], [["q1", 1], ["q2", 0]]))
    assert read_shape(first) == read_shape(second) is not None
    assert read_shape(other) != read_shape(first)
    assert read_shape(tmp_path / "missing.csv") is None


def test_that_the_worker_plans_and_remembers(tmp_path: Path) -> None:
    files = pair(tmp_path)
    shape = read_shape(files[0])
    assert shape is not None
    known = {shape: ColumnMapping(ignore=("cost",))}
    with ImportWorker() as worker:
        worker.start(files, ColumnMapping(), "plan")
        while not (state := worker.poll()).is_done:
            worker._sleep()
        assert state.plan is not None
        assert state.plan["shape"] == shape
        worker.start(files, ColumnMapping(), remembered=known)
        while not (state := worker.poll()).is_done:
            worker._sleep()
    assert state.mapping == known[shape]
    assert state.observations is not None
    assert [metric.name for metric in state.observations.metrics] == ["done"]


def test_that_a_remembered_way_that_no_longer_fits_is_left_alone(tmp_path: Path) -> None:
    files = pair(tmp_path)
    known = {read_shape(files[0]) or "": ColumnMapping(unit="gone")}
    with ImportWorker() as worker:
        worker.start(files, ColumnMapping(), remembered=known)
        while not (state := worker.poll()).is_done:
            worker._sleep()
    assert state.mapping is None
    assert state.observations is not None
