"""Saved projects survive a killed program, and two people who save the same file never lose each other's work."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.small import make_small
from tradeoff_app.model.project import Project
from tradeoff_app.storage import atomic
from tradeoff_app.storage.errors import ChangedOnDisk
from tradeoff_app.storage.project_file import read_project, write_project

KILLS = int(os.environ.get("TRADEOFF_KILLS", "4"))
"""A release is tested with 500."""

SAVER = """
import sys
from pathlib import Path
from tests.storage.small import make_small
from tradeoff_app.storage.project_file import write_project
small, path, head = make_small(), Path(sys.argv[1]), None
for number in range(100000):
    head = write_project(path, small.project.change(title=str(number)), small.source, head and head.file_sha256)
    sys.stdout.write(f"{number}\\n")
    sys.stdout.flush()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
def test_that_no_save_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    """Killed at random moments: the file opens, and holds at least what was last acknowledged."""
    path, chance = tmp_path / "p.tradeoff", random.Random(7)
    root = str(Path(__file__).parents[2])
    environment = os.environ | {"PYTHONPATH": root, "TRADEOFF_DATA": str(tmp_path / "data")}
    for _ in range(KILLS):
        path.unlink(missing_ok=True)
        command = [sys.executable, "-c", SAVER, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
            assert process.stdout is not None
            first = process.stdout.readline()
            time.sleep(chance.random() * 0.05)
            process.kill()
            acknowledged = [first, *process.stdout.readlines()]
        whole = [line for line in acknowledged if line.endswith("\n")]
        assert whole, "the program did not start"
        assert int(read_project(path).project.title) >= int(whole[-1])
    atomic.sweep(tmp_path, older_than_seconds=-1)
    assert not list(tmp_path.glob(".tradeoff-*"))


@dataclass
class Instance:
    """One open window: what it opened, and the notes that it added since."""

    project: Project
    file_sha256: str
    mine: set[str] = field(default_factory=set)


def open_instance(path: Path) -> Instance:
    """Open what is on disk."""
    stored = read_project(path)
    return Instance(stored.project, stored.head.file_sha256)


STEPS = st.lists(st.tuples(st.integers(0, 1), st.sampled_from(["edit", "save", "reopen"])), max_size=25)


@given(STEPS)
@settings(max_examples=25, deadline=None)
def test_that_two_who_save_one_file_lose_nothing_unseen(steps: list[tuple[int, str]]) -> None:
    """What was acknowledged as saved stays in the file; who would overwrite it is refused."""
    folder = Path(os.environ["TRADEOFF_DATA"]).parent
    path, small, saved = folder / "shared.tradeoff", make_small(), set[str]()
    write_project(path, small.project, small.source)
    windows = [open_instance(path), open_instance(path)]
    for number, (who, what) in enumerate(steps):
        window = windows[who]
        if what == "edit":
            window.mine.add(str(number))
            window.project = window.project.change(notes={**window.project.notes, str(number): "x"})
        elif what == "reopen":
            windows[who] = open_instance(path)
        else:
            try:
                head = write_project(path, window.project, small.source, window.file_sha256)
            except ChangedOnDisk:
                continue
            window.file_sha256 = head.file_sha256
            saved |= window.mine
        assert saved <= set(read_project(path).project.notes)
