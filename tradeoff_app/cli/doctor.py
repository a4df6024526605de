"""`tradeoff doctor`: what this computer offers, so that a problem can be named before it bites."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Literal

from tradeoff_app.cli import errors, output
from tradeoff_app.cli.arguments import Parser
from tradeoff_app.cli.display import find_display

Level = Literal["ok", "warning", "missing"]
PACKAGES = (
    "PySide6-Essentials",
    "numpy",
    "scipy",
    "pandas",
    "pydantic",
    "reportlab",
    "openpyxl",
    "rfc8785",
)
QT_LIBRARIES = ("EGL", "GL", "xkbcommon", "dbus-1", "fontconfig", "xcb-cursor")


@dataclass(frozen=True)
class Check:
    """One thing that was looked at: what was found, and what to do where it is not right."""

    name: str
    level: Level
    found: str
    hint: str = ""


def add_arguments(parser: Parser) -> None:
    """Nothing besides the common options."""


def run(options: Namespace) -> int:
    """Look at everything and say what was found."""
    checks = [check() for check in CHECKS]
    if options.json:
        output.print_document({"schema": "tradeoff/doctor@1", "checks": [asdict(check) for check in checks]})
        return errors.DONE
    width = max(len(check.name) for check in checks)
    for check in checks:
        output.print_lines([f"{check.level.ljust(7)}  {check.name.ljust(width)}  {check.found} {check.hint}".rstrip()])
    return errors.DONE


def _check_program() -> Check:
    from tradeoff_app import __version__

    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    return Check("Tradeoff", "ok", f"{__version__}, Python {platform.python_version()}, {system}")


def _check_python() -> Check:
    version = sys.version_info[:2]
    found = ".".join(map(str, version))
    is_known = (3, 11) <= version <= (3, 13)
    return Check("Python", "ok" if is_known else "warning", found, "" if is_known else "Use Python 3.11, 3.12 or 3.13")


def _check_packages() -> Check:
    missing = [name for name in PACKAGES if _version(name) is None]
    found = ", ".join(f"{name} {_version(name)}" for name in PACKAGES if name not in missing)
    if missing:
        return Check("Packages", "missing", f"{found}; not there: {', '.join(missing)}", "Install again with: make run")
    return Check("Packages", "ok", found)


def _check_qt() -> Check:
    from tradeoff_app.app.guard import check_toolkit

    refusal = check_toolkit()
    if refusal is not None:
        return Check("Qt", "missing", refusal)
    return Check("Qt", "ok", f"PySide6 {_version('PySide6-Essentials')}")


def _check_libraries() -> Check:
    """The system libraries that Qt loads on Linux, looked up without loading Qt."""
    if sys.platform != "linux":
        return Check("System libraries", "ok", "come with Qt on this system")
    from ctypes.util import find_library

    missing = [name for name in QT_LIBRARIES if find_library(name) is None]
    if not missing:
        return Check("System libraries", "ok", "all that Qt needs")
    hint = "Debian/Ubuntu: apt-get install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxcb-cursor0"
    return Check("System libraries", "missing", f"not found: {', '.join(missing)}", hint)


def _check_display() -> Check:
    found = find_display()
    if found is None:
        return Check("Display", "warning", "there is none", "The window can't open; every command works without one")
    return Check("Display", "ok", found)


def _check_fonts() -> Check:
    from tradeoff_app.figures.fonts import CUTS

    missing = [path.name for path in CUTS.values() if not path.is_file()]
    if missing:
        return Check("Fonts", "missing", f"not there: {', '.join(missing)}", "Install again; briefings need them")
    return Check("Fonts", "ok", f"{len(CUTS)} cuts")


def _check_keyring() -> Check:
    """Signing and passphrases would be kept there; the module is only looked for, never loaded."""
    if importlib.util.find_spec("keyring") is None:
        return Check("Keyring", "warning", "no keyring is installed", "Nothing needs it yet")
    return Check("Keyring", "ok", f"keyring {_version('keyring')}")


def _check_data_folder() -> Check:
    from tradeoff_app.storage.places import data_folder

    folder = data_folder()
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    if os.access(existing, os.W_OK):
        return Check("Data folder", "ok", str(folder))
    return Check("Data folder", "warning", f"{folder} can't be written", "Earlier versions and recovery are off")


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


CHECKS: tuple[Callable[[], Check], ...] = (
    _check_program,
    _check_python,
    _check_packages,
    _check_qt,
    _check_libraries,
    _check_display,
    _check_fonts,
    _check_keyring,
    _check_data_folder,
)
