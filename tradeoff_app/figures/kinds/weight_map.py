"""For which weights of the two heaviest metrics the score rises: a triangle with the present weights in it.

The score difference is a weighted sum of the metrics' own differences, so that the border between better and worse is a
straight line. All other metrics share the rest of the weight in the ratios that they have now.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.score import Score, ScorePart
from tradeoff_app.figures.spec import Axis, DataTable, Dot, FigureSpec, Label, Mark, Polygon, Tick
from tradeoff_app.figures.ticks import hidden_axis, make_axis, with_rules
from tradeoff_app.figures.unknown import unknown
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

KIND = "weight_map"
Point = tuple[float, float]
TRIANGLE: tuple[Point, ...] = ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0))
STRIP: tuple[Point, ...] = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0))
"""Two metrics alone: the weight of the first, drawn as a strip."""
LEAST_AREA = 0.02
"""Smaller regions hold no word."""


def weight_map(outcome: Outcome, speaker: Speaker) -> FigureSpec:
    """The map of a scenario's weights; says why where fewer than two metrics are weighed."""
    say, score = speaker.voice.say, outcome.score
    title = typeset(_title(outcome, speaker))
    parts = _heaviest_first(score)
    if score is None or len(parts) < 2:
        return unknown(KIND, say("weight_map_none"), say("weight_map_needs_two"))
    differences = [part.mean / (100 * part.weight) for part in parts]
    first, second = (speaker.voice.metric_inside(part.metric) for part in parts[:2])
    has_rest = len(parts) > 2
    if has_rest:
        subtitle = say("weight_map_what", first=first, second=second)
        better, worse = _regions(TRIANGLE, _plane(parts, differences))
        at = (parts[0].weight, parts[1].weight)
    else:
        subtitle = say("weight_map_what_two", first=first, second=second)
        better, worse = _regions(STRIP, (differences[0] - differences[1], 0.0, differences[1]))
        at = (parts[0].weight, 0.5)
    marks: list[Mark] = [
        *_region(better, "better", say("axis_better")),
        *_region(worse, "worse", say("axis_worse")),
    ]
    marks += [Dot(*at, "accent"), _own_label(at, say("weight_map_yours"))]
    return FigureSpec(
        kind=KIND,
        title=title,
        subtitle=subtitle,
        x=_percent_axis(speaker),
        y=_percent_axis(speaker) if has_rest else hidden_axis(0.0, 1.0),
        marks=tuple(marks),
        alt=f"{title}. {subtitle}. {_spoken(parts, speaker)}",
        table=_table(parts, differences, speaker),
        height=220 if has_rest else 110,
    )


def _title(outcome: Outcome, speaker: Speaker) -> str:
    share = outcome.sensitivity.ship_share
    if share is None:
        return speaker.voice.say("weight_map_none")
    if share in (0.0, 1.0):
        return speaker.voice.say("weight_map_all" if share else "weight_map_never")
    return speaker.voice.say("weight_map_share", share=speaker.numbers.probability(share))


def _heaviest_first(score: Score | None) -> list[ScorePart]:
    parts = [part for part in score.by_metric if part.weight > 0] if score else []
    return sorted(parts, key=lambda part: -part.weight)


def _plane(parts: Sequence[ScorePart], differences: Sequence[float]) -> tuple[float, float, float]:
    """The score difference as a x + b y + c, over the weights x and y of the two heaviest metrics."""
    left = sum(part.weight for part in parts[2:])
    rest = sum(part.weight * gap for part, gap in zip(parts[2:], differences[2:], strict=True)) / left
    return differences[0] - rest, differences[1] - rest, rest


def _regions(
    outline: Sequence[Point], plane: tuple[float, float, float]
) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    """The parts of the outline in which the plane is above and below zero."""
    a, b, c = plane
    return _clip(outline, (a, b, c)), _clip(outline, (-a, -b, -c))


def _clip(outline: Sequence[Point], plane: tuple[float, float, float]) -> tuple[Point, ...]:
    """The part of a convex outline on the positive side of a line (Sutherland and Hodgman 1974, one edge)."""
    kept: list[Point] = []
    heights = [plane[0] * x + plane[1] * y + plane[2] for x, y in outline]
    for index, (point, height) in enumerate(zip(outline, heights, strict=True)):
        before, height_before = outline[index - 1], heights[index - 1]
        if (height > 0) != (height_before > 0):
            share = height_before / (height_before - height)
            kept.append(tuple(p + share * (q - p) for p, q in zip(before, point, strict=True)))  # type: ignore[arg-type]
        if height > 0:
            kept.append(point)
    return tuple(kept)


def _region(corners: Sequence[Point], role: str, word: str) -> Iterable[Mark]:
    if len(corners) < 3:
        return
    yield Polygon(tuple(corners), "better" if role == "better" else "worse")
    if _area(corners) >= LEAST_AREA:
        x, y = (sum(values) / len(corners) for values in zip(*corners, strict=True))
        yield Label(x, y, word, "better" if role == "better" else "worse", "centre", "middle", is_strong=True)


def _area(corners: Sequence[Point]) -> float:
    """The shoelace formula."""
    pairs = zip(corners, (*corners[1:], corners[0]), strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def _own_label(at: Point, text: str) -> Label:
    is_left = at[0] < 0.5
    return Label(at[0] + (0.02 if is_left else -0.02), at[1] + 0.06, text, "accent", "left" if is_left else "right")


def _percent_axis(speaker: Speaker) -> Axis:
    axis = make_axis(0.0, 1.0, speaker.numbers, "%", label=lambda share: 100 * share)
    return with_rules(Axis(axis.low, axis.high, tuple(Tick(tick.at, tick.label) for tick in axis.ticks)))


def _spoken(parts: Sequence[ScorePart], speaker: Speaker) -> str:
    named = (f"{speaker.metric(part.metric)} {speaker.numbers.percent(part.weight, 0)}" for part in parts)
    return typeset(", ".join(named))


def _table(parts: Sequence[ScorePart], differences: Sequence[float], speaker: Speaker) -> DataTable:
    say = speaker.voice.say
    rows = [(speaker.metric(part.metric), part.weight, 100 * gap) for part, gap in zip(parts, differences, strict=True)]
    return DataTable((say("column_metric"), say("column_weight_share"), say("column_gap_alone")), tuple(rows))
