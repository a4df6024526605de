"""The rules of every test with Qt, and no window that outlives its test."""

from collections.abc import Iterator

import pytest

from tests.journeys.window import close_windows
from tests.qt_rules import app, no_clock_left, own_folders, quiet_qt

__all__ = ["app", "closed_windows", "no_clock_left", "own_folders", "quiet_qt"]


@pytest.fixture(autouse=True)
def closed_windows(quiet_qt: None) -> Iterator[None]:
    """Windows are closed before the rules are looked at."""
    yield
    close_windows()
