"""Draws that stay from one slider move to the next: only sums over a term that changed are drawn anew."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

from tradeoff_app.analysis.value_terms import Term

T = TypeVar("T")


class KeptDraws:
    """One result per key, with the terms that it was made of; it is used again while they are the same."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[Term, ...], object]] = {}

    def recall(self, key: Hashable, terms: tuple[Term, ...], make: Callable[[], T]) -> T:
        """What was made of these terms for this key, made now where one of them is another."""
        kept = self._kept.get(key)
        if kept is None or len(kept[0]) != len(terms) or not all(map(_are_alike, kept[0], terms)):
            kept = self._kept[key] = terms, make()
        return cast(T, kept[1])


def _are_alike(first: Term, second: Term) -> bool:
    """Whether two terms have the same draws. Ranges never change, so the same object is enough, and fast to see."""
    return (
        first.price is second.price
        and first.link is second.link
        and first.volume is second.volume
        and first.transport is second.transport
        and first.rollout == second.rollout
        and (first.arm, first.column) == (second.arm, second.column)
        and first.price_path == second.price_path
        and first.volume_path == second.volume_path
        and first.transport_path == second.transport_path
    )
