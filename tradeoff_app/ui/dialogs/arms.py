"""Which of several files, or of several versions in one file, is before, which are candidates, which only shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.ui.dialogs.sheet import Sheet
from tradeoff_app.ui.tables.choice_box import ChoiceBox
from tradeoff_app.ui.tables.ledger import Ledger, LedgerColumn, NameCell
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.text import make_label, set_ink

ROLES = (
    ("before", QT_TR_NOOP("Before: what users have now")),
    ("after", QT_TR_NOOP("After: a candidate")),
    ("reference", QT_TR_NOOP("For reference: never judged")),
    ("out", QT_TR_NOOP("Leave out")),
)
COLUMNS = (LedgerColumn(QT_TR_NOOP("Version"), 200, stretch=1), LedgerColumn(QT_TR_NOOP("It is"), 240))


@dataclass(frozen=True)
class ArmChoice:
    """The positions of what was listed: the one before, the candidates in their order, the references."""

    before: int
    after: tuple[int, ...]
    references: tuple[int, ...]

    @property
    def order(self) -> tuple[int, ...]:
        """All of them, the one before first."""
        return (self.before, *self.after, *self.references)


class ArmsDialog(Sheet):
    """A role for each; exactly one is before, at least one is a candidate. `taken` gets the choice."""

    def __init__(
        self,
        names: Sequence[str],
        roles: Sequence[str],
        taken: Callable[[ArmChoice], None],
        parent: QWidget | None = None,
        *,
        title: str = "",
    ) -> None:
        text = tr("Candidates are judged against the version before. A reference is shown beside them.")
        height = 220 + 42 * min(len(names), 8)
        super().__init__(title or tr("Which version is which?"), text, size=(640, height), parent=parent)
        self._taken = taken
        self.table = Ledger(COLUMNS, row_height=42)
        self.boxes: list[ChoiceBox] = []
        for index, (name, role) in enumerate(zip(names, roles, strict=True)):
            box = ChoiceBox([(key, tr(said)) for key, said in ROLES], name=tr("{version}: what it is", version=name))
            box.show_choice(role)
            box.choice_made.connect(lambda choice, at=index: self._chosen(at, choice))
            self.boxes.append(box)
            self.table.add_row(str(index), [NameCell(name), box])
        self.body.addWidget(self.table)
        self.body.addStretch(1)
        self.why = make_label("", "small", "muted", wraps=True)
        set_ink(self.why, "evidence")
        self.add_button(self.why, is_left=True)  # type: ignore[arg-type]
        cancel = self.add_button(make_button(tr("Cancel"), "quiet"))
        self.compare = self.add_button(make_button(tr("Compare"), "primary"))
        self.compare.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.compare.clicked.connect(self._compare)
        self._check()

    def choose(self, index: int, role: str) -> None:
        """Say what one of them is."""
        self.boxes[index].show_choice(role)
        self._chosen(index, role)

    def choice(self) -> ArmChoice | None:
        """What is chosen; None where nothing can be compared so."""
        roles = [box.choice() for box in self.boxes]
        places = {role: tuple(at for at, taken in enumerate(roles) if taken == role) for role, _ in ROLES}
        if len(places["before"]) != 1 or not places["after"]:
            return None
        return ArmChoice(places["before"][0], places["after"], places["reference"])

    def _chosen(self, index: int, role: str) -> None:
        """There is one version before: the one that was becomes a candidate."""
        if role == "before":
            for at, box in enumerate(self.boxes):
                if at != index and box.choice() == "before":
                    box.show_choice("after")
        self._check()

    def _check(self) -> None:
        is_fine = self.choice() is not None
        self.compare.setEnabled(is_fine)
        has_before = any(box.choice() == "before" for box in self.boxes)
        missing = tr("Say which version is before.") if not has_before else tr("Say which version is a candidate.")
        self.why.setText("" if is_fine else missing)

    def _compare(self) -> None:
        choice = self.choice()
        if choice is not None:
            self.accept()
            self._taken(choice)
