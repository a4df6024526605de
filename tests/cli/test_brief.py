"""`tradeoff brief`: every kind of briefing from one document, and each leads back to its scenario."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tradeoff
from tradeoff_app.storage import atomic
from tradeoff_app.storage.errors import StorageError

STARTS = {"pdf": b"%PDF-", "xlsx": b"PK\x03\x04", "txt": b"Support bot", "md": b"# Support bot"}


@pytest.mark.parametrize("ending", STARTS)
def test_that_the_ending_says_what_is_written_and_the_bytes_repeat(
    tradeoff: Tradeoff, support: Path, tmp_path: Path, ending: str
) -> None:
    first, second = (tmp_path / f"{number}.{ending}" for number in range(2))
    ran = tradeoff("brief", support, "-o", first, "--json")
    assert ran.code == 0
    assert first.read_bytes().startswith(STARTS[ending])
    assert ran.document["bytes"] == first.stat().st_size
    tradeoff("brief", support, "-o", second)
    assert first.read_bytes() == second.read_bytes()


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
