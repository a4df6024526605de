"""Undo and redo over frozen values; a drag is one step because its changes share a key."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

LONGEST = 500
"""Steps that can be taken back; older ones are forgotten, so that a long session does not grow without end."""


@dataclass(frozen=True)
class Step(Generic[T]):
    """The value before a change, and the change's name as the Undo command shows it."""

    before: T
    after: T
    name: str
    key: str | None


@dataclass
class History(Generic[T]):
    """A value with its past and future; changes with the same open key are one step until `close_step`."""

    value: T
    _past: list[Step[T]] = field(default_factory=list)
    _future: list[Step[T]] = field(default_factory=list)
    _open_key: str | None = None

    def push(self, value: T, name: str, key: str | None = None) -> None:
        """Make `value` the current one as a named step; with the key of the step still open, widen that step."""
        if key is not None and key == self._open_key and self._past:
            first = self._past.pop()
            self._past.append(Step(first.before, value, name, key))
        else:
            self._past.append(Step(self.value, value, name, key))
        del self._past[:-LONGEST]
        self._open_key = key
        self._future.clear()
        self.value = value

    def keep_at_most(self, most: int, part_of: Callable[[T], object]) -> None:
        """Forget the oldest steps, so that the past holds at most `most` distinct parts, told apart by identity."""
        parts: set[int] = set()
        for number, step in enumerate(reversed(self._past)):
            parts.add(id(part_of(step.before)))
            if len(parts) > most:
                del self._past[: len(self._past) - number]
                return

    def close_step(self) -> None:
        """End the open step: the next change is a step of its own, whatever its key."""
        self._open_key = None

    def undo(self) -> str | None:
        """Go back one step; the step's name, or None where there is nothing to undo."""
        if not self._past:
            return None
        step = self._past.pop()
        self._future.append(step)
        self.value = step.before
        self._open_key = None
        return step.name

    def redo(self) -> str | None:
        """Go forward one step; the step's name, or None where there is nothing to redo."""
        if not self._future:
            return None
        step = self._future.pop()
        self._past.append(step)
        self.value = step.after
        self._open_key = None
        return step.name

    def reset(self, value: T) -> None:
        """Start over from `value`, without past or future."""
        self.value = value
        self._past.clear()
        self._future.clear()
        self._open_key = None

    @property
    def undo_name(self) -> str | None:
        """Name of the step that undo would take back."""
        return self._past[-1].name if self._past else None

    @property
    def redo_name(self) -> str | None:
        """Name of the step that redo would bring again."""
        return self._future[-1].name if self._future else None
