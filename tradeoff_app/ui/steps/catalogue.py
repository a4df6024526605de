"""The steps of the rail in their order. A page is imported when its step is made, not with the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tradeoff_app.app.document import Document
from tradeoff_app.app.translation import QT_TR_NOOP
from tradeoff_app.ui.steps.step import Step


@dataclass(frozen=True)
class StepEntry:
    """A step by its id and its word in the rail, and how its page is made."""

    step_id: str
    title: str
    make: Callable[[Document], Step]


def _data(document: Document) -> Step:
    from tradeoff_app.ui.steps.data.page import DataStep

    return DataStep(document)


def _compare(document: Document) -> Step:
    from tradeoff_app.ui.steps.compare.page import CompareStep

    return CompareStep(document)


def _value(document: Document) -> Step:
    from tradeoff_app.ui.steps.value.page import ValueStep

    return ValueStep(document)


def _gates(document: Document) -> Step:
    from tradeoff_app.ui.steps.gates.page import GatesStep

    return GatesStep(document)


def _scenarios(document: Document) -> Step:
    from tradeoff_app.ui.steps.scenarios.page import ScenariosStep

    return ScenariosStep(document)


def _decide(document: Document) -> Step:
    from tradeoff_app.ui.steps.decide.page import DecideStep

    return DecideStep(document)


def _briefing(document: Document) -> Step:
    from tradeoff_app.ui.steps.briefing.page import BriefingStep

    return BriefingStep(document)


STEPS: tuple[StepEntry, ...] = (
    StepEntry("data", QT_TR_NOOP("Data"), _data),
    StepEntry("compare", QT_TR_NOOP("Compare"), _compare),
    StepEntry("value", QT_TR_NOOP("Value"), _value),
    StepEntry("gates", QT_TR_NOOP("Gates"), _gates),
    StepEntry("scenarios", QT_TR_NOOP("Scenarios"), _scenarios),
    StepEntry("decide", QT_TR_NOOP("Decide"), _decide),
    StepEntry("briefing", QT_TR_NOOP("Briefing"), _briefing),
)
"""The pages from the files to the briefing."""
