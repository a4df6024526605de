"""What is saved reads back equal to the last bit; what was changed from outside never passes for the original."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.small import Small, make_project, make_small
from tradeoff_app.analysis.table import EvidenceSource
from tradeoff_app.model.frozen import LARGEST
from tradeoff_app.model.range import Range
from tradeoff_app.storage import project_file
from tradeoff_app.storage.errors import ChangedOnDisk, StorageError
from tradeoff_app.storage.history_copies import list_copies
from tradeoff_app.storage.project_document import (
    Head,
    content_sha256,
    is_same_evidence,
    read_document,
    write_document,
)
from tradeoff_app.storage.project_file import read_project, write_project

FINITE = st.floats(allow_nan=False, allow_infinity=False)
STATED = st.floats(-LARGEST, LARGEST)


def saved(small: Small) -> bytes:
    """The bytes of the small project's file."""
    return write_document(small.project, small.source, Head(small.project.id).next())[0]


def resealed(document: dict[str, Any]) -> bytes:
    """The document with the hash that fits it, as another version of the program would have written it."""
    document["content_sha256"] = content_sha256(document, "x")
    return json.dumps(document, indent=1, sort_keys=True).encode()


def test_that_project_and_evidence_read_back_equal_and_in_order(tmp_path: Path, small: Small) -> None:
    path = tmp_path / "p.tradeoff"
    head = write_project(path, small.project, small.source)
    stored = read_project(path)
    assert stored.project == small.project
    assert is_same_evidence(stored.evidence_source, small.source)
    assert list(stored.project.metrics) == ["task_done", "grade"]
    assert list(stored.project.gates) == ["g2", "g1"]
    assert list(stored.project.scenarios) == ["zeta", "alpha"]
    assert stored.head == head
    assert stored.warnings == ()


