"""Parquet through DuckDB, which sees one file and nothing else: sizes first, then columns as plain values."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.readers.duckdb_engine import PATTERN_MARKS, open_engine
from tradeoff_app.readers.limits import MAX_CELL_CHARACTERS, MAX_UNPACKED_BYTES
from tradeoff_app.readers.reader import Cell
from tradeoff_app.readers.records import LARGEST_EXACT, flatten, unite_columns
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.table_block import check_size

if TYPE_CHECKING:
    import duckdb

MAGIC = b"PAR1"
ENCRYPTED = b"PARE"
AGAIN = "Download or export it again."
SMALLER = "Export fewer columns or rows."
NESTED = ("STRUCT", "MAP", "UNION", "VARIANT")
PLAIN = frozenset(
    [
        "BOOLEAN",
        "TINYINT",
        "SMALLINT",
        "INTEGER",
        "BIGINT",
        "UTINYINT",
        "USMALLINT",
        "UINTEGER",
        "UBIGINT",
        "FLOAT",
        "DOUBLE",
    ]
)


@dataclass(frozen=True)
class ParquetContent:
    """Columns as the schema names them; objects are Python objects, so that formats can look inside.

    `numbers` has the columns that are numbers throughout, exact as doubles, NaN where nothing was written.
    """

    columns: Mapping[str, list[Any]]
    numbers: Mapping[str, FloatArray]
    rows: int
    written_by: str | None


def is_parquet(head: bytes) -> bool:
    """Whether a file begins like Parquet, readable or encrypted."""
    return head.startswith((MAGIC, ENCRYPTED))


def read_parquet(source: Source) -> ParquetContent:
    """All rows of the file; raises ReadError where it is damaged, encrypted, empty or beyond the limits."""
    if source.sample.head.startswith(ENCRYPTED):
        raise ReadError("encrypted", source.name, "", "this Parquet file is encrypted", "Export it without a key.")
    if not source.is_gzip and not source.sample.tail.endswith(MAGIC):
        cause = "this Parquet file is damaged or incomplete: its footer is missing"
        raise ReadError("damaged", source.name, "", cause, AGAIN)
    with _engine(source) as (engine, path), _blame(source.name, path):
        return _read(engine, path, source.name)


@contextmanager
def _blame(file: str, path: str) -> Iterator[None]:
    """What the engine says about the file's content becomes a refusal that names the file."""
    import duckdb

    try:
        yield
    except duckdb.OutOfMemoryException:
        raise ReadError("unreadable", file, "", "the file is too large to be unpacked", SMALLER) from None
    except duckdb.Error as error:
        reason = " ".join(str(error).replace(path, file).split())[:160]
        raise ReadError("damaged", file, "", f"this Parquet file is damaged ({reason})", AGAIN) from None


def flatten_columns(columns: Mapping[str, Sequence[Any]], file: str) -> dict[str, list[Cell]]:
    """Objects become columns with dotted names, lists become JSON text; other cells stay."""
    flat: dict[str, list[Cell]] = {}
    for name, cells in columns.items():
        if not any(isinstance(cell, dict | list) for cell in cells):
            flat[name] = [cell or None if isinstance(cell, str) else cell for cell in cells]
            continue
        records = [flatten({name: cell}, file, f"row {row}") for row, cell in enumerate(cells, 1)]
        flat.update(unite_columns(records, file))
    return flat


@contextmanager
def _engine(source: Source) -> Iterator[tuple[duckdb.DuckDBPyConnection, str]]:
    """A database in memory that may open this one file, and the file's path."""
    with ExitStack() as stack:
        path = source.path.resolve()
        if source.is_gzip or PATTERN_MARKS & set(str(path)):
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="tradeoff-"))
            path = Path(folder) / "copy.parquet"
            path.write_bytes(source.data)
        yield stack.enter_context(open_engine(path)), str(path)


def _read(engine: duckdb.DuckDBPyConnection, path: str, file: str) -> ParquetContent:
    rows, written_by = _check_footer(engine, path, file)
    types = {str(name): str(kind) for name, kind, *_ in _ask(engine, "DESCRIBE SELECT * FROM", path).fetchall()}
    if not types:
        raise ReadError("unreadable", file, "", "the file has no columns", AGAIN)
    if not rows:
        raise ReadError("unreadable", file, "", "the file holds no rows of results (0 rows)", "Export it again.")
    _check_texts(engine, path, types, file)
    wanted = ", ".join(f"{_express(name, kind)} AS c{number}" for number, (name, kind) in enumerate(types.items()))
    found = _ask(engine, f"SELECT {wanted} FROM", path).fetchnumpy()
    values = {name: found[f"c{number}"] for number, name in enumerate(types)}
    columns = {name: _plain_cells(cells, types[name]) for name, cells in values.items()}
    numbers = {name: exact for name, cells in values.items() if (exact := _exact_numbers(cells)) is not None}
    if any(len(cells) != rows for cells in columns.values()):
        raise ReadError("damaged", file, "", f"its footer promises {rows:,} rows, and there are others", AGAIN)
    return ParquetContent(columns, numbers, rows, written_by)


