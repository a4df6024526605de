"""Kills the program at random moments of editing and looks how old the work is that comes back.

    python benchmarks/kill_while_editing.py --kills 200

A process of its own edits a sample in the real window, an edit every few tens of milliseconds, and writes down the
moment of each before it makes it (a process that is killed loses nothing that it wrote to a file). It is killed with
SIGKILL at a random moment. Then the snapshots are read as the next start does: the newest edit that came back may be at
most two seconds older than the kill. Prints how many of the kills that held for, and how much work was lost.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SAMPLE = ROOT / "sample_projects" / "support-bot.tradeoff"
ALLOWED_SECONDS = 2.0
LONGEST_EDITING = 4.0
"""Seconds of editing before the latest kill."""
READING = threading.Lock()
"""Which folder is read is said by the environment, of which there is one."""


def edit_for_ever(path: str, journal: str) -> None:
    """Open a window on the project and edit it until somebody kills us; each line of the journal is a moment."""
    from PySide6.QtCore import QTimer

    from tradeoff_app.ui.start import make_application, open_window

    app = make_application()
    window = open_window(app, [path])
    chance = random.Random(os.getpid())
    lines = os.open(journal, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    count = 0

    def edit() -> None:
        nonlocal count
        document = window.document
        if document.is_open:
            count += 1
            os.write(lines, f"{count} {time.time()}\n".encode())
            document.edit(document.project.change(title=f"edit {count}"), f"Rename to edit {count}")
        clock.start(chance.randint(5, 120))

    clock = QTimer()
    clock.setSingleShot(True)
    clock.timeout.connect(edit)
    clock.start(0)
    app.exec()


def in_own_folder(seconds: float) -> float:
    """One kill with settings and data of its own."""
    folder = Path(tempfile.mkdtemp(prefix="tradeoff-kill-"))
    try:
        return kill_after(seconds, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def kill_after(seconds: float, folder: Path) -> float:
    """Seconds of work that a kill lost: from the first edit that did not come back to the kill."""
    journal, data = folder / "journal", folder / "data"
    environment = os.environ | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "PYTHONPATH": str(ROOT),
        "TRADEOFF_DATA": str(data),
        "TRADEOFF_CONFIG": str(folder / "config"),
    }
    command = [sys.executable, str(Path(__file__).resolve()), "--edit", str(SAMPLE), str(journal)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        while not (journal.exists() and journal.stat().st_size):
            if process.poll() is not None:
                raise SystemExit("the editing process ended by itself")
            time.sleep(0.01)
        time.sleep(seconds)
        process.kill()
        killed_at = time.time()
        process.wait()
    moments = [line.split() for line in journal.read_text(encoding="ascii").splitlines()]
    made = {int(number): float(moment) for number, moment in moments}
    back = recovered_edit(data)
    lost = [moment for number, moment in made.items() if number > back]
    return killed_at - min(lost) if lost else 0.0


def recovered_edit(data: Path) -> int:
    """The number of the newest edit that the next start would offer; 0 where it offers nothing."""
    from tradeoff_app.storage.recovery import list_snapshots, read_snapshot

    with READING:
        os.environ["TRADEOFF_DATA"] = str(data)
        snapshots = list_snapshots()
        return int(read_snapshot(snapshots[0].path).project.title.removeprefix("edit ")) if snapshots else 0


def main() -> int:
    """0 where every kill lost at most two seconds of work."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=1)
    parser.add_argument("--edit", nargs=2, metavar=("PROJECT", "JOURNAL"))
    options = parser.parse_args()
    if options.edit:
        edit_for_ever(*options.edit)
        return 0
    chance = random.Random(options.seed)
    with ThreadPoolExecutor(options.at_once) as pool:
        lost = list(pool.map(in_own_folder, [chance.random() * LONGEST_EDITING for _ in range(options.kills)]))
    held = sum(seconds <= ALLOWED_SECONDS for seconds in lost)
    print(
        json.dumps(
            {
                "kills": options.kills,
                "at_most_two_seconds_lost": f"{held}/{options.kills}",
                "lost_seconds": {
                    "median": round(statistics.median(lost), 2),
                    "p95": round(sorted(lost)[int(0.95 * (len(lost) - 1))], 2),
                    "most": round(max(lost), 2),
                },
            }
        )
    )
    return 0 if held == options.kills else 1


if __name__ == "__main__":
    sys.exit(main())
