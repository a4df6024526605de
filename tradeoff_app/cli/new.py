"""`tradeoff new`: makes a project from result files and, where given, what a PM states in a setup."""

from __future__ import annotations

import os
import uuid
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tradeoff_app.cli import errors, output
from tradeoff_app.cli.arguments import Parser, add_setup_option
from tradeoff_app.cli.errors import UsageError
from tradeoff_app.cli.mapping_options import add_mapping_options, read_mapping

if TYPE_CHECKING:
    from tradeoff_app.analysis.observations import Problem


def add_arguments(parser: Parser) -> None:
    """The files, where the project goes, and what is stated."""
    parser.add_argument("before", metavar="BEFORE", type=Path, help="results of the version in use")
    parser.add_argument("after", metavar="AFTER", type=Path, nargs="*", help="results of the candidates")
    parser.add_argument("-o", "--output", metavar="P.tradeoff", type=Path, required=True, help="the project to write")
    parser.add_argument(
        "--reference",
        metavar="FILE",
        action="append",
        default=[],
        help="results that are shown beside the others and never judged; in one file with several versions, the name of"
        " one (repeatable)",
    )
    add_setup_option(parser)
    add_mapping_options(parser)


def run(options: Namespace) -> int:
    """Read, propose, lay the setup over, write."""
    with_rows = check_output(options.output)
    from tradeoff_app.cli.projects import make_case
    from tradeoff_app.cli.reading import read_observations

    mapping = read_mapping(options)
    paths = [options.before, *options.after]
    shown = _reference_files(options)
    refuse_input(options.output, [*paths, *shown])
    observations = read_observations([*paths, *shown], mapping)
    references = _name_references(options.reference, observations.arms, shown)
    if len(observations.arms) - len(references) < 2:
        hint = "Give a second file, or --arm-column and --baseline for a file that holds both"
        raise UsageError("AFTER", "there is only one version to look at, nothing to compare it with", hint)
    title = " → ".join(dict.fromkeys(map(_called, paths)))
    case = make_case(observations, title, str(uuid.uuid4()), options.setup, mapping, references)
    output.warn(_say(problem) for problem in observations.problems if problem.level != "info")
    replaced = _project_at(options.output)
    if with_rows:
        from tradeoff_app.storage.archive import write_archive

        head = write_archive(options.output, case.project, case.source, observations)
    else:
        from tradeoff_app.storage.project_file import write_project

        head = write_project(options.output, case.project, case.source)
    output.warn(head.warnings)
    if replaced:
        output.warn([_say_replaced(options.output, replaced)])
    if options.json:
        fields = {"file": options.output.name, "id": case.project.id, "title": case.project.title}
        counts = {"metrics": list(case.project.metrics), "segments": list(case.project.segments)}
        output.print_document({"schema": "tradeoff/new@1", **fields, "sha256": head.content_sha256, **counts})
    else:
        told = (
            _counted(case.evidence.table.size(case.evidence.members["*"]), "unit"),
            _counted(len(case.project.metrics), "metric"),
        )
        output.print_lines([f"{options.output}: {', '.join(told)}"])
    return errors.DONE


def _project_at(path: Path) -> str | None:
    """The id of the project whose place is about to be taken; None where there is none."""
    from tradeoff_app.storage.errors import StorageError
    from tradeoff_app.storage.project_file import read_project

    if not os.path.isfile(path):  # noqa: PTH113 - says no to a name that the system refuses
        return None
    try:
        return read_project(path).project.id
    except StorageError:
        return None


def _say_replaced(path: Path, project_id: str) -> str:
    """That a project was written over, and where it can be found."""
    from tradeoff_app.storage.history_copies import list_copies

    copies = list_copies(project_id)
    hint = f"It is kept as {copies[0].path}" if copies else ""
    return output.problem_line(path.name, "-o", "an earlier project of this name was replaced.", hint)


def _called(path: Path) -> str:
    """A file's name without its ending, whatever its encoding."""
    return os.fsencode(path.stem).decode("utf-8", "replace")


def _reference_files(options: Namespace) -> list[Path]:
    """What --reference gives as files; none where one file, an arm column or named runs hold the versions."""
    is_inside = not options.after or options.arm_column is not None or options.run
    return [Path(text) for text in options.reference if not is_inside or os.path.isfile(text)]  # noqa: PTH113


def _name_references(texts: Sequence[str], arms: Sequence[str], shown: Sequence[Path]) -> dict[str, str]:
    """The arms that are references, with how each is called; raises UsageError where there is no such version."""
    files = dict(zip(arms[len(arms) - len(shown) :], map(_called, shown), strict=True)) if shown else {}
    named = [text for text in texts if Path(text) not in shown]
    for text in named:
        if text not in arms[1:]:
            cause = f'"{text}" is the baseline' if text in arms[:1] else f'there is no version "{text}", and no file'
            raise UsageError("--reference", cause, f"The versions after the baseline: {', '.join(arms[1:]) or 'none'}")
    return {**dict.fromkeys(named, ""), **files}


def _say(problem: Problem) -> str:
    return output.problem_line(problem.file, problem.place, problem.text, problem.hint)


def _counted(count: int, noun: str) -> str:
    """ "1 unit", "2 units"."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def refuse_input(output_path: Path, paths: Sequence[Path]) -> None:
    """Results are never written over by the project that is made from them; raises UsageError."""
    for path in paths:
        if _are_same(output_path, path):
            raise UsageError("-o", f'"{path.name}" is one of the result files', "Give the project another name")


def _are_same(first: Path, second: Path) -> bool:
    """Whether both names lead to one file; a name that the system refuses leads nowhere (reading says so)."""
    try:
        return first.samefile(second)
    except (OSError, ValueError):
        return False


def check_output(path: Path) -> bool:
    """Whether the rows travel inside; raises UsageError where the ending says neither."""
    if path.suffix.lower() in (".tradeoff", ".tradeoffz"):
        return path.suffix.lower() == ".tradeoffz"
    raise UsageError(
        "-o", f'"{path.name}" is no name for a project', "End it with .tradeoff, or .tradeoffz with its rows"
    )
