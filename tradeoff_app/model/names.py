"""How long a name may be where people read it: some files have whole prompts for names."""

from __future__ import annotations

LONGEST_NAME = 300
"""Letters; more fill every page on which the name stands, and nobody reads them."""


def readable_name(name: str) -> str:
    """The name, cut in its middle where it is longer than anybody reads."""
    if len(name) <= LONGEST_NAME:
        return name
    half = (LONGEST_NAME - 1) // 2
    return f"{name[: LONGEST_NAME - 1 - half].rstrip()}…{name[-half:].lstrip()}"
