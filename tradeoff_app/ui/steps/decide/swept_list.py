"""What got worse without standing under a gate: one row a metric, with the segments in which it did."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

COLUMNS = (LedgerColumn("", 190, gap=16), LedgerColumn("", 200, stretch=1))
MOST_PLACES = 4
"""Segments that a row names; more are counted."""


class SweptList(QWidget):
    """Nothing here needs an answer; it is shown so that nobody finds it out later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[tuple[str, str], ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(make_label(tr("Also worse, outside the gates"), "strong"))
        self._ledger = Ledger(COLUMNS, row_height=31, has_heads=False)
        column.addWidget(self._ledger)

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Metric and places as they are shown."""
        return self._shown

    def refresh(self, effects: Sequence[Effect], speaker: Speaker) -> None:
        """List other effects; the rows stay where the list is the same."""
        self.setVisible(bool(effects))
        rows = swept_rows(effects, speaker)
        if rows == self._shown:
            return
        self._shown = rows
        self._ledger.clear()
        for metric, places in rows:
            labels = make_label(metric, wraps=True), make_label(places, "body", "muted", wraps=True)
            for label in labels:
                label.setContentsMargins(0, 5, 0, 5)
            self._ledger.add_row(metric, list(labels))


def swept_rows(effects: Sequence[Effect], speaker: Speaker) -> tuple[tuple[str, str], ...]:
    """Each metric with where it got worse: "Cost per answer", "all users, free tier and 9 more segments"."""
    places: dict[str, list[str]] = {}
    for effect in effects:
        places.setdefault(effect.metric, []).append(speaker.voice.segment_inside(effect.segment))
    return tuple(
        (typeset(speaker.metric(metric)), typeset(_listed(names, speaker))) for metric, names in places.items()
    )


def _listed(names: list[str], speaker: Speaker) -> str:
    if len(names) > MOST_PLACES + 1:
        names = [*names[:MOST_PLACES], tr("{count} more segments", count=len(names) - MOST_PLACES)]
    return speaker.voice.language.listed(names)
