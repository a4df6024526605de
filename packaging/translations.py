"""Translations of the window: `update` collects its words into the .ts files, `build` makes the .qm files from them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent


def sources() -> list[Path]:
    """The modules whose words Qt Linguist translates."""
    return sorted(path for room in ("app", "ui") for path in (ROOT / "tradeoff_app" / room).rglob("*.py"))


def update(target: Path) -> None:
    """Bring a .ts file in step with the words of the window; what nobody says any more is dropped."""
    names = [str(path.relative_to(ROOT)) for path in sources()]
    command = [TOOLS / "pyside6-lupdate", *names, "-no-obsolete", "-locations", "none", "-ts", target]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def build() -> None:
    """Make each .qm file anew that is older than its .ts file."""
    for source in sorted(FOLDER.glob("*.ts")):
        target = source.with_suffix(".qm")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            command = [TOOLS / "pyside6-lrelease", "-silent", source, "-qm", target]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        for file in sorted(FOLDER.glob("*.ts")):
            update(file)
    build()
