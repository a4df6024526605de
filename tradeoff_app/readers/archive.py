"""ZIP archives read member by member under limits: nothing is extracted, nothing in the directory is believed."""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Self

from tradeoff_app.readers.limits import MAX_MEMBER_BYTES, MAX_MEMBERS, MAX_UNPACKED_BYTES
from tradeoff_app.readers.refusal import ReadError

CHUNK = 1 << 18
STORED, DEFLATED, ZSTD = 0, 8, 93
LOCAL_HEADER = struct.Struct("<4s5H3I2H")
AGAIN = "Download or export it again."


def open_zip(path: Path, name: str) -> zipfile.ZipFile:
    """The archive's directory; raises ReadError where it is no readable ZIP."""
    try:
        return zipfile.ZipFile(path)
    except zipfile.BadZipFile:
        cause = "the archive is damaged or incomplete: its directory at the end is missing"
        raise ReadError("damaged", name, "", cause, AGAIN) from None
    except (OSError, ValueError, NotImplementedError, EOFError) as error:
        raise ReadError("damaged", name, "", f"the archive is damaged ({error})", AGAIN) from None


def list_members(path: Path, name: str) -> tuple[str, ...]:
    """Names of all members, as written; raises ReadError."""
    with open_zip(path, name) as archive:
        members = archive.namelist()
    if len(members) > MAX_MEMBERS:
        cause = f"the archive has {len(members):,} members, more than the limit of {MAX_MEMBERS:,}"
        raise ReadError("unreadable", name, "", cause, "Split the log.")
    return tuple(members)


def is_strange_name(member: str) -> bool:
    """Whether a member's name would leave the folder if someone extracted it."""
    parts = PurePosixPath(member.replace("\\", "/")).parts
    return member.startswith(("/", "\\")) or ".." in parts or member[1:2] == ":"


class Archive:
    """An open ZIP; where a name stands twice the last one counts."""

    def __init__(self, path: Path, name: str) -> None:
        self.name = name
        with open_zip(path, name) as directory:
            infos = directory.infolist()
        self._unpacked = 0
        self._infos = {info.filename: info for info in infos}
        counted = Counter(info.filename for info in infos)
        self.repeated = tuple(sorted(member for member, count in counted.items() if count > 1))
        self.strange = tuple(sorted(member for member in self._infos if is_strange_name(member)))
        self._refuse_overlap(infos)
        self._stream = path.open("rb")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()

    @property
    def members(self) -> tuple[str, ...]:
        """Names of the members, each once."""
        return tuple(self._infos)

    def has(self, member: str) -> bool:
        """Whether there is a member of exactly this name."""
        return member in self._infos

    def read(self, member: str, limit: int = MAX_MEMBER_BYTES) -> bytes:
        """All bytes of a member; raises ReadError where it is damaged, encrypted or too large."""
        info = self._infos[member]
        if info.flag_bits & 1:
            raise ReadError("encrypted", self.name, member, "this part is encrypted", "Remove the password first.")
        if stat.S_ISLNK(info.external_attr >> 16):
            raise ReadError("damaged", self.name, member, "this part is a link, not data", AGAIN)
        parts: list[bytes] = []
        size = checksum = 0
        try:
            for part in unpack(self._packed(info), info.compress_type):
                parts.append(part)
                size += len(part)
                checksum = zlib.crc32(part, checksum)
                self._count(member, size, len(part), limit)
        except ReadError:
            raise
        except Exception as error:  # noqa: BLE001 - each method has its own kind of error
            raise ReadError("damaged", self.name, member, f"this part is damaged ({error})", AGAIN) from None
        if checksum != info.CRC:
            cause = "this part is damaged: its checksum (CRC-32) is wrong"
            raise ReadError("damaged", self.name, member, cause, AGAIN)
        return b"".join(parts)

    def _packed(self, info: zipfile.ZipInfo) -> Iterator[bytes]:
        """The packed bytes of a member, in pieces."""
        stream = self._stream
        stream.seek(info.header_offset)
        head = stream.read(LOCAL_HEADER.size)
        if len(head) < LOCAL_HEADER.size or not head.startswith(b"PK\x03\x04"):
            raise ValueError("its local header is missing")
        name_length, extra_length = LOCAL_HEADER.unpack(head)[-2:]
        stream.seek(name_length + extra_length, 1)
        left = info.compress_size
        while left > 0:
            piece = stream.read(min(CHUNK, left))
            if not piece:
                raise EOFError("its data is cut off")
            left -= len(piece)
            yield piece

    def _count(self, member: str, size: int, part: int, limit: int) -> None:
        self._unpacked += part
        if size > limit:
            cause = f"this part is too large: it unpacks to more than the limit of {limit:,} bytes"
            raise ReadError("unreadable", self.name, member, cause, "Check where the file comes from.")
        if self._unpacked > MAX_UNPACKED_BYTES:
            cause = f"the file is too large: it unpacks to more than the limit of {MAX_UNPACKED_BYTES:,} bytes"
            raise ReadError("unreadable", self.name, member, cause, "Split the log.")

    def _refuse_overlap(self, infos: list[zipfile.ZipInfo]) -> None:
        """Members that share bytes are a bomb or damage, never the work of a tool."""
        ordered = sorted(infos, key=lambda info: info.header_offset)
        for before, after in pairwise(ordered):
            if before.header_offset + 30 + before.compress_size > after.header_offset:
                cause = f"two parts of the archive overlap ({before.filename!r}, {after.filename!r})"
                raise ReadError("damaged", self.name, "", cause, "Check where the file comes from.")


def unpack(packed: Iterable[bytes], method: int) -> Iterator[bytes]:
    """Unpacked pieces of bounded size; several zstd frames in a row are one member, as Inspect writes them."""
    if method == STORED:
        yield from packed
    elif method == DEFLATED:
        yield from _unpack_deflate(packed)
    elif method == ZSTD:
        yield from _unpack_zstd(packed)
    else:
        raise ValueError(f"it is packed in a way that is not supported (method {method})")


def _unpack_deflate(packed: Iterable[bytes]) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(-15)
    for piece in packed:
        pending = piece
        while pending and not unpacker.eof:
            yield unpacker.decompress(pending, CHUNK)
            pending = unpacker.unconsumed_tail
    yield unpacker.flush()
    if not unpacker.eof:
        raise EOFError("its data is cut off")


def _unpack_zstd(packed: Iterable[bytes]) -> Iterator[bytes]:
    from backports.zstd import ZstdDecompressor

    frame = ZstdDecompressor()
    is_inside = False
    for piece in packed:
        pending = piece
        while pending or frame.eof or not frame.needs_input:
            if frame.eof:
                pending = frame.unused_data
                frame = ZstdDecompressor()
                is_inside = False
                continue
            yield frame.decompress(pending, max_length=CHUNK)
            is_inside = True
            pending = b""
    if is_inside:
        raise EOFError("its data is cut off")
