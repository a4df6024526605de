"""The MAPPING options: the choices of the Data screen, typed."""

from __future__ import annotations

import argparse
from typing import Any, get_args

from pydantic import ValidationError

from tradeoff_app.cli.arguments import Parser
from tradeoff_app.cli.errors import UsageError
from tradeoff_app.model.mapping import ColumnMapping, LongColumns, MetricColumn
from tradeoff_app.model.metric import Better, MetricType


def add_mapping_options(parser: Parser) -> None:
    """All MAPPING options, as one group of the help."""
    group = parser.add_argument_group("mapping", "only where the file does not say it itself")
    group.add_argument("--unit", metavar="COL", help="the column that names the item, conversation or user")
    group.add_argument("--arm-column", metavar="COL", help="the column that says which version a row belongs to")
    group.add_argument("--baseline", metavar="VALUE", help="the value of the arm column that is the baseline")
    group.add_argument("--cluster", metavar="COL", help="what is independent: passage, account, user")
    group.add_argument("--segment", metavar="COL", action="append", default=[], help="a segment column (repeatable)")
    group.add_argument(
        "--metric", metavar="COL[:type[:higher|lower]]", action="append", default=[], help="a metric (repeatable)"
    )
    group.add_argument("--long", metavar="METRIC_COL,VALUE_COL", help="a table with one row per metric")
    group.add_argument("--lookup", metavar="FILE", help="segments by unit from another file")
    group.add_argument(
        "--run", metavar="baseline=NAME", action="append", default=[], help="which run is which arm (repeatable)"
    )
    group.add_argument(
        "--ignore", metavar="COL", action="append", default=[], help="a column to leave out (repeatable)"
    )
    group.add_argument("--sheet", metavar="NAME", help="the sheet of a workbook")
    group.add_argument("--decimal", metavar=",", choices=(".", ","), help="the decimal mark of numbers")
    group.add_argument("--encoding", metavar="X", help="the encoding of text files")
    group.add_argument("--errors", choices=("as-failure", "as-missing", "as-scored"), help="how error rows count")
    group.add_argument("--pairing", choices=("auto", "paired", "unpaired"), default="auto", help="how units match")
    group.add_argument("--repeat", metavar="COL", help="the column that numbers repeated runs")
    group.add_argument("--rater", metavar="COL", help="the column that names who rated")
    group.add_argument("--status", metavar="COL", help="the column that says how each row ended")
    group.add_argument("--layout", choices=("auto", "wide"), default="auto", help="wide: no row per metric")
    group.add_argument("--weight", metavar="COL", help="the column of sampling weights")
    group.add_argument(
        "--den", metavar="METRIC=COL", action="append", default=[], help="the denominator of a ratio (repeatable)"
    )


def read_mapping(options: argparse.Namespace) -> ColumnMapping:
    """The mapping that was typed; raises UsageError."""
    fields: dict[str, Any] = {
        name: getattr(options, name)
        for name in (
            *("unit", "arm_column", "baseline", "cluster", "lookup", "sheet", "decimal", "encoding", "errors"),
            *("pairing", "repeat", "rater", "weight", "status", "layout"),
        )
    }
    try:
        return ColumnMapping(
            **fields,
            segments=tuple(options.segment),
            metrics=tuple(_read_metric(text) for text in options.metric),
            long=_read_long(options.long),
            runs=_read_pairs("--run", options.run, "baseline=NAME"),
            ignore=tuple(options.ignore),
            denominators=_read_pairs("--den", options.den, "METRIC=COL"),
        )
    except ValidationError as failure:
        raise UsageError("mapping", "an option has a value that can't be used") from failure


def _read_metric(text: str) -> MetricColumn:
    """`COL[:type[:higher|lower]]`; the column's name may hold colons itself."""
    parts = text.split(":")
    better: Any = parts.pop() if len(parts) > 1 and parts[-1] in get_args(Better) else None
    kind: Any = parts.pop() if len(parts) > 1 and parts[-1] in get_args(MetricType) else None
    if len(parts) > 1 and kind is None and better is not None and not parts[-1]:
        parts.pop()
    column = ":".join(parts)
    if not column:
        raise UsageError("--metric", "the column's name is missing", "Write COL, COL:type or COL:type:higher")
    return MetricColumn(column=column, type=kind, better=better)


def _read_long(text: str | None) -> LongColumns | None:
    if text is None:
        return None
    metric, _, value = text.partition(",")
    if not metric or not value:
        raise UsageError("--long", f'"{text}" names no two columns', "Write METRIC_COL,VALUE_COL")
    return LongColumns(metric=metric, value=value)


def _read_pairs(option: str, texts: list[str], form: str) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for text in texts:
        key, sign, value = text.partition("=")
        if not sign or not key or not value:
            raise UsageError(option, f'"{text}" is not of the form {form}', f"Write {option} {form}")
        if key in pairs:
            raise UsageError(option, f'"{key}" is given twice', "Keep one of the two")
        pairs[key] = value
    return pairs
