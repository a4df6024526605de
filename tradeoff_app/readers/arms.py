"""Which rows belong to which arm: one file per arm, runs inside a file, an arm column, or before/after columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping, LongColumns
from tradeoff_app.readers.column_pairs import find_pairs, find_versions, split_pairs
from tradeoff_app.readers.limits import MAX_LISTED
from tradeoff_app.readers.long_layout import find_long
from tradeoff_app.readers.name_words import ARM_NAMES, BASELINE_WORDS, CANDIDATE_WORDS, RATER_NAMES, last_part, words_of
from tradeoff_app.readers.reader import RawColumn, RawTable
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.unit_keys import LEAST_UNIQUE, LEAST_UNIQUE_LONG, measure_keys

BASELINE = "baseline"
METHOD_NAMES = frozenset({"agent", "method", "approach", "strategy", "pipeline", "technique", "setting"})
"""Names that speak of versions only where a value says which one is the baseline."""
CANDIDATE = "candidate"
MOST_ARMS = 12
PAIRED_SHARE = 0.5
VERSION = re.compile(r"\d+")


@dataclass(frozen=True)
class ReadFile:
    """What one file gave: its name and its runs."""

    file: str
    tables: tuple[RawTable, ...]

    def without_columns(self) -> ReadFile:
        """What remains of interest once the rows are in their arms: who wrote it, and the problems."""
        return ReadFile(
            self.file, tuple(replace(table, columns=(), statuses=None, places=None) for table in self.tables)
        )


@dataclass(frozen=True)
class Arm:
    """One arm: its name, its rows, and the position of the file that they come from."""

    name: str
    table: RawTable
    file: int


@dataclass(frozen=True)
class Arrangement:
    """The arms, baseline first, the columns that told arms and metrics apart, and what was assumed."""

    arms: tuple[Arm, ...]
    column: str | None = None
    problems: tuple[Problem, ...] = ()
    long: LongColumns | None = None


def arrange(files: Sequence[ReadFile], mapping: ColumnMapping) -> Arrangement:
    """The arms of these files; raises ReadError where a choice is needed that nobody made."""
    if mapping.arm_column is not None:
        return _by_column(files, mapping.arm_column, mapping)
    if mapping.runs:
        return _by_run_names(files, mapping)
    if len(files) > 1:
        return Arrangement(tuple(_only_run(file, number) for number, file in enumerate(files)))
    return _inside(files[0], mapping)


def _default_name(number: int) -> str:
    if number == 0:
        return BASELINE
    return CANDIDATE if number == 1 else f"{CANDIDATE}-{number}"


def _only_run(file: ReadFile, number: int) -> Arm:
    if len(file.tables) > 1:
        raise _ask_for_run(file)
    return Arm(_default_name(number), file.tables[0], number)


def _ask_for_run(file: ReadFile) -> ReadError:
    shown = ", ".join(repr(table.run) for table in file.tables)
    cause = f"the file holds {len(file.tables)} runs ({shown}), and it is unclear which one is meant"
    hint = "Give that file alone, or choose them with --run baseline=NAME --run candidate=NAME."
    return ReadError("unreadable", file.file, "", cause, hint)


def _inside(file: ReadFile, mapping: ColumnMapping) -> Arrangement:
    """The arms of a single file."""
    if len(file.tables) > 1:
        named = [(table.run or f"run {number + 1}", table) for number, table in enumerate(file.tables)]
        return _order(named, None, mapping.baseline, file.file)
    table = file.tables[0]
    if table.is_native:
        return Arrangement((Arm(BASELINE, table, 0),))
    column = find_arm_column(table)
    if column is not None:
        return _by_column([file], column, mapping)
    pairs = find_pairs(table)
    if pairs is None:
        return Arrangement((Arm(BASELINE, table, 0),), None, tuple(_say_versions(file.file, find_versions(table))))
    before, after = split_pairs(table, pairs)
    text = f"Columns come in pairs ({pairs.tags[0]!r} and {pairs.tags[1]!r}); they were read as two arms."
    problem = Problem("info", "column_pairs", file.file, "", text, "Say so if they are separate metrics.")
    if pairs.is_named:
        arranged = _order([(pairs.tags[0], before), (pairs.tags[1], after)], None, mapping.baseline, file.file)
        return replace(arranged, problems=(problem, *arranged.problems))
    return Arrangement((Arm(BASELINE, before, 0), Arm(CANDIDATE, after, 0)), None, (problem,))


def _say_versions(file: str, tags: Sequence[str]) -> list[Problem]:
    """That columns of several versions stand beside each other, of which nothing says which is the baseline."""
    if not tags:
        return []
    shown = ", ".join(map(repr, tags[:MAX_LISTED]))
    text = f"Columns seem to hold several versions ({shown}); each was read as a metric, nothing is compared."
    hint = "Write one row per item and version, with a column that names the version."
    return [Problem("warning", "versions_in_columns", file, "", text, hint)]


def _by_column(files: Sequence[ReadFile], name: str, mapping: ColumnMapping) -> Arrangement:
    """One arm per value of a column, over all files."""
    parts: dict[str, list[tuple[int, RawTable]]] = {}
    for number, file in enumerate(files):
        for table in file.tables:
            column = table.column(name)
            if column is None:
                raise _no_column(file.file, name, table)
            for code, value in enumerate(column.coded.labels):
                rows = np.flatnonzero(column.coded.codes == code)
                parts.setdefault(value, []).append((number, _without(table, name).take(rows)))
    wanted = set(mapping.runs.values()) or set(parts)
    named = [(value, join_tables([table for _, table in tables])) for value, tables in parts.items() if value in wanted]
    if not named:
        shown = ", ".join(map(repr, list(parts)[:MOST_ARMS]))
        raise ReadError(
            "unreadable", files[0].file, f"column {name}", "none of the chosen values occurs", f"It has {shown}."
        )
    first_files = {value: tables[0][0] for value, tables in parts.items()}
    arranged = _order(named, name, mapping.baseline or mapping.runs.get(BASELINE), files[0].file)
    arms = tuple(replace(arm, file=first_files[arm.name]) for arm in arranged.arms)
    return replace(arranged, arms=arms)


def _without(table: RawTable, name: str) -> RawTable:
    return replace(table, columns=tuple(column for column in table.columns if column.name != name))


def _no_column(file: str, name: str, table: RawTable) -> ReadError:
    shown = ", ".join(repr(column.name) for column in table.columns[:MOST_ARMS])
    return ReadError("unreadable", file, "", f"there is no column called {name!r}", f"Its columns are {shown}.")


def join_tables(tables: Sequence[RawTable]) -> RawTable:
    """Rows of the same arm from several files, one below the other."""
    if len(tables) == 1:
        return tables[0]
    names = list(dict.fromkeys(column.name for table in tables for column in table.columns))
    columns = tuple(_join_column(name, tables) for name in names)
    problems = tuple(problem for table in tables for problem in table.problems)
    return replace(tables[0], columns=columns, rows=sum(table.rows for table in tables), places=None, problems=problems)


def _join_column(name: str, tables: Sequence[RawTable]) -> RawColumn:
    parts = [(table.column(name) or RawColumn(name, [None] * table.rows)) for table in tables]
    has_numbers = any(part.numbers is not None for part in parts)
    numbers = [part.numbers if part.numbers is not None else np.full(len(part.cells), np.nan) for part in parts]
    cells = [cell for part in parts for cell in part.cells]
    return replace(parts[0], cells=cells, numbers=np.concatenate(numbers) if has_numbers else None)


def _by_run_names(files: Sequence[ReadFile], mapping: ColumnMapping) -> Arrangement:
    """`--run baseline=NAME --run candidate=NAME`: runs by name or alias, else values of an arm column."""
    named = [(number, table) for number, file in enumerate(files) for table in file.tables]
    if len(named) == 1 and not named[0][1].is_native:
        column = find_arm_column(named[0][1])
        if column is not None:
            return _rename(_by_column(files, column, mapping), mapping)
    order = [BASELINE, *(arm for arm in mapping.runs if arm != BASELINE)]
    return Arrangement(tuple(_find_run(arm, mapping.runs.get(arm), files, named) for arm in order))


def _rename(arranged: Arrangement, mapping: ColumnMapping) -> Arrangement:
    names = {value: arm for arm, value in mapping.runs.items()}
    return replace(arranged, arms=tuple(replace(arm, name=names.get(arm.name, arm.name)) for arm in arranged.arms))


def _find_run(arm: str, wanted: str | None, files: Sequence[ReadFile], named: Sequence[tuple[int, RawTable]]) -> Arm:
    order = sorted(named, key=lambda entry: entry[0] != (0 if arm == BASELINE else len(files) - 1))
    for is_alias in (False, True):
        for number, table in order:
            if wanted == table.run or (is_alias and wanted in table.aliases):
                return Arm(arm, table, number)
    shown = ", ".join(sorted({repr(table.run or (table.aliases or ("",))[0]) for _, table in named}))
    cause = f"no run is called {wanted!r}" if wanted else f"no run was named for {arm!r}"
    raise ReadError("unreadable", files[0].file, "", cause, f"The runs are {shown}.")


def _order(named: Sequence[tuple[str, RawTable]], column: str | None, baseline: str | None, file: str) -> Arrangement:
    """Arms under their own names, baseline first: the stated one, one that is called so, else the lowest."""
    names = [name for name, _ in named]
    if baseline is not None and baseline not in names:
        shown = ", ".join(map(repr, names[:MOST_ARMS]))
        raise ReadError("unreadable", file, "", f"there is no arm called {baseline!r}", f"The arms are {shown}.")
    first = baseline or pick_baseline(names)
    problems: list[Problem] = []
    if baseline is None and len(names) > 1 and not is_called_baseline(first):
        text = f"It is not said which arm is the baseline; {first!r} was taken."
        problems.append(Problem("warning", "baseline_assumed", file, column or "", text, "Choose the baseline."))
    ordered = sorted(named, key=lambda entry: entry[0] != first)
    return Arrangement(tuple(Arm(name, table, 0) for name, table in ordered), column, tuple(problems))


def is_called_baseline(name: str) -> bool:
    """Whether a word in an arm's name says that it is the one to compare with."""
    return bool(BASELINE_WORDS & set(words_of(name).split()))


