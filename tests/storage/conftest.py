"""Keeps the program's own folder inside the test, and makes the small project that the tests save and read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.small import Small, make_small


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program's data folder for one test."""
    folder = tmp_path / "appdata"
    monkeypatch.setenv("TRADEOFF_DATA", str(folder))
    return folder


@pytest.fixture
def small() -> Small:
    """A project of twelve units with everything that a file can hold."""
    return make_small()
