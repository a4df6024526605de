"""What the sheets are written from: document, decisions, outcome, and the terms that the value is the sum of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.reading import Reading, read_scenario
from tradeoff_app.analysis.value import Contribution
from tradeoff_app.analysis.value_terms import Term, find_terms
from tradeoff_app.briefing.blocks import Document
from tradeoff_app.briefing.effect_rows import shown_factor
from tradeoff_app.briefing.excel.number_formats import money, price
from tradeoff_app.model.project import Project
from tradeoff_app.model.scenario import Rollout, Scenario
from tradeoff_app.wording.speaker import Speaker


@dataclass(frozen=True)
class Material:
    """Everything that a workbook is made of; `terms` also hold the cells that the rollout leaves out today."""

    document: Document
    project: Project
    scenario: Scenario
    outcome: Outcome
    evidence: Evidence
    reading: Reading
    speaker: Speaker
    texts: Mapping[str, str]
    terms: tuple[Term, ...]

    def say(self, key: str, **fields: object) -> str:
        """A head or label with its fields filled in."""
        return self.texts[key].format(**fields)

    def who(self, segment: str) -> str:
        """A segment's name."""
        return self.speaker.segment(segment)

    def factor(self, metric_id: str) -> float:
        """What a natural number of this metric is multiplied with before it is shown."""
        metric = self.project.metrics.get(metric_id)
        return shown_factor(metric.type, metric.unit) if metric else 1.0

    def places(self, metric_id: str) -> int:
        """Decimals that cells of this metric show."""
        metric = self.project.metrics.get(metric_id)
        return 4 if metric is not None and metric.type == "money" else 2

    def money_form(self) -> str:
        """The cell format of whole money, with its sign where the language puts it."""
        return money(self.project.currency, self.speaker.numbers.language.money)

    def price_form(self) -> str:
        """The cell format of money per unit."""
        return price(self.project.currency, self.speaker.numbers.language.money)

    def contribution(self, term: Term) -> Contribution | None:
        """What the app's replicates say about a term; None where it is not rolled out or nothing is valued."""
        cells = self.outcome.value.by_cell if self.outcome.value is not None else ()
        return next((cell for cell in cells if (cell.metric, cell.segment) == (term.metric, term.segment)), None)


def gather(
    document: Document, project: Project, outcome: Outcome, evidence: Evidence, texts: Mapping[str, str]
) -> Material:
    """The material of a workbook."""
    scenario = project.scenario(outcome.scenario)
    reading = outcome.reading or read_scenario(project, scenario, evidence)
    everywhere = {key: Rollout(share=1.0, candidate=rollout.candidate) for key, rollout in scenario.rollout.items()}
    full = scenario.model_copy(update={"rollout": everywhere})
    terms, _ = find_terms(read_scenario(project, full, evidence))
    speaker = Speaker(project, document.language)
    return Material(document, project, scenario, outcome, evidence, reading, speaker, texts, terms)
