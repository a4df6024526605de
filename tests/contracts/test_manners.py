"""Every manner of the window is held by a test that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINES = [line for line in (ROOT / "docs" / "manners.md").read_text(encoding="utf-8").splitlines() if "`tests/" in line]


@pytest.mark.parametrize("line", LINES, ids=[line.split("|")[1].strip()[:40] for line in LINES])
def test_that_a_manner_is_held_by_tests_that_exist(line: str) -> None:
    path = ""
    for named in re.findall(r"`([^`]*::\w+)`", line):
        own, name = named.split("::")
        path = own or path
        assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8"), named


def test_that_the_table_is_read() -> None:
    assert len(LINES) > 20
