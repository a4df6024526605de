"""Opens the window on a project; without a display, evaluates it and writes its PDF and workbook to `out/`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from tradeoff_app.__main__ import main


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere when X11 or Wayland is there."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def brief(project: str) -> int:
    """Write the briefing of `project` as PDF and workbook into `out/`; the first exit code that is not 0, else 0."""
    out = Path("out")
    out.mkdir(exist_ok=True)
    print("There is no display here, so no window opens; writing the briefing instead.")
    for ending in ("pdf", "xlsx"):
        target = out / f"{Path(project).stem}.{ending}"
        code = main(["brief", project, "-o", str(target)])
        if code:
            return code
        print(f"Wrote {target}")
    return main(["evaluate", project])


if __name__ == "__main__":
    sys.exit(main([sys.argv[1]]) if has_display() else brief(sys.argv[1]))
