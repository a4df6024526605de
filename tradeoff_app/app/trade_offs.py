"""Weights asked for as questions: which loss on one metric is as bad as a small loss on another?

An answer sets the price of a metric where both are in money, else its swing points; nothing else moves.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from tradeoff_app.analysis.score import rank_order_weights
from tradeoff_app.app.value_inputs import first_swing, scenario_path, with_money
from tradeoff_app.model.project import Project
from tradeoff_app.model.scenario import Scenario, Swing
from tradeoff_app.model.segment import EVERYONE

MOST_POINTS = 100.0


@dataclass(frozen=True)
class TradeOff:
    """A loss of `size` on `metric` counts as much as one of `reference_size` on `reference`; both in natural units."""

    reference: str
    reference_size: float
    metric: str
    size: float
    by: Literal["money", "points"]


def references(project: Project) -> tuple[str, ...]:
    """The metrics that a question can start from, the one that matters most first."""
    scenario = project.scenario()
    worth = _prices(project, scenario) or {key: swing.points for key, swing in _swings(project, scenario).items()}
    return tuple(sorted(worth, key=lambda metric: -worth[metric]))


def reference_size(project: Project, metric: str) -> float:
    """The small loss that a question starts from: one in a hundred of a rate, else a hundredth of its range."""
    if project.metrics[metric].type == "binary":
        return 0.01
    swing = project.scenario().swing.get(metric) or first_swing(project, metric, None)
    return abs(swing.best - swing.worst) / 100


def trade_offs(project: Project, reference: str) -> tuple[TradeOff, ...]:
    """What the present prices and points say about every other metric, in the project's order."""
    scenario = project.scenario()
    size = reference_size(project, reference)
    prices, swings = _prices(project, scenario), _swings(project, scenario)
    found = []
    for metric in project.metrics:
        if metric == reference:
            continue
        if reference in prices and metric in prices:
            found.append(TradeOff(reference, size, metric, prices[reference] / prices[metric] * size, "money"))
        elif reference in swings and metric in swings:
            ratio = _pace(swings[reference]) / _pace(swings[metric])
            found.append(TradeOff(reference, size, metric, ratio * size, "points"))
    return tuple(found)


def with_answer(project: Project, asked: TradeOff, size: float) -> Project:
    """The project in which a loss of `size` is as bad as the reference loss; raises ValueError unless `size` > 0.

    The price of the answered metric keeps the width of its range in proportion. Points stay between 0 and 100: where
    an answer asks for more, all other points shrink alike.
    """
    if size <= 0:
        raise ValueError("a loss that is compared must have a size")
    if asked.by == "money":
        return _with_price(project, asked, size)
    scenario = project.scenario()
    swings = dict(scenario.swing)
    swing = swings[asked.metric]
    points = _pace(swings[asked.reference]) * asked.reference_size / size * abs(swing.best - swing.worst)
    swings[asked.metric] = swing.model_copy(update={"points": points})
    largest = max(item.points for item in swings.values())
    if largest > MOST_POINTS:
        swings = {
            key: item.model_copy(update={"points": item.points * MOST_POINTS / largest}) for key, item in swings.items()
        }
    changed = project.with_item("scenarios", scenario.model_copy(update={"swing": swings}))
    return changed.confirm(scenario_path(scenario, "swing", asked.metric))


def with_equal_weights(project: Project, level_of: Callable[[str], float | None]) -> Project:
    """The project in which moving any product metric from its worst to its best counts the same.

    Metrics without a range get a first one, marked as assumed; `level_of` gives the baseline's level for it.
    """
    scenario = project.scenario()
    swings: dict[str, Swing] = {}
    assumed = list(project.assumed)
    for metric in weighable(project):
        known = scenario.swing.get(metric)
        if known is None:
            assumed.append(scenario_path(scenario, "swing", metric))
        swings[metric] = (known or first_swing(project, metric, level_of(metric))).model_copy(
            update={"points": MOST_POINTS}
        )
    changed = project.with_item("scenarios", scenario.model_copy(update={"swing": swings}))
    return changed.change(assumed=tuple(dict.fromkeys(assumed)))


def with_points_by_rank(project: Project) -> Project:
    """The project whose points follow from their order alone: rank-order centroid weights, the first metric at 100."""
    scenario = project.scenario()
    ranked = sorted(_swings(project, scenario), key=lambda metric: -scenario.swing[metric].points)
    weights = rank_order_weights(len(ranked))
    points = {metric: MOST_POINTS * weight / weights[0] for metric, weight in zip(ranked, weights, strict=True)}
    swings = {
        metric: swing.model_copy(update={"points": round(points[metric], 1)}) if metric in points else swing
        for metric, swing in scenario.swing.items()
    }
    return project.with_item("scenarios", scenario.model_copy(update={"swing": swings}))


def weighable(project: Project) -> tuple[str, ...]:
    """Metrics that a score may hold: those with a direction that are neither safety gates nor proxies."""
    return tuple(
        metric.id
        for metric in project.metrics.values()
        if metric.better is not None
        and project.role_of(metric.id) not in ("safety_gate", "monitor")
        and metric.lineage is None
    )


def _with_price(project: Project, asked: TradeOff, size: float) -> Project:
    money = project.scenario().money
    reference, entry = money[f"{asked.reference}|{EVERYONE}"], money[f"{asked.metric}|{EVERYONE}"]
    wanted = abs(reference.per_unit.base) * asked.reference_size / size
    sign = 1 if entry.per_unit.base > 0 else -1
    return with_money(project, entry.key, entry.per_unit.with_base(sign * wanted))


def _prices(project: Project, scenario: Scenario) -> dict[str, float]:
    return {
        entry.metric: abs(entry.per_unit.base)
        for entry in scenario.money.values()
        if entry.segment == EVERYONE and entry.per_unit.base and entry.metric in project.metrics
    }


def _swings(project: Project, scenario: Scenario) -> Mapping[str, Swing]:
    return {key: swing for key, swing in scenario.swing.items() if swing.points > 0 and key in project.metrics}


def _pace(swing: Swing) -> float:
    """Points per natural unit."""
    return swing.points / abs(swing.best - swing.worst)
