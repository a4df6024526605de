from __future__ import annotations

import gzip
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.readers.samples import table, write
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import ReadError, large_table
from tradeoff_app.readers.catalogue import recognise
from tradeoff_app.readers.reader import RawTable, stay_silent
from tradeoff_app.readers.source import Source

LARGE = 1 << 40
NUMBERS = [
    "0",
    "1",
    "0.5",
    "-3",
    "12.50",
    "007",
    "1e5",
    "1,5",
    "1,234",
    "5%",
    "n/a",
    "",
    "inf",
    " 2 ",
    "9007199254740993",
]
LONG_NUMBERS = [
    "0.8734523459872345",
    "0.30000000000000004",
    "-12345678.9",
    "1234567.8",
    "99999999",
    "-0",
    "-0.0",
    "0",
    "",
    "123456789012345",
    "-0.00001",
    "100000000.000000001",
]
NEARLY_NUMBERS = [
    *LONG_NUMBERS,
    "1.",
    ".5",
    "1.2.3",
    "--1",
    "-",
    "00.5",
    "-01",
    "1234567890123456",
    "0." + "3" * 30,
    "1e-5",
]
LABELS = ["a label longer than eight bytes", "a label", "another label", "ein Wort für zwölf", ""]
TEXTS = ["", "a", "NA", "#no", "é", 'say "hi"', "two\nlines", "a,b", "a;b", " x ", "Total", "id", "\u200b", "None"]


def read(path: Path, least: int, monkeypatch: pytest.MonkeyPatch, mapping: ColumnMapping | None = None) -> RawTable:
    """The table as one of the two readers reads it."""
    monkeypatch.setattr(large_table, "LEAST_BYTES", least)
    source = Source(path)
    (found,) = recognise(source).read(source, mapping or ColumnMapping(), stay_silent)
    return found


def read_or_refusal(
    path: Path, least: int, monkeypatch: pytest.MonkeyPatch, mapping: ColumnMapping | None
) -> RawTable | str:
    try:
        return read(path, least, monkeypatch, mapping)
    except ReadError as refusal:
        return refusal.sentence


def is_read_as_large(path: Path, monkeypatch: pytest.MonkeyPatch, mapping: ColumnMapping | None = None) -> bool:
    monkeypatch.setattr(large_table, "LEAST_BYTES", 0)
    return large_table.read_large_table(Source(path), mapping or ColumnMapping(), stay_silent) is not None


def assert_equal(path: Path, monkeypatch: pytest.MonkeyPatch, mapping: ColumnMapping | None = None) -> None:
    """Both readers say the same of a file: table, problems and places, or the refusal."""
    small = read_or_refusal(path, LARGE, monkeypatch, mapping)
    large = read_or_refusal(path, 0, monkeypatch, mapping)
    if isinstance(small, str) or isinstance(large, str):
        assert large == small
        return
    assert [column.name for column in large.columns] == [column.name for column in small.columns]
    assert set(large.problems) == set(small.problems)
    assert large.rows == small.rows
    assert large.places is not None
    assert small.places is not None
    assert large.places.numbers.tolist() == small.places.numbers.tolist()
    for ours, theirs in zip(large.columns, small.columns, strict=True):
        assert list(ours.cells) == list(theirs.cells)
        assert ours.texts() == theirs.texts()
        assert ours.coded.labels == theirs.coded.labels
        assert ours.coded.codes.tolist() == theirs.coded.codes.tolist()
        assert (ours.has_percent, ours.currency) == (theirs.has_percent, theirs.currency)
        assert (ours.numbers is None) == (theirs.numbers is None), ours.name
        if ours.numbers is not None and theirs.numbers is not None:
            assert np.array_equal(ours.numbers, theirs.numbers, equal_nan=True)


def plain_rows(count: int = 400) -> list[list[object]]:
    return [[f"q{n:04}", f"tier {n % 3}", n % 2, n * 37 % 1000, f"{n * 0.37:.3f}", f"answer {n}"] for n in range(count)]


HEADER = ["id", "tier", "ok", "tokens", "score", "output"]


