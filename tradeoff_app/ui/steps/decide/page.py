"""The Decide step: what is recommended and why, an answer to each regression, the choice, what is still missing."""

from __future__ import annotations

from typing import Any, Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tradeoff_app.analysis.verdict import RegressionState
from tradeoff_app.app.document import Document
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.project import Project
from tradeoff_app.ui.steps.decide.decision_block import CHOICES, DecisionBlock, MissingList
from tradeoff_app.ui.steps.decide.messages_block import MessagesBlock
from tradeoff_app.ui.steps.decide.missing import is_against, is_defended, is_open, still_missing
from tradeoff_app.ui.steps.decide.regression_card import RegressionCard
from tradeoff_app.ui.steps.decide.remarks import Remarks
from tradeoff_app.ui.steps.decide.responses import (
    FIELD_NAMES,
    VERBS,
    Action,
    with_action,
    with_choice,
    with_field,
    with_reason,
    with_signer,
    without_response,
)
from tradeoff_app.ui.steps.decide.rollout_block import RolloutBlock
from tradeoff_app.ui.steps.decide.statements import Statements
from tradeoff_app.ui.steps.decide.swept_list import SweptList
from tradeoff_app.ui.steps.decide.trace_list import TraceList
from tradeoff_app.ui.steps.spoken_step import SpokenStep, make_section
from tradeoff_app.ui.steps.step import RailState
from tradeoff_app.ui.tables.units import unit_of_change
from tradeoff_app.ui.widgets.segmented import SegmentedChoice
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset


