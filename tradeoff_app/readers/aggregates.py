"""Tables of groups: how many units, means and spreads instead of rows. Read as they are, never as a few units."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from tradeoff_app.analysis.observations import FloatArray, Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.arms import (
    Arm,
    Arrangement,
    ReadFile,
    arrange,
    find_arm_column,
    is_called_baseline,
    is_called_candidate,
)
from tradeoff_app.readers.group_layout import SIZES, GroupLayout, GroupMetric, find_layout
from tradeoff_app.readers.group_overlaps import Overlap, find_overlap
from tradeoff_app.readers.name_words import ARM_NAMES, suggests_identifier, words_of
from tradeoff_app.readers.reader import RawColumn, RawTable
from tradeoff_app.readers.refusal import ReadError

MOST_GROUPS = 400
MOST_ROWS_TO_REFUSE = 60
LEAST_COUNTED = 20
MEAN_WORDS = frozenset({"mean", "avg", "average", "mittelwert", "durchschnitt"})
TOTALS = frozenset(
    [
        *("total", "overall", "all", "all users", "all segments", "everyone", "grand total", "sum", "any", "combined"),
        *("gesamt", "alle", "summe", "insgesamt", "tous", "todos", "totale"),
    ]
)
REMARKS = re.compile(
    r"\b(?:date|day|week|month|hour|datum|tag|woche|monat|ci|interval|significan(?:t|ce)|winner|notes?|comments?|remarks?"
    r"|status|recommendation|decision|p value|uplift|lift|confidence)\b"
)
NUMBERS = re.compile(r"\d+(?:[.,]\d+)?")
NO_UNITS = "not one row per unit: no distributions, no pairing"
ASK_FOR_ROWS = "Export one row per item or user."


@dataclass(frozen=True)
class GroupNumber:
    """One metric of one group in one arm; `sd` is NaN where the file does not say it."""

    group: tuple[tuple[str, str], ...]
    metric: str
    n: float
    mean: float
    sd: float


@dataclass(frozen=True)
class ReadMetric:
    """A metric over all arms: whether units are yes or no, and by what its means are divided (100: percent)."""

    name: str
    column: RawColumn
    is_rate: bool
    factor: float


@dataclass(frozen=True)
class GroupArm:
    """The groups of one arm, and how many rows of the file they came from."""

    arm: Arm
    numbers: tuple[GroupNumber, ...]
    rows: int

    def without(self, overlap: Overlap, dimensions: tuple[str, ...]) -> GroupArm:
        """The groups that hold no other, told apart by the dimensions that remain."""
        kept = [number for number in self.numbers if number.group not in overlap.left_out]
        if overlap.dimensions != dimensions:
            named = set(overlap.dimensions)
            kept = [replace(one, group=tuple(part for part in one.group if part[0] in named)) for one in kept]
        return replace(self, numbers=tuple(kept))


@dataclass(frozen=True)
class Groups:
    """Everything that tables of groups hold, arms in order."""

    arrangement: Arrangement
    arms: tuple[GroupArm, ...]
    metrics: tuple[ReadMetric, ...]
    dimensions: tuple[str, ...]
    problems: tuple[Problem, ...]


def find_groups(files: Sequence[ReadFile], mapping: ColumnMapping) -> Groups | None:
    """The numbers of groups; None where the files hold rows of units. Raises ReadError where numbers are missing."""
    if mapping.long is not None or mapping.unit is not None:
        return None
    ignored = set(mapping.ignore)
    plain = [replace(file, tables=tuple(_without(table, ignored) for table in file.tables)) for file in files]
    are_groups = [len(file.tables) == 1 and _is_of_groups(file.tables[0]) for file in plain]
    if not any(are_groups):
        return None
    if not all(are_groups):
        of_groups, of_units = files[are_groups.index(True)].file, files[are_groups.index(False)].file
        cause = f"it holds numbers of groups, and {of_units} holds rows of single units"
        raise ReadError("unreadable", of_groups, "", cause, "Ask for both versions in the same form, best as rows.")
    return _read(plain, mapping)


def _without(table: RawTable, names: set[str]) -> RawTable:
    return replace(table, columns=tuple(column for column in table.columns if column.name not in names))


def _is_of_groups(table: RawTable) -> bool:
    """Many units a row beside means with spreads or rates; columns of both arms are looked at as they come."""
    if table.is_native or table.is_randomised or not 1 <= table.rows <= MOST_GROUPS:
        return False
    layout = find_layout(table)
    if layout is None:
        return table.rows <= MOST_ROWS_TO_REFUSE and _has_moments(table) and not _has_ids(table)
    sizes = [column.numbers for column in table.columns if _is_size(column) and column.numbers is not None]
    means = [float(known.mean()) for size in sizes if len(known := size[np.isfinite(size)])]
    are_large = bool(means) and max(means) >= LEAST_COUNTED
    if table.rows > MOST_ROWS_TO_REFUSE or _has_ids(table):
        return are_large and any(metric.has_spread for metric in layout.metrics)
    if any(metric.has_spread for metric in layout.metrics):
        return True
    if not are_large:
        return False
    is_called_mean = any(words_of(name).split()[0] in MEAN_WORDS for name in layout.without_spread if words_of(name))
    return bool(layout.metrics) or is_called_mean or bool(layout.tested)


def _has_ids(table: RawTable) -> bool:
    """Whether a column is called like an id and differs in every row: then rows are units, however large."""
    return any(
        suggests_identifier(column.name) and len(column.coded.labels) == column.coded.filled == table.rows
        for column in table.columns
    )


def _is_size(column: RawColumn) -> bool:
    words = words_of(column.name)
    return column.numbers is not None and any(
        SIZES.fullmatch(part) for part in (words, words.partition(" ")[2], words.rpartition(" ")[0])
    )


def _has_moments(table: RawTable) -> bool:
    """Means beside standard deviations or errors, whatever else is missing."""
    words = [words_of(column.name).split() for column in table.columns if column.numbers is not None]
    ends: dict[str, set[str]] = {" ".join(parts[:-1]): set() for parts in words if parts}
    for parts in words:
        if parts:
            ends[" ".join(parts[:-1])].add(parts[-1])
    means, spreads = (
        {"mean", "avg", "average", "rate", "accuracy"},
        {"sd", "std", "stdev", "stddev", "stderr", "se", "var"},
    )
    return any(found & means and found & spreads for found in ends.values())


def _read(files: Sequence[ReadFile], mapping: ColumnMapping) -> Groups:
    arrangement = arrange(files, _with_arm_column(files, mapping))
    arms: list[GroupArm] = []
    problems: list[Problem] = []
    layouts = [_layout_of(arm.table, files[arm.file].file) for arm in arrangement.arms]
    metrics = _common_metrics(layouts)
    dimensions = _dimensions(arrangement, layouts, mapping)
    for arm, layout in zip(arrangement.arms, layouts, strict=True):
        table, left_out = _without_totals(arm.table, dimensions, files[arm.file].file)
        problems += left_out
        numbers = tuple(
            number
            for metric in layout.metrics
            for number in _numbers(table, layout, metric, metrics[metric.name], dimensions)
        )
        arms.append(GroupArm(arm, numbers, table.rows))
    overlap = find_overlap([arm.numbers for arm in arms], dimensions)
    arms = [arm.without(overlap, dimensions) for arm in arms]
    problems += [*overlap.problems, *_say_layout(layouts, overlap.dimensions, arms)]
    return Groups(arrangement, tuple(arms), tuple(metrics.values()), overlap.dimensions, tuple(dict.fromkeys(problems)))


def _with_arm_column(files: Sequence[ReadFile], mapping: ColumnMapping) -> ColumnMapping:
    """The mapping with the column of the arms, which a small table does not prove by pairs."""
    if mapping.arm_column is not None or mapping.runs or len(files) > 1:
        return mapping
    table = files[0].tables[0]
    found = find_arm_column(table)
    if found is None:
        texts = [column for column in table.columns if column.numbers is None and len(column.coded.labels) > 1]
        named = [column for column in texts if _has_arm_labels(column)]
        named += [column for column in texts if set(words_of(column.name).split()) & ARM_NAMES]
        found = named[0].name if named else None
    return mapping if found is None else mapping.model_copy(update={"arm_column": found})


def _has_arm_labels(column: RawColumn) -> bool:
    labels = column.coded.labels
    return any(map(is_called_baseline, labels)) and any(map(is_called_candidate, labels))


def _layout_of(table: RawTable, file: str) -> GroupLayout:
    """The layout of one arm; raises ReadError that says what to ask the data team for."""
    layout = find_layout(table)
    if layout is None:
        cause = "the file holds means and standard deviations of groups, but not how many units each group has"
        hint = "Ask for the number of users (or items) of each segment and version: one more column, n."
        raise ReadError("unreadable", file, "", cause, hint)
    if not layout.metrics:
        shown = ", ".join((*layout.without_spread, *layout.tested)[:5])
        cause = f"the file holds numbers of groups without their spread ({shown}), {NO_UNITS}"
        hint = (
            "Ask for the standard deviation (or standard error, or 95% interval) of each mean beside n; of a rate, the "
            "number of users with the event."
        )
        raise ReadError("unreadable", file, "", cause, hint)
    return layout


def _common_metrics(layouts: Sequence[GroupLayout]) -> dict[str, ReadMetric]:
    """Each metric once, read the same way in every arm."""
    found: dict[str, list[GroupMetric]] = {}
    for layout in layouts:
        for metric in layout.metrics:
            found.setdefault(metric.name, []).append(metric)
    common = {}
    for name, metrics in found.items():
        is_yes_or_no = all(map(is_rate, metrics))
        means = [part.numbers for metric in metrics if (part := metric.parts.get("mean")) is not None]
        largest = max((float(np.nanmax(numbers)) for numbers in means if numbers is not None), default=0.0)
        column = metrics[0].parts.get("mean") or metrics[0].parts["events"]
        common[name] = ReadMetric(name, column, is_yes_or_no, 100.0 if is_yes_or_no and largest > 1.0 else 1.0)
    return common


def _dimensions(arrangement: Arrangement, layouts: Sequence[GroupLayout], mapping: ColumnMapping) -> tuple[str, ...]:
    """Text columns that tell groups apart: not the metric's name, no date, more than one value, or as stated."""
    if mapping.segments:
        return mapping.segments
    taken = {layout.metric_column for layout in layouts}
    labels: dict[str, list[set[str]]] = {}
    for arm in arrangement.arms:
        for column in arm.table.columns:
            if column.numbers is None and column.name not in taken and not REMARKS.search(words_of(column.name)):
                labels.setdefault(column.name, []).append(set(column.coded.labels))
    return tuple(name for name, by_arm in labels.items() if _tells_groups_apart(by_arm, len(arrangement.arms)))


