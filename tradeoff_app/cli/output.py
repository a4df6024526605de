"""What a command prints: one document or a few lines on stdout, everything else on stderr."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from typing import Any, TextIO

from tradeoff_app.cli.errors import printable


class OutputError(Exception):
    """Standard output can't take what was printed."""

    code = "output"
    file = "standard output"
    place = ""
    hint = "Free some space, or print to another place"

    def __init__(self, failure: OSError) -> None:
        self.cause = f"it can't be written ({failure.strerror or type(failure).__name__})"
        super().__init__(self.cause)


def prepare_streams() -> None:
    """UTF-8 on every system, and no crash on a terminal that lacks a sign."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def print_document(document: Mapping[str, Any], *, on_one_line: bool = False) -> None:
    """The document as JSON and nothing else; NaN and infinity are a defect and refused."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=None if on_one_line else 1)
    _write(sys.stdout, text + "\n")


def print_lines(lines: Iterable[str]) -> None:
    """Lines for people, on stdout; nothing in them can act on the terminal."""
    _write(sys.stdout, "".join(f"{printable(line)}\n" for line in lines))


def say(message: str) -> None:
    """A message about the work, on stderr."""
    with contextlib.suppress(OSError, ValueError):
        sys.stderr.write(message + "\n")
        sys.stderr.flush()


def problem_line(file: str, place: str, text: str, hint: str) -> str:
    """`FILE: PLACE: TEXT HINT`; what is empty, or what the text begins with, is not said twice."""
    where = [part for part in (file, place) if part and not text.startswith(f"{part}: ")]
    return f"{': '.join([*where, text])} {hint}".rstrip()


def warn(messages: Iterable[str]) -> None:
    """Each warning in a line of its own, on stderr."""
    for message in messages:
        say(f"tradeoff: warning: {printable(message)}")


def _write(stream: TextIO, text: str) -> None:
    """Everything out at once; a reader that has gone (`| head`) is no failure, a full disk is."""
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        _discard_stdout()
    except OSError as failure:
        _discard_stdout()
        raise OutputError(failure) from failure


def _discard_stdout() -> None:
    """Whatever is still to be printed goes nowhere, also when the interpreter shuts down."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
