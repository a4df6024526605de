from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.readers.samples import eval_log
from tradeoff_app.readers.archive import Archive, is_strange_name
from tradeoff_app.readers.refusal import ReadError


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, 93])
def test_that_members_come_back_whole(tmp_path: Path, method: int) -> None:
    value = {"text": "x" * 700_000, "n": 1}
    with Archive(eval_log(tmp_path / "a.eval", [("header.json", value)], method), "a.eval") as archive:
        assert len(archive.read("header.json")) > 700_000


def test_that_the_last_member_of_a_name_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("h", "old")
        with pytest.warns(UserWarning, match="Duplicate"):
            made.writestr("h", "new")
    with Archive(path, "a.zip") as archive:
        assert archive.read("h") == b"new"
        assert archive.repeated == ("h",)


def test_that_a_bomb_stops_at_the_limit(tmp_path: Path) -> None:
    path = eval_log(tmp_path / "a.zip", [("big", "0" * 3_000_000)])
    with Archive(path, "a.zip") as archive, pytest.raises(ReadError, match=r"big: .*limit of 1,000,000"):
        archive.read("big", 1_000_000)


def test_that_a_flipped_bit_is_found(tmp_path: Path) -> None:
    path = eval_log(tmp_path / "a.zip", [("data", "abcdef")], zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b"abcdef", b"abcdeg"))
    with Archive(path, "a.zip") as archive, pytest.raises(ReadError, match="checksum"):
        archive.read("data")


@pytest.mark.parametrize("cut", [40, 60])
def test_that_a_cut_archive_is_refused(tmp_path: Path, cut: int) -> None:
    path = eval_log(tmp_path / "a.zip", [("data", "abcdef")])
    path.write_bytes(path.read_bytes()[:-cut])
    with pytest.raises(ReadError, match="damaged"):
        Archive(path, "a.zip")


@pytest.mark.parametrize(
    ("name", "strange"), [("a/b.json", False), ("../x", True), ("/x", True), ("..\\x", True), ("C:\\x", True)]
)
def test_that_names_leading_out_of_the_folder_are_seen(name: str, strange: bool) -> None:
    assert is_strange_name(name) is strange
