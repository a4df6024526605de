"""Steps that bring older project files up to the present format, one file a step, never edited after its release."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

FORMAT_VERSION = 1
"""The format that this version writes; a file that asks for a later reader is refused by name."""

Step = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: tuple[Step, ...] = ()
"""`STEPS[n]` turns a document of format n + 1 into one of format n + 2; the present format is the first."""


def bring_up_to_date(document: dict[str, Any], version: int) -> dict[str, Any]:
    """The document in the present format."""
    for step in STEPS[version - 1 :]:
        document = step(document)
    return document
