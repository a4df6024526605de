"""What the PM should know about how the rows of the arms fit together, before any statistics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from tradeoff_app.analysis.observations import IntArray, Problem, Rows, SourceFile
from tradeoff_app.readers.arms import is_called_baseline, is_called_candidate
from tradeoff_app.readers.assembly import ArmRows
from tradeoff_app.readers.roles import Roles

FEW_VALUES = 5
MOST_EXAMPLES = 3
LONGEST_EXAMPLE = 40
FAR_APART = 30.0


def check_arms(arms: Sequence[ArmRows], units: Sequence[str], roles: Roles, files: Sequence[str]) -> list[Problem]:
    """Unmatched and repeated units and error rows, arm by arm, each under the name of the arm's file."""
    problems: list[Problem] = []
    baseline = set(arms[0].unit.tolist())
    for rows in arms[1:]:
        others = set(rows.unit.tolist())
        if not rows.arm.table.is_randomised or baseline & others:
            problems += _check_match(baseline, others, rows.arm.name, units, files[rows.arm.file])
        problems += _check_items(arms[0], rows, units, files[rows.arm.file])
    for rows in arms:
        found = _check_repeats(rows, units, roles) + _check_errors(rows, roles)
        problems += [replace(problem, file=files[rows.arm.file]) for problem in found]
    return problems


def _check_errors(rows: ArmRows, roles: Roles) -> list[Problem]:
    """Error rows of plain tables; the tools' own formats report theirs."""
    failed = int((rows.status != 0).sum())
    if not failed or rows.arm.table.is_native:
        return []
    column = roles.error or roles.status or ""
    text = f"{rows.arm.name}: {failed:,} of {len(rows.kept):,} rows report an error in {column!r}."
    hint = "Say whether they count as failures, as missing, or by their scores."
    return [Problem("warning", "error_rows", "", column, text, hint)]


def _check_match(baseline: set[int], other: set[int], arm: str, units: Sequence[str], file: str) -> list[Problem]:
    shared, before, after = len(baseline & other), len(baseline - other), len(other - baseline)
    if not shared:
        text = f"Baseline and {arm!r} have no unit in common; they can only be compared unpaired."
        hint = "Choose another unit column if the same items were run twice."
        alike = _count_alike([units[unit] for unit in baseline], [units[unit] for unit in other])
        if alike > 0.5 * min(len(baseline), len(other)):
            text += f" {alike:,} would match but for capitals, blanks, marks or leading zeros."
            hint = "Write the ids alike in both files, or choose another unit column."
        return [Problem("warning", "no_shared_units", file, "", text, hint)]
    if not before and not after:
        return []
    example = units[next(iter((baseline - other) or (other - baseline)))]
    only = f"{before:,} only in the baseline, {after:,} only in {arm!r}"
    text = f"{shared:,} units are in both arms; {only} (e.g. {example[:60]})."
    return [Problem("warning", "unmatched_units", file, "", text, "Check that both runs used the same set of items.")]


def _count_alike(baseline: Sequence[str], other: Sequence[str]) -> int:
    """How many units of the baseline stand in the other arm in another spelling."""
    return len(set(map(_simplify, baseline)) & set(map(_simplify, other)) - {""})


def _simplify(unit: str) -> str:
    return "".join(character for character in unit.casefold() if character.isalnum()).lstrip("0")


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
    pairs = Counter(zip(rows.unit.tolist(), rows.rater.tolist(), strict=True))
    several = [unit for (unit, _), count in pairs.items() if count > 1]
    if not several:
        return []
    share = len(several) / len(pairs)
    if share > 0.5:
        usual = Counter(pairs.values()).most_common(1)[0][0]
        text = f"{rows.arm.name}: most units have {usual} rows; they were read as repeats and averaged per unit."
        return [Problem("info", "repeats_found", "", roles.unit, text, "Choose a finer unit column if that is wrong.")]
    example = units[several[0]][:60]
    text = f"{rows.arm.name}: {len(several):,} units occur more than once (e.g. {example}); their rows were averaged."
    return [Problem("warning", "duplicate_keys", "", roles.unit, text, "Remove the doubles or name the repeat column.")]


def _check_doubles(rows: ArmRows, units: Sequence[str], unit: str, repeat: str) -> list[Problem]:
    """Rows with the same unit, repeat and rater as another: a run appended twice, or ids that only look different."""
    column = rows.arm.table.column(repeat)
    texts = [None] * rows.arm.table.rows if column is None else column.texts()
    keys = zip(rows.unit.tolist(), rows.rater.tolist(), (texts[row] for row in rows.kept.tolist()), strict=True)
    several = [key for key, count in Counter(keys).items() if count > 1]
    if not several:
        return []
    example = units[several[0][0]][:60]
    text = f"{rows.arm.name}: {len(several):,} units occur twice in the same {repeat!r} (e.g. {example}); averaged."
    return [Problem("warning", "duplicate_keys", "", unit, text, "Remove the doubles or choose another id.")]


