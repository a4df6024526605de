"""Every text that a widget and what it holds show, tell in tips or speak."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QListView, QTabBar, QWidget

GETTERS = ("text", "title", "windowTitle", "placeholderText", "toolTip", "accessibleName", "accessibleDescription")
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def texts_of(root: QWidget) -> Iterator[str]:
    """Texts, tips and spoken names of all that is visible in `root`, its menus included."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisibleTo(root):
            continue
        for name in GETTERS:
            getter = getattr(widget, name, None)
            found = getter() if callable(getter) else None
            if isinstance(found, str):
                yield found
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
        if isinstance(widget, QTabBar):
            yield from (widget.tabText(row) for row in range(widget.count()))
        if isinstance(widget, QAbstractItemView):
            yield from _item_texts(widget)
    for action in root.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def _item_texts(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    if model is None:
        return
    rows = range(min(model.rowCount(view.rootIndex()), 50))
    columns = range(1 if isinstance(view, QListView) else model.columnCount(view.rootIndex()))
    for role in ROLES:
        found = [model.headerData(column, Qt.Orientation.Horizontal, role) for column in columns]
        found += [model.headerData(row, Qt.Orientation.Vertical, role) for row in rows]
        found += [model.index(row, column).data(role) for row in rows for column in columns]
        yield from (text for text in found if isinstance(text, str))
