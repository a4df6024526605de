"""Refuses to start where the toolkit would end the process later: PySide6 6.12 on Python before 3.12."""

from __future__ import annotations

import re
import sys

PACKAGES = ("PySide6-Essentials", "PySide6")


def refuse_bad_pair(python: tuple[int, int], pyside: str) -> str | None:
    """One sentence for a pair of Python and PySide6 that must not run together; None for a good one.

    PySide6 6.12 releases one reference to None with each call that returns None; before Python 3.12, where None became
    immortal, the process ends after some thousand calls.
    """
    found = re.match(r"(\d+)\.(\d+)", pyside)
    if found is None:
        return f"The installed PySide6 ({pyside}) can't be recognised; install PySide6-Essentials 6.11.2 or later 6.11."
    toolkit = (int(found.group(1)), int(found.group(2)))
    if toolkit >= (6, 12) and python < (3, 12):
        return (
            f"PySide6 {pyside} ends the program on Python {python[0]}.{python[1]} after some thousand calls; "
            "install PySide6-Essentials below 6.12, or use Python 3.12 or 3.13."
        )
    return None


def check_toolkit() -> str | None:
    """The sentence that refuses this installation; None where it may run."""
    from importlib.metadata import PackageNotFoundError, version

    for package in PACKAGES:
        try:
            return refuse_bad_pair(sys.version_info[:2], version(package))
        except PackageNotFoundError:
            continue
    return "PySide6 is not installed; run make run, which installs what is needed."
