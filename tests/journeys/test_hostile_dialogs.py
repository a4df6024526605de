"""Dialogs about the files of other people show what these say as text, in a size that a screen has."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu, QPushButton, QWidget

from tests.app.test_data_changes import files
from tests.journeys.test_data import compared, page_of
from tests.journeys.test_hostile_text import Canary, audit, canary, hostile, texts_of
from tests.journeys.window import OPEN, dialog_of, open_window, press
from tests.qt_rules import settle, wait_for
from tests.ui.steps.stories import support_document
from tradeoff_app.analysis.observations import Problem
from tradeoff_app.app.crash import describe_failure
from tradeoff_app.app.weight_templates import save_template
from tradeoff_app.ui.dialogs.column_mapping import ColumnMappingDialog
from tradeoff_app.ui.dialogs.define_segment import DefineSegmentDialog
from tradeoff_app.ui.dialogs.error_readings import ErrorReadingsDialog
from tradeoff_app.ui.dialogs.name_dialog import NameDialog
from tradeoff_app.ui.dialogs.problems import ProblemsDialog
from tradeoff_app.ui.dialogs.question import tell
from tradeoff_app.ui.dialogs.unit_list import UnitListDialog
from tradeoff_app.ui.dialogs.units import UnitsDialog
from tradeoff_app.ui.dialogs.update_data import UpdateDataDialog
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.steps.value.template_menu import TemplateMenu
from tradeoff_app.ui.widgets.links import LinkLabel

__all__ = ["canary"]

LONG = ("Lorem ipsum " * 833, "x" * 10_000)


def table(names: Iterator[str], good: int, *, every: int = 7, units: int = 60) -> str:
    """Results whose columns and cells are hostile, with failed rows among them."""
    text = io.StringIO()
    said = [next(names) for _ in range(8)]
    write = csv.writer(text, lineterminator="\n")
    write.writerow(["id", f"tier {said[0]}", f"done {said[1]}", f"cost {said[2]}", "status"])
    for at in range(units):
        is_failed = at % every == 0
        done, cost = ("", "") if is_failed else (int(at % 10 < good), at % 4)
        status = "timeout" if is_failed else "ok"
        write.writerow([f"u{at} {said[3]}", said[4 + at % 2], done, cost, status])
    return text.getvalue()


def leave(window: MainWindow, app: QApplication, dialog: QDialog) -> None:
    settle(app)
    audit(dialog)
    room = dialog.screen().availableSize().expandedTo(window.size())
    assert dialog.height() <= room.height(), dialog.windowTitle()[:60]
    assert dialog.width() <= room.width()
    dialog.reject()
    settle(app)


def test_that_dialogs_about_data_read_no_markup(canary: Canary, app: QApplication, tmp_path: Path) -> None:
    def names() -> Iterator[str]:
        return (text.replace("\x00", "")[:120] for text in texts_of(canary))

    window = compared(files(tmp_path, table(names(), 5), table(names(), 7, every=5, units=62)))
    audit(window)
    window.data_flow.do("columns")
    columns = dialog_of(window, ColumnMappingDialog)
    assert isinstance(columns, ColumnMappingDialog)
    wait_for(lambda: columns.is_ready, seconds=40)
    leave(window, app, columns)
    window.data_flow.do("define_segment")
    leave(window, app, dialog_of(window, DefineSegmentDialog))
    press(page_of(window), "What if they counted otherwise?")
    leave(window, app, dialog_of(window, ErrorReadingsDialog))
    page_of(window).matching.figures["only_after"].see.click()
    leave(window, app, dialog_of(window, UnitListDialog))
    metric = next(iter(window.document.project.metrics))
    window.explain(f"effect:{metric}|*")
    explained = dialog_of(window)
    for link in explained.findChildren(LinkLabel):
        if link.text() == "Show the units…":
            link.clicked.emit()
    leave(window, app, dialog_of(explained, UnitsDialog))
    leave(window, app, explained)
    window.data_flow._update_with(files(tmp_path, table(names(), 6), table(names(), 8)))
    leave(window, app, dialog_of(window, UpdateDataDialog))
    if window.session.problems:
        window.data_flow.do("problems")
        leave(window, app, dialog_of(window, ProblemsDialog))
    assert not canary.was_opened()


def test_that_menus_toasts_and_names_read_no_markup(canary: Canary, app: QApplication) -> None:
    texts = texts_of(canary)
    document = support_document(accepted=False)
    document.open(hostile(document.project, texts), document.evidence_source, document.evidence, is_saved=True)
    window = MainWindow(document)
    OPEN.append(window)
    window.show()
    for _ in range(4):
        save_template(document.project, next(texts))
    assert window.workspace is not None
    window.workspace.show_step("value")
    settle(app)
    for menu in window.findChildren(QMenu):
        menu.aboutToShow.emit()
    assert any(menu.actions() for menu in window.findChildren(TemplateMenu))
    audit(window)
    for menu in window.findChildren(QMenu):
        assert menu.sizeHint().width() <= 900, [action.text()[:80] for action in menu.actions()]
    said = next(texts)
    window.workspace.toast.show_notice(said, said, lambda: None)
    document.edit(document.project.change(title=said), f"Rename to {said}")
    settle(app)
    audit(window)
    leave(window, app, _opened(NameDialog(said, said, said, window)))
    window.workspace.copy_verdict()
    assert QApplication.clipboard().text() == window.workspace.verdict_bar.text()
    window.workspace.wait()
    assert not canary.was_opened()


def test_that_a_failure_is_told_without_any_of_it(canary: Canary, app: QApplication) -> None:
    window = open_window(is_story=True)
    said = next(texts_of(canary))

    def fail() -> None:
        raise ValueError(said)

    try:
        fail()
    except ValueError as error:
        failure = describe_failure(type(error), error.__traceback__)
    window.say_failure(failure)
    dialog = dialog_of(window)
    shown = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert canary.markup not in shown
    leave(window, app, dialog)
    window.actions_["about"].trigger()
    leave(window, app, dialog_of(window))
    assert not canary.was_opened()


@pytest.mark.parametrize("text", LONG)
def test_that_names_of_ten_thousand_letters_leave_the_window_usable(text: str, app: QApplication) -> None:
    document = support_document(accepted=False)
    project = document.project
    long = project.change(
        title=text,
        metrics={key: metric.model_copy(update={"label": text}) for key, metric in project.metrics.items()},
        segments={key: segment.model_copy(update={"label": text}) for key, segment in project.segments.items()},
        scenarios={key: scenario.model_copy(update={"label": text}) for key, scenario in project.scenarios.items()},
    )
    document.open(long, document.evidence_source, document.evidence, is_saved=True)
    window = MainWindow(document)
    OPEN.append(window)
    window.resize(1280, 720)
    window.show()
    settle(app)
    assert window.workspace is not None
    for step in window.workspace.steps:
        window.workspace.show_step(step.step_id)
        settle(app)
        window.grab()
        assert (window.width(), window.height()) == (1280, 720), step.step_id
    for name in ("why", "explain", "palette"):
        window.actions_[name].trigger()
        leave(window, app, dialog_of(window))
    document.edit(document.project.change(title=f"{text}!"), f"Rename to {text}")
    settle(app)
    assert window.actions_.menu.sizeHint().width() < 900
    window.files.ask_unsaved(lambda: None)
    question = dialog_of(window)
    assert {button.text() for button in question.findChildren(QPushButton)} >= {"Discard", "Cancel", "Save"}
    assert all(_is_inside(button, question) for button in question.findChildren(QPushButton))
    leave(window, app, question)
    for dialog in (
        tell(window, text, text, details=text),
        ProblemsDialog([Problem("error", "code", text, text, text, text)], window),
        UnitListDialog(text, [text, text], window),
        NameDialog(text, text, text, window),
    ):
        leave(window, app, _opened(dialog))
    window.workspace.wait()


def _opened(dialog: QDialog) -> QDialog:
    dialog.open()
    QApplication.sendPostedEvents(dialog, QEvent.Type.LayoutRequest)
    return dialog


def _is_inside(widget: QWidget, dialog: QDialog) -> bool:
    return bool(dialog.rect().contains(widget.geometry()))
