"""Files to observations: recognise, read, arrange arms, give columns their parts, assemble."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from tradeoff_app.analysis.observations import ColumnPart, IntArray, Observations, Problem, SourceFile
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.aggregates import find_groups
from tradeoff_app.readers.arms import Arm, Arrangement, ReadFile, arrange
from tradeoff_app.readers.assembly import (
    ArmRows,
    Tier,
    build_table,
    code_rows,
)
from tradeoff_app.readers.catalogue import recognise
from tradeoff_app.readers.group_observations import observe_groups
from tradeoff_app.readers.header_match import match_headers
from tradeoff_app.readers.long_layout import find_long, widen
from tradeoff_app.readers.lookup import add_lookup
from tradeoff_app.readers.memory_use import leave_garbage
from tradeoff_app.readers.nested_cells import unfold_table
from tradeoff_app.readers.prompt_marks import compare_prompts
from tradeoff_app.readers.questions import collect_questions, find_question
from tradeoff_app.readers.reader import Progress, RawTable, stay_silent
from tradeoff_app.readers.refusal import ReadError, refuse_anything_else
from tradeoff_app.readers.roles import Roles, propose_roles
from tradeoff_app.readers.score_checks import check_metrics, check_shape, list_unread
from tradeoff_app.readers.sheet_segments import join_sheets
from tradeoff_app.readers.soundness import check_arms, check_files
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.trial_rows import split_trial
from tradeoff_app.readers.unit_choice import is_assigned, require_column, settle_unit
from tradeoff_app.readers.unit_facts import collect_outputs, collect_unit_facts
from tradeoff_app.readers.unit_keys import LEAST_UNIQUE_LONG, propose_unit

TRIAL_WORDS = frozenset({"control", "treatment", "holdout"})


def open_files(paths: Sequence[Path], mapping: ColumnMapping, progress: Progress | None) -> Observations:
    """Everything the files hold as one long table; raises ReadError naming file, place, cause and hint."""
    watch = progress or stay_silent
    with leave_garbage():
        sources, files = read_files(paths, mapping, watch)
        watch(0.85, "")
        observed = combine_files(sources, files, mapping)
    watch(1.0, "")
    return observed


def read_files(
    paths: Sequence[Path], mapping: ColumnMapping, watch: Progress = stay_silent
) -> tuple[list[Source], list[ReadFile]]:
    """What each file holds, nothing decided yet; raises ReadError with the refusals of all files that can't be read."""
    if not paths:
        raise ReadError("unreadable", "", "", "no file was given", "Choose the results before and after the change.")
    sources: list[Source] = []
    files: list[ReadFile] = []
    refusals: list[ReadError] = []
    for number, path in enumerate(paths):
        try:
            with refuse_anything_else(path.name):
                source, tables = _read(path, mapping, _scale(watch, number, len(paths)))
        except ReadError as refusal:
            refusals.append(refusal)
            continue
        sources.append(source)
        files.append(ReadFile(source.name, tables))
    if refusals:
        raise refusals[0].with_others(refusals[1:])
    return sources, files


def combine_files(sources: Sequence[Source], files: Sequence[ReadFile], mapping: ColumnMapping) -> Observations:
    """The rows of files that were read as one long table; raises ReadError that names the files."""
    with refuse_anything_else(files[0].file):
        try:
            groups = find_groups(files, mapping)
            if groups is not None:
                return observe_groups(groups, sources, files, mapping)
            files = join_sheets(files, mapping)
            arrangement = _prepare(_match(arrange(files, mapping), files), mapping)
            return _assemble(arrangement, sources, [file.without_columns() for file in files], mapping)
        except ReadError as error:
            named = error.file or ", ".join(file.file for file in files)
            raise ReadError(error.code, named, error.place, error.cause, error.hint) from None


def _scale(progress: Progress, number: int, count: int) -> Progress:
    return lambda share, text: progress(0.8 * (number + share) / count, text)


def _read(path: Path, mapping: ColumnMapping, progress: Progress) -> tuple[Source, tuple[RawTable, ...]]:
    source = Source(path)
    found = recognise(source)
    progress(0.05, source.name)
    tables = found.read(source, mapping, progress)
    unfolded = (unfold_table(table) for table in tables)
    return source, tuple(part for table in unfolded for part in split_trial(table, mapping))


