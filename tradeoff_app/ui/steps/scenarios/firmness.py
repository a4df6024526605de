"""How firm the answer of the scenario in force is, in sentences: everywhere, under other weights, in other rollouts."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.app.translation import tr
from tradeoff_app.ui.steps.spoken_step import make_section
from tradeoff_app.ui.widgets.text import make_label
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset


class Firmness(QWidget):
    """A head and a sentence a line; the lines can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head, self._remark = make_section(tr("How firm is the answer?"))
        column.addWidget(head)
        self.labels = {
            key: make_label("", "body", wraps=True, is_selectable=True) for key in ("everywhere", "weights", "rollout")
        }
        for label in self.labels.values():
            column.addWidget(label)

    def refresh(self, outcome: Outcome, speaker: Speaker, scenario: str) -> None:
        """Say what holds for the scenario in force."""
        self._remark.setText(tr("in “{name}”", name=scenario))
        said = {
            "everywhere": (speaker.dominance(outcome),),
            "weights": tuple(filter(None, (speaker.ship_share(outcome), *speaker.weights(outcome)))),
            "rollout": speaker.rollout_flips(outcome),
        }
        for key, label in self.labels.items():
            label.setText(typeset(" ".join(said[key])))
            label.setVisible(bool(said[key]))
