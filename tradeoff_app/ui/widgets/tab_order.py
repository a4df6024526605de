"""The order in which Tab goes through a page: as it is read, also after rows were built anew."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QGridLayout, QLayout, QScrollArea, QWidget


def chain_tabs(page: QWidget) -> list[QWidget]:
    """Let Tab follow the layouts of a page from top to bottom and from left to right; the controls in that order."""
    found = list(dict.fromkeys(_controls(page)))
    for before, after in pairwise(found):
        QWidget.setTabOrder(before, after)
    return found


def _controls(widget: QWidget) -> Iterator[QWidget]:
    """A control, or the controls inside of what is none; hidden ones count, they may be shown later."""
    if isinstance(widget, QComboBox | QAbstractItemView):
        yield widget
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _controls(inside)
    layout = widget.layout()
    if layout is not None:
        yield from _inside(layout)


def _inside(layout: QLayout) -> Iterator[QWidget]:
    for place in _places(layout):
        item = layout.itemAt(place)
        inner = None if item is None else item.widget()
        if inner is not None:
            yield from _controls(inner)
            continue
        below = None if item is None else item.layout()
        if below is not None:
            yield from _inside(below)


def _places(layout: QLayout) -> list[int]:
    """Positions of the items in reading order: a grid keeps them in the order in which they came."""
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        positions: dict[int, Any] = {place: layout.getItemPosition(place) for place in places}
        places.sort(key=lambda place: tuple(positions[place][:2]))
    return places
