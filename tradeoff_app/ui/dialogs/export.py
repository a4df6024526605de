"""Exports a briefing: asks where, renders beside the window, writes whole or not at all, says why where that failed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from tradeoff_app.analysis.evidence import Evidence, EvidenceSource
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.app.document import Document
from tradeoff_app.app.jobs import ThreadJob
from tradeoff_app.app.told import told_refusal
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.briefing import blocks
from tradeoff_app.briefing.brief import Audience
from tradeoff_app.model.project import Project
from tradeoff_app.storage import atomic
from tradeoff_app.storage.errors import StorageError
from tradeoff_app.ui.dialogs.question import Answer, Question
from tradeoff_app.ui.file_names import file_name

Paper = Literal["a4", "letter"]


@dataclass(frozen=True)
class Choices:
    """For whom, on which paper, without which sections, in which language."""

    audience: Audience = "review"
    paper: Paper = "a4"
    left_out: frozenset[str] = frozenset()
    language: str = "en"


@dataclass(frozen=True)
class Snapshot:
    """The open project as it was when somebody asked for its briefing: later edits don't reach a running export."""

    project: Project
    outcome: Outcome
    evidence: Evidence
    source: EvidenceSource
    today: date

    @classmethod
    def of(cls, document: Document) -> Snapshot:
        """The document as it is now."""
        return cls(document.project, document.outcome, document.evidence, document.evidence_source, document.today())


def make_briefing(snapshot: Snapshot, choices: Choices) -> blocks.Document:
    """The briefing as blocks, without the sections that were left out."""
    from tradeoff_app.briefing.assemble import assemble

    made = assemble(
        snapshot.project, snapshot.outcome, snapshot.evidence, choices.audience, choices.language, snapshot.today
    )
    return made.without(*choices.left_out)


def render_pages(snapshot: Snapshot, choices: Choices) -> bytes:
    """The pages alone, for looking at."""
    from tradeoff_app.briefing.pdf.writer import write

    return write(make_briefing(snapshot, choices), choices.paper)


def render_pdf(snapshot: Snapshot, choices: Choices) -> bytes:
    """The pages, with the scenario inside."""
    from tradeoff_app.briefing.pdf.writer import write

    return write(make_briefing(snapshot, choices), choices.paper, _scenario_file(snapshot))


def render_excel(snapshot: Snapshot, choices: Choices) -> bytes:
    """The workbook, with the scenario inside."""
    from tradeoff_app.briefing.excel.writer import write

    document = make_briefing(snapshot, choices)
    return write(document, snapshot.project, snapshot.outcome, snapshot.evidence, _scenario_file(snapshot))


def render_markdown(snapshot: Snapshot, choices: Choices) -> bytes:
    """The same words as Markdown."""
    from tradeoff_app.briefing.text import to_markdown

    return to_markdown(make_briefing(snapshot, choices)).encode()


def plain_text(snapshot: Snapshot, choices: Choices) -> str:
    """The same words as plain text, for a message."""
    from tradeoff_app.briefing.text import to_text

    return to_text(make_briefing(snapshot, choices))


@dataclass(frozen=True)
class Kind:
    """A kind of file: how it is made, its ending, and what the file dialog calls it."""

    render: Callable[[Snapshot, Choices], bytes]
    ending: str
    files: str


KINDS: Mapping[str, Kind] = {
    "pdf": Kind(render_pdf, "pdf", "PDF (*.pdf)"),
    "excel": Kind(render_excel, "xlsx", QT_TR_NOOP("Excel workbook (*.xlsx)")),
    "markdown": Kind(render_markdown, "md", QT_TR_NOOP("Markdown (*.md)")),
}


class Exporter(QObject):
    """One export at a time. `finished` carries the file; `busy_changed` says what is being written, empty when over."""

    finished = Signal(object)
    failed = Signal(str, str)
    busy_changed = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._job = ThreadJob(self)
        self._job.done.connect(self._written)
        self._job.failed.connect(self._broke)
        self.folder = Path.home()
        self._kind = ""
        self._snapshot: Snapshot | None = None
        self._choices = Choices()
        self._path = Path()

    @property
    def is_running(self) -> bool:
        """Whether a file is being made."""
        return self._job.is_running

    def ask(self, kind: str, snapshot: Snapshot, choices: Choices) -> QFileDialog:
        """Ask where the file goes, then make it; the dialog is shown without stopping the window."""
        self._kind, self._snapshot, self._choices = kind, snapshot, choices
        wanted = KINDS[kind]
        dialog = QFileDialog(self._window, tr("Save the briefing as {kind}", kind=tr(wanted.files).split(" (")[0]))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr(wanted.files))
        dialog.setDefaultSuffix(wanted.ending)
        dialog.setDirectory(str(self.folder))
        dialog.selectFile(f"{file_name(snapshot.project.title)}.{wanted.ending}")
        dialog.fileSelected.connect(self._place_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def export(self, kind: str, snapshot: Snapshot, choices: Choices, path: Path) -> None:
        """Render and write in the background."""
        self._kind, self._snapshot, self._choices, self._path = kind, snapshot, choices, path
        render = KINDS[kind].render

        def work() -> Path:
            atomic.write(path, render(snapshot, choices))
            return path

        self.busy_changed.emit(tr("Writing {name}", name=path.name))
        self._job.start(work)

    def exported_project(self) -> Project | None:
        """The project that the latest export was made of."""
        return self._snapshot.project if self._snapshot else None

    def wait(self) -> None:
        """Let a running export end before the program does."""
        self._job.wait()

    def _place_chosen(self, path: str) -> None:
        if self._snapshot is not None:
            self.export(self._kind, self._snapshot, self._choices, Path(path))

    def _written(self, path: Path) -> None:
        self.folder = path.parent
        self.busy_changed.emit("")
        self.finished.emit(path)

    def _broke(self, error: BaseException) -> None:
        self.busy_changed.emit("")
        if not isinstance(error, StorageError):
            raise error
        title = tr("{name} was not written", name=self._path.name)
        text = told_refusal(error)
        self.failed.emit(title, text)
        answers = [
            Answer(tr("Close"), kind="quiet", is_escape=True),
            Answer(tr("Save somewhere else…"), self._ask_again, kind="primary"),
        ]
        Question(
            self._window, title, tr("{text} Nothing half-written is left, and your choices stay.", text=text), answers
        ).open()

    def _ask_again(self) -> None:
        if self._snapshot is not None:
            self.ask(self._kind, self._snapshot, self._choices)


def show_in_folder(path: Path) -> None:
    """Open the folder that a file lies in."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _scenario_file(snapshot: Snapshot) -> tuple[str, bytes]:
    """The project with the scenario that the briefing is of, so that every briefing leads back to it."""
    from tradeoff_app.storage.project_document import Head, write_document

    project = snapshot.project.change(current_scenario=snapshot.outcome.scenario)
    data, _ = write_document(project, snapshot.source, Head(project.id).next())
    return f"{file_name(project.title)}.tradeoff", data
