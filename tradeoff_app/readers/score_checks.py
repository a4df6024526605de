"""What the PM should know about the scores that were read, before any statistics: empty, on another scale, or equal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from tradeoff_app.analysis.observations import FloatArray, IntArray, Problem
from tradeoff_app.readers.assembly import ArmRows, LongTable
from tradeoff_app.readers.roles import Roles

FEW_VALUES = 5
MOST_EXAMPLES = 3
FEW_UNITS = 12
MANY_METRICS = 8
LONGEST_EXAMPLE = 40
FAR_APART = 30.0
TRIED_VALUES = 1_000


def list_unread(arms: Sequence[ArmRows], roles: Roles) -> dict[str, str]:
    """The first columns that play no part, each with a text from it."""
    table = arms[0].arm.table
    columns = [column for name in roles.unused if (column := table.column(name)) is not None and column.coded.labels]
    return {column.name: column.coded.labels[0][:LONGEST_EXAMPLE] for column in columns[:MOST_EXAMPLES]}


def check_metrics(table: LongTable, arms: Sequence[str], unread: Mapping[str, str], *, has_rows: bool) -> list[Problem]:
    """Metrics that nobody scored in one arm, and arms with exactly the same scores."""
    problems: list[Problem] = []
    names = [metric.name for metric in table.metrics]
    scored = {(block.metric, block.arm) for block in table.blocks if _has_finite(block.values)}
    for metric, name in enumerate(names):
        empty = [arm for number, arm in enumerate(arms) if (metric, number) not in scored]
        if len(empty) == len(arms) and has_rows:
            text = f"{name}: not a single value could be read as a score."
            problems.append(Problem("warning", "metric_empty", "", name, text, "Ignore it, or check the file."))
        elif empty:
            text = f"{name}: no value in {', '.join(map(repr, empty))}; it can't be compared."
            problems.append(
                Problem("warning", "metric_missing", "", name, text, "Check that both runs used the same scorers.")
            )
    if not names and has_rows:
        text = "No column holds results: no numbers, no yes or no, no labels that differ between the versions."
        text += "".join(f" {column!r} holds text such as {example!r}." for column, example in unread.items())
        problems.append(Problem("error", "no_metrics", "", "", text, "Name the columns with results as metrics."))
    for arm in range(1, len(arms)):
        problems += _check_scales(table, arms, arm)
        if names and _are_equal(table, 0, arm):
            text = f"{arms[0]!r} and {arms[arm]!r} have exactly the same scores for every unit."
            problems.append(
                Problem("warning", "identical_arms", "", "", text, "Check that the right files were chosen.")
            )
    return problems


def _has_finite(values: FloatArray) -> bool:
    """Whether any value is finite; the first few mostly are."""
    return bool(np.isfinite(values[:TRIED_VALUES]).any() or np.isfinite(values).any())


def check_shape(metrics: int, units: int) -> list[Problem]:
    """Many metrics of a handful of units: a table whose columns are the items."""
    if not units or units >= FEW_UNITS or metrics <= MANY_METRICS * units:
        return []
    text = f"There are {metrics:,} metrics for {units:,} units: the table may be turned on its side."
    hint = "Export it with one row per item and one column per metric."
    return [Problem("warning", "transposed", "", "", text, hint)]


def _check_scales(table: LongTable, arms: Sequence[str], arm: int) -> list[Problem]:
    """Values of one arm that all lie far above the other's: percent beside shares, milliseconds beside seconds."""
    problems: list[Problem] = []
    blocks = {(block.metric, block.arm): block.values for block in table.blocks}
    for metric, name in enumerate(metric.name for metric in table.metrics):
        sides = [blocks[metric, side] for side in (0, arm)]
        if _overlap([_keep_scores(side[:TRIED_VALUES]) for side in sides]):
            continue
        sides = [_keep_scores(side) for side in sides]
        if min(map(len, sides)) < FEW_VALUES or any((side < 0).any() for side in sides):
            continue
        if _overlap(sides):
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


def _keep_scores(values: FloatArray) -> FloatArray:
    kept: FloatArray = values[np.isfinite(values) & (values != 0)]
    return kept


def _overlap(sides: Sequence[FloatArray]) -> bool:
    """Whether the ranges of two sets of values meet; those of all values do where those of a part do."""
    if not all(map(len, sides)):
        return False
    return max(float(side.min()) for side in sides) <= min(float(side.max()) for side in sides)


def _are_equal(table: LongTable, first: int, second: int) -> bool:
    """Whether two arms have the same values for the same units, repeats and raters."""
    sides = [[block for block in table.blocks if block.arm == arm] for arm in (first, second)]
    before, after = sides[0][0].rows, sides[1][0].rows
    if len(before.unit) != len(after.unit) or len(before.unit) * len(table.metrics) < 2:
        return False
    pairs = [(mine.values, theirs.values) for mine, theirs in zip(*sides, strict=True)]
    if not all(np.isclose(np.nansum(mine), np.nansum(theirs), rtol=1e-9, atol=0.0) for mine, theirs in pairs):
        return False
    orders = [_order_rows(rows) for rows in (before, after)]
    keys = ((before.unit, after.unit), (before.repeat, after.repeat), (before.rater, after.rater))
    return all(np.array_equal(mine[orders[0]], theirs[orders[1]], equal_nan=True) for mine, theirs in (*keys, *pairs))


def _order_rows(rows: ArmRows) -> IntArray:
    order: IntArray = np.lexsort((rows.unit, rows.repeat, rows.rater))
    return order
