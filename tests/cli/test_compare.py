"""`tradeoff compare`: differences in words, both values and verdicts, and an exit code that says whether any."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Tradeoff
from tests.storage.small import make_project
from tradeoff_app.colleagues.compare import compare_projects
from tradeoff_app.model.gate import Seal
from tradeoff_app.model.overlay import apply_setup
from tradeoff_app.model.range import Range
from tradeoff_app.model.segment import Exposure
from tradeoff_app.storage.project_file import read_project, write_project
from tradeoff_app.wording.speaker import Speaker


@pytest.fixture
def theirs(tmp_path: Path, support: Path) -> Path:
    """The same project with another weight, a new gate and a price."""
    stored = read_project(support)
    per_unit = {"low": -500.0, "base": -500.0, "high": -500.0}
    scenario = {
        "id": "base",
        "segment_weights": {"rare": 0.8},
        "money": [{"metric": "irrelevant", "per_unit": per_unit}],
    }
    gate = {"id": "new", "metric": "handover", "rule": "superiority"}
    setup = {"schema": "tradeoff/setup@1", "scenarios": [scenario], "gates": [gate]}
    path = tmp_path / "theirs.tradeoff"
    write_project(path, apply_setup(stored.project, setup), stored.evidence_source)
    return path


def test_that_equal_projects_are_exit_0(tradeoff: Tradeoff, support: Path) -> None:
    ran = tradeoff("compare", support, support, "--json")
    assert ran.code == 0
    assert ran.document["differences"] == []


def test_that_differences_are_told_with_values_and_verdicts(tradeoff: Tradeoff, support: Path, theirs: Path) -> None:
    ran = tradeoff("compare", support, theirs, "--json")
    document = ran.document
    assert ran.code == 1
    assert document["schema"] == "tradeoff/compare@1"
    items = {one["item"]: one for one in document["differences"]}
    assert set(items) == {
        "scenarios/base/segment_weights/rare",
        "scenarios/base/money/irrelevant|*/per_unit",
        "gates/new",
    }
    assert items["gates/new"]["kind"] == "added"
    assert "$8.00" in items["scenarios/base/money/irrelevant|*/per_unit"]["text"]
    assert set(document["gap"]) >= {"quantity", "mine", "theirs", "parts", "why"}
    assert document["gap"]["mine"] > document["gap"]["theirs"]
    assert document["verdicts"]["mine"] == "SHIP_WITH_ACCEPTED_REGRESSIONS"


def test_that_the_base_tells_a_change_from_a_conflict(tradeoff: Tradeoff, support: Path, theirs: Path) -> None:
    document = tradeoff("compare", support, theirs, "--base", support, "--json").document
    assert [one["conflict"] for one in document["differences"]] == [False] * 3
    assert tradeoff("compare", theirs, support, "--base", theirs).code == 1


def test_that_other_rows_are_a_difference(tradeoff: Tradeoff, support: Path, tmp_path: Path) -> None:
    stored = read_project(support)
    stored.evidence_source.table.values[0, 1, :50] = 0.0
    other = tmp_path / "other.tradeoff"
    write_project(other, stored.project, stored.evidence_source)
    (found,) = tradeoff("compare", support, other, "--json").document["differences"]
    assert found["item"] == "evidence"


def test_that_people_read_a_line_for_each_difference(tradeoff: Tradeoff, support: Path, theirs: Path) -> None:
    ran = tradeoff("compare", support, theirs)
    assert len(ran.out.splitlines()) == 4
    assert "verdict: SHIP_WITH_ACCEPTED_REGRESSIONS (mine)" in ran.out


def test_that_every_kind_of_item_has_words(support: Path) -> None:
    """Whatever is added, removed or changed anywhere in a project can be said."""
    project = make_project().change(
        exposure=Exposure(basis="query", per_month=Range.exactly(5.0)),
        as_of=None,
        notes={"method": "x"},
        sealed=Seal(at="2026-10-01", sha256="00"),
        looks=3,
    )
    other = read_project(support).project
    for mine, theirs in ((project, other), (other, project)):
        speaker = Speaker(mine)
        found = compare_projects(mine, theirs)
        texts = [speaker.difference(one.item, one.mine, one.theirs, one.kind) for one in found]
        assert len(texts) > 20
        assert all(texts)
