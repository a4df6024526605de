"""The Value step: who is affected, what a change is worth, how much it matters; views of the same numbers."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.scenarios import open_assumptions
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.project import Project
from tradeoff_app.ui.steps.spoken_step import WIDEST_FORM, SpokenStep, not_wider
from tradeoff_app.ui.steps.step import RailState
from tradeoff_app.ui.steps.value.context import ValueContext
from tradeoff_app.ui.steps.value.edits import NamedEdits
from tradeoff_app.ui.steps.value.equal_card import EqualCard
from tradeoff_app.ui.steps.value.equal_view import EqualView
from tradeoff_app.ui.steps.value.money_table import MoneyTable
from tradeoff_app.ui.steps.value.numbers_table import NumbersTable
from tradeoff_app.ui.steps.value.row import Host
from tradeoff_app.ui.steps.value.segment_table import SegmentTable
from tradeoff_app.ui.steps.value.swing_table import SwingTable
from tradeoff_app.ui.steps.value.template_menu import TemplateMenu
from tradeoff_app.ui.steps.value.trade_off_table import TradeOffTable
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.ui.widgets.toast import Toast

OWN_PATHS = ("segments/", "exposure", "scenarios/")


def assumed_here(project: Project) -> tuple[str, ...]:
    """The assumed inputs that this page shows: volumes, and everything that belongs to a scenario."""
    return tuple(path for path in open_assumptions(project) if path.startswith(OWN_PATHS) and not _is_definition(path))


def _is_definition(path: str) -> bool:
    """`segments/tail` says who belongs to a segment, which is a matter of the Data page."""
    return path.startswith("segments/") and not path.endswith("/exposure")


class ValueStep(SpokenStep):
    """Every number acts at once; a drag is one step; assumed numbers are italic until edited or confirmed."""

    step_id = "value"
    title = QT_TR_NOOP("Value")

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, tr("What is a change worth?"), parent=parent)
        self.say(tr("Every number acts at once. Italic numbers are assumed until you confirm them."))
        self.edits = NamedEdits(document, self)
        self.views = SegmentedChoice(
            (
                ("sliders", tr("Sliders")),
                ("table", tr("Table")),
                ("trade-offs", tr("Trade-offs")),
                ("equal", tr("Equal")),
            ),
            "sliders",
            name=tr("View of the numbers"),
        )
        self.views.choice_changed.connect(self._view_chosen)
        self.templates = TemplateMenu(document, self.edits, self)
        self.templates.said.connect(self._say_template)
        self.page.head_row.addWidget(self.templates.make_button())
        self.page.head_row.addWidget(self.views)
        self.segments = SegmentTable(document, self.edits)
        self.money = MoneyTable(document, self.edits)
        self.swings = SwingTable(document, self.edits)
        self.numbers = NumbersTable(document, self.edits)
        self.trade_offs = TradeOffTable(document, self.edits)
        self.alike = EqualView(document, self.edits)
        self.equal = EqualCard()
        self.equal.confirmed.connect(self._confirmed)
        self.equal.asked.connect(self._questions_asked)
        self._sliders = QWidget()
        column = QVBoxLayout(self._sliders)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        for block in (self.segments, self.money, self.equal, self.swings):
            column.addWidget(block)
        self._shown = {
            "sliders": self._sliders,
            "table": self.numbers,
            "trade-offs": self.trade_offs,
            "equal": self.alike,
        }
        for key, view in self._shown.items():
            self.page.body.addWidget(not_wider(view, WIDEST_FORM))
            view.setVisible(key == "sliders")
        self.page.body.addStretch(1)
        self.toast = Toast(self)

    def refresh(self) -> None:
        """Only the view that is shown is brought up to date."""
        context = ValueContext.of(self.document, self.speaker())
        view = self._shown.get(self.views.choice() or "")
        if isinstance(view, Host):
            view.refresh(context)
            return
        self.segments.refresh(context)
        self.money.refresh(context)
        self.swings.refresh(context)
        self.equal.refresh(context, has_assumed=bool(assumed_here(context.project)))

    def show_input(self, path: str, /) -> bool:
        """Go to the field of an assumption, in the view that is shown or, where that has none, in the table."""
        context = ValueContext.of(self.document, self.speaker())
        found = self.segments.field_of(path) or self.money.field_of(path, context) or self.swings.field_of(path)
        if found is None:
            return False
        if self.views.choice() != "sliders":
            self.views.set_choice("sliders")
            self._view_chosen("sliders")
        self.page.bring_to_sight(found)
        found.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def rail_state(self) -> RailState:
        """Attention while numbers of this page are only assumed."""
        if not self.document.is_open or self.document.outcome.value is None:
            return "open"
        return "attention" if assumed_here(self.document.project) else "done"

    def rail_count(self) -> str:
        """How many assumed numbers wait for a look."""
        count = len(assumed_here(self.document.project)) if self.document.is_open else 0
        return tr("{count} to check", count=count) if count else ""

    def _view_chosen(self, view: str) -> None:
        for key, shown in self._shown.items():
            shown.setVisible(key == view)
        self._follow()

    def _questions_asked(self) -> None:
        self.views.set_choice("trade-offs")
        self._view_chosen("trade-offs")

    def _say_template(self, text: str) -> None:
        self.toast.show_notice(text)

    def _confirmed(self) -> None:
        project = self.document.project
        self.edits.state(project.confirm(*assumed_here(project)), tr("Confirm the numbers of Value"))
