"""Label Studio: tasks with the annotations of several people, and the flat exports with one row per annotation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.annotation_rows import (
    HUMAN,
    make_annotation_tables,
    say_left_out,
    spread_choices,
    take_output,
)
from tradeoff_app.readers.csv_records import CsvTable, read_csv, read_numbers
from tradeoff_app.readers.json_records import Record, Records, read_records
from tradeoff_app.readers.json_text import JsonError, parse_json
from tradeoff_app.readers.limits import MAX_SEGMENT_VALUES
from tradeoff_app.readers.question_text import name_question
from tradeoff_app.readers.reader import Cell, FileSample, Progress, RawColumn, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.text_checks import check_texts

TASK_LISTS = ("annotations", "completions")
TASK_SIGNS = ('"was_cancelled"', '"completed_by"', '"lead_time"', '"ground_truth"')
FLAT_NAMES = ("annotation_id", "annotator", "lead_time", "created_at", "updated_at")
FLAT_ID = "id"
BOOKKEEPING = frozenset({*FLAT_NAMES, FLAT_ID, "agreement"})
NUMBERS = ("rating", "number")
LISTS = ("choices", "taxonomy")
LONGEST_CHOICE = 80
NO_ANSWERS = "no annotation holds a choice, a rating or a number; spans and texts are not scores"
HINT = "Export the project as JSON or CSV after people have rated it."


class LabelStudio:
    """JSON, JSON_MIN, CSV and TSV of a project, which is often called `result.csv` whatever it holds."""

    id = "label_studio"
    label = "Label Studio"

    def recognise(self, sample: FileSample) -> float:
        """Tasks with annotations, or the names that every flat export carries."""
        if sample.members is not None:
            return 0.0
        if sample.first_character in {"{", "["}:
            is_tasks = any(f'"{name}"' in sample.text for name in TASK_LISTS) and '"data"' in sample.text
            if is_tasks and sum(sign in sample.text for sign in TASK_SIGNS) >= 2:
                return 0.93
            return 0.92 if all(f'"{name}"' in sample.text for name in FLAT_NAMES[:3]) else 0.0
        first = sample.text.lstrip("\ufeff").split("\n", 1)[0].replace('"', "").rstrip("\r")
        named = set(first.replace("\t", ",").replace(";", ",").split(","))
        return 0.92 if {*FLAT_NAMES[:3], FLAT_ID} <= named else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table with a row per annotation; raises ReadError."""
        if source.sample.first_character not in {"{", "["}:
            return [_read_flat_text(read_csv(source, mapping, progress), mapping)]
        found = read_records(source, mapping, progress)
        is_flat = all("annotation_id" in record for record in found.items)
        read = _read_flat if is_flat else _read_tasks
        rows, problems = read(found, source.name)
        progress(0.7, source.name)
        if not any(row.scores for row in rows):
            raise ReadError("unreadable", source.name, "", NO_ANSWERS, HINT)
        problems = [*found.problems, *problems, *_say_unanswered(rows, source.name)]
        log = ToolLog(self.id, source.name, "record" if is_flat else "task", FLAT_ID, problems=tuple(problems))
        return make_annotation_tables(log, spread_choices(rows))


def _read_tasks(found: Records, file: str) -> tuple[list[ScoredRow], list[Problem]]:
    rows: list[ScoredRow] = []
    cancelled = unanswered = 0
    skipped: dict[str, None] = {}
    for number, task in zip(found.numbers, found.items, strict=True):
        finished = [annotation for annotation in _annotations_of(task) if not _is_cancelled(annotation)]
        cancelled += len(_annotations_of(task)) - len(finished)
        unanswered += not finished
        item = _describe(task, number, file)
        rows += [_make_row(item, annotation, skipped) for annotation in finished] or [item]
    one, several = "annotation was cancelled and left out.", "annotations were cancelled and left out."
    problems = say_left_out(file, "cancelled_annotations", cancelled, one, several)
    one, several = "task has no finished annotation.", "tasks have no finished annotation."
    problems += say_left_out(file, "no_annotation", unanswered, one, several)
    return rows, [*problems, *_say_skipped(skipped, file)]


