"""New data for a project that is already decided: everything that people stated stays, the numbers are new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from tradeoff_app.analysis.evidence import Evidence, evidence_from_table
from tradeoff_app.analysis.evidence_changes import DataVersion, EvidenceChanges, compare_evidence
from tradeoff_app.analysis.observations import Observations
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.analysis.partition import complete_segments
from tradeoff_app.analysis.renewal import renew_project
from tradeoff_app.analysis.table import EvidenceSource, make_source
from tradeoff_app.model.problem import InputError
from tradeoff_app.model.project import Project


@dataclass(frozen=True)
class DataUpdate:
    """The project with new data: what to open or save, and what changed."""

    project: Project
    source: EvidenceSource
    evidence: Evidence
    rows: Observations
    changes: EvidenceChanges


def update_data(
    project: Project,
    evidence: Evidence,
    new: Observations,
    old: Observations | None = None,
    as_of: date | None = None,
) -> DataUpdate:
    """The project over new rows, with a list of what changed; raises InputError where the versions do not fit.

    Weights, gates, notes, acceptances and scenarios stay as they are, also those on a metric or segment that the new
    files do not have; a look is counted where the content of the files differs. `old` are the rows so far, where they
    are at hand: then units are compared by id.
    """
    rows = _named_like(evidence.source.table.arms, new)
    updated = _counted(renew_project(project, rows), project)
    source = make_source(rows, updated)
    updated = complete_segments(updated, source.table)
    found = evidence_from_table(source, updated)
    before = DataVersion(project, evidence, evaluate(project, evidence, as_of=as_of), old)
    after = DataVersion(updated, found, evaluate(updated, found, as_of=as_of), rows)
    return DataUpdate(updated, source, found, rows, compare_evidence(before, after))


def _named_like(arms: tuple[str, ...], new: Observations) -> Observations:
    """The rows with the arms called as in the project: by name where the names are there, else by their order."""
    if set(arms) <= set(new.arms) and new.arms[0] == arms[0]:
        return new
    if len(new.arms) != len(arms):
        cause = f"the project compares {len(arms)} versions ({', '.join(arms)}), the new files hold {len(new.arms)}"
        hint = "Give the files of the same versions in the same order, or make a new project"
        raise InputError("versions_differ", new.files[0].file if new.files else "", "", cause, hint)
    names = dict(zip(new.arms, arms, strict=True))
    return replace(
        new,
        arms=arms,
        files=tuple(replace(file, arm=names.get(file.arm or "", file.arm)) for file in new.files),
        outputs={names.get(arm, arm): texts for arm, texts in new.outputs.items()},
    )


def _counted(renewed: Project, project: Project) -> Project:
    """The project with one more look where the content of the files is new."""
    is_new = _contents(renewed) != _contents(project)
    return renewed.change(looks=project.looks + 1) if is_new else renewed


def _contents(project: Project) -> set[tuple[str | None, str]]:
    return {(source.arm, source.sha256) for source in project.sources.values()}
