"""What the first window may cost: nothing that computes is imported before it is painted."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.builders import support_bot
from tests.qt_rules import wait_for
from tradeoff_app.analysis.evidence import build_evidence
from tradeoff_app.analysis.table import make_source
from tradeoff_app.app.document import Document
from tradeoff_app.ui.steps.catalogue import STEPS
from tradeoff_app.ui.widgets.rail import ITEM_ROLE
from tradeoff_app.ui.workspace import Workspace

SCRIPT = """
import builtins, sys
plain = builtins.__import__
from tradeoff_app.ui.start import make_application, open_window
app = make_application()
window = open_window(app)
app.processEvents()
assert builtins.__import__ is plain
print(*sorted({name.partition(".")[0] for name in sys.modules} & {"numpy", "scipy", "pydantic", "pyqtgraph", "pandas"}))
"""


def test_that_the_first_window_is_painted_before_anything_slow_is_imported() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", SCRIPT], check=True, env=environment, capture_output=True, text=True)
    assert done.stdout.split() == []


def test_that_a_document_opened_by_hand_shows_its_first_step() -> None:
    seen, project = support_bot()
    document = Document()
    document.open(project, make_source(seen, project), build_evidence(seen, project), observations=seen)
    workspace = Workspace(document)
    workspace.show()
    workspace.refresh()
    for step in workspace.steps:
        assert (step.isVisible(), step.step_id == workspace.current_step()) in ((True, True), (False, False))
    workspace.show_step("decide")
    assert [step.step_id for step in workspace.steps if step.isVisible()] == ["decide"]
    workspace.show_step("data")
    assert [step.step_id for step in workspace.steps if step.isVisible()] == ["data"]
    workspace.close()
    workspace.wait()


def test_that_pages_are_made_when_they_are_shown_and_the_rest_while_nothing_happens() -> None:
    seen, project = support_bot()
    document = Document()
    document.open(project, make_source(seen, project), build_evidence(seen, project), observations=seen)
    workspace = Workspace(document)
    workspace.show()
    workspace.refresh()
    assert [step.step_id for step in workspace.made_steps()] == [workspace.current_step()]
    workspace.restore_layouts({"compare": 300})
    workspace.show_step("value")
    assert [step.step_id for step in workspace.made_steps()] == ["compare", "value"]
    document.begin_drag()
    workspace._pages._make_one()
    assert len(workspace.made_steps()) == 2
    document.end_drag()
    wait_for(lambda: len(workspace.made_steps()) == len(STEPS))
    assert workspace.rail.model().index(4, 0).data(ITEM_ROLE).count == "1"
    workspace.close()
    workspace.wait()


def test_that_a_page_shown_again_under_the_same_outcome_is_as_it_was() -> None:
    seen, project = support_bot()
    document = Document()
    document.open(project, make_source(seen, project), build_evidence(seen, project), observations=seen)
    workspace = Workspace(document)
    workspace.show()
    workspace.refresh()
    page, asked = next(step for step in workspace.steps if step.step_id == "compare"), []
    page.refresh = lambda: asked.append(document.selection)  # type: ignore[method-assign]
    workspace.show_step("value")
    workspace.show_step("compare")
    assert asked == []
    workspace.show_step("value")
    document.select(document.evidence.table.metrics[-1])
    workspace.show_step("compare")
    assert asked == [document.selection]
    workspace.show_step("value")
    document.edit(document.project.change(title="Another"), "Rename")
    workspace.show_step("compare")
    assert len(asked) == 2
    workspace.close()
    workspace.wait()
