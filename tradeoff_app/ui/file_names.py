"""Titles as names of files, so that every system takes what a person called a project."""

from __future__ import annotations

import re

from tradeoff_app.app.translation import tr

LONGEST = 80


def file_name(title: str) -> str:
    """A title as a file name that every system takes, without an ending."""
    plain = re.sub(r"[^\w .+-]+", "-", title.replace("→", "to")).strip(" .-")
    return plain[:LONGEST].strip(" .-") or tr("Briefing")
