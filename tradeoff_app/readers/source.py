"""A result file on disk: opened once, unpacked where it is gzip, hashed, and sampled for recognition."""

from __future__ import annotations

import hashlib
import os
import stat
import zlib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import BinaryIO

from tradeoff_app.readers.archive import Archive, list_members
from tradeoff_app.readers.limits import MAX_FILE_BYTES, MAX_GZIP_MEMBERS, MAX_UNPACKED_BYTES, SAMPLE_BYTES
from tradeoff_app.readers.reader import FileSample
from tradeoff_app.readers.refusal import ReadError

GZIP_MAGIC = b"\x1f\x8b"
ZIP_MAGIC = b"PK\x03\x04"
EMPTY_ZIP_MAGIC = b"PK\x05\x06"
FOOTER_MAGIC = b"PAR1"
CHUNK = 1 << 20
TAIL_BYTES = 16 << 10


class Source:
    """One file; every reader takes its bytes from here, so that all limits hold for all formats."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = os.fsencode(path.name).decode("utf-8", "replace")
        self.size = self._check()

    def _check(self) -> int:
        """Size in bytes; a pipe, a folder or a missing file is refused before anything is opened."""
        try:
            found = self.path.stat()
        except FileNotFoundError:
            raise ReadError(
                "unreadable", self.name, "", "there is no such file", "Check the name and the folder."
            ) from None
        except (OSError, ValueError) as error:
            raise _refuse_system(self.name, error) from None
        if stat.S_ISDIR(found.st_mode):
            raise ReadError("unreadable", self.name, "", "this is a folder", "Choose the result file inside it.")
        if not stat.S_ISREG(found.st_mode):
            raise ReadError("unreadable", self.name, "", "this is not a regular file", "Save it to disk first.")
        if found.st_size == 0:
            raise ReadError("unreadable", self.name, "", "the file is empty (0 bytes)", "Download or export it again.")
        if found.st_size > MAX_FILE_BYTES:
            raise _too_large(self.name, found.st_size, MAX_FILE_BYTES)
        return found.st_size

    @cached_property
    def sha256(self) -> str:
        """Hash of the bytes on disk, in hexadecimal."""
        digest = hashlib.sha256()
        with self._open() as stream:
            while chunk := stream.read(CHUNK):
                digest.update(chunk)
        return digest.hexdigest()

    @cached_property
    def first_bytes(self) -> bytes:
        """The beginning of the file as it lies on disk."""
        with self._open() as stream:
            return stream.read(SAMPLE_BYTES)

    @property
    def is_gzip(self) -> bool:
        """Whether the bytes on disk are gzip."""
        return self.first_bytes.startswith(GZIP_MAGIC)

    @property
    def is_zip(self) -> bool:
        """Whether the bytes on disk are a ZIP archive."""
        return self.first_bytes.startswith((ZIP_MAGIC, EMPTY_ZIP_MAGIC))

    @cached_property
    def sample(self) -> FileSample:
        """What formats look at to say whether a file is theirs."""
        from tradeoff_app.readers.encoding import peek_text

        members = list_members(self.path, self.name) if self.is_zip else None
        head = self._unpack(SAMPLE_BYTES) if self.is_gzip else self.first_bytes
        tail = b"" if self.is_gzip or members is not None else self._read_tail()
        text = "" if members is not None else peek_text(head)
        return FileSample(self.name, self.size, head, tail, text, members, self.is_gzip)

    @property
    def data(self) -> bytes:
        """All bytes, unpacked, read anew each time; refused where they exceed the limit for unpacked files."""
        if self.is_gzip:
            return self._unpack(None)
        if self.size > MAX_UNPACKED_BYTES:
            raise _too_large(self.name, self.size, MAX_UNPACKED_BYTES)
        with self._open() as stream:
            data = stream.read(MAX_UNPACKED_BYTES + 1)
        if "sha256" not in self.__dict__:
            self.__dict__["sha256"] = hashlib.sha256(data).hexdigest()
        return data

    def archive(self) -> Archive:
        """The ZIP archive, whose members are read by name and never extracted."""
        return Archive(self.path, self.name)

    def _open(self) -> BinaryIO:
        try:
            return self.path.open("rb")
        except OSError as error:
            raise _refuse_system(self.name, error) from None

    def _read_tail(self) -> bytes:
        """The last bytes; of a Parquet file at least its footer, which holds the names of its columns."""
        with self._open() as stream:
            stream.seek(max(0, self.size - TAIL_BYTES))
            tail = stream.read(TAIL_BYTES)
            if tail.endswith(FOOTER_MAGIC):
                wanted = min(int.from_bytes(tail[-8:-4], "little") + 8, SAMPLE_BYTES)
                stream.seek(max(0, self.size - max(wanted, TAIL_BYTES)))
                tail = stream.read(max(wanted, TAIL_BYTES))
            return tail

    def _unpack(self, enough: int | None) -> bytes:
        """Unpacked bytes: the first `enough`, or all of them up to the limit."""
        parts: list[bytes] = []
        total = 0
        try:
            for part in self._unpacked_parts():
                parts.append(part)
                total += len(part)
                if enough is not None and total >= enough:
                    return b"".join(parts)[:enough]
                if total > MAX_UNPACKED_BYTES:
                    raise _too_large(self.name, total, MAX_UNPACKED_BYTES)
        except (zlib.error, EOFError) as error:
            hint = "Download or export it again."
            raise ReadError("damaged", self.name, "", f"the gzip data is damaged or cut off ({error})", hint) from None
        return b"".join(parts)

    def _unpacked_parts(self) -> Iterator[bytes]:
        """Pieces of at most 1 MB; several gzip members in a row are one text."""
        with self._open() as stream:
            unpacker = zlib.decompressobj(wbits=31)
            pending = stream.read(CHUNK)
            members = 1
            while pending:
                part = unpacker.decompress(pending, CHUNK)
                pending = unpacker.unconsumed_tail
                yield part
                if unpacker.eof:
                    pending = unpacker.unused_data or stream.read(CHUNK)
                    unpacker = zlib.decompressobj(wbits=31)
                    if not pending or not pending.startswith(GZIP_MAGIC[: len(pending)]):
                        _refuse_trailing(pending, self.name)
                        return
                    members += 1
                    if members > MAX_GZIP_MEMBERS:
                        raise _too_many_members(self.name)
                pending = pending or stream.read(CHUNK)
            raise EOFError("end of the data is missing")


def _too_many_members(name: str) -> ReadError:
    cause = f"the gzip data is in more pieces than the limit of {MAX_GZIP_MEMBERS:,}"
    return ReadError("unreadable", name, "", cause, "Unpack it and choose the file inside.")


def _refuse_trailing(pending: bytes, name: str) -> None:
    """Zero bytes that fill up a tape or a block mean nothing; anything else may be rows that can't be unpacked."""
    if pending.strip(b"\0"):
        cause = "behind the gzip data stand bytes that can't be unpacked; rows may be missing"
        raise ReadError("damaged", name, "", cause, "Download or export it again.")


def _too_large(name: str, size: int, limit: int) -> ReadError:
    hint = "Export fewer columns or rows, or split the file."
    cause = f"the file is too large: {size:,} bytes (unpacked) are more than the limit of {limit:,}"
    return ReadError("unreadable", name, "", cause, hint)


def _refuse_system(name: str, error: Exception) -> ReadError:
    reason = getattr(error, "strerror", None) or str(error)
    return ReadError("unreadable", name, "", f"the system does not let us open it ({reason})", "Check its permissions.")
