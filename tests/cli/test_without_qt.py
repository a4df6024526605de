"""No command needs Qt: each runs in a process of its own in which importing it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

BLOCKER = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph"):
            raise ImportError(f"{name} is not allowed here")
sys.meta_path.insert(0, Blocked())
"""


def run_without_qt(folder: Path, words: list[str]) -> subprocess.CompletedProcess[str]:
    """The command in a process that has no Qt and no display."""
    (folder / "sitecustomize.py").write_text(BLOCKER)
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    paths = os.pathsep.join([str(folder), str(Path(__file__).parents[2])])
    environment = kept | {"PYTHONPATH": paths, "TRADEOFF_DATA": str(folder / "data")}
    command = [sys.executable, "-m", "tradeoff_app", *words]
    return subprocess.run(
        command, capture_output=True, text=True, env=environment, encoding="utf-8", timeout=60, check=False
    )


def test_that_the_blocker_blocks(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(BLOCKER)
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}
    ran = subprocess.run([sys.executable, "-c", "import PySide6"], capture_output=True, env=environment, check=False)
    assert b"not allowed" in ran.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["inspect", "{before}", "{after}", "--json"],
        ["preview", "{before}", "--json"],
        ["new", "{before}", "{after}", "-o", "{folder}/p.tradeoff"],
        ["evaluate", "{support}", "--json"],
        ["brief", "{support}", "-o", "{folder}/b.pdf"],
        ["brief", "{support}", "-o", "{folder}/b.xlsx"],
        ["brief", "{support}", "-o", "{folder}/b.txt"],
        ["brief", "{support}", "-o", "{folder}/b.md"],
        ["compare", "{support}", "{support}"],
        ["schema", "setup"],
        ["formats"],
        ["metrics"],
        ["doctor"],
        ["--version"],
        ["--help"],
    ],
    ids=lambda words: " ".join(words[:1] + words[-1:]),
)
def test_that_a_command_runs_without_qt(
    tmp_path: Path, support: Path, csv_pair: tuple[Path, Path], words: list[str]
) -> None:
    names = {"before": csv_pair[0], "after": csv_pair[1], "support": support, "folder": tmp_path}
    ran = run_without_qt(tmp_path, [word.format(**names) for word in words])
    assert ran.returncode == 0, ran.stderr
    assert "not allowed" not in ran.stderr


def test_that_a_reader_that_goes_away_is_no_failure(tmp_path: Path, support: Path) -> None:
    words = [sys.executable, "-m", "tradeoff_app", "evaluate", str(support), "--json"]
    environment = os.environ | {"TRADEOFF_DATA": str(tmp_path / "data")}
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    with process.stderr:
        assert process.stderr.read() == b""
    assert process.wait(60) == 0
