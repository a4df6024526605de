"""Large pieces of memory go back to the system when they are freed, also after larger ones were."""

from __future__ import annotations

import platform
import subprocess
import sys

import pytest

SCRIPT = """
import ctypes, sys
from tradeoff_app.app.heap import LARGE, map_large_pieces

class Counts(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in (
        "arena", "ordblks", "smblks", "hblks", "mapped", "usmblks", "fsmblks", "uordblks", "fordblks", "keepcost")]

library = ctypes.CDLL(None)
library.mallinfo2.restype = Counts
if "mapped" in sys.argv:
    assert map_large_pieces()
largest = bytearray(16 * LARGE)
del largest
before = library.mallinfo2().mapped
piece = bytearray(2 * LARGE)
print(library.mallinfo2().mapped - before >= 2 * LARGE)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps large pieces in its heap")
@pytest.mark.parametrize(("how", "is_mapped"), [("plain", False), ("mapped", True)])
def test_that_a_large_piece_is_mapped_by_itself_once_it_was_asked_for(how: str, is_mapped: bool) -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT, how], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == str(is_mapped)
