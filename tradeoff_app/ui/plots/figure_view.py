"""A figure with its title, ready for any page, and all that can be taken from it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.figures.lighting import has_rows
from tradeoff_app.figures.spec import FigureSpec
from tradeoff_app.ui.dialogs.save_bytes import save_bytes
from tradeoff_app.ui.explaining import add_entry
from tradeoff_app.ui.file_names import file_name
from tradeoff_app.ui.plots.canvas import PlotCanvas
from tradeoff_app.ui.plots.frame import with_axes_of
from tradeoff_app.ui.widgets.text import make_label, set_tool_tip

Keys = QKeySequence.StandardKey | Qt.Key | QKeyCombination | None
GAP = 8
"""Between the words and the plot."""
DATA_KEYS = QKeyCombination(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_C)


class FigureView(QWidget):
    """Title that states the finding, a muted line below it, the plot; or the reason why there is no figure.

    `row_clicked` carries the address of the row that was clicked, where the figure has rows.
    """

    row_clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, shows_title: bool = True, height: int | None = None) -> None:
        super().__init__(parent)
        self._spec: FigureSpec | None = None
        self._shown: FigureSpec | None = None
        self._canvas: PlotCanvas | None = None
        self._height = height
        self._title = make_label("", "strong", wraps=True)
        self._subtitle = make_label("", "small", "muted", wraps=True)
        self._why = make_label("", "body", "muted", wraps=True)
        self._notes = make_label("", "small", "muted", wraps=True)
        self._notes.hide()
        self._has_title = shows_title
        self._is_terse = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        for label in (self._title, self._subtitle, self._why):
            label.setVisible(False)
            self._column.addWidget(label)
        self._column.addSpacing(GAP)
        self._column.addWidget(self._notes)
        self._column.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Figure"))

    def figure(self) -> FigureSpec | None:
        """The figure that is shown."""
        return self._spec

    def set_figure(self, spec: FigureSpec | None, *, keep_range: bool = False, why: str = "") -> None:
        """Show a figure; with `keep_range` on the axes of the one before it. None shows `why` instead."""
        self._spec = spec
        self._why.setText(why)
        self._why.setVisible(spec is None and bool(why))
        for label, text in ((self._title, spec.title if spec else ""), (self._subtitle, spec.subtitle if spec else "")):
            label.setText(text)
            label.setVisible(self._has_title and bool(text) and not (self._is_terse and label is self._subtitle))
        self._tell_subtitle()
        self._notes.setText("\n".join(spec.notes) if spec else "")
        self._notes.setVisible(self._has_title and bool(spec and spec.notes))
        self.setAccessibleName(spec.title if spec and spec.title else tr("Figure"))
        self.setAccessibleDescription(spec.alt if spec else why)
        if (spec is None) != (not self.toolTip()):
            takes = tr("Right-click to explain, copy or save it; Return shows it as a table")
            set_tool_tip(self, takes if spec else "")
        if self._canvas is not None:
            self._canvas.setVisible(spec is not None)
        if spec is None:
            self._shown = None
            return
        is_kept = keep_range and self._shown is not None and _fits(spec, self._shown)
        self._shown = with_axes_of(spec, self._shown) if is_kept and self._shown is not None else spec
        canvas = self._ready_canvas()
        canvas.setFixedHeight(self._height or spec.height)
        canvas.setVisible(bool(spec.marks))
        canvas.show_figure(self._shown, keep_margins=is_kept)

    def set_plot_height(self, height: int | None) -> None:
        """Fix the height of the plot; None takes the figure's own."""
        self._height = height
        if self._canvas is not None and self._spec is not None:
            self._canvas.setFixedHeight(height or self._spec.height)

    def set_terse(self, *, is_terse: bool) -> None:
        """Leave the line below the title to its tip, where the plot needs the height."""
        self._is_terse = is_terse
        self._subtitle.setVisible(self._has_title and bool(self._subtitle.text()) and not is_terse)
        self._tell_subtitle()

    def _tell_subtitle(self) -> None:
        set_tool_tip(self._title, self._subtitle.text() if self._is_terse else "")

    def height_of_words(self, width: int) -> int:
        """What title, subtitle and notes take at a width, in device-independent pixels, with the gap to the plot."""
        labels = (self._title, self._subtitle, self._notes)
        return GAP + sum(label.heightForWidth(width) for label in labels if not label.isHidden())

    def csv_text(self) -> str:
        """The numbers behind the figure; text that a spreadsheet would run is made harmless."""
        if self._spec is None:
            return ""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([_harmless(head) for head in self._spec.table.columns])
        for row in self._spec.table.rows:
            writer.writerow(["" if cell is None else _harmless(cell) for cell in row])
        return out.getvalue()

    def picture(self) -> QImage:
        """The figure with its title, on white, twice as fine as on a plain screen."""
        from tradeoff_app.ui.plots.picture import picture_of

        assert self._spec is not None
        return picture_of(self._spec, self.width(), self._height)

    def svg(self) -> bytes:
        """The figure with its title as vectors, on white."""
        from tradeoff_app.ui.plots.picture import svg_of

        assert self._spec is not None
        return svg_of(self._spec, self.width(), self._height)

    def quantity_at(self, point: QPoint | None) -> str:
        """The number of the row under a point, else the one that the figure is about."""
        if self._spec is None:
            return ""
        return (self._row_at(point) if point is not None else "") or self._spec.quantity

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a row tells which one it was."""
        super().mouseReleaseEvent(event)
        row = self._row_at(event.position().toPoint()) if event.button() == Qt.MouseButton.LeftButton else ""
        if row:
            self.row_clicked.emit(row)

    def _row_at(self, point: QPoint) -> str:
        spec, canvas = self._spec, self._canvas
        if spec is None or canvas is None or not has_rows(spec) or not canvas.geometry().contains(point):
            return ""
        at = canvas.height_at(point.y() - canvas.y())
        inside = at is not None and -0.5 <= at < len(spec.table.quantities) - 0.5
        return spec.table.quantities[round(at)] if inside and at is not None else ""

    def changeEvent(self, event: QEvent) -> None:
        """Inks follow the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._canvas is not None:
            self._canvas.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right click and menu key."""
        is_pointed = event.reason() == QContextMenuEvent.Reason.Mouse
        self.open_menu(event.globalPos(), self.quantity_at(event.pos() if is_pointed else None))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return shows the figure as a table; copy takes the picture, with Shift the numbers."""
        if self._spec is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.show_table()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_picture()
        elif event.keyCombination() == DATA_KEYS:
            self.copy_data()
        else:
            super().keyPressEvent(event)

    def open_menu(self, where: QPoint, address: str | None = None) -> None:
        """Everything that can be taken from a figure, and the explanation of a number of it."""
        if self._spec is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        quantity = self._spec.quantity if address is None else address
        if quantity:
            add_entry(menu, self, quantity)
            menu.addSeparator()
        entries: tuple[tuple[str, Callable[[], None], Keys], ...] = (
            (tr("Show as table"), self.show_table, Qt.Key.Key_Return),
            (tr("Copy in words"), self.copy_words, None),
            (tr("Copy picture"), self.copy_picture, QKeySequence.StandardKey.Copy),
            (tr("Save as PNG…"), self.save_png, None),
            (tr("Save as SVG…"), self.save_svg, None),
            (tr("Copy data"), self.copy_data, DATA_KEYS),
            (tr("Save data as CSV…"), self.save_csv, None),
        )
        for text, act, keys in entries:
            action = menu.addAction(text)
            action.triggered.connect(act)
            if keys is not None:
                action.setShortcut(QKeySequence(keys))
        menu.popup(where)

    def copy_picture(self) -> None:
        """Put the picture on the clipboard."""
        QGuiApplication.clipboard().setImage(self.picture())

    def copy_data(self) -> None:
        """Put the numbers on the clipboard."""
        QGuiApplication.clipboard().setText(self.csv_text())

    def copy_words(self) -> None:
        """Put the figure's description on the clipboard."""
        if self._spec is not None:
            QGuiApplication.clipboard().setText(self._spec.alt)

    def save_png(self) -> None:
        """Ask where and write the picture."""
        from tradeoff_app.ui.plots.picture import png_of

        self._save(png_of(self.picture()), "png", tr("PNG picture (*.png)"))

    def save_svg(self) -> None:
        """Ask where and write the vectors."""
        self._save(self.svg(), "svg", tr("SVG picture (*.svg)"))

    def save_csv(self) -> None:
        """Ask where and write the numbers."""
        self._save(self.csv_text().encode("utf-8-sig"), "csv", tr("CSV table (*.csv)"))

    def show_table(self) -> None:
        """Show the numbers behind the figure as a table."""
        if self._spec is not None:
            from tradeoff_app.ui.dialogs.figure_table import FigureTableDialog

            dialog = FigureTableDialog(self._spec, self.window())
            dialog.open()

    def sizeHint(self) -> QSize:
        """Title and plot."""
        plot = self._height or (self._spec.height if self._spec else 160)
        return QSize(280, plot + 48)

    def _ready_canvas(self) -> PlotCanvas:
        if self._canvas is None:
            self._canvas = PlotCanvas(self)
            self._column.insertWidget(4, self._canvas)
            self._canvas.show()
        return self._canvas

    def _save(self, data: bytes, ending: str, kinds: str) -> None:
        name = file_name(self._spec.title if self._spec else tr("figure"))
        save_bytes(self.window(), data, f"{name}.{ending}", kinds)


def _fits(spec: FigureSpec, shown: FigureSpec) -> bool:
    """Whether the marks can stand on the axes of the earlier figure: same kind and the same named rows."""
    names = [[tick.label for tick in each.y.ticks if tick.label[:1].isalpha()] for each in (spec, shown)]
    return spec.kind == shown.kind and names[0] == names[1] and spec.y.is_reversed == shown.y.is_reversed


def _harmless(cell: str | float) -> str | float | int:
    """Text that begins like a formula gets an apostrophe."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r", "＝") else cell
