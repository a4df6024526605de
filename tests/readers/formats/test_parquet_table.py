from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from tests.readers.samples import SHARED, needs_shared
from tradeoff_app.readers import ReadError, inspect_files, open_files, preview_file
from tradeoff_app.readers.limits import MAX_CELL_CHARACTERS


def write_parquet(path: Path, query: str) -> Path:
    import duckdb

    target = str(path).replace("'", "''")
    with duckdb.connect(":memory:") as engine:
        engine.execute(f"COPY ({query}) TO '{target}' (FORMAT parquet)")
    return path


def test_that_two_files_are_paired_by_their_id(tmp_path: Path) -> None:
    columns = "'q' || i AS item, ['head', 'tail'][i % 2 + 1] AS tier, i % 3 = 0 AS done, i * {} AS score"
    rows = f"SELECT {columns} FROM range(12) r(i)"
    before = write_parquet(tmp_path / "a.parquet", rows.format("0.5"))
    after = write_parquet(tmp_path / "b.parquet", rows.format("0.25"))
    document = inspect_files([before, after])
    assert document["unit_column"] == "item"
    assert document["units"]["in_both"] == 12
    assert document["metrics"]["score"]["paired"]["mean_difference"] == pytest.approx(-5.5 / 4)
    assert document["metrics"]["done"]["type"] == "binary"
    assert set(document["segments"]) == {"tier"}
    assert document["files"][0]["format"] == "parquet"


def test_that_values_survive_exactly(tmp_path: Path) -> None:
    query = (
        "SELECT * FROM (VALUES ('007', 'NA', 9007199254740993, 12345678901234567890::DECIMAL(20,0),"
        " 0.10::DECIMAL(4,2)), ('008', '', NULL, NULL, NULL)) t(id, seg, big, bigger, price)"
    )
    shown = preview_file(write_parquet(tmp_path / "a.parquet", query))
    assert shown["head"] == [
        {"id": "007", "seg": "NA", "big": 9007199254740993, "bigger": 12345678901234567890, "price": 0.1},
        {"id": "008", "seg": None, "big": None, "bigger": None, "price": None},
    ]


def test_that_moments_bytes_and_objects_become_plain_cells(tmp_path: Path) -> None:
    query = (
        "SELECT TIMESTAMPTZ '2026-01-01 10:00+02' AS at, DATE '2026-01-02' AS day,"
        " 'a'::BLOB AS text, '\\xFF'::BLOB AS bytes,"
        " {'tone': 4, 'by': {'when': TIMESTAMP '2026-01-01', 'share': 0.5::DECIMAL(3,1)}} AS mark, [1, 2] AS list,"
        " MAP {'k': 1.5} AS map, 'nan'::DOUBLE AS nothing, NULL AS empty"
    )
    shown = preview_file(write_parquet(tmp_path / "a.parquet", query))
    assert shown["head"] == [
        {
            "at": "2026-01-01 08:00:00+00",
            "day": "2026-01-02",
            "text": "a",
            "bytes": "ff",
            "mark.tone": 4,
            "mark.by.when": "2026-01-01T00:00:00",
            "mark.by.share": 0.5,
            "list": "[1,2]",
            "map.k": 1.5,
            "nothing": None,
            "empty": None,
        }
    ]
    assert any("nothing" in warning for warning in shown["warnings"])


def test_that_awkward_names_of_files_are_read(tmp_path: Path) -> None:
    query = "SELECT 'u' || i AS id, 0.5 AS s FROM range(3) r(i)"
    path = write_parquet(tmp_path / "plain.parquet", query)
    folder = tmp_path / "day=monday"
    folder.mkdir()
    for name in ("we[i]rd.parquet", "it's *.parquet", "noextension", "day=monday/x.csv"):
        copy = tmp_path / name
        copy.write_bytes(path.read_bytes())
        shown = preview_file(copy)
        assert (shown["rows"], shown["columns"]) == (3, ["id", "s"])
    packed = tmp_path / "a.parquet.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    assert preview_file(packed)["rows"] == 3


def test_that_damage_is_named(tmp_path: Path) -> None:
    whole = write_parquet(tmp_path / "a.parquet", "SELECT 'u' || i AS id, i / 7 AS s FROM range(100) r(i)").read_bytes()
    cut = tmp_path / "cut.parquet"
    cut.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(
        ReadError, match=r"cut\.parquet: this Parquet file is damaged or incomplete: its footer"
    ) as cut_off:
        open_files([cut])
    assert cut_off.value.code == "damaged"
    strange = tmp_path / "strange.parquet"
    footer = len(whole) - 8 - int.from_bytes(whole[-8:-4], "little")
    strange.write_bytes(whole[:footer] + b"\xff" * 12 + whole[footer + 12 :])
    with pytest.raises(ReadError, match=r"strange\.parquet: this Parquet file is damaged") as damaged:
        open_files([strange])
    assert str(tmp_path) not in damaged.value.sentence
    locked = tmp_path / "locked.parquet"
    locked.write_bytes(b"PARE" + whole[4:-4] + b"PARE")
    with pytest.raises(ReadError, match="encrypted"):
        open_files([locked])


def test_that_nothing_to_compare_is_said(tmp_path: Path) -> None:
    empty = write_parquet(tmp_path / "empty.parquet", "SELECT 1 AS a WHERE false")
    with pytest.raises(ReadError, match="0 rows"):
        open_files([empty])
    assert preview_file(write_parquet(tmp_path / "one.parquet", "SELECT 'u1' AS id, 0.5 AS s"))["rows"] == 1


def test_that_bombs_are_refused_before_they_unfold(tmp_path: Path) -> None:
    many = write_parquet(tmp_path / "many.parquet", "SELECT 1 AS a FROM range(2100000)")
    assert "too many rows: 2,100,000" in preview_file(many)["error"]
    long = write_parquet(tmp_path / "long.parquet", f"SELECT repeat('x', {MAX_CELL_CHARACTERS + 1}) AS t")
    assert "column t: a cell of 4,000,001 bytes" in preview_file(long)["error"]
    repeated = write_parquet(tmp_path / "repeated.parquet", "SELECT repeat('x', 100000) AS t FROM range(5000)")
    assert "the file is too large: its texts unpack to 500,000,000 bytes" in preview_file(repeated)["error"]


@needs_shared
def test_that_the_shared_pair_is_read() -> None:
    folder = SHARED / "formats" / "plain" / "parquet"
    document = inspect_files([folder / "baseline.parquet", folder / "candidate.parquet"])
    assert (document["unit_column"], document["units"]["in_both"]) == ("query_id", 250)
    assert {"task_completed", "helpfulness", "latency_ms", "cost_usd"} <= set(document["metrics"])
    assert set(document["segments"]) == {"persona", "query_tier", "country"}
    assert document["metrics"]["task_completed"]["paired"]["mean_difference"] == pytest.approx(0.064)