def test_that_the_file_is_text_that_people_can_compare(small: Small) -> None:
    text = saved(small).decode()
    document = json.loads(text)
    assert text == json.dumps(document, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert "\r" not in text
    assert document["project"]["scenarios"]["zeta"]["money"]["task_done|*"]["per_unit"]["base"] == 2.2
    assert document["evidence"]["aggregates"]["task_done|head"]["baseline"] == {
        "n": 6,
        "sum": 6.0,
        "sum_of_squares": 6.0,
    }


def test_that_the_same_project_gives_the_same_bytes(small: Small) -> None:
    assert saved(small) == saved(make_small())


@given(bounds=st.tuples(STATED, STATED, STATED), values=st.lists(FINITE, min_size=12, max_size=12))
@settings(max_examples=40)
def test_that_random_doubles_survive_the_file(bounds: tuple[float, float, float], values: list[float]) -> None:
    small = make_small()
    low, base, high = sorted(bounds)
    scenario = small.project.scenarios["zeta"].model_copy(
        update={"transport": {"*": Range(low=low, base=base, high=high)}}
    )
    project = small.project.with_item("scenarios", scenario)
    table = small.source.table
    table.values[1, 0] = values
    again = read_document(write_document(project, small.source, Head(project.id))[0], "p")
    numbers = again.project.scenarios["zeta"].transport["*"]
    assert [value.hex() for value in (numbers.low, numbers.base, numbers.high)] == [low.hex(), base.hex(), high.hex()]
    assert again.evidence_source.table.values.tobytes() == table.values.tobytes()


def test_that_numbers_that_are_not_finite_are_refused_before_anything_is_written(tmp_path: Path, small: Small) -> None:
    scenario = small.project.scenarios["zeta"].model_copy(update={"one_off_cost": float("nan")})
    path = tmp_path / "p.tradeoff"
    with pytest.raises(StorageError):
        write_project(path, small.project.with_item("scenarios", scenario), small.source)
    assert not path.exists()


KEYS = st.text("abcdefgh", min_size=3, max_size=8).map(lambda key: f"later_{key}")
LATER = st.dictionaries(
    KEYS, st.integers(-100, 100) | st.text(max_size=5) | st.lists(st.booleans(), max_size=3), max_size=3
)


@given(LATER, LATER, LATER, LATER)
@settings(max_examples=30)
def test_that_unknown_fields_survive_opening_and_saving(
    top: dict[str, Any], project: dict[str, Any], gate: dict[str, Any], evidence: dict[str, Any]
) -> None:
    document = json.loads(saved(make_small()))
    document |= top
    document["project"] |= project
    document["project"]["gates"]["g1"] |= gate
    document["evidence"] |= evidence
    stored = read_document(resealed(document), "p")
    data, _ = write_document(stored.project, stored.evidence_source, stored.head.next())
    again = json.loads(data)
    for part, fields in ((again, top), (again["project"], project), (again["evidence"], evidence)):
        assert fields.items() <= part.items()
    assert gate.items() <= again["project"]["gates"]["g1"].items()


def read_as(data: bytes, small: Small) -> str:
    """ "equal", the code of the refusal, or "silent": opened as something else."""
    try:
        stored = read_document(data, "p")
    except StorageError as failure:
        return failure.code if failure.cause else "no cause"
    same = stored.project == small.project and is_same_evidence(stored.evidence_source, small.source)
    return "equal" if same else "silent"


def test_that_no_changed_byte_gives_a_silent_difference() -> None:
    """Every byte in turn, each time another bit; what still opens must be the same project."""
    small = make_small()
    data = saved(small)
    seen = set()
    for position in range(0, len(data), 3):
        changed = bytearray(data)
        changed[position] ^= 1 << (position // 3 % 8)
        seen.add(read_as(bytes(changed), small))
    assert seen <= {"equal", "damaged", "not_a_project", "newer_version"}


@given(st.integers(0, 10**9), st.sampled_from(["cut", "drop", "double", "swap"]))
@settings(max_examples=60, deadline=None)
def test_that_a_mutilated_file_opens_right_or_says_what_is_wrong(seed: int, kind: str) -> None:
    small = make_small()
    data, chance = saved(small), random.Random(seed)
    start, length = chance.randrange(len(data)), chance.randrange(1, 400)
    piece = data[start : start + length]
    changed = {
        "cut": data[:start],
        "drop": data[:start] + data[start + length :],
        "double": data[:start] + piece + data[start:],
        "swap": data[:start] + piece[::-1] + data[start + length :],
    }[kind]
    assert read_as(changed, small) in ("equal", "damaged", "not_a_project")


def test_that_an_edited_number_is_called_edited(small: Small) -> None:
    data = saved(small).replace(b'"base": 2.2', b'"base": 2.3')
    with pytest.raises(StorageError, match="edited outside the program or damaged") as caught:
        read_document(data, "p.tradeoff")
    assert caught.value.code == "damaged"


def test_that_reformatting_alone_changes_nothing(small: Small) -> None:
    data = json.dumps(json.loads(saved(small)), indent=4, ensure_ascii=True).replace("\n", "\r\n").encode()
    assert read_as(data, small) == "equal"


def test_that_a_later_format_opens_with_a_warning_where_we_may_read_it(small: Small) -> None:
    document = json.loads(saved(small)) | {"format_version": 7, "app_version": "3.1"}
    stored = read_document(resealed(document), "p.tradeoff")
    assert stored.project == small.project
    assert "later version" in stored.warnings[0]
    assert (
        json.loads(write_document(stored.project, stored.evidence_source, stored.head.next())[0])["format_version"] == 7
    )


def test_that_a_format_for_later_readers_is_refused_with_the_version_needed(small: Small) -> None:
    document = json.loads(saved(small)) | {"format_version": 7, "min_reader_version": 5, "app_version": "3.1"}
    with pytest.raises(StorageError, match=r"needs Tradeoff 3\.1") as caught:
        read_document(resealed(document), "p.tradeoff")
    assert caught.value.code == "newer_version"


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"", b"[]", b"a,b\n1,2\n", b'{"schema": "tradeoff/setup@1"}'])
def test_that_another_kind_of_file_is_called_that(data: bytes) -> None:
    with pytest.raises(StorageError, match="not a Tradeoff project") as caught:
        read_document(data, "x.tradeoff")
    assert caught.value.code == "not_a_project"


def test_that_a_setup_given_as_project_is_recognised() -> None:
    with pytest.raises(StorageError, match="--setup"):
        read_document(b'{"schema": "tradeoff/setup@1"}', "s.json")


