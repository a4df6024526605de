"""A German window speaks German: no text, tip, head, menu entry or spoken name of it is left in English."""

from __future__ import annotations

import html
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests.app.stories import story
from tests.journeys.conftest import GERMAN
from tests.journeys.texts import texts_of
from tests.journeys.window import open_window
from tradeoff_app.analysis.observations import Problem
from tradeoff_app.app import translation
from tradeoff_app.storage.project_file import write_project
from tradeoff_app.ui.dialogs.problems import ProblemsDialog
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.steps.catalogue import STEPS

OF_THE_PROJECT = frozenset({"Support bot 4.2 → 4.3"})
"""What the project itself says is nobody's to translate, even where a sample of the first page has the same name."""


@pytest.fixture
def window(german: None) -> MainWindow:
    """A German window with the story open."""
    opened = open_window(is_story=True)
    opened._set_language("de")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    return opened


def _translated() -> tuple[frozenset[str], frozenset[str]]:
    """The English texts without fields that read otherwise in German, and all German ones."""
    english, german = set(), set()
    for message in ET.parse(GERMAN).getroot().iter("message"):
        source, told = message.findtext("source", ""), message.findtext("translation", "")
        german.add(told)
        if told not in ("", source) and "{" not in source and message.get("numerus") is None:
            english.add(source)
    return frozenset(english - german), frozenset(german)


def _left_in_english(root: QWidget) -> list[str]:
    english, _ = _translated()
    plain = {re.sub(r"<[^>]+>", "", html.unescape(text)).replace("&&", "&") for text in texts_of(root)}
    return sorted((plain & english) - OF_THE_PROJECT)


@pytest.mark.parametrize("step", [entry.step_id for entry in STEPS])
def test_that_no_step_keeps_a_text_in_english(window: MainWindow, step: str) -> None:
    window._ready_workspace().show_step(step)
    QApplication.processEvents()
    assert _left_in_english(window) == []


def test_that_the_walk_would_find_an_english_text(window: MainWindow) -> None:
    window.actions_["undo"].setText("Undo")
    assert "Undo" in _left_in_english(window)


def test_that_the_first_page_greets_in_german(window: MainWindow) -> None:
    window.document.close()
    QApplication.processEvents()
    assert _left_in_english(window) == []
    assert "Ist die neue Version wert, was sie kostet?" in set(texts_of(window))


@pytest.mark.parametrize("ask", ["show_why", "show_palette", "show_shortcuts", "explain_focused"])
def test_that_dialogs_speak_german(window: MainWindow, ask: str) -> None:
    getattr(window, ask)()
    QApplication.processEvents()
    dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    assert dialogs
    assert [text for dialog in dialogs for text in _left_in_english(dialog)] == []


def test_that_a_problem_of_a_file_leads_with_its_kind_in_german(window: MainWindow) -> None:
    text = "1,234 rows of base have no value in id and were left out."
    found = [Problem("warning", "duplicate_keys", "a.csv", "line 7", text, "Fill in the ids or choose another column.")]
    dialog = ProblemsDialog(found, window)
    dialog.open()
    said = {
        "Doppelt aufgeführte Fälle",
        "1.234 Zeilen von base haben keinen Wert in id und wurden ausgelassen.",
        "a.csv, Zeile 7",
        "Ergänzen Sie die Kennungen, oder wählen Sie eine andere Spalte.",
    }
    assert said <= set(texts_of(dialog))
    assert "1.234 Zeilen von base" in dialog.text()


def test_that_the_verdict_and_the_steps_are_german(window: MainWindow) -> None:
    workspace = window._ready_workspace()
    said = set(texts_of(window))
    assert {"Daten", "Vergleichen", "Schranken", "Entscheiden", "Menü", "Kippt, wenn"} <= said
    assert workspace.verdict_bar.text().startswith("Noch nicht")


def test_that_a_file_written_under_german_is_the_same_to_the_byte(window: MainWindow, tmp_path: Path) -> None:
    project, evidence = story()
    german, english = tmp_path / "german.tradeoff", tmp_path / "english.tradeoff"
    write_project(german, project, evidence.source)
    translation.install("en")
    write_project(english, project, evidence.source)
    assert german.read_bytes() == english.read_bytes()
