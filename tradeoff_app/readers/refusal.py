"""The one way in which a file is refused: which file, where in it, why, and what the PM can do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal, Self

TOO_LARGE = "Export fewer columns or rows."
RefusalCode = Literal["unreadable", "damaged", "encrypted"]


class ReadError(Exception):
    """A file that can't be read; its text is the line that people see, without the program's name.

    `others` are the refusals of further files of the same import.
    """

    others: tuple[ReadError, ...] = ()

    def __init__(self, code: RefusalCode, file: str, place: str, cause: str, hint: str = "") -> None:
        self.code: RefusalCode = code
        self.file = file
        self.place = place
        self.cause = cause
        self.hint = hint
        super().__init__(self.sentence)

    def with_others(self, others: Sequence[ReadError]) -> Self:
        """The same refusal with those of other files."""
        self.others = tuple(others)
        return self

    @property
    def parts(self) -> dict[str, str]:
        """Code, file, place, cause and hint by name."""
        return {"code": self.code, "file": self.file, "place": self.place, "cause": self.cause, "hint": self.hint}

    @property
    def sentence(self) -> str:
        """`FILE: PLACE: CAUSE. HINT`, parts left out where they are empty."""
        head = ": ".join(part for part in (self.file, self.place, self.cause.rstrip(".")) if part)
        return f"{head}. {self.hint}".strip()

    @property
    def exit_code(self) -> int:
        """3 where the input is not what it should be, 4 where it is damaged or needs a passphrase."""
        return 3 if self.code == "unreadable" else 4

    def __reduce__(self) -> tuple[type[ReadError], tuple[str, str, str, str, str]]:
        """Copies keep all parts."""
        return type(self), (self.code, self.file, self.place, self.cause, self.hint)


@contextmanager
def refuse_anything_else(file: str) -> Iterator[None]:
    """The boundary around every reader: whatever a strange file provokes becomes a refusal that names the file."""
    try:
        yield
    except ReadError:
        raise
    except MemoryError:
        raise ReadError("unreadable", file, "", "the file is too large for the memory it may use", TOO_LARGE) from None
    except Exception as error:
        cause = f"the file has a layout that is not known ({type(error).__name__})"
        raise ReadError("damaged", file, "", cause, "Export the results as CSV or JSON lines.") from error
