"""What each scenario is worth, as rows with intervals on one scale: whether the choice of scenario turns the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.figures.rows import Row, role_of, row_axis, row_height, row_marks, row_range
from tradeoff_app.figures.spec import DataTable, FigureSpec
from tradeoff_app.figures.ticks import make_axis
from tradeoff_app.figures.unknown import unknown
from tradeoff_app.wording.scenarios import agreement as agreement_title
from tradeoff_app.wording.scenarios import verdict_word
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

KIND = "agreement"
MOST_ROWS = 10
"""Scenarios that are drawn; the table behind the figure holds all of them."""


def agreement(outcomes: Mapping[str, Outcome], speaker: Speaker) -> FigureSpec:
    """A row a scenario in thousands a month, in the order of `outcomes` (by scenario id); unknown values are notes."""
    say, scenarios = speaker.voice.say, speaker.project.scenarios
    told = [(scenarios[key].name, outcome) for key, outcome in outcomes.items()]
    title = typeset(agreement_title(speaker.voice, list(outcomes.values())))
    valued = [(name, outcome) for name, outcome in told if outcome.value is not None]
    if not valued:
        return unknown(KIND, title, speaker.value_sentence(told[0][1]))
    rows = [_row(name, outcome, speaker) for name, outcome in valued[:MOST_ROWS]]
    x = make_axis(*row_range(rows), speaker.numbers)
    subtitle = say("agreement_what", currency=speaker.numbers.currency(speaker.project.currency))
    spoken = "; ".join(f"{name}: {speaker.value_sentence(outcome)}" for name, outcome in valued)
    return FigureSpec(
        kind=KIND,
        title=title,
        subtitle=subtitle,
        x=x,
        y=row_axis(rows),
        marks=tuple(row_marks(rows, x)),
        alt=f"{title}. {subtitle}. {spoken}",
        table=_table(told, speaker),
        height=row_height(rows),
        notes=tuple(say("agreement_unknown", name=name) for name, outcome in told if outcome.value is None),
    )


def _row(name: str, outcome: Outcome, speaker: Speaker) -> Row:
    assert outcome.value is not None
    total = outcome.value.per_month
    low, high = (end / 1000 for end in total.interval)
    text = speaker.numbers.money_thousands(total.mean)
    return Row(name, text, role_of(low, high), total.mean / 1000, low, high, is_ring=low <= 0 <= high)


def _table(told: Sequence[tuple[str, Outcome]], speaker: Speaker) -> DataTable:
    say, currency = speaker.voice.say, speaker.project.currency
    heads = (say("column_scenario"), say("column_verdict"), say("column_mean", currency=currency))
    rows = []
    for name, outcome in told:
        total = outcome.value.per_month if outcome.value is not None else None
        numbers = (None, None, None) if total is None else (total.mean, *total.interval)
        rows.append((name, verdict_word(speaker.voice, outcome), *numbers))
    return DataTable((*heads, say("column_low"), say("column_high")), tuple(rows))