def _match(arrangement: Arrangement, files: Sequence[ReadFile]) -> Arrangement:
    """The same arms with equal names for columns that the files write differently."""
    arms, problems = match_headers(arrangement.arms, [file.file for file in files])
    return replace(arrangement, arms=arms, problems=(*arrangement.problems, *problems))


def _prepare(arrangement: Arrangement, mapping: ColumnMapping) -> Arrangement:
    """Widen long tables, so that every arm has one row per unit, repeat and rater."""
    tables = [arm.table for arm in arrangement.arms]
    is_wide = tables[0].is_native or mapping.layout == "wide"
    long = mapping.long or (None if is_wide else find_long(tables[0]))
    if long is None or any(table.column(long.metric) is None or table.column(long.value) is None for table in tables):
        if mapping.long is not None:
            wanted = f"{mapping.long.metric!r} and {mapping.long.value!r}"
            raise ReadError("unreadable", "", "", f"not every file has the columns {wanted}", "Check the column names.")
        return arrangement
    unit = mapping.unit or _unit_of_long(tables, {long.metric, long.value})
    if unit is None:
        return arrangement
    arms = tuple(replace(arm, table=widen(arm.table, long, unit, mapping)) for arm in arrangement.arms)
    text = f"The table is long: {long.metric!r} names the metric, {long.value!r} holds its value."
    problem = Problem("info", "long_layout", "", long.metric, text)
    return replace(arrangement, arms=arms, long=long, problems=(*arrangement.problems, problem))


def _unit_of_long(tables: Sequence[RawTable], excluded: set[str]) -> str | None:
    """Ids of single scores are unique in every row and so can't be the unit of several metrics."""
    for table in tables:
        for column in table.columns:
            if len(set(column.texts())) > 0.95 * table.rows:
                excluded.add(column.name)
    key = propose_unit(tables, frozenset(excluded), LEAST_UNIQUE_LONG)
    return None if key is None else key.name


def _require_stated(tables: Sequence[RawTable], mapping: ColumnMapping) -> None:
    """Every column that the mapping names must exist in at least one file."""
    single = (mapping.cluster, mapping.repeat, mapping.rater, mapping.weight, mapping.status)
    named = [
        *(name for name in single if name),
        *mapping.segments,
        *mapping.denominators,
        *mapping.denominators.values(),
    ]
    named += [metric.column for metric in mapping.metrics]
    for name in named:
        if all(table.column(name) is None for table in tables):
            require_column(tables, name)


def _assemble(
    arrangement: Arrangement, sources: Sequence[Source], files: Sequence[ReadFile], mapping: ColumnMapping
) -> Observations:
    settled, unit, cluster, problems = settle_unit(arrangement.arms, mapping)
    arms, looked_up = add_lookup(settled, unit, mapping)
    tables = [arm.table for arm in arms]
    _require_stated(tables, mapping)
    roles = propose_roles(tables, unit, mapping.model_copy(update={"cluster": cluster}))
    roles.question = find_question(tables, roles, mapping.ignore) if roles.output is not None else None
    coded, units, raters, left_out = code_rows(arms, roles)
    is_trial = is_assigned(tables) or _is_trial(coded)
    tier: Tier = "human" if raters else "ab" if is_trial else "automated"
    long, rows = build_table(coded, roles, mapping, tier)
    facts = collect_unit_facts(coded, units, roles)
    described = [
        _describe_file(source, file, number, coded)
        for number, (source, file) in enumerate(zip(sources, files, strict=True))
    ]
    names = tuple(arm.name for arm in arms)
    problems = [
        *_read_problems(files),
        *_layout_problems(arrangement, files),
        *problems,
        *looked_up,
        *left_out,
        *roles.problems,
        *facts.problems,
        *check_arms(coded, units, roles, [file.file for file in files]),
        *check_metrics(long, names, list_unread(coded, roles), has_rows=bool(units)),
        *check_shape(len(long.metrics), len(units)),
        *check_files(described),
    ]
    problems += _say_unused(roles, problems)
    outputs = collect_outputs(coded, units, roles)
    return Observations(
        arms=names,
        units=units,
        metrics=tuple(long.metrics),
        rows=rows,
        dimensions=facts.dimensions,
        cluster=facts.cluster,
        weight=facts.weight,
        raters=raters,
        files=tuple(described),
        problems=_locate(problems, sources[0].name),
        outputs=outputs,
        questions=collect_questions(coded, units, roles.question, outputs),
        randomised=is_trial,
        pairing=mapping.pairing,
        unit_column=unit,
        columns=_name_parts(arrangement, tables, roles, mapping),
        prompts=compare_prompts(coded),
    )


