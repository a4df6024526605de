"""Everything that can be done from the menu and the keyboard, in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from tradeoff_app.app.recent_files import RecentFile
from tradeoff_app.app.translation import LANGUAGES, QT_TR_NOOP, SYSTEM, tr
from tradeoff_app.ui.widgets.shown_text import entry_text
from tradeoff_app.ui.widgets.text import inside_quotes

Key = QKeySequence.StandardKey | str | None

ENTRIES: tuple[tuple[str, str, Key], ...] = (
    ("new", QT_TR_NOOP("New project…"), QKeySequence.StandardKey.New),
    ("open", QT_TR_NOOP("Open…"), QKeySequence.StandardKey.Open),
    ("save", QT_TR_NOOP("Save"), QKeySequence.StandardKey.Save),
    ("save_as", QT_TR_NOOP("Save as…"), "Ctrl+Shift+S"),
    ("export", QT_TR_NOOP("Export briefing…"), "Ctrl+E"),
    ("compare", QT_TR_NOOP("Compare two files…"), None),
    ("add_version", QT_TR_NOOP("Add a version…"), None),
    ("update", QT_TR_NOOP("Update data…"), "Ctrl+Shift+U"),
    ("columns", QT_TR_NOOP("How the columns are read…"), None),
    ("problems", QT_TR_NOOP("Notes on the files…"), None),
    ("close", QT_TR_NOOP("Close project"), QKeySequence.StandardKey.Close),
    ("undo", QT_TR_NOOP("Undo"), QKeySequence.StandardKey.Undo),
    ("redo", QT_TR_NOOP("Redo"), QKeySequence.StandardKey.Redo),
    ("why", QT_TR_NOOP("Why this verdict?"), "Ctrl+I"),
    ("explain", QT_TR_NOOP("Explain this number"), "F1"),
    ("palette", QT_TR_NOOP("Find or do anything…"), "Ctrl+K"),
    ("shortcuts", QT_TR_NOOP("Keyboard shortcuts…"), "Ctrl+/"),
    ("about", QT_TR_NOOP("About Tradeoff…"), None),
    ("quit", QT_TR_NOOP("Quit"), "Ctrl+Q"),
)
"""Id, text and shortcut; Quit and Save as get theirs by hand, because not every desktop gives them one."""

MENU = (
    "new", "open", "recent", None, "save", "save_as", None, "export", "compare", None,
    "add_version", "update", "columns", "problems", "why", "explain", None,
    "undo", "redo", None, "theme", "language", None, "palette", "shortcuts", "about", "close", "quit",
)  # fmt: skip
"""The menu from top to bottom; None is a line, `recent`, `theme` and `language` are menus of their own."""

NEED_A_PROJECT = ("save", "save_as", "export", "close", "why", "explain", "add_version", "update", "columns")

SCHEMES = (("system", QT_TR_NOOP("Like the system")), ("light", QT_TR_NOOP("Light")), ("dark", QT_TR_NOOP("Dark")))


class Actions:
    """The actions by id, and the menu that holds them. They live in the window, so that shortcuts work everywhere."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._by_id: dict[str, QAction] = {}
        for action_id, text, key in ENTRIES:
            action = QAction(tr(text), window)
            if key is not None:
                action.setShortcut(QKeySequence(key))
            window.addAction(action)
            self._by_id[action_id] = action
        self.recent_menu, self.theme_menu = QMenu(tr("Open recent"), window), QMenu(tr("Theme"), window)
        self.language_menu = QMenu(tr("Language"), window)
        self.menu = self._build_menu()
        self._languages = QActionGroup(window)
        self._schemes = QActionGroup(window)
        self._contrast = QAction(tr("High contrast"), window)

    def __getitem__(self, action_id: str) -> QAction:
        return self._by_id[action_id]

    def items(self) -> Iterator[tuple[str, QAction]]:
        """Every action with its id, in the order in which they are listed."""
        return iter(self._by_id.items())

    def connect(self, slots: dict[str, Callable[[], object]]) -> None:
        """Say what happens on each action."""
        for action_id, slot in slots.items():
            self._by_id[action_id].triggered.connect(slot)

    def follow(self, *, is_open: bool, undo: str | None, redo: str | None, problems: int) -> None:
        """Switch on what can be done now; undo and redo say their step."""
        for action_id in NEED_A_PROJECT:
            self._by_id[action_id].setEnabled(is_open)
        self._by_id["problems"].setEnabled(problems > 0)
        for action_id, verb, named, step in (
            ("undo", tr("Undo"), QT_TR_NOOP("Undo “{step}”"), undo),
            ("redo", tr("Redo"), QT_TR_NOOP("Redo “{step}”"), redo),
        ):
            self._by_id[action_id].setEnabled(step is not None)
            self._by_id[action_id].setText(entry_text(tr(named, step=inside_quotes(step))) if step else verb)

    def show_recent(self, files: Sequence[RecentFile], open_file: Callable[[str], None]) -> None:
        """The recent files; a missing one is grey."""
        self.recent_menu.clear()
        self.recent_menu.setEnabled(bool(files))
        for file in files:
            action = self.recent_menu.addAction(entry_text(file.title))
            action.setEnabled(not file.is_missing)
            action.triggered.connect(lambda _checked=False, path=file.path: open_file(path))

    def add_schemes(
        self, chosen: str, choose: Callable[[str], None], *, is_high: bool, set_contrast: Callable[[bool], None]
    ) -> None:
        """The choice of scheme, and of high contrast."""
        for scheme, text in SCHEMES:
            action = self.theme_menu.addAction(tr(text))
            action.setCheckable(True)
            action.setChecked(scheme == chosen)
            action.triggered.connect(lambda _checked=False, taken=scheme: choose(taken))
            self._schemes.addAction(action)
        self.theme_menu.addSeparator()
        self._contrast.setCheckable(True)
        self._contrast.setChecked(is_high)
        self._contrast.toggled.connect(set_contrast)
        self.theme_menu.addAction(self._contrast)

    def add_languages(self, chosen: str, choose: Callable[[str], None]) -> None:
        """The choice of the window's language; each is called by its own name."""
        for code, text in ((SYSTEM, tr("Like the system")), *LANGUAGES.items()):
            action = self.language_menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.triggered.connect(lambda _checked=False, taken=code: choose(taken))
            self._languages.addAction(action)

    def add_steps(self, count: int, go: Callable[[int], None]) -> None:
        """Ctrl+1 to Ctrl+9 go to the steps of the rail."""
        for index in range(min(count, 9)):
            action = QAction(self._window)
            action.setShortcut(QKeySequence(f"Ctrl+{index + 1}"))
            action.triggered.connect(lambda _checked=False, taken=index: go(taken))
            self._window.addAction(action)

    def remove(self) -> None:
        """Take every action and menu out of the window, so that others can take their shortcuts."""
        for action in self._window.actions():
            self._window.removeAction(action)
            action.deleteLater()
        menus = self.menu, self.recent_menu, self.theme_menu, self.language_menu
        for owned in (*menus, self._schemes, self._languages, self._contrast):
            owned.deleteLater()

    def _build_menu(self) -> QMenu:
        menu = QMenu(self._window)
        for entry in MENU:
            if entry is None:
                menu.addSeparator()
            elif entry == "recent":
                menu.addMenu(self.recent_menu)
            elif entry == "theme":
                menu.addMenu(self.theme_menu)
            elif entry == "language":
                menu.addMenu(self.language_menu)
            else:
                menu.addAction(self._by_id[entry])
        return menu
