from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import codes, inspect, mean, refusal
from tests.readers.formats.test_parquet_table import write_parquet
from tests.readers.samples import promptfoo_file, promptfoo_row, table
from tradeoff_app.readers import preview_file

COLUMNS = ("item", "score")


def scores(step: float, rows: int = 20) -> str:
    return table(COLUMNS, [(f"q{number}", number * step) for number in range(rows)])


def archive(folder: Path, members: Mapping[str, Any], name: str = "results.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for member, data in members.items():
            target.writestr(member, data)
    return path


def test_that_two_tables_are_two_arms_named_by_their_members(tmp_path: Path) -> None:
    members = {
        "export/after.csv": scores(0.5),
        "export/before.csv": scores(0.25),
        "__MACOSX/export/._after.csv": b"\0\1",
        "export/": "",
        "README.md": "notes",
    }
    found = inspect(archive(tmp_path, members))
    assert (found["arms"], found["units"]["in_both"]) == (["export/before", "export/after"], 20)
    assert mean(found, "score", "after") == 2 * mean(found, "score")
    assert found["files"][0]["file"] == "results.zip"


def test_that_one_table_is_a_plain_file(tmp_path: Path) -> None:
    path = archive(tmp_path, {"a.csv": scores(0.5)})
    assert inspect(path)["arms"] == ["baseline"]
    other = archive(tmp_path, {"b.csv": scores(0.25)}, "other.zip")
    assert inspect(path, other)["units"]["in_both"] == 20


def test_that_any_format_may_be_inside(tmp_path: Path) -> None:
    parquet = write_parquet(tmp_path / "a.parquet", "SELECT 'q' || i AS item, i * 0.5 AS score FROM range(20) r(i)")
    assert preview_file(archive(tmp_path, {"a.parquet": parquet.read_bytes()}))["rows"] == 20
    logs = {}
    for name in ("old", "new"):
        rows = [promptfoo_row(f"c{number}", "bot") for number in range(4)]
        logs[f"{name}.json"] = promptfoo_file(tmp_path, f"{name}.json", rows).read_bytes()
    found = inspect(archive(tmp_path, logs))
    assert (found["arms"], found["files"][0]["format"]) == (["old", "new"], "promptfoo")


def test_that_a_table_of_segments_is_joined_to_the_results(tmp_path: Path) -> None:
    tiers = table(("key", "tier"), [(f"q{number}", "head" if number < 15 else "tail") for number in range(20)])
    found = inspect(archive(tmp_path, {"before.csv": scores(0.5), "after.csv": scores(0.25), "segments.csv": tiers}))
    assert found["segments"]["tier"]["candidate"] == {"head": 15, "tail": 5}
    assert "member_joined" in codes(found)
    strangers = table(("key", "tier"), [(f"x{number}", "head") for number in range(20)])
    found = inspect(archive(tmp_path, {"before.csv": scores(0.5), "after.csv": scores(0.25), "other.csv": strangers}))
    assert "member_not_used" in codes(found)


def test_that_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    found = inspect(archive(tmp_path, {"a.csv": scores(0.5), "broken.json": '{"a": ['}))
    assert "member_not_read" in codes(found)
    assert "broken.json" in refusal(archive(tmp_path, {"broken.json": '{"a": ['}))
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as nested:
        nested.writestr("a.csv", scores(0.5))
    assert "archive inside an archive" in refusal(archive(tmp_path, {"inner.csv": inner.getvalue()}))
    many = {f"part{number}.csv": scores(0.5) for number in range(13)}
    assert "13 result files, more than the limit of 12" in refusal(archive(tmp_path, many))
    assert "ZIP archive of something else" in refusal(archive(tmp_path, {"picture.png": b"x"}))


def test_that_bombs_and_paths_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    bomb = archive(tmp_path, {"a.csv": b"item,score\n" + b"0" * (129 << 20)})
    assert "too large" in refusal(bomb)
    assert "something else" in refusal(archive(tmp_path, {"../../evil.csv": scores(0.5)}))
    assert not (tmp_path.parent / "evil.csv").exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_that_a_member_that_stands_twice_is_refused_and_not_read_twice(tmp_path: Path) -> None:
    path = tmp_path / "results.zip"
    with zipfile.ZipFile(path, "w") as target:
        for step in (0.1, 0.2):
            target.writestr("a.csv", scores(step))
    assert "a.csv twice" in refusal(path)