def test_that_a_value_that_no_project_has_is_named_by_its_place(small: Small) -> None:
    document = json.loads(saved(small))
    document["project"]["gates"]["g1"]["rule"] = "absolute_targed"
    with pytest.raises(StorageError, match="Did you mean") as caught:
        read_document(resealed(document), "p")
    assert caught.value.place == "project/gates/g1/rule"


def test_that_revisions_follow_each_other_and_earlier_versions_are_kept(tmp_path: Path, small: Small) -> None:
    path = tmp_path / "p.tradeoff"
    first = write_project(path, small.project, small.source)
    changed = small.project.change(title="Second")
    second = write_project(path, changed, small.source, first.file_sha256)
    assert (first.revision, second.revision) == (1, 2)
    assert second.parents == (first.content_sha256,)
    copies = list_copies(small.project.id)
    assert [copy.revision for copy in copies] == [1]
    assert read_project(copies[0].path).project == small.project


def test_that_a_file_that_somebody_else_saved_is_not_overwritten(tmp_path: Path, small: Small) -> None:
    path = tmp_path / "p.tradeoff"
    mine = write_project(path, small.project, small.source)
    write_project(path, small.project.change(title="Theirs"), small.source)
    with pytest.raises(ChangedOnDisk):
        write_project(path, small.project.change(title="Mine"), small.source, mine.file_sha256)
    assert read_project(path).project.title == "Theirs"


def test_that_a_save_goes_on_where_the_earlier_version_can_not_be_kept(
    tmp_path: Path, small: Small, data_folder: Path
) -> None:
    path = tmp_path / "p.tradeoff"
    write_project(path, small.project, small.source)
    data_folder.write_text("a file stands where the folder should be")
    head = write_project(path, small.project.change(title="Second"), small.source)
    assert "could not be kept" in head.warnings[0]
    assert read_project(path).project.title == "Second"


def test_that_a_project_id_from_a_file_can_not_leave_the_history_folder(
    tmp_path: Path, small: Small, data_folder: Path
) -> None:
    project = make_project("../../../evil")
    path = tmp_path / "p.tradeoff"
    write_project(path, project, small.source)
    write_project(path, project, small.source)
    kept = list(data_folder.rglob("*.tradeoff"))
    assert len(kept) == 1
    assert kept[0].is_relative_to(data_folder / "history")


def test_that_a_missing_file_a_folder_and_a_protected_copy_are_told_apart(tmp_path: Path) -> None:
    for name, code in (("none.tradeoff", "not_found"), ("", "not_readable"), ("x.tradeoffp", "protected")):
        with pytest.raises(StorageError) as caught:
            read_project(tmp_path / name)
        assert caught.value.code == code


def test_that_the_hash_on_disk_is_known_and_none_without_a_file(tmp_path: Path, small: Small) -> None:
    path = tmp_path / "p.tradeoff"
    assert project_file.file_sha256(path) is None
    assert write_project(path, small.project, small.source).file_sha256 == project_file.file_sha256(path)


def test_that_a_table_without_optional_parts_reads_back(small: Small) -> None:
    table = small.source.table
    bare = type(table)(
        **{**vars(table), "cluster": None, "weight": None, "missing": None, "dimensions": {}, "metrics": ()}
        | {"values": np.zeros((0, 2, 12))}
    )
    source = EvidenceSource(bare)
    again = read_document(write_document(small.project, source, Head(small.project.id))[0], "p")
    assert is_same_evidence(again.evidence_source, source)


def test_that_another_project_that_is_written_over_is_kept_aside(tmp_path: Path, small: Small) -> None:
    path = tmp_path / "p.tradeoff"
    write_project(path, small.project, small.source)
    before = path.read_bytes()
    head = write_project(path, small.project.change(id="another"), small.source)
    assert (head.project_id, head.revision, head.parents) == ("another", 1, ())
    assert [copy.path.read_bytes() for copy in list_copies(small.project.id)] == [before]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_that_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "p.tradeoff"
    os.mkfifo(pipe)
    with pytest.raises(StorageError, match="pipe"):
        read_project(pipe)
