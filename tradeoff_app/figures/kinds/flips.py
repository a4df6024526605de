"""Pairs that changed: how many were fixed and how many broken, beside the many that stayed."""

from __future__ import annotations

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.figures.flip_counts import Flips, flips_of
from tradeoff_app.figures.spec import Axis, Box, DataTable, FigureSpec, Label, Mark, Role, Rule, Tick
from tradeoff_app.figures.ticks import nice_range, tick_positions
from tradeoff_app.figures.unknown import unknown
from tradeoff_app.wording.frequency import kind_of
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

KIND = "flips"


def flips(outcome: Outcome, speaker: Speaker, metric: str, segment: str = "*") -> FigureSpec:
    """Two bars from zero, fixed to the right and broken to the left; says so where the units are not paired."""
    effect = outcome.effect(metric, segment)
    counts = None if effect is None else flips_of(effect, speaker.voice.metric(metric).sign)
    say = speaker.voice.say
    if effect is None or counts is None or effect.interval is None:
        return unknown(KIND, say("figure_no_flips"), say("figure_no_flips_why"))
    fields = {key: speaker.numbers.whole(count) for key, count in vars(counts).items()}
    is_clear = kind_of(*effect.interval) != "no_clear_change"
    title = typeset(say("figure_flips" if is_clear else "figure_flips_unclear", **fields))
    stayed = counts.pairs - counts.fixed - counts.broken
    what = f"{speaker.metric(metric)}, {speaker.voice.segment_inside(segment)}"
    subtitle = typeset(say("figure_flips_what", what=what, stayed=speaker.numbers.whole(stayed), **fields))
    x = _axis(counts, speaker)
    return FigureSpec(
        kind=KIND,
        title=title,
        subtitle=subtitle,
        x=x,
        y=Axis(-0.6, 0.6, is_hidden=True),
        marks=(*_marks(counts, speaker), Rule(0.0, "vertical", "strong")),
        alt=f"{title}. {subtitle}. {speaker.effect_short(effect)}.",
        table=DataTable(
            (say("column_part"), say("column_pairs")),
            ((say("fixed"), counts.fixed), (say("broken"), counts.broken), (say("stayed"), stayed)),
        ),
        height=120,
        quantity=f"effect:{metric}|{segment}",
    )


def _axis(counts: Flips, speaker: Speaker) -> Axis:
    """Symmetric about zero; both sides count pairs, so that the labels have no sign."""
    _, reach = nice_range(0.0, float(max(counts.fixed, counts.broken, 1)))
    ticks = tuple(Tick(at, speaker.numbers.whole(abs(at))) for at in tick_positions(-reach, reach))
    say = speaker.voice.say
    return Axis(-reach, reach, ticks, start_word=say("axis_worse"), end_word=say("axis_better"))


def _marks(counts: Flips, speaker: Speaker) -> list[Mark]:
    marks: list[Mark] = []
    sides: tuple[tuple[int, str, Role], ...] = ((-counts.broken, "broken", "worse"), (counts.fixed, "fixed", "better"))
    for end, word, role in sides:
        text = speaker.voice.say(f"count_{word}", count=abs(end), number=speaker.numbers.whole(abs(end)))
        marks.append(Box(min(0.0, end), max(0.0, end), -0.3, 0.3, role))
        marks.append(Label(0.0, 0.34, text, role, "right" if word == "broken" else "left", "above", is_strong=True))
    return marks
