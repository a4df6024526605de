"""Cells that Python wrote as it shows values: `{'ok': True, 'score': np.float64(0.5)}`; never evaluated."""

from __future__ import annotations

import ast
import re
from typing import Any

WRAPPED = re.compile(r"\b(?:np|numpy)\.(?:float|int|uint|bool|str)(?:\d+|_)?\(([^()]*)\)")
_STRING = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", re.DOTALL)
_NO_NUMBER = re.compile(r"(?<![\w.])-?(?:nan|inf|NaN|NaT|Infinity)(?![\w.])|<NA>")


class PythonTextError(ValueError):
    """A text that is no literal of Python."""


def read_python_text(text: str) -> Any:
    """The value that a text spells; numbers that are none become None. Raises PythonTextError.

    Only literals are understood: nothing that the text names is looked up or called.
    """
    try:
        return ast.literal_eval(_plain(text))
    except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
        raise PythonTextError(text[:40]) from None


def unwrap_number(text: str) -> str | None:
    """The number inside `np.float64(0.5)`; None where a text is written otherwise."""
    matched = WRAPPED.fullmatch(text.strip())
    return None if matched is None else matched[1].strip()


def _plain(text: str) -> str:
    """The same literal without wrappers of numpy and with None for NaN, outside of quoted strings."""
    parts: list[str] = []
    end = 0
    for quoted in _STRING.finditer(text):
        parts += [text[end : quoted.start()], quoted[0]]
        end = quoted.end()
    parts.append(text[end:])
    outside = range(0, len(parts), 2)
    for index in outside:
        parts[index] = _NO_NUMBER.sub("None", WRAPPED.sub(r"\1", parts[index]))
    return "".join(parts)
