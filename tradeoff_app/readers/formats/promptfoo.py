"""promptfoo results as JSON (versions 2 and 3) or JSON lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.flat_table import peek
from tradeoff_app.readers.json_records import read_records
from tradeoff_app.readers.promptfoo_rows import find_rows, make_runs, read_facts
from tradeoff_app.readers.reader import FileSample, Progress, RawTable
from tradeoff_app.readers.source import Source

SIGNS = ('"gradingResult"', '"namedScores"', '"promptIdx"', '"testCase"', '"latencyMs"', '"vars"', '"failureReason"')
OLD_SIGNS = (('"gradingResult"', '"vars"'), ('"vars"', '"latencyMs"', '"prompt"', '"provider"', '"success"'))
"""Rows of the first versions, graded or not."""


class Promptfoo:
    """What `promptfoo eval -o file.json` and `-o file.jsonl` write."""

    id = "promptfoo"
    label = "promptfoo"

    def recognise(self, sample: FileSample) -> float:
        """JSON text in which most of the names of a promptfoo row occur."""
        if sample.members is not None or sample.first_character not in {"{", "["}:
            return 0.0
        text = peek(sample)
        if '"evalId"' in text and '"results"' in text and '"version"' in text:
            return 0.95
        is_old = any(all(sign in text for sign in signs) for signs in OLD_SIGNS)
        return 0.95 if is_old or sum(sign in text for sign in SIGNS) >= 4 else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per provider and prompt; raises ReadError."""
        found = read_records(source, mapping, progress, ("results",), is_strict=False)
        progress(0.6, source.name)
        facts = replace(read_facts(found.document), problems=found.problems)
        if "results" in found.document:
            return make_runs(source.name, find_rows(found.document, source.name), facts)
        word = "line" if found.word == "line" else facts.word
        return make_runs(source.name, found.items, replace(facts, word=word), found.numbers)