def is_called_candidate(name: str) -> bool:
    """Whether a word in an arm's name says that it is the new one."""
    return bool(CANDIDATE_WORDS & set(words_of(name).split()))


def pick_baseline(names: Sequence[str]) -> str:
    """The arm that is called a baseline; else the one not called new; else the lowest version; else the first."""
    called = [name for name in names if is_called_baseline(name) and not is_called_candidate(name)]
    if called:
        return called[0]
    plain = [name for name in names if not is_called_candidate(name)]
    if len(plain) == 1:
        return plain[0]
    if all(VERSION.search(name) for name in names) and len({VERSION.split(name)[0] for name in names}) == 1:
        return min(names, key=lambda name: [int(number) for number in VERSION.findall(name)[:6]])
    return names[0]


def find_arm_column(table: RawTable) -> str | None:
    """The column whose values are arms: by its name, its values, and units that occur under several of them."""
    scored: list[tuple[int, int, str]] = []
    candidates = [column for column in table.columns if _may_be_arms(column, table.rows)]
    if not candidates:
        return None
    least = LEAST_UNIQUE_LONG if find_long(table) else LEAST_UNIQUE
    keys = [key.name for key in measure_keys([table], frozenset(column.name for column in candidates), least)]
    for position, column in enumerate(candidates):
        values = column.coded.labels
        is_named = bool(ARM_NAMES & set(words_of(column.name).split())) and last_part(column.name) not in RATER_NAMES
        has_arm_values = any(map(is_called_baseline, values)) and any(map(is_called_candidate, values))
        is_paired = any(_crosses(table, key, column) for key in keys)
        score = is_named + has_arm_values + 2 * is_paired
        if (is_paired and score >= 3) or (is_named and has_arm_values) or _names_the_baseline(column):
            scored.append((score, -position, column.name))
    return max(scored)[2] if scored else None


