"""What the PM should know about how the rows of the arms fit together, before any statistics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tradeoff_app.analysis.observations import BoolArray, IntArray, Problem, SourceFile
from tradeoff_app.readers.arms import is_called_baseline, is_called_candidate
from tradeoff_app.readers.assembly import ArmRows
from tradeoff_app.readers.coded import Coded
from tradeoff_app.readers.id_spellings import Alike, find_alike
from tradeoff_app.readers.roles import Roles


def check_arms(arms: Sequence[ArmRows], units: Sequence[str], roles: Roles, files: Sequence[str]) -> list[Problem]:
    """Unmatched and repeated units and error rows, arm by arm, each under the name of the arm's file."""
    problems: list[Problem] = []
    known = [_mark_units(rows, len(units)) for rows in arms]
    for rows, others in zip(arms[1:], known[1:], strict=True):
        if not rows.arm.table.is_randomised or (known[0] & others).any():
            problems += _check_match(known[0], others, rows.arm.name, units, files[rows.arm.file])
        problems += _check_items(arms[0], rows, units, files[rows.arm.file])
    for rows in arms:
        found = _check_repeats(rows, units, roles) + _check_errors(rows, roles)
        problems += [replace(problem, file=files[rows.arm.file]) for problem in found]
    return problems


def _mark_units(rows: ArmRows, count: int) -> BoolArray:
    """Whether an arm has each unit."""
    has_unit = np.zeros(count, dtype=np.bool_)
    has_unit[rows.unit] = True
    return has_unit


def _check_errors(rows: ArmRows, roles: Roles) -> list[Problem]:
    """Error rows of plain tables; the tools' own formats report theirs."""
    failed = int((rows.status != 0).sum())
    if not failed or rows.arm.table.is_native:
        return []
    column = roles.error or roles.status or ""
    text = f"{rows.arm.name}: {failed:,} of {len(rows.kept):,} rows report an error in {column!r}."
    hint = "Say whether they count as failures, as missing, or by their scores."
    return [Problem("warning", "error_rows", "", column, text, hint)]


def _check_match(baseline: BoolArray, other: BoolArray, arm: str, units: Sequence[str], file: str) -> list[Problem]:
    only_before, only_after = np.flatnonzero(baseline & ~other), np.flatnonzero(other & ~baseline)
    shared = int((baseline & other).sum())
    if shared and not len(only_before) and not len(only_after):
        return []
    alike = find_alike(*([units[unit] for unit in side.tolist()] for side in (only_before, only_after)))
    spelt = "" if alike is None else f" {alike.text}"
    if not shared:
        text = f"Baseline and {arm!r} have no unit in common; they can only be compared unpaired."
        hint = "Choose another unit column if the same items were run twice."
        return [Problem("warning", "no_shared_units", file, "", text + spelt, _advice(alike) or hint)]
    example = units[int((only_before if len(only_before) else only_after)[0])]
    only = f"{len(only_before):,} only in the baseline, {len(only_after):,} only in {arm!r}"
    text = f"{shared:,} units are in both versions; {only} (e.g. {example[:60]})."
    hint = "Check that both runs used the same set of items."
    return [Problem("warning", "unmatched_units", file, "", text + spelt, _advice(alike) or hint)]


def _advice(alike: Alike | None) -> str:
    return "" if alike is None else alike.spelling.advice


def _check_items(before: ArmRows, after: ArmRows, units: Sequence[str], file: str) -> list[Problem]:
    """Units with the same number whose items differ: two data sets, or two versions of one."""
    sides = [_checksums(before), _checksums(after)]
    differing = [unit for unit in sides[0] if unit in sides[1] and sides[0][unit] != sides[1][unit]]
    if not differing:
        return []
    text = f"{len(differing):,} units of {after.arm.name!r} have the baseline's number, but another content"
    example = units[differing[0]][:60]
    hint = "Check that both runs used the same set of items in the same version."
    return [Problem("warning", "items_differ", file, "", f"{text} (e.g. {example}).", hint)]


