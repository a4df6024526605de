"""Tables of averages have no distributions and no pairs: they are refused instead of being read as a few units."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from tradeoff_app.readers.name_words import words_of
from tradeoff_app.readers.reader import RawColumn, RawTable
from tradeoff_app.readers.refusal import ReadError

MEANS = frozenset({"mean", "avg", "average", "accuracy", "rate"})
SPREADS = frozenset({"sd", "std", "stdev", "stddev", "stderr", "se", "variance", "var"})
SIZES = frozenset(
    ["users", "visitors", "n", "sample size", "participants", "exposures", "impressions", "samples", "users count"]
)
TESTED = re.compile(
    r"\b(uplift|lift|p value|pvalue|confidence|significance|ci (low|high|lower|upper)|(lower|upper) ci)\b"
)
RATES = re.compile(r"\brate$|\b(cvr|ctr)\b")
MOST_GROUPS = 60
LEAST_COUNTED = 20
NO_PAIRS = "not one row per unit: no distributions, no pairing"
HINT = "Export one row per item or user."


def refuse_aggregates(tables: Sequence[RawTable], file: str) -> None:
    """Raise ReadError where small tables hold results of groups: means beside spreads, or a dashboard's rates."""
    if any(table.rows > MOST_GROUPS or table.is_native or table.is_randomised for table in tables):
        return
    means: set[str] = set()
    spreads: set[str] = set()
    for column in tables[0].columns:
        *stem, last = words_of(column.name).split() or [""]
        if column.numbers is not None and last in MEANS:
            means.add(" ".join(stem))
        if column.numbers is not None and last in SPREADS:
            spreads.add(" ".join(stem))
    both = sorted(means & spreads)
    if both:
        cause = f"the file holds means and standard deviations of groups ({both[0] or 'mean'}), {NO_PAIRS}"
        raise ReadError("unreadable", file, "", cause, HINT)
    if _is_dashboard(tables[0].columns):
        raise ReadError("unreadable", file, "", f"the file holds a dashboard's numbers of groups, {NO_PAIRS}", HINT)


def _is_dashboard(columns: Sequence[RawColumn]) -> bool:
    """How many users a group has, beside its rate or the result of a test."""
    sizes = [column.numbers for column in columns if column.numbers is not None and words_of(column.name) in SIZES]
    if not any(len(known := size[np.isfinite(size)]) and known.min() >= LEAST_COUNTED for size in sizes):
        return False
    names = [words_of(column.name) for column in columns if column.numbers is not None]
    return any(TESTED.search(name) or RATES.search(name) for name in names)
