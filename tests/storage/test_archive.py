"""An archive carries project and rows, and shows any member that is not what its manifest says."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import zipfile
from pathlib import Path

import numpy as np
import pytest

from tests.storage.small import Small, make_observations
from tradeoff_app.storage.archive import MANIFEST, read_archive, write_archive
from tradeoff_app.storage.errors import StorageError
from tradeoff_app.storage.history_copies import list_copies
from tradeoff_app.storage.project_document import is_same_evidence
from tradeoff_app.storage.project_file import read_project


@pytest.fixture
def archive(tmp_path: Path, small: Small) -> Path:
    """The small project with rows."""
    path = tmp_path / "p.tradeoffz"
    write_archive(path, small.project, small.source, make_observations())
    return path


def rebuilt(path: Path, **changes: bytes | None) -> bytes:
    """The archive with members replaced (or left out), under its old manifest."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            key = name.partition(".")[0].replace("/", "_")
            content = changes.get(key, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return buffer.getvalue()


def test_that_project_and_rows_read_back_equal(archive: Path, small: Small) -> None:
    found = read_archive(archive.read_bytes(), archive.name)
    expected, again = make_observations(), found.observations
    assert found.stored.project == small.project
    assert is_same_evidence(found.stored.evidence_source, small.source)
    assert again.rows.value.tobytes() == expected.rows.value.tobytes()
    assert np.array_equal(again.rows.unit, expected.rows.unit)
    for name in ("arms", "units", "metrics", "raters", "files", "outputs", "questions", "unit_column", "pairing"):
        assert getattr(again, name) == getattr(expected, name)
    assert again.dimensions["tier"].labels == ("head", "tail")
    assert again.cluster is not None
    assert again.cluster.codes.tolist() == [0, 1] * 6


def test_that_an_archive_opens_like_any_project(archive: Path, small: Small) -> None:
    assert read_project(archive).project == small.project


def test_that_the_same_project_gives_the_same_archive(archive: Path, tmp_path: Path, small: Small) -> None:
    again = tmp_path / "again.tradeoffz"
    write_archive(again, small.project, small.source, make_observations())
    assert archive.read_bytes() == again.read_bytes()


@pytest.mark.parametrize(
    "changes",
    [
        {"rows_value": b"\x93NUMPY"},
        {"rows_header": b"{}"},
        {"project": b"{}"},
        {"rows_unit": None},
        {"manifest": b"{"},
    ],
)
def test_that_a_changed_member_is_called_damaged(archive: Path, changes: dict[str, bytes | None]) -> None:
    with pytest.raises(StorageError) as caught:
        read_archive(rebuilt(archive, **changes), "p.tradeoffz")
    assert caught.value.code == "damaged"


def test_that_flipped_bytes_never_give_another_project(archive: Path, small: Small) -> None:
    data, wrong = archive.read_bytes(), []
    for position in range(0, len(data), 40):
        changed = bytearray(data)
        changed[position] ^= 0x10
        try:
            found = read_archive(bytes(changed), "p")
        except StorageError:
            continue
        if found.stored.project != small.project:
            wrong.append(position)
    assert wrong == []


def test_that_another_zip_is_not_taken_for_a_project(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(StorageError, match="without a Tradeoff project"):
        read_project(path)


def test_that_an_encrypted_archive_is_refused_in_words(archive: Path) -> None:
    data = bytearray(archive.read_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := data.find(sign, place + 1)) >= 0:
            data[place + offset] |= 1
    with pytest.raises(StorageError, match="unpacked"):
        read_archive(bytes(data), "p.tradeoffz")


def test_that_no_flipped_bit_of_an_archive_ends_in_anything_but_words(archive: Path, small: Small) -> None:
    data = archive.read_bytes()
    directory = data.rfind(b"PK\x05\x06")
    for place in range(directory, len(data)):
        for bit in range(8):
            changed = bytearray(data)
            changed[place] ^= 1 << bit
            with contextlib.suppress(StorageError):
                assert read_archive(bytes(changed), "p").stored.project == small.project


def test_that_many_members_do_not_fill_the_memory(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tradeoff_app.storage.archive.TOTAL_LIMIT", 4096)
    with pytest.raises(StorageError, match="the archive unpacks to more than"):
        read_archive(archive.read_bytes(), archive.name)


def test_that_an_archive_that_is_replaced_is_kept_aside(archive: Path, small: Small) -> None:
    before = archive.read_bytes()
    write_archive(archive, small.project, small.source, make_observations())
    assert [copy.path.read_bytes() for copy in list_copies(small.project.id)] == [before]


def forged(path: Path, name: str, content: bytes) -> bytes:
    """The archive with one member replaced and a manifest that agrees: somebody made it on purpose."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as old:
        members = {entry: old.read(entry) for entry in old.namelist() if entry != MANIFEST} | {name: content}
    hashes = {entry: hashlib.sha256(data).hexdigest() for entry, data in members.items()}
    with zipfile.ZipFile(buffer, "w") as new:
        for entry, data in {MANIFEST: json.dumps({"members": hashes}).encode(), **members}.items():
            new.writestr(entry, data)
    return buffer.getvalue()


def array_member(header: str, body: bytes = b"") -> bytes:
    text = header.encode() + b"\n"
    return b"\x93NUMPY\x01\x00" + len(text).to_bytes(2, "little") + text + body


@pytest.mark.parametrize(
    "content",
    [
        array_member("{'descr': '<i8', 'fortran_order': False, 'shape': (1000000000000,), }"),
        array_member("{'descr': '<i8', 'fortran_order': False, 'shape': (99999999999999999999,), }"),
        array_member("{'descr': '<U1000000000', 'fortran_order': False, 'shape': (1,), }"),
        array_member("{" * 500),
        array_member("{'descr': '<i8', 'fortran_order': False, 'shape': (2,), }", b"\x00" * 24),
        array_member("{'descr': '<i8', 'fortran_order': False, 'shape': (12,), }", b"\xff" * 96),
        array_member("{'descr': '<i8', 'fortran_order': False, 'shape': (12,), }", b"\x7f" * 96),
    ],
)
def test_that_a_forged_column_of_rows_is_refused_in_words(archive: Path, content: bytes) -> None:
    with pytest.raises(StorageError) as caught:
        read_archive(forged(archive, "rows/unit.npy", content), archive.name)
    assert caught.value.code == "damaged"


@pytest.mark.parametrize(
    "change", [{"dimensions": ""}, {"units": [1]}, {"units": ["a"]}, {"arms": "abc"}, {"raters": []}]
)
def test_that_a_forged_header_of_rows_is_refused_in_words(archive: Path, change: dict[str, object]) -> None:
    with zipfile.ZipFile(archive) as old:
        header = json.loads(old.read("rows/header.json"))
    with pytest.raises(StorageError) as caught:
        read_archive(forged(archive, "rows/header.json", json.dumps({**header, **change}).encode()), archive.name)
    assert caught.value.code == "damaged"
