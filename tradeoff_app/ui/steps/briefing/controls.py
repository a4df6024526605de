"""What a briefing is made like: for whom, with which sections, on which paper, and the small ways to take it along."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from tradeoff_app.app.translation import LANGUAGES, QT_TR_NOOP, tr
from tradeoff_app.briefing.brief import Audience
from tradeoff_app.ui.dialogs.export import Choices
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.ui.widgets.text import make_label

AUDIENCES: tuple[tuple[Audience, str], ...] = (
    ("one-page", QT_TR_NOOP("One page")),
    ("review", QT_TR_NOOP("Review")),
    ("audit", QT_TR_NOOP("Audit")),
)
REMARKS: dict[str, str] = {
    "one-page": QT_TR_NOOP("The decision memo alone, for somebody with two minutes."),
    "review": QT_TR_NOOP("Memo, effects, value, certainty, accepted regressions, method."),
    "audit": QT_TR_NOOP("Everything, for somebody who checks it."),
}
PAPERS = (("a4", "A4"), ("letter", QT_TR_NOOP("Letter")))
WIDTH = 256


class BriefingControls(QWidget):
    """`choices_changed` after each choice; the choices outlive a failed export."""

    choices_changed = Signal()
    copy_asked = Signal()
    markdown_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._left_out: set[str] = set()
        self.audience = SegmentedChoice([(key, tr(text)) for key, text in AUDIENCES], "review", name=tr("For whom"))
        self.paper = SegmentedChoice([(key, tr(text)) for key, text in PAPERS], "a4", name=tr("Paper"))
        self._remark = make_label(tr(REMARKS["review"]), "small", "muted", wraps=True)
        self.language = SegmentedChoice(tuple(LANGUAGES.items()), "en", name=tr("Language of the briefing"))
        self._is_language_chosen = False
        self.boxes: dict[str, QCheckBox] = {}
        self._sections = QVBoxLayout()
        self._sections.setSpacing(6)
        self.copy = make_button(tr("Copy as text"))
        self.markdown = make_button(tr("Save as Markdown…"))
        self._lay_out()
        self.audience.choice_changed.connect(self._audience_chosen)
        self.paper.choice_changed.connect(self.choices_changed)
        self.language.choice_changed.connect(self._language_chosen)
        self.copy.clicked.connect(self.copy_asked)
        self.markdown.clicked.connect(self.markdown_asked)

    def choices(self) -> Choices:
        """What is chosen now."""
        audience: Audience = next((name for name, _ in AUDIENCES if name == self.audience.choice()), "review")
        return Choices(
            audience,
            "letter" if self.paper.choice() == "letter" else "a4",
            frozenset(self._left_out),
            self.language.choice() or "en",
        )

    def propose_language(self, language: str) -> None:
        """The window's language, until somebody chooses another for the briefing."""
        if not self._is_language_chosen:
            self.language.set_choice(language)

    def show_sections(self, sections: Sequence[tuple[str, str]]) -> None:
        """List the sections that there are; boxes stay where the list is the same."""
        if list(self.boxes) == [name for name, _ in sections]:
            return
        for box in self.boxes.values():
            self._sections.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for name, title in sections:
            box = QCheckBox(title.replace("&", "&&"))
            box.setAccessibleName(tr("Section: {title}", title=title))
            box.setChecked(name not in self._left_out)
            box.clicked.connect(self._section_clicked)
            self.boxes[name] = box
            self._sections.addWidget(box)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(make_label(tr("For whom"), "strong"))
        column.addWidget(self.audience)
        column.addWidget(self._remark)
        column.addSpacing(18)
        column.addWidget(make_label(tr("Sections"), "strong"))
        column.addLayout(self._sections)
        column.addSpacing(18)
        column.addWidget(make_label(tr("Paper"), "strong"))
        column.addWidget(self.paper)
        column.addSpacing(18)
        column.addWidget(make_label(tr("Language"), "strong"))
        column.addWidget(self.language)
        column.addSpacing(18)
        column.addWidget(make_label(tr("As words alone"), "strong"))
        column.addWidget(self.copy)
        column.addWidget(self.markdown)
        column.addStretch(1)

    def _audience_chosen(self, audience: str) -> None:
        self._remark.setText(tr(REMARKS[audience]))
        self.choices_changed.emit()

    def _language_chosen(self) -> None:
        self._is_language_chosen = True
        self.choices_changed.emit()

    def _section_clicked(self) -> None:
        for name, box in self.boxes.items():
            (self._left_out.discard if box.isChecked() else self._left_out.add)(name)
        self.choices_changed.emit()
