"""Groups that hold others: a total under any name, and divisions of the same people that stand below each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from tradeoff_app.analysis.observations import Problem

CLOSE = 0.005
"""A total may be off by rounding: this share of it."""

Group = tuple[tuple[str, str], ...]


class Number(Protocol):
    """What is asked of a number: of which group, how many units."""

    @property
    def group(self) -> Group: ...
    @property
    def metric(self) -> str: ...
    @property
    def n(self) -> float: ...


@dataclass(frozen=True)
class Overlap:
    """The groups to leave out, the dimensions that remain, and what to say about it."""

    left_out: frozenset[Group] = frozenset()
    dimensions: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def find_overlap(arms: Sequence[Sequence[Number]], dimensions: tuple[str, ...]) -> Overlap:
    """What to leave out so that nobody is counted twice."""
    stacked = _find_stacked(arms, dimensions)
    if stacked is not None:
        return stacked
    groups = dict.fromkeys(number.group for arm in arms for number in arm)
    totals = frozenset(group for group in groups if len(groups) > 2 and _is_sum_of_rest(arms, group))
    if not totals:
        return Overlap(dimensions=dimensions)
    shown = ", ".join(" · ".join(label for _, label in group) for group in totals)
    text = f"Groups that hold all the others together were left out of the sums: {shown}."
    return Overlap(totals, dimensions, (Problem("info", "total_rows", "", "", text, "They are made from the others."),))


def _sizes(arm: Sequence[Number]) -> dict[Group, float]:
    sizes: dict[Group, float] = {}
    for number in arm:
        sizes[number.group] = max(number.n, sizes.get(number.group, 0.0))
    return sizes


def _is_sum_of_rest(arms: Sequence[Sequence[Number]], group: Group) -> bool:
    """Whether a group has as many units as all others together, in every arm."""
    for arm in arms:
        sizes = _sizes(arm)
        own = sizes.pop(group, 0.0)
        if not sizes or own <= 0 or abs(own - sum(sizes.values())) > CLOSE * own:
            return False
    return True


def _find_stacked(arms: Sequence[Sequence[Number]], dimensions: tuple[str, ...]) -> Overlap | None:
    """`dimension, value`: each value under one dimension, and every dimension divides as many units.

    The first division is kept: the others are the same people once more.
    """
    if len(dimensions) != 2:
        return None
    for kind, value in (dimensions, dimensions[::-1]):
        owners: dict[str, set[str]] = {}
        for group in {number.group for arm in arms for number in arm}:
            labels = dict(group)
            owners.setdefault(labels.get(value, ""), set()).add(labels.get(kind, ""))
        kinds = list(dict.fromkeys(dict(number.group).get(kind, "") for arm in arms for number in arm))
        has_parts = sum(len(names) for names in owners.values()) > len(kinds)
        is_nested = len(kinds) > 1 and has_parts and all(len(names) == 1 for names in owners.values())
        if is_nested and all(_divide_alike(arm, kind, kinds) for arm in arms):
            return _keep_first(arms, kind, value, kinds)
    return None


def _divide_alike(arm: Sequence[Number], kind: str, kinds: Sequence[str]) -> bool:
    sums = dict.fromkeys(kinds, 0.0)
    for group, n in _sizes(arm).items():
        sums[dict(group).get(kind, "")] += n
    largest = max(sums.values())
    return all(abs(total - largest) <= 4 * CLOSE * largest for total in sums.values())


def _keep_first(arms: Sequence[Sequence[Number]], kind: str, value: str, kinds: Sequence[str]) -> Overlap:
    counts: dict[str, set[Group]] = {name: set() for name in kinds}
    for arm in arms:
        for number in arm:
            counts[dict(number.group).get(kind, "")].add(number.group)
    first = next((name for name in kinds if len(counts[name]) > 1), kinds[0])
    left_out = frozenset(group for name in kinds if name != first for group in counts[name])
    others = ", ".join(name for name in kinds if name != first)
    text = f"The same units stand there by {', '.join(kinds)}: only {first!r} was read, so that nobody counts twice."
    hint = f"Give a file without {first!r} to compare by {others}."
    return Overlap(left_out, (value,), (Problem("warning", "stacked_divisions", "", kind, text, hint),))
