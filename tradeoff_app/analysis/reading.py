"""One scenario's view of the evidence: who gets which candidate, how segments weigh, and every effect that follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from tradeoff_app.analysis.catalogue import measure_of
from tradeoff_app.analysis.cells import SMALLEST_SAMPLE, CellKey, state_of, with_items_needed
from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.effects import Effect, Estimate
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.exposures import default_basis, mix_on, stated_volume, volumes_on
from tradeoff_app.analysis.hashes import joint_hash
from tradeoff_app.analysis.population import (
    Interval,
    Mix,
    mover,
    renormalised,
    shared_cluster_sum,
    side_towards_zero,
    weigh_top_boxes,
)
from tradeoff_app.analysis.quantiles import Z_95, z_two_sided
from tradeoff_app.analysis.rates import Level
from tradeoff_app.analysis.replicates import UNCAPPED
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Rollout, Scenario
from tradeoff_app.model.segment import EVERYONE

ALONE = ("one_unit", "one_cluster")
"""Why a segment is left out of a sum over segments: nothing says how far its number may be off."""


@dataclass
class Reading:
    """Project, scenario and evidence together; results are kept so that each effect is composed once."""

    project: Project
    scenario: Scenario
    evidence: Evidence
    candidate: str
    sizes: Mapping[str, int]
    mix: Mix
    _mixes: dict[str | None, Mix] = field(default_factory=dict)
    _volumes: dict[str | None, Mapping[str, Range | None]] = field(default_factory=dict)
    _effects: dict[CellKey, Effect | None] = field(default_factory=dict)
    _rollouts: dict[str, Rollout] = field(default_factory=dict)
    _candidates: dict[str, str] = field(default_factory=dict)

    @property
    def partition(self) -> tuple[str, ...]:
        """Ids of the value partition."""
        return self.evidence.partition

    @property
    def has_partition(self) -> bool:
        """Whether the population is divided at all."""
        return self.evidence.partition != (EVERYONE,)

    @cached_property
    def columns(self) -> Mapping[tuple[str, str], int]:
        """Position of each (metric, segment) in the draws."""
        return {key: index for index, key in enumerate(self.evidence.draws.keys)}

    def money_column(self, metric_id: str, segment: str) -> int:
        """Position in the draws of what money counts: values before any capping."""
        own = self.columns.get((f"{UNCAPPED}{metric_id}", segment))
        return self.columns[metric_id, segment] if own is None else own

    def metric(self, metric_id: str) -> Metric:
        """The metric of this id."""
        return self.project.metrics[metric_id]

    def basis_of(self, metric_id: str) -> str | None:
        """The basis on which a metric's exposures count: its own, else the project's."""
        return self.metric(metric_id).basis or self.mix.basis

    def volumes(self, basis: str | None) -> Mapping[str, Range | None]:
        """Monthly volumes per partition segment on a basis."""
        if basis not in self._volumes:
            self._volumes[basis] = volumes_on(self.project, self.partition, self.sizes, basis)
        return self._volumes[basis]

    def mix_of(self, metric_id: str) -> Mix:
        """The mix on the metric's basis where exposures are stated on it, else the project's."""
        basis = self.basis_of(metric_id)
        if basis not in self._mixes:
            own = mix_on(self.project, self.partition, self.sizes, basis)
            self._mixes[basis] = self.mix if own.source == "sample" else own
        return self._mixes[basis]

    def rollout(self, segment: str) -> float:
        """Share of a segment's traffic that gets a candidate; a view and `*` take the largest of what they hold.

        A segment whose candidate is the baseline keeps it: nothing changes there.
        """
        if segment in self.partition or (segment in self.scenario.rollout and segment != EVERYONE):
            return self._rollout_of(segment).share
        inside = [key for key in self.partition if self._overlaps(segment, key)]
        return max((self._rollout_of(key).share for key in inside), default=self._rollout_of(EVERYONE).share)

    def _rollout_of(self, segment: str) -> Rollout:
        if segment not in self._rollouts:
            found = self.scenario.rollout_of(segment)
            keeps_baseline = found.candidate == self.evidence.table.arms[0]
            self._rollouts[segment] = Rollout(share=0.0) if keeps_baseline else found
        return self._rollouts[segment]

    def _overlaps(self, segment: str, key: str) -> bool:
        members = self.evidence.members
        return segment == EVERYONE or (segment in members and bool((members[segment] & members[key]).any()))

    def candidate_in(self, segment: str) -> str:
        """The candidate that a segment gets; a view the one that all of it gets, where that is one."""
        if segment not in self._candidates:
            self._candidates[segment] = self._find_candidate(segment)
        return self._candidates[segment]

    def _find_candidate(self, segment: str) -> str:
        if segment not in (*self.partition, *self.scenario.rollout, EVERYONE):
            inside = {self.candidate_in(key) for key in self.partition if self._overlaps(segment, key)}
            if len(inside) == 1:
                return inside.pop()
        chosen = self._rollout_of(segment).candidate
        return chosen if chosen in self.evidence.table.arms[1:] else self.candidate

    @cached_property
    def candidates_used(self) -> tuple[str, ...]:
        """The candidates that some segment gets, in the order of the partition; the scenario's own where none does."""
        used = [self.candidate_in(segment) for segment in self.partition if self.rollout(segment) > 0]
        return tuple(dict.fromkeys(used)) or (self.candidate,)

    @property
    def is_mixed(self) -> bool:
        """Whether segments get different candidates."""
        return len({self.candidate_in(segment) for segment in self.partition}) > 1

    def evidence_hash(self, metric_id: str, segment: str) -> str | None:
        """Fingerprint of what an acceptance here speaks of: the cell's values for the candidates that it gets.

        None where the evidence knows no such cell.
        """
        given = self.candidates_used if segment == EVERYONE else (self.candidate_in(segment),)
        found = [self.evidence.cell_hashes.get((metric_id, segment, candidate)) for candidate in given]
        known = [digest for digest in found if digest is not None]
        return joint_hash(known) if known else None

    def measured_segments(self, metric_id: str) -> list[str]:
        """Partition segments in which the metric has data for the candidate that they get."""
        keys = ((segment, (metric_id, segment, self.candidate_in(segment))) for segment in self.partition)
        return [segment for segment, key in keys if key in self.evidence.differences]

    def drawn_segments(self, metric_id: str) -> list[str]:
        """Partition segments in which the metric is drawn; `*` for a metric with a sample of its own."""
        inside = [segment for segment in self.partition if (metric_id, segment) in self.columns]
        return inside or ([EVERYONE] if (metric_id, EVERYONE) in self.columns else [])

    def effect(self, metric_id: str, segment: str, candidate: str | None = None) -> Effect | None:
        """The effect as the scenario weighs it; `*` is the exposure-weighted population."""
        chosen = candidate or self.candidate_in(segment)
        key = (metric_id, segment, chosen)
        if segment != EVERYONE:
            return self.evidence.cells.get(key)
        if key not in self._effects:
            self._effects[key] = self._population(metric_id, chosen)
        return self._effects[key]

    def scenario_effect(self, metric_id: str) -> Effect | None:
        """The population effect with each segment's own candidate, where the scenario mixes candidates."""
        if not self.is_mixed:
            return self.effect(metric_id, EVERYONE, self.candidate_in(self.partition[0]))
        return self._population(metric_id, None)

    def _population(self, metric_id: str, candidate: str | None) -> Effect | None:
        arm = {segment: candidate or self.candidate_in(segment) for segment in self.partition}
        own = self.evidence.cells.get((metric_id, EVERYONE, candidate or self.candidate))
        if own is None or not self.has_partition:
            return own
        kept = [
            segment
            for segment in self.partition
            if (found := self.evidence.differences.get((metric_id, segment, arm[segment]))) is not None
            and found.why not in ALONE
        ]
        if not kept:
            return replace(own, note="own_sample") if own.difference is not None else own
        shares = renormalised(self.shares(metric_id, arm), kept)
        key = ("population", metric_id, self.metric(metric_id).better, *arm.values(), *shares.items())
        return self.evidence.memo.recall(key, lambda: self._compose(own, kept, shares, arm))

    def shares(self, metric_id: str, arm: Mapping[str, str]) -> Mapping[str, float]:
        """How segments weigh for a metric: exposure shares, else the units that its comparison uses."""
        mix = self.mix_of(metric_id)
        if mix.source != "sample":
            return mix.shares
        cells = {segment: self.evidence.cells[metric_id, segment, arm[segment]] for segment in self.partition}
        units = {key: cell.n_pairs or (cell.n_baseline + cell.n_candidate) for key, cell in cells.items()}
        whole = sum(units.values())
        return {key: count / whole if whole else 0.0 for key, count in units.items()}

    def _compose(self, own: Effect, kept: list[str], shares: Mapping[str, float], arm: Mapping[str, str]) -> Effect:
        cells = [self.evidence.cells[own.metric, segment, arm[segment]] for segment in kept]
        weights = [shares[segment] for segment in kept]
        estimate, interval, error, method = self._weigh(own.metric, kept, weights, arm)
        metric = self.metric(own.metric)
        counts = sum(cell.n_baseline for cell in cells), sum(cell.n_candidate for cell in cells)
        why = (
            "fewer_than_15_units" if min(counts) < SMALLEST_SAMPLE else None if interval else self._open(own, kept, arm)
        )
        interval = self._clipped(own.metric, interval) if interval and why is None else None
        baseline = sum(w * (cell.baseline or 0.0) for w, cell in zip(weights, cells, strict=True))
        state = state_of(metric, interval)
        p = z_two_sided(estimate / error) if interval and error else None
        composed = replace(
            own,
            n_baseline=counts[0],
            n_candidate=counts[1],
            n_pairs=_total([cell.n_pairs for cell in cells]),
            baseline=baseline,
            candidate_value=baseline + estimate,
            difference=estimate,
            interval=interval,
            method=method,
            state=state,
            standard_error=(interval[1] - interval[0]) / (2 * Z_95) if interval else None,
            worst_best=_weighted_bounds(weights, cells),
            top_box=weigh_top_boxes(weights, [cell.top_box for cell in cells]),
            p_value=p,
            needs_times_n=None,
            fixed=_total([cell.fixed for cell in cells]),
            broken=_total([cell.broken for cell in cells]),
            relative=Estimate(estimate / baseline, None, "weighted_population") if baseline else None,
            note="segments_left_out" if len(kept) < len(self.partition) else None,
            why=why,
        )
        return with_items_needed(composed, metric)

    def _open(self, own: Effect, kept: list[str], arm: Mapping[str, str]) -> str:
        """Why a sum has no interval: what keeps the first of its segments from having one."""
        found = [self.evidence.differences[own.metric, segment, arm[segment]] for segment in kept]
        return next((item.why for item in found if item.why), "no_variation")

    def _weigh(
        self, metric_id: str, kept: list[str], weights: list[float], arm: Mapping[str, str]
    ) -> tuple[float, Interval | None, float | None, str]:
        """Estimate, interval, standard error towards 0 and method of the weighted sum."""
        found = [self.evidence.differences[metric_id, segment, arm[segment]] for segment in kept]
        estimate = sum(w * item.estimate for w, item in zip(weights, found, strict=True))
        candidates = {arm[segment] for segment in kept}
        shared = self.evidence.shared_clusters.get((metric_id, next(iter(candidates))))
        if shared is not None and len(candidates) == 1 and shared.groups > 1:
            _, interval, se = shared_cluster_sum(dict(zip(kept, weights, strict=True)), shared)
            return estimate, interval, se, "cluster_population"
        intervals = [(item.low, item.high) for item in found if item.low is not None and item.high is not None]
        if len(intervals) < len(found):
            return estimate, None, None, "mover"
        if self.metric(metric_id).quantile is not None and self.evidence.shared_clusters:
            low, high = (sum(w * pair[end] for w, pair in zip(weights, intervals, strict=True)) for end in (0, 1))
            return estimate, (low, high), side_towards_zero(estimate, (low, high)), "sum_of_intervals"
        estimate, interval = mover(weights, [item.estimate for item in found], intervals)
        return estimate, interval, side_towards_zero(estimate, interval), "mover"

    def _clipped(self, metric_id: str, interval: Interval) -> Interval:
        kind = measure_of(self.metric(metric_id))
        return (max(-1.0, interval[0]), min(1.0, interval[1])) if kind and kind.is_rate else interval

    def population_level(self, metric_id: str) -> Level | None:
        """The candidate's own level in the whole population, with the interval of its weighted segments."""
        arm = {segment: self.candidate_in(segment) for segment in self.partition}
        own = self.evidence.levels.get((metric_id, EVERYONE, self.candidate))
        if own is None or not self.has_partition:
            return own
        levels = {segment: self.evidence.levels[metric_id, segment, arm[segment]] for segment in self.partition}
        kept = [segment for segment, level in levels.items() if level.value is not None and level.low is not None]
        if not kept:
            return own
        shares = renormalised(self.shares(metric_id, arm), kept)
        known = [levels[segment] for segment in kept]
        intervals = [(level.low or 0.0, level.high or 0.0) for level in known]
        weights = [shares[segment] for segment in kept]
        value, (low, high) = mover(weights, [level.value or 0.0 for level in known], intervals)
        return replace(own, value=value, low=low, high=high, n=sum(level.n for level in known))

    def people_per_month(self, metric_id: str, segment: str) -> tuple[float, float, float] | None:
        """Estimate, low and high of a metric's change per month at base exposure and the scenario's rollout.

        None without exposures, and for types whose changes do not add up to anything (scores, categories).
        """
        kind = measure_of(self.metric(metric_id))
        if kind is None or not kind.counts_people:
            return None
        basis = self.basis_of(metric_id)
        if segment != EVERYONE:
            volume = self._segment_volume(segment, basis)
            effect = self.effect(metric_id, segment)
            return _times(effect, volume * self.rollout(segment)) if effect and volume is not None else None
        return self._people_of_everyone(metric_id, basis)

    def volume_of(self, metric_id: str, segment: str) -> float | None:
        """Exposures a month of a segment or of everyone on the metric's basis, at base; None where nothing says so."""
        basis = self.basis_of(metric_id)
        if segment != EVERYONE:
            return self._segment_volume(segment, basis)
        known = [volume.base for volume in self.volumes(basis).values() if volume is not None]
        return sum(known) if len(known) == len(self.partition) else None

    def _segment_volume(self, segment: str, basis: str | None) -> float | None:
        if segment in self.partition:
            known = self.volumes(basis)[segment]
        else:
            known = stated_volume(self.project, segment, basis)
        return None if known is None else known.base

    def _people_of_everyone(self, metric_id: str, basis: str | None) -> tuple[float, float, float] | None:
        volumes = self.volumes(basis)
        if any(volume is None for volume in volumes.values()):
            return None
        reach = {key: volume.base * self.rollout(key) for key, volume in volumes.items() if volume is not None}
        arm = {segment: self.candidate_in(segment) for segment in self.partition}
        kept = [key for key in self.partition if (metric_id, key, arm[key]) in self.evidence.differences]
        if not self.has_partition or not kept:
            effect = self.effect(metric_id, EVERYONE)
            return _times(effect, sum(reach.values())) if effect else None
        whole = self.scenario_effect(metric_id)
        estimate, interval, _, _ = self._weigh(metric_id, kept, [reach[key] for key in kept], arm)
        return (estimate, *interval) if interval and whole is not None and whole.interval is not None else None

    def findings(self) -> list[Finding]:
        """What the reading itself has to say: an evaluation mix, segments without data, shares that were split."""
        found = []
        if self.has_partition and self.mix.source == "sample":
            found.append(Finding("evaluation_mix", "warn"))
        if self.mix.source == "split":
            found.append(Finding("exposure_split", "info"))
        for metric in self.evidence.table.metrics:
            measured = self.measured_segments(metric)
            if self.has_partition and measured:
                gaps = [segment for segment in self.partition if segment not in measured]
                found += [Finding("segment_without_data", "warn", metric, segment) for segment in gaps]
        return found


