"""`make run` on a machine without a display says so and leaves the briefing in `out/`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_that_without_a_display_the_sample_becomes_a_pdf_and_a_workbook(tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, str(ROOT / "packaging" / "open_or_brief.py")]
    sample = str(ROOT / "sample_projects" / "support-bot.tradeoff")
    done = subprocess.run(
        [*command, sample], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "no display" in done.stdout
    assert (tmp_path / "out" / "support-bot.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "out" / "support-bot.xlsx").read_bytes().startswith(b"PK")
