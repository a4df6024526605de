"""`tradeoff new --reference`: versions that are shown beside the others and never judged."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tradeoff
from tradeoff_app.storage.project_file import read_project

Pair = tuple[Path, Path]


@pytest.fixture
def people(tmp_path: Path, csv_pair: Pair) -> Path:
    """What people reached on the same items: all of them."""
    path = tmp_path / "people.csv"
    lines = csv_pair[0].read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], *(f"{line[:-4]},1,0" for line in lines[1:])]) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def three_versions(tmp_path: Path, csv_pair: Pair) -> Path:
    """One file with the rows of three versions."""
    path = tmp_path / "all.csv"
    rows = [path.read_text(encoding="utf-8").splitlines()[1:] for path in (*csv_pair, csv_pair[0])]
    lines = [f"{name},{line}" for name, part in zip(("v1", "v2", "people"), rows, strict=True) for line in part]
    path.write_text("\n".join(["model,item_id,query_tier,task_done,irrelevant", *lines]) + "\n", encoding="utf-8")
    return path


def test_that_a_file_is_shown_and_not_judged(tradeoff: Tradeoff, csv_pair: Pair, people: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.tradeoff"
    assert tradeoff("new", *csv_pair, "--reference", people, "-o", path).code == 0
    project = read_project(path).project
    assert list(project.candidates) == ["candidate"]
    assert [item.label for item in project.references.values()] == ["people"]
    document = tradeoff("evaluate", path, "--json").document
    assert {effect["candidate"] for effect in document["effects"]} == {"candidate"}


def test_that_it_changes_no_number_of_the_others(
    tradeoff: Tradeoff, csv_pair: Pair, people: Path, tmp_path: Path
) -> None:
    alone, beside = tmp_path / "a.tradeoff", tmp_path / "b.tradeoff"
    assert tradeoff("new", *csv_pair, "-o", alone).code == 0
    assert tradeoff("new", *csv_pair, "--reference", people, "-o", beside).code == 0
    effects = [tradeoff("evaluate", path, "--json").document["effects"] for path in (alone, beside)]
    assert effects[0] == effects[1]


def test_that_a_version_inside_a_file_is_named(tradeoff: Tradeoff, three_versions: Path, tmp_path: Path) -> None:
    path = tmp_path / "p.tradeoff"
    words = ("--arm-column", "model", "--baseline", "v1", "--reference", "people")
    assert tradeoff("new", three_versions, *words, "-o", path).code == 0
    project = read_project(path).project
    assert (list(project.candidates), list(project.references)) == (["v2"], ["people"])


@pytest.mark.parametrize(
    ("name", "cause"),
    [("v1", '"v1" is the baseline'), ("nobody", 'there is no version "nobody", and no file')],
)
def test_that_what_is_no_version_is_refused(
    tradeoff: Tradeoff, three_versions: Path, tmp_path: Path, name: str, cause: str
) -> None:
    words = ("--arm-column", "model", "--baseline", "v1", "--reference", name)
    ran = tradeoff("new", three_versions, *words, "-o", tmp_path / "p.tradeoff")
    assert ran.code == 2
    assert f"--reference: {cause}. The versions after the baseline: v2, people" in ran.err


def test_that_references_alone_leave_nothing_to_judge(
    tradeoff: Tradeoff, csv_pair: Pair, people: Path, tmp_path: Path
) -> None:
    ran = tradeoff("new", csv_pair[0], "--reference", people, "-o", tmp_path / "p.tradeoff")
    assert ran.code == 2
    assert "there is only one version to look at" in ran.err


def test_that_a_missing_file_and_the_results_themselves_are_refused(
    tradeoff: Tradeoff, csv_pair: Pair, people: Path, tmp_path: Path
) -> None:
    ran = tradeoff("new", *csv_pair, "--reference", tmp_path / "none.csv", "-o", tmp_path / "p.tradeoff")
    assert (ran.code, "none.csv" in ran.err) == (3, True)
    target = people.rename(tmp_path / "people.tradeoff")
    assert tradeoff("new", *csv_pair, "--reference", target, "-o", target).code == 2