def _name_parts(
    arrangement: Arrangement, tables: Sequence[RawTable], roles: Roles, mapping: ColumnMapping
) -> tuple[ColumnPart, ...]:
    """The part of every column of the files, those of a long table and the column of the arms among them."""
    parts = {} if arrangement.column is None else {arrangement.column: "arm"}
    if arrangement.long is not None:
        parts |= {arrangement.long.metric: "metric_name", arrangement.long.value: "metric_value"}
    parts |= {name: "unused" for table in tables for column in table.columns for name in [column.name]}
    parts |= roles.parts()
    parts |= dict.fromkeys(mapping.denominators.values(), "denominator") | dict.fromkeys(mapping.ignore, "ignored")
    return tuple(ColumnPart(name, part) for name, part in parts.items())


def _is_trial(arms: Sequence[ArmRows]) -> bool:
    """Arms called control and treatment that share no unit are a randomised trial."""
    if len(arms) < 2 or not any(set(rows.arm.name.lower().split()) & TRIAL_WORDS for rows in arms):
        return False
    first = set(arms[0].unit.tolist())
    return not any(first & set(rows.unit.tolist()) for rows in arms[1:])


def _read_problems(files: Sequence[ReadFile]) -> list[Problem]:
    found = [problem for file in files for table in file.tables for problem in table.problems]
    return list(dict.fromkeys(found))


def _layout_problems(arrangement: Arrangement, files: Sequence[ReadFile]) -> list[Problem]:
    known = set(_read_problems(files))
    widened = [problem for arm in arrangement.arms for problem in arm.table.problems if problem not in known]
    return [*arrangement.problems, *dict.fromkeys(widened)]


def _say_unused(roles: Roles, said: Sequence[Problem]) -> list[Problem]:
    """Columns that have no part; the one that tells randomised arms apart has been spoken of."""
    arm_columns = {problem.place for problem in said if problem.code == "randomised_arms"}
    unused = [name for name in roles.unused if name not in arm_columns and name != roles.question]
    if not unused:
        return []
    text = f"Columns that were not used: {', '.join(unused[:20])}."
    return [Problem("info", "unused_columns", "", "", text, "Name them as metric or segment if they matter.")]


def _locate(problems: Sequence[Problem], file: str) -> tuple[Problem, ...]:
    """Problems that concern all files carry the name of the first."""
    return tuple(dict.fromkeys(replace(problem, file=problem.file or file) for problem in problems))


def _describe_file(source: Source, file: ReadFile, number: int, arms: Sequence[ArmRows]) -> SourceFile:
    """What a file contributed; rows, units and errors are counted over the arms that come from it."""
    mine = [rows for rows in arms if rows.arm.file == number]
    failed = [rows.unit[rows.status != 0] for rows in mine]
    first: Arm | None = mine[0].arm if mine else None
    table = first.table if first is not None else file.tables[0]
    is_only = len(mine) == 1
    return SourceFile(
        file=source.name,
        sha256=source.sha256,
        bytes=source.size,
        format=table.format,
        format_version=table.format_version,
        arm=first.name if first is not None and is_only else None,
        model=_model_of(table) if is_only else None,
        created=table.created,
        rows=sum(len(rows.kept) for rows in mine),
        units=_count_distinct([rows.unit for rows in mine]),
        error_rows=sum(len(units) for units in failed),
        error_units=_count_distinct(failed),
        tool_version=table.tool_version,
        judge=table.judge,
    )


def _count_distinct(parts: Sequence[IntArray]) -> int:
    return int(np.count_nonzero(np.bincount(np.concatenate(parts)))) if parts else 0


def _model_of(table: RawTable) -> str | None:
    """The model that the format names, else the only value of a column called model or version."""
    if table.model is not None:
        return table.model
    for column in table.columns:
        is_named = column.name.lower() in {"model", "run.model", "model_name", "version", "modell"}
        if is_named and len(column.coded.labels) == 1:
            return column.coded.labels[0]
    return None