class DecideStep(SpokenStep):
    """Every answer acts at once: the verdict, the trace and the sentences follow."""

    step_id = "decide"
    title = QT_TR_NOOP("Decide")

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, tr("Decide"), parent=parent)
        self.choice = SegmentedChoice((("ship", tr("Ship")), ("hold", tr("Hold"))), None, name=tr("Decision"))
        self.choice.set_choice(None)
        self.choice.choice_changed.connect(self._choice_made)
        self.page.head_row.addWidget(self.choice)
        self.trace = TraceList()
        self.add_block(self.trace, after=16)
        self.remarks = Remarks()
        self.add_block(self.remarks)
        self.cards: dict[str, RegressionCard] = {}
        self._regressions, self._count = self._make_regressions()
        self.add_block(self._regressions)
        self.decision = DecisionBlock()
        self.decision.reason_stated.connect(self._reason_stated)
        self.decision.signer_stated.connect(self._signer_stated)
        self.add_block(self.decision)
        self.missing = MissingList()
        self.add_block(self.missing)
        self.rollout = RolloutBlock(document)
        self.add_block(self.rollout)
        self.messages = MessagesBlock(document)
        self.add_block(self.messages)
        self.statements = Statements()
        self.add_block(self.statements, after=0)
        self.page.body.addStretch(1)

    def refresh(self) -> None:
        """Cards anew where regressions came or went, else everything in place."""
        outcome, project, speaker = self.document.outcome, self.document.project, self.speaker()
        title = speaker.verdict_title(outcome)
        if speaker.voice.language.code == "en":
            title = title[:1].lower() + title[1:]
        self.say(tr("Recommended: {verdict}. The first rule that applies decides.", verdict=title))
        decision = project.scenario().decision
        self.choice.set_choice(decision.choice if decision else None)
        self.trace.refresh(outcome, speaker)
        self.remarks.refresh(outcome, speaker)
        self._refresh_cards(speaker)
        self.decision.refresh(decision, is_against=is_against(outcome, project))
        self.missing.refresh([typeset(part) for part in still_missing(outcome, project, speaker)])
        self.rollout.refresh(outcome, project, speaker)
        self.messages.refresh(project)
        self.statements.refresh(outcome, speaker)

    def rail_state(self) -> RailState:
        """Done when decided and nothing is open."""
        if not self.document.is_open:
            return "open"
        open_answers = self._open_answers()
        if self.document.project.scenario().decision is None and not open_answers:
            return "open"
        has_all = not open_answers and is_defended(self.document.outcome, self.document.project)
        return "done" if has_all else "attention"

    def rail_count(self) -> str:
        """How many regressions wait for an answer."""
        count = len(self._open_answers()) if self.document.is_open else 0
        return tr("{count} to answer", count=count) if count else ""

    def _open_answers(self) -> list[RegressionState]:
        return [item for item in self.document.outcome.regressions if is_open(item)]

    def _make_regressions(self) -> tuple[QWidget, Any]:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        head, count = make_section(tr("Regressions"))
        column.addWidget(head)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(16)
        column.addLayout(self._cards)
        self.swept = SweptList()
        column.addWidget(self.swept)
        return holder, count

    def _refresh_cards(self, speaker: Speaker) -> None:
        outcome = self.document.outcome
        wanted = {item.key: item for item in outcome.regressions}
        if tuple(self.cards) != tuple(wanted):
            self._lay_out_cards(wanted, speaker)
        for key, card in self.cards.items():
            card.refresh(wanted[key], outcome, speaker)
        accepted = sum(item.is_accepted for item in wanted.values())
        open_count = len(self._open_answers())
        found = tr(
            "{found} found, {accepted} accepted, {open} open",
            found=len(wanted),
            accepted=accepted,
            open=open_count or tr("none"),
        )
        others = [effect for effect in outcome.swept_regressions if effect.key not in wanted]
        none = tr("none under a gate") if others else tr("none found")
        self._count.setText(found if wanted else none)
        self.swept.refresh(others, speaker)

    def _lay_out_cards(self, wanted: dict[str, RegressionState], speaker: Speaker) -> None:
        for old in self.cards.values():
            self._cards.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.cards = {}
        metrics = self.document.project.metrics
        for key, item in wanted.items():
            card = RegressionCard(key, speaker.regression_title(item), unit_of_change(metrics.get(item.metric)))
            card.action_chosen.connect(self._action_chosen)
            card.part_stated.connect(self._part_stated)
            card.renewed.connect(self._renewed)
            card.withdrawn.connect(self._withdrawn)
            self.cards[key] = card
            self._cards.addWidget(card)

    def _action_chosen(self, key: str, action: Action) -> None:
        self._answer(
            with_action(self.document.project, key, action, *self._now(key)), f"{tr(VERBS[action])}: {self._name(key)}"
        )

    def _renewed(self, key: str) -> None:
        self._action_chosen(key, "accept")

    def _part_stated(self, key: str, field: str, value: Any) -> None:
        name = f"{self._name(key)}: {tr(FIELD_NAMES[field])}"
        self._answer(with_field(self.document.project, key, field, value), name, f"{key}/{field}")

    def _withdrawn(self, key: str) -> None:
        self._answer(
            without_response(self.document.project, key), tr("Take back the answer: {name}", name=self._name(key))
        )

    def _now(self, key: str) -> tuple[str | None, Any]:
        metric, _, segment = key.rpartition("|")
        return self.document.outcome.evidence_hash_of(metric, segment), self.document.today()

    def _name(self, key: str) -> str:
        card = self.cards.get(key)
        return card.title_label.text() if card else key

    def _answer(self, project: Project, name: str, written_in: str | None = None) -> None:
        """One step; what is written in one field without anything between is one step too."""
        self.document.edit(project, name, written_in)

    def _choice_made(self, choice: str) -> None:
        wanted: Literal["ship", "hold"] = "ship" if choice == "ship" else "hold"
        project = with_choice(self.document.project, wanted)
        self.document.edit(project, tr("Decide: {choice}", choice=tr(CHOICES[wanted])))

    def _reason_stated(self, reason: str) -> None:
        self.document.edit(with_reason(self.document.project, reason), tr("Reason for the decision"), "reason")

    def _signer_stated(self, at: int, name: str, role: str) -> None:
        project = with_signer(self.document.project, at, name, role)
        self.document.edit(project, tr("Second signer of the decision") if at else tr("Who decided"), f"signer/{at}")
