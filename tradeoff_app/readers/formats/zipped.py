"""A ZIP of result files: each member is read by its own format, members of one kind are runs of one file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.archive import Archive, is_strange_name
from tradeoff_app.readers.key_join import find_key, index_rows, join_columns
from tradeoff_app.readers.reader import FileSample, Format, Progress, RawTable, stay_silent
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.unit_keys import propose_unit

SUFFIXES = (".csv", ".tsv", ".txt", ".json", ".jsonl", ".ndjson", ".parquet", ".xlsx", ".eval", ".yaml", ".yml", ".gz")
NOISE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
MOST_MEMBERS = 12
LEAST_ALIKE = 0.5
LEAST_JOINED = 0.5
CHOOSE = "Unpack it and choose the results before and after."


class ZippedResults:
    """What `zip results.zip before.csv after.csv` writes, and downloads of several exports at once."""

    id = "zip"
    label = "ZIP of result files"

    def __init__(self, recognise: Callable[[Source], Format]) -> None:
        self._recognise = recognise

    def recognise(self, sample: FileSample) -> float:
        """An archive with at least one member that is called like a result file."""
        if sample.members is None or "[Content_Types].xml" in sample.members:
            return 0.0
        return 0.5 if any(name.lower().endswith(SUFFIXES) for name in _results_in(sample.members)) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """The tables of all members, each named by its member; raises ReadError where none can be read."""
        names = [name for name in _results_in(source.sample.members or ()) if name.lower().endswith(SUFFIXES)]
        if len(names) > MOST_MEMBERS:
            cause = f"the archive holds {len(names)} result files, more than the limit of {MOST_MEMBERS}"
            raise ReadError("unreadable", source.name, "", cause, CHOOSE)
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            cause = f"the archive holds {PurePosixPath(twice).name} twice; it is unclear which one counts"
            raise ReadError("damaged", source.name, "", cause, CHOOSE)
        read: list[RawTable] = []
        refused: list[ReadError] = []
        with source.archive() as archive, tempfile.TemporaryDirectory(prefix="tradeoff-") as folder:
            for number, name in enumerate(names):
                progress(0.1 + 0.8 * number / len(names), name)
                try:
                    read += self._read_member(archive, name, Path(folder) / f"member{number}", mapping)
                except ReadError as refusal:
                    refused.append(refusal)
        if not read:
            raise refused[0]
        problems = [_say_refused(refusal, source.name) for refusal in refused]
        return _gather(read, problems, source.name)

    def _read_member(self, archive: Archive, name: str, path: Path, mapping: ColumnMapping) -> list[RawTable]:
        """The runs of one member; it is written to a folder of our own, because formats read from disk."""
        path.write_bytes(archive.read(name))
        try:
            inner = Source(path)
            inner.name = f"{archive.name}: {PurePosixPath(name).name}"
            found = self._recognise(inner)
            if found.id == self.id:
                raise ReadError("unreadable", inner.name, "", "this is an archive inside an archive", CHOOSE)
            tables = found.read(inner, mapping, stay_silent)
        finally:
            path.unlink()
        return [replace(table, run=_name_run(name, table.run), aliases=(*table.aliases, name)) for table in tables]


def _results_in(members: Sequence[str]) -> list[str]:
    """Members that people put there; folders and what systems add are none."""
    named = (name for name in members if not name.endswith("/") and not is_strange_name(name))
    return [
        name
        for name in named
        if not any(part in name for part in NOISE) and not PurePosixPath(name).name.startswith(".")
    ]


def _name_run(member: str, run: str | None) -> str:
    path = PurePosixPath(member)
    stem = str(path.with_name(path.name.partition(".")[0]))
    return stem if run is None else f"{stem}: {run}"


def _say_refused(refusal: ReadError, file: str) -> Problem:
    text = f"{refusal.file}: {refusal.cause}; this part of the archive was not read."
    return Problem("warning", "member_not_read", file, refusal.file, text, refusal.hint)


def _gather(tables: Sequence[RawTable], problems: Sequence[Problem], file: str) -> list[RawTable]:
    """Tables alike are runs; another one that holds their units adds its columns to them."""
    runs = max((_alike(table, tables) for table in tables), key=lambda alike: (len(alike), sum(t.rows for t in alike)))
    others = [table for table in tables if not any(table is run for run in runs)]
    said = list(problems)
    for other in others:
        joined = _join(runs, other)
        if joined is None:
            text = f"{other.run!r} has other columns than the rest and none of their units; it was not used."
            said.append(Problem("warning", "member_not_used", file, other.run or "", text, "Give it alone."))
        else:
            runs = joined
            text = f"The columns of {other.run!r} were added to the results by the unit's id."
            said.append(Problem("info", "member_joined", file, other.run or "", text))
    if len(runs) == 1:
        runs = [replace(runs[0], run=None)]
    return [replace(runs[0], problems=(*runs[0].problems, *said)), *runs[1:]]


def _alike(table: RawTable, tables: Sequence[RawTable]) -> list[RawTable]:
    """The tables of the same format that share most column names with this one."""
    names = {column.name for column in table.columns}
    return [
        other
        for other in tables
        if other.format == table.format
        and len(names & (known := {column.name for column in other.columns})) >= LEAST_ALIKE * len(names | known)
    ]


def _join(runs: Sequence[RawTable], other: RawTable) -> list[RawTable] | None:
    """The runs with the columns of a table of segments; None where it does not hold their units."""
    units = [_units_of(run, runs) for run in runs]
    known = {text for texts in units for text in texts if text is not None}
    key, shared = find_key(other, known)
    if key is None or shared < LEAST_JOINED * len(known):
        return None
    rows = index_rows(key)
    columns = [column for column in other.columns if column.name != key.name]
    return [join_columns(run, texts, columns, rows) for run, texts in zip(runs, units, strict=True)]


def _units_of(run: RawTable, runs: Sequence[RawTable]) -> list[str | None]:
    own = run.with_role("unit")
    proposed = None if own else propose_unit(runs)
    column = own[0] if own else run.column(proposed.name) if proposed else None
    return [] if column is None else column.texts()
