"""MLflow GenAI: evaluated traces as JSON, and the data frames that MLflow makes of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.flat_table import FlatTable, header_of, is_csv, peek, read_flat, unfold_cell
from tradeoff_app.readers.item_keys import fields_of, name_items, write_item
from tradeoff_app.readers.json_text import JsonError, parse_json
from tradeoff_app.readers.mlflow_assessments import Assessed, read_assessments, split_raters
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.records import flatten
from tradeoff_app.readers.scored_rows import DOLLARS, MILLISECONDS, TOKENS, RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source
from tradeoff_app.readers.status_words import classify_error

REQUEST_ID = "mlflow.eval.requestId"
SOURCE_RUN = "mlflow.sourceRun"
DURATION = "execution_duration_ms"
MEASURED: dict[str, MetricHint] = {DURATION: MILLISECONDS, "total_tokens": TOKENS, "total_cost": DOLLARS}
FAILED = frozenset({"ERROR", "TraceState.ERROR", "TraceStatus.ERROR", "STATE_ERROR"})
Trace = Mapping[str, Any]


class MlflowTraces:
    """Traces of `mlflow.genai.evaluate`: `to_json` of each, `search_traces(…)` or `result_df` as a file."""

    id = "mlflow_traces"
    label = "MLflow GenAI traces"

    def recognise(self, sample: FileSample) -> float:
        """The names of traces with assessments."""
        if sample.members is not None or not sample.text:
            return 0.0
        if is_csv(sample.text):
            return 0.95 if {"trace_id", "assessments"} <= set(header_of(sample.text)) else 0.0
        text = peek(sample)
        return 0.95 if '"trace_id"' in text and "assessments" in text and ("state" in text or "status" in text) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per run, with a row per trace; raises ReadError."""
        table = read_flat(source, mapping, progress, ("traces", "data"))
        traces = [_find_trace(table, row) for row in range(table.rows)]
        inputs = [_read_inputs(trace) for trace in traces]
        units = _name_units(traces, inputs)
        progress(0.6, source.name)
        assessed = [read_assessments(trace["info"].get("assessments")) for trace in traces]
        has_raters = len({rater for found in assessed for _, rater, _, _ in found if rater}) > 1
        rows = [
            row
            for trace, content, unit, found, number in zip(traces, inputs, units, assessed, table.numbers, strict=True)
            for row in _make_rows(trace, content, unit, split_raters(found, has_raters=has_raters), number, source.name)
        ]
        log = ToolLog(self.id, source.name, table.word, "request", _hints(assessed), problems=table.problems)
        return make_tables(log, rows, _read_facts(traces))


def _find_trace(table: FlatTable, row: int) -> Trace:
    """The trace of a row: the row itself, the JSON in its cell `trace`, or put together from the row's cells."""
    info = table.column("info")[row]
    if isinstance(info, dict):
        data = table.column("data")[row]
        return {"info": info, "data": data if isinstance(data, dict) else {}}
    whole = table.column("trace")[row]
    if isinstance(whole, str) and whole.lstrip().startswith("{"):
        try:
            whole = parse_json(whole)
        except JsonError:
            whole = None
    if isinstance(whole, dict) and isinstance(whole.get("info"), dict):
        return {"info": whole["info"], "data": whole.get("data") or {}}
    cells = {name: unfold_cell(table.column(name)[row]) for name in table.names if name not in {"trace", "spans"}}
    cells["execution_duration"] = cells.get("execution_duration") or cells.get("execution_time_ms")
    return {"info": cells, "data": {"request": cells.get("request"), "response": cells.get("response")}}


def _texts(info: Mapping[str, Any], *names: str) -> Mapping[str, Any]:
    return next((info[name] for name in names if isinstance(info.get(name), dict)), {})


def _root_span(trace: Trace) -> Mapping[str, Any]:
    spans = trace["data"].get("spans")
    known = [span for span in spans if isinstance(span, dict)] if isinstance(spans, list) else []
    root = next((span for span in known if not (span.get("parent_span_id") or span.get("parent_id"))), {})
    return _texts(root, "attributes")


def _unfold(value: Any) -> Any:
    """What a JSON text spells; other texts as they are."""
    if not isinstance(value, str):
        return value
    try:
        return parse_json(value)
    except JsonError:
        return value


