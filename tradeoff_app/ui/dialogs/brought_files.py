"""What result files are for that people bring while a project is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.dialogs.sheet import Sheet
from tradeoff_app.ui.theme import font
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label

USES = (
    ("candidate", QT_TR_NOOP("Another candidate"), QT_TR_NOOP("Judged against the version before, like the others.")),
    (
        "reference",
        QT_TR_NOOP("A reference"),
        QT_TR_NOOP("Shown and never judged: a human baseline, an earlier release."),
    ),
    (
        "update",
        QT_TR_NOOP("New data for this project"),
        QT_TR_NOOP("Weights, gates, notes and acceptances stay; you see first what changes."),
    ),
    (
        "lookup",
        QT_TR_NOOP("Segments"),
        QT_TR_NOOP("One row per unit, with columns that say to whom it belongs."),
    ),
    ("new", QT_TR_NOOP("A new project"), QT_TR_NOOP("What is open is closed; you are asked to save it first.")),
)
VERSIONS = ("candidate", "reference")


class BroughtFilesDialog(Sheet):
    """The uses that make sense for so many files; `taken` gets the one that was chosen."""

    def __init__(
        self,
        paths: Sequence[Path],
        taken: Callable[[str], None],
        parent: QWidget | None = None,
        *,
        uses: Sequence[str] = ("candidate", "reference", "update", "lookup", "new"),
    ) -> None:
        names = ", ".join(path.name for path in paths)
        title = tr("What is {file}?", file=names) if len(paths) == 1 else tr("What are these files?")
        shown = [use for use in USES if use[0] in uses and (len(paths) == 1 or use[0] != "lookup")]
        size = (440, 180 + 56 * len(shown) + (20 if len(paths) > 1 else 0))
        super().__init__(title, names if len(paths) > 1 else "", size=size, parent=parent)
        self._taken = taken
        self._uses = [use for use, _, _ in shown]
        self._group = QButtonGroup(self)
        self.body.setSpacing(0)
        for index, (_, text, hint) in enumerate(shown):
            button = QRadioButton(tr(text))
            button.setFont(font("body"))
            button.setAccessibleName(f"{tr(text)}. {tr(hint)}")
            button.setChecked(index == 0)
            self._group.addButton(button, index)
            note = make_label(tr(hint), "small", "muted", wraps=True)
            note.setContentsMargins(22, 0, 0, 12)
            self.body.addWidget(button)
            self.body.addWidget(note)
        self.body.addStretch(1)
        cancel = self.add_button(make_button(tr("Cancel"), "quiet"))
        self.go_on = self.add_button(make_button(tr("Go on"), "primary"))
        self.go_on.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.go_on.clicked.connect(self._go_on)

    def choose(self, use: str) -> None:
        """Say what they are for."""
        self._group.button(self._uses.index(use)).setChecked(True)

    @property
    def chosen(self) -> str:
        """What they are said to be for."""
        return self._uses[self._group.checkedId()]

    def _go_on(self) -> None:
        use = self.chosen
        self.accept()
        self._taken(use)
