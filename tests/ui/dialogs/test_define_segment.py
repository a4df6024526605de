"""A segment by a rule: only as many values can be ticked as somebody can read."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QLabel

from tradeoff_app.model.segment import Segment
from tradeoff_app.ui.dialogs.define_segment import MOST, DefineSegmentDialog


def _dialog(count: int) -> DefineSegmentDialog:
    def taken(_segment: Segment, _keep: bool) -> None:
        return

    values = [f"u{number:05d}" for number in range(count)]
    return DefineSegmentDialog({"id": values}, (), lambda _rule: 1, taken)


def test_that_a_column_of_ids_offers_its_first_values_and_says_so() -> None:
    dialog = _dialog(20_000)
    assert list(dialog.ticks["id"]) == [f"u{number:05d}" for number in range(MOST)]
    assert len(dialog.findChildren(QCheckBox)) == MOST + 1
    assert "The first 90 of 20,000 values." in [label.text() for label in dialog.findChildren(QLabel)]


def test_that_nothing_is_said_where_all_values_are_offered() -> None:
    dialog = _dialog(MOST)
    assert len(dialog.ticks["id"]) == MOST
    assert not any("first" in label.text() for label in dialog.findChildren(QLabel))
