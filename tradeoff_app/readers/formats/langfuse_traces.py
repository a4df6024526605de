"""Langfuse traces: one row per trace, a column per score, several values of one score in a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.flat_table import FlatTable, header_of, is_csv, peek, read_flat, unfold_cell
from tradeoff_app.readers.item_keys import fields_of, write_item
from tradeoff_app.readers.number_grammar import is_missing, parse_number
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.records import flatten, unite_columns
from tradeoff_app.readers.run_columns import find_runs, name_arm
from tradeoff_app.readers.scored_rows import DOLLARS, SECONDS, TOKENS, RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source

MEASURED: dict[str, MetricHint] = {
    "latency": SECONDS,
    "totalCost": DOLLARS,
    "totalTokens": TOKENS,
    "errorCount": MetricHint("count", "lower"),
}
UNIT = "id"
ATTRIBUTES = ("name", "release", "version", "environment", "userId", "sessionId")
"""Where two runs share no trace, these and the fields of metadata and input are measured against each other."""
FIELDS = frozenset(
    [
        UNIT,
        *ATTRIBUTES,
        *MEASURED,
        "projectId",
        "timestamp",
        "tags",
        "bookmarked",
        "public",
        "input",
        "output",
        "metadata",
        "usage",
        "inputCost",
        "outputCost",
        "calculatedInputCost",
        "calculatedOutputCost",
        "calculatedTotalCost",
        "level",
        "warningCount",
        "defaultCount",
        "debugCount",
        "observationCount",
        "inputTokens",
        "outputTokens",
        "comments",
        "scores",
        "observations",
        "htmlPath",
        "createdAt",
        "updatedAt",
        "externalId",
        "traceId",
        "usageDetails",
        "costDetails",
        "tokenCount",
        "promptTokens",
        "completionTokens",
    ]
)
MARKS = ("bookmarked", "observationCount", "htmlPath", "projectId")


class LangfuseTraces:
    """The traces export of the web page (CSV, JSON, JSON lines), and the API's list of traces."""

    id = "langfuse_traces"
    label = "Langfuse traces"

    def recognise(self, sample: FileSample) -> float:
        """Columns that only Langfuse's traces have."""
        if sample.members is not None or not sample.text:
            return 0.0
        if is_csv(sample.text):
            return 0.9 if {"bookmarked", "observationCount", "metadata"} <= set(header_of(sample.text)) else 0.0
        text = peek(sample)
        has_trace = '"release"' in text and '"metadata"' in text and '"tags"' in text
        return 0.9 if has_trace and any(f'"{mark}"' in text for mark in MARKS) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per release, version or arm's tag, where the same items occur under each; raises ReadError."""
        table = read_flat(source, mapping, progress, ("data", "traces"))
        measured, said = table.scores([name for name in table.names if name in MEASURED], mapping)
        parts = _Parts(table, source.name)
        runs = find_runs(parts.arms, parts.items, table.rows)
        progress(0.6, source.name)
        rows = [line for row in range(table.rows) for line in _make_rows(parts, row, measured, runs[row])]
        shown = {name: hint for name, hint in MEASURED.items() if name != "errorCount" or _any_error(measured)}
        unit = UNIT if all(cell is not None for cell in table.column(UNIT)) else None
        log = ToolLog(self.id, source.name, table.word, unit, shown, problems=(*table.problems, *said))
        return make_tables(log, rows, _read_facts(parts, runs))


def _any_error(measured: Mapping[str, Sequence[Any]]) -> bool:
    return any(measured.get("errorCount", ()))


class _Parts:
    """The columns that every row needs, unfolded once."""

    def __init__(self, table: FlatTable, file: str) -> None:
        self.table = table
        self.scores = {name: table.nested(name) for name in table.names if name not in FIELDS}
        self.listed = table.nested("scores")
        self.output = table.nested("output")
        self.tags = [_list_tags(cell) for cell in table.nested("tags")]
        self.fields = {
            group: _flatten(table, group, file) for group in ("metadata", "input") if any(table.column(group))
        }
        self.inputs = [write_item(cell) for cell in table.nested("input")]
        named = {name: list(table.column(name)) for name in ("release", "version", "environment")}
        self.arms: dict[str, list[Cell]] = {**named, "tags": [name_arm(tags) for tags in self.tags]}
        self.items: dict[str, list[Cell]] = {"input": list(self.inputs)}
        for group, cells in self.fields.items():
            self.items |= {f"{group}.{name}": column for name, column in unite_columns(cells, file).items()}


