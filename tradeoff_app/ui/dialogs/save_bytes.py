"""Asks where, writes whole or not at all, and says what went wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.storage.atomic import write
from tradeoff_app.storage.errors import StorageError
from tradeoff_app.ui.dialogs.question import tell


def save_bytes(parent: QWidget | None, data: bytes, suggested: str, kinds: str) -> Path | None:
    """Ask for a place and write `data` there; the place, or None where it was not written."""
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save as"), suggested, kinds)
    if not chosen:
        return None
    try:
        write(Path(chosen), data)
    except StorageError as error:
        tell(parent, tr("{name} was not saved", name=Path(chosen).name), str(error))
        return None
    return Path(chosen)