def _tells_groups_apart(by_arm: Sequence[set[str]], arms: int) -> bool:
    """Several names, some of which stand in every arm; intervals written as text are none."""
    names = set().union(*by_arm)
    if len(names) < 2 or len(by_arm) < arms or any(len(NUMBERS.findall(name)) > 1 and "%" in name for name in names):
        return False
    return arms < 2 or bool(set.intersection(*by_arm))


def _without_totals(table: RawTable, dimensions: Sequence[str], file: str) -> tuple[RawTable, list[Problem]]:
    """The table without rows that hold others together ("Total", "All users"): they are never added to their parts."""
    is_total = np.zeros(table.rows, dtype=np.bool_)
    for name in dimensions:
        column = table.column(name)
        if column is not None:
            labels = np.array([text is None or words_of(text) in TOTALS for text in (*column.coded.labels, None)])
            is_total |= labels[column.coded.codes]
    if not is_total.any() or is_total.all():
        return table, []
    text = f"Rows that hold other rows together were left out of the sums: {int(is_total.sum())}."
    hint = "They are made again from the groups."
    return table.take(np.flatnonzero(~is_total)), [Problem("info", "total_rows", file, "", text, hint)]


def _numbers(
    table: RawTable, layout: GroupLayout, metric: GroupMetric, read: ReadMetric, dimensions: Sequence[str]
) -> Iterator[GroupNumber]:
    own = {kind: _column(table, column.name) for kind, column in metric.parts.items()}
    n = _column(table, metric.size.name)
    mean = own["events"] / n if "events" in own else own["mean"] / read.factor
    sd = _spread(own, n) / read.factor
    if read.is_rate:
        sd = np.where(np.isnan(sd), np.sqrt(np.clip(mean * (1 - mean), 0, None) * n / np.maximum(n - 1, 1)), sd)
    labels = {name: table.column(name) for name in dimensions}
    texts = {name: [None] * table.rows if column is None else column.texts() for name, column in labels.items()}
    named = table.column(layout.metric_column) if layout.metric_column else None
    names = None if named is None else named.texts()
    for row in range(table.rows):
        if not (np.isfinite(mean[row]) and n[row] > 0):
            continue
        group = tuple((name, str(cells[row])) for name, cells in texts.items() if cells[row] is not None)
        name = metric.name if names is None else str(names[row])
        yield GroupNumber(group, name, float(n[row]), float(mean[row]), float(sd[row]))


