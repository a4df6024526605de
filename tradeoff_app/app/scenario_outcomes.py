"""What every scenario of the open project comes to, computed anew only where something of it changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # imported where it is needed: the document stands before the analysis is there
    from tradeoff_app.analysis.evidence import Evidence
    from tradeoff_app.analysis.outcome import Outcome
    from tradeoff_app.model.project import Project
    from tradeoff_app.model.scenario import Scenario


class ScenarioOutcomes:
    """Remembers one outcome a scenario; a changed slider costs the scenario that it belongs to."""

    def __init__(self) -> None:
        self._common: tuple[Project, Evidence, date] | None = None
        self._made: dict[str, tuple[Scenario, Outcome]] = {}

    def of(self, project: Project, evidence: Evidence, current: Outcome, as_of: date) -> dict[str, Outcome]:
        """The outcomes by scenario id, in the project's order; `current` is the one that is known already."""
        from tradeoff_app.analysis.outcome import evaluate

        common = project.change(scenarios={}, current_scenario=None, assumed=(), title="", notes={}, examples={})
        if self._common is None or self._common[1] is not evidence or self._common != (common, evidence, as_of):
            self._common, self._made = (common, evidence, as_of), {}
        made: dict[str, tuple[Scenario, Outcome]] = {}
        for key, scenario in project.scenarios.items():
            known = self._made.get(key)
            if key == current.scenario:
                made[key] = scenario, current
            elif known is not None and known[0] == scenario:
                made[key] = known
            else:
                made[key] = scenario, evaluate(project, evidence, key, as_of=as_of)
        self._made = made
        return {key: outcome for key, (_, outcome) in made.items()}

    def forget(self) -> None:
        """Another project is open, or none."""
        self._common, self._made = None, {}
