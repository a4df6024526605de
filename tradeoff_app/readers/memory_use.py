"""How much memory this process has used at most, and what is not looked for in it while a file is read."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def leave_garbage() -> Iterator[None]:
    """No look for reference cycles inside: values of a file form none, and there may be millions to look through."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def peak_memory() -> int:
    """Largest resident size so far: `ru_maxrss` (bytes on macOS, kB on Linux) or Windows' peak working set."""
    if sys.platform == "win32":
        return _peak_working_set()
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024


def _peak_working_set() -> int:
    """PROCESS_MEMORY_COUNTERS.PeakWorkingSetSize of this process (Microsoft, psapi.h)."""
    import ctypes

    names = ("PageFaultCount", "PeakWorkingSetSize", "WorkingSetSize", "QuotaPeakPagedPoolUsage")
    more = ("QuotaPagedPoolUsage", "QuotaPeakNonPagedPoolUsage", "QuotaNonPagedPoolUsage", "PagefileUsage")

    class Counters(ctypes.Structure):
        """The record as psapi.h lays it out."""

        _fields_ = [
            ("cb", ctypes.c_uint32),
            (names[0], ctypes.c_uint32),
            *((name, ctypes.c_size_t) for name in (*names[1:], *more, "PeakPagefileUsage")),
        ]

    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - there on Windows alone
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.K32GetProcessMemoryInfo.argtypes = [ctypes.c_void_p, ctypes.POINTER(Counters), ctypes.c_uint32]
    kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
    return int(counters.PeakWorkingSetSize)
