"""The title row: whose project this is, which scenario is shown, what can be undone, and when it was saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.theme import colour
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.menu_button import MenuButton
from tradeoff_app.ui.widgets.shown_text import entry_text, shorten
from tradeoff_app.ui.widgets.text import ElidedLabel, inside_quotes, make_label, set_tool_tip

LONGEST_STEP = 36
ROOMY = 1180
"""From this width on the row has room for the way to the palette."""


class TitleBar(QWidget):
    """44 high. `scenario_chosen` carries the id; undo and redo come from the actions that it is given."""

    scenario_chosen = Signal(str)
    palette_asked = Signal()

    def __init__(self, undo: QAction, redo: QAction, menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(44)
        self._name = ElidedLabel("", "strong", elide=Qt.TextElideMode.ElideMiddle)
        self._scenario = MenuButton(tr("Scenario"))
        self._scenarios = QMenu(self)
        self._group: QActionGroup | None = None
        self._scenario.open_with(self._scenarios)
        self.undo_button, self.redo_button = make_button(tr("Undo"), "bar"), make_button(tr("Redo"), "bar")
        self._saved = make_label("", "body", "muted")
        self.finder = make_button(tr("Find or do anything  Ctrl+K"), "bar", name=tr("Find or do anything"))
        self.finder.clicked.connect(self.palette_asked)
        self._menu = MenuButton(tr("Menu"), "bar")
        self._menu.open_with(menu)
        self._listed: tuple[tuple[tuple[str, str], ...], str] | None = None
        self._undoable: tuple[str | None, str | None] | None = None
        self._build(undo, redo)

    def set_project(self, title: str) -> None:
        """Show whose project this is; empty where none is open."""
        self._name.set_text(title)

    def set_scenarios(self, scenarios: Sequence[tuple[str, str]], current: str) -> None:
        """Show the scenario switch: ids with names, and the current one."""
        wanted = (tuple(scenarios), current)
        if wanted == self._listed:
            return
        self._listed = wanted
        self._scenarios.clear()
        if self._group is not None:
            self._group.deleteLater()
        group = self._group = QActionGroup(self._scenarios)
        for scenario_id, name in scenarios:
            action = QAction(entry_text(name), self._scenarios)
            action.setCheckable(True)
            action.setChecked(scenario_id == current)
            action.setData(scenario_id)
            group.addAction(action)
            self._scenarios.addAction(action)
            if scenario_id == current:
                self._scenario.set_text(
                    tr("Scenario: {name}", name=shorten(name, 24)), tr("Scenario: {name}", name=name)
                )
        self._scenario.setVisible(bool(scenarios))

    def set_saved(self, text: str) -> None:
        """Say when it was saved, or that it was not."""
        self._saved.setText(text)

    def saved_text(self) -> str:
        """What the row says about saving."""
        return self._saved.text()

    def set_steps(self, undo: str | None, redo: str | None) -> None:
        """Show what would be undone and redone, in words."""
        if (undo, redo) == self._undoable:
            return
        self._undoable = (undo, redo)
        for button, verb, named, name in (
            (self.undo_button, tr("Undo"), QT_TR_NOOP("Undo “{step}”"), undo),
            (self.redo_button, tr("Redo"), QT_TR_NOOP("Redo “{step}”"), redo),
        ):
            step = inside_quotes(name or "")
            said = tr(named, step=shorten(step, LONGEST_STEP)) if name else verb
            button.setText(entry_text(said))
            button.setEnabled(name is not None)
            button.setAccessibleName(tr(named, step=step) if name else verb)
            set_tool_tip(button, tr(named, step=step) if name else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What also has a shortcut and a line in the menu gives way first."""
        super().resizeEvent(event)
        self.finder.setVisible(self.width() >= ROOMY)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and lower hairline."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("raised"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("rule"))

    def _build(self, undo: QAction, redo: QAction) -> None:
        self.undo_button.clicked.connect(undo.trigger)
        self.redo_button.clicked.connect(redo.trigger)
        self._scenarios.triggered.connect(self._scenario_taken)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 10, 1)
        row.setSpacing(8)
        row.addWidget(self._name, 0)
        row.addSpacing(8)
        row.addWidget(self._scenario)
        row.addSpacing(12)
        row.addWidget(self.undo_button)
        row.addWidget(self.redo_button)
        row.addStretch(1)
        row.addWidget(self._saved)
        row.addSpacing(4)
        row.addWidget(self.finder)
        row.addWidget(self._menu)
        self.set_steps(None, None)

    def _scenario_taken(self, action: QAction) -> None:
        self.scenario_chosen.emit(str(action.data()))
