"""`tradeoff update`: new files under old decisions, and what that changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tradeoff, write_setup
from tradeoff_app.storage.project_file import read_project


def write_results(path: Path, passed: int, n: int = 200, first: int = 0, column: str = "done") -> Path:
    lines = [f"q{unit + first},{'head' if unit % 2 else 'tail'},{int(unit < passed)}" for unit in range(n)]
    path.write_text("\n".join([f"id,tier,{column}", *lines]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def release(tradeoff: Tradeoff, tmp_path: Path) -> Path:
    gate = {"id": "g", "metric": "done", "segment": "*", "rule": "superiority", "min_worthwhile": 0.02}
    setup = write_setup(tmp_path / "s.json", gates=[gate])
    old, new = write_results(tmp_path / "old.csv", 100), write_results(tmp_path / "new.csv", 140)
    ran = tradeoff("new", old, new, "-o", tmp_path / "r.tradeoff", "--setup", setup, "--json")
    assert ran.code == 0
    return tmp_path / "r.tradeoff"


def test_that_decisions_stay_and_what_changed_is_listed(tradeoff: Tradeoff, tmp_path: Path, release: Path) -> None:
    old, new = write_results(tmp_path / "old2.csv", 100, first=5), write_results(tmp_path / "new2.csv", 104, first=5)
    ran = tradeoff("update", release, old, new, "-o", tmp_path / "r2.tradeoff", "--json")
    assert ran.code == 0
    document = ran.document
    assert document["looks"] == {"before": 1, "after": 2}
    assert document["gates"] == [
        {"id": "g", "metric": "done", "segment": "*", "before": "MET", "after": document["gates"][0]["after"]}
    ]
    assert document["units"][0]["why"] == "ids_not_kept"
    assert [change["about"] for change in document["changes"]][-2:] == ["looks", "verdict"]
    first, second = read_project(release), read_project(tmp_path / "r2.tradeoff")
    assert second.project.gates == first.project.gates
    assert second.head.revision == first.head.revision + 1
    assert {source.file for source in second.project.sources.values()} == {"old2.csv", "new2.csv"}


def test_that_an_archive_knows_which_units_are_new(tradeoff: Tradeoff, tmp_path: Path) -> None:
    old, new = write_results(tmp_path / "old.csv", 100), write_results(tmp_path / "new.csv", 140)
    assert tradeoff("new", old, new, "-o", tmp_path / "r.tradeoffz").code == 0
    later = write_results(tmp_path / "new2.csv", 140, first=3)
    ran = tradeoff("update", tmp_path / "r.tradeoffz", old, later, "-o", tmp_path / "r2.tradeoffz", "--json")
    assert [(unit["added"], unit["removed"]) for unit in ran.document["units"]] == [(0, 0), (3, 3)]
    assert ran.document["files"][0]["same"] is True


def test_that_people_read_what_changed_in_sentences(tradeoff: Tradeoff, tmp_path: Path, release: Path) -> None:
    old, new = write_results(tmp_path / "old2.csv", 100), write_results(tmp_path / "new2.csv", 60, column="solved")
    ran = tradeoff("update", release, old, new, "-o", tmp_path / "r2.tradeoff")
    assert ran.code == 0
    assert "Looks at the data: 1 → 2" in ran.out


def test_that_one_file_in_place_of_two_is_refused_in_words(tradeoff: Tradeoff, tmp_path: Path, release: Path) -> None:
    only = write_results(tmp_path / "only.csv", 100)
    ran = tradeoff("update", release, only, "-o", tmp_path / "r2.tradeoff")
    assert ran.code == 3
    assert "the project compares 2 versions" in ran.err
    assert not (tmp_path / "r2.tradeoff").exists()
