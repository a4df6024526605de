"""Preferences survive a restart, and a broken file never stops a start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tradeoff_app.app.preferences import Preferences, PreferenceStore


def test_that_a_changed_preference_is_there_at_the_next_start(tmp_path: Path) -> None:
    PreferenceStore(tmp_path).change(scheme="dark", last_folder="/work")
    assert PreferenceStore(tmp_path).value == Preferences(scheme="dark", last_folder="/work")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"scheme": 3}', '{"scheme": "pink"}', '{"has_high_contrast": 1}'])
def test_that_a_file_that_makes_no_sense_means_the_defaults(tmp_path: Path, text: str) -> None:
    (tmp_path / "preferences.json").write_text(text, encoding="utf-8")
    assert PreferenceStore(tmp_path).value == Preferences()


def test_that_entries_of_a_later_version_stay_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"from_the_future": [1, 2]}', encoding="utf-8")
    PreferenceStore(tmp_path).change(language="de")
    assert json.loads(path.read_text(encoding="utf-8"))["from_the_future"] == [1, 2]


def test_that_a_folder_that_can_not_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    assert PreferenceStore(blocked).change(scheme="light").scheme == "light"
