"""Answers to regressions as edits of the project, with the names that undo shows."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from tradeoff_app.app.translation import QT_TR_NOOP
from tradeoff_app.model.acceptance import Person, Response
from tradeoff_app.model.project import Project
from tradeoff_app.model.scenario import Decision

Action = Literal["accept", "mitigate", "block"]

VERBS: dict[Action, str] = {
    "accept": QT_TR_NOOP("Accept"),
    "mitigate": QT_TR_NOOP("Mitigate"),
    "block": QT_TR_NOOP("Block"),
}
FIELD_NAMES = {
    "accepted_up_to": QT_TR_NOOP("accepted up to"),
    "rationale": QT_TR_NOOP("why we accept it"),
    "gain": QT_TR_NOOP("what it buys"),
    "mitigation": QT_TR_NOOP("mitigation"),
    "owner": QT_TR_NOOP("owner"),
    "accepter": QT_TR_NOOP("accepted by"),
    "accepted_on": QT_TR_NOOP("accepted on"),
    "expires": QT_TR_NOOP("review date"),
    "follow_up": QT_TR_NOOP("follow-up"),
    "rollback_trigger": QT_TR_NOOP("roll back if"),
}
"""What each field of an answer is called, in cards and in the names of steps."""


def response_to(project: Project, key: str) -> Response:
    """The answer that the scenario holds, or an empty one."""
    found = project.scenario().regressions.get(key)
    metric, _, segment = key.rpartition("|")
    return found or Response(metric=metric, segment=segment)


def with_action(project: Project, key: str, action: Action, evidence_hash: str | None, today: date) -> Project:
    """The project with this answer; what was written before stays, an acceptance is about today's evidence."""
    fields: dict[str, Any] = {"action": action}
    response = response_to(project, key)
    if action == "accept":
        fields["evidence_hash"] = evidence_hash
        fields["accepted_on"] = today if response.evidence_hash != evidence_hash else response.accepted_on or today
    return _with(project, response.model_copy(update=fields))


def with_field(project: Project, key: str, field: str, value: Any) -> Project:
    """The project with one part of the answer stated anew; an empty text is unstated."""
    return _with(project, response_to(project, key).model_copy(update={field: None if value == "" else value}))


def without_response(project: Project, key: str) -> Project:
    """The project in which this regression is not answered."""
    scenario = project.scenario()
    kept = {name: response for name, response in scenario.regressions.items() if name != key}
    return project.with_item("scenarios", scenario.model_copy(update={"regressions": kept}))


def with_choice(project: Project, choice: Literal["ship", "hold", "block"]) -> Project:
    """The project with this decision; its reason and signers stay."""
    scenario = project.scenario()
    now = scenario.decision
    decision = now.model_copy(update={"choice": choice}) if now else Decision(choice=choice)
    return project.with_item("scenarios", scenario.model_copy(update={"decision": decision}))


def with_reason(project: Project, reason: str) -> Project:
    """The project with another reason for its decision."""
    scenario = project.scenario()
    decision = scenario.decision or Decision(choice="hold")
    changed = decision.model_copy(update={"reason": reason or None})
    return project.with_item("scenarios", scenario.model_copy(update={"decision": changed}))


def with_signer(project: Project, at: int, name: str, role: str) -> Project:
    """The project with this person as a signer of its decision, 0 the first; without a name, without that signer."""
    scenario = project.scenario()
    decision = scenario.decision or Decision(choice="hold")
    signers = list(decision.signers)
    signers[at : at + 1] = [Person(name=name, role=role)] if name else []
    changed = decision.model_copy(update={"signers": tuple(signers)})
    return project.with_item("scenarios", scenario.model_copy(update={"decision": changed}))


def _with(project: Project, response: Response) -> Project:
    scenario = project.scenario()
    regressions = {**scenario.regressions, response.key: response}
    return project.with_item("scenarios", scenario.model_copy(update={"regressions": regressions}))
