"""What the matrix says, as texts and numbers ready to paint: no widget, no arithmetic on evidence."""

from __future__ import annotations

from dataclasses import dataclass

from tradeoff_app.ui.widgets.interval import IntervalBar
from tradeoff_app.ui.widgets.marks import Mark


@dataclass(frozen=True)
class CellContent:
    """One metric in one segment. Where nothing can be shown, `why` says the reason and the other texts are empty.

    `mark` and `word` say the state; `second` stands in the place of the bar where there is none. `quantity` is the
    address that explains its number.
    """

    metric: str
    segment: str
    before: str = ""
    after: str = ""
    change: str = ""
    second: str = ""
    bar: IntervalBar | None = None
    mark: Mark = "not_measured"
    word: str = ""
    why: str = ""
    quantity: str = ""
    note: str = ""

    @property
    def is_selectable(self) -> bool:
        """Whether there is a measured cell to look at more closely."""
        return not self.why


@dataclass(frozen=True)
class MetricLine:
    """One metric: its name, unit line, and a cell for each column.

    A proxy stands under the metric that it stands for; its badge says whether it agrees, as an alarm where it doesn't,
    `remark` then what both say.
    """

    metric: str
    name: str
    unit_line: str
    cells: tuple[CellContent, ...]
    is_proxy: bool = False
    badge: str = ""
    is_alarm: bool = False
    note: str = ""
    remark: str = ""


@dataclass(frozen=True)
class GroupLine:
    """A head between metrics with a small remark."""

    title: str
    remark: str


Line = MetricLine | GroupLine


@dataclass(frozen=True)
class ColumnHead:
    """One segment: its name and, below, how many it stands for."""

    segment: str
    name: str
    note: str


@dataclass(frozen=True)
class MatrixContent:
    """The whole matrix in the order in which it is shown."""

    columns: tuple[ColumnHead, ...]
    lines: tuple[Line, ...]

    @property
    def shape_key(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Ids of columns and lines: while they stay the same the view keeps its cells and only their texts change."""
        return (
            tuple(column.segment for column in self.columns),
            tuple(line.metric if isinstance(line, MetricLine) else f"group:{line.title}" for line in self.lines),
        )

    def position(self, metric: str | None, segment: str) -> tuple[int, int] | None:
        """Row and column of a cell; None where the matrix does not show it."""
        columns = [column.segment for column in self.columns]
        for row, line in enumerate(self.lines):
            if isinstance(line, MetricLine) and line.metric == metric and segment in columns:
                return row, columns.index(segment)
        return None


EMPTY = MatrixContent((), ())