def test_that_a_plain_table_is_the_same_read_by_columns_and_by_cells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "a.csv", table(HEADER, plain_rows()))
    assert is_read_as_large(path, monkeypatch)
    assert_equal(path, monkeypatch)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_that_quoted_answers_over_several_lines_are_read_by_columns(
    end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [f'{row[0]},{row[2]},"he said ""no"",{end}and then\n{n}"' for n, row in enumerate(plain_rows())]
    path = tmp_path / "a.csv"
    path.write_bytes((end.join(["id,ok,output", *rows]) + end).encode())
    assert is_read_as_large(path, monkeypatch)
    assert_equal(path, monkeypatch)


def test_that_a_gzipped_table_with_a_byte_order_mark_is_read_by_columns(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"\xef\xbb\xbf" + table(HEADER, plain_rows()).encode()))
    assert is_read_as_large(path, monkeypatch)
    assert_equal(path, monkeypatch)


@pytest.mark.parametrize(
    ("row", "line"),
    [
        (3, "q0003,tier 0,1"),
        (3, "q0003,tier 0,1,2,3,x,y"),
        (3, ""),
        (3, ",,,,,"),
        (3, "# a remark,,,,,"),
        (3, "id,tier,ok,tokens,score,output"),
        (3, "q0003,tier 0,1,2,3,x,"),
        (3, 'q0003,tier 0,1,2,3, "x"'),
        (3, 'q0003,tier 0,1,2,3,"x'),
        (399, "Total,,200,1,2,"),
        (200, "q0200,tier 9,1,007,1e5,x"),
        (200, "q0200,tier 0,yes,2 000,5%,x"),
        (200, "q0200,,,,,"),
        (200, "q0200,tier 0,1,9007199254740993,0.1,x"),
        (200, "q0200,tier 0,1,-0,+0.1,x"),
        (200, "q0200,tier 0,1,1_0,1.,x"),
        (200, "q0200,tier 0,1,2,1" + "0" * 400 + ",x"),
    ],
)
def test_that_one_odd_line_gives_the_same_table_or_refusal(
    row: int, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = table(HEADER, plain_rows()).splitlines()
    lines[row + 1] = line
    path = write(tmp_path, "a.csv", "\n".join(lines) + "\n")
    assert_equal(path, monkeypatch)


@pytest.mark.parametrize("title", ["Results of May\n", "# made by hand\n\n", '"two\nlines"\n', "sep=,\n"])
def test_that_what_stands_above_the_header_is_treated_alike(
    title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_equal(write(tmp_path, "a.csv", title + table(HEADER, plain_rows())), monkeypatch)


@pytest.mark.parametrize("decimal", [None, ".", ","])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_that_decimal_marks_are_decided_alike(
    delimiter: str, decimal: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapping = ColumnMapping.model_validate({"decimal": decimal})
    rows = [f'q{n}{delimiter}"{n // 8},{n % 8}"{delimiter}{n}.125{delimiter}{n % 5}' for n in range(300)]
    path = write(tmp_path, "a.csv", delimiter.join(["id", "one", "two", "three"]) + "\n" + "\n".join(rows))
    assert_equal(path, monkeypatch, mapping)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    delimiter=st.sampled_from([",", ";", "\t"]),
    end=st.sampled_from(["\n", "\r\n"]),
    columns=st.lists(
        st.sampled_from(
            [
                NUMBERS,
                TEXTS,
                NUMBERS[:5],
                TEXTS[:3],
                ["1", "2"],
                NUMBERS[2:5],
                LONG_NUMBERS,
                NEARLY_NUMBERS,
                NEARLY_NUMBERS[8:-4],
                LABELS,
            ]
        ),
        min_size=1,
        max_size=4,
    ),
    repeats=st.sampled_from([1, 1, 12]),
    seed=st.integers(0, 2**32 - 1),
    is_final=st.booleans(),
)
def test_that_any_table_is_the_same_read_by_columns_and_by_cells(
    delimiter: str,
    end: str,
    columns: list[list[str]],
    seed: int,
    is_final: bool,
    repeats: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose = np.random.default_rng(seed)

    def spell(cell: str) -> str:
        is_quoted = any(mark in cell for mark in (delimiter, '"', "\n")) or choose.random() < 0.05
        return '"' + cell.replace('"', '""') + '"' if is_quoted else cell

    lines = [delimiter.join(["key", *(f"c{n}" for n in range(len(columns)))])]
    for row in range(int(choose.integers(20, 120)) * repeats):
        cells = [f"k{row}", *(str(choose.choice(values)) for values in columns)]
        lines.append(delimiter.join(map(spell, cells)))
    path = tmp_path / "any.csv"
    path.write_bytes((end.join(lines) + (end if is_final else "")).encode())
    assert_equal(path, monkeypatch)
