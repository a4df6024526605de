"""What part each column plays once the arms are known: unit, repeat, rater, errors, answers, metrics, segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from tradeoff_app.analysis.observations import STATUSES, FloatArray, IntArray, Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.arm_columns import ArmColumn, UnitRows
from tradeoff_app.readers.cell_words import is_moment, read_grades, read_truth_words
from tradeoff_app.readers.limits import MAX_SEGMENT_VALUES
from tradeoff_app.readers.name_words import (
    ATTRIBUTE_PREFIXES,
    ERROR_NAMES,
    LABEL_WORDS,
    METRIC_PREFIXES,
    OUTPUT_NAMES,
    RATER_NAMES,
    REPEAT_NAMES,
    STATUS_NAMES,
    has_word,
    last_part,
    suggests_covariate,
    suggests_identifier,
    suggests_moment,
)
from tradeoff_app.readers.reader import RawColumn, RawTable, Role
from tradeoff_app.readers.status_words import NO_ERROR, classify_error, read_status_word

FEW_UNITS = 12
FEWEST_COUNTED = 5
"""Fewer numbers in a row count nothing."""
LEAST_COMPARED = 20
MAX_NUMBER_GROUPS = 8
MAX_REPEATS = 1000
MAX_LABELS = 50
LONGEST_LABEL = 100
EPOCH_2000 = 946_684_800
MARKS: tuple[Role, ...] = ("checksum", "prompt")
"""Columns that only compare what the arms were asked."""
CONFLICT_SHARE = 0.05
"""A text column that differs between the arms for more units than this is a judgement, not an attribute."""


@dataclass
class Roles:
    """Column names by part; a name is in at most one of them."""

    unit: str | None = None
    repeat: str | None = None
    rater: str | None = None
    error: str | None = None
    status: str | None = None
    output: str | None = None
    question: str | None = None
    weight: str | None = None
    cluster: str | None = None
    metrics: list[str] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    segments: list[str] = field(default_factory=list)
    unused: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def parts(self) -> dict[str, str]:
        """The part of each column by name; `label` columns hold words that become shares."""
        names = ("unit", "repeat", "rater", "error", "status", "output", "weight", "cluster")
        parts = {name: part for part in names if (name := getattr(self, part)) is not None}
        for part, several in (("metric", self.metrics), ("label", self.labels), ("segment", self.segments)):
            parts |= dict.fromkeys(several, part)
        parts |= dict.fromkeys(self.unused, "unused")
        return parts | ({self.question: "question"} if self.question in self.unused else {})

    def taken(self) -> set[str]:
        """Names that play a single part."""
        single = (self.unit, self.repeat, self.rater, self.error, self.status, self.output, self.weight, self.cluster)
        return {name for name in single if name is not None}


def propose_roles(tables: Sequence[RawTable], unit: str | None, mapping: ColumnMapping) -> Roles:
    """Every column's part; what the mapping states wins, what a format states comes next."""
    roles = Roles(unit=unit, weight=mapping.weight, cluster=mapping.cluster)
    roles.repeat = mapping.repeat or _find_single(tables, roles, "repeat", _is_repeat)
    roles.rater = mapping.rater or _find_single(tables, roles, "rater", _is_rater)
    roles.error = _find_single(tables, roles, None, _is_error)
    roles.status = mapping.status or _find_status(tables, roles)
    roles.output = _find_single(tables, roles, "output", _is_output)
    skipped = roles.taken() | set(mapping.ignore) | set(mapping.denominators.values())
    stated = {metric.column for metric in mapping.metrics} | set(mapping.denominators)
    units = UnitRows.of(tables, unit)
    counts = tuple(table.rows for table in tables)
    names = dict.fromkeys(column.name for table in tables for column in table.columns)
    skipped |= {column.name for role in MARKS for table in tables for column in table.with_role(role)}
    for name in names:
        if name in skipped:
            continue
        column = ArmColumn(name, tuple(table.column(name) for table in tables), counts, units)
        _place(column, roles, is_segment=name in mapping.segments, is_metric=name in stated)
    _demote_attributes(tables, roles, units, stated)
    return roles


def _find_single(tables: Sequence[RawTable], roles: Roles, role: str | None, test: object) -> str | None:
    """The first free column that a format gives this role, else the first that passes the test in every arm."""
    assert callable(test)
    taken = roles.taken()
    for column in tables[0].columns:
        if column.name in taken:
            continue
        parts = [part for table in tables if (part := table.column(column.name)) is not None]
        if role is not None and column.role == role:
            return column.name
        if column.role is None and all(test(part, roles, table) for part, table in zip(parts, tables, strict=False)):
            return column.name
    return None


def _is_repeat(column: RawColumn, roles: Roles, table: RawTable) -> bool:
    if last_part(column.name) not in REPEAT_NAMES or roles.unit is None:
        return False
    unit = table.column(roles.unit)
    labels = column.coded.labels
    if unit is None or column.coded.filled < table.rows:
        return False
    pairs = len(np.unique(unit.coded.codes * len(labels) + column.coded.codes))
    return (len(labels) <= MAX_REPEATS and pairs > len(unit.coded.labels)) or len(labels) == 1


