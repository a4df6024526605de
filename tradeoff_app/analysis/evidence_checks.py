"""The evidence checks as a list: what was looked at, what holds, what does not, and what the files do not say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.observations import Observations, Problem
from tradeoff_app.model.segment import EVERYONE

CheckState = Literal["holds", "attention", "broken", "unknown", "not_applicable"]
CheckCode = Literal["judge", "prompts", "items", "scale", "mix", "duplicates", "errors", "ratio", "pairing", "size"]


@dataclass(frozen=True)
class EvidenceCheck:
    """One question about the evidence with its state; `findings` and `problems` say why, `values` what holds."""

    code: CheckCode
    state: CheckState
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()
    values: Mapping[str, Any] = field(default_factory=dict)


FINDINGS: Mapping[str, CheckCode] = {
    "judge_changed": "judge",
    "rubric_changed": "judge",
    "prompt_changed": "prompts",
    "data_changed": "items",
    "evaluation_mix": "mix",
    "exposure_split": "mix",
    "units_without_segment": "mix",
    "duplicate_rows": "duplicates",
    "error_rates": "errors",
    "sample_ratio": "ratio",
    "pairing_weak": "pairing",
    "unmatched_units": "pairing",
    "pairing_ignored": "pairing",
    "unpaired": "pairing",
    "few_units": "size",
    "small_segment": "size",
}
PROBLEMS: Mapping[str, CheckCode] = {
    "items_differ": "items",
    "scales_differ": "scale",
    "duplicate_keys": "duplicates",
    "no_shared_units": "pairing",
}
"""Problems of the files that answer one of the questions."""

ORDER: tuple[CheckCode, ...] = (
    *("pairing", "items", "judge", "prompts", "scale", "mix"),
    *("duplicates", "errors", "size", "ratio"),
)


def list_checks(
    evidence: Evidence, findings: Sequence[Finding], observations: Observations | None, candidate: str
) -> tuple[EvidenceCheck, ...]:
    """Every question in a fixed order, about the baseline and one candidate; `findings` are those of the outcome.

    Without rows some questions stay unknown.
    """
    problems = observations.problems if observations is not None else ()
    mine = [finding for finding in findings if finding.values.get("candidate") in (None, candidate)]
    return tuple(_check(code, evidence, mine, problems, observations, candidate) for code in ORDER)


def is_told(finding: Finding) -> bool:
    """Whether the list says this finding already."""
    return finding.code in FINDINGS


def _check(
    code: CheckCode,
    evidence: Evidence,
    findings: Sequence[Finding],
    problems: Sequence[Problem],
    observations: Observations | None,
    candidate: str,
) -> EvidenceCheck:
    mine = tuple(finding for finding in findings if FINDINGS.get(finding.code) == code)
    files = tuple(problem for problem in problems if PROBLEMS.get(problem.code) == code)
    state = _state_of(mine, files)
    values = _values(code, evidence, observations, candidate)
    if state is None:
        state = _undisturbed(code, evidence, observations, values)
    return EvidenceCheck(code, state, mine, files, values)


def _state_of(findings: Iterable[Finding], problems: Collection[Problem]) -> CheckState | None:
    """The gravest thing that was found; None where nothing was."""
    levels = {finding.level for finding in findings}
    if "fatal" in levels:
        return "broken"
    if levels - {"ok"} or problems:
        return "attention"
    return "holds" if levels else None


def _undisturbed(
    code: CheckCode, evidence: Evidence, observations: Observations | None, values: Mapping[str, Any]
) -> CheckState:
    """What it means that nothing was found: it holds, it could not be known, or the question does not arise."""
    is_paired = all(pairing.mode == "paired" for pairing in evidence.pairings.values())
    applies = {
        "ratio": evidence.source.randomised,
        "pairing": is_paired,
        "items": is_paired,
        "mix": evidence.partition != (EVERYONE,),
    }
    is_known = {"judge": bool(values.get("judges")), "prompts": False, "scale": observations is not None}
    if not applies.get(code, True):
        return "not_applicable"
    return "holds" if is_known.get(code, True) else "unknown"


def _values(code: CheckCode, evidence: Evidence, observations: Observations | None, candidate: str) -> dict[str, Any]:
    if code == "judge":
        files = observations.files if observations is not None else ()
        return {"judges": sorted({file.judge for file in files if file.judge})}
    if code == "errors":
        table = evidence.table
        failed = (table.status != 0) & table.present
        after = table.arms.index(candidate) if candidate in table.arms else 0
        return {"before": int(failed[0].sum()), "after": int(failed[after].sum())}
    return {}
