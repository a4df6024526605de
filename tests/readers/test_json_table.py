from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.samples import write
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import preview_file

ROWS = [{"id": "a", "score": 0.5}, {"id": "b", "score": 1.25}]


def preview(path: Path) -> dict[str, Any]:
    return preview_file(path, ColumnMapping())


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(ROWS),
        json.dumps(ROWS, indent=1),
        "\n".join(map(json.dumps, ROWS)),
        "\r\n\r\n".join(map(json.dumps, ROWS)),
        json.dumps({"columns": ["id", "score"], "data": [["a", 0.5], ["b", 1.25]]}),
        json.dumps({"columns": ["id", "score"], "data": [["a", 0.5], ["b", 1.25]], "ncols": 2, "nrows": 2}),
        json.dumps(
            {"_type": "table", "column_types": {}, "columns": ["id", "score"], "data": [["a", 0.5], ["b", 1.25]]}
        ),
        json.dumps({"id": ["a", "b"], "score": [0.5, 1.25]}),
        json.dumps({"meta": {"tool": "x"}, "results": ROWS}),
        json.dumps([["id", "score"], ["a", 0.5], ["b", 1.25]]),
    ],
)
def test_that_every_way_to_write_records_gives_the_same_table(tmp_path: Path, text: str) -> None:
    shown = preview(write(tmp_path, "a.json", text))
    assert shown["head"] == ROWS
    assert shown["warnings"] == []


def test_that_gzip_is_unpacked(tmp_path: Path) -> None:
    assert preview(write(tmp_path, "a.jsonl.gz", gzip.compress(json.dumps(ROWS).encode())))["head"] == ROWS
    cut = gzip.compress(json.dumps(ROWS).encode())[:-9]
    assert "gzip" in preview(write(tmp_path, "b.gz", cut))["error"]


def test_that_nested_fields_get_dotted_names(tmp_path: Path) -> None:
    rows = [{"id": "a", "metrics": {"safety": {"leak": False}}, "tags": ["x", "y"]}]
    shown = preview(write(tmp_path, "a.jsonl", "\n".join(json.dumps(row) for row in rows * 2)))
    assert shown["columns"] == ["id", "metrics.safety.leak", "tags"]
    assert shown["head"][0] == {"id": "a", "metrics.safety.leak": False, "tags": '["x","y"]'}


def test_that_text_stays_text_and_numbers_stay_exact(tmp_path: Path) -> None:
    rows = [{"id": "00123", "big": 9007199254740993, "score": 0.30000000000000004}]
    assert preview(write(tmp_path, "a.json", json.dumps(rows)))["head"] == rows


def test_that_a_line_that_was_cut_off_is_left_out_and_named(tmp_path: Path) -> None:
    shown = preview(write(tmp_path, "a.jsonl", json.dumps(ROWS[0]) + "\n" + '{"id": "b", "sco'))
    assert shown["rows"] == 1
    assert "line 2" in str(shown["warnings"]).lower()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('[{"id": "a", "score": 1, "score": 2}]', "score"),
        ("[" * 100_000 + "]" * 100_000, "nest"),
        ('[{"id": "a", "score": ' + "9" * 5000 + "}]", "digits"),
        ('[{"id": "a", "seg": "\\ud800"}]', "surrogate"),
        ('{"id": ["a"], "score": [1, 2]}', "length"),
        ('{"status": "ok", "mean": 0.5,\n "n": 3}', "record"),
        ('[{"id": "a"}, {"id":', "cut off"),
        ('{"id": "a"}\nnonsense\n{"id": "b"}', "line 2"),
        ("[]", "0 rows"),
        ('[{"id": {"a": ' * 1 + "1}}, 5]", "record 2"),
    ],
)
def test_that_what_is_wrong_is_said(tmp_path: Path, text: str, word: str) -> None:
    shown = preview(write(tmp_path, "a.json", text))
    assert shown["outcome"] == "error"
    assert word in shown["error"]
    assert "a.json" in shown["error"]


def test_that_nan_and_infinity_are_missing(tmp_path: Path) -> None:
    shown = preview(
        write(tmp_path, "a.json", '[{"id": "a", "score": NaN}, {"id": "b", "score": 0.5}, {"score": -Infinity}]')
    )
    assert [row["score"] for row in shown["head"]] == [None, 0.5, None]
    assert "score" in str(shown["warnings"])


@given(
    st.lists(
        st.dictionaries(
            st.text(min_size=1, max_size=5), st.one_of(st.none(), st.integers(), st.floats(), st.text(max_size=5))
        ),
        min_size=1,
        max_size=6,
    )
)
@settings(max_examples=80, deadline=None)
def test_that_any_records_open_or_are_refused_by_name(
    tmp_path_factory: pytest.TempPathFactory, records: list[dict[str, Any]]
) -> None:
    path = write(tmp_path_factory.getbasetemp(), "any.json", json.dumps(records))
    shown = preview(path)
    assert shown["outcome"] == "opens" or "any.json" in shown["error"]
    json.dumps(shown, allow_nan=False)


def test_that_half_a_character_in_a_field_name_is_refused_like_one_in_a_cell(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json", '[{"id": "a", "sc\\udc00ore": 1}, {"id": "b", "sc\\udc00ore": 2}]')
    shown = preview_file(path, ColumnMapping())
    assert "half of a character" in shown["error"]
    assert "sc\\\\udc00ore" in shown["error"]


def test_that_fields_that_are_named_alike_once_flat_are_both_kept(tmp_path: Path) -> None:
    path = write(tmp_path, "a.json", json.dumps([{"id": f"u{row}", "a.b": row, "a": {"b": -row}} for row in range(3)]))
    assert preview_file(path, ColumnMapping())["head"][2] == {"id": "u2", "a.b": 2, "a.b (2)": -2}