def _column(table: RawTable, name: str) -> FloatArray:
    column = table.column(name)
    assert column is not None
    assert column.numbers is not None
    return column.numbers


def _spread(own: dict[str, FloatArray], n: FloatArray) -> FloatArray:
    """Standard deviation of the units: given, or from the variance, the standard error, or the 95 % interval."""
    if "sd" in own:
        return own["sd"]
    if "variance" in own:
        return np.sqrt(np.clip(own["variance"], 0, None))
    if "se" in own:
        return own["se"] * np.sqrt(n)
    if "low" in own and "high" in own:
        return (own["high"] - own["low"]) / (2 * 1.959964) * np.sqrt(n)
    return np.full(len(n), np.nan)


def is_rate(metric: GroupMetric) -> bool:
    """Whether units are yes or no: events, a rate without a spread, or a spread that is that of a rate."""
    if "events" in metric.parts or not metric.has_spread:
        return True
    own = {kind: column.numbers for kind, column in metric.parts.items() if column.numbers is not None}
    n, mean = metric.size.numbers, own.get("mean")
    return n is not None and mean is not None and has_spread_of_rate(mean, _spread(own, n), n)


def has_spread_of_rate(mean: FloatArray, sd: FloatArray, n: FloatArray) -> bool:
    """Whether standard deviations are those of yes-or-no values with these means, to the digits that files give."""
    known = np.isfinite(mean) & np.isfinite(sd) & (n > 1)
    if not known.any() or bool(((mean < 0) | (mean > 1))[known].any()) or bool(np.all(mean[known] == 0)):
        return False
    expected = np.sqrt(mean[known] * (1 - mean[known]) * n[known] / (n[known] - 1))
    return bool(np.allclose(sd[known], expected, rtol=0.02, atol=1e-6))


