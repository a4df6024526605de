"""promptfoo results as YAML: the same tree as the JSON."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.promptfoo_rows import find_rows, make_runs, read_facts
from tradeoff_app.readers.reader import FileSample, Progress, RawTable
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.source import Source

START = re.compile(r"(---\s*\n)?(evalId:|results:\s*\n\s+version:)")
ROWS = re.compile(r"^\s+(results|prompts|stats):", re.MULTILINE)
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
        facts = replace(read_facts(document), problems=decoded.problems)
        return make_runs(source.name, find_rows(document, source.name), facts)