def _read_inputs(trace: Trace) -> Any:
    """What was asked, from where it is not cut: the root span, the data, the metadata, the preview."""
    info = trace["info"]
    metadata = _texts(info, "trace_metadata", "request_metadata")
    candidates = (
        _root_span(trace).get("mlflow.spanInputs"),
        trace["data"].get("request"),
        metadata.get("mlflow.traceInputs"),
        info.get("request_preview"),
    )
    return next((_unfold(value) for value in candidates if value not in (None, "")), None)


def _name_units(traces: Sequence[Trace], inputs: Sequence[Any]) -> list[str | None]:
    """The request, by the simplest field that tells requests apart; MLflow's id of the item where it says more."""
    tags = [_texts(trace["info"], "tags") for trace in traces]
    ids = [
        tag.get(REQUEST_ID) or trace["info"].get("client_request_id") for tag, trace in zip(tags, traces, strict=True)
    ]
    named = name_items(inputs)
    stated = [None if item is None else str(item) for item in ids]
    if None not in stated and (None in named or len(set(named)) < len(set(stated))):
        return stated
    return named


def _make_rows(
    trace: Trace, content: Any, unit: str | None, parts: Sequence[Assessed], number: int, file: str
) -> list[ScoredRow]:
    """A row per rater or repeated score; cost and time stand in the first."""
    info = trace["info"]
    state = str(info.get("state") or info.get("status") or "")
    error = "the trace ended in an error" if state in FAILED else None
    place = f"trace {info.get('trace_id') or number}"
    metadata = _texts(info, "trace_metadata", "request_metadata")
    attributes: dict[str, dict[str, Cell]] = {
        "tags": _own_fields(_texts(info, "tags"), file, place),
        "metadata": _own_fields(metadata, file, place),
        "request": flatten(fields_of(content, "question"), file, place),
    }
    whole = write_item(content)
    if whole is not None and len(attributes["request"]) > 1:
        attributes["trace"] = {"inputs": whole}
    output = _unfold(_root_span(trace).get("mlflow.spanOutputs"))
    output = output if output is not None else _unfold(trace["data"].get("response") or info.get("response_preview"))
    rows: list[ScoredRow] = []
    for index, part in enumerate(parts):
        scores = dict(part.scores) | (_measure(info, metadata) if index == 0 else {})
        rows.append(
            ScoredRow(
                unit,
                scores,
                number,
                attributes,
                part.repeat,
                part.rater,
                classify_error(error),
                error,
                output,
                content,
                run=str(metadata.get(SOURCE_RUN) or ""),
                failures=part.failures,
            )
        )
    return rows


def _own_fields(fields: Mapping[str, Any], file: str, place: str) -> dict[str, Cell]:
    """What the user wrote, without MLflow's own bookkeeping."""
    return flatten({name: value for name, value in fields.items() if not name.startswith("mlflow.")}, file, place)


def _measure(info: Mapping[str, Any], metadata: Mapping[str, Any]) -> dict[str, Any]:
    """Duration, tokens and cost where the trace has them."""
    found: dict[str, Any] = {}
    names = ("execution_duration_ms", "execution_time_ms", "execution_duration")
    duration = next((info[name] for name in names if info.get(name) is not None), None)
    if isinstance(duration, str):
        duration = float(duration) if duration.replace(".", "", 1).isdecimal() else None
    if isinstance(duration, int | float) and not isinstance(duration, bool):
        found[DURATION] = duration
    for key, name in (("mlflow.trace.tokenUsage", "total_tokens"), ("mlflow.trace.cost", "total_cost")):
        usage = _unfold(metadata.get(key))
        if isinstance(usage, dict) and isinstance(usage.get(name), int | float):
            found[name] = usage[name]
    return found


def _hints(assessed: Sequence[Sequence[tuple[str, str | None, Any, bool]]]) -> dict[str, MetricHint]:
    """Whether people or programs gave a score, by metric."""
    human: dict[str, bool] = {}
    for name, rater, _, _ in (part for found in assessed for part in found):
        human[name] = human.get(name, True) and rater is not None
    return {
        **MEASURED,
        **{name: MetricHint(tier="human" if is_human else "automated") for name, is_human in human.items()},
    }


def _read_facts(traces: Sequence[Trace]) -> dict[str, RunFacts]:
    created: dict[str, str] = {}
    for trace in traces:
        run = str(_texts(trace["info"], "trace_metadata", "request_metadata").get(SOURCE_RUN) or "")
        moment = str(trace["info"].get("request_time") or "")
        if run not in created or (moment and moment < created[run]):
            created[run] = moment
    return {run: RunFacts(created=moment or None, aliases=(run,) if run else ()) for run, moment in created.items()}
