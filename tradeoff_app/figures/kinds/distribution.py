"""Before and after of one metric in one segment, in the shape that its type asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.figures.shapes.binary_bars import binary_bars
from tradeoff_app.figures.shapes.ecdf import ecdf
from tradeoff_app.figures.shapes.histogram import histogram
from tradeoff_app.figures.shapes.ordinal_columns import ordinal_columns
from tradeoff_app.figures.shapes.quantile_shift import quantile_shift
from tradeoff_app.figures.shapes.side_by_side import side_by_side
from tradeoff_app.figures.shapes.sides import Sides, make_sides
from tradeoff_app.figures.spec import FigureSpec
from tradeoff_app.figures.unknown import unknown
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE
from tradeoff_app.wording.speaker import Speaker

KIND = "distribution"
Variant = Literal["auto", "histogram", "side_by_side", "ecdf", "shift"]
Shape = Callable[[str, Sides], FigureSpec]

OF_MEASURED: dict[Variant, Shape] = {"side_by_side": side_by_side, "ecdf": ecdf, "shift": quantile_shift}
"""What can be drawn of values that are measured finely, besides the histogram."""


def distribution(
    project: Project,
    evidence: Evidence,
    outcome: Outcome,
    metric: str,
    segment: str = "*",
    variant: Variant = "auto",
    language: str = "en",
) -> FigureSpec:
    """Bars for rates, paired columns for ratings, steps for the rest; other variants show the rest in other ways.

    A segment without values of both versions gets a figure that says so.
    """
    speaker = Speaker(project, language)
    effect = outcome.effect(metric, segment) or evidence.cells.get((metric, segment, outcome.candidate))
    sides = make_sides(evidence, effect, speaker, metric, segment, outcome.candidate)
    if sides is None:
        is_group = evidence.table.aggregates is not None and effect is not None and effect.difference is not None
        key = "figure_of_groups" if is_group else "figure_not_measured"
        return unknown(KIND, speaker.voice.say(key, name=speaker.metric(metric)), speaker.segment(segment))
    is_weighted = segment == EVERYONE and len(outcome.mix.shares) > 1 and outcome.mix.source != "sample"
    sides = replace(sides, is_as_measured=is_weighted)
    return replace(_shape(sides, variant)(KIND, sides), quantity=f"effect:{metric}|{segment}")


def _shape(sides: Sides, variant: Variant) -> Shape:
    kind = sides.speaker.voice.metric(sides.metric).type
    if kind == "binary":
        return binary_bars
    if variant in OF_MEASURED:
        return OF_MEASURED[variant]
    return ordinal_columns if kind == "ordinal" and variant == "auto" else histogram
