"""promptfoo results as YAML: the same tree as the JSON."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.json_records import dict_of
from tradeoff_app.readers.promptfoo_rows import Row, find_rows, make_runs, read_facts
from tradeoff_app.readers.reader import FileSample, Progress, RawTable
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.source import Source

START = re.compile(r"(---\s*\n)?(evalId:|results:\s*\n\s+version:)")
ROWS = re.compile(r"^\s+(results|prompts|stats):", re.MULTILINE)
AFTERWARDS = frozenset({"stats", "config", "metadata", "shareableUrl"})
MAX_YAML_BYTES = 96 << 20


class PromptfooYaml:
    """What `promptfoo eval -o file.yaml` writes."""

    id = "promptfoo_yaml"
    label = "promptfoo YAML"

    def recognise(self, sample: FileSample) -> float:
        """The first keys of the document, unquoted."""
        if sample.members is not None or START.match(sample.text.lstrip("\ufeff \r\n")) is None:
            return 0.0
        return 0.95 if ROWS.search(sample.text) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per provider and prompt; raises ReadError."""
        from tradeoff_app.readers.yaml_text import load_yaml

        if len(source.data) > MAX_YAML_BYTES:
            cause = f"the YAML is larger than the limit of {MAX_YAML_BYTES >> 20} MB"
            raise ReadError("unreadable", source.name, "", cause, "Export the results as JSON, which reads faster.")
        decoded = decode_text(source.data, source.name, mapping.encoding)
        progress(0.2, source.name)
        document = load_yaml(decoded.text, source.name)
        progress(0.7, source.name)
        document = document if isinstance(document, dict) else {}
        rows = find_rows(document, source.name)
        said: list[Problem] = []
        if _is_cut(document):
            rows, said = _drop_last(rows, source.name)
        facts = replace(read_facts(document), problems=(*decoded.problems, *said))
        return make_runs(source.name, rows, facts)


def _is_cut(document: Mapping[str, Any]) -> bool:
    """Every version writes statistics and settings after the results; YAML itself shows no end."""
    return not AFTERWARDS & (document.keys() | dict_of(document.get("results")).keys())


def _drop_last(rows: list[Row], file: str) -> tuple[list[Row], list[Problem]]:
    """The results without a last one that lacks fields of the first."""
    is_partial = len(rows) > 1 and bool(rows[0].keys() - rows[-1].keys())
    ending = "; the last result is incomplete and was left out" if is_partial else ""
    text = f"The file ends without the statistics and settings that follow the results: it may be cut off{ending}."
    problem = Problem("warning", "cut_off", file, f"result {len(rows)}", text, "Export it again, as JSON if you can.")
    return (rows[:-1] if is_partial else rows), [problem]
