"""Weights that were agreed once and serve again: points by metric, some that come with the program and the user's own.

A template names metrics by words; it fits a project's metric where its id, source or label holds one of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tradeoff_app.app.own_files import config_folder, write_json
from tradeoff_app.app.trade_offs import weighable
from tradeoff_app.app.value_inputs import first_swing, scenario_path
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project
from tradeoff_app.model.scenario import Swing

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "weight_templates"
SCHEMA = "tradeoff/weights@1"
MOST_BYTES = 200_000


@dataclass(frozen=True)
class TemplateLine:
    """Words that a metric is recognised by, and its points, 0 to 100; worst and best where they were agreed."""

    words: tuple[str, ...]
    points: float
    worst: float | None = None
    best: float | None = None


@dataclass(frozen=True)
class WeightTemplate:
    """A name and its lines; `is_own` where the user made it."""

    title: str
    lines: tuple[TemplateLine, ...]
    is_own: bool = False


def own_folder() -> Path:
    """Where the user's templates lie."""
    return config_folder() / "weight_templates"


def list_templates() -> tuple[WeightTemplate, ...]:
    """The user's templates, then those that come along, each by title; a file that is none is passed over."""
    found = []
    for folder, is_own in ((own_folder(), True), (SHIPPED, False)):
        templates = (_read(path, is_own=is_own) for path in sorted(folder.glob("*.json")))
        found += sorted((item for item in templates if item is not None), key=lambda item: item.title.lower())
    return tuple(found)


def fitting(template: WeightTemplate, project: Project) -> dict[str, TemplateLine]:
    """The line that fits each metric of the project; a line serves one metric, a whole name before a part of one."""
    taken: dict[str, TemplateLine] = {}
    metrics = [project.metrics[key] for key in weighable(project)]
    for test in (_is_named, _holds_a_word):
        for line in template.lines:
            if line in taken.values():
                continue
            metric = next((item for item in metrics if item.id not in taken and test(item, line)), None)
            if metric is not None:
                taken[metric.id] = line
    return taken


def with_template(project: Project, template: WeightTemplate, levels: Mapping[str, float | None]) -> Project:
    """The project weighed as the template says; metrics that it does not name lose their points.

    Ranges that the project has stay; new ones are marked as assumed. `levels` gives the baseline's level by metric.
    """
    scenario = project.scenario()
    lines = fitting(template, project)
    swings = {key: swing.model_copy(update={"points": 0.0}) for key, swing in scenario.swing.items()}
    assumed = list(project.assumed)
    for metric, line in lines.items():
        known = scenario.swing.get(metric)
        if known is None:
            assumed.append(scenario_path(scenario, "swing", metric))
        swings[metric] = _swing(known or first_swing(project, metric, levels.get(metric)), line, is_new=known is None)
    changed = project.with_item("scenarios", scenario.model_copy(update={"swing": swings}))
    return changed.change(assumed=tuple(dict.fromkeys(assumed)))


def save_template(project: Project, title: str) -> bool:
    """Keep the project's weights under a title; False where they could not be written."""
    lines = [
        {
            "words": list(dict.fromkeys((key, project.metrics[key].name))),
            "points": swing.points,
            "worst": swing.worst,
            "best": swing.best,
        }
        for key, swing in project.scenario().swing.items()
        if key in project.metrics and swing.points > 0
    ]
    name = re.sub(r"[^\w-]+", "-", title.lower()).strip("-")[:60] or "weights"
    return write_json(own_folder() / f"{name}.json", {"schema": SCHEMA, "title": title, "metrics": lines})


def _swing(swing: Swing, line: TemplateLine, *, is_new: bool) -> Swing:
    update: dict[str, Any] = {"points": line.points}
    if is_new and line.worst is not None and line.best is not None and line.worst != line.best:
        update |= {"worst": line.worst, "best": line.best}
    return swing.model_copy(update=update)


def _is_named(metric: Metric, line: TemplateLine) -> bool:
    names = {_plain(name) for name in (metric.id, metric.source or "", metric.name)}
    return any(_plain(word) in names for word in line.words)


def _holds_a_word(metric: Metric, line: TemplateLine) -> bool:
    said = f" {_plain(metric.id)} {_plain(metric.source or '')} {_plain(metric.name)} "
    return any(f" {_plain(word)}" in said for word in line.words if _plain(word))


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name.lower()).strip()


def _read(path: Path, *, is_own: bool) -> WeightTemplate | None:
    try:
        if path.stat().st_size > MOST_BYTES:
            return None
        stored = json.loads(path.read_text(encoding="utf-8"))
        lines = tuple(_line(item) for item in stored["metrics"])
        title = stored["title"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return WeightTemplate(title, lines, is_own) if isinstance(title, str) and title and lines else None


def _line(item: Mapping[str, Any]) -> TemplateLine:
    points = min(100.0, max(0.0, float(item["points"])))
    words = tuple(word for word in item["words"] if isinstance(word, str))
    worst, best = item.get("worst"), item.get("best")
    ends = (worst, best) if isinstance(worst, int | float) and isinstance(best, int | float) else (None, None)
    return TemplateLine(words, points, *ends)