def read_scenario(project: Project, scenario: Scenario, evidence: Evidence) -> Reading:
    """The reading of one scenario; a candidate that the evidence does not hold falls back to the first one."""
    candidates = evidence.table.arms[1:]
    wanted = scenario.rollout_of(EVERYONE).candidate
    candidate = wanted if wanted in candidates else (candidates[0] if candidates else "")
    sizes = {segment: evidence.table.size(evidence.members[segment]) for segment in evidence.partition}
    mix = mix_on(project, evidence.partition, sizes, default_basis(project))
    return Reading(project, scenario, evidence, candidate, sizes, mix)


def _total(counts: Sequence[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == len(counts) else None


def _weighted_bounds(weights: Sequence[float], cells: Sequence[Effect]) -> Interval | None:
    if all(cell.worst_best is None for cell in cells):
        return None
    pairs = [cell.worst_best or (cell.difference or 0.0, cell.difference or 0.0) for cell in cells]
    low = sum(w * pair[0] for w, pair in zip(weights, pairs, strict=True))
    return low, sum(w * pair[1] for w, pair in zip(weights, pairs, strict=True))


def _times(effect: Effect, people: float) -> tuple[float, float, float] | None:
    if effect.difference is None or effect.interval is None:
        return None
    return effect.difference * people, effect.interval[0] * people, effect.interval[1] * people
