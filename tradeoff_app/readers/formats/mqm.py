"""MQM ratings of translations (WMT): a row is an error, so errors are summed per segment, system and rater first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.number_grammar import parse_number
from tradeoff_app.readers.reader import FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source

ERROR_NAMES = frozenset(["system", "rater", "category", "severity"])
SEGMENT_NAMES = ("seg_id", "globalsegid", "segid", "segment_id")
AVERAGE_NAMES = ("system", "mqm_avg_score", "seg_id")
SCORE = "mqm_score"
AVERAGE = "mqm_avg_score"
NON_TRANSLATION = 25.0
WEIGHTS = {"major": 5.0, "minor": 1.0, "neutral": 0.0, "no-error": 0.0, "no error": 0.0}
PUNCTUATION = 0.1
"""Freitag et al. (2021), Experts, Errors, and Context, table 2: non-translation 25, minor punctuation 0.1."""
MARKS = re.compile(r"</?v>")
MISSING = frozenset({"none", "nan"})
UNIT = "seg_id"
HINTS = {
    SCORE: MetricHint("continuous", "higher", stated=("type", "better"), tier="human"),
    AVERAGE: MetricHint("continuous", "higher", stated=("type", "better"), tier="human"),
    "major_errors": MetricHint("count", "lower", unit="errors", stated=("type", "better"), tier="human"),
    "minor_errors": MetricHint("count", "lower", unit="errors", stated=("type", "better"), tier="human"),
}
HINT = "Choose the file of ratings with a header line: system, seg_id, rater, category, severity."


class Mqm:
    """`*.tsv` of the WMT human evaluations: one row per error, or the average per segment."""

    id = "mqm"
    label = "MQM ratings (WMT)"

    def recognise(self, sample: FileSample) -> float:
        """The names in the first line, whatever separates them."""
        if sample.members is not None or sample.first_character in {"{", "[", "<"}:
            return 0.0
        names = _names_of(sample.text.lstrip("\ufeff").split("\n", 1)[0])
        is_errors = set(names) >= ERROR_NAMES and any(name in names for name in SEGMENT_NAMES)
        return 0.93 if is_errors or tuple(names) == AVERAGE_NAMES else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """One table per system; raises ReadError where a line does not fit the header."""
        decoded = decode_text(source.data, source.name, mapping.encoding)
        progress(0.3, source.name)
        lines = [line.rstrip("\r") for line in decoded.text.lstrip("\ufeff").split("\n")]
        is_average = tuple(_names_of(lines[0])) == AVERAGE_NAMES
        rows, problems = (_read_averages if is_average else _read_errors)(lines, source.name)
        if not rows:
            raise ReadError("unreadable", source.name, "", "there is a header but no ratings (0 rows)", HINT)
        log = ToolLog(self.id, source.name, "line", UNIT, HINTS, problems=(*decoded.problems, *problems))
        systems = dict.fromkeys(row.run for row in rows)
        return make_tables(log, rows, {system: RunFacts(system) for system in systems})


def _names_of(line: str) -> list[str]:
    """Names of columns; the averages' header is split by spaces, the ratings' by tabs."""
    parts = line.split("\t") if "\t" in line else line.split()
    return [part.strip().strip('"').lower() for part in parts]


def _read_averages(lines: Sequence[str], file: str) -> tuple[list[ScoredRow], list[Problem]]:
    """Rows are split by a tab and a space; `None` means that the segment was not rated."""
    rows: list[ScoredRow] = []
    for number, line in enumerate(lines[1:], 2):
        parts = line.split()
        if not parts:
            continue
        if len(parts) != len(AVERAGE_NAMES):
            raise ReadError("damaged", file, f"line {number}", f"{len(parts)} values instead of 3", HINT)
        system, value, unit = parts
        score = parse_number(value)
        if score is None and value.lower() not in MISSING:
            raise ReadError("damaged", file, f"line {number}", f"{value!r} is no score", HINT)
        rows.append(ScoredRow(unit, {AVERAGE: None if score is None else score.value}, number, run=system))
    return rows, []


@dataclass
class _Rating:
    """What one rater found in one segment of one system."""

    line: int
    doc: str | None
    target: str
    source: str
    penalty: float | None = 0.0
    major: int = 0
    minor: int = 0

    def add(self, category: str, severity: str) -> None:
        """Count one error; a severity without a weight leaves the sum unknown."""
        weight = weigh(category, severity)
        self.penalty = None if weight is None or self.penalty is None else self.penalty + weight
        self.major += severity.lower() == "major"
        self.minor += severity.lower() == "minor"


def weigh(category: str, severity: str) -> float | None:
    """The penalty of one error; None for a severity that has no weight (Freitag et al. 2021, table 2)."""
    kind, level = category.strip().lower(), severity.strip().lower()
    if level == "major" and kind.startswith("non-translation"):
        return NON_TRANSLATION
    if level == "minor" and kind == "fluency/punctuation":
        return PUNCTUATION
    return WEIGHTS.get(level)


def _read_errors(lines: Sequence[str], file: str) -> tuple[list[ScoredRow], list[Problem]]:
    names = _names_of(lines[0])
    segment = next(name for name in SEGMENT_NAMES if name in names)
    ratings: dict[tuple[str, str, str], _Rating] = {}
    strange: dict[str, None] = {}
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) > len(names):
            cause = f"{len(cells)} values, but the header names {len(names)} columns"
            raise ReadError("damaged", file, f"line {number}", cause, HINT)
        row = dict(zip(names, cells, strict=False))
        if "severity" not in row:
            raise ReadError("damaged", file, f"line {number}", "this line is cut off", "Download the file again.")
        key = (row["system"], row[segment], row["rater"])
        target, source = MARKS.sub("", row.get("target", "")), MARKS.sub("", row.get("source", ""))
        rating = ratings.setdefault(key, _Rating(number, row.get("doc"), target, source))
        rating.add(row["category"], row["severity"])
        if weigh(row["category"], row["severity"]) is None:
            strange.setdefault(row["severity"])
    rows = [_make_row(*key, rating) for key, rating in ratings.items()]
    return rows, [_say_weights(file), *_say_strange(strange, file)]


def _make_row(system: str, segment: str, rater: str, rating: _Rating) -> ScoredRow:
    penalty = rating.penalty
    scores = {
        SCORE: None if penalty is None else 0.0 - penalty,
        "major_errors": rating.major,
        "minor_errors": rating.minor,
    }
    fields = {"doc": rating.doc} if rating.doc else {}
    return ScoredRow(
        segment,
        scores,
        rating.line,
        {"segment": fields},
        rater=rater,
        output=rating.target or None,
        question=rating.source,
        run=system,
    )


def _say_weights(file: str) -> Problem:
    text = (
        "Errors were summed per segment and rater: major -5 (non-translation -25), minor -1 (punctuation -0.1),"
        " neutral and no error 0."
    )
    return Problem("info", "mqm_weights", file, "severity", text, "0 is best; averages of WMT use the same weights.")


def _say_strange(names: dict[str, None], file: str) -> list[Problem]:
    if not names:
        return []
    text = f"No weight is known for the severity {', '.join(map(repr, names))}; segments with it have no mqm_score."
    return [Problem("warning", "unknown_severity", file, "severity", text, "Rename it to Major, Minor or Neutral.")]
