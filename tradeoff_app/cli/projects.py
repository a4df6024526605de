"""Projects for the command line: opened or made from rows, with a setup laid over them and what follows from both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tradeoff_app.cli import output
from tradeoff_app.cli.errors import COMMAND_LINE, UsageError
from tradeoff_app.model.problem import InputError, suggest
from tradeoff_app.model.project import Project

if TYPE_CHECKING:
    from tradeoff_app.analysis.evidence import Evidence, EvidenceSource
    from tradeoff_app.analysis.observations import Observations
    from tradeoff_app.analysis.outcome import Outcome
    from tradeoff_app.model.mapping import ColumnMapping
    from tradeoff_app.model.overlay import Overlay


@dataclass(frozen=True)
class Case:
    """A project with its evidence; `content_sha256` is that of the file it came from."""

    project: Project
    source: EvidenceSource
    evidence: Evidence
    content_sha256: str


def open_case(path: Path, setup: Path | None = None) -> Case:
    """The project in a file, with a setup laid over it; raises StorageError or InputError."""
    from tradeoff_app.storage.project_file import read_project

    stored = read_project(path)
    output.warn(stored.warnings)
    project, source = stored.project, stored.evidence_source
    if setup is None:
        return _make_case(project, source, (), stored.head.content_sha256)
    overlay = _lay_over(project, setup, source.table.dimensions)
    if source.status_rows is None and any("/on_status" in path for path in overlay.stated):
        hint = "on_status takes effect where rows with an error are known: make the project again with new"
        output.warn([f"{setup.name}: {hint}"])
    names = tuple(overlay.renamed_metrics.get(name, name) for name in source.table.metrics)
    renamed = replace(source, table=replace(source.table, metrics=names))
    with _said_in(setup):
        return _make_case(overlay.project, renamed, overlay.acceptances, stored.head.content_sha256)


def make_case(
    observations: Observations,
    title: str,
    project_id: str,
    setup: Path | None,
    mapping: ColumnMapping,
    references: Mapping[str, str] = {},
) -> Case:
    """A new project from rows, with a setup laid over what is proposed; raises InputError.

    `references` are arms that are shown and never judged, with how each is called.
    """
    from tradeoff_app.analysis.proposal import propose_as_mapped
    from tradeoff_app.analysis.renewal import show_references
    from tradeoff_app.analysis.table import make_source

    project = show_references(propose_as_mapped(observations, title, project_id, mapping), references)
    acceptances: tuple[tuple[str, str], ...] = ()
    if setup is not None:
        overlay = _lay_over(project, setup, observations.dimensions)
        project, acceptances = overlay.project, overlay.acceptances
    with _said_in(setup):
        return _make_case(project, make_source(observations, project), acceptances, "")


def evaluate_case(case: Case, scenario_id: str | None, as_of: date | None) -> Outcome:
    """What follows from one scenario on a day: the one asked for, else the project's own, else today."""
    from tradeoff_app.analysis.outcome import evaluate

    if scenario_id is not None and scenario_id not in case.project.scenarios:
        hint = suggest(scenario_id, case.project.scenarios)
        raise UsageError("--scenario", f'there is no scenario "{scenario_id}"', hint)
    return evaluate(case.project, case.evidence, scenario_id=scenario_id, as_of=day_of(case.project, as_of))


def day_of(project: Project, as_of: date | None) -> date:
    """The day by which acceptances are judged: the one asked for, else the project's own, else today."""
    return as_of or project.as_of or datetime.now().astimezone().date()


@contextmanager
def _said_in(setup: Path | None) -> Iterator[None]:
    """What the evidence refuses was stated somewhere: in the setup, else on the command line."""
    try:
        yield
    except InputError as refusal:
        file = refusal.file or (setup.name if setup is not None else COMMAND_LINE)
        raise InputError(refusal.code, file, refusal.place, refusal.cause, refusal.hint) from refusal


def _make_case(
    project: Project, source: EvidenceSource, acceptances: Iterable[tuple[str, str]], content_sha256: str
) -> Case:
    from tradeoff_app.analysis.evidence import evidence_from_table
    from tradeoff_app.analysis.partition import complete_segments

    whole = complete_segments(project, source.table)
    evidence = evidence_from_table(source, whole)
    return Case(_fill_evidence_hashes(whole, evidence, acceptances), source, evidence, content_sha256)


def _fill_evidence_hashes(project: Project, evidence: Evidence, acceptances: Iterable[tuple[str, str]]) -> Project:
    """Acceptances that were stated without a hash speak of the evidence at hand."""
    from tradeoff_app.analysis.reading import read_scenario

    for name, key in acceptances:
        scenario = project.scenarios[name]
        response = scenario.regressions[key]
        if response.evidence_hash is None:
            digest = read_scenario(project, scenario, evidence).evidence_hash(response.metric, response.segment)
            filled = {**scenario.regressions, key: response.model_copy(update={"evidence_hash": digest})}
            project = project.with_item("scenarios", scenario.model_copy(update={"regressions": filled}))
    return project


def _lay_over(project: Project, setup: Path, dimensions: Any) -> Overlay:
    from tradeoff_app.model.overlay import lay_over
    from tradeoff_app.storage.project_file import read_bytes
    from tradeoff_app.storage.strict_json import JsonError, read_object

    try:
        document = read_object(read_bytes(setup))
    except JsonError as failure:
        raise InputError(
            "setup", setup.name, failure.place, failure.cause, "Correct the file and try again"
        ) from failure
    labels = {name: column.labels for name, column in dimensions.items()}
    overlay = lay_over(project, document, setup.name, labels)
    output.warn(f"{setup.name}: {warning}" for warning in overlay.warnings)
    return overlay
