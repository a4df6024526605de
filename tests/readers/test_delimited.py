from __future__ import annotations

import csv
import io
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.samples import table, write
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import ReadError, dialect, limits, preview_file, table_block
from tradeoff_app.readers.dialect import Dialect, detect_dialect
from tradeoff_app.readers.encoding import decode_text


def preview(path: Path, **choices: object) -> dict[str, object]:
    return preview_file(path, ColumnMapping.model_validate(choices))


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8), st.sampled_from(",;\t|"))
@settings(max_examples=60, deadline=None)
def test_that_quoted_cells_come_back_as_they_were(rows: list[list[str]], delimiter: str) -> None:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    assert [record for _, record in Dialect(delimiter).split(out.getvalue())] == rows


@given(
    st.sampled_from([",", ";", "\t", "|"]), st.integers(min_value=2, max_value=6), st.integers(min_value=3, max_value=9)
)
@settings(deadline=None)
def test_that_the_delimiter_is_measured(delimiter: str, width: int, height: int) -> None:
    text = "\n".join(delimiter.join(f"c{row}x{column}" for column in range(width)) for row in range(height))
    dialect = detect_dialect(text)
    assert dialect is not None
    assert dialect.delimiter == delimiter


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0")), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"])
)
def test_that_a_byte_order_mark_is_believed(text: str, encoding: str) -> None:
    assert decode_text(text.encode(encoding), "f").text == text.removeprefix("\ufeff") or text.startswith("\ufeff")


def test_that_a_german_export_reads_as_numbers(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "id;Wert;Note\nq1;0,5;1.234\nq2;1,25;2.500\n", "cp1252")
    shown = preview(path)
    assert shown["head"] == [{"id": "q1", "Wert": 0.5, "Note": 1234}, {"id": "q2", "Wert": 1.25, "Note": 2500}]


def test_that_unicode_text_from_excel_is_read(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "id\tumsatz\nq1\t1\u00a0234,5\nq2\t7,25\n", "utf-16")
    assert preview(path)["tail"] == [{"id": "q1", "umsatz": 1234.5}, {"id": "q2", "umsatz": 7.25}]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_that_utf16_without_a_mark_is_found(tmp_path: Path, encoding: str) -> None:
    shown = preview(write(tmp_path, "a.csv", table(["id", "score"], [["a", 1], ["b", 0]]), encoding))
    assert shown["rows"] == 2
    assert "encoding" in str(shown["warnings"])


def test_that_a_guessed_encoding_is_said_and_can_be_chosen(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "id,stadt\nq1,Köln\nq2,Genève\n", "cp1252")
    assert "Windows-1252" in str(preview(path)["warnings"])
    assert preview(path, encoding="cp1252")["warnings"] == []
    assert "no text encoding" in str(preview(path, encoding="unicode_escape")["error"])


def test_that_one_bad_byte_does_not_turn_the_file_into_another_encoding(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "id,ville\nq1,tête\nq2,".encode() + b"\xff" + b"\n")
    assert "line 3" in str(preview(path)["error"])


def test_that_ids_and_labels_stay_text(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "id,segment,score\n007,NA,1\n1e5,None,\n0012345678901234567890,null,0\n")
    rows = preview(path)["head"]
    assert isinstance(rows, list)
    assert [row["id"] for row in rows] == ["007", "1e5", "0012345678901234567890"]
    assert [row["segment"] for row in rows] == ["NA", "None", "null"]
    assert [row["score"] for row in rows] == [1, None, 0]


def test_that_a_line_with_too_many_values_is_refused_with_its_number(tmp_path: Path) -> None:
    shown = preview(write(tmp_path, "a.csv", "id,score\nq1,1\nq2,0,extra\n"))
    assert "line 3" in str(shown["error"])


def test_that_short_lines_and_trailing_delimiters_are_said(tmp_path: Path) -> None:
    shown = preview(write(tmp_path, "a.csv", "id,segment,score\nq1,head,1,\nq2,tail\n"))
    assert shown["rows"] == 2
    assert "extra separator" in str(shown["warnings"])
    assert "fewer values" in str(shown["warnings"])


def test_that_an_open_quote_is_named_with_the_line_it_opens_on(tmp_path: Path) -> None:
    assert "line 3" in str(preview(write(tmp_path, "a.csv", 'id,note\nq1,a\nq2,"b\nq3,c\n'))["error"])


