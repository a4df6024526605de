"""A rate before and after: two bars on one scale, with bands for the pairs that were fixed and broken."""

from __future__ import annotations

from tradeoff_app.figures.flip_counts import Flips, flips_of
from tradeoff_app.figures.shapes.sides import Sides
from tradeoff_app.figures.spec import Axis, Box, DataTable, FigureSpec, Label, Mark, Polygon
from tradeoff_app.figures.ticks import hidden_axis, make_axis, nice_range
from tradeoff_app.wording.typography import typeset

BEFORE, AFTER, HALF = 1.0, 0.0, 0.22
"""Heights of the two bars and half their thickness."""


def binary_bars(kind: str, sides: Sides) -> FigureSpec:
    """Two bars from zero; rare events get a scale of their own, on which the bars' empty rest is left out."""
    levels = _levels(sides)
    flips = None if sides.effect is None else flips_of(sides.effect, sides.speaker.voice.metric(sides.metric).sign)
    flips = flips if flips and _fits(flips, sides, levels) else None
    is_whole = max(levels) > 0.25
    reach = 1.0 if is_whole else _reach(levels, flips)
    title = typeset(_title(sides, flips))
    subtitle = typeset(sides.counted)
    marks = [*_bands(flips, levels, sides), *_bars(levels, sides, is_whole=is_whole), *_labels(levels, sides)]
    return FigureSpec(
        kind=kind,
        title=title,
        subtitle=subtitle,
        x=_axis(reach, sides, is_whole=is_whole),
        y=hidden_axis(-0.4, 1.4),
        marks=tuple(marks),
        alt=sides.alt(title, subtitle),
        table=_table(levels, flips, sides),
        height=150 if is_whole else 170,
    )


def _levels(sides: Sides) -> tuple[float, float]:
    """The levels of the effect (weighted by exposure for all users), else the shares of the units."""
    effect = sides.effect
    if effect is not None and effect.baseline is not None and effect.candidate_value is not None:
        return effect.baseline, effect.candidate_value
    return float(sides.before.mean()), float(sides.after.mean())


def _reach(levels: tuple[float, float], flips: Flips | None) -> float:
    """The end of the scale of a rare event: room for the bands and their labels."""
    before, after = levels
    farthest = max(before, after, 0.001)
    if flips is not None:
        farthest = max(before + flips.gained / flips.pairs, after + flips.lost / flips.pairs)
    return nice_range(0.0, 100 * 1.2 * farthest)[1] / 100


def _fits(flips: Flips, sides: Sides, levels: tuple[float, float]) -> bool:
    """Whether counts and levels speak of the same units (they do not where all users are re-weighted)."""
    return sides.is_paired and abs(flips.gained - flips.lost - flips.pairs * (levels[1] - levels[0])) < 0.5


def _title(sides: Sides, flips: Flips | None) -> str:
    if flips is None or not sides.is_clear:
        return sides.title
    whole = sides.speaker.numbers.whole
    units = sides.speaker.voice.units(sides.metric)
    return sides.speaker.voice.say(
        "figure_fixed_broken", fixed=whole(flips.fixed), broken=whole(flips.broken), units=units
    )


def _bars(levels: tuple[float, float], sides: Sides, *, is_whole: bool) -> list[Mark]:
    marks: list[Mark] = []
    for at, level, role in ((BEFORE, levels[0], "before"), (AFTER, levels[1], "after")):
        if is_whole:
            marks.append(Box(level, 1.0, at - HALF, at + HALF, role, "none", is_outlined=True))  # type: ignore[arg-type]
        marks.append(Box(0.0, level, at - HALF, at + HALF, role, "solid", is_outlined=True))  # type: ignore[arg-type]
    if is_whole:
        marks += _counts(levels, sides)
    return marks


def _counts(levels: tuple[float, float], sides: Sides) -> list[Mark]:
    """The number of events inside its bar, where units are counted as they come and the bar is long enough."""
    numbers = sides.speaker.numbers
    marks: list[Mark] = []
    for at, level, values in ((BEFORE, levels[0], sides.before), (AFTER, levels[1], sides.after)):
        is_plain = abs(float(values.mean()) - level) < 1e-9 and float(values.sum()).is_integer()
        if is_plain and level >= 0.2:
            text = numbers.whole(float(values.sum()))
            marks.append(Label(0.012, at, text, "text", is_strong=True, is_on_fill=True))
    return marks


def _bands(flips: Flips | None, levels: tuple[float, float], sides: Sides) -> list[Mark]:
    """From the end of one bar to that of the other: pairs that the event left, and pairs that it came to."""
    if flips is None:
        return []
    lost, gained = flips.lost / flips.pairs, flips.gained / flips.pairs
    before, after = levels
    top, bottom = BEFORE - HALF, AFTER + HALF
    is_gain_good = sides.speaker.voice.metric(sides.metric).sign > 0
    role_lost, role_gained = ("worse", "better") if is_gain_good else ("better", "worse")
    lost_band = ((before - lost, top), (before, top), (after + lost, bottom), (after, bottom))
    gained_band = ((before, top), (before + gained, top), (after, bottom), (after - gained, bottom))
    say, whole = sides.speaker.voice.say, sides.speaker.numbers.whole
    words = ("broken", "fixed") if is_gain_good else ("fixed", "broken")
    texts = [
        say(f"count_{word}", count=count, number=whole(count))
        for word, count in zip(words, (flips.lost, flips.gained), strict=True)
    ]
    left, right = min(before - lost, after - gained), max(before + gained, after + lost)
    return [
        Polygon(lost_band, role_lost),  # type: ignore[arg-type]
        Polygon(gained_band, role_gained),  # type: ignore[arg-type]
        Label(left, 0.5, texts[0], role_lost, "right"),  # type: ignore[arg-type]
        Label(right, 0.5, texts[1], role_gained, "left"),  # type: ignore[arg-type]
    ]


def _labels(levels: tuple[float, float], sides: Sides) -> list[Mark]:
    marks: list[Mark] = []
    for at, level, name in ((BEFORE, levels[0], sides.names[0]), (AFTER, levels[1], sides.names[1])):
        number = sides.level(level)
        text = sides.speaker.voice.language.percent.format(number=number)
        marks.append(Label(0.0, at, name, edge="left"))
        marks.append(Label(1.0, at, text, anchor="right", is_strong=True, edge="right"))
    return marks


def _axis(reach: float, sides: Sides, *, is_whole: bool) -> Axis:
    if is_whole:
        return hidden_axis(0.0, 1.0)
    return make_axis(0.0, reach, sides.speaker.numbers, "%", label=lambda at: 100 * at)


def _table(levels: tuple[float, float], flips: Flips | None, sides: Sides) -> DataTable:
    say = sides.speaker.voice.say
    rows: list[tuple[str, float | int | None, int | None]] = [
        (sides.names[0], levels[0], len(sides.before)),
        (sides.names[1], levels[1], len(sides.after)),
    ]
    if flips is not None:
        rows += [(say("fixed"), None, flips.fixed), (say("broken"), None, flips.broken)]
    return DataTable((say("column_part"), say("column_share"), say("column_units")), tuple(rows))
