"""One result file as a card: which side it is on and what was read from it."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from tradeoff_app.model.project import Source
from tradeoff_app.ui.widgets.card import Card
from tradeoff_app.ui.widgets.text import ElidedLabel, Ink, make_label
from tradeoff_app.wording.number_format import Numbers

SHORT_HASH = 12
ROWS = 4
"""Facts under each other before the next column begins."""


def facts(source: Source, numbers: Numbers) -> tuple[tuple[str, str], ...]:
    """Labels and what is true of the file; what it does not say is said to be unknown."""
    errors = "none"
    if source.error_rows:
        rows = "row" if source.error_rows == 1 else "rows"
        errors = f"{numbers.whole(source.error_rows)} {rows} in {numbers.whole(source.error_units)} units"
    form = f"{source.format} {source.format_version or ''}".strip()
    return (
        ("Rows", numbers.whole(source.rows)),
        ("Units", numbers.whole(source.units)),
        ("Errors", errors),
        ("Format", form),
        ("Model", source.model or "not said"),
        ("Run on", run_day(source.created)),
        ("SHA-256", source.sha256[:SHORT_HASH] or "not known"),
    )


def run_day(created: str | None) -> str:
    """The day of the run as the file writes it, without the time."""
    return created.split("T")[0] if created else "not said"


class FileCard(Card):
    """Side, name and facts; texts change in place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.side = make_label("", "small", "muted")
        self.name = ElidedLabel("", "strong")
        self.body.setSpacing(2)
        self.body.addWidget(self.side)
        self.body.addWidget(self.name)
        self.body.addSpacing(8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self.body.addLayout(self._grid)
        self._labels: list[tuple[QLabel, ElidedLabel]] = []

    def refresh(self, source: Source, side: str, ink: Ink, numbers: Numbers) -> None:
        """Show a file."""
        self.side.setText(side)
        self.side.setProperty("ink", ink)
        self.name.set_text(source.file)
        self.setAccessibleName(f"{side}: {source.file}")
        shown = facts(source, numbers)
        for place in range(len(self._labels), len(shown)):
            label, value = make_label("", "small", "muted"), ElidedLabel("", "body")
            row, column = place % ROWS, 2 * (place // ROWS)
            self._grid.addWidget(label, row, column)
            self._grid.addWidget(value, row, column + 1)
            self._labels.append((label, value))
        for (label, value), (title, text) in zip(self._labels, shown, strict=True):
            label.setText(title)
            value.set_text(text)