def _flatten(table: FlatTable, group: str, file: str) -> list[dict[str, Cell]]:
    return [
        flatten(fields_of(cell, group), file, f"{table.word} {number}")
        for cell, number in zip(table.nested(group), table.numbers, strict=True)
    ]


def _list_tags(cell: Any) -> list[str]:
    if isinstance(cell, list):
        return [str(tag) for tag in cell]
    return [part.strip() for part in str(cell).split(",")] if cell else []


def _make_rows(parts: _Parts, row: int, measured: Mapping[str, Sequence[Any]], run: str) -> list[ScoredRow]:
    """A row for every value of the score that has most; cost and time stand in the first."""
    table = parts.table
    values = {name: _list_values(cells[row]) for name, cells in parts.scores.items()}
    for name, listed in _read_listed(parts.listed[row]).items():
        values.setdefault(name, []).extend(listed)
    own: dict[str, Cell] = {name: table.column(name)[row] for name in ATTRIBUTES}
    rest = [tag for tag in parts.tags[row] if tag != parts.arms["tags"][row]]
    own["tags"] = ", ".join(sorted(rest)) or None
    own["inputs"] = parts.inputs[row]
    has_failed = str(table.column("level")[row]) == "ERROR" and not parts.output[row]
    rows: list[ScoredRow] = []
    for number in range(max([1, *map(len, values.values())])):
        scores = {name: listed[number] if number < len(listed) else None for name, listed in values.items()}
        if number == 0:
            scores |= {name: cells[row] for name, cells in measured.items() if name != "errorCount"}
            scores |= {"errorCount": measured["errorCount"][row]} if _any_error(measured) else {}
        rows.append(
            ScoredRow(
                str(table.column(UNIT)[row]),
                scores,
                table.numbers[row],
                {**{group: cells[row] for group, cells in parts.fields.items()}, "trace": own},
                number + 1 if number else None,
                status="model_error" if has_failed else "ok",
                error="the trace ended in an error and has no output" if has_failed else None,
                output=parts.output[row],
                question=parts.inputs[row],
                run=run,
            )
        )
    return rows


def _list_values(cell: Any) -> list[Any]:
    """The values of one score: a list, or a single value; texts that are numbers as numbers."""
    if cell is None:
        return []
    listed = cell if isinstance(cell, list) else [cell]
    return [value for value in map(_read_value, listed) if value is not None]


def _read_value(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    if is_missing(value):
        return None
    number = parse_number(value)
    return value if number is None else number.value


def _read_listed(cell: Any) -> dict[str, list[Any]]:
    """Scores as the API nests them: by name, or a list of objects with name and value."""
    cell = unfold_cell(cell)
    if isinstance(cell, dict):
        return {str(name): _list_values(value) for name, value in cell.items()}
    found: dict[str, list[Any]] = {}
    for part in cell if isinstance(cell, list) else []:
        if isinstance(part, dict) and part.get("name"):
            is_label = part.get("dataType") == "CATEGORICAL" or part.get("value") is None
            value = part.get("stringValue") if is_label else part.get("value")
            found.setdefault(str(part["name"]), []).extend(_list_values(value))
    return found


def _read_facts(parts: _Parts, runs: Sequence[str]) -> dict[str, RunFacts]:
    facts: dict[str, RunFacts] = {}
    moments, releases = parts.table.column("timestamp"), parts.table.column("release")
    versions = parts.table.column("version")
    for run in dict.fromkeys(runs):
        rows = [row for row, own in enumerate(runs) if own == run]
        created = min((str(moments[row]) for row in rows if moments[row]), default=None)
        aliases = dict.fromkeys(str(cells[row]) for cells in (releases, versions) for row in rows if cells[row])
        facts[run] = RunFacts(created=created, aliases=tuple(aliases)[:8])
    return facts