def _say_skipped(names: Mapping[str, None], file: str) -> list[Problem]:
    if not names:
        return []
    text = f"Questions that give no score were not read: {', '.join(names)}."
    return [Problem("info", "questions_not_read", file, "", text)]


def _annotations_of(task: Record) -> list[Record]:
    found = (task.get(name) for name in TASK_LISTS)
    return [
        annotation for part in found if isinstance(part, list) for annotation in part if isinstance(annotation, dict)
    ]


def _is_cancelled(annotation: Record) -> bool:
    return bool(annotation.get("was_cancelled") or annotation.get("skipped"))


def _describe(task: Record, number: int, file: str) -> ScoredRow:
    """A task before anybody answered: its id, its fields, and the answer that is judged."""
    data = task.get("data") if isinstance(task.get("data"), dict) else {}
    fields, output = take_output(flatten(data or {}, file, f"task {task.get('id', number)}"))
    meta = task.get("meta")
    own = flatten(meta, file, "meta") if isinstance(meta, dict) else {}
    return ScoredRow(
        str(task.get("id", number)),
        {},
        number,
        {"data": fields, "meta": own},
        output=output,
        question=name_question(fields),
    )


def _make_row(item: ScoredRow, annotation: Record, skipped: dict[str, None]) -> ScoredRow:
    scores: dict[str, Any] = {}
    results = annotation.get("result")
    for result in results if isinstance(results, list) else []:
        if not isinstance(result, dict) or not isinstance(result.get("value"), dict):
            continue
        name = str(result.get("from_name") or result.get("type"))
        value = _value_of(result["value"], skipped, name)
        if value is not None:
            scores[name] = _join(scores.get(name), value)
    return replace(item, scores=scores, rater=_rater_of(annotation.get("completed_by")))


def _value_of(value: Record, skipped: dict[str, None], name: str) -> Any:
    """A number, a list of choices, or the side that was preferred; None where the control gives no score."""
    for key in NUMBERS:
        if isinstance(value.get(key), int | float):
            return value[key]
    for key in LISTS:
        if isinstance(value.get(key), list):
            return [" > ".join(map(str, part)) if isinstance(part, list) else str(part) for part in value[key]]
    if isinstance(value.get("selected"), str):
        return [value["selected"]]
    skipped.setdefault(name)
    return None


def _join(known: Any, value: Any) -> Any:
    """Regions of one answer: choices add up, numbers are kept as the last one."""
    if isinstance(known, list) and isinstance(value, list):
        return [*known, *(choice for choice in value if choice not in known)]
    return value


def _rater_of(person: Any) -> str | None:
    """The annotator, who is a number in some versions and an object in others."""
    if isinstance(person, dict):
        person = person.get("email") or person.get("username") or person.get("id")
    return None if person in (None, "") else str(person)


def _read_flat(found: Records, file: str) -> tuple[list[ScoredRow], list[Problem]]:
    """JSON_MIN writes the task's fields, its id, the answers, and only then who annotated."""
    named = dict.fromkeys(name for record in found.items for name in _answer_names(record))
    texts = {name: None for name in named if _is_free_text([record.get(name) for record in found.items])}
    answers = {name: None for name in named if name not in texts}
    numbered = zip(found.numbers, found.items, strict=True)
    rows = [_make_flat_row(record, number, answers, named) for number, record in numbered]
    return rows, _say_skipped(texts, file)


def _is_free_text(values: Sequence[Any]) -> bool:
    """A choice is one of a few short texts; what people wrote themselves is not."""
    texts = {value for value in values if isinstance(value, str)}
    return len(texts) > MAX_SEGMENT_VALUES or any("\n" in text or len(text) > LONGEST_CHOICE for text in texts)


def _answer_names(record: Record) -> Iterator[str]:
    names = list(record)
    first = names.index(FLAT_ID) + 1 if FLAT_ID in names else 0
    last = names.index("annotator") if "annotator" in names else len(names)
    return (name for name in names[first:last] if name not in BOOKKEEPING)


