"""Error rows read three ways: as missing, as failures, as scored; the one in force and what the others would change."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import numpy as np

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.evidence import Draws, Evidence, evidence_from_table, evidence_key
from tradeoff_app.analysis.memo import Memo
from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.analysis.status_rows import StatusCount, count_statuses, settle_statuses
from tradeoff_app.model.mapping import ERROR_STATUSES, POLICY_OF_CHOICE, ErrorChoice
from tradeoff_app.model.project import Project

ERROR_CHOICES: tuple[ErrorChoice, ...] = ("as-missing", "as-failure", "as-scored")


@dataclass(frozen=True)
class ErrorReading:
    """One metric with its error rows read one way: its effect in the whole population and what the verdict would be.

    `effect` is None where that leaves nothing to compare. `recommendation` is the verdict with the error rows of this
    metric alone read so. `is_changed` says whether the effect's state is another than the one in force.
    """

    choice: ErrorChoice
    effect: Effect | None
    recommendation: str
    is_in_force: bool
    is_changed: bool


@dataclass(frozen=True)
class MetricErrors:
    """The error rows of one metric by status, its effect as it stands, and the three readings.

    `in_force` is the reading that the project's policies come to; None where they treat the statuses that occur
    differently, or keep some apart.
    """

    metric: str
    counts: tuple[StatusCount, ...]
    in_force: ErrorChoice | None
    effect: Effect | None
    readings: tuple[ErrorReading, ...]

    def others(self) -> tuple[ErrorReading, ...]:
        """The readings that are not in force."""
        return tuple(reading for reading in self.readings if not reading.is_in_force)


@dataclass(frozen=True)
class ErrorReadings:
    """Every metric with error rows; `recommendations` are the verdicts with all of them read one way.

    `why` says why there is nothing to read: `no_errors`, or `rows_not_kept` where the evidence holds only the numbers
    that one policy made (files of earlier versions).
    """

    metrics: tuple[MetricErrors, ...]
    recommendation: str
    recommendations: Mapping[ErrorChoice, str] = field(default_factory=dict)
    why: str | None = None

    @property
    def decides(self) -> bool:
        """Whether some reading of some metric would give another verdict."""
        single = {reading.recommendation for metric in self.metrics for reading in metric.readings}
        return bool((single | set(self.recommendations.values())) - {self.recommendation})


def choose_errors(project: Project, choice: ErrorChoice, metrics: Collection[str] | None = None) -> Project:
    """The project in which error rows of these metrics (None: of all) count one way, whatever their status."""
    policies = dict.fromkeys(ERROR_STATUSES, POLICY_OF_CHOICE[choice])
    changed = {
        key: metric.model_copy(update={"on_status": {**metric.on_status, **policies}})
        for key, metric in project.metrics.items()
        if metrics is None or key in metrics
    }
    return project.change(metrics={**project.metrics, **changed})


def choice_in_force(counts: Collection[StatusCount]) -> ErrorChoice | None:
    """The one reading that these rows have; None where they have several or are kept apart."""
    policies = {count.policy for count in counts}
    return next((choice for choice in ERROR_CHOICES if policies == {POLICY_OF_CHOICE[choice]}), None)


def count_errors(project: Project, evidence: Evidence) -> dict[str, tuple[StatusCount, ...]]:
    """Error rows by metric, in the table's order, without computing any reading; metrics without them are left out."""
    found: dict[str, tuple[StatusCount, ...]] = {}
    for count in count_statuses(evidence.source, project):
        if count.status in ERROR_STATUSES:
            found[count.metric] = (*found.get(count.metric, ()), count)
    return found


