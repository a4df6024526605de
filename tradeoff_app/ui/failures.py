"""Says what failed in the program itself, after the work was put aside, and remembers it for "Copy diagnostics"."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from tradeoff_app.app.autosave import Autosave
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.dialogs.question import tell


class FailureTeller:
    """The failures of one window, in the order in which they were noted."""

    def __init__(self, window: QWidget, autosave: Autosave) -> None:
        self._window, self._autosave = window, autosave
        self._noted: list[str] = []

    def say(self, failure: object) -> None:
        """Put the work aside, then say so once; the details name places in the program alone."""
        is_kept = self._autosave.take_now()
        said = getattr(failure, "as_text", str)()
        self._noted.append(said)
        text = (
            tr(
                "What you did last may not have worked. Your unsaved work was put aside and will be offered at the next"
                " start. The details name places in the program, never your data."
            )
            if is_kept
            else tr("What you did last may not have worked. The details name places in the program, never your data.")
        )
        tell(self._window, tr("Something went wrong"), text, details=said)

    def as_text(self) -> str:
        """All that was noted since the start; empty where nothing was."""
        return "\n".join(self._noted)
