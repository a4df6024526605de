"""Examples for the briefing: chosen by hand, kept in the project with personal data hidden and long texts cut."""

from __future__ import annotations

from tradeoff_app.app.examples import Example, Examples, Pick, Place
from tradeoff_app.app.masking import mask
from tradeoff_app.model.example import KeptExample
from tradeoff_app.model.project import Project

LONGEST = 4000
"""Characters of an answer or a question that a project keeps: a briefing shows no more."""


def keep(project: Project, example: Example, place: Place, pick: Pick, seed: int, count: int) -> Project:
    """The project with one more example; its texts are masked whatever the screen shows."""
    kept = KeptExample(
        unit=example.unit,
        metric=place.metric.id,
        segment=place.segment,
        candidate=place.candidate,
        pick=pick,
        seed=seed,
        count=count,
        before=_kept_text(example.before),
        after=_kept_text(example.after),
        question=_kept_text(example.question),
        value_before=example.value_before,
        value_after=example.value_after,
    )
    return project.change(examples={**project.examples, kept.key: kept})


def let_go(project: Project, place: Place, unit: str) -> Project:
    """The project without one example."""
    gone = kept_key(place, unit)
    return project.change(examples={key: item for key, item in project.examples.items() if key != gone})


def is_kept(project: Project, place: Place, unit: str) -> bool:
    """Whether the briefing shows a unit as an example of this cell."""
    return kept_key(place, unit) in project.examples


def kept_in(project: Project, place: Place) -> Examples:
    """The examples that were kept for a cell, whether the rows are at hand or not."""
    found = [item for item in project.examples.values() if item.cell == (place.metric.id, place.segment)]
    shown = tuple(
        Example(item.unit, item.before, item.after, item.value_before, item.value_after, item.question)
        for item in found
        if item.candidate == place.candidate
    )
    return Examples(shown, len(shown), None if shown else "none_kept")


def kept_key(place: Place, unit: str) -> str:
    """Where the project keeps an example."""
    return f"{place.metric.id}|{place.segment}|{unit}"


def _kept_text(text: str | None) -> str | None:
    if text is None:
        return None
    masked = mask(text)
    return masked if len(masked) <= LONGEST else f"{masked[: LONGEST - 1]}…"