def _is_rater(column: RawColumn, roles: Roles, table: RawTable) -> bool:
    if last_part(column.name) not in RATER_NAMES or roles.unit is None or len(column.coded.labels) < 2:
        return False
    unit = table.column(roles.unit)
    return unit is not None and len(unit.coded.labels) < table.rows


def _is_error(column: RawColumn, _: Roles, __: RawTable) -> bool:
    if last_part(column.name) not in ERROR_NAMES or column.numbers is not None:
        return False
    said = {label for label in column.coded.labels if label.strip().casefold() not in NO_ERROR}
    quiet = len(column.cells) - len(column.coded.rows_of(said))
    return read_truth_words(said) is None and quiet >= 0.3 * len(column.cells)


def _find_status(tables: Sequence[RawTable], roles: Roles) -> str | None:
    """The first free column with the name of a status whose words, of all files together, are all known.

    One file may well hold a single word (every row "ok"): what the other holds tells errors from results.
    """
    for column in tables[0].columns:
        parts = [part for table in tables if (part := table.column(column.name)) is not None]
        if column.name not in roles.taken() and column.role is None and _is_status(parts):
            return column.name
    return None


def _is_status(parts: Sequence[RawColumn]) -> bool:
    name = last_part(parts[0].name)
    is_named = name in STATUS_NAMES or name.endswith("_status")
    if not is_named or any(part.numbers is not None for part in parts):
        return False
    words = {text for part in parts for text in part.coded.labels}
    return len(words) > 1 and all(read_status_word(text) is not None for text in words)


def _is_output(column: RawColumn, _: Roles, __: RawTable) -> bool:
    if column.numbers is not None:
        return False
    if not {last_part(column.name), column.name.partition(".")[0].lower()} & OUTPUT_NAMES:
        return False
    return bool(column.coded.labels) and read_truth_words(column.coded.labels) is None


def _place(column: ArmColumn, roles: Roles, *, is_segment: bool, is_metric: bool) -> None:
    """Put one column where it belongs."""
    role = next((part.role for part in column.found if part.role is not None), None)
    if column.is_mixed and not _has_scores(column):
        text = f"{column.name}: numbers in one arm and text in another; it can hardly be compared."
        hint = "Check that both files mean the same by it."
        roles.problems.append(Problem("warning", "mixed_types", "", column.name, text, hint))
    if is_segment:
        roles.segments.append(column.name)
    elif is_metric or role == "metric":
        _place_metric(column, roles, is_stated=is_metric)
    elif role == "ignore" or not (column.is_number or column.labels):
        roles.unused.append(column.name)
    elif role == "attribute" or column.name.lower().startswith(ATTRIBUTE_PREFIXES):
        (roles.segments if _is_attribute(column) else roles.unused).append(column.name)
    elif column.is_number:
        (roles.unused if _is_position(column) else roles.metrics).append(column.name)
    else:
        _place_text(column, roles)


def _place_metric(column: ArmColumn, roles: Roles, *, is_stated: bool) -> None:
    """Scores as they are, labels as shares; free text in the place of a score can't be counted."""
    if _has_scores(column):
        roles.metrics.append(column.name)
    elif is_stated or (len(column.labels) <= MAX_LABELS and all(len(text) <= LONGEST_LABEL for text in column.labels)):
        roles.labels.append(column.name)
    else:
        roles.unused.append(column.name)
        text = f"{column.name}: its values are texts of all kinds ({len(column.labels):,} different), not scores."
        hint = "Score them first, or name the column as a metric."
        roles.problems.append(Problem("warning", "no_scores", "", column.name, text, hint))


def _is_attribute(column: ArmColumn) -> bool:
    """A grouping that (nearly) always says the same of a unit."""
    return _is_grouping(column) and not _names_the_arm(column) and column.differing[0] <= CONFLICT_SHARE


def _has_scores(column: ArmColumn) -> bool:
    return column.is_number or read_truth_words(column.labels) is not None or read_grades(column.labels) is not None


def _place_text(column: ArmColumn, roles: Roles) -> None:
    if _has_scores(column):
        roles.metrics.append(column.name)
    elif is_moment(column.labels) or not _is_grouping(column):
        roles.unused.append(column.name)
    elif _is_judgement(column):
        roles.labels.append(column.name)
    elif _names_the_arm(column):
        roles.unused.append(column.name)
    else:
        roles.segments.append(column.name)


def _names_the_arm(column: ArmColumn) -> bool:
    """One value per arm, another in each: the model's name, not a segment."""
    values = [part.coded.labels for part in column.found]
    return len(values) > 1 and all(len(known) == 1 for known in values) and len(column.labels) == len(values)


def _is_judgement(column: ArmColumn) -> bool:
    """A label that differs between rows of the same unit was given by someone; a segment belongs to the unit."""
    if _names_the_arm(column):
        return False
    share, compared = column.differing
    is_named = has_word(column.name, LABEL_WORDS) or column.name.lower().startswith(METRIC_PREFIXES)
    return share > (0.0 if is_named else CONFLICT_SHARE) if compared else is_named


