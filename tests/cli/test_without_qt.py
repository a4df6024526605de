"""No command needs Qt: each runs in a process of its own in which importing it fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tradeoff_app import __version__
from tradeoff_app.cli.brief import RENDERERS
from tradeoff_app.cli.catalogue import COMMANDS

BLOCKER = """
import sys
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph"):
            raise ImportError(f"{name} is not allowed here")
sys.meta_path.insert(0, Blocked())
"""


DRIVER = """
import json, sys
from tradeoff_app.cli.command_line import run
codes = {" ".join(words): run(words) for words in json.loads(sys.argv[1])}
loaded = [name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6", "pyqtgraph")]
sys.stderr.write("\\n" + json.dumps({"codes": codes, "loaded": loaded}))
"""


def run_without_qt(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Python in a process that has no Qt and no display."""
    (folder / "sitecustomize.py").write_text(BLOCKER)
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    paths = os.pathsep.join([str(folder), str(Path(__file__).parents[2])])
    environment = kept | {"PYTHONPATH": paths, "TRADEOFF_DATA": str(folder / "data")}
    command = [sys.executable, *words]
    return subprocess.run(
        command, capture_output=True, text=True, env=environment, encoding="utf-8", timeout=120, check=False
    )


def test_that_the_blocker_blocks(tmp_path: Path) -> None:
    assert "not allowed" in run_without_qt(tmp_path, "-c", "import PySide6").stderr


def test_that_every_command_runs_without_qt(tmp_path: Path, support: Path, csv_pair: tuple[Path, Path]) -> None:
    before, after, project = str(csv_pair[0]), str(csv_pair[1]), str(support)
    commands = [
        ["inspect", before, after, "--json"],
        ["preview", before, "--json"],
        ["convert", before, after, "-o", str(tmp_path / "records")],
        ["new", before, after, "-o", str(tmp_path / "p.tradeoff")],
        ["update", str(tmp_path / "p.tradeoff"), before, after, "-o", str(tmp_path / "p2.tradeoff"), "--json"],
        ["evaluate", project, "--json"],
        *(["brief", project, "-o", str(tmp_path / f"b{ending}")] for ending in RENDERERS),
        ["compare", project, project],
        ["schema", "setup"],
        ["formats"],
        ["metrics"],
        ["doctor"],
        ["--version"],
        ["--help"],
    ]
    assert {words[0] for words in commands} >= {command.name for command in COMMANDS}
    ran = run_without_qt(tmp_path, "-c", DRIVER, json.dumps(commands))
    result = json.loads(ran.stderr.splitlines()[-1])
    assert {words: code for words, code in result["codes"].items() if code != 0} == {}
    assert result["loaded"] == []


def test_that_the_module_starts_without_qt(tmp_path: Path) -> None:
    ran = run_without_qt(tmp_path, "-m", "tradeoff_app", "--version")
    assert (ran.returncode, ran.stdout) == (0, f"tradeoff {__version__}\n")


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
