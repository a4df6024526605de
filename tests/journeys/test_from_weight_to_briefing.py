"""A person drags a weight, answers a regression and exports the briefing, in the real window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys.window import open_window
from tests.qt_rules import wait_for
from tradeoff_app.ui.dialogs.export import Snapshot
from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.steps.briefing.page import BriefingStep
from tradeoff_app.ui.steps.decide.page import DecideStep
from tradeoff_app.ui.steps.step import Step
from tradeoff_app.ui.steps.value.page import ValueStep


def _go(window: MainWindow, kind: type[Step]) -> Step:
    workspace = window._ready_workspace()
    step = next(step for step in workspace.steps if isinstance(step, kind))
    workspace.show_step(step.step_id)
    QApplication.processEvents()
    return step


def _drag_right(slider: QWidget) -> None:
    middle = slider.height() // 2
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() // 2, middle))
    for x in range(slider.width() // 2, slider.width() - 10, 6):
        QTest.mouseMove(slider, QPoint(x, middle))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 10, middle))


def test_that_a_dragged_weight_an_answer_and_an_export_are_three_steps_away(tmp_path: Path) -> None:
    window = open_window(is_story=True)
    value = _go(window, ValueStep)
    assert isinstance(value, ValueStep)
    workspace = window._ready_workspace()
    before = workspace.verdict_bar.text()
    _drag_right(value.money._rows[0].slider)
    assert workspace.verdict_bar.text() != before
    assert window.document.undo_name is not None
    decide = _go(window, DecideStep)
    assert isinstance(decide, DecideStep)
    for card in decide.cards.values():
        card.choice.choice_changed.emit("block")
    assert window.document.outcome.verdict.recommendation == "HOLD"
    assert "Hold" in workspace.verdict_bar.text()
    briefing = _go(window, BriefingStep)
    assert isinstance(briefing, BriefingStep)
    target = tmp_path / "briefing.pdf"
    briefing.exporter.export("pdf", Snapshot.of(window.document), briefing._choices(), target)
    wait_for(lambda: not briefing.exporter.is_running)
    assert target.read_bytes().startswith(b"%PDF")
    briefing.wait()
    while window.document.undo_name is not None:
        window.document.undo()
    assert workspace.verdict_bar.text() == before