def list_unread(arms: Sequence[ArmRows], roles: Roles) -> dict[str, str]:
    """The first columns that play no part, each with a text from it."""
    table = arms[0].arm.table
    columns = [column for name in roles.unused if (column := table.column(name)) is not None and column.coded.labels]
    return {column.name: column.coded.labels[0][:LONGEST_EXAMPLE] for column in columns[:MOST_EXAMPLES]}


def check_metrics(
    rows: Rows, names: Sequence[str], arms: Sequence[str], unread: Mapping[str, str], *, has_rows: bool
) -> list[Problem]:
    """Metrics that nobody scored in one arm, and arms with exactly the same scores."""
    problems: list[Problem] = []
    scored = _count_scored(rows, len(names), len(arms))
    for metric, name in enumerate(names):
        empty = [arm for arm, count in zip(arms, scored[metric].tolist(), strict=True) if not count]
        if len(empty) == len(arms) and has_rows:
            text = f"{name}: not a single value could be read as a score."
            problems.append(Problem("warning", "metric_empty", "", name, text, "Ignore it, or check the file."))
        elif empty:
            text = f"{name}: no value in {', '.join(map(repr, empty))}; it can't be compared."
            problems.append(
                Problem("warning", "metric_missing", "", name, text, "Check that both runs used the same scorers.")
            )
    if not names and has_rows:
        text = "No column holds results: no numbers, no yes or no, no labels that differ between the arms."
        text += "".join(f" {column!r} holds text such as {example!r}." for column, example in unread.items())
        problems.append(Problem("error", "no_metrics", "", "", text, "Name the columns with results as metrics."))
    for arm in range(1, len(arms)):
        problems += _check_scales(rows, names, arms, arm)
        if names and _are_equal(rows, 0, arm):
            text = f"{arms[0]!r} and {arms[arm]!r} have exactly the same scores for every unit."
            problems.append(
                Problem("warning", "identical_arms", "", "", text, "Check that the right files were chosen.")
            )
    return problems


def _count_scored(rows: Rows, metrics: int, arms: int) -> IntArray:
    flat = rows.metric * arms + rows.arm
    counted = np.bincount(flat[np.isfinite(rows.value)], minlength=max(1, metrics * arms))
    return counted[: metrics * arms].reshape(metrics, arms)


def _check_scales(rows: Rows, names: Sequence[str], arms: Sequence[str], arm: int) -> list[Problem]:
    """Values of one arm that all lie far above the other's: percent beside shares, milliseconds beside seconds."""
    problems: list[Problem] = []
    for metric, name in enumerate(names):
        sides = [rows.value[(rows.metric == metric) & (rows.arm == side)] for side in (0, arm)]
        sides = [side[np.isfinite(side) & (side != 0)] for side in sides]
        if min(map(len, sides)) < FEW_VALUES or any((side < 0).any() for side in sides):
            continue
        low, high = sorted(sides, key=lambda side: float(np.median(side)))
        if low.max() < high.min() and np.median(high) >= FAR_APART * np.median(low):
            shown = " and ".join(f"{np.median(side):.3g}" for side in sides)
            text = (
                f"{name}: the usual values of {arms[0]!r} and {arms[arm]!r} are {shown}; they may differ in their unit."
            )
            hint = "Check percent against shares and milliseconds against seconds."
            problems.append(Problem("warning", "scales_differ", "", name, text, hint))
    return problems


def _are_equal(rows: Rows, first: int, second: int) -> bool:
    """Whether two arms have the same values for the same units, repeats and raters; one metric after the other."""
    sides = [np.flatnonzero(rows.arm == arm) for arm in (first, second)]
    if len(sides[0]) != len(sides[1]) or len(sides[0]) < 2:
        return False
    if float(np.nansum(rows.value[sides[0]])) != float(np.nansum(rows.value[sides[1]])):
        return False
    ordered = [
        side[np.lexsort((rows.metric[side], rows.unit[side], rows.repeat[side], rows.rater[side]))] for side in sides
    ]
    keys_match = all(
        np.array_equal(part[ordered[0]], part[ordered[1]]) for part in (rows.metric, rows.unit, rows.repeat, rows.rater)
    )
    return keys_match and bool(np.array_equal(rows.value[ordered[0]], rows.value[ordered[1]], equal_nan=True))


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
