"""What is known of each unit beside its scores: segments, cluster, weight and answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.observations import Categories, FloatArray, IntArray, Problem
from tradeoff_app.readers.assembly import ArmRows
from tradeoff_app.readers.coded import Coded, unite_labels
from tradeoff_app.readers.roles import Roles


@dataclass(frozen=True)
class UnitFacts:
    """What is known of each unit, in the order of the units."""

    dimensions: dict[str, Categories]
    cluster: Categories | None
    weight: FloatArray | None
    problems: tuple[Problem, ...]


def collect_unit_facts(arms: Sequence[ArmRows], units: Sequence[str], roles: Roles) -> UnitFacts:
    """Segments, cluster and weight per unit; where arms disagree the baseline's value counts and it is said."""
    problems: list[Problem] = []
    dimensions: dict[str, Categories] = {}
    for name in roles.segments:
        dimensions[name], conflicts = _first_values(arms, len(units), name)
        if len(conflicts):
            shown = ", ".join(units[unit] for unit in conflicts[:3].tolist())
            text = (
                f"{name}: {len(conflicts):,} units have different values in different rows ({shown}); the first counts."
            )
            problems.append(Problem("warning", "segment_conflict", "", name, text, "Check which value is right."))
    cluster = _first_values(arms, len(units), roles.cluster)[0] if roles.cluster else None
    weight = _first_numbers(arms, len(units), roles.weight) if roles.weight else None
    return UnitFacts(dimensions, cluster, weight, tuple(problems))


def _first_values(arms: Sequence[ArmRows], count: int, name: str) -> tuple[Categories, IntArray]:
    """The first filled value of each unit, and the units with more than one value."""
    columns = [rows.arm.table.column(name) for rows in arms]
    coded = [
        Coded.empty(rows.arm.table.rows) if column is None else column.coded
        for rows, column in zip(arms, columns, strict=True)
    ]
    labels, parts = unite_labels(coded)
    found = np.full(count, -1, dtype=np.int64)
    conflicting = np.zeros(count, dtype=np.bool_)
    for rows, known in zip(arms, parts, strict=True):
        codes = known[rows.kept]
        units, codes = rows.unit[codes >= 0], codes[codes >= 0]
        is_new = found[units] < 0
        found[units[is_new][::-1]] = codes[is_new][::-1]
        conflicting[units[found[units] != codes]] = True
    return _sort_categories(Coded.from_codes(found, labels)), np.flatnonzero(conflicting)


def _sort_categories(coded: Coded) -> Categories:
    order = sorted(coded.labels)
    return Categories(tuple(order), coded.translate({label: code for code, label in enumerate(order)}))


def _first_numbers(arms: Sequence[ArmRows], count: int, name: str) -> FloatArray:
    found = np.full(count, np.nan)
    for rows in arms:
        column = rows.arm.table.column(name)
        if column is None or column.numbers is None:
            continue
        numbers = column.numbers[rows.kept]
        is_new = np.isnan(found[rows.unit]) & np.isfinite(numbers)
        found[rows.unit[is_new][::-1]] = numbers[is_new][::-1]
    return np.where(np.isfinite(found), found, 1.0)


def collect_outputs(arms: Sequence[ArmRows], units: Sequence[str], roles: Roles) -> dict[str, dict[str, str]]:
    """The first answer of each unit, per arm."""
    if roles.output is None:
        return {}
    outputs: dict[str, dict[str, str]] = {}
    for rows in arms:
        column = rows.arm.table.column(roles.output)
        if column is None:
            continue
        cells = column.texts()
        found: dict[str, str] = {}
        for unit, row in zip(rows.unit.tolist(), rows.kept.tolist(), strict=True):
            text = cells[row]
            if text is not None:
                found.setdefault(units[unit], text)
        if found:
            outputs[rows.arm.name] = found
    return outputs
