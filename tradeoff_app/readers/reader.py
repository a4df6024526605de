"""What a file format must offer, and the raw table that every format gives back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol, cast

import numpy as np

from tradeoff_app.analysis.observations import FloatArray, IntArray, Problem
from tradeoff_app.model.metric import Better, MetricType, Status, Tier
from tradeoff_app.readers.coded import Coded, LazyCells

if TYPE_CHECKING:
    from tradeoff_app.model.mapping import ColumnMapping
    from tradeoff_app.readers.source import Source

Cell = str | int | float | bool | None
Progress = Callable[[float, str], None]
Role = Literal[
    "unit",
    "repeat",
    "rater",
    "metric",
    "segment",
    "status",
    "output",
    "attribute",
    "weight",
    "cluster",
    "checksum",
    "prompt",
    "ignore",
]


@dataclass(frozen=True)
class FileSample:
    """The first bytes of a file (unpacked where it is gzip), its last ones, and its members where it is a ZIP."""

    name: str
    size: int
    head: bytes
    tail: bytes = b""
    text: str = ""
    members: tuple[str, ...] | None = None
    is_gzip: bool = False

    @property
    def first_character(self) -> str:
        """The first character of the text that is no blank; empty where the file is binary."""
        return self.text.lstrip()[:1]


@dataclass(frozen=True)
class MetricHint:
    """What a tool's own format says about a metric; None is proposed from the values."""

    type: MetricType | None = None
    better: Better | None = None
    scale: tuple[float, float] | None = None
    unit: str | None = None
    stated: tuple[str, ...] = ()
    tier: Tier | None = None


@dataclass(frozen=True)
class RawColumn:
    """One column as the file holds it.

    `numbers` has one float per row (NaN where the cell is empty or no number) where the column reads as numbers.
    `role` is None in generic tables: it is proposed from the values of all files together. `statuses` say why single
    cells of a metric have no score (a judge that failed); None where the row's status says all.
    """

    name: str
    cells: Sequence[Cell]
    numbers: FloatArray | None = None
    role: Role | None = None
    hint: MetricHint | None = None
    is_typed: bool = False
    has_percent: bool = False
    currency: str | None = None
    statuses: list[Status] | None = None

    def take(self, rows: IntArray) -> RawColumn:
        """The same column with these rows only, in this order."""
        cells = self.cells.take(rows) if isinstance(self.cells, LazyCells) else self._pick(rows)
        statuses = None if self.statuses is None else [self.statuses[row] for row in rows.tolist()]
        numbers = None if self.numbers is None else self.numbers[rows]
        return replace(self, cells=cells, numbers=numbers, statuses=statuses)

    def texts(self) -> list[str | None]:
        """Cells as text the way the file writes them; None where empty. One list for all callers: not to be changed.

        Whole numbers that a data frame wrote as `17.0` throughout lose their `.0`, so that they match `17` elsewhere.
        """
        return self._texts

    def _pick(self, rows: IntArray) -> list[Cell]:
        return [self.cells[row] for row in rows.tolist()]

    @property
    def is_filled(self) -> bool:
        """Whether any cell holds something."""
        return (self.numbers is not None and bool(np.isfinite(self.numbers).any())) or bool(self.coded.labels)

    @cached_property
    def coded(self) -> Coded:
        """The texts as codes: what most measurements need, made once."""
        if not isinstance(self.cells, LazyCells):
            return Coded.from_texts(self._texts)
        coded = self.cells.coded
        if self.numbers is None or not all(label.endswith(".0") for label in coded.labels):
            return coded
        return Coded(coded.codes, tuple(label.removesuffix(".0") for label in coded.labels))

    @cached_property
    def _texts(self) -> list[str | None]:
        if isinstance(self.cells, LazyCells):
            return self.coded.texts()
        cells: list[Cell] = [*self.cells]
        if self.is_typed:
            cells = [cell if cell.__class__ is str and cell else write_cell(cell) for cell in cells]
        texts = cast("list[str | None]", cells)
        if self.numbers is None or not all(text is None or text.endswith(".0") for text in texts):
            return texts
        return [None if text is None else text.removesuffix(".0") for text in texts]


def read_fact(value: object) -> str | None:
    """A fact about a file (model, version, date) as text; None where the file has something else there."""
    return value if isinstance(value, str) and value else None


def write_cell(cell: Cell) -> str | None:
    """A cell as an id or label: whole numbers without a decimal point, truth values in lower case."""
    if cell is None or cell == "":
        return None
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


@dataclass(frozen=True)
class RawTable:
    """One run of a file: equal columns, who wrote it, and what is odd about it.

    `statuses` holds one row status per row where the format knows them; `places` a word for each row ("line 17").
    `is_randomised` says that each unit was assigned to this run and has no row in another.
    `run` names the run where a file holds several; `aliases` are other names it goes by. `question` names the column
    that holds what was asked, where the format knows it.
    """

    format: str
    columns: tuple[RawColumn, ...]
    rows: int
    run: str | None = None
    aliases: tuple[str, ...] = ()
    statuses: list[Status] | None = None
    places: PlaceNames | None = None
    problems: tuple[Problem, ...] = ()
    format_version: str | None = None
    tool_version: str | None = None
    model: str | None = None
    created: str | None = None
    judge: str | None = None
    is_native: bool = False
    is_randomised: bool = False
    question: str | None = None

    def column(self, name: str) -> RawColumn | None:
        """The column of this name; None where there is none."""
        return self._by_name.get(name)

    def with_role(self, role: Role) -> tuple[RawColumn, ...]:
        """The columns that the format says play this part."""
        return self._by_role.get(role, ())

    @cached_property
    def _by_name(self) -> dict[str, RawColumn]:
        """The first column of each name: tables of thousands of columns are asked for each of them."""
        return {column.name: column for column in reversed(self.columns)}

    @cached_property
    def _by_role(self) -> dict[Role | None, tuple[RawColumn, ...]]:
        found: dict[Role | None, list[RawColumn]] = {}
        for column in self.columns:
            found.setdefault(column.role, []).append(column)
        return {role: tuple(columns) for role, columns in found.items()}

    def take(self, rows: IntArray) -> RawTable:
        """The same table with these rows only."""
        return replace(
            self,
            columns=tuple(column.take(rows) for column in self.columns),
            rows=len(rows),
            statuses=None if self.statuses is None else [self.statuses[row] for row in rows.tolist()],
            places=None if self.places is None else self.places.take(rows),
        )


@dataclass(frozen=True)
class PlaceNames:
    """Where each row stands in its file: a word ("line", "row", "record") and a number per row."""

    word: str
    numbers: IntArray = field(repr=False)

    def name(self, row: int) -> str:
        """The place of one row as people read it."""
        return f"{self.word} {int(self.numbers[row])}"

    def take(self, rows: IntArray) -> PlaceNames:
        """The places of these rows."""
        return PlaceNames(self.word, self.numbers[rows])

    @classmethod
    def counted(cls, word: str, rows: int, first: int = 1) -> PlaceNames:
        """Consecutive places from `first` on."""
        return cls(word, np.arange(first, first + rows, dtype=np.int64))


class Format(Protocol):
    """A kind of file; recognised by its content, never by its extension alone."""

    @property
    def id(self) -> str:
        """Short name that projects and documents carry."""
        ...

    @property
    def label(self) -> str:
        """Name as people read it."""
        ...

    def recognise(self, sample: FileSample) -> float:
        """0 for "not mine" up to 1 for "certainly mine"."""
        ...

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """The runs that the file holds; raises ReadError."""
        ...


def stay_silent(share: float, text: str) -> None:
    """Progress that nobody watches."""
