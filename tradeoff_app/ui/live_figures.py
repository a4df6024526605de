"""The plots of the dock: a plain list, so that one more is one line; a plot is imported when its tab is opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tradeoff_app.app.document import Document
from tradeoff_app.app.translation import QT_TR_NOOP
from tradeoff_app.figures.kinds.contributions import contributions
from tradeoff_app.figures.kinds.distribution import distribution
from tradeoff_app.figures.spec import FigureSpec
from tradeoff_app.wording.speaker import Speaker


@dataclass(frozen=True)
class LiveFigure:
    """A tab of the dock: its id, word, and how its figure is made of the document.

    `only_on` is the step beside which alone it is offered, in front of the others.
    """

    figure_id: str
    title: str
    make: Callable[[Document, Speaker], FigureSpec]
    only_on: str | None = None


def _value(document: Document, speaker: Speaker) -> FigureSpec:
    return contributions(document.outcome, speaker)


def _shape(document: Document, speaker: Speaker) -> FigureSpec:
    chosen = document.selection
    seen = document.project, document.evidence, document.outcome
    return distribution(*seen, chosen.metric or "", chosen.segment, language=speaker.voice.code)


def _net(document: Document, speaker: Speaker) -> FigureSpec:
    from tradeoff_app.figures.kinds.net_value import net_value

    return net_value(document.outcome, speaker)


def _flips(document: Document, speaker: Speaker) -> FigureSpec:
    from tradeoff_app.figures.kinds.flips import flips

    chosen = document.selection
    return flips(document.outcome, speaker, chosen.metric or "", chosen.segment)


def _agreement(document: Document, speaker: Speaker) -> FigureSpec:
    from tradeoff_app.figures.kinds.agreement import agreement

    return agreement(document.scenario_outcomes(), speaker)


def _weights(document: Document, speaker: Speaker) -> FigureSpec:
    from tradeoff_app.figures.kinds.weight_map import weight_map

    return weight_map(document.outcome, speaker)


def _tornado(document: Document, speaker: Speaker) -> FigureSpec:
    from tradeoff_app.figures.kinds.tornado import tornado

    return tornado(document.outcome, speaker, line_length=DOCK_LETTERS)


DOCK_LETTERS = 44
"""Letters that fit on a line of the dock where it is 272 px wide."""

LIVE_FIGURES: tuple[LiveFigure, ...] = (
    LiveFigure("agreement", QT_TR_NOOP("Agreement"), _agreement, only_on="scenarios"),
    LiveFigure("weights", QT_TR_NOOP("Weights"), _weights, only_on="scenarios"),
    LiveFigure("value", QT_TR_NOOP("Value"), _value),
    LiveFigure("shape", QT_TR_NOOP("Shape"), _shape),
    LiveFigure("flips", QT_TR_NOOP("Flips"), _flips),
    LiveFigure("tornado", QT_TR_NOOP("Tornado"), _tornado),
    LiveFigure("net_value", QT_TR_NOOP("Net value"), _net),
)

SPARED: dict[str, tuple[str, ...]] = {"scenarios": ("shape", "flips", "net_value")}
"""Tabs that give way beside a step, so that its own has room."""
