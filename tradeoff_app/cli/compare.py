"""`tradeoff compare`: what differs between two projects, in words; exit 1 if anything does."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from tradeoff_app.cli import errors, output
from tradeoff_app.cli.arguments import Parser, check_language
from tradeoff_app.cli.documents import CompareDocument, DifferenceItem, Gap, VerdictPair
from tradeoff_app.cli.projects import Case, evaluate_case, open_case
from tradeoff_app.colleagues.compare import Difference, compare_projects
from tradeoff_app.wording.speaker import Speaker

NO_VALUE = "the value in money is not known on both sides"
NO_GAP = "both give the same value"
NOT_EXPLAINED = "the gap is not divided among the changed inputs"


def add_arguments(parser: Parser) -> None:
    """Two projects, and where both come from."""
    parser.add_argument("mine", metavar="MINE", type=Path, help="a project file")
    parser.add_argument("theirs", metavar="THEIRS", type=Path, help="another version of it")
    parser.add_argument("--base", metavar="BASE", type=Path, help="the version that both come from")


def run(options: Namespace) -> int:
    """Compare and print."""
    language = check_language(options.language)
    mine, theirs = open_case(options.mine), open_case(options.theirs)
    base = open_case(options.base) if options.base else None
    document = make_document(mine, theirs, base, language)
    if options.json:
        output.print_document(document.as_json())
    else:
        output.print_lines(_tell(document))
    return errors.ANSWER_IS_NO if document.differences else errors.DONE


def make_document(mine: Case, theirs: Case, base: Case | None, language: str) -> CompareDocument:
    """Differences in words, both values and both verdicts; each project as of the same day."""
    speakers = Speaker(mine.project, language), Speaker(theirs.project, language)
    found = compare_projects(mine.project, theirs.project, base.project if base else None)
    differences = [_tell_difference(one, speakers) for one in (*found, *_compare_evidence(mine, theirs, base))]
    outcomes = evaluate_case(mine, None, None), evaluate_case(theirs, None, None)
    values = [outcome.value.per_month.mean if outcome.value else None for outcome in outcomes]
    verdicts = VerdictPair(mine=outcomes[0].verdict.recommendation, theirs=outcomes[1].verdict.recommendation)
    gap = Gap(mine=values[0], theirs=values[1], parts=(), why=_why_no_parts(values))
    return CompareDocument(differences=tuple(differences), gap=gap, verdicts=verdicts)


def _tell_difference(found: Difference, speakers: tuple[Speaker, Speaker]) -> DifferenceItem:
    """The difference in the words of the project that has the item."""
    speaker = speakers[1] if found.kind == "added" else speakers[0]
    return DifferenceItem(
        item=found.item,
        kind=found.kind,
        mine=found.mine,
        theirs=found.theirs,
        base=found.base,
        conflict=found.is_conflict,
        text=speaker.difference(found.item, found.mine, found.theirs, found.kind),
    )


def _compare_evidence(mine: Case, theirs: Case, base: Case | None) -> tuple[Difference, ...]:
    """Other rows are one difference: the numbers that both projects rest on are not the same."""
    left, right = mine.evidence.hash[:8], theirs.evidence.hash[:8]
    origin = base.evidence.hash[:8] if base else None
    conflict = base is not None and origin not in (left, right)
    return (Difference("evidence", "changed", left, right, origin, conflict),) if left != right else ()


def _why_no_parts(values: list[float | None]) -> str:
    if None in values:
        return NO_VALUE
    return NO_GAP if values[0] == values[1] else NOT_EXPLAINED


def _tell(document: CompareDocument) -> Iterator[str]:
    if not document.differences:
        yield "no difference"
    for difference in document.differences:
        yield f"{'conflict: ' if difference.conflict else ''}{difference.text}"
    yield f"verdict: {document.verdicts.mine} (mine), {document.verdicts.theirs} (theirs)"
