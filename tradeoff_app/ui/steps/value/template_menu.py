"""The menu of weight templates: take agreed weights over, or keep the present ones for the next release."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from tradeoff_app.app.document import Document
from tradeoff_app.app.trade_offs import with_points_by_rank
from tradeoff_app.app.translation import tr
from tradeoff_app.app.weight_templates import WeightTemplate, fitting, list_templates, save_template, with_template
from tradeoff_app.ui.dialogs.name_dialog import NameDialog
from tradeoff_app.ui.steps.value.edits import NamedEdits
from tradeoff_app.ui.widgets.buttons import make_button
from tradeoff_app.ui.widgets.shown_text import entry_text


class TemplateMenu(QMenu):
    """Filled each time it opens; `said` carries a sentence for the page to show."""

    said = Signal(str)

    def __init__(self, document: Document, edits: NamedEdits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._edits = document, edits
        self.aboutToShow.connect(self._fill)

    def make_button(self) -> QPushButton:
        """The button that opens it."""
        button = make_button(tr("Template…"), name=tr("Weights from a template"))
        button.setMenu(self)
        return button

    def _fill(self) -> None:
        self.clear()
        templates = list_templates()
        for template in templates:
            count = len(fitting(template, self._document.project))
            fit = tr("fits 1 metric") if count == 1 else tr("fits %n metrics", "", count)
            action = self.addAction(entry_text(f"{template.title} ({fit})"))
            action.setEnabled(count > 0)
            action.triggered.connect(partial(self._taken, template))
        self.addSeparator()
        ranked = self.addAction(tr("Points from their order alone"))
        ranked.setEnabled(sum(swing.points > 0 for swing in self._document.scenario.swing.values()) > 1)
        ranked.triggered.connect(self._ranked)
        keep = self.addAction(tr("Keep these weights as a template…"))
        keep.setEnabled(any(swing.points > 0 for swing in self._document.scenario.swing.values()))
        keep.triggered.connect(self._name_asked)

    def _taken(self, template: WeightTemplate, _checked: bool = False) -> None:
        outcome, project = self._document.outcome, self._document.project
        effects = {metric: outcome.effect(metric) for metric in project.metrics}
        levels = {metric: effect.baseline if effect else None for metric, effect in effects.items()}
        self._edits.state(
            with_template(project, template, levels), tr("Weights from template {title}", title=template.title)
        )

    def _ranked(self) -> None:
        self._edits.state(with_points_by_rank(self._document.project), tr("Points from their order alone"))

    def _name_asked(self) -> None:
        title = self._document.project.title
        dialog = NameDialog(tr("Keep these weights as a template"), tr("Name"), title, self.window(), tr("Keep"))
        dialog.name_given.connect(self._named)
        dialog.open()

    def _named(self, title: str) -> None:
        is_kept = save_template(self._document.project, title)
        kept, lost = tr("Kept as template {title}.", title=title), tr("The template could not be written.")
        self.said.emit(kept if is_kept else lost)
