"""Notes on anything, kept in the project under what they are about, so that new data leaves them where they are."""

from __future__ import annotations

from tradeoff_app.model.project import Project


def metric_key(metric: str) -> str:
    """Where the note on a metric is kept."""
    return f"metrics/{metric}"


def cell_key(metric: str, segment: str) -> str:
    """Where the note on a metric in a segment is kept."""
    return f"cells/{metric}|{segment}"


def example_key(unit: str) -> str:
    """Where the note on a unit is kept, whichever cell it is looked at in."""
    return f"examples/{unit}"


def note_on(project: Project, key: str) -> str:
    """The note under a key; empty where there is none."""
    return project.notes.get(key, "")


def with_note(project: Project, key: str, text: str) -> Project:
    """The project with another note under a key; an empty one takes it away."""
    notes = {known: note for known, note in project.notes.items() if known != key}
    if text:
        notes[key] = text
    return project.change(notes=notes)
