"""Bytes to text: byte order marks, UTF-16 without a mark, strict UTF-8, then Windows-1252 with a warning."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.readers.refusal import ReadError

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NOT_TEXT_CODECS = frozenset({"unicode_escape", "raw_unicode_escape", "punycode", "idna", "mbcs", "oem", "undefined"})
MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
HIGH_BYTE = re.compile(rb"[\x80-\xff]")
LINE_END = re.compile(rb"\r\n|\r|\n")
BINARY = re.compile(r"[\x01-\x08\x0e-\x1a\x1c\x7f]")


@dataclass(frozen=True)
class Decoded:
    """Text of a file, the encoding it was read with, and what had to be guessed."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode_text(data: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Text of all bytes; raises ReadError where they are no text in the stated or in any likely encoding."""
    if encoding is not None:
        return _decode_stated(data, name, encoding)
    for mark, codec in MARKS:
        if data.startswith(mark):
            return Decoded(_decode_strictly(data[len(mark) :], name, codec).lstrip("\ufeff"), codec)
    unmarked = guess_utf16(data)
    if unmarked is not None:
        return Decoded(_decode_strictly(data, name, unmarked), unmarked, (_guessed(name, unmarked),))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        return _decode_legacy(data, name, error)


def guess_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero byte beside nearly every character; None where it is not that."""
    head = data[:4096]
    if len(head) < 4:
        return None
    half = len(head) // 2
    if head[1::2].count(0) > 0.7 * half and head[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def peek_text(head: bytes) -> str:
    """The sample as text for recognition; empty where it is binary."""
    for mark, codec in MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(codec, "ignore")
    text = head.decode(guess_utf16(head) or "utf-8", "replace")
    shown = text[:4096]
    is_binary = len(BINARY.findall(shown)) > 0.02 * len(shown) or shown.count("\0") > 0.05 * len(shown)
    return "" if is_binary else text


def find_line(data: bytes, offset: int) -> int:
    """1-based number of the line that holds this byte."""
    return sum(1 for _ in LINE_END.finditer(data, 0, offset)) + 1


def _decode_stated(data: bytes, name: str, encoding: str) -> Decoded:
    hint = "Choose utf-8, utf-16, cp1252 or the encoding that the file was saved in."
    try:
        codec = codecs.lookup(encoding)
    except (LookupError, ValueError):
        codec = None
    if (
        codec is None
        or codec.name.replace("-", "_") in NOT_TEXT_CODECS
        or not getattr(codec, "_is_text_encoding", True)
    ):
        raise ReadError("unreadable", name, "", f"there is no text encoding called {encoding!r}", hint)
    try:
        text = data.decode(codec.name)
    except UnicodeDecodeError as error:
        place = f"line {find_line(data, error.start)}"
        raise ReadError("unreadable", name, place, f"this is no {encoding} text", hint) from None
    return Decoded(text.removeprefix("\ufeff"), codec.name)


def _decode_strictly(data: bytes, name: str, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        place = f"line {find_line(data, error.start)}"
        cause = f"the file announces {codec} but byte {error.start:,} does not fit"
        raise ReadError("damaged", name, place, cause, "Export it again, as UTF-8.") from None


def _decode_legacy(data: bytes, name: str, error: UnicodeDecodeError) -> Decoded:
    """Windows-1252 where nothing looks like UTF-8; a UTF-8 file with a bad byte is refused with its line."""
    fitting = MULTIBYTE.findall(data)
    if 2 * len(fitting) >= len(HIGH_BYTE.findall(MULTIBYTE.sub(b"", data))) and fitting:
        place = f"line {find_line(data, error.start)}"
        cause = f"the file is UTF-8 except for byte {error.start:,} ({data[error.start]:#04x})"
        raise ReadError("damaged", name, place, cause, "Mend that line or export the file again, as UTF-8.") from None
    for codec in ("cp1252", "latin-1"):
        try:
            return Decoded(data.decode(codec), codec, (_guessed(name, codec),))
        except UnicodeDecodeError:
            continue
    raise AssertionError("latin-1 reads every byte")


def _guessed(name: str, codec: str) -> Problem:
    label = {"cp1252": "Windows-1252 (Latin)", "latin-1": "Latin-1"}.get(codec, codec.upper())
    text = f"The file does not say its encoding; it was read as {label}."
    return Problem("warning", "encoding_guessed", name, "", text, "Check letters such as é, ö or ñ; else choose it.")
