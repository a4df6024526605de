"""The steps of the rail in their order. They are imported when the first project is shown, not at start."""

from __future__ import annotations

from tradeoff_app.ui.steps.step import Step


def list_steps() -> tuple[type[Step], ...]:
    """The pages from the files to the briefing."""
    from tradeoff_app.ui.steps.briefing.page import BriefingStep
    from tradeoff_app.ui.steps.compare.page import CompareStep
    from tradeoff_app.ui.steps.data.page import DataStep
    from tradeoff_app.ui.steps.decide.page import DecideStep
    from tradeoff_app.ui.steps.gates.page import GatesStep
    from tradeoff_app.ui.steps.scenarios.page import ScenariosStep
    from tradeoff_app.ui.steps.value.page import ValueStep

    return (DataStep, CompareStep, ValueStep, GatesStep, ScenariosStep, DecideStep, BriefingStep)