def read_errors(
    project: Project, evidence: Evidence, scenario_id: str | None = None, as_of: date | None = None
) -> ErrorReadings:
    """The three readings of every metric with error rows, and the verdicts that follow; a pure function.

    Needs the anonymous evidence alone. Builds the evidence of these metrics once per reading, so call it where somebody
    looks. Acceptances are judged by their bounds; they do not go stale by a reading that nobody chose.
    """
    now = evaluate(project, evidence, scenario_id, as_of)
    recommendation = now.verdict.recommendation
    counted = count_errors(project, evidence)
    if not counted:
        failed = evidence.source.status_rows is None and bool(evidence.table.status.any())
        return ErrorReadings((), recommendation, why="rows_not_kept" if failed else "no_errors")
    others = {choice: _evidence_of(project, evidence, choice, tuple(counted)) for choice in ERROR_CHOICES}
    found = []
    for metric, counts in counted.items():
        in_force = choice_in_force(counts)
        own = now.effect(metric)
        readings = []
        for choice, other in others.items():
            if choice == in_force:
                readings.append(ErrorReading(choice, own, recommendation, is_in_force=True, is_changed=False))
                continue
            outcome = _outcome_with(project, evidence, other, choice, [metric], scenario_id, as_of)
            effect, said = outcome.effect(metric), outcome.verdict.recommendation
            is_changed = _state(effect) != _state(own)
            readings.append(ErrorReading(choice, effect, said, is_in_force=False, is_changed=is_changed))
        found.append(MetricErrors(metric, counts, in_force, own, tuple(readings)))
    together = {
        choice: _outcome_with(project, evidence, other, choice, list(counted), scenario_id, as_of)
        for choice, other in others.items()
    }
    verdicts = {choice: outcome.verdict.recommendation for choice, outcome in together.items()}
    return ErrorReadings(tuple(found), recommendation, verdicts)


def _state(effect: Effect | None) -> str:
    return "not_measured" if effect is None else effect.state


def _evidence_of(project: Project, evidence: Evidence, choice: ErrorChoice, metrics: tuple[str, ...]) -> Evidence:
    """The evidence of these metrics alone with their error rows read one way; made once per evidence."""
    chosen = choose_errors(project, choice, metrics)
    alone = chosen.change(metrics={key: item for key, item in chosen.metrics.items() if key in metrics})
    key = ("error_reading", choice, evidence_key(alone))
    return evidence.memo.recall(key, lambda: evidence_from_table(evidence.source, alone))


def _outcome_with(
    project: Project,
    evidence: Evidence,
    other: Evidence,
    choice: ErrorChoice,
    metrics: list[str],
    scenario_id: str | None,
    as_of: date | None,
) -> Outcome:
    chosen = choose_errors(project, choice, metrics)
    return evaluate(chosen, _spliced(chosen, evidence, other, metrics), scenario_id, as_of)


def _spliced(project: Project, evidence: Evidence, other: Evidence, metrics: Collection[str]) -> Evidence:
    """The evidence with these metrics taken from another one; hashes stay, so that acceptances are not stale."""

    def merged(mine: Mapping, theirs: Mapping) -> dict:  # type: ignore[type-arg]  # maps of several types, keyed by metric
        kept = {key: item for key, item in mine.items() if key[0] not in metrics}
        return kept | {key: item for key, item in theirs.items() if key[0] in metrics}

    source = settle_statuses(evidence.source, project)
    return replace(
        evidence,
        table=source.table.without_arms(project.references),
        source=source,
        cells=merged(evidence.cells, other.cells),
        differences=merged(evidence.differences, other.differences),
        levels=merged(evidence.levels, other.levels),
        shared_clusters=merged(evidence.shared_clusters, other.shared_clusters),
        draws=_spliced_draws(evidence.draws, other.draws, metrics),
        memo=Memo(),
    )


def _spliced_draws(mine: Draws, theirs: Draws, metrics: Collection[str]) -> Draws:
    kept = [k for k, (metric, _) in enumerate(mine.keys) if metric not in metrics]
    taken = [k for k, (metric, _) in enumerate(theirs.keys) if metric in metrics]

    def columns(one: FloatArray, other: FloatArray) -> FloatArray:
        """Replicates of a cell side by side in memory, as the draws have them."""
        stacked = [array.transpose(1, 2, 0)[:, chosen] for array, chosen in ((one, kept), (other, taken))]
        return np.concatenate(stacked, axis=1).transpose(2, 0, 1)

    return Draws(
        mine.arms,
        (*(mine.keys[k] for k in kept), *(theirs.keys[k] for k in taken)),
        columns(mine.levels, theirs.levels),
        mine.small_sample,
        columns(mine.effects, theirs.effects),
    )
