"""At 150 and 200 % the window is painted in that many pixels, and no word of any page is cut."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

PROGRAM = """
import json
from PySide6.QtWidgets import QApplication, QLabel
from tests.app.stories import story
from tradeoff_app.ui.start import make_application, open_window

app = make_application()
window = open_window(app)
window.resize(1280, 800)
project, evidence = story()
window.document.open(project, evidence.source, evidence, is_saved=True)
cut, ratios = [], set()
for step in window.workspace.steps:
    window.workspace.show_step(step.step_id)
    for _ in range(4):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    ratios.add(window.grab().devicePixelRatio())
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text():
            continue
        lines = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        is_wide = not label.wordWrap() and label.sizeHint().width() > label.width() + 1
        if lines > label.height() + 1 or is_wide:
            cut.append(f"{step.step_id}: {label.text()[:60]}")
window.workspace.wait()
window.session.close()
print(json.dumps({"cut": cut, "ratios": sorted(ratios)}))
"""


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_that_nothing_is_cut_at_any_scale(scale: float) -> None:
    environment = os.environ | {"QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout, done.stderr[-2000:]
    found = json.loads(done.stdout.splitlines()[-1])
    assert found["ratios"] == [scale]
    assert found["cut"] == []
