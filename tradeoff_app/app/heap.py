"""How the C library keeps freed memory: large pieces go back to the system at once, wherever it lets us say so."""

from __future__ import annotations

import sys

LARGE = 1 << 20
"""Bytes from which a piece is mapped by itself: the pages of a preview, the window's picture, draws of many cells."""
_MMAP_THRESHOLD = -3
"""`M_MMAP_THRESHOLD` of malloc.h."""


def map_large_pieces() -> bool:
    """Have pieces from `LARGE` bytes on mapped and unmapped one by one; whether the C library took it.

    glibc raises its own limit to the largest piece that was ever freed, up to 32 MB. From then on pictures and arrays
    come from the heap, between small things that stay, and hours of work leave it full of holes that fit nothing.
    """
    return _ask("mallopt", _MMAP_THRESHOLD, LARGE)


def give_back() -> bool:
    """Return what is free at the end and in the holes of the heap to the system; whether the C library did so."""
    return _ask("malloc_trim", 0)


def _ask(name: str, *numbers: int) -> bool:
    """What a function of glibc answers; False where there is none."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes

    function = getattr(ctypes.CDLL(None), name, None)
    return function is not None and bool(function(*numbers))