def _is_grouping(column: ArmColumn) -> bool:
    """At most 20 values, each shared by several units; short text, no lists."""
    distinct = column.labels
    lists = sum(text[:1] in "[{" and text[-1:] in "]}" for text in distinct)
    if not 2 <= len(distinct) <= MAX_SEGMENT_VALUES or lists > 0.5 * len(distinct):
        return False
    if any(len(text) > 100 or "\n" in text for text in distinct):
        return False
    units = column.units.count
    return (units <= FEW_UNITS and not _has_numbers(column)) or len(distinct) <= 0.5 * units


def _has_numbers(column: ArmColumn) -> bool:
    cells = (cell for part in column.found for cell in part.cells)
    return any(isinstance(cell, int | float) and not isinstance(cell, bool) for cell in cells)


def _is_position(column: ArmColumn) -> bool:
    """Ids, row numbers, moments and pre-period covariates are no measurements of this release."""
    if suggests_identifier(column.name) or suggests_covariate(column.name) or _holds_moments(column):
        return True
    if column.name.lower().startswith(METRIC_PREFIXES):
        return False
    for part in column.found:
        numbers = part.numbers
        if numbers is None or len(numbers) < FEWEST_COUNTED or not np.all(np.diff(numbers[:FEWEST_COUNTED]) == 1):
            return False
        if not np.isfinite(numbers).all() or not np.all(np.diff(numbers) == 1):
            return False
    return True


def _holds_moments(column: ArmColumn) -> bool:
    """Seconds or milliseconds since 1970, or days as eight digits, under a name that speaks of a point in time."""
    if not suggests_moment(column.name):
        return False
    numbers = np.concatenate([part.numbers for part in column.found if part.numbers is not None] or [np.zeros(0)])
    finite = numbers[np.isfinite(numbers)]
    if not len(finite):
        return False
    return bool(finite.min() > EPOCH_2000) or _are_days(finite)


def _are_days(numbers: FloatArray) -> bool:
    """20260131: days written as eight digits."""
    days, months = numbers % 100, numbers // 100 % 100
    is_day = (numbers >= 19_000_101) & (numbers <= 21_001_231) & (months >= 1) & (months <= 12)
    return bool(np.all(is_day & (days >= 1) & (days <= 31) & (numbers == np.round(numbers))))


def _demote_attributes(tables: Sequence[RawTable], roles: Roles, units: UnitRows, stated: set[str]) -> None:
    """Numbers and yes-or-no words that never differ for any unit describe the unit: group size, price plan, VIP."""
    counts = tuple(table.rows for table in tables)
    columns = [ArmColumn(name, tuple(table.column(name) for table in tables), counts, units) for name in roles.metrics]
    if len(tables) < 2 or not any(column.differs for column in columns):
        return
    for column in columns:
        if column.differs:
            continue
        is_stated = column.name in stated or any(part.role == "metric" for part in column.found)
        is_named = column.name.lower().startswith(METRIC_PREFIXES) or has_word(column.name, LABEL_WORDS)
        if column.differing[1] < LEAST_COMPARED or is_stated or is_named or not _varies(column):
            continue
        roles.metrics.remove(column.name)
        is_group = _is_grouping(column) and len(column.labels) <= MAX_NUMBER_GROUPS
        (roles.segments if is_group else roles.unused).append(column.name)
        text = f"{column.name}: equal in all arms for every unit; read as a property of the unit, not as a metric."
        hint = "Name it as a metric if it is one."
        roles.problems.append(Problem("info", "unit_attribute", "", column.name, text, hint))


def _varies(column: ArmColumn) -> bool:
    """Whether a tenth of the rows differ from the usual value: a rare failure may well be equal in both arms."""
    values = column.values()
    values = values[np.isfinite(values)]
    if not len(values):
        return False
    return bool(np.unique(values, return_counts=True)[1].max() <= 0.9 * len(values))


def code_statuses(statuses: Sequence[str]) -> IntArray:
    """Statuses as codes into STATUSES."""
    codes: dict[str, int] = {status: code for code, status in enumerate(STATUSES)}
    return np.array([codes[status] for status in statuses], dtype=np.int64)


def read_row_statuses(table: RawTable, roles: Roles) -> IntArray:
    """The status code of each row: the format's own, else from the status column, else from the error column."""
    if table.statuses is not None:
        return code_statuses(table.statuses)
    codes = np.zeros(table.rows, dtype=np.int64)
    column = table.column(roles.error) if roles.error else None
    if column is not None:
        known = code_statuses([*map(classify_error, column.coded.labels), "ok"])
        codes = known[column.coded.codes]
    named = table.column(roles.status) if roles.status else None
    if named is not None:
        known = code_statuses([*(read_status_word(label) or "ok" for label in named.coded.labels), "ok"])
        codes = np.where(codes == 0, known[named.coded.codes], codes)
    return codes
