"""A large file read while a window stays open: how much memory it takes, how quickly the window answers, how fast it
can be cancelled. Prints what was measured beside what is promised; with --json one document."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does, but here numpy comes first

import numpy as np
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication
from read_files import HEADER, make_rows

from tradeoff_app.app.jobs import ImportJob
from tradeoff_app.app.spare_worker import SPARE
from tradeoff_app.model.mapping import ColumnMapping

METRICS = 8
TICK_MS = 5
MB = 1e6


@dataclass(frozen=True)
class Measured:
    """One promise: what was measured, the limit, and the unit of both."""

    what: str
    value: float
    limit: float
    unit: str


def write_file(path: Path, rows: int) -> Path:
    """One version's rows as CSV, by a process of its own: what writing takes is no part of the measured memory."""
    arguments = [str(Path(__file__).resolve()), "--write", str(path), "--rows", str(rows)]
    subprocess.run([sys.executable, *arguments], check=True)
    return path


def write_here(path: Path, rows: int) -> None:
    """The rows themselves."""
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(HEADER) + "\n")
        file.writelines(",".join(row) + "\n" for row in make_rows(rows, 1))


def resident(pid: int | str = "self", key: str = "VmRSS") -> float:
    """Bytes of a process that are in memory now, or were at most (VmHWM)."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next((float(line.split()[1]) * 1024 for line in lines if line.startswith(key)), 0.0)


class Watch:
    """The longest time that the window's thread was away from its loop, and the largest worker seen."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.worker = 0.0
        self.pid: int | None = None
        self._last = time.perf_counter()
        self._clock = QTimer()
        self._clock.setInterval(TICK_MS)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    def reset(self) -> None:
        """Forget what was seen."""
        self.longest, self._last = 0.0, time.perf_counter()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now
        if self.pid is not None:
            try:
                self.worker = max(self.worker, resident(self.pid, "VmHWM"))
            except OSError:
                self.pid = None


def wait_for(condition: Any, seconds: float = 120.0) -> float:
    """Let the window live until something holds; how long that took."""
    begun = time.perf_counter()
    while not condition():
        QCoreApplication.processEvents()
        time.sleep(0.001)
        if time.perf_counter() - begun > seconds:
            raise TimeoutError("nothing came")
    return time.perf_counter() - begun


def worker_id(job: ImportJob) -> int:
    """The process that reads."""
    process = job._worker._process
    return int(process.pid)


def is_warm() -> bool:
    """Whether a worker waits that has loaded everything."""
    return SPARE._spare is not None and SPARE._spare.is_ready


def read_once(path: Path) -> list[Measured]:
    """Memory and answers while one file is read to the end."""
    found: list[Any] = []
    steps: list[float] = []
    job = ImportJob()
    job.done.connect(found.append)
    job.failed.connect(lambda error: sys.exit(str(error)))
    job.progressed.connect(lambda share, _: steps.append(share))
    wait_for(is_warm)
    before = resident()
    watch = Watch()
    job.start([path], ColumnMapping())
    watch.pid = worker_id(job)
    seconds = wait_for(lambda: found)
    longest, after = watch.longest, resident()
    size, numeric = path.stat().st_size, 8 * METRICS * len(found[0].units)
    return [
        Measured("time to read", seconds, float("inf"), "s"),
        Measured("steps of progress seen", len(set(steps)), float("inf"), ""),
        Measured("worker's peak", watch.worker / MB, 250 + 8 * size / MB, "MB"),
        Measured("program before", before / MB, float("inf"), "MB"),
        Measured("program afterwards", after / MB, 150 + 1.5 * numeric / MB, "MB"),
        Measured("added to the program", (after - before) / MB, float("inf"), "MB"),
        Measured("longest silence of the window", longest * 1000, 100, "ms"),
    ]


def cancel_often(path: Path, times: int) -> list[Measured]:
    """Cancel at random moments: until the window is free again, and until a worker waits for the next file."""
    chance = np.random.default_rng(4)
    free: list[float] = []
    idle: list[float] = []
    for _ in range(times):
        wait_for(is_warm)
        job = ImportJob()
        job.start([path], ColumnMapping())
        pause = float(chance.uniform(0.0, 2.5))
        begun = time.perf_counter()
        wait_for(lambda begun=begun, pause=pause, job=job: time.perf_counter() - begun > pause or not job.is_running)
        clicked = time.perf_counter()
        job.cancel()
        QCoreApplication.processEvents()
        free.append(time.perf_counter() - clicked)
        wait_for(is_warm)
        idle.append(time.perf_counter() - clicked)
    return [
        Measured(f"cancelled {times} times: usable window, median", statistics.median(free) * 1000, 300, "ms"),
        Measured(f"cancelled {times} times: usable window, longest", max(free) * 1000, 300, "ms"),
        Measured(f"cancelled {times} times: idle worker, median", statistics.median(idle) * 1000, 1000, "ms"),
        Measured(f"cancelled {times} times: idle worker, longest", max(idle) * 1000, 1000, "ms"),
    ]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000, help="rows of the file; a million are 60 MB")
    parser.add_argument("--times", type=int, default=50, help="how often to cancel")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--write", type=Path, help="write the file and end")
    chosen = parser.parse_args()
    if chosen.write is not None:
        write_here(chosen.write, chosen.rows)
        return
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        path = write_file(Path(folder) / "large.csv", chosen.rows)
        SPARE.prepare()
        found = [*cancel_often(path, chosen.times), *read_once(path)]
        SPARE.close()
    application.quit()
    if chosen.json:
        rows = [{**asdict(one), "limit": None if one.limit == float("inf") else one.limit} for one in found]
        print(json.dumps({"measured": rows}, indent=1))
        return
    for one in found:
        promise = "" if one.limit == float("inf") else f"  (promised at most {one.limit:,.0f})"
        print(f"{one.what:<52} {one.value:10.1f} {one.unit:<3}{promise}")


if __name__ == "__main__":
    main()
