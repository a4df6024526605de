"""What stands between now and a decision that can be defended, in words."""

from __future__ import annotations

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.verdict import RegressionState
from tradeoff_app.app.scenarios import open_assumptions
from tradeoff_app.app.translation import tr
from tradeoff_app.model.project import Project
from tradeoff_app.wording.speaker import Speaker

SHIPS = ("SHIP", "SHIP_WITH_ACCEPTED_REGRESSIONS")


SIGNERS_AGAINST = 2
"""A decision against the recommendation is never that of one person."""

SETTLED = (None, "BLOCKED_BY_DECISION")
"""An acceptance that holds and a refusal both answer a regression."""


def is_open(regression: RegressionState) -> bool:
    """Whether it waits for an answer; one inside its margin was agreed beforehand and waits for nobody."""
    is_agreed = regression.within_margin and regression.response is None
    return regression.problem not in SETTLED and not is_agreed


def is_against(outcome: Outcome, project: Project) -> bool:
    """Whether the decision goes against the recommendation."""
    decision = project.scenario().decision
    if decision is None:
        return False
    return (decision.choice == "ship") != (outcome.verdict.recommendation in SHIPS)


def is_defended(outcome: Outcome, project: Project) -> bool:
    """Whether a decision was made and, where it goes against the recommendation, has its reason and both signers."""
    decision = project.scenario().decision
    if decision is None or not is_against(outcome, project):
        return decision is not None
    return bool((decision.reason or "").strip()) and len(decision.signers) >= SIGNERS_AGAINST


def still_missing(outcome: Outcome, project: Project, speaker: Speaker) -> tuple[str, ...]:
    """Open answers first, then unconfirmed numbers, then the decision itself; empty where nothing is missing."""
    parts = [
        f"{speaker.regression_title(regression)}: {speaker.problem(regression)}"
        for regression in outcome.regressions
        if is_open(regression)
    ]
    count = len(open_assumptions(project))
    if count:
        one = count == 1
        parts.append(tr("1 assumption unconfirmed") if one else tr("%n assumptions unconfirmed", "", count))
    decision = project.scenario().decision
    if decision is None:
        parts.append(tr("Your decision: ship or hold"))
    elif is_against(outcome, project) and not (decision.reason or "").strip():
        parts.append(tr("The reason for deciding against the recommendation"))
    if decision is not None and is_against(outcome, project) and len(decision.signers) < SIGNERS_AGAINST:
        parts.append(tr("A second named signer, because the decision goes against the recommendation"))
    return tuple(parts)
