"""Does one thing again and again in the real window and says what stays: memory, widgets, widgets without a parent.

    python benchmarks/soak_rounds.py [kind ...]

One line per kind: how often, the seconds it took, and RSS (MB), widgets and orphans at rest after a fifth, three fifths
and all of the rounds. Exit code 1 where a kind grew: by a tenth in memory, or at all in widgets.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from worked_window import (
    HOME,
    SAMPLES,
    SIZES,
    answer_file_dialogs,
    bring_to_rest,
    close_dialogs,
    close_for_good,
    let_pass,
    state_of,
)

from tradeoff_app.ui.dialogs.export import Choices, Exporter, Snapshot
from tradeoff_app.ui.start import make_application, open_window
from tradeoff_app.ui.steps.briefing.page import BriefingStep

if TYPE_CHECKING:
    from tradeoff_app.ui.workspace import Workspace

GROWTH_ALLOWED = 0.10
DEPTH = 100
"""Steps that are taken back and brought again."""
TIMES = {
    "steps": 300, "resize": 100, "dialogs": 50, "theme": 200, "language": 200, "edit": 2000, "undo": 5000, "pdf": 50,
    "excel": 50, "preview": 50, "project": 100,
}  # fmt: skip


class Rounds:
    """Each method is one round of its kind; `number` counts from 0."""

    def __init__(self) -> None:
        self.app = make_application()
        answer_file_dialogs()
        self.samples = sorted(SAMPLES.glob("*.tradeoff"))
        self.window = open_window(self.app, [str(self.samples[-1])])
        self._wait(lambda: self.window.document.is_open)
        self._exporter = Exporter(self.window)
        self._step = -1

    def settle(self) -> None:
        """Let everything that waits happen, deletions as well."""
        for _ in range(3):
            self.app.processEvents()
            self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def project(self, number: int) -> None:
        """Close what is open, open a sample, look at a page."""
        self.window.document.close()
        self.settle()
        self.window.session.open_project(self.samples[number % len(self.samples)], is_sample=True)
        self._wait(lambda: self.window.document.is_open)
        self.steps(number)

    def steps(self, number: int) -> None:
        """One page after the other."""
        self._workspace().show_step_at(number % 9)

    def resize(self, number: int) -> None:
        """One size after the other."""
        self.window.resize(*SIZES[number % len(SIZES)])

    def theme(self, number: int) -> None:
        """Dark, then light."""
        self.window._set_scheme(("dark", "light")[number % 2])

    def language(self, number: int) -> None:
        """German, then English."""
        self.window._set_language(("de", "en")[number % 2])

    def edit(self, number: int) -> None:
        """One more number is stated."""
        scenario = self.window.document.scenario.model_copy(update={"running_cost_per_month": float(number + 1)})
        self.window.document.edit_scenario(scenario, "Running cost")

    def undo(self, _number: int) -> None:
        """One step back, and from the first one on all forward again."""
        document = self.window.document
        while document.undo_name is None and document.redo_name is None:
            for number in range(DEPTH):
                self.edit(number)
        if document.undo_name is None or document.redo_name is None:
            self._step = 1 if document.undo_name is None else -1
        (document.undo if self._step < 0 else document.redo)()

    def dialogs(self, _number: int) -> None:
        """Every dialog that needs no file."""
        window = self.window
        for show in (
            window.show_why,
            window.show_palette,
            window.show_shortcuts,
            window._show_about,
            lambda: window.data_flow.do("define_segment"),
            lambda: window.explain("value"),
            lambda: window.files.ask_unsaved(lambda: None),
        ):
            show()
            self.settle()
            close_dialogs(window)
            self.settle()

    def pdf(self, _number: int) -> None:
        """The briefing as PDF."""
        self._export("pdf")

    def excel(self, _number: int) -> None:
        """The briefing as workbook."""
        self._export("excel")

    def preview(self, _number: int) -> None:
        """The pages are set and drawn anew."""
        self._workspace().show_step("briefing")
        page = self.window.findChild(BriefingStep)
        assert page is not None
        page._draw()
        self._wait(lambda: not page._job.is_running)

    def _export(self, kind: str) -> None:
        self._exporter.export(kind, Snapshot.of(self.window.document), Choices(), Path(HOME) / f"briefing.{kind}")
        self._wait(lambda: not self._exporter.is_running)

    def _workspace(self) -> Workspace:
        workspace = self.window.workspace
        assert workspace is not None
        return workspace

    def _wait(self, ready: Callable[[], bool]) -> None:
        end = time.monotonic() + 60.0
        while not ready():
            assert time.monotonic() < end, "it never happened"
            let_pass(self.app, 0.002)


def work(rounds: Rounds, kind: str) -> bool:
    """Do all rounds of a kind and print what they left; whether that stayed."""
    act, times, states = getattr(rounds, kind), TIMES[kind], []
    began = time.monotonic()
    for number in range(times):
        act(number)
        rounds.settle()
        if number + 1 in (times // 5, 3 * times // 5, times):
            bring_to_rest(rounds.app, rounds.window)
            states.append(state_of(rounds.app))
    first, last = states[0], states[-1]
    stays = last["Rss"] < first["Rss"] * (1 + GROWTH_ALLOWED) and last["widgets"] <= first["widgets"]
    seconds = round(time.monotonic() - began, 1)
    print(json.dumps({"kind": kind, "times": times, "seconds": seconds, "states": states, "stays": stays}), flush=True)
    return stays


def main() -> int:
    """0 where everything stayed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[[], *TIMES], default=[])
    kinds = parser.parse_args().kinds or list(TIMES)
    rounds = Rounds()
    answers = [work(rounds, kind) for kind in kinds]
    close_for_good(rounds.window)
    return 0 if all(answers) else 1


if __name__ == "__main__":
    sys.exit(main())
