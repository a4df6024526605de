"""The special functions are scipy's own, and scipy's whole package still works beside them."""

from __future__ import annotations

import os
import subprocess
import sys

from scipy import special as whole

from tradeoff_app.analysis.special_functions import special

FIRST_OURS = """
import sys
from tradeoff_app.analysis.special_functions import special
assert "scipy.special" not in sys.modules and "numpy.f2py" not in sys.modules
value = special.ndtri(0.3)
import scipy.special, scipy.stats
assert scipy.special.ndtri is special.ndtri and scipy.special._ufuncs is special
assert scipy.stats.norm.ppf(0.3) == value
"""
WITHOUT_PARTS = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name == "scipy.special._ufuncs" and not hasattr(sys.modules["scipy.special"], "__file__"):
            raise ImportError("built otherwise")
sys.meta_path.insert(0, Blocked())
from tradeoff_app.analysis.special_functions import special
assert special is sys.modules["scipy.special"] and special.ndtri(0.5) == 0
"""


def run(code: str) -> None:
    """The code in a process of its own; it must end well."""
    subprocess.run([sys.executable, "-c", code], check=True, env=dict(os.environ))


def test_that_the_functions_are_those_of_scipy() -> None:
    assert special.ndtri is whole.ndtri
    assert special.betaincinv is whole.betaincinv


def test_that_scipy_can_follow_whole_and_has_the_same_functions() -> None:
    run(FIRST_OURS)


def test_that_a_scipy_built_otherwise_is_imported_whole() -> None:
    run(WITHOUT_PARTS)
