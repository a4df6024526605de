"""A new format, metric type, figure, section or step is one file and one registration: none is forgotten."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FAMILIES = {
    "readers/formats": "tradeoff_app.readers.catalogue",
    "analysis/metric_types": "tradeoff_app.analysis.catalogue",
    "figures/kinds": "tradeoff_app.figures.catalogue",
    "briefing/sections": "tradeoff_app.briefing.catalogue",
    "wording/explanations/kinds": "tradeoff_app.wording.explanations.catalogue",
    "wording/languages": "tradeoff_app.wording.languages.catalogue",
}


def _alternatives(folder: str) -> set[str]:
    return {path.stem for path in (ROOT / "tradeoff_app" / folder).glob("*.py")} - {"__init__", "catalogue", "language"}


@pytest.mark.parametrize(("folder", "catalogue"), FAMILIES.items())
def test_that_every_alternative_is_in_its_catalogue(folder: str, catalogue: str) -> None:
    source = Path(str(import_module(catalogue).__file__)).read_text(encoding="utf-8")
    missing = sorted(name for name in _alternatives(folder) if name not in source)
    assert missing == []


def test_that_every_step_of_the_rail_is_in_its_catalogue() -> None:
    folder = ROOT / "tradeoff_app" / "ui" / "steps"
    source = (folder / "catalogue.py").read_text(encoding="utf-8")
    steps = {path.name for path in folder.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert sorted(step for step in steps if f"steps.{step}" not in source and step != "welcome") == []


def test_that_every_format_has_a_page_in_the_guide() -> None:
    guide = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "guide").rglob("*.md"))
    formats = import_module("tradeoff_app.readers.catalogue").FORMATS
    assert [known.label for known in formats if known.label not in guide] == []
