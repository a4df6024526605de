"""Results that a slider move does not change, kept beside the evidence they follow from."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import TypeVar, cast

T = TypeVar("T")

LARGEST = 20_000
"""Entries after which everything is forgotten: a long session must not grow without end."""


@dataclass
class Memo:
    """Remembers what a pure function made of a key; forgetting changes nothing but time."""

    _made: dict[Hashable, object] = field(default_factory=dict)

    def recall(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for this key, made now where it is new."""
        if key not in self._made:
            if len(self._made) >= LARGEST:
                self._made.clear()
            self._made[key] = make()
        return cast(T, self._made[key])
