"""Parquet as a plain table: columns are what the schema says, whatever a data frame noted beside it."""

from __future__ import annotations

from collections.abc import Sequence

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.parquet_file import flatten_columns, is_parquet, read_parquet
from tradeoff_app.readers.reader import FileSample, PlaceNames, Progress, RawColumn, RawTable
from tradeoff_app.readers.records import type_columns
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.table_block import check_size
from tradeoff_app.readers.text_checks import check_texts


class ParquetTable:
    """What data frames and warehouses write."""

    id = "parquet"
    label = "Parquet table"

    def recognise(self, sample: FileSample) -> float:
        """The magic bytes; tools that write Parquet of their own recognise theirs with more."""
        return 0.6 if is_parquet(sample.head) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:  # noqa: ARG002
        """One table; raises ReadError where the file is damaged or beyond the limits."""
        progress(0.1, source.name)
        content = read_parquet(source)
        progress(0.6, source.name)
        others = {name: cells for name, cells in content.columns.items() if name not in content.numbers}
        flat = flatten_columns(others, source.name)
        check_size(content.rows, len(flat) + len(content.numbers), source.name)
        places = PlaceNames.counted("row", content.rows)
        read, said = type_columns(flat, source.name, places)
        said += check_texts(read, source.name, places)
        numbers = [
            RawColumn(name, content.columns[name], found, is_typed=True) for name, found in content.numbers.items()
        ]
        columns = _in_order([*read, *numbers], list(content.columns))
        return [RawTable(self.id, tuple(columns), content.rows, places=places, problems=tuple(said))]


def _in_order(columns: list[RawColumn], names: list[str]) -> list[RawColumn]:
    """Columns as the schema orders them; the parts of an object stand where the object stood."""
    order = {name: position for position, name in enumerate(names)}

    def find(name: str) -> int:
        while name not in order and "." in name:
            name = name.rpartition(".")[0]
        return order.get(name, len(order))

    return sorted(columns, key=lambda column: find(column.name))
