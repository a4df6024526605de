"""What the documents point at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#\s]+)")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_that_every_link_leads_to_a_file(document: Path) -> None:
    links = LINK.findall(document.read_text(encoding="utf-8"))
    lost = [link for link in links if "://" not in link and not (document.parent / link).exists()]
    assert lost == []


def test_that_the_guide_has_a_page_for_every_step() -> None:
    steps = {path.name for path in (ROOT / "tradeoff_app" / "ui" / "steps").iterdir() if (path / "page.py").exists()}
    pages = {path.stem for path in (ROOT / "docs" / "guide").glob("*.md")}
    assert sorted(steps - {"welcome"} - pages) == []


def test_that_every_format_page_is_in_the_list_of_tools() -> None:
    folder = ROOT / "docs" / "guide" / "formats"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in folder.glob("*.md") if page.name != "README.md" and page.name not in listed] == []
