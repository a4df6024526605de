"""The seal over gates and weights: whether there is one, since when, what it means, and what moved since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from tradeoff_app.app.translation import tr
from tradeoff_app.model.project import Project
from tradeoff_app.model.sealing import is_sealed_late
from tradeoff_app.ui.widgets.buttons import make_button, make_rule
from tradeoff_app.ui.widgets.chip import Chip
from tradeoff_app.ui.widgets.text import make_label, set_tool_tip
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

SHOWN_DIGITS = 12
"""As much of a fingerprint as two people read to each other; the tool tip has all of it."""


class SealBlock(QWidget):
    """A chip, what it means in one line, the moves in words, and the button that seals or unseals."""

    seal_asked = Signal()
    unseal_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chip = Chip("open", tr("Not sealed"))
        self.text = make_label("", "body", wraps=True)
        self.fingerprint = make_label("", "small", "muted", is_selectable=True)
        self.moves = make_label("", "body", wraps=True, is_selectable=True)
        self.seal = make_button(tr("Seal gates"), name=tr("Seal gates and weights as they are"))
        self.unseal = make_button(tr("Unseal"), "quiet", name=tr("Take the seal off gates and weights"))
        self.seal.clicked.connect(self.seal_asked)
        self.unseal.clicked.connect(self.unseal_asked)
        words = QVBoxLayout()
        words.setContentsMargins(0, 4, 0, 0)
        words.setSpacing(4)
        for label in (self.text, self.moves, self.fingerprint):
            words.addWidget(label)
        words.addStretch(1)
        mark = QVBoxLayout()
        mark.setContentsMargins(0, 4, 0, 0)
        mark.addWidget(self.chip)
        mark.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 12)
        row.setSpacing(12)
        row.addLayout(mark)
        row.addLayout(words, 1)
        for button in (self.seal, self.unseal):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(make_rule())

    def refresh(self, project: Project, speaker: Speaker) -> None:
        """Say what holds now."""
        moved = [typeset(line) for line in speaker.moved()]
        sealed = project.sealed
        self.seal.setVisible(sealed is None)
        self.seal.setEnabled(bool(project.gates))
        self.unseal.setVisible(sealed is not None)
        self.moves.setVisible(bool(moved))
        self.moves.setText("\n".join(moved))
        self.fingerprint.setVisible(sealed is not None)
        if moved:
            self.chip.set_state("attention", tr("Moved after results") if sealed is None else tr("Moved after sealing"))
        else:
            self.chip.set_state("done" if sealed else "open", tr("Sealed") if sealed else tr("Not sealed"))
        if sealed is None:
            self.text.setText(_unsealed(project, moved))
            return
        self.text.setText(_sealed(project, speaker, moved))
        shown = " ".join(sealed.sha256[at : at + 4] for at in range(0, SHOWN_DIGITS, 4))
        self.fingerprint.setText(tr("Fingerprint {digits}…", digits=shown))
        set_tool_tip(self.fingerprint, sealed.sha256)


def _unsealed(project: Project, moved: Sequence[str]) -> str:
    if not project.gates:
        return tr("State gates, then seal them: whatever moves later is listed here and in the briefing.")
    if moved:
        return tr("No seal, and these moved after the results were known. The briefing lists them.")
    return tr(
        "A seal keeps gates and weights as they are now: whatever moves later is listed here and in the briefing."
    )


def _sealed(project: Project, speaker: Speaker, moved: Sequence[str]) -> str:
    at = project.sealed.at if project.sealed else ""
    since = tr("Sealed on {moment}.", moment=moment_in_words(at, speaker))
    if moved:
        return f"{since} {tr('What moved since or after the results is listed in the briefing:')}"
    still = tr("No gate and no weight has moved since.")
    late = tr("The results were there before the seal, so it shows later moves alone.")
    return f"{since} {still} {late}" if is_sealed_late(project) else f"{since} {still}"


def moment_in_words(at: str, speaker: Speaker) -> str:
    """ "1 October 2026, 09:00 UTC"; the day alone where no time is stated, the text as it is where it is no date."""
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        return at
    day = speaker.date(moment.date())
    if moment.tzinfo is None:
        return day
    utc = moment.astimezone(UTC)
    return tr("{day}, {time} UTC", day=speaker.date(utc.date()), time=f"{utc:%H:%M}")
