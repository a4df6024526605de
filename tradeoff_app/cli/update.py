"""`tradeoff update`: new result files under the decisions of a project, and a list of what that changed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tradeoff_app.cli import errors, output
from tradeoff_app.cli.arguments import Parser, a_date, check_language
from tradeoff_app.cli.new import check_output, refuse_input

if TYPE_CHECKING:
    from tradeoff_app.analysis.data_update import DataUpdate
    from tradeoff_app.analysis.evidence_changes import EvidenceChanges, FileChange
    from tradeoff_app.analysis.observations import Observations


def add_arguments(parser: Parser) -> None:
    """The project, the new files, and where the project with them goes."""
    parser.add_argument("project", metavar="P", type=Path, help="a project file")
    parser.add_argument("files", metavar="NEW", type=Path, nargs="+", help="the new results, in the order of the old")
    parser.add_argument("-o", "--output", metavar="P2.tradeoff", type=Path, required=True, help="the project to write")
    parser.add_argument("--as-of", metavar="DATE", type=a_date, help="the day by which acceptances are judged (today)")


def run(options: Namespace) -> int:
    """Read as the project's own mapping says, keep every decision, write, and tell what changed."""
    language = check_language(options.language)
    with_rows = check_output(options.output)
    refuse_input(options.output, options.files)
    from tradeoff_app.analysis.data_update import update_data
    from tradeoff_app.analysis.evidence import evidence_from_table
    from tradeoff_app.cli.projects import day_of
    from tradeoff_app.cli.reading import read_observations
    from tradeoff_app.storage.project_file import read_project

    stored = read_project(options.project)
    output.warn(stored.warnings)
    project = stored.project
    rows = read_observations(options.files, project.mapping)
    old, day = _kept_rows(options.project), day_of(project, options.as_of)
    made = update_data(project, evidence_from_table(stored.evidence_source, project), rows, old, day)
    if with_rows:
        from tradeoff_app.storage.archive import write_archive

        head = write_archive(options.output, made.project, made.source, made.rows)
    else:
        from tradeoff_app.storage.project_file import write_project

        head = write_project(options.output, made.project, made.source, head=stored.head)
    output.warn(head.warnings)
    if options.json:
        output.print_document(_document(made, options.output.name, head.content_sha256, language))
    else:
        output.print_lines(text for _, text in _told(made, language))
    return errors.DONE


def _kept_rows(path: Path) -> Observations | None:
    """The rows that travel inside an archive; None for a project alone."""
    if path.suffix.lower() != ".tradeoffz":
        return None
    from tradeoff_app.storage.archive import read_archive
    from tradeoff_app.storage.project_file import read_bytes

    return read_archive(read_bytes(path), path.name).observations


def _told(made: DataUpdate, language: str) -> Iterator[tuple[str, str]]:
    from tradeoff_app.wording.data_changes import told
    from tradeoff_app.wording.voice import Voice

    return told(Voice(made.project, language), made.changes)


def _document(made: DataUpdate, file: str, sha256: str, language: str) -> dict[str, Any]:
    changes, project = made.changes, made.project
    return {
        "schema": "tradeoff/update@1",
        "file": file,
        "id": project.id,
        "title": project.title,
        "sha256": sha256,
        "same_data": changes.is_same_data,
        "files": [_file(change) for change in changes.files],
        "units": [
            {
                "arm": unit.arm,
                "before": unit.before,
                "after": unit.after,
                "added": unit.added,
                "removed": unit.removed,
                "why": unit.why,
            }
            for unit in changes.units
        ],
        **_items(changes),
        "effects": [
            {
                "metric": effect.metric,
                "segment": effect.segment,
                "candidate": effect.candidate,
                "before": effect.before.state if effect.before else None,
                "after": effect.after.state if effect.after else None,
            }
            for effect in changes.effects
        ],
        "gates": [
            {
                "id": gate.after.gate.id,
                "metric": gate.after.metric,
                "segment": gate.after.segment,
                "before": gate.before.state,
                "after": gate.after.state,
            }
            for gate in changes.gates
        ],
        "stale_acceptances": [
            {"scenario": stale.scenario, "metric": stale.metric, "segment": stale.segment} for stale in changes.stale
        ],
        "looks": dict(zip(("before", "after"), changes.looks, strict=True)),
        "verdicts": dict(zip(("before", "after"), changes.recommendations, strict=True)),
        "changes": [{"about": about, "text": text} for about, text in _told(made, language)],
    }


def _file(change: FileChange) -> dict[str, Any]:
    sides = {
        name: None if source is None else {"file": source.file, "sha256": source.sha256, "rows": source.rows}
        for name, source in (("before", change.before), ("after", change.after))
    }
    return {"arm": change.arm, **sides, "same": change.is_same}


def _items(changes: EvidenceChanges) -> dict[str, Any]:
    return {
        f"{kind}s": {
            "new": [item.item for item in changes.items if item.kind == kind and item.is_new],
            "gone": [
                {"id": item.item, "decisions_kept": list(item.decisions)}
                for item in changes.items
                if item.kind == kind and not item.is_new
            ],
        }
        for kind in ("metric", "segment")
    }
