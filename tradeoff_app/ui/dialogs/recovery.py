"""Offers work that was left behind when the program ended: recovered beside saved, with the difference in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from tradeoff_app.app.jobs import ThreadJob
from tradeoff_app.app.left_behind import Change, LeftBehind, look_at
from tradeoff_app.app.translation import tr
from tradeoff_app.storage.recovery import Snapshot, remove_snapshot
from tradeoff_app.ui.dialogs.sheet import Sheet
from tradeoff_app.ui.moments import say_when
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.card import Card
from tradeoff_app.ui.widgets.text import make_label

MOST = 12
"""Differences that are listed; the others are counted."""


class WorkCard(Card):
    """One piece of unsaved work. `chosen` asks to recover it, `given_up` to discard it."""

    chosen = Signal(object)
    given_up = Signal(object)

    def __init__(self, work: LeftBehind, *, is_first: bool, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(work.snapshot.title, parent)
        self.title_label.setWordWrap(True)
        self._snapshot = work.snapshot
        sides = QGridLayout()
        sides.setHorizontalSpacing(24)
        sides.setVerticalSpacing(0)
        for column, (head, text) in enumerate(
            ((tr("Recovered"), say_when(work.snapshot.taken_at, now)), (tr("Saved"), _saved_text(work, now)))
        ):
            sides.addWidget(make_label(head, "small", "muted"), 0, column)
            sides.addWidget(make_label(text, "body", wraps=True), 1, column)
            sides.setColumnStretch(column, 1)
        self.body.addLayout(sides)
        for line in lines_of(work):
            self.body.addWidget(make_label(line, "body", wraps=True, is_selectable=True))
        self.body.addLayout(self._make_buttons(work, is_first=is_first))

    def _make_buttons(self, work: LeftBehind, *, is_first: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        discard = make_button(tr("Discard"), "quiet")
        discard.setAccessibleDescription(work.snapshot.title)
        discard.clicked.connect(self._discard)
        row.addWidget(discard)
        if work.problem is None:
            recover = make_button(tr("Recover"), "primary" if is_first else "plain")
            recover.setAccessibleDescription(work.snapshot.title)
            recover.clicked.connect(self._recover)
            recover.setDefault(is_first)
            row.addWidget(recover)
            if is_first:
                recover.setFocus()
        return row

    def _discard(self) -> None:
        self.given_up.emit(self._snapshot)

    def _recover(self) -> None:
        self.chosen.emit(self._snapshot)


class RecoveryDialog(Sheet):
    """A card for each piece of work, newest first; who answers nothing is asked again at the next start."""

    def __init__(
        self, works: Sequence[LeftBehind], recover: Callable[[Snapshot], object], parent: QWidget | None = None
    ) -> None:
        single = works[0].snapshot.title if len(works) == 1 else None
        title = tr("Recover “{title}”?", title=single) if single is not None else tr("Recover unsaved work?")
        super().__init__(title, tr("The program ended before this was saved."), size=(640, 560), parent=parent)
        self._recover = recover
        self._cards: list[WorkCard] = []
        now = datetime.now().astimezone()
        for place, work in enumerate(works):
            card = WorkCard(work, is_first=place == 0, now=now)
            card.chosen.connect(self._chosen)
            card.given_up.connect(partial(self._given_up, card))
            self._cards.append(card)
            self.body.addWidget(card)
        self.body.addStretch(1)
        later = self.add_button(make_button(tr("Later")))
        later.clicked.connect(self.reject)

    def _chosen(self, snapshot: Snapshot) -> None:
        self.accept()
        self._recover(snapshot)

    def _given_up(self, card: WorkCard, snapshot: Snapshot) -> None:
        remove_snapshot(snapshot.path)
        self._cards.remove(card)
        card.hide()
        card.deleteLater()
        if not self._cards:
            self.accept()


class RecoveryOffer(ThreadJob):
    """Reads what was left behind beside the window, then asks; `leave` is the action that ends the program."""

    def __init__(self, window: QWidget, recover: Callable[[Snapshot], object], leave: QAction) -> None:
        super().__init__(window)
        self._window, self._recover, self._leave = window, recover, leave
        self.done.connect(self._ask)

    def offer(self, snapshots: Sequence[Snapshot], language: str) -> None:
        """Ask about these."""
        self.start(partial(look_at, tuple(snapshots), language))

    def _ask(self, works: tuple[LeftBehind, ...]) -> None:
        dialog = RecoveryDialog(works, self._recover, self._window)
        dialog.addAction(self._leave)
        dialog.open()
        self.deleteLater()


def lines_of(work: LeftBehind) -> list[str]:
    """What the card says below its two sides."""
    if work.problem is not None:
        return [tr("It can’t be read any more: {cause}.", cause=work.problem)]
    told = [_change_text(change) for change in work.changes[:MOST]]
    rest = len(work.changes) - len(told)
    if rest:
        told.append(tr("%n more", "differences that are not listed", rest))
    if work.saved == "changed_since":
        told.append(tr("The saved file was changed by somebody since. Saving will ask before anything is replaced."))
    if work.saved in ("as_opened", "changed_since") and not work.changes:
        told.insert(0, tr("The decisions are the same as in the saved file."))
    return told


def _change_text(change: Change) -> str:
    if change.kind == "added":
        return tr("New: {what}", what=change.text)
    if change.kind == "removed":
        return tr("Removed: {what}", what=change.text)
    return change.text


def _saved_text(work: LeftBehind, now: datetime) -> str:
    origin = work.snapshot.origin
    if origin is None:
        return tr("Never saved")
    name = origin.name
    if work.saved == "missing":
        return tr("{name}: file not found", name=name)
    if work.saved == "unreadable":
        return tr("{name}: can’t be read", name=name)
    if work.saved == "network":
        return tr("{name}, on a network", name=name)
    return tr("{name}, {when}", name=name, when=say_when(work.saved_at, now))
