"""A figure that has nothing to draw: it says why instead of showing an empty plot."""

from __future__ import annotations

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.figures.spec import DataTable, FigureSpec
from tradeoff_app.figures.ticks import hidden_axis
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset


def no_value(kind: str, outcome: Outcome, speaker: Speaker) -> FigureSpec:
    """A figure of money where none is known: why, and where that is mended."""
    reason = sentence_case(speaker.value_why(outcome))
    said = speaker.voice.say("figure_no_value_why", reason=reason)
    return unknown(kind, speaker.voice.say("figure_no_value"), typeset(said))


def unknown(kind: str, title: str, reason: str) -> FigureSpec:
    """A figure with its title and the reason why there is nothing in it."""
    return FigureSpec(
        kind=kind,
        title=title,
        subtitle=reason,
        x=hidden_axis(0.0, 1.0),
        y=hidden_axis(0.0, 1.0),
        marks=(),
        alt=f"{title}. {reason}",
        table=DataTable((), ()),
        height=60,
    )
