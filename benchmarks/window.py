"""Switching a step in the real window, in CPU milliseconds until it is painted, and memory while a slider moves."""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import sys
import time
from pathlib import Path

import slider_to_paint as slider
from PySide6.QtWidgets import QApplication

from tradeoff_app.ui.main_window import MainWindow
from tradeoff_app.ui.steps.catalogue import STEPS

ROUNDS = 6
"""Times that every step is visited; the first visit of each is left out, because the page is read from the disk."""
PIECES = 10
"""Readings of memory: the first tenth of the moves fills what is kept from move to move."""


def main() -> None:
    """Print both; `--moves` sets how long the slider moves."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--moves", type=int, default=10_000)
    options = parser.parse_args()
    app, window = slider.open_benchmark(rows=1_000_000, metrics=10, segments=12, replicates=4000)
    switches = switch_steps(app, window)
    memory = move_long(app, window, options.moves)
    window.document.close()
    growth = memory[-1] / memory[1] - 1
    if options.json:
        said = {"switch_cpu_ms": switches, "memory_mb": memory, "memory_growth": growth, "moves": options.moves}
        print(json.dumps(said, indent=1))
        return
    for step, spent in switches.items():
        print(f"switch to {step:<10} {spent:6.1f} ms of CPU")
    print(f"memory over {options.moves} moves: {memory[0]:.0f}, {memory[1]:.0f} … {memory[-1]:.0f} MB ({growth:+.1%})")


def switch_steps(app: QApplication, window: MainWindow) -> dict[str, float]:
    """Median CPU milliseconds from asking for a step to its page painted, by step.

    Of the window's own thread: a preview that another step began beside it is no part of the switch.
    """
    assert window.workspace is not None
    spent: dict[str, list[float]] = {entry.step_id: [] for entry in STEPS}
    for visit in range(ROUNDS):
        for entry in STEPS:
            start = time.thread_time()
            window.workspace.show_step(entry.step_id)
            app.processEvents()
            if visit:
                spent[entry.step_id].append((time.thread_time() - start) * 1000)
            slider.settle(app, 0.4)
    return {step: statistics.median(each) for step, each in spent.items()}


def move_long(app: QApplication, window: MainWindow, moves: int) -> list[float]:
    """Resident megabytes after each tenth of the moves."""
    handle = slider.find_slider(app, window)
    memory = []
    for piece in range(PIECES):
        for step in range(moves // PIECES):
            slider.move(app, handle, piece + step)
        gc.collect()
        memory.append(resident_megabytes())
    return memory


def resident_megabytes() -> float:
    """Memory of this process that is in use now; where the system does not say, the most that was."""
    status = Path("/proc/self/statm")
    if status.exists():
        return int(status.read_text().split()[1]) * 4096 / 1e6
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
