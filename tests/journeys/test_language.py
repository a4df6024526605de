"""The window changes its language at once, and nothing that was being done is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from tests.journeys.window import open_window
from tradeoff_app.app import translation


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    locale = QLocale()
    yield
    translation.install("en")
    QLocale.setDefault(locale)


def test_that_another_language_keeps_the_work_its_history_and_the_step() -> None:
    window = open_window(is_story=True)
    window.document.edit(window.document.project.change(title="Renamed"), "Rename the project")
    window._ready_workspace().show_step("gates")
    window._set_language("de")
    workspace = window.workspace
    assert workspace is not None
    assert (workspace.current_step(), window.document.project.title) == ("gates", "Renamed")
    assert window.document.undo_name == "Rename the project"
    assert workspace.verdict_bar.text().startswith("Noch nicht")


def test_that_numbers_in_fields_follow_the_language() -> None:
    window = open_window(is_story=True)
    window._set_language("de")
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"


def test_that_every_shortcut_stands_once_after_a_change_of_language() -> None:
    window = open_window(is_story=True)
    before = sorted(action.shortcut().toString() for action in window.actions())
    window._set_language("de")
    assert sorted(action.shortcut().toString() for action in window.actions()) == before
