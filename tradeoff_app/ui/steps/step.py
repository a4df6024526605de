"""What every step of the rail is: a page that follows the document while it is visible."""

from __future__ import annotations

from typing import Literal

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from tradeoff_app.app.document import Document

RailState = Literal["done", "attention", "open"]


class Step(QWidget):
    """A page of the work area. Subclasses build their widgets once and bring them up to date in `refresh`.

    `refresh` runs on each `outcome_changed` and `selection_changed` while the step is visible, and when it is shown.
    """

    step_id = ""
    title = ""
    shows_outcome_alone = False
    """Whether nothing but outcome and selection changes the page: shown again under the same ones it is as it was."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._caught_up: tuple[object, ...] | None = None
        document.outcome_changed.connect(self._follow)
        document.selection_changed.connect(self._follow)

    def refresh(self) -> None:
        """Bring every widget of the page up to date with the document; must be cheap, no work in paint."""
        raise NotImplementedError

    def show_input(self, _path: str, /) -> bool:
        """Bring the control of an input to sight and give it the focus; whether this page has one for it."""
        return False

    def layout_state(self) -> int | None:
        """How the user divided the page, to be kept for the next start; None where they left it alone."""
        return None

    def restore_layout(self, _state: int) -> None:
        """Divide the page as it was."""

    def wait(self) -> None:
        """Let what runs beside the window end; called before the program does."""

    def rail_state(self) -> RailState:
        """What the rail shows beside the step's name."""
        return "open"

    def rail_count(self) -> str:
        """The small text at the right of the rail item, such as "3 to check"."""
        return ""

    def showEvent(self, event: QShowEvent) -> None:
        """A page that was hidden catches up when it is shown."""
        super().showEvent(event)
        is_as_it_was = self.shows_outcome_alone and self._caught_up is not None and self._caught_up == self._made_from()
        if not is_as_it_was:
            self._follow()

    def _follow(self) -> None:
        if self.isVisible() and self.document.is_open:
            self._caught_up = self._made_from()
            self.refresh()

    def _made_from(self) -> tuple[object, ...] | None:
        """What the page was made from; the outcome itself is kept, so that its identity says enough."""
        document = self.document
        return (_Same(document.outcome), _Same(document.observations), document.selection) if document.is_open else None


class _Same:
    """Compares by identity, and keeps what it compares alive."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other._value is self._value

    __hash__ = None  # type: ignore[assignment]
