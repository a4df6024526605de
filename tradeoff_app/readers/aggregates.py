"""Tables of averages have no distributions and no pairs: they are refused instead of being read as a few units."""

from __future__ import annotations

from collections.abc import Sequence

from tradeoff_app.readers.name_words import words_of
from tradeoff_app.readers.reader import RawTable
from tradeoff_app.readers.refusal import ReadError

MEANS = frozenset({"mean", "avg", "average", "accuracy", "rate"})
SPREADS = frozenset({"sd", "std", "stdev", "stddev", "stderr", "se", "variance", "var"})
MOST_GROUPS = 60


def refuse_aggregates(tables: Sequence[RawTable], file: str) -> None:
    """Raise ReadError where small tables hold means beside standard deviations."""
    if any(table.rows > MOST_GROUPS or table.is_native for table in tables):
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
        cause = f"the file holds means and standard deviations of groups ({both[0] or 'mean'}), not one row per unit"
        hint = "Export one row per item or user; without them there are no distributions and no pairs."
        raise ReadError("unreadable", file, "", cause, hint)
