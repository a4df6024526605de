"""The stop rule of a rollout: what is watched, when to stop, and how often that would be right."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.rollout_reading import RolloutReading
from tradeoff_app.app.document import Document
from tradeoff_app.app.rollout_plans import plan_of, proposed_watch, with_watch
from tradeoff_app.app.translation import tr
from tradeoff_app.model.project import Project
from tradeoff_app.model.rollout_plan import MOST_WATCHED, StopWatch
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.number_field import NumberField
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

FIRST_UNITS = 1000


class StopRuleRow(QWidget):
    """Fields side by side, the rule and its chances as sentences below."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._outcome: Outcome | None = None
        self.cell = ChoiceBox((), name=tr("What the stop rule watches"), placeholder=tr("nothing yet"))
        self.units = NumberField(1, MOST_WATCHED, decimals=0, step=100, name=tr("Stop rule, units watched"))
        self.limit = NumberField(0, MOST_WATCHED, decimals=0, step=1, name=tr("Stop rule, limit"))
        self.notice = NumberField(0, 100, decimals=2, step=0.1, name=tr("Stop rule, rate to notice in percent"))
        for field in (self.units, self.limit, self.notice):
            field.setFixedWidth(96)
        self.propose = make_button(tr("Propose"), name=tr("Propose a stop rule"))
        self.remove = make_button(tr("Remove"), "link", name=tr("Remove the stop rule"))
        self.rule = make_label("", "body", wraps=True, is_selectable=True)
        self.chances = make_label("", "body", "muted", wraps=True, is_selectable=True)
        self._limit_label = make_label("", "small", "muted")
        self._lay_out()
        self.cell.choice_made.connect(self._cell_chosen)
        self.units.value_edited.connect(self._edited)
        self.limit.value_edited.connect(self._edited)
        self.notice.value_edited.connect(self._edited)
        self.propose.clicked.connect(self._propose_asked)
        self.remove.clicked.connect(self._removed)

    def refresh(self, outcome: Outcome, project: Project, speaker: Speaker, told: RolloutReading | None) -> None:
        """Show the rule and what it does."""
        self._outcome = outcome
        self.cell.set_choices(_rates(outcome, project, speaker))
        watch = plan_of(project).watch
        self.cell.show_choice(f"{watch.metric}|{watch.segment}" if watch else None)
        for widget in (self.units, self.limit, self.notice, self.propose, self.remove, *self._labels):
            widget.setVisible(watch is not None)
        stop = told.stop if told else None
        if watch is not None:
            self.units.set_value(watch.units)
            self.limit.set_value(watch.more_than)
            shown = watch.notice if watch.notice is not None else stop.notice if stop else None
            self.notice.setSpecialValueText("" if shown else tr("not stated", "in a narrow field"))
            self.notice.set_value(100 * (shown or 0.0))
            is_lower = speaker.voice.better(watch.metric) != "higher" if watch.metric in project.metrics else True
            self._limit_label.setText(tr("Stop at more than") if is_lower else tr("Stop at fewer than"))
        self.rule.setText(typeset(speaker.stop_rule(stop)) if stop else "")
        self.chances.setText(typeset(speaker.stop_chances(stop)) if stop else "")
        for label in (self.rule, self.chances):
            label.setVisible(bool(label.text()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(make_label(tr("Stop rule"), "strong"))
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        self._labels = []
        entries = (
            (make_label(tr("Watch"), "small", "muted"), self.cell),
            (self._limit_label, self.limit),
            (make_label(tr("In the first"), "small", "muted"), self.units),
            (make_label(tr("Must notice, %"), "small", "muted"), self.notice),
        )
        for place, (label, field) in enumerate(entries):
            label.setBuddy(field)
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
            if place:
                self._labels.append(label)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.propose)
        buttons.addWidget(self.remove)
        grid.addLayout(buttons, 1, len(entries))
        grid.setColumnStretch(len(entries) + 1, 1)
        column.addWidget(fields)
        column.addWidget(self.rule)
        column.addWidget(self.chances)

    def _cell_chosen(self, key: str) -> None:
        metric, _, segment = key.rpartition("|")
        assert self._outcome is not None
        proposed = proposed_watch(self._outcome, metric, segment)
        if proposed is None:
            expected = _measured(self._outcome, metric, segment) or 0.0
            limit = round(expected * FIRST_UNITS)
            proposed = StopWatch(metric=metric, segment=segment, units=FIRST_UNITS, more_than=limit)
        self._document.edit(with_watch(self._document.project, proposed), tr("State a stop rule"))

    def _edited(self, _shown: float) -> None:
        watch = plan_of(self._document.project).watch
        if watch is None:
            return
        notice = self.notice.value() / 100
        update = {
            "units": round(self.units.value()),
            "more_than": round(self.limit.value()),
            "notice": round(notice, 6) if notice > 0 else None,
        }
        self._document.edit(with_watch(self._document.project, watch.model_copy(update=update)), tr("Stop rule"))

    def _propose_asked(self) -> None:
        watch = plan_of(self._document.project).watch
        if watch is None or self._outcome is None:
            return
        notice = self.notice.value() / 100
        proposed = proposed_watch(self._outcome, watch.metric, watch.segment, notice if notice > 0 else None)
        if proposed is None:
            self.chances.setText(tr("No rule of this kind can tell that rate from the measured one."))
            self.chances.setVisible(True)
            return
        self._document.edit(with_watch(self._document.project, proposed), tr("Propose a stop rule"))

    def _removed(self) -> None:
        self._document.edit(with_watch(self._document.project, None), tr("Remove the stop rule"))


def _rates(outcome: Outcome, project: Project, speaker: Speaker) -> list[tuple[str, str]]:
    """Every rate in every place it was measured, regressions first."""
    first = [f"{item.metric}|{item.segment}" for item in outcome.regressions]
    others = [
        f"{metric.id}|{segment}"
        for metric in project.metrics.values()
        if metric.type == "binary" and metric.better is not None
        for segment in (EVERYONE, *(key for key in project.segments if key != EVERYONE))
    ]
    offered = []
    for key in dict.fromkeys((*first, *others)):
        metric, _, segment = key.rpartition("|")
        if project.metrics[metric].type == "binary" and _measured(outcome, metric, segment) is not None:
            offered.append((key, typeset(speaker.cell(metric, segment))))
    return offered


def _measured(outcome: Outcome, metric: str, segment: str) -> float | None:
    effect = outcome.effect(metric, segment)
    return effect.candidate_value if effect else None
