"""The command palette: everything by name, chosen and done from the keyboard."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.journeys.window import dialog_of, open_window
from tests.ui.nasty import nasty_strings
from tradeoff_app.ui.dialogs.palette import Command, CommandPalette, find_commands
from tradeoff_app.ui.main_window import MainWindow


def palette_of(window: MainWindow) -> CommandPalette:
    window.actions_["palette"].trigger()
    dialog = dialog_of(window, CommandPalette)
    assert isinstance(dialog, CommandPalette)
    return dialog


def commands(*texts: str) -> list[Command]:
    return [Command(text, "Action", lambda: None) for text in texts]


def test_that_a_step_is_reached_by_typing_its_name() -> None:
    window = open_window(is_story=True)
    palette = palette_of(window)
    QTest.keyClicks(palette.field, "gat")
    assert palette.found()[0] == "Go to Gates"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.workspace is not None
    assert window.workspace.current_step() == "gates"


def test_that_the_arrow_keys_choose_and_the_typing_goes_on() -> None:
    window = open_window(is_story=True)
    palette = palette_of(window)
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == 1
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    QTest.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == 0
    assert palette.focusWidget() is palette.field


def test_that_metrics_and_actions_are_found() -> None:
    window = open_window(is_story=True)
    palette = palette_of(window)
    assert {"Save as…", "Go to Scenarios"} <= set(palette.found())
    assert any(text.startswith("Look at ") for text in palette.found())


def test_that_what_the_menus_offer_to_choose_is_found() -> None:
    window = open_window()
    palette = palette_of(window)
    QTest.keyClicks(palette.field, "dark")
    assert palette.found() == ["Theme: Dark"]
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    dark = next(action for action in window.actions_.theme_menu.actions() if action.text() == "Dark")
    assert dark.isChecked()
    palette = palette_of(window)
    assert {"Theme: High contrast", "Language: Deutsch"} <= set(palette.found())
    QTest.keyClicks(palette.field, "theme like")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not dark.isChecked()


def test_that_only_what_can_be_done_is_offered() -> None:
    palette = palette_of(open_window())
    assert "Save" not in palette.found()
    assert not any(text.startswith("Go to") for text in palette.found())


def test_that_nothing_found_is_said() -> None:
    palette = palette_of(open_window())
    palette.field.setText("zzzz")
    assert palette.nothing.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_that_shortcuts_are_listed() -> None:
    window = open_window(is_story=True)
    window.actions_["shortcuts"].trigger()
    dialog = dialog_of(window, CommandPalette)
    assert isinstance(dialog, CommandPalette)
    assert {"Save", "Undo", "Go to Data"} <= set(dialog.found())


def test_that_words_at_the_start_come_first() -> None:
    found = find_commands(commands("Unsaved", "Autosave", "Save as…", "Open"), "save")
    assert [command.text for command in found] == ["Save as…", "Unsaved", "Autosave"]


@given(st.text(max_size=30), st.lists(st.sampled_from(nasty_strings()[:14]), max_size=5))
def test_that_every_typed_word_is_in_what_is_found(wanted: str, texts: list[str]) -> None:
    for command in find_commands(commands(*texts), wanted):
        assert all(word in f"{command.text} action".casefold() for word in wanted.casefold().split())
