"""Any number can be asked for its explanation: widgets say which quantity they show, the window around them explains.

A widget says it once (`set_quantity`) or, where it shows many, by its own `quantity_at`. F1 asks about what has the
focus, the context menu about what lies under the pointer.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable
from weakref import ref

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from tradeoff_app.app.translation import tr

PROPERTY = "quantity"
SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse
"""Text that can be selected keeps its click for that."""


@runtime_checkable
class Explainer(Protocol):
    """A window that shows explanations."""

    def explain(self, address: str) -> None:
        """Show the explanation of the quantity at an address."""


@runtime_checkable
class ShowsMany(Protocol):
    """A widget that shows several quantities, such as a table."""

    def quantity_at(self, point: QPoint | None) -> str:
        """The address of the quantity at a point, or of the one in focus; empty where there is none."""


class Clicks(QObject):
    """Lets a click on a number that is nothing but a number explain it."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The left button, let go over the number."""
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonRelease:
            return False
        if event.button() != Qt.MouseButton.LeftButton or not isinstance(watched, QWidget):
            return False
        is_over = watched.rect().contains(event.position().toPoint())
        return is_over and ask(watched, str(watched.property(PROPERTY) or ""))


def set_quantity(widget: QWidget, address: str) -> None:
    """Say which quantity a widget shows: it gets a context menu, and a plain number can be clicked too."""
    known = widget.property(PROPERTY)
    if known == address:
        return
    is_new = known is None
    widget.setProperty(PROPERTY, address)
    if is_new:
        if isinstance(widget, QLabel) and not widget.textInteractionFlags() & SELECTABLE:
            widget.installEventFilter(Clicks(widget))
            widget.setCursor(Qt.CursorShape.PointingHandCursor)
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        widget.customContextMenuRequested.connect(_menu_opener(widget))


def _menu_opener(widget: QWidget) -> Callable[[QPoint], None]:
    """What opens the menu at a point. The connection lives as long as the widget, so it must not hold it."""
    held = ref(widget)

    def open_at(point: QPoint) -> None:
        asked = held()
        if asked is not None:
            open_menu(asked, point, asked.mapToGlobal(point))

    return open_at


def quantity_of(widget: QWidget | None, point: QPoint | None = None) -> str:
    """The address that a widget, or the nearest one around it, shows; empty where none does."""
    while widget is not None:
        found = widget.quantity_at(point) if isinstance(widget, ShowsMany) else ""
        found = found or str(widget.property(PROPERTY) or "")
        if found:
            return found
        point = None
        widget = widget.parentWidget()
    return ""


def ask(widget: QWidget, address: str) -> bool:
    """Let the window around a widget explain a quantity; False where none does, or there is none to explain."""
    around: QWidget | None = widget if address else None
    while around is not None:
        if isinstance(around, Explainer):
            around.explain(address)
            return True
        around = around.parentWidget()
    return False


def open_menu(widget: QWidget, point: QPoint | None, where: QPoint) -> None:
    """The context menu of the number at a point of a widget (None: the one in focus), at a place of the screen."""
    address = quantity_of(widget, point)
    if not address:
        return
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    add_entry(menu, widget, address)
    menu.popup(where)


def add_entry(menu: QMenu, widget: QWidget, address: str) -> None:
    """One more entry of a menu: explain this number."""
    action = menu.addAction(tr("Explain this number"))
    action.setShortcut(Qt.Key.Key_F1)
    action.triggered.connect(lambda: ask(widget, address))
