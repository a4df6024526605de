"""One result file as a card: which side it is on, what was read from it, and what can be done with its version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QWidget

from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.app.arms import arms_of, own_name
from tradeoff_app.app.data_changes import ordered_sources
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.project import Project, Source
from tradeoff_app.ui.steps.data.counts import count_present
from tradeoff_app.ui.widgets.card import Card
from tradeoff_app.ui.widgets.menu_button import MenuButton
from tradeoff_app.ui.widgets.text import ElidedLabel, Ink, make_label, set_ink
from tradeoff_app.wording.number_format import Numbers

SHORT_HASH = 12
ROWS = 4
"""Facts under each other before the next column begins."""
FORMATS = {
    "table": QT_TR_NOOP("Text table"),
    "xlsx": QT_TR_NOOP("Excel workbook"),
    "json": QT_TR_NOOP("JSON records"),
    "parquet": QT_TR_NOOP("Parquet table"),
    "inspect": QT_TR_NOOP("Inspect log"),
}
DEEDS = {
    "baseline": QT_TR_NOOP("Make this the version before"),
    "reference": QT_TR_NOOP("Show as a reference, never judge it"),
    "candidate": QT_TR_NOOP("Judge as a candidate"),
    "rename": QT_TR_NOOP("Name this version…"),
    "take_out": QT_TR_NOOP("Take out this version"),
}


@dataclass(frozen=True)
class Version:
    """A file with the arm that its card is about; `units` of that arm where the file holds several."""

    source: Source
    arm: str | None
    units: int | None = None

    @property
    def is_shared(self) -> bool:
        """Whether the file holds other versions too."""
        return self.units is not None


def versions_of(project: Project, evidence: Evidence) -> list[Version]:
    """A card for each file, or for each version inside a file that holds several."""
    table = evidence.source.table
    own = {source.arm for source in project.sources.values()}
    is_one = sum(source.arm is None for source in project.sources.values()) == 1
    inside = [arm.id for arm in arms_of(project) if is_one and arm.id in table.arms and arm.id not in own]
    found: list[Version] = []
    for source in ordered_sources(project):
        if source.arm is not None or not inside:
            found.append(Version(source, source.arm))
            continue
        units = {arm: count_present(table, table.arms.index(arm)) for arm in inside}
        found += [Version(source, arm, units[arm]) for arm in inside]
    return found


def facts(version: Version, numbers: Numbers) -> tuple[tuple[str, str], ...]:
    """Labels and what is true of the file; what it does not say is said to be unknown."""
    source = version.source
    errors = tr("none")
    if source.error_rows:
        fields = {"rows": numbers.whole(source.error_rows), "units": numbers.whole(source.error_units)}
        is_one = source.error_rows == 1
        errors = tr("1 row in 1 unit") if is_one else tr("{rows} rows in {units} units", **fields)
    known = FORMATS.get(source.format)
    form = tr(known) if known else f"{source.format} {source.format_version or ''}".strip()
    return (
        (tr("Rows"), _of_file(numbers.whole(source.rows), version)),
        (tr("Units"), numbers.whole(source.units if version.units is None else version.units)),
        (tr("Errors"), _of_file(errors, version) if source.error_rows else errors),
        (tr("Format"), form),
        (tr("Model"), source.model or tr("not said")),
        (tr("Run on"), run_day(source.created)),
        (tr("SHA-256"), source.sha256[:SHORT_HASH] or tr("not known")),
    )


def run_day(created: str | None) -> str:
    """The day of the run as the file writes it, without the time."""
    return created.split("T")[0] if created else tr("not said")


def _of_file(text: str, version: Version) -> str:
    return tr("{count} in the file", count=text) if version.is_shared else text


def side_of(arm: str | None, project: Project) -> tuple[str, Ink]:
    """Which side a version is on, and the ink of that side."""
    if arm is None:
        return tr("Every version"), "muted"
    if arm == project.baseline.id:
        label = own_name(project.baseline)
        return (tr("Before, {name}", name=label) if label else tr("Before")), "before"
    reference = project.references.get(arm)
    if reference is not None:
        return tr("For reference, {name}", name=own_name(reference) or reference.id), "muted"
    candidate = project.candidates.get(arm)
    label = own_name(candidate) if candidate else arm
    if not label and len(project.candidates) > 1:
        label = arm
    return (tr("After, {name}", name=label) if label else tr("After")), "after"


def deeds_of(arm: str | None, project: Project) -> tuple[str, ...]:
    """What can be done with a version: a comparison keeps one before and at least one candidate."""
    if arm is None:
        return ()
    if arm == project.baseline.id:
        return ("rename",)
    if arm in project.references:
        return ("candidate", "rename", "take_out")
    is_last = len(project.candidates) < 2
    return ("baseline", "rename") if is_last else ("baseline", "reference", "rename", "take_out")


class FileCard(Card):
    """Side, name and facts; texts change in place. `deed_chosen` carries what to do with which version."""

    deed_chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._arm = ""
        self._deeds: tuple[str, ...] = ()
        self.side = make_label("", "small", "muted", longest=48)
        self.name = ElidedLabel("", "strong")
        self.change = MenuButton(tr("Change"), "quiet")
        self._menu = QMenu(self)
        self.change.open_with(self._menu)
        self.body.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(self.side, 1)
        head.addWidget(self.change)
        self.body.addLayout(head)
        self.body.addWidget(self.name)
        self.body.addSpacing(8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self.body.addLayout(self._grid)
        self._labels: list[tuple[QLabel, ElidedLabel]] = []

    def refresh(self, version: Version, project: Project, numbers: Numbers) -> None:
        """Show a file, or one version inside it."""
        source = version.source
        side, ink = side_of(version.arm, project)
        self.side.setText(side)
        set_ink(self.side, ink)
        self.name.set_text(source.file)
        self.setAccessibleName(f"{side}: {source.file}")
        self._show_facts(facts(version, numbers))
        self._offer(version.arm or "", deeds_of(version.arm, project))
        self.change.setAccessibleName(tr("Change {side}: {file}", side=side, file=source.file))

    def menu_texts(self) -> tuple[str, ...]:
        """What the menu offers, in order."""
        return tuple(action.text() for action in self._menu.actions())

    def choose(self, deed: str) -> None:
        """Do what an entry of the menu says."""
        self.deed_chosen.emit(deed, self._arm)

    def _show_facts(self, shown: Sequence[tuple[str, str]]) -> None:
        for place in range(len(self._labels), len(shown)):
            label, value = make_label("", "small", "muted"), ElidedLabel("", "body")
            row, column = place % ROWS, 2 * (place // ROWS)
            self._grid.addWidget(label, row, column)
            self._grid.addWidget(value, row, column + 1)
            self._labels.append((label, value))
        for (label, value), (title, text) in zip(self._labels, shown, strict=True):
            label.setText(title)
            value.set_text(text)

    def _offer(self, arm: str, deeds: Sequence[str]) -> None:
        self._arm = arm
        self.change.setVisible(bool(deeds))
        if tuple(deeds) == self._deeds:
            return
        self._deeds = tuple(deeds)
        self._menu.clear()
        for deed in deeds:
            action = self._menu.addAction(tr(DEEDS[deed]))
            action.triggered.connect(lambda _checked=False, taken=deed: self.choose(taken))
