"""Plug-ins of other packages are not asked when models are made."""

from __future__ import annotations

import subprocess
import sys

SCRIPT = """
import sys
import tradeoff_app.model.project
assert "importlib.metadata" not in sys.modules
from pydantic.plugin._loader import get_plugins
assert get_plugins() == ()
"""


def test_that_no_model_looks_for_plugins_of_other_packages() -> None:
    subprocess.run([sys.executable, "-c", SCRIPT], check=True)
