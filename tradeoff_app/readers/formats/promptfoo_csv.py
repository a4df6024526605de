"""promptfoo results as CSV, in the layouts of its versions: a block of columns, or one marked cell, per prompt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.csv_records import CsvTable, read_csv
from tradeoff_app.readers.dialect import Dialect, SplitError, detect_dialect
from tradeoff_app.readers.flat_table import is_csv, unfold_cell
from tradeoff_app.readers.number_grammar import parse_number
from tradeoff_app.readers.promptfoo_rows import Facts, make_runs
from tradeoff_app.readers.promptfoo_scores import is_number
from tradeoff_app.readers.reader import FileSample, Progress, RawTable
from tradeoff_app.readers.source import Source

PROMPT = re.compile(r"\[(?P<provider>[^\]]+)\]\s*(?P<prompt>.*)", re.DOTALL)
MARKED = re.compile(r"\s*\[(?P<state>PASS|FAIL|ERROR)\]\s*")
SCORE = re.compile(r"\((?P<score>-?\d+(?:\.\d+)?)(?=[,)])")
CLOSING = re.compile(r"(?<=\d)\)(?=\s|$)")
NAMED = re.compile(r", (?P<name>.+?): (?P<value>-?\d+(?:\.\d+)?)(?=, |$)")
DASHES = re.compile(r"\n---(?:\n|$)")
BLOCK = ("Status", "Score", "Named Scores")
METRIC = "Metric: "
PREFER_JSON = "Export the results as JSON, which has everything."


@dataclass(frozen=True)
class _Block:
    """The columns of one prompt: where its output stands, and its other columns by name."""

    provider: str
    prompt: str
    output: int
    columns: Mapping[str, int]


class PromptfooCsv:
    """What `promptfoo eval -o file.csv` writes."""

    id = "promptfoo_csv"
    label = "promptfoo CSV"

    def recognise(self, sample: FileSample) -> float:
        """The names of a block, or cells that begin with `[PASS]` under a prompt's name."""
        if sample.members is not None or not sample.text or not is_csv(sample.text):
            return 0.0
        if "Named Scores" not in sample.text and not re.search(r"\[(PASS|FAIL|ERROR)\]", sample.text):
            return 0.0
        header, first = _peek_records(sample.text)
        if all(name in header for name in BLOCK):
            return 0.96
        marked = [column for column, cell in enumerate(first) if MARKED.match(cell)]
        return 0.9 if any(column < len(header) and _is_prompt(header[column]) for column in marked) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per provider and prompt; raises ReadError."""
        table = read_csv(source, mapping, progress)
        blocks = list(_find_blocks(table))
        is_marked = not any(block.columns for block in blocks)
        rows, numbers = _make_rows(table, blocks)
        progress(0.7, source.name)
        odd = _mark_errors(rows, source.name) if is_marked else _drop_zeros(rows, source.name)
        problems = [*table.problems, *odd, *_say_sums(rows, source.name), _say_loss(source.name)]
        return make_runs(source.name, rows, Facts("csv", word="line", problems=tuple(problems)), numbers)


def _peek_records(text: str) -> tuple[list[str], list[str]]:
    """Header and first row; a prompt in the header may span lines."""
    dialect = detect_dialect(text) or Dialect(",")
    found: list[list[str]] = []
    try:
        for _, record in dialect.split(text.lstrip("\ufeff")):
            found.append(record)
            if len(found) == 2:
                break
    except SplitError:
        pass
    return (found[0] if found else []), (found[1] if len(found) > 1 else [])


def _is_prompt(name: str) -> bool:
    return PROMPT.match(name) is not None or (name.startswith("{") and '"raw"' in name)


def _find_blocks(table: CsvTable) -> Iterator[_Block]:
    """Blocks in order; their column names repeat, so positions count."""
    header = table.header
    starts = [column for column in range(len(header) - 1) if header[column + 1] == BLOCK[0]]
    if starts and all(name in header for name in BLOCK):
        for start, end in zip(starts, [*starts[1:], len(header)], strict=True):
            names = {header[column]: column for column in range(start + 1, end)}
            yield _Block(*_read_prompt(header[start]), start, names)
        return
    for column, name in enumerate(header):
        first = next((cell for cell in table.cells[column] if cell is not None), None)
        if _is_prompt(name) and isinstance(first, str) and MARKED.match(first):
            yield _Block(*_read_prompt(name), column, {})


def _read_prompt(name: str) -> tuple[str, str]:
    """Provider and prompt of a header cell: `[provider] prompt`, or the prompt as JSON."""
    described = unfold_cell(name)
    if isinstance(described, dict):
        prompt = described.get("label") or described.get("display") or described.get("raw") or ""
        return str(described.get("provider") or "provider"), str(prompt)
    found = PROMPT.match(name)
    return (found["provider"], found["prompt"]) if found else ("provider", name)


def _make_rows(table: CsvTable, blocks: Sequence[_Block]) -> tuple[list[dict[str, Any]], list[int]]:
    """The rows as promptfoo's JSON has them, with what the CSV knows."""
    described = table.position("Description")
    variables = [column for column in _list_variables(table, blocks) if column != described]
    rows: list[dict[str, Any]] = []
    numbers: list[int] = []
    for row in range(table.rows):
        values = {table.header[column]: table.cells[column][row] for column in variables}
        for index, block in enumerate(blocks):
            result = _read_block(table, block, row)
            if result is None:
                continue
            rows.append(
                {
                    **result,
                    "vars": {name: unfold_cell(cell) for name, cell in values.items() if cell is not None},
                    "provider": block.provider,
                    "prompt": {"label": block.prompt},
                    "promptIdx": index,
                    "testCase": {"description": None if described is None else table.cells[described][row]},
                }
            )
            numbers.append(int(table.places.numbers[row]))
    return rows, numbers


