"""The Scenarios step: side by side, only what differs, what follows from each, and the rollout of the one in force."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.scenarios import with_duplicate, with_name, without_scenario
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.dialogs.name_dialog import NameDialog
from tradeoff_app.ui.steps.scenarios.content import Sides
from tradeoff_app.ui.steps.scenarios.firmness import Firmness
from tradeoff_app.ui.steps.scenarios.rollout_table import RolloutTable
from tradeoff_app.ui.steps.scenarios.table import ScenarioTable
from tradeoff_app.ui.steps.spoken_step import WIDEST_FORM, WIDEST_TEXT, SpokenStep, not_wider
from tradeoff_app.ui.steps.step import RailState
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.wording.scenarios import verdict_word


class ScenariosStep(SpokenStep):
    """Any number of scenarios; a new one is a copy of the one in force. `compare_asked`: with a colleague's file."""

    step_id = "scenarios"
    title = QT_TR_NOOP("Scenarios")
    compare_asked = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, tr("Scenarios side by side"), parent=parent)
        self.compare_button = make_button(tr("Open a colleague’s file…"))
        self.new_button = make_button(tr("New scenario"))
        self.compare_button.clicked.connect(self.compare_asked)
        self.new_button.clicked.connect(self._new_asked)
        for button in (self.compare_button, self.new_button):
            self.page.head_row.addWidget(button)
        self._rail_state: RailState = "open"
        self.table = ScenarioTable()
        self.table.asked.connect(self._asked)
        self.table.row_chosen.connect(self._row_chosen)
        self.rollout = RolloutTable(document)
        self.page.body.addWidget(self.table)
        self.page.body.addSpacing(32)
        self.page.body.addWidget(not_wider(self.rollout, WIDEST_FORM))
        self.firmness = Firmness()
        document.drag_ended.connect(self._follow)
        self.page.body.addSpacing(32)
        self.page.body.addWidget(not_wider(self.firmness, WIDEST_TEXT))
        self.page.body.addStretch(1)

    def refresh(self) -> None:
        """Numbers in place; columns anew where scenarios came or went."""
        project, speaker = self.document.project, self.speaker()
        first = next(iter(project.scenarios.values())).name
        several = tr("Only the inputs that differ are shown; differences from {first} are bold.", first=first)
        alone = tr("A new scenario is a copy of this one: change what you doubt.")
        self.say(several if len(project.scenarios) > 1 else alone)
        self.table.show_sides(Sides(project, self.document.evidence, self.document.scenario_outcomes(), speaker))
        chosen = self.document.selection
        self.table.light_row(f"people/{chosen.metric}|{chosen.segment}")
        self.rollout.language = self.language
        self.rollout.refresh()
        if not self.document.is_dragging:
            self.firmness.refresh(self.document.outcome, speaker, self.document.scenario.name)

    def rail_state(self) -> RailState:
        """Attention where the scenarios come to different verdicts."""
        if not self.document.is_open or len(self.document.project.scenarios) < 2:
            return "open"
        if self.document.is_dragging:
            return self._rail_state
        voice = self.speaker().voice
        verdicts = {verdict_word(voice, outcome) for outcome in self.document.scenario_outcomes().values()}
        self._rail_state = "attention" if len(verdicts) > 1 else "done"
        return self._rail_state

    def rail_count(self) -> str:
        """How many there are."""
        return str(len(self.document.project.scenarios)) if self.document.is_open else ""

    def _row_chosen(self, key: str) -> None:
        """A row of people lights its cell in every view."""
        kind, _, cell = key.partition("/")
        if kind == "people":
            metric, _, segment = cell.rpartition("|")
            self.document.select(metric, segment)

    def _new_asked(self) -> None:
        self._duplicate(self.document.scenario.id)

    def _asked(self, what: str, scenario: str) -> None:
        {"use": self._use, "duplicate": self._duplicate, "rename": self._rename, "delete": self._delete}[what](scenario)

    def _use(self, scenario: str) -> None:
        project = self.document.project
        name = project.scenarios[scenario].name
        self.document.edit(project.change(current_scenario=scenario), tr("Show scenario {name}", name=name))

    def _duplicate(self, scenario: str) -> None:
        project = with_duplicate(self.document.project, scenario)
        self.document.edit(project, tr("New scenario {name}", name=project.scenario().name))

    def _rename(self, scenario: str) -> None:
        name = self.document.project.scenarios[scenario].name
        dialog = NameDialog(tr("Rename the scenario"), tr("Name"), name, self.window())
        dialog.name_given.connect(lambda given, key=scenario: self._named(key, given))
        dialog.open()

    def _named(self, scenario: str, name: str) -> None:
        before = self.document.project.scenarios[scenario].name
        self.document.edit(
            with_name(self.document.project, scenario, name),
            tr("Rename scenario {before} → {name}", before=before, name=name),
        )

    def _delete(self, scenario: str) -> None:
        name = self.document.project.scenarios[scenario].name
        self.document.edit(without_scenario(self.document.project, scenario), tr("Delete scenario {name}", name=name))
