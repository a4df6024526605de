"""Briefing: the preview follows the choices, exports land on disk, a failed one says why and keeps the choices."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from tests.qt_rules import wait_for
from tests.ui.steps.stories import show_step
from tradeoff_app.ui.dialogs.export import Snapshot
from tradeoff_app.ui.dialogs.question import Question
from tradeoff_app.ui.explaining import quantity_of
from tradeoff_app.ui.file_names import file_name
from tradeoff_app.ui.steps.briefing.page import BriefingStep


def _ready(step: BriefingStep) -> BriefingStep:
    wait_for(lambda: step.preview.page_count() > 0 and not step._job.is_running and not step._clock.isActive())
    return step


def test_that_pages_and_sections_appear_by_themselves() -> None:
    step = _ready(show_step(BriefingStep))
    assert step.preview.page_count() >= 5
    assert list(step.controls.boxes)[:2] == ["memo", "effects"]
    assert step.page.subtitle().endswith("pages.")
    step.grab()


def test_that_only_pages_in_sight_are_ready_to_be_painted_and_none_of_a_hidden_preview() -> None:
    step = _ready(show_step(BriefingStep))
    pages, bar = step.preview.page_count(), step.preview.verticalScrollBar()
    assert pages > 3
    for place in (0, 0.5, 1):
        bar.setValue(round(place * bar.maximum()))
        wait_for(lambda: 0 < step.preview.unpacked_pages() <= 3)
    step.hide()
    assert step.preview.unpacked_pages() == 0
    step.show()
    wait_for(lambda: step.preview.unpacked_pages() > 0)


def test_that_the_pages_of_a_closed_project_go() -> None:
    step = _ready(show_step(BriefingStep))
    step.document.close()
    assert step.preview.page_count() == 0
    assert step._kept == ()


def test_that_the_audience_decides_how_many_pages_there_are() -> None:
    step = _ready(show_step(BriefingStep))
    step.controls.audience.set_choice("one-page")
    step.controls.audience.choice_changed.emit("one-page")
    wait_for(lambda: step.preview.page_count() == 1)
    assert list(step.controls.boxes) == ["memo"]


def test_that_a_section_can_be_left_out_and_none_at_all_is_said() -> None:
    step = _ready(show_step(BriefingStep))
    pages = step.preview.page_count()
    step.controls.boxes["method"].click()
    wait_for(lambda: 0 < step.preview.page_count() < pages)
    for name, box in step.controls.boxes.items():
        if name != "method":
            box.click()
    wait_for(lambda: step.preview.page_count() == 0)
    assert not step.pdf.isEnabled()
    assert "left out" in step._state.text()


def test_that_the_preview_follows_an_edit() -> None:
    step = _ready(show_step(BriefingStep))
    drawn = step._drawn
    step.document.edit(step.document.project.change(title="Another title"), "Title")
    wait_for(lambda: step._drawn != drawn)


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF"), ("excel", b"PK"), ("markdown", b"# ")])
def test_that_an_export_lands_on_disk_and_says_so(kind: str, start: bytes, tmp_path: Path) -> None:
    step = show_step(BriefingStep)
    path = tmp_path / f"briefing.{kind}"
    step.exporter.export(kind, Snapshot.of(step.document), step._choices(), path)
    wait_for(path.exists)
    wait_for(lambda: not step.exporter.is_running)
    assert path.read_bytes().startswith(start)
    assert step.toast.text() == f"Saved briefing.{kind}"


def test_that_a_failed_export_says_why_and_keeps_the_choices(tmp_path: Path) -> None:
    step = show_step(BriefingStep)
    step.controls.paper.set_choice("letter")
    heard: list[tuple[str, str]] = []
    step.exporter.failed.connect(lambda title, text: heard.append((title, text)))
    gone = tmp_path / "gone" / "briefing.md"
    step.exporter.export("markdown", Snapshot.of(step.document), step._choices(), gone)
    wait_for(lambda: bool(heard))
    assert heard[0][0] == "briefing.md was not written"
    assert "folder does not exist" in heard[0][1]
    assert step._choices().paper == "letter"
    assert step.findChildren(Question)
    assert step.controls.markdown.isEnabled()


def test_that_the_place_is_asked_for_with_a_good_name() -> None:
    step = _ready(show_step(BriefingStep))
    step.pdf.click()
    dialog = step.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "Support bot 4.2 to 4.3.pdf"
    dialog.reject()


def test_that_the_text_can_be_copied() -> None:
    step = _ready(show_step(BriefingStep))
    step.controls.copy.click()
    assert "For every 1,000 rare queries" in QGuiApplication.clipboard().text()


def test_that_any_title_makes_a_file_name() -> None:
    assert file_name("a/b:c*?") == "a-b-c"
    assert file_name("…") == "Briefing"


def test_that_the_key_figures_of_the_memo_can_be_explained_from_the_preview() -> None:
    step = _ready(show_step(BriefingStep))
    step.preview.menu_asked.emit(QPoint(10, 10))
    menu = next(menu for menu in step.findChildren(QMenu) if menu.isVisible())
    texts = [action.text() for action in menu.actions()]
    menu.close()
    assert len(texts) == 3
    assert texts[0].startswith("Explain: 44\u00a0more") or texts[0].startswith("Explain: 44 more")
    assert quantity_of(step.preview) == "effect:task_done|primary"


def test_that_every_choice_keeps_its_height_in_a_low_window() -> None:
    step = _ready(show_step(BriefingStep, size=(912, 380)))
    controls = step.controls
    assert controls.height() >= controls.minimumSizeHint().height()
    for control in (controls.audience, controls.paper, controls.language, controls.copy, *controls.boxes.values()):
        assert control.height() >= control.sizeHint().height()
