"""The distribution of a month's value: how much of it lies above zero."""

from __future__ import annotations

import numpy as np

from tradeoff_app.analysis.order_statistics import quantiles_of
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.value import NetValue
from tradeoff_app.figures.spec import Axis, DataTable, FigureSpec, Interval, Label, Mark, Rule, Steps
from tradeoff_app.figures.ticks import hidden_axis, make_axis, tick_step
from tradeoff_app.figures.unknown import no_value
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

KIND = "net_value"
BINS = 40


def net_value(outcome: Outcome, speaker: Speaker) -> FigureSpec:
    """Steps of the replicates (share of draws per bin) over thousands of money a month, with zero line and interval."""
    value = outcome.value
    if value is None:
        return no_value(KIND, outcome, speaker)
    edges, shares = _bins(value)
    x = make_axis(edges[0], edges[-1], speaker.numbers)
    say = speaker.voice.say
    low, high = value.per_month.interval
    key = "figure_net_value_unclear" if low <= 0 <= high else "figure_net_value"
    title = typeset(say(key, probability=speaker.numbers.probability(value.p_positive)))
    title = title[:1].upper() + title[1:]
    top = max(shares)
    subtitle = say("figure_net_value_what", currency=speaker.numbers.currency(value.currency))
    return FigureSpec(
        kind=KIND,
        title=title,
        subtitle=subtitle,
        x=x,
        y=hidden_axis(-0.28 * top, 1.15 * top),
        marks=tuple(_marks(edges, shares, value, speaker, x)),
        alt=f"{title}. {subtitle}. {speaker.value_sentence(outcome)}",
        table=_table(edges, shares, speaker, value),
        height=180,
        quantity="probability",
    )


def _bins(value: NetValue) -> tuple[list[float], list[float]]:
    """Bin edges in thousands with zero as one of them, and the share of draws in each; the far 0.1 % are left out."""
    draws = value.draws / 1000
    low, high = quantiles_of(draws, (0.0005, 0.9995))
    if not high > low:
        low, high = low - 1.0, high + 1.0
    width = tick_step(low, high) / (BINS / 4)
    first, last = int(np.floor(low / width)), int(np.ceil(high / width))
    edges = np.arange(first, last + 1) * width
    counts, _ = np.histogram(draws, edges)
    return edges.tolist(), (counts / max(1, len(draws))).tolist()


def _marks(edges: list[float], shares: list[float], value: NetValue, speaker: Speaker, x: Axis) -> list[Mark]:
    top = max(shares)
    mean = value.per_month.mean / 1000
    low, high = (end / 1000 for end in value.per_month.interval)
    lost = sum(edge < 0 for edge in edges[1:]) + (1 if edges[0] < 0 and 0.0 in edges[1:] else 0)
    marks: list[Mark] = []
    if lost:
        marks.append(Steps(tuple(edges[: lost + 1]), tuple(shares[:lost]), "worse", is_filled=True))
    if lost < len(shares):
        marks.append(Steps(tuple(edges[lost:]), tuple(shares[lost:]), "accent", is_filled=True))
    if x.low <= 0 <= x.high:
        marks.append(Rule(0.0, "vertical", "strong"))
    text = speaker.numbers.money_thousands(value.per_month.mean)
    ring = low <= 0 <= high
    return [
        *marks,
        Interval(-0.16 * top, low, high, mean, "accent", is_ring=ring),
        Label(mean, 1.02 * top, text, "accent", "centre", "above", is_strong=True),
    ]


def _table(edges: list[float], shares: list[float], speaker: Speaker, value: NetValue) -> DataTable:
    say = speaker.voice.say
    rows = tuple(
        (start * 1000, end * 1000, share) for start, end, share in zip(edges[:-1], edges[1:], shares, strict=True)
    )
    return DataTable(
        (say("column_from", currency=value.currency), say("column_to", currency=value.currency), say("column_share")),
        rows,
    )
