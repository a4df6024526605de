"""Opens the window on a project; without a display, evaluates it and writes its PDF and workbook to `out/`."""

from __future__ import annotations

import sys
from pathlib import Path

from tradeoff_app.cli.command_line import run
from tradeoff_app.cli.display import find_display


def brief(project: str) -> int:
    """Evaluate `project` and write its briefing as PDF and workbook into `out/`; the first exit code that is not 0."""
    out = Path("out")
    out.mkdir(exist_ok=True)
    print("There is no display here, so no window opens; writing the briefing instead.")
    for ending in ("pdf", "xlsx"):
        target = out / f"{Path(project).stem}.{ending}"
        code = run(["brief", project, "-o", str(target)])
        if code:
            return code
    return run(["evaluate", project])


def open_window(project: str) -> int:
    """Open the window on `project`; the exit code of the application."""
    from tradeoff_app.ui.start import run as run_window

    return run_window(project)


if __name__ == "__main__":
    sys.exit(brief(sys.argv[1]) if find_display() is None else open_window(sys.argv[1]))
