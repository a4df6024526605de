"""How a command fails: one line that names file, place, cause and hint, and an exit code that scripts know."""

from __future__ import annotations

import re
from typing import Any, Protocol, cast, runtime_checkable

DONE = 0
ANSWER_IS_NO = 1
WRONG_USAGE = 2
NOT_READABLE = 3
DAMAGED = 4
NOT_WRITTEN = 5
DEFECT = 70
CANCELLED = 130

COMMAND_LINE = "command line"

EXIT_OF_CODE = {
    "usage": WRONG_USAGE,
    "damaged": DAMAGED,
    "encrypted": DAMAGED,
    "protected": DAMAGED,
    "not_written": NOT_WRITTEN,
    "output": NOT_WRITTEN,
    "changed_on_disk": NOT_WRITTEN,
    "cancelled": CANCELLED,
}

UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


@runtime_checkable
class Failure(Protocol):
    """What every refusal of ours has: of readers, of storage, of a setup file, of the command line."""

    code: str
    file: str
    place: str
    cause: str
    hint: str


class UsageError(Exception):
    """The command was called in a way that it does not have."""

    code = "usage"
    file = COMMAND_LINE

    def __init__(self, place: str, cause: str, hint: str = "") -> None:
        super().__init__(f"{place}: {cause}. {hint}".rstrip())
        self.place = place
        self.cause = cause
        self.hint = hint


def as_failure(error: BaseException) -> Failure | None:
    """The exception as a failure that can be told in one line; None for a defect of the program."""
    return cast("Failure", error) if isinstance(error, Failure) else None


def exit_code(failure: Failure) -> int:
    """The exit code of a failure: 3 where nothing else is agreed."""
    return EXIT_OF_CODE.get(failure.code, NOT_READABLE)


def sentence(failure: Failure) -> str:
    """`tradeoff: FILE: PLACE: CAUSE. HINT`, in one line whatever the file's name or cells hold."""
    parts = [printable(part) for part in (failure.file, failure.place, failure.cause.rstrip(". ")) if part]
    hint = printable(failure.hint)
    line = f"tradeoff: {': '.join(parts)}. {hint}".rstrip()
    return line if line.endswith((".", "?", "!")) else f"{line}."


def describe(failure: Failure) -> dict[str, Any]:
    """The `tradeoff/error@1` document."""
    return {
        "schema": "tradeoff/error@1",
        "code": failure.code,
        "file": printable(failure.file),
        "place": printable(failure.place),
        "cause": printable(failure.cause),
        "hint": printable(failure.hint),
    }


def printable(text: str) -> str:
    """The text with line breaks, control and direction characters shown as escapes, so that they can't act."""
    return UNPRINTABLE.sub(lambda match: match[0].encode("unicode_escape", "surrogatepass").decode(), str(text))
