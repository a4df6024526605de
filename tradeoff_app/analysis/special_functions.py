"""scipy's special functions without the rest of scipy: only its compiled modules are loaded.

`import scipy.special` also clones numpy for other array libraries and with it fetches numpy's Fortran and test tools:
0.15 s of CPU before the first verdict. The functions are the same objects either way. Where scipy is built otherwise
than expected its whole package is imported.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

__all__ = ["special"]

PACKAGE = "scipy.special"


def _load() -> ModuleType:
    if PACKAGE in sys.modules:
        return sys.modules[PACKAGE]
    try:
        return _load_compiled()
    except (ImportError, AttributeError):
        return import_module(PACKAGE)


def _load_compiled() -> ModuleType:
    """The compiled module, loaded below a package that has a place but no code; the real one can follow any time."""
    spec = find_spec("scipy")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("scipy has no folder")
    place = ModuleType(PACKAGE)
    place.__path__ = [f"{folder}/special" for folder in spec.submodule_search_locations]
    sys.modules[PACKAGE] = place
    try:
        return import_module(f"{PACKAGE}._ufuncs")
    finally:
        if sys.modules.get(PACKAGE) is place:
            del sys.modules[PACKAGE]


if TYPE_CHECKING:
    from scipy import special
else:
    special = _load()
