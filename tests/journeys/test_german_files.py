"""Files that give much to say, in a German window: what readers, storage and setups say is German there too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog

from tests.app.test_data_changes import rows
from tests.journeys.test_data import page_of
from tests.journeys.test_first_run import has_verdict
from tests.journeys.texts import texts_of
from tests.journeys.window import dialog_of, open_window
from tests.qt_rules import wait_for
from tradeoff_app.app import translation
from tradeoff_app.storage.errors import ChangedOnDisk, StorageError
from tradeoff_app.ui.dialogs.column_mapping import ColumnMappingDialog
from tradeoff_app.ui.dialogs.problems import ProblemsDialog
from tradeoff_app.ui.main_window import MainWindow

pytestmark = pytest.mark.usefixtures("german")

ENGLISH = re.compile(
    r"\b(?:the|is|are|were|has|have|had|rows?|columns?|files?|this|of|with|from|they|it|its|and|not|no|read|missing"
    r"|units?|warning|error|cells?|choose|check|export|before|after|candidate|baseline|by|to|or)\b",
    re.IGNORECASE,
)
QUOTED = re.compile(r"<[^>]*>|'[^']*'|„[^“]*“|“[^”]*”|\"[^\"]*\"|`[^`]*`|\([^()]*(?:higher|lower)[^()]*\)")
WIDE = "id;klasse;güte;dauer;kosten;ja\n"


def _awkward(shift: int) -> str:
    """A table with a remark, decimal commas, units, percent signs, odd cells, short lines, doubles and a sum."""
    lines = ["# aus dem Werkzeug", WIDE.strip()]
    for number in range(1, 61):
        cost = ("n/v", "5 %", "(3)")[number % 3] if number % 10 == 0 else f"{number / 7:.2f}".replace(".", ",")
        took = f"{1 + number % 4},5 s" if number % 2 else f"{1 + number % 4},5"
        quality = f"{3 + number % 3},{25 + shift}"
        cells = [
            f"q{number + shift}",
            ("selten", "selten ")[number % 2],
            quality,
            took,
            cost,
            "ja" if number % 3 else "nein",
        ]
        lines.append(";".join(cells[: 5 if number == 50 else 6]))
        if number == 40:
            lines.append(lines[-1])
    return "\n".join([*lines, "Summe;;180,5;;;"]) + "\n"


def _english(root: QDialog | MainWindow) -> list[str]:
    return sorted({text for text in texts_of(root) if ENGLISH.search(QUOTED.sub("", text))})


@pytest.fixture
def awkward(tmp_path: Path) -> list[Path]:
    """Two such tables as files of an older Windows program."""
    paths = [tmp_path / "vorher.csv", tmp_path / "nachher.csv"]
    for shift, path in enumerate(paths):
        path.write_bytes(_awkward(shift).encode("cp1252"))
    return paths


def _german_window(*, is_story: bool = False) -> MainWindow:
    window = open_window(is_story=is_story)
    window._set_language("de")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QApplication.processEvents()
    return window


def _opened(paths: list[Path]) -> MainWindow:
    window = _german_window()
    window.session.import_results(paths)
    wait_for(lambda: has_verdict(window), seconds=40)
    return window


def test_that_notes_and_checks_of_the_data_page_are_german(awkward: list[Path]) -> None:
    window = _opened(awkward)
    page = page_of(window)
    assert len(page.notices.shown()) > 3
    assert _english(window) == []


def test_that_all_notes_on_files_are_german(awkward: list[Path]) -> None:
    window = _opened(awkward)
    assert len(window.session.problems) > 8
    dialog = ProblemsDialog(window.session.problems, window)
    dialog.open()
    assert _english(dialog) == []
    assert not ENGLISH.search(QUOTED.sub("", dialog.text()))


def test_that_what_comes_out_of_a_reading_is_german(awkward: list[Path]) -> None:
    window = _opened(awkward)
    page_of(window)
    window.actions_["columns"].trigger()
    dialog = dialog_of(window, ColumnMappingDialog)
    assert isinstance(dialog, ColumnMappingDialog)
    wait_for(lambda: dialog.is_ready, seconds=40)
    said, read = dialog.outcome.text(), dialog.table.rows["güte"].read.text()
    dialog.reject()
    assert read.startswith("4,25  ·  5,25")
    assert "Zahlen wurden mit Dezimalkomma gelesen." in said
    assert not ENGLISH.search(QUOTED.sub("", said))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"%PDF-1.7 and more",
        b"PK\x03\x04 no archive",
        b"<html><body>report</body></html>",
        b'[{"id": "q1", "score": 1}, {"id": "q2", "score"',
        b'id,score\nq1,1\nq2,"never closed\nq3,2\n',
        b"id,score\n",
        b"id,score\nq1,1,2,3\nq2,2\n",
        b"just a line of words\nand another one\n",
        b"id,score\nq1,1\n\x00\x00,2\n",
    ],
)
def test_that_a_refusal_is_german(tmp_path: Path, content: bytes) -> None:
    before, after = tmp_path / "vorher.csv", tmp_path / "nachher.csv"
    before.write_text(rows(0), "utf-8")
    after.write_bytes(content)
    window = _german_window()
    window.session.import_results([before, after])
    dialog = dialog_of(window, ProblemsDialog)
    assert _english(dialog) == []


@pytest.mark.parametrize(
    "error",
    [
        ChangedOnDisk("a.tradeoff"),
        StorageError(
            "not_written",
            "a.tradeoff",
            "/tmp",
            "it can't be written (No space left on device)",
            "Free some space on the disk, or save somewhere else",
        ),
    ],
)
def test_that_a_refused_save_is_german(error: StorageError) -> None:
    window = _german_window(is_story=True)
    window.session.save_refused.emit(error)
    assert _english(dialog_of(window)) == []


@pytest.mark.parametrize("content", ["", "{", '{"schema": "tradeoff/other@1"}', "[1, 2]"])
def test_that_a_project_that_does_not_open_is_told_in_german(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.tradeoff"
    path.write_text(content, "utf-8")
    window = _german_window()
    window.session.open_project(path)
    assert _english(dialog_of(window)) == []


def test_that_the_walk_would_find_english(awkward: list[Path]) -> None:
    window = _opened(awkward)
    translation.install("en")
    dialog = ProblemsDialog(window.session.problems, window)
    dialog.open()
    assert len(_english(dialog)) > 8
