"""What the tables of the Value page read in one refresh."""

from __future__ import annotations

from dataclasses import dataclass

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.value import Contribution
from tradeoff_app.app.document import Document
from tradeoff_app.app.value_inputs import with_kept_weights
from tradeoff_app.model.project import Project
from tradeoff_app.model.scenario import Scenario
from tradeoff_app.wording import inputs
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset


@dataclass(frozen=True)
class ValueContext:
    """Decisions, what follows from them, and the voice that says it."""

    project: Project
    outcome: Outcome
    evidence: Evidence
    speaker: Speaker

    @classmethod
    def of(cls, document: Document, speaker: Speaker) -> ValueContext:
        """The document as it is now."""
        return cls(document.project, document.outcome, document.evidence, speaker)

    @property
    def scenario(self) -> Scenario:
        """The scenario that is edited."""
        return self.project.scenario()

    @property
    def currency(self) -> str:
        """The sign of the project's currency."""
        return self.speaker.numbers.currency(self.project.currency)

    @property
    def units(self) -> str:
        """What is counted a month: "queries"."""
        return self.speaker.voice.counted(self.outcome.mix.basis).other

    @property
    def unit(self) -> str:
        """One of what is counted a month: "query"."""
        return self.speaker.voice.counted(self.outcome.mix.basis).one

    def subject(self, path: str) -> str:
        """The name of an input as undo shows it."""
        return inputs.subject(self.speaker.voice, path)

    def stated(self, path: str, value: float) -> str:
        """A value of an input with its unit."""
        return typeset(inputs.stated(self.speaker.voice, path, value))

    def thousands(self, amount: float | None) -> str:
        """Money in thousands with its sign; empty where there is none."""
        return "" if amount is None else self.speaker.numbers.money_thousands(amount)

    def mean(self, part: Contribution | None) -> str:
        """The mean of a part of the value, in thousands."""
        return self.thousands(part.mean if part else None)

    def span(self, interval: tuple[float, float]) -> str:
        """Both ends of an interval of money, in thousands."""
        ends = (self.speaker.numbers.money_thousands(end, signed=False) for end in interval)
        return self.speaker.numbers.interval(*ends)

    def with_kept_multiples(self, changed: Project) -> Project:
        """A project with new volumes or rollout in which every value weight stays the multiple that it was."""
        return with_kept_weights(self.project, changed, self.evidence, self.outcome)
