"""Which of two files is the version in use: a guess from their names and dates, for the user to swap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

BEFORE = ("before", "baseline", "base", "old", "previous", "prev", "control", "current", "prod", "main", "reference")
AFTER = ("after", "candidate", "new", "next", "treatment", "variant", "proposed", "experiment", "challenger")


def order_by_time(paths: Sequence[Path]) -> list[Path]:
    """The files with the one that looks like the version in use first; the others stay in their order."""
    first = min(range(len(paths)), key=lambda index: (_rank(paths[index]), _version(paths[index]), _age(paths[index])))
    return [paths[first], *(path for index, path in enumerate(paths) if index != first)]


def _rank(path: Path) -> int:
    words = set(re.split(r"[^a-z]+", path.stem.lower()))
    if words & set(BEFORE):
        return 0
    return 2 if words & set(AFTER) else 1


def _version(path: Path) -> tuple[int, ...]:
    """The numbers of the name in order, so that 4.9 comes before 4.10; long ones are ids or dates and count as well."""
    return tuple(int(digits) for digits in re.findall(r"\d{1,12}", path.stem))


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
