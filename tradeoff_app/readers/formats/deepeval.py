"""DeepEval: test runs (with and without a file extension) and the results that `evaluate` returns."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.model.metric import Status
from tradeoff_app.readers.flat_table import peek
from tradeoff_app.readers.item_keys import write_item
from tradeoff_app.readers.json_records import Record, dict_of, dicts_of, read_records
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import DOLLARS, SECONDS, SHARE, RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source

CASES = ("testCases", "test_cases", "conversationalTestCases", "test_results", "testResults")
METRICS = ("metricsData", "metrics_data", "metricsMetadata", "metrics_metadata")
METADATA = ("metadata", "additionalMetadata", "additional_metadata")
BUILT_IN: dict[str, MetricHint] = {
    "success": MetricHint("binary", "higher", stated=("type", "better")),
    "completionTime": SECONDS,
    "tokenCost": DOLLARS,
}
TOLERANCE = 1e-6
HINT = "Run DeepEval with a results folder (DisplayConfig(results_folder=…)) and choose its test_run file."


class DeepEval:
    """`test_run_*.json`, `.latest_run_full.json`, older files named by their time alone, and dumped results."""

    id = "deepeval"
    label = "DeepEval test run"

    def recognise(self, sample: FileSample) -> float:
        """A list of test cases and their metrics."""
        if sample.members is not None or sample.first_character not in {"{", "["}:
            return 0.0
        text = peek(sample)
        if not any(f'"{name}"' in text for name in CASES):
            return 0.0
        has_metrics = any(f'"{name}"' in text for name in METRICS)
        is_run = '"testPassed"' in text or '"metricsScores"' in text
        return 0.95 if has_metrics or is_run else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table with a row per test case; raises ReadError."""
        found = read_records(source, mapping, progress)
        document, cases = _find_cases(found.items)
        if not cases:
            cause = "the test run holds no test cases (0 rows)"
            raise ReadError("unreadable", source.name, "testCases", cause, HINT)
        progress(0.6, source.name)
        units, problems = _name_units(cases, source.name)
        rows = [
            _make_row(case, unit, number, source.name)
            for number, (case, unit) in enumerate(zip(cases, units, strict=True), 1)
        ]
        problems += _check_scores(document, rows, source.name)
        names = {name for row in rows for name in row.scores}
        hints = {name: BUILT_IN.get(name, SHARE) for name in names}
        log = ToolLog(self.id, source.name, "test case", "name", hints, problems=(*found.problems, *problems))
        return make_tables(log, rows, {"": _read_facts(document, cases)})


def _first(record: Mapping[str, Any], names: Sequence[str]) -> Any:
    return next((record[name] for name in names if record.get(name) not in (None, [], {}, "")), None)


def _find_cases(items: Sequence[Record]) -> tuple[Record, list[Record]]:
    """The test run and its cases; `.latest_run_full.json` and API answers wrap the run once more."""
    document = items[0]
    inner: Record
    for inner in (document, *(value for value in document.values() if isinstance(value, dict))):
        listed = [case for name in CASES for case in dicts_of(inner.get(name))]
        if listed:
            return inner, listed
    return document, []


def _name_units(cases: Sequence[Record], file: str) -> tuple[list[str | None], list[Problem]]:
    """The case's name; its input where names are missing or say less; else its order."""
    names = [str(case["name"]) if case.get("name") else None for case in cases]
    inputs = [write_item(case.get("input") or case.get("turns") or case.get("messages")) for case in cases]
    known = Counter(zip(names, inputs, strict=True))
    if None not in names and len(set(names)) == len(known):
        return names, []
    if None not in inputs and len(set(inputs)) == len(known):
        text = "The test cases' names are missing or not unique; their inputs tell them apart."
        return inputs, [Problem("info", "unit_from_input", file, "name", text, "Give every test case a name.")]
    text = "Neither names nor inputs tell the test cases apart; they are matched by their order."
    hint = "Give every test case a name, so that two runs can be matched safely."
    orders = [str(case.get("order", number)) for number, case in enumerate(cases)]
    return list(orders), [Problem("warning", "weak_unit_column", file, "order", text, hint)]


def _make_row(case: Record, unit: str | None, number: int, file: str) -> ScoredRow:
    metadata = _first(case, METADATA)
    fields = flatten(metadata, file, f"test case {number}") if isinstance(metadata, dict) else {}
    scores, failures = _read_metrics(case)
    for name in BUILT_IN:
        if isinstance(case.get(name), bool | int | float) and name not in scores:
            scores[name] = case[name]
    return ScoredRow(
        unit,
        scores,
        number,
        {"metadata": fields, "case": _list_own(case)},
        output=_first(case, ("actualOutput", "actual_output")),
        question=_first(case, ("input", "turns", "messages")),
        failures=failures,
    )


def _list_own(case: Record) -> dict[str, Cell]:
    """Fields of the case itself that may tell groups apart."""
    own: dict[str, Cell] = {}
    for name in ("input", "expectedOutput", "expected_output", "scenario", "comments"):
        if isinstance(case.get(name), str) and case[name]:
            own[name] = case[name]
    tags = case.get("tags")
    if isinstance(tags, list) and tags:
        own["tags"] = ", ".join(map(str, tags))
    return own


def _read_metrics(case: Record) -> tuple[dict[str, Any], dict[str, Status]]:
    """Scores by name, and the metrics whose scorer failed: those have no score key, or an error."""
    scores: dict[str, Any] = {}
    failures: dict[str, Status] = {}
    for part in dicts_of(_first(case, METRICS)):
        name = part.get("name") or part.get("metric")
        if not name:
            continue
        score = part.get("score")
        scores[str(name)] = None if part.get("error") else score
        if part.get("error") or (score is None and not part.get("skipped")):
            failures[str(name)] = "judge_error"
    return scores, failures


def _check_scores(document: Record, rows: Sequence[ScoredRow], file: str) -> list[Problem]:
    """The run's own list of scores per metric must be what its cases say."""
    problems: list[Problem] = []
    for part in dicts_of(document.get("metricsScores")):
        listed = part.get("scores")
        if not isinstance(listed, list) or not listed:
            continue
        name = str(part.get("metric"))
        own = [row.scores[name] for row in rows if isinstance(row.scores.get(name), int | float)]
        stated = [score for score in listed if isinstance(score, int | float)]
        if len(own) != len(stated) or not math.isclose(sum(own), sum(stated), rel_tol=TOLERANCE, abs_tol=TOLERANCE):
            text = f"{name}: the run's summary lists {len(stated):,} scores, its cases have {len(own):,} or others."
            problems.append(
                Problem("warning", "report_differs", file, name, f"{text} The cases count.", "Check the file.")
            )
    return problems


def _read_facts(document: Record, cases: Sequence[Record]) -> RunFacts:
    parameters = dict_of(document.get("hyperparameters"))
    model = next((str(value) for name, value in parameters.items() if name.lower() == "model" and value), None)
    judges = [
        part.get("evaluationModel") or part.get("evaluation_model")
        for case in cases[:20]
        for part in dicts_of(_first(case, METRICS))
    ]
    judge = next((str(name) for name in judges if name), None)
    aliases = (document.get("identifier"), document.get("testFile"), document.get("test_file"), model)
    return RunFacts(model, None, judge, tuple(str(alias) for alias in aliases if alias))
