"""What can go wrong with a file of ours, said as file, place, cause and hint."""

from __future__ import annotations

from typing import Literal

StorageCode = Literal[
    "not_found",
    "not_readable",
    "not_a_project",
    "newer_version",
    "damaged",
    "protected",
    "not_written",
    "changed_on_disk",
]


class StorageError(Exception):
    """One file that could not be read or written; `code` is stable, the texts are for people."""

    def __init__(self, code: StorageCode, file: str, place: str, cause: str, hint: str = "") -> None:
        super().__init__(f"{file}: {place}: {cause}. {hint}".rstrip())
        self.code = code
        self.file = file
        self.place = place
        self.cause = cause
        self.hint = hint


class ChangedOnDisk(StorageError):  # noqa: N818 - named for what happened
    """The file is not what was opened: somebody else saved meanwhile, so nothing is overwritten."""

    def __init__(self, file: str) -> None:
        super().__init__(
            "changed_on_disk",
            file,
            "file",
            "it was changed by somebody else since it was opened",
            "Compare the two versions, or save under another name",
        )
