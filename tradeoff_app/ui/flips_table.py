"""What would turn the verdict, in the dock: each input with its value now and the value that turns it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.explaining import ask
from tradeoff_app.ui.tables.hairline_table import HairlineTable
from tradeoff_app.ui.tables.plain_model import Cell, Column, Row
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.flips import is_reachable
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

MOST_FLIPS = 5


class FlipsTable(QWidget):
    """The inputs that would turn the verdict, with their value now and the value that turns it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._why = make_label("", "body", "muted", wraps=True)
        self.table = HairlineTable(
            (Column(""), Column(tr("now"), "right"), Column(tr("flips at"), "right")),
            name=tr("What would flip the verdict"),
            rows_are_links=True,
            padding=4,
        )
        self.table.stretch_column(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(make_label(tr("The verdict flips if"), "strong"))
        column.addWidget(self._why)
        column.addWidget(self.table)
        self.table.row_activated.connect(self._opened)

    def show_flips(self, document: Document, speaker: Speaker) -> None:
        """List the inputs that turn it, the nearest first."""
        items = [item for item in document.outcome.sensitivity.break_even if is_reachable(item)]
        items.sort(key=lambda item: abs((item.flips_at or 0.0) - item.now) / (abs(item.now) or 1.0))
        self.table.set_rows(
            [
                Row(
                    (
                        Cell(
                            speaker.tornado_input(item.input),
                            tip=typeset(speaker.break_even(item, document.outcome)),
                            is_assumed=is_assumed(document, item.input),
                        ),
                        Cell(typeset(speaker.input_value(item.input, item.now)), ink="muted"),
                        Cell(typeset(speaker.input_value(item.input, item.flips_at)), is_strong=True),
                    ),
                    item.input,
                    quantity=f"break_even:{item.input}",
                )
                for item in items[:MOST_FLIPS]
            ]
        )
        self.table.fit_height()
        self.table.setVisible(bool(items))
        self._why.setText("" if items else sentence_case(typeset(speaker.flip_line(document.outcome))))
        self._why.setVisible(not items)

    def _opened(self, path: str) -> None:
        ask(self.table, f"break_even:{path}")


def is_assumed(document: Document, path: str) -> bool:
    """Whether nobody confirmed an input that is named as the value names it."""
    kind, _, rest = path.partition("/")
    if kind == "exposure":
        stored = "exposure" if rest in ("", "*") else f"segments/{rest.partition('/')[0]}/exposure"
    else:
        stored = f"scenarios/{document.outcome.scenario}/{path}"
    return document.project.is_assumed(stored)
