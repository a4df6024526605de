"""Results that a slider move does not change, kept beside the evidence they follow from."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar, cast

T = TypeVar("T")

LARGEST = 4_000
"""Entries that are kept, those that were asked for last: a long session must not grow without end."""


@dataclass
class Memo:
    """Remembers what a pure function made of a key; forgetting changes nothing but time. Threads may share it."""

    _made: dict[Hashable, object] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for this key, made now where it is new."""
        with self._lock:
            if key in self._made:
                found = self._made[key] = self._made.pop(key)
                return cast(T, found)
        made = make()  # outside of the lock, because it may recall parts of its own
        with self._lock:
            self._made[key] = made
            if len(self._made) > LARGEST:
                del self._made[next(iter(self._made))]
        return made
