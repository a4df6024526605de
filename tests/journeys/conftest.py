"""The rules of every test with Qt, and no window that outlives its test."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from tests.journeys.window import close_windows
from tests.qt_rules import app, no_clock_left, own_folders, quiet_qt
from tradeoff_app.app import translation

__all__ = ["app", "closed_windows", "no_clock_left", "own_folders", "quiet_qt"]

GERMAN = Path(__file__).parents[2] / "resources" / "translations" / "tradeoff_de.ts"


@pytest.fixture(autouse=True)
def closed_windows(quiet_qt: None) -> Iterator[None]:
    """Windows are closed before the rules are looked at."""
    yield
    close_windows()


@pytest.fixture(scope="session")
def words(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the compiled words, made from the translations as they stand."""
    folder = tmp_path_factory.mktemp("words")
    tool = Path(sys.executable).parent / "pyside6-lrelease"
    subprocess.run([tool, "-silent", GERMAN, "-qm", folder / "tradeoff_de.qm"], check=True)
    return folder


@pytest.fixture
def german(words: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """German as it stands in the translations, for windows that are set to it; English again behind the test."""
    monkeypatch.setattr(translation, "FOLDER", words)
    locale = QLocale()
    yield
    translation.install("en")
    QLocale.setDefault(locale)
