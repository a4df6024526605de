"""Files of tools whose layout would be misread as a plain table: refused by name, with what to export instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.reader import FileSample, Progress, RawTable
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.source import Source

ONE_ROW_PER_ITEM = "Export one row per item, with a column per metric, as CSV or JSON lines."


@dataclass(frozen=True)
class Signature:
    """Names that all occur in a tool's file, its title, and what to export."""

    names: tuple[str, ...]
    label: str
    hint: str = ONE_ROW_PER_ITEM


SIGNATURES: tuple[Signature, ...] = (
    Signature(
        ('"score"', '"score:std"'),
        "a result of simple-evals, which holds only averages: no distributions, no pairing",
        "Run the evaluation with a tool that writes one row per item.",
    ),
    Signature(('"scenario_spec"', '"adapter_spec"'), "a HELM run description without results"),
    Signature(
        ('"header"', '"rows"', '"run_spec_names"'),
        "a table of HELM's averages per model: no distributions, no pairing",
        "Choose per_instance_stats.json of each run.",
    ),
    Signature(
        ('"completions"', '"from_name"', '"to_name"'),
        "an export of a Label Studio before version 1.0",
        "Export it again with version 1.0 or later.",
    ),
    Signature(
        ("https://git-lfs.github.com/spec/",),
        "a pointer of Git LFS, not the file itself",
        "Download the file itself (git lfs pull).",
    ),
    Signature(
        ('"joined-table"', '"join_key"'),
        "a W&B table that only names the two tables it joins",
        "Choose the two .table.json files instead.",
    ),
    Signature(
        ('"partitioned-table"', '"parts_path"'),
        "a W&B table that only names the folder of its parts",
        "Choose the .table.json files in that folder instead.",
    ),
)


class ForeignLog:
    """A format that only knows what it can't read."""

    id = "foreign"
    label = "Other tools' logs (named, not read)"

    def recognise(self, sample: FileSample) -> float:
        """Between a tool's own format and a plain table."""
        return 0.8 if _find(sample) is not None else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:  # noqa: ARG002
        """Always raises ReadError."""
        found = _find(source.sample)
        label = found.label if found else "a log of another tool"
        hint = found.hint if found else ONE_ROW_PER_ITEM
        raise ReadError("unreadable", source.name, "", f"this is {label}; it can't be read as a plain table", hint)


def _find(sample: FileSample) -> Signature | None:
    """The signature whose names all occur: in the head of JSON text, in the first line of a table."""
    if sample.members is not None:
        return None
    is_json = sample.first_character in {"{", "["}
    text = sample.text if is_json else sample.text.lstrip().split("\n", 1)[0]
    if is_json:
        text += sample.tail.decode("utf-8", "ignore")
    for signature in SIGNATURES:
        if all(name in text for name in signature.names) and (is_json or not signature.names[0].startswith('"')):
            return signature
    return None
