"""Which columns of a table of groups hold how many units there are, a mean, a spread, or a number of events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.model.metric import Better
from tradeoff_app.readers.name_words import words_of
from tradeoff_app.readers.reader import RawColumn, RawTable

SIZES = re.compile(
    r"(?:(?:number of|num|no of|count of|unique|total) )?(?:users?|visitors?|n|sample size|samples?|participants?"
    r"|exposures|impressions|subjects|customers|accounts|sessions|conversations|units|items|observations|nutzer|besucher|trials)"
    r"(?: count| exposed)?|n (?:users|obs|samples|items|units)|nobs|size|count"
)
KINDS: tuple[tuple[str, str], ...] = (
    (
        "low",
        r"(?:(?:95 )?ci (?:95 )?(?:low|lower|lo|l|min)|(?:lower|low|lo) (?:95 )?ci(?: 95)?"
        r"|(?:ci )?lower bound|lower|lcl)",
    ),
    (
        "high",
        r"(?:(?:95 )?ci (?:95 )?(?:high|upper|hi|u|max)|(?:upper|high|hi) (?:95 )?ci(?: 95)?"
        r"|(?:ci )?upper bound|upper|ucl)",
    ),
    ("se", r"(?:stderr|std err|std error|standard error|sem|se)"),
    ("sd", r"(?:std dev|stddev|stdev|standard deviation|standardabweichung|std|sd)"),
    ("variance", r"(?:variance|varianz|var)"),
    ("mean", r"(?:mean|average|avg|mittelwert|durchschnitt)"),
)
TESTED = re.compile(
    r"\b(uplift|lift|p value|pvalue|p|z|t|confidence|significance|significant|chance to win|relative change)\b"
)
RATE = re.compile(r"\b(rate|share|cvr|ctr|accuracy|proportion|pct|percent|percentage|quote|anteil|pass|win)\b|%")
EVENTS = re.compile(
    r"\b(conversions?|converted|converters|success(?:es|ful)?|passe[sd]|correct|completed|completions?|retained|churned"
    r"|sign ?ups|signed up|purchasers|buyers|clicked|clicks|events?|positives?|failures|failed|errors|escalated"
    r"|escalations|resolved|handovers|hits|wins|konversionen)\b"
)
METRIC_COLUMN = re.compile(r"(?:metric|kpi|measure|scorer|metrik|kennzahl)(?: name)?")
SPREADS = ("sd", "se", "variance", "low", "high")


@dataclass(frozen=True)
class GroupMetric:
    """One metric of a table of groups: its name as the file has it, and the column of each part."""

    name: str
    parts: dict[str, RawColumn]
    size: RawColumn
    better: Better | None = None

    @property
    def has_spread(self) -> bool:
        """Whether the file says how far units differ from each other."""
        return any(kind in self.parts for kind in ("sd", "se", "variance")) or {"low", "high"} <= set(self.parts)


@dataclass(frozen=True)
class GroupLayout:
    """The metrics of a table of groups, the column that names the metric of each row, and what nobody can use.

    `without_spread` are means whose spread the table lacks; `tested` are results of tests.
    """

    metrics: tuple[GroupMetric, ...]
    metric_column: str | None = None
    without_spread: tuple[str, ...] = ()
    tested: tuple[str, ...] = ()


def find_size(columns: Sequence[RawColumn]) -> RawColumn | None:
    """The column that says how many units a group has: called so, whole numbers, the first of its kind."""
    for column in columns:
        if column.numbers is not None and SIZES.fullmatch(words_of(column.name)) and _is_whole(column.numbers):
            return column
    return None


def find_layout(table: RawTable) -> GroupLayout | None:
    """The layout; None where no column says how many units a group has."""
    general = find_size(table.columns)
    metric_column = _metric_column(table)
    parts, bare = _take_apart(table, general)
    sizes = {stem: found["size"] for stem, found in parts.items() if "size" in found}
    size = general or next(iter(sizes.values()), None)
    if size is None:
        return None
    metrics: list[GroupMetric] = []
    tested = tuple(name for name in bare if TESTED.search(words_of(name)))
    for stem, found in parts.items():
        own = {kind: column for kind, column in found.items() if kind != "size"}
        plain = next((column for name, column in bare.items() if words_of(name) == stem), None)
        if "mean" not in own and plain is not None:
            own["mean"] = plain
        if "mean" in own:
            metrics.append(_metric(stem, own, sizes.get(stem, size), plain))
    named = {part.name for metric in metrics for part in metric.parts.values()} | set(tested)
    rest = [column for name, column in bare.items() if name not in named and column is not size]
    metrics += _rates_and_events(rest, size)
    usable = tuple(metric for metric in metrics if metric.has_spread or _is_rate(metric))
    lacking = tuple(
        next(iter(metric.parts.values())).name for metric in metrics if not any(metric is one for one in usable)
    )
    return GroupLayout(usable, metric_column, lacking, tested)


def _is_whole(numbers: FloatArray) -> bool:
    known = numbers[np.isfinite(numbers)]
    return len(known) > 0 and bool(np.all((known >= 0) & (np.mod(known, 1) == 0)))


def _metric_column(table: RawTable) -> str | None:
    for column in table.columns:
        if column.numbers is None and METRIC_COLUMN.fullmatch(words_of(column.name)):
            return column.name
    return None


def _take_apart(
    table: RawTable, size: RawColumn | None
) -> tuple[dict[str, dict[str, RawColumn]], dict[str, RawColumn]]:
    """Columns by stem and kind (`orders_mean`: `orders`, mean), and numeric columns that are called after no kind."""
    parts: dict[str, dict[str, RawColumn]] = {}
    bare: dict[str, RawColumn] = {}
    for column in table.columns:
        if column.numbers is None or column is size:
            continue
        kind, stem = _kind_of(words_of(column.name))
        if kind is None:
            bare[column.name] = column
        else:
            parts.setdefault(stem, {}).setdefault(kind, column)
    return parts, bare


def _kind_of(words: str) -> tuple[str | None, str]:
    for kind, pattern in (*KINDS, ("size", r"(?:n|nobs|sample size|users|visitors)")):
        found = re.fullmatch(rf"(?P<stem>.+?) {pattern}|{pattern}(?: of)? (?P<rest>.+)|{pattern}", words)
        if found is not None and not (kind in ("low", "high") and TESTED.search(words)):
            return kind, (found["stem"] or found["rest"] or "").strip()
    return None, words


def _metric(stem: str, parts: dict[str, RawColumn], size: RawColumn, plain: RawColumn | None) -> GroupMetric:
    column = parts["mean"]
    name = column.name if plain is not None else _without_kind(column.name) or column.name
    return GroupMetric(name if stem else "value", parts, size, column.hint.better if column.hint else None)


def _without_kind(name: str) -> str:
    """`orders_mean` and `Avg. order value` without the word for the mean."""
    word = r"(?:mean|average|avg|mittelwert|durchschnitt)"
    stripped = re.sub(rf"(?i)^{word}[^0-9a-z]+(?:of[^0-9a-z]+)?|[^0-9a-z(]*[(]?\b{word}[)]?$|_{word}$", "", name)
    return stripped.strip(" _-.:")


def _rates_and_events(columns: Sequence[RawColumn], size: RawColumn) -> Iterator[GroupMetric]:
    """Rates beside their sizes, and numbers of events; a rate that is its events over the size is told once."""
    events = [column for column in columns if _may_be_events(column, size)]
    taken: set[str] = set()
    for column in columns:
        if column in events:
            continue
        source = next((event for event in events if _is_ratio_of(column, event, size)), None)
        parts = {"mean": column} if source is None else {"mean": column, "events": source}
        if source is not None:
            taken.add(source.name)
        yield GroupMetric(column.name, parts, size)
    for column in events:
        if column.name not in taken and EVENTS.search(words_of(column.name)):
            yield GroupMetric(column.name, {"events": column}, size)
        elif column.name not in taken:
            yield GroupMetric(column.name, {"total": column}, size)


def _may_be_events(column: RawColumn, size: RawColumn) -> bool:
    assert column.numbers is not None
    assert size.numbers is not None
    both = np.isfinite(column.numbers) & np.isfinite(size.numbers)
    counts = column.numbers[both]
    is_count = len(counts) > 0 and _is_whole(counts) and bool(np.all(counts <= size.numbers[both]))
    return is_count and float(counts.max(initial=0.0)) > 1.0


def _is_ratio_of(rate: RawColumn, events: RawColumn, size: RawColumn) -> bool:
    """Whether a column is events over units, as a share or in percent, to the digits that it has."""
    assert rate.numbers is not None
    assert events.numbers is not None
    assert size.numbers is not None
    known = np.isfinite(rate.numbers) & np.isfinite(events.numbers) & (size.numbers > 0)
    share = events.numbers[known] / size.numbers[known]
    close = [np.allclose(rate.numbers[known], share * factor, rtol=0.02, atol=0.0006 * factor) for factor in (1, 100)]
    return bool(known.any()) and any(close)


def _is_rate(metric: GroupMetric) -> bool:
    """Whether a metric needs no spread, because a rate says its own."""
    if "events" in metric.parts:
        return True
    column = metric.parts.get("mean")
    if column is None or column.numbers is None or not (column.has_percent or RATE.search(words_of(column.name))):
        return False
    known = column.numbers[np.isfinite(column.numbers)]
    is_share = bool(np.all((known >= 0) & (known <= 100)))
    return is_share and not bool(np.all((known == 0) | (known == 1)))
