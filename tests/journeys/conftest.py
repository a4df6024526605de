"""The rules of every test with Qt."""

from tests.qt_rules import app, no_clock_left, own_folders, quiet_qt

__all__ = ["app", "no_clock_left", "own_folders", "quiet_qt"]
