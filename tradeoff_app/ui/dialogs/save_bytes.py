"""Asks where, writes whole or not at all, and says what went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from tradeoff_app.app.told import told_refusal
from tradeoff_app.app.translation import tr
from tradeoff_app.storage.atomic import write
from tradeoff_app.storage.errors import StorageError
from tradeoff_app.ui.dialogs.question import tell


def ask_name(parent: QWidget | None, suggested: str, kinds: str, endings: Sequence[str]) -> Path | None:
    """Where something is to be saved, with one of the endings; None where the user gave it up.

    The dialog asks before a file is replaced, but about the name as it was typed: where the name with its ending is
    taken, the dialog comes again with that.
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save as"), suggested, kinds)
    whole = with_ending(chosen, endings)
    if whole is not None and str(whole) != chosen and whole.exists():
        chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save as"), str(whole), kinds)
        whole = with_ending(chosen, endings)
    return whole


def with_ending(chosen: str, endings: Sequence[str]) -> Path | None:
    """The name with the first of the endings unless it has one of them: "Release 4.3" has none. None for no name."""
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() in endings else path.with_name(f"{path.name}{endings[0]}")


def save_bytes(parent: QWidget | None, data: bytes, suggested: str, kinds: str) -> Path | None:
    """Ask for a place and write `data` there; the place, or None where it was not written."""
    path = ask_name(parent, suggested, kinds, [Path(suggested).suffix])
    if path is None:
        return None
    try:
        write(path, data)
    except StorageError as error:
        tell(parent, tr("{name} was not saved", name=path.name), told_refusal(error))
        return None
    return path
