"""Page 3, where the value comes from: by segment, by metric, people counted, and the distributions that matter most."""

from __future__ import annotations

from collections.abc import Iterator

from tradeoff_app.briefing.blocks import Block, Columns, FigureBlock, Heading, Paragraph, Section
from tradeoff_app.briefing.brief import Brief
from tradeoff_app.briefing.told_effects import product_effects, told_effects
from tradeoff_app.figures.kinds.count_grid import count_grid
from tradeoff_app.figures.kinds.distribution import distribution
from tradeoff_app.figures.kinds.waterfall import waterfall
from tradeoff_app.model.segment import EVERYONE

WATERFALL_HEIGHT = 132.0
DISTRIBUTION_HEIGHT = 108.0
MOST_DISTRIBUTIONS = 2


def build(brief: Brief) -> Section | None:
    """Waterfalls of the value, grids of 1,000 and distributions before and after; None where none can be drawn."""
    name, blocks = brief.say("value"), tuple(_blocks(brief))
    if not any(isinstance(block, FigureBlock | Columns) for block in blocks):
        return None
    return Section("value", name, name, brief.project.title, blocks, is_one_page=True)


def _blocks(brief: Brief) -> Iterator[Block]:
    outcome, speaker = brief.outcome, brief.speaker
    if outcome.value is None:
        yield Heading(brief.say("value_unknown_title"), 1)
        yield Paragraph(speaker.value_sentence(outcome))
        yield Paragraph(speaker.score_sentence(outcome))
    else:
        yield FigureBlock(waterfall(outcome, speaker, "segment"), height=WATERFALL_HEIGHT, is_page_title=True)
        yield FigureBlock(waterfall(outcome, speaker, "metric"), height=WATERFALL_HEIGHT)
    yield from _grids(brief)
    shapes = [_shape(brief, metric, segment) for metric, segment in _distributions(brief)]
    if len(shapes) > 1:
        yield Columns(tuple((shape,) for shape in shapes))
    else:
        yield from shapes


def _shape(brief: Brief, metric: str, segment: str) -> FigureBlock:
    language = brief.numbers.language.code
    spec = distribution(brief.project, brief.evidence, brief.outcome, metric, segment, language=language)
    return FigureBlock(spec, height=DISTRIBUTION_HEIGHT)


def _grids(brief: Brief) -> Iterator[Block]:
    """The first gain and the first loss as 1,000 squares, side by side; rates alone can be counted."""
    effects = [*_rates(brief, "better"), *_rates(brief, "worse")]
    grids = [FigureBlock(count_grid(brief.outcome, brief.speaker, metric, segment)) for metric, segment in effects]
    if grids:
        yield Columns(tuple((grid,) for grid in grids) if len(grids) > 1 else ((grids[0],), ()))


def _rates(brief: Brief, state: str) -> list[tuple[str, str]]:
    told = told_effects(brief, "better" if state == "better" else "worse")
    rates = [effect for effect in told if brief.speaker.voice.is_rate(effect.metric)]
    return [(effect.metric, effect.segment) for effect in rates[:1]]


def _distributions(brief: Brief) -> list[tuple[str, str]]:
    """Metrics that are no rates, ruled ones first: where the whole shape says more than two bars.

    None where the files hold numbers of groups, which have no shape.
    """
    if brief.evidence.table.aggregates is not None:
        return []
    ruled = {result.metric for result in brief.outcome.gates if not result.assumed}
    measured = [
        effect.metric
        for effect in product_effects(brief)
        if effect.segment == EVERYONE
        and effect.difference is not None
        and not brief.speaker.voice.is_rate(effect.metric)
    ]
    ordered = sorted(dict.fromkeys(measured), key=lambda metric: metric not in ruled)
    return [(metric, EVERYONE) for metric in ordered[:MOST_DISTRIBUTIONS]]
