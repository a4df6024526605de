"""`tradeoff brief`: every kind of briefing from one document, and each leads back to its scenario."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.cli.conftest import Tradeoff
from tradeoff_app.storage import atomic
from tradeoff_app.storage.errors import StorageError

STARTS = {"pdf": b"%PDF-", "xlsx": b"PK\x03\x04", "txt": b"Support bot", "md": b"# Support bot"}


@pytest.mark.parametrize("ending", STARTS)
def test_that_the_ending_says_what_is_written(tradeoff: Tradeoff, support: Path, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"b.{ending}"
    ran = tradeoff("brief", support, "-o", path, "--json")
    assert ran.code == 0
    assert path.read_bytes().startswith(STARTS[ending])
    assert ran.document["bytes"] == path.stat().st_size


@pytest.mark.parametrize("ending", STARTS)
def test_that_the_same_project_gives_the_same_bytes(
    tradeoff: Tradeoff, support: Path, tmp_path: Path, ending: str
) -> None:
    digests = set()
    for number in range(2):
        path = tmp_path / f"{number}.{ending}"
        tradeoff("brief", support, "-o", path)
        digests.add(hashlib.sha256(path.read_bytes()).hexdigest())
    assert len(digests) == 1


def test_that_audience_and_paper_are_heard(tradeoff: Tradeoff, support: Path, tmp_path: Path) -> None:
    sizes = {}
    for audience in ("one-page", "review", "audit"):
        tradeoff("brief", support, "-o", tmp_path / "b.txt", "--audience", audience)
        sizes[audience] = (tmp_path / "b.txt").stat().st_size
    assert sizes["one-page"] < sizes["review"] <= sizes["audit"]
    tradeoff("brief", support, "-o", tmp_path / "b.pdf", "--paper", "letter")
    assert b"612" in (tmp_path / "b.pdf").read_bytes()


def test_that_a_failed_write_keeps_the_old_briefing(
    tradeoff: Tradeoff, support: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _data: bytes) -> None:
        raise StorageError("not_written", path.name, "folder", "it can't be written", "Close it in Excel")

    path = tmp_path / "b.txt"
    path.write_text("old")
    monkeypatch.setattr(atomic, "write", refuse)
    ran = tradeoff("brief", support, "-o", path)
    assert ran.code == 5
    assert "Close it in Excel" in ran.err
    assert path.read_text() == "old"
