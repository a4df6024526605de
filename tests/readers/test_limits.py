from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from tests.readers.samples import table, write
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import (
    ReadError,
    archive,
    json_text,
    limits,
    open_files,
    preview_file,
    sheet_xml,
    source,
    table_block,
)
from tradeoff_app.readers.worker import ImportWorker

Make = Callable[[Path], Path]
ROWS = [[f"q{number}", number % 2, "x"] for number in range(20)]


def plain_table(folder: Path) -> Path:
    return write(folder, "many.csv", table(["id", "ok", "note"], ROWS))


def packed_table(folder: Path) -> Path:
    path = folder / "many.csv.gz"
    path.write_bytes(gzip.compress(table(["id", "ok", "note"], ROWS).encode() * 50))
    return path


def packed_pieces(folder: Path) -> Path:
    path = folder / "many.csv.gz"
    lines = table(["id", "ok", "note"], ROWS).encode().splitlines(keepends=True)
    path.write_bytes(b"".join(map(gzip.compress, lines)))
    return path


def log(folder: Path) -> Path:
    path = folder / "many.eval"
    spec = {"task": "t", "model": "m", "created": "2026-10-01T09:00:00+00:00"}
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("header.json", json.dumps({"version": 2, "status": "success", "eval": spec}))
        for number in range(20):
            sample = {"id": number, "epoch": 1, "input": "x" * 400, "scores": {"s": {"value": 1}}}
            made.writestr(f"samples/{number}_epoch_1.json", json.dumps(sample))
    return path


def workbook(folder: Path) -> Path:
    path = folder / "many.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    for number, row in enumerate([["id", "ok", "note"], *ROWS]):
        sheet.write_row(number, 0, row)
    book.close()
    return path


def long_cell(folder: Path) -> Path:
    rows = [*ROWS, ["q20", 1, "x" * (limits.MAX_CELL_CHARACTERS + 1)]]
    return write(folder, "many.csv", table(["id", "ok", "note"], rows))


def deep_json(folder: Path) -> Path:
    depth = limits.MAX_DEPTH + 5
    return write(folder, "many.json", '[{"id": 1, "score": 1, "note": ' + "[" * depth + "]" * depth + "}]")


def long_list(folder: Path) -> Path:
    return write(folder, "many.json", json.dumps([{"id": number} for number in range(20)]))


def many_lines(folder: Path) -> Path:
    return write(folder, "many.jsonl", '{"id": 1, "score": 1}\n' * 20)


@pytest.mark.parametrize(
    ("make", "module", "name", "limit"),
    [
        (plain_table, table_block, "MAX_CELLS", 19),
        (long_list, json_text, "MAX_VALUES", 39),
        (many_lines, json_text, "MAX_VALUES", 39),
        (plain_table, table_block, "MAX_ROWS", 19),
        (plain_table, table_block, "MAX_COLUMNS", 2),
        (plain_table, table_block, "MAX_CELLS", 59),
        (packed_table, source, "MAX_UNPACKED_BYTES", 5_000),
        (packed_pieces, source, "MAX_GZIP_MEMBERS", 19),
        (log, archive, "MAX_MEMBERS", 20),
        (log, archive, "MAX_UNPACKED_BYTES", 5_000),
        (workbook, sheet_xml, "MAX_SHARED_STRINGS", 10),
        (workbook, sheet_xml, "MAX_CELLS", 30),
        (long_cell, None, "MAX_CELL_CHARACTERS", limits.MAX_CELL_CHARACTERS),
        (deep_json, None, "MAX_DEPTH", limits.MAX_DEPTH),
    ],
)
def test_that_each_refusal_names_the_file_and_the_limit(
    make: Make, module: object, name: str, limit: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path)
    if module is not None:
        assert open_files([path]).units
        monkeypatch.setattr(module, name, limit)
    with pytest.raises(ReadError) as caught:
        open_files([path])
    assert caught.value.file == path.name
    assert f"limit of {limit:,}" in caught.value.sentence
    assert preview_file(path)["error"] == caught.value.sentence


def test_that_limits_are_those_that_are_promised() -> None:
    assert (limits.MAX_ROWS, limits.MAX_COLUMNS, limits.MAX_CELLS) == (2_000_000, 6_000, 20_000_000)
    assert (limits.MAX_DEPTH, limits.MAX_CELL_CHARACTERS) == (100, 4_000_000)
    assert (limits.MAX_MEMBER_BYTES, limits.MAX_UNPACKED_BYTES) == (128 << 20, 256 << 20)
    assert (limits.MAX_SHARED_STRINGS, limits.MAX_MEMBERS) == (500_000, 50_000)


def test_that_a_member_beyond_the_limit_is_refused_without_being_unpacked_whole(tmp_path: Path) -> None:
    path = tmp_path / "bomb.eval"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made:
        made.writestr("header.json", json.dumps({"version": 2, "status": "success", "eval": {"task": "t"}}))
        made.writestr("samples/1_epoch_1.json", b" " * (limits.MAX_MEMBER_BYTES + 1))
    with pytest.raises(ReadError, match=r"bomb\.eval: samples/1_epoch_1\.json: .*limit of 134,217,728 bytes"):
        open_files([path])


def test_that_the_worker_refuses_what_reading_here_refuses(tmp_path: Path) -> None:
    path = deep_json(tmp_path)
    with ImportWorker() as worker:
        with pytest.raises(ReadError, match="limit of 100 levels"):
            worker.run([path], ColumnMapping())
        assert "limit of 100 levels" in worker.preview(path, ColumnMapping())["error"]


def test_that_bytes_behind_gzip_data_are_refused_and_padding_is_not(tmp_path: Path) -> None:
    packed = gzip.compress(table(["id", "ok", "note"], ROWS).encode())
    padded, trailed = tmp_path / "padded.csv.gz", tmp_path / "trailed.csv.gz"
    padded.write_bytes(packed + bytes(512))
    trailed.write_bytes(packed + b"\x1e" + gzip.compress(b"q99,1,x\n")[1:])
    assert preview_file(padded, ColumnMapping())["rows"] == len(ROWS)
    assert "behind the gzip data" in preview_file(trailed, ColumnMapping())["error"]


def test_that_gzip_members_are_one_text_wherever_they_are_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = gzip.compress(b"id,ok\nq1,1\n"), gzip.compress(b"q2,0\n")
    path = tmp_path / "two.csv.gz"
    path.write_bytes(first + second)
    monkeypatch.setattr(source, "CHUNK", len(first) + 1)
    assert preview_file(path, ColumnMapping())["rows"] == 2
