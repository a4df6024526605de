"""What the first window may cost: nothing that computes is imported before it is painted."""

from __future__ import annotations

import os
import subprocess
import sys

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