def _ask(engine: duckdb.DuckDBPyConnection, question: str, path: str) -> duckdb.DuckDBPyConnection:
    return engine.execute(f"{question} read_parquet(?, hive_partitioning = false)", [path])


def _check_footer(engine: duckdb.DuckDBPyConnection, path: str, file: str) -> tuple[int, str | None]:
    """Rows and writer; raises ReadError where rows, columns, cells or unpacked bytes exceed a limit."""
    footer = engine.execute("SELECT num_rows, created_by FROM parquet_file_metadata(?)", [path]).fetchone()
    fields = engine.execute("SELECT count(*) FROM parquet_schema(?) WHERE num_children IS NULL", [path]).fetchone()
    if footer is None or fields is None or footer[0] < 0:
        raise ReadError("damaged", file, "", "the footer of this Parquet file makes no sense", AGAIN)
    check_size(footer[0], fields[0], file)
    query = "SELECT coalesce(sum(total_uncompressed_size), 0) FROM parquet_metadata(?)"
    unpacked = engine.execute(query, [path]).fetchone()
    _check_bytes(0 if unpacked is None else int(unpacked[0]), file, "")
    return int(footer[0]), footer[1]


def _check_texts(engine: duckdb.DuckDBPyConnection, path: str, types: Mapping[str, str], file: str) -> None:
    """Raise ReadError where texts would fill the memory: a repeated text is small on disk."""
    texts = [name for name, kind in types.items() if kind not in PLAIN and not kind.startswith("DECIMAL")]
    if not texts:
        return
    measured = ", ".join(f"max({_length(name, types[name])}), sum({_length(name, types[name])})" for name in texts)
    found = _ask(engine, f"SELECT {measured} FROM", path).fetchone() or ()
    for name, longest in zip(texts, found[0::2], strict=True):
        if (longest or 0) > MAX_CELL_CHARACTERS:
            cause = f"a cell of {int(longest):,} bytes is longer than the limit of {MAX_CELL_CHARACTERS:,}"
            raise ReadError("unreadable", file, f"column {name}", cause, "Leave that column out of the export.")
    _check_bytes(sum(int(total or 0) for total in found[1::2]), file, "its texts ")


def _check_bytes(count: int, file: str, what: str) -> None:
    if count > MAX_UNPACKED_BYTES:
        cause = f"the file is too large: {what}unpack to {count:,} bytes, more than the limit of {MAX_UNPACKED_BYTES:,}"
        raise ReadError("unreadable", file, "", cause.replace(": unpack", ": it unpacks"), SMALLER)


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _length(name: str, kind: str) -> str:
    return f"octet_length({_quote(name)})" if kind == "BLOB" else f"strlen(CAST({_quote(name)} AS VARCHAR))"


def _is_whole_decimal(kind: str) -> bool:
    return kind in {"HUGEINT", "UHUGEINT"} or (kind.startswith("DECIMAL") and kind.endswith(",0)"))


def _express(name: str, kind: str) -> str:
    """How a column is asked for: long whole numbers, moments and the like as text, which loses nothing."""
    quoted = _quote(name)
    if _is_whole_decimal(kind):
        return f"CAST({quoted} AS VARCHAR)"
    if kind in PLAIN or kind in {"VARCHAR", "BLOB"} or kind.endswith("]") or kind.startswith(NESTED):
        return quoted
    return f"CAST({quoted} AS {'DOUBLE' if kind.startswith('DECIMAL') else 'VARCHAR'})"


def _plain_cells(values: Any, kind: str) -> list[Any]:
    """A column as Python values with None where nothing was written."""
    cells = values.tolist()
    if _is_whole_decimal(kind):
        return [None if cell is None else int(cell) for cell in cells]
    return [_plain(cell) for cell in cells] if values.dtype == object else cells


def _exact_numbers(values: Any) -> FloatArray | None:
    """The numbers of a column that doubles hold exactly; None for text, for ids beyond that, for endless numbers."""
    if values.dtype == object or values.dtype.kind not in "biuf":
        return None
    mask = np.ma.getmaskarray(values)
    numbers = np.ma.getdata(values).astype(np.float64)
    known = numbers[~mask]
    if not np.isfinite(known).all() or (values.dtype.kind in "iu" and (np.abs(known) >= LARGEST_EXACT).any()):
        return None
    numbers[mask] = math.nan
    return numbers


def _plain(value: Any) -> Any:
    """Python values that JSON knows, at any depth."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, float | Decimal):
        return _plain_number(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, bytes | bytearray | memoryview):
        return _plain_bytes(bytes(value))
    listed = value.tolist() if isinstance(value, np.ndarray) else value
    if isinstance(listed, list | tuple):
        return [_plain(inner) for inner in listed]
    return value.isoformat() if isinstance(value, datetime | date | time) else str(value)


def _plain_number(value: float | Decimal) -> float | int:
    if isinstance(value, Decimal) and value.is_finite() and value == value.to_integral_value():
        return int(value)
    return float(value) if math.isfinite(value) else math.nan


def _plain_bytes(value: bytes) -> str:
    """Text that a writer did not mark as text, else the bytes in hexadecimal."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.hex()