def _list_variables(table: CsvTable, blocks: Sequence[_Block]) -> list[int]:
    """Columns before the blocks; marked cells may stand on either side of the variables."""
    outputs = {block.output for block in blocks}
    if any(block.columns for block in blocks):
        return list(range(min(outputs)))
    return [column for column in range(len(table.header)) if column not in outputs]


def _read_block(table: CsvTable, block: _Block, row: int) -> dict[str, Any] | None:
    """State, scores and output of one prompt on one row; None where the cells are empty."""
    text = table.cells[block.output][row]
    if not block.columns:
        return _read_marked(str(text)) if text is not None else None
    cells = {name: table.cells[column][row] for name, column in block.columns.items()}
    state = str(cells.get("Status") or "").upper()
    if not state:
        return None
    named = unfold_cell(cells.get("Named Scores"))
    scores = {name: value for name, value in named.items() if value is not None} if isinstance(named, dict) else {}
    for name, cell in cells.items():
        metric = name.removeprefix(METRIC)
        number = parse_number(str(cell)) if name.startswith(METRIC) and cell is not None else None
        if number is not None:
            scores.setdefault(metric, number.value)
    return _describe(state, _read_score(cells.get("Score")), scores, text, cells.get("Grader Reason"))


def _read_marked(text: str) -> dict[str, Any] | None:
    """`[FAIL] (0.50, relevance: 0.00)`, the reason, three dashes, the output; names may hold commas and colons."""
    found = MARKED.match(text)
    if found is None:
        return None
    rest = text[found.end() :]
    scored = SCORE.match(rest)
    closing = None if scored is None else CLOSING.search(rest, scored.end(), _end_of_line(rest))
    if scored is None or closing is None:
        return _describe_marked(found["state"], None, {}, rest)
    parts = NAMED.finditer(rest, scored.end(), closing.start())
    named = {part["name"]: float(part["value"]) for part in parts}
    return _describe_marked(found["state"], float(scored["score"]), named, rest[closing.end() :].lstrip())


def _end_of_line(text: str) -> int:
    end = text.find("\n")
    return len(text) if end < 0 else end


def _describe_marked(state: str, score: float | None, named: Mapping[str, Any], rest: str) -> dict[str, Any]:
    reason, *output = DASHES.split(rest, maxsplit=1)
    return _describe(state, score, named, output[0] if output else reason, reason if output else None)


def _describe(state: str, score: float | None, named: Mapping[str, Any], output: Any, reason: Any) -> dict[str, Any]:
    result = {
        "success": state == "PASS",
        "failureReason": {"PASS": 0, "ERROR": 2}.get(state, 1),
        "score": score,
        "namedScores": dict(named),
        "gradingResult": {},
        "response": {"output": output},
        "reason": reason,
    }
    return {**result, "error": reason or output or "error"} if state == "ERROR" else result


def _read_score(cell: Any) -> float | None:
    number = None if cell is None else parse_number(str(cell))
    return None if number is None else number.value


def _mark_errors(rows: Sequence[dict[str, Any]], file: str) -> list[Problem]:
    """Versions before 0.105 write a provider's error as a failure: no metric, and no answer but the error itself."""
    has_metrics = any(row["namedScores"] for row in rows)
    unclear = 0
    for row in rows:
        reason, output = str(row["reason"] or "").strip(), str(row["response"]["output"] or "").strip()
        is_alone = row["failureReason"] == 1 and reason and not row["namedScores"] and not row["score"]
        if is_alone and (output == reason or (not output and has_metrics)):
            row.update(failureReason=2, error=reason)
        elif is_alone and not output:
            unclear += 1
    if not unclear:
        return []
    text = (
        f"{unclear:,} results failed without an answer; whether the provider or the answer failed is not in this CSV."
    )
    return [Problem("warning", "unclear_errors", file, "", text, PREFER_JSON)]


def _say_sums(rows: Sequence[dict[str, Any]], file: str) -> list[Problem]:
    """Assertions score at most 1 each: a metric above that is the sum of several, as older versions write it."""
    names = dict.fromkeys(
        name for row in rows for name, value in row["namedScores"].items() if is_number(value) and value > 1.001
    )
    if not names:
        return []
    text = (
        f"{', '.join(list(names)[:8])}: above 1 in some rows, so these are sums over the assertions of that name, as"
        " older versions of promptfoo write them, not their mean."
    )
    return [Problem("warning", "summed_metrics", file, "Named Scores", text, PREFER_JSON)]


def _drop_zeros(rows: Sequence[dict[str, Any]], file: str) -> list[Problem]:
    """promptfoo writes 0 for metrics whose assertions all have weight 0: a metric that is 0 throughout is left out."""
    names = dict.fromkeys(name for row in rows for name in row["namedScores"])
    zero = [name for name in names if not any(row["namedScores"].get(name) for row in rows)]
    for row in rows:
        row["namedScores"] = {name: value for name, value in row["namedScores"].items() if name not in zero}
    if not zero:
        return []
    text = (
        f"{', '.join(zero[:8])}: 0 in every row, which is what promptfoo's CSV shows for metrics of weight 0 whatever"
        " their score; left out."
    )
    return [Problem("warning", "zero_metrics", file, "Named Scores", text, PREFER_JSON)]


def _say_loss(file: str) -> Problem:
    text = "promptfoo's CSV lacks metadata, cost, time and the parts of each score; some numbers are rounded."
    return Problem("info", "lossy_export", file, "", text, PREFER_JSON)
