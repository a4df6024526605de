"""How units were matched travels with the evidence; files of earlier versions say nothing about it and still open."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.storage.small import make_project, make_source
from tradeoff_app.analysis.matched_units import MatchedUnits
from tradeoff_app.analysis.proposal import propose_project
from tradeoff_app.analysis.table import make_source as source_of
from tradeoff_app.readers import open_files
from tradeoff_app.storage.columns import ColumnError
from tradeoff_app.storage.evidence_block import decode, encode
from tradeoff_app.storage.project_document import is_same_evidence
from tradeoff_app.storage.project_file import read_project, write_project


def test_that_the_column_and_the_count_read_back() -> None:
    source = replace(make_source(), match=MatchedUnits("query_id", 3))
    back = decode(json.loads(json.dumps(encode(source, make_project()))))
    assert back.match == MatchedUnits("query_id", 3)
    assert is_same_evidence(back, source)
    assert not is_same_evidence(back, make_source())


def test_that_evidence_that_says_nothing_about_it_stays_as_it_was() -> None:
    block = encode(make_source(), make_project())
    assert "match" not in block
    assert decode(block).match is None


@pytest.mark.parametrize(
    "match", [None, [], {"column": "id"}, {"column": 1, "listed_twice": 0}, {"column": "id", "listed_twice": -1}]
)
def test_that_a_damaged_part_is_refused(match: Any) -> None:
    block = {**encode(make_source(), make_project()), "match": match}
    with pytest.raises(ColumnError, match="match"):
        decode(block)


def test_that_a_project_of_files_tells_how_they_were_matched_when_it_is_opened_again(tmp_path: Path) -> None:
    for name, score in (("old.csv", 0), ("new.csv", 1)):
        lines = ["ticket_ref,solved", *(f"t{number},{(number + score) % 3 == 0:d}" for number in range(40)), "t7,1"]
        (tmp_path / name).write_text("\n".join(lines) + "\n")
    rows = open_files([tmp_path / "old.csv", tmp_path / "new.csv"])
    project = propose_project(rows, "Two files", "5b0f7b1e-6d0a-4f43-8f0e-0d6b5a7a1c11")
    write_project(tmp_path / "p.tradeoff", project, source_of(rows, project))
    assert read_project(tmp_path / "p.tradeoff").evidence_source.match == MatchedUnits("ticket_ref", 1)