def _say_layout(
    layouts: Sequence[GroupLayout], dimensions: Sequence[str], arms: Sequence[GroupArm]
) -> Iterator[Problem]:
    """That these are groups, what had to be left out, and groups that stand several times."""
    shown = ", ".join(dimensions) or "everyone together"
    text = f"The file holds numbers of groups ({shown}), {NO_UNITS}."
    yield Problem(
        "warning", "aggregates_only", "", "", text, f"{ASK_FOR_ROWS} It allows narrower intervals and examples."
    )
    lacking = tuple(dict.fromkeys(name for layout in layouts for name in layout.without_spread))
    if lacking:
        names = ", ".join(lacking)
        hint = "Ask for the standard deviation, the standard error or the 95% interval of each."
        yield Problem(
            "warning", "no_spread", "", lacking[0], f"Left out, because their spread is not given: {names}.", hint
        )
    tested = tuple(dict.fromkeys(name for layout in layouts for name in layout.tested))
    if tested:
        text = f"Results of tests were not read; they are computed anew: {', '.join(tested)}."
        yield Problem("info", "unused_columns", "", tested[0], text)
    if any("low" in m.parts and not set(m.parts) & {"sd", "se", "variance"} for one in layouts for m in one.metrics):
        text = "The intervals in the file were read as 95% intervals."
        yield Problem("warning", "interval_assumed", "", "", text, "Ask for standard deviations where they are others.")
    if any(len({(n.group, n.metric) for n in arm.numbers}) < len(arm.numbers) for arm in arms):
        text = "Several rows speak of the same group; they were put together as if each unit stood in one of them."
        hint = "A user who was counted on two days counts twice: ask for one row per group and version."
        yield Problem("warning", "groups_put_together", "", "", text, hint)
