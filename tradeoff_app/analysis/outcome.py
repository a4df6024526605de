"""Everything that a scenario implies, from decisions and evidence: fast enough to run on every slider move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.score import Score
from tradeoff_app.analysis.sensitivity import Sensitivity
from tradeoff_app.analysis.value import CandidateStanding, NetValue
from tradeoff_app.analysis.verdict import RegressionState, Verdict


@dataclass(frozen=True)
class Mix:
    """How the whole population is made up: share and monthly volume (base) of each partition segment.

    `source` says where the shares come from; without stated exposures it is the evaluation's own mix and volumes are
    None.
    """

    shares: Mapping[str, float]
    volumes: Mapping[str, float | None]
    source: str


@dataclass(frozen=True)
class Outcome:
    """The result of one scenario. `value` and `score` are None with `value_why` and `score_why`.

    `effects` holds every metric in `*`, each partition segment and each view, for every candidate; `candidate` is the
    scenario's own. `leading` says which view decides a money-or-score question ("value", "score" or None).
    """

    scenario: str
    candidate: str
    as_of: date | None
    grade: str
    is_sound: bool
    findings: tuple[Finding, ...]
    evidence_hash: str
    mix: Mix
    effects: tuple[Effect, ...]
    gates: tuple[GateResult, ...]
    value: NetValue | None
    value_why: str | None
    score: Score | None
    score_why: str | None
    leading: str | None
    standings: tuple[CandidateStanding, ...]
    sensitivity: Sensitivity
    verdict: Verdict
    regressions: tuple[RegressionState, ...]
    swept_regressions: tuple[Effect, ...]

    def effect(self, metric: str, segment: str = "*", candidate: str | None = None) -> Effect | None:
        """The effect of a metric in a segment for a candidate (the scenario's own by default); None if not measured."""
        wanted = candidate or self.candidate
        for effect in self.effects:
            if effect.metric == metric and effect.segment == segment and effect.candidate == wanted:
                return effect
        return None