def _make_flat_row(record: Record, number: int, answers: Mapping[str, None], named: Mapping[str, None]) -> ScoredRow:
    others = {key: value for key, value in record.items() if key not in named and key not in BOOKKEEPING}
    fields, output = take_output(flatten(others, "", f"record {number}"))
    read = {name: _read_cell(record[name]) for name in answers if record.get(name) is not None}
    scores = {name: value for name, value in read.items() if value is not None}
    return ScoredRow(
        str(record.get(FLAT_ID, record.get("annotation_id"))),
        scores,
        number,
        {"data": fields},
        rater=_rater_of(record.get("annotator")),
        output=output,
        question=name_question(fields),
    )


def _read_cell(value: Any) -> Any:
    """`[{"rating": 4}]`, `{"choices": [...]}`, a single choice as text, or a number."""
    if isinstance(value, list) and value and all(isinstance(part, dict) for part in value):
        value = value[-1]
    if isinstance(value, dict):
        return _value_of(value, {}, "")
    return [value] if isinstance(value, str) else value if isinstance(value, int | float | list) else None


def _say_unanswered(rows: Sequence[ScoredRow], file: str) -> list[Problem]:
    """Questions that only some annotations answer: their shares are shares of those."""
    answered = [row for row in rows if row.scores]
    problems: list[Problem] = []
    for name in dict.fromkeys(name for row in answered for name in row.scores):
        count = sum(name in row.scores for row in answered)
        if count < 0.5 * len(answered):
            text = f"{name}: answered in {count:,} of {len(answered):,} annotations; its values describe only those."
            problems.append(Problem("warning", "rarely_answered", file, name, text, "Don't decide by it alone."))
    return problems


def _read_flat_text(table: CsvTable, mapping: ColumnMapping) -> RawTable:
    """CSV and TSV don't say which columns are answers: what is JSON is read, the rest is proposed from the values."""
    columns, problems = read_numbers(table, range(len(table.header)), mapping)
    cells = {name: table.texts(name) for name in table.header if name not in BOOKKEEPING}
    answers = {name: parsed for name, texts in cells.items() if (parsed := _parse_answers(texts)) is not None}
    read = _make_answers(table, answers)
    has_key = any(_is_key(column, table) for column in columns.values())
    kept = [_give_role(column, has_key=has_key) for column in columns.values() if column.name not in answers]
    made = (*kept, *read)
    said = (*table.problems, *problems, *check_texts(made, table.file, table.places))
    return RawTable(LabelStudio.id, made, table.rows, places=table.places, problems=said)


def _parse_answers(texts: Sequence[Cell]) -> list[Any] | None:
    """The answers of a column in which at least one cell is an answer as JSON; None for every other column."""
    if not any(_is_answer(text) for text in texts):
        return None
    return [_parse_answer(text) for text in texts]


def _is_answer(text: Cell) -> bool:
    return isinstance(text, str) and text.replace(" ", "").startswith(('[{"rating":', '[{"number":', '{"choices":['))


def _parse_answer(text: Cell) -> Any:
    if not isinstance(text, str):
        return None
    try:
        value = parse_json(text) if text[:1] in "[{" else text
    except JsonError:
        value = text
    return _read_cell(value)


def _make_answers(table: CsvTable, answers: Mapping[str, Sequence[Any]]) -> list[RawColumn]:
    """Answers as metrics, multiple choices as one yes or no per choice."""
    if not answers:
        return []
    rows = [
        ScoredRow(None, {name: cells[row] for name, cells in answers.items() if cells[row] is not None}, row + 1)
        for row in range(table.rows)
    ]
    made = make_tables(ToolLog("", table.file), spread_choices(rows))[0].with_role("metric")
    return [replace(column, hint=HUMAN) for column in made]


def _is_key(column: RawColumn, table: CsvTable) -> bool:
    tasks = table.texts(FLAT_ID)
    labels = len(set(tasks))
    return column.name not in BOOKKEEPING and 0.95 * labels <= len(column.coded.labels) <= labels


def _give_role(column: RawColumn, *, has_key: bool) -> RawColumn:
    """Who annotated is the rater; other notes of the tool are no results, its task id only where there is no other."""
    if column.name == "annotator":
        return replace(column, numbers=None, role="rater")
    is_note = column.name in BOOKKEEPING and (column.name != FLAT_ID or has_key)
    return replace(column, role="ignore") if is_note else column
