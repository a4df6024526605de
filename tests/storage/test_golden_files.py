"""Files of every released format open as what they were when they were saved."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.small import make_small
from tradeoff_app.storage.migrations import FORMAT_VERSION, STEPS
from tradeoff_app.storage.project_document import is_same_evidence
from tradeoff_app.storage.project_file import read_project

GOLDEN = sorted((Path(__file__).parent / "golden").glob("format_*.tradeoff"))


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_that_a_file_of_this_format_opens_as_it_was_saved(path: Path) -> None:
    stored, expected = read_project(path), make_small()
    assert stored.project == expected.project
    assert list(stored.project.scenarios) == ["zeta", "alpha"]
    assert is_same_evidence(stored.evidence_source, expected.source)
    assert stored.warnings == ()


def test_that_every_format_has_its_file_and_every_step_its_format() -> None:
    assert [path.stem for path in GOLDEN] == [f"format_{number}" for number in range(1, FORMAT_VERSION + 1)]
    assert len(STEPS) == FORMAT_VERSION - 1
