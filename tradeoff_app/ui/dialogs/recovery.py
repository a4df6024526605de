"""Asks what to do about work that was left behind when the program ended before it was saved."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from tradeoff_app.app.session import Session
from tradeoff_app.app.translation import tr
from tradeoff_app.storage.recovery import Snapshot, remove_snapshot
from tradeoff_app.ui.dialogs.question import Answer, Question


def ask_recovery(window: QWidget, session: Session, newest: Snapshot, leave: QAction) -> Question:
    """Discard, later or recover; who wants to leave need not answer, because the work stays put aside."""
    tell_when = f"{newest.taken_at.astimezone():%d.%m.%Y, %H:%M}"
    question = Question(
        window,
        tr("Recover “{title}”?", title=newest.title),
        tr("The program ended before this was saved. The unsaved work is from {tell_when}.", tell_when=tell_when),
        [
            Answer(tr("Discard"), lambda: remove_snapshot(newest.path), "quiet"),
            Answer(tr("Later"), is_escape=True),
            Answer(tr("Recover"), lambda: session.recover(newest), "primary"),
        ],
    )
    question.addAction(leave)
    question.open()
    return question