def _checksums(rows: ArmRows) -> dict[int, str]:
    """The checksum of each unit, where the format knows one."""
    found = rows.arm.table.with_role("checksum")
    if not found:
        return {}
    texts = found[0].texts()
    chosen = zip(rows.unit.tolist(), rows.kept.tolist(), strict=True)
    return {unit: text for unit, row in chosen if (text := texts[row]) is not None}


def _check_repeats(rows: ArmRows, units: Sequence[str], roles: Roles) -> list[Problem]:
    """Units with several rows are repeats where nearly all have them, doubtful duplicates where a few do."""
    if roles.unit is None or not len(rows.unit):
        return []
    if roles.repeat is not None:
        return _check_doubles(rows, units, roles.unit, roles.repeat)
    firsts, counts = _count_pairs(rows.unit, rows.rater)
    several = firsts[counts > 1]
    if not len(several):
        return []
    share = len(several) / len(firsts)
    if share > 0.5:
        usual = Counter(counts.tolist()).most_common(1)[0][0]
        text = f"{rows.arm.name}: most units have {usual} rows; they were read as repeats and averaged per unit."
        return [Problem("info", "repeats_found", "", roles.unit, text, "Choose a finer unit column if that is wrong.")]
    example = units[int(rows.unit[several[0]])][:60]
    text = f"{rows.arm.name}: {len(several):,} units occur more than once (e.g. {example}); their rows were averaged."
    return [Problem("warning", "duplicate_keys", "", roles.unit, text, "Remove the doubles or name the repeat column.")]


def _check_doubles(rows: ArmRows, units: Sequence[str], unit: str, repeat: str) -> list[Problem]:
    """Rows with the same unit, repeat and rater as another: a run appended twice, or ids that only look different."""
    column = rows.arm.table.column(repeat)
    coded = Coded.empty(rows.arm.table.rows) if column is None else column.coded
    judged = rows.rater * (len(coded.labels) + 1) + coded.codes[rows.kept]
    firsts, counts = _count_pairs(rows.unit, judged)
    several = firsts[counts > 1]
    if not len(several):
        return []
    example = units[int(rows.unit[several[0]])][:60]
    text = f"{rows.arm.name}: {len(several):,} units occur twice in the same {repeat!r} (e.g. {example}); averaged."
    return [Problem("warning", "duplicate_keys", "", unit, text, "Remove the doubles or choose another id.")]


def _count_pairs(units: IntArray, others: IntArray) -> tuple[IntArray, IntArray]:
    """The first row of each pair that occurs, in order, and how often it does; `others` are small numbers."""
    if np.bincount(units).max() == 1:
        return np.arange(len(units), dtype=np.int64), np.ones(len(units), dtype=np.int64)
    low = int(others.min())
    keys = units * (int(others.max()) - low + 1) + others - low
    _, first, counts = np.unique(keys, return_index=True, return_counts=True)
    order = np.argsort(first)
    return first[order], counts[order]


def check_files(files: Sequence[SourceFile]) -> list[Problem]:
    """The same file given twice, and files that seem to stand in the wrong order."""
    seen: dict[str, str] = {}
    problems: list[Problem] = []
    for file in files:
        if file.sha256 in seen:
            text = f"{seen[file.sha256]} and {file.file} are the same file, byte for byte."
            problems.append(
                Problem("warning", "same_file_twice", file.file, "", text, "Choose the file of the other run.")
            )
        seen.setdefault(file.sha256, file.file)
    return problems + [problem for after in files[1:] for problem in _check_order(files[0], after)]


def _check_order(before: SourceFile, after: SourceFile) -> list[Problem]:
    """Names or dates that say the baseline is the newer one; they prove nothing and are worth a question."""
    hint = "Swap the files if the first one is the candidate."
    if is_called_candidate(before.file) and is_called_baseline(after.file):
        text = (
            f"{before.file} is taken as the baseline and {after.file} as the candidate; their names say the opposite."
        )
        return [Problem("warning", "arms_swapped", after.file, "", text, hint)]
    if before.created and after.created and before.created[:10] > after.created[:10]:
        text = f"The candidate's run ({after.created[:10]}) is older than the baseline's ({before.created[:10]})."
        return [Problem("warning", "candidate_older", after.file, "", text, hint)]
    return []
