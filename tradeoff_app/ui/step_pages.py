"""The pages of the rail: one is made when it is first shown, the others while nobody does anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.ui.steps.catalogue import STEPS
from tradeoff_app.ui.steps.step import Step

FIRST_WAIT = 800
"""Milliseconds from the first page to the next one that nobody asked for: the verdict is painted by then."""
NEXT_WAIT = 30
"""Milliseconds between two pages, in which the window answers."""


class StepPages(QStackedWidget):
    """A page for every step, most of them empty at first. `step_made` tells the place of one that is ready."""

    step_made = Signal(int)

    def __init__(self, document: Document, prepare: Callable[[Step], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._prepare = document, prepare
        self._made: dict[int, Step] = {}
        self._layouts: Mapping[str, int] = {}
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self._make_one)
        for _ in STEPS:
            self.addWidget(QWidget())

    def step(self, index: int) -> Step:
        """The page at a place of the rail, made now where it was not yet."""
        if index not in self._made:
            self._made[index] = made = STEPS[index].make(self._document)
            self._prepare(made)
            if made.step_id in self._layouts:
                made.restore_layout(self._layouts[made.step_id])
            self.step_made.emit(index)
        return self._made[index]

    def made(self) -> list[Step]:
        """The pages that are there, in the order of the rail."""
        return [step for _, step in sorted(self._made.items())]

    def bring_in(self, index: int) -> None:
        """Put a step in its place when it is first shown: the style sheet takes 20 ms to look at a whole page."""
        step, place, current = self.step(index), self.widget(index), self.currentIndex()
        if not self._clock.isActive() and len(self._made) < len(STEPS):
            self._clock.start(FIRST_WAIT)
        if place is None or place is step:
            return
        self.insertWidget(index, step)
        self.removeWidget(place)
        self.setCurrentIndex(current)
        place.deleteLater()

    def restore_layouts(self, layouts: Mapping[str, int]) -> None:
        """How the user divided the pages, by the id of the step: those to come will be divided so as well."""
        self._layouts = layouts
        for step in self._made.values():
            if step.step_id in layouts:
                step.restore_layout(layouts[step.step_id])

    def wait(self) -> None:
        """Make no more pages, and let what the made ones started end."""
        self._clock.stop()
        for step in self._made.values():
            step.wait()

    def drop_unshown(self) -> None:
        """Let pages go that were made and never shown: no other widget owns them, and their own signals keep them."""
        for step in self._made.values():
            if step.parentWidget() is None:
                step.deleteLater()
        self._made = {}

    def _make_one(self) -> None:
        """One page more; while a slider is dragged none is made."""
        if not self._document.is_dragging:
            missing = next((index for index in range(len(STEPS)) if index not in self._made), None)
            if missing is None:
                return
            self.step(missing)
        self._clock.start(NEXT_WAIT)
