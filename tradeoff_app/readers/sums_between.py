"""Rows that total or average other rows: known by the word that they begin with, wherever in the table they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from tradeoff_app.readers.header_rows import is_number_cell
from tradeoff_app.readers.reader import Cell

_SUM_WORDS = (
    r"grand|sub|sub-?totals?|total|totals|sum|average|avg|mean|median|overall|count|std|stdev|dev|deviation|standard|min|max|minimum"
    r"|maximum|all rows|summe|gesamt|zwischensumme|teilsumme|gesamtsumme|ø"
    r"|durchschnitt|mittelwert|schnitt|anzahl|moyenne|général|somme|promedio"
    r"|ensemble|suma|media|totale|somma|média|soma|totaal|gemiddelde|totalt|summa|genomsnitt|gennemsnit|średnia|razem|итого|всего"
    r"|среднее|toplam|ortalama|合計|総計|平均|总计|合计|平均值|합계|평균"
)
SUMMARY = re.compile(
    rf"\s*(?:(?:{_SUM_WORDS})(?:[\s:._-]+|(?=[(=\d])|$))+[\s:()n=\d.,%-]*|\s*n\s*(?:[:=][\s\d.,]*)?", re.IGNORECASE
)
SUM_OF_GROUP = re.compile(
    rf"\s*(?:{_SUM_WORDS})[\s:()_-]+(?P<after>.+?)[\s):]*|(?P<before>.+?)[\s:(_-]+(?:{_SUM_WORDS})[\s):]*",
    re.IGNORECASE,
)
MOST_SUMS = 0.2
LONGEST = 80
MOSTLY = 0.9

Row = Sequence[Cell]


@runtime_checkable
class FirstCells(Protocol):
    """Rows of several columns that tell their first cells without making each row."""

    def first_cells(self) -> Sequence[Cell]:
        """The first cell of each row, None where it is empty."""


def label_column(row: Row) -> int:
    """The first filled cell."""
    return next((index for index, cell in enumerate(row) if cell not in (None, "")), 0)


def is_summary(row: Row) -> bool:
    """Whether a row's first filled cell says that it sums up or averages the others."""
    if len(row) < 2:
        return False
    label = row[label_column(row)]
    return isinstance(label, str) and SUMMARY.fullmatch(label) is not None


def find_sums_between(rows: Sequence[Row], indices: Sequence[int], known: frozenset[int]) -> list[int]:
    """Sums among the results, such as "Subtotal" or "Average new" below the rows of the group "new".

    Such a row leaves a cell empty that results fill, or its word stands where every other row has an id of its own.
    """
    others = [index for index in indices if index not in known]
    firsts = rows.first_cells() if isinstance(rows, FirstCells) else [None] * len(rows)
    suspects = [index for index in others if _may_sum(firsts[index] or _find_label(rows[index]))]
    if not suspects or len(suspects) > MOST_SUMS * len(others):
        return []
    left_out = set(suspects)
    results = [rows[index] for index in others if index not in left_out]
    usual = _usually_filled(results)
    groups = {str(cell).strip().casefold() for row in results for cell in row if isinstance(cell, str)}
    return [index for index in suspects if _sums_up(rows[index], results, usual, groups)]


def _find_label(row: Row) -> Cell:
    return row[label_column(row)] if len(row) > 1 else None


def _may_sum(label: Cell) -> bool:
    return (
        isinstance(label, str)
        and len(label) <= LONGEST
        and (SUMMARY.fullmatch(label) is not None or SUM_OF_GROUP.fullmatch(label) is not None)
    )


def _sums_up(row: Row, results: Sequence[Row], usual: Sequence[int], groups: set[str]) -> bool:
    column = label_column(row)
    leaves_empty = any(at >= len(row) or row[at] in (None, "") for at in usual)
    if is_summary(row):
        return leaves_empty or _is_id(results, column)
    named = SUM_OF_GROUP.fullmatch(str(row[column]))
    group = (named["after"] or named["before"] or "") if named else ""
    return leaves_empty and group.strip().casefold() in groups


def _usually_filled(rows: Sequence[Row]) -> list[int]:
    """Columns that nearly all of these rows fill."""
    width = max(map(len, rows), default=0)
    filled = [sum(at < len(row) and row[at] not in (None, "") for row in rows) for at in range(width)]
    return [at for at, count in enumerate(filled) if count >= MOSTLY * len(rows)]


def _is_id(rows: Sequence[Row], column: int) -> bool:
    values = [row[column] for row in rows if column < len(row)]
    return len(set(values)) >= MOSTLY * len(rows)


def names_stand_over_numbers(rows: Sequence[Row], above: Sequence[int], row: int) -> bool:
    """Whether this row has text in a column in which (nearly) all rows above have numbers."""
    for column, cell in enumerate(rows[row]):
        if not isinstance(cell, str) or not cell or is_number_cell(cell):
            continue
        filled = [rows[index][column] for index in above if column < len(rows[index])]
        if filled and sum(map(is_number_cell, filled)) >= MOSTLY * len(above):
            return True
    return False