def _names_the_baseline(column: RawColumn) -> bool:
    """`agent: Baseline, Decoupled`: one value is nothing but that word, under a name that may speak of versions."""
    names = set(words_of(column.name).split())
    is_named = bool((ARM_NAMES | METHOD_NAMES) & names)
    return is_named and any(words_of(value) == BASELINE for value in column.coded.labels)


def _may_be_arms(column: RawColumn, rows: int) -> bool:
    if column.role is not None or (column.numbers is not None and not _is_numbered(column)):
        return False
    return column.coded.filled == rows and 2 <= len(column.coded.labels) <= min(MOST_ARMS, rows - 1)


def _is_numbered(column: RawColumn) -> bool:
    """Variants 0 and 1, versions 1, 2 and 3: whole numbers under a name that speaks of arms alone."""
    numbers = column.numbers
    if numbers is None or not ARM_NAMES & set(words_of(column.name).split()):
        return False
    return bool(np.isfinite(numbers).all() and np.all(numbers == np.round(numbers)) and numbers.max(initial=0) < 100)


def _crosses(table: RawTable, key: str, column: RawColumn) -> bool:
    """Whether most values of the key occur under at least two arms, and equally often under each."""
    units = table.column(key)
    if units is None:
        return False
    width = len(column.coded.labels)
    is_known = units.coded.codes >= 0
    flat = units.coded.codes[is_known] * width + column.coded.codes[is_known]
    counted = np.bincount(flat, minlength=len(units.coded.labels) * width).reshape(-1, width)
    highest = counted.max(axis=1, keepdims=True)
    is_balanced = ((counted == highest) | (counted == 0)).all(axis=1) & ((counted > 0).sum(axis=1) > 1)
    return bool(len(counted)) and bool(is_balanced.mean() >= PAIRED_SHARE)