def test_that_title_and_summary_rows_are_left_out_and_named(tmp_path: Path) -> None:
    text = "Release 4.3\n\nid,segment,score\nq1,head,1\nq2,tail,0\nAverage,,0.5\n"
    shown = preview(write(tmp_path, "a.csv", text))
    assert shown["rows"] == 2
    assert "Release 4.3" in str(shown["warnings"])
    assert "Average" in str(shown["warnings"])


def test_that_a_repeated_header_is_left_out(tmp_path: Path) -> None:
    shown = preview(write(tmp_path, "a.csv", "id,score\nq1,1\nq2,0\nid,score\nq3,1\n"))
    assert shown["rows"] == 3
    assert "header stands 2 times" in str(shown["warnings"])


def test_that_results_without_a_header_are_refused(tmp_path: Path) -> None:
    rows = [["bot-a", "head", 1], ["bot-a", "tail", 0], ["bot-a", "head", 1], ["bot-a", "tail", 1]]
    text = "\n".join(",".join(map(str, row)) for row in rows)
    assert "column names" in str(preview(write(tmp_path, "a.csv", text))["error"])


def test_that_backslash_quotes_are_understood(tmp_path: Path) -> None:
    shown = preview(write(tmp_path, "a.csv", 'id,note,score\nq1,"say \\"hi\\", please",1\nq2,"no",0\n'))
    assert shown["head"][0]["note"] == 'say "hi", please'  # type: ignore[index]


def test_that_a_missing_file_a_folder_and_a_pipe_are_refused(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe")
    assert "no such file" in str(preview(tmp_path / "none.csv")["error"])
    assert "folder" in str(preview(tmp_path)["error"])
    assert "regular" in str(preview(tmp_path / "pipe")["error"])


def test_that_a_refusal_keeps_all_its_parts() -> None:
    error = ReadError("damaged", "a.csv", "line 3", "a quote is open", "Mend it.")
    assert error.sentence == "a.csv: line 3: a quote is open. Mend it."
    assert error.exit_code == 4


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_that_any_bytes_open_or_are_refused_by_name(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = write(tmp_path_factory.getbasetemp(), "any.csv", data)
    shown = preview(path)
    assert shown["outcome"] == "opens" or "any.csv" in str(shown["error"])


def test_that_a_numbered_name_never_takes_the_place_of_a_written_one(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "id,score,score (2),score\nu1,1,2,3\nu2,2,3,4\n")
    assert preview_file(path, ColumnMapping())["head"][0] == {"id": "u1", "score": 1, "score (2)": 2, "score (3)": 3}


def test_that_a_byte_order_mark_that_stands_twice_is_no_part_of_a_name(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", b"\xef\xbb\xbf\xef\xbb\xbfid,score\nu1,1\nu2,2\n")
    assert preview_file(path, ColumnMapping())["columns"] == ["id", "score"]


def test_that_more_columns_than_the_limit_are_refused_before_anything_looks_at_them(tmp_path: Path) -> None:
    names = [f"c{number}" for number in range(limits.MAX_COLUMNS + 1)]
    path = write(tmp_path, "a.csv", table(names, [["1"] * len(names)] * 3))
    with mock.patch("tradeoff_app.readers.formats.delimited.find_header", side_effect=AssertionError):
        shown = preview_file(path, ColumnMapping())
    assert f"limit of {limits.MAX_COLUMNS:,}" in shown["error"]


def test_that_parts_of_a_long_text_are_split_like_the_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dialect, "PART_CHARACTERS", 7)
    path = write(tmp_path, "a.csv", b'id,note,score\r\nu1,"a\r\nb",1\r\nu2,"c\n\nd""e",2\nu3,f,3')
    rows = preview_file(path, ColumnMapping())["head"]
    assert [row["note"] for row in rows] == ["a\r\nb", 'c\n\nd"e', "f"]
    assert [row["score"] for row in rows] == [1, 2, 3]


def test_that_a_quotation_mark_is_no_separator_whatever_the_first_line_says(tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", 'sep="\nid,score\nu1,1\nu2,2\n')
    assert preview_file(path, ColumnMapping())["columns"] == ["id", "score"]


def test_that_more_separators_than_a_table_may_have_are_refused_before_it_is_split(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table_block, "MAX_CELLS", 20)
    path = write(tmp_path, "a.csv", table(["id", "score"], [["u1", "1" + "," * 40]]))
    assert "too many separators" in preview_file(path, ColumnMapping())["error"]
