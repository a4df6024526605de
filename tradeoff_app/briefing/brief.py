"""What every section is made from: the project, what follows from it, and the voice that says it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.error_readings import ErrorReadings, read_errors
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.model.project import Project
from tradeoff_app.model.scenario import Scenario
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.number_format import Numbers
from tradeoff_app.wording.speaker import Speaker

MOST_LISTED = 12
"""Points of a list outside the audit briefing."""

Audience = Literal["review", "one-page", "audit"]


@dataclass(frozen=True)
class Brief:
    """One briefing in the making. `texts` are its heads and labels in the reader's language."""

    project: Project
    outcome: Outcome
    evidence: Evidence
    scenario: Scenario
    speaker: Speaker
    texts: Mapping[str, str]
    audience: Audience
    as_of: date | None

    @cached_property
    def errors(self) -> ErrorReadings | None:
        """The verdict with error rows counted otherwise; None where every row ended with a plain answer."""
        if not any(finding.code == "errors_counted" for finding in self.outcome.findings):
            return None
        return read_errors(self.project, self.evidence, self.scenario.id, self.as_of)

    @property
    def numbers(self) -> Numbers:
        """The reader's number formats."""
        return self.speaker.numbers

    def say(self, key: str, **fields: object) -> str:
        """A head or label with its fields filled in."""
        return self.texts[key].format(**fields)

    def stated(self, text: str | None) -> str:
        """What somebody wrote, or that nobody did."""
        return text.strip() if text and text.strip() else self.say("not_stated")

    def day(self, day: date | None) -> str:
        """A date in words, or that none is stated."""
        return self.say("not_stated") if day is None else self.speaker.date(day)

    @property
    def own_effects(self) -> tuple[Effect, ...]:
        """The effects of the scenario's candidate, in the order of the outcome."""
        return tuple(effect for effect in self.outcome.effects if effect.candidate == self.outcome.candidate)

    def swept(self) -> tuple[Effect, ...]:
        """Losses of the scenario's candidate that the sweep over all cells found and that no regression stands for."""
        ruled = {item.key for item in self.outcome.regressions}
        found = self.outcome.swept_regressions
        return tuple(each for each in found if each.key not in ruled and each.candidate == self.outcome.candidate)

    def warnings(self, besides: Collection[str] = ()) -> tuple[str, ...]:
        """What the checks of the evidence found, in words, each once; not what is told elsewhere (`besides`, codes)."""
        found = (item for item in self.outcome.findings if item.level in ("warn", "fatal") and item.code not in besides)
        return tuple(dict.fromkeys(self.speaker.finding(finding) for finding in found))

    def capped(self, items: tuple[str, ...]) -> tuple[str, ...]:
        """A list that a reader can take in, what is left out counted; an auditor gets all of it."""
        if self.audience == "audit" or len(items) <= MOST_LISTED:
            return items
        left = len(items) - MOST_LISTED
        return (*items[:MOST_LISTED], self.say("further_one" if left == 1 else "further", count=left))

    def judged_candidate(self) -> str:
        """The name of the candidate that this briefing is about."""
        return self.speaker.candidate(self.outcome.candidate)

    def other_candidates(self) -> list[str]:
        """The names of candidates that were measured and that this briefing does not judge."""
        own = self.outcome.candidate
        return [self.speaker.candidate(each) for each in self.project.candidates if each != own]

    def safety_gates(self) -> tuple[GateResult, ...]:
        """The safety gates of the scenario's candidate."""
        return tuple(result for result in self.outcome.gates if result.gate.is_safety)

    def is_safety_metric(self, metric_id: str) -> bool:
        """Whether a safety gate names the metric."""
        return self.project.role_of(metric_id) == "safety_gate"

    def worth(self, effect: Effect) -> float:
        """Money a month that hangs on an effect (summed over segments for everyone); 0 where none is stated."""
        value = self.outcome.value
        if value is None:
            return 0.0
        cells = (cell for cell in value.by_cell if cell.metric == effect.metric)
        return sum(cell.mean for cell in cells if effect.segment in (EVERYONE, cell.segment))
