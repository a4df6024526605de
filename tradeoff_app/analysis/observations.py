"""Checked rows as arrays: what every reader returns and the only thing that evidence is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np

from tradeoff_app.analysis.wide_rows import ROW_NAMES, WideRows
from tradeoff_app.model.metric import Better, MetricType, Status

STATUSES: tuple[Status, ...] = get_args(Status)
"""Row statuses in the order of their codes; 0 is `ok`."""

IntArray = np.ndarray[tuple[Any, ...], np.dtype[np.int64]]
FloatArray = np.ndarray[tuple[Any, ...], np.dtype[np.float64]]
BoolArray = np.ndarray[tuple[Any, ...], np.dtype[np.bool_]]

SPREAD_NAMES = frozenset({*ROW_NAMES, "metric", "status"})


@dataclass(frozen=True)
class Problem:
    """Something the PM should know about a file: what, where, and what to do. `level` is info, warning or error."""

    level: Literal["info", "warning", "error"]
    code: str
    file: str
    place: str
    text: str
    hint: str = ""


@dataclass(frozen=True)
class Categories:
    """A text column as codes: `codes[i]` indexes `labels`, -1 where the cell was empty."""

    labels: tuple[str, ...]
    codes: IntArray

    @classmethod
    def from_texts(cls, texts: Sequence[str | None]) -> Categories:
        """Sorted labels and their codes; None becomes -1."""
        labels = tuple(sorted({text for text in texts if text is not None}))
        index = {label: code for code, label in enumerate(labels)}
        return cls(labels, np.array([-1 if text is None else index[text] for text in texts], dtype=np.int64))


@dataclass(frozen=True)
class SourceFile:
    """One result file as it was read; `units` and `error_units` count distinct units, `rows` result rows."""

    file: str
    sha256: str
    bytes: int
    format: str
    format_version: str | None
    arm: str | None
    model: str | None
    created: str | None
    rows: int
    units: int
    error_rows: int
    error_units: int
    tool_version: str | None = None
    judge: str | None = None


@dataclass(frozen=True)
class PromptMatch:
    """How many units both arms say the prompt of, and for how many of them it differs."""

    units: int
    differing: int


@dataclass(frozen=True)
class ColumnPart:
    """What part a column of the files plays: `unit`, `metric`, `segment` and so on, `unused` where it plays none."""

    name: str
    part: str


@dataclass(frozen=True)
class MeasuredMetric:
    """What the files say about a metric; `assumed` names the fields that were proposed, not stated."""

    name: str
    type: MetricType
    better: Better | None
    scale: tuple[float, float] | None = None
    unit: str | None = None
    tier: Literal["automated", "human", "ab"] = "automated"
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rows:
    """The canonical long table, one entry per arm x unit x repeat x rater x metric, all arrays of one length.

    `value` is NaN where nothing was scored; `status` holds codes into STATUSES; `rater` is -1 where there is none;
    `denominator` is 1 except for ratio metrics. Where the files hold numbers of groups instead of units, each "unit" is
    a group, `value` its mean, `n` how many units the group has and `sd` their standard deviation (NaN: not known).
    """

    arm: IntArray
    unit: IntArray
    repeat: IntArray
    rater: IntArray
    metric: IntArray
    value: FloatArray
    status: IntArray
    denominator: FloatArray | None = None
    n: FloatArray | None = None
    sd: FloatArray | None = None

    @classmethod
    def of_wide(cls, wide: WideRows) -> Rows:
        """The same table where all metrics have the same rows: codes are spread out only while they are used."""
        rows = object.__new__(cls)
        object.__setattr__(rows, "_wide", wide)
        object.__setattr__(rows, "value", wide.values.reshape(-1))
        if wide.denominators is not None:
            object.__setattr__(rows, "denominator", wide.denominators.reshape(-1))
        return rows

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> IntArray:
            """A column that is not there as such; type checkers are not told, so that they still know the columns."""
            wide = self.__dict__.get("_wide")
            if wide is None or name not in SPREAD_NAMES:
                raise AttributeError(name)
            return wide.spread(name)

    @property
    def wide(self) -> WideRows | None:
        """What all metrics share, where they do."""
        return self.__dict__.get("_wide")

    def of_metric(self, metric: int) -> Rows:
        """The rows of one metric."""
        if self.wide is not None:
            return Rows(**self.wide.columns_of(metric))
        return self.take(self.metric == metric)

    def take(self, chosen: BoolArray) -> Rows:
        """The rows of a mask."""
        known = {column.name: getattr(self, column.name) for column in fields(self)}
        taken: dict[str, Any] = {name: None if values is None else values[chosen] for name, values in known.items()}
        return Rows(**taken)


@dataclass(frozen=True)
class Observations:
    """Everything that was read from the files of one project.

    `arms[0]` is the baseline. `units` are sorted ids (text, as in the file). Per-unit arrays follow that order:
    `dimensions` (segment columns), `cluster` (None: each unit is its own), `weight` (None: all 1).
    `labels` keeps raw letters or classes per metric name; `outputs` the answers, by arm and unit, if files have them;
    `questions` what was asked, by unit, beside them. `prompts` compares by candidate what was sent, where files say it.
    `columns` says what was made of every column of the files.
    """

    arms: tuple[str, ...]
    units: Sequence[str]
    metrics: tuple[MeasuredMetric, ...]
    rows: Rows
    dimensions: Mapping[str, Categories] = field(default_factory=dict)
    cluster: Categories | None = None
    weight: FloatArray | None = None
    raters: tuple[str, ...] = ()
    files: tuple[SourceFile, ...] = ()
    problems: tuple[Problem, ...] = ()
    outputs: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)
    randomised: bool = False
    pairing: Literal["auto", "paired", "unpaired"] = "auto"
    unit_column: str | None = None
    columns: tuple[ColumnPart, ...] = ()
    prompts: Mapping[str, PromptMatch] = field(default_factory=dict)

    @property
    def are_aggregates(self) -> bool:
        """Whether the files hold numbers of groups instead of units: no distributions, no pairing."""
        return self.rows.n is not None

    def metric_index(self, name: str) -> int:
        """Position of the metric of this name; raises KeyError where no file has it."""
        for index, metric in enumerate(self.metrics):
            if metric.name == name:
                return index
        raise KeyError(name)
