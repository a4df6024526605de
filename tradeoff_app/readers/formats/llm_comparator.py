"""LLM Comparator: answers of two models side by side in one file; each score is read from both models' view."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from tradeoff_app.analysis.observations import Problem
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.encoding import decode_text
from tradeoff_app.readers.json_text import load_json
from tradeoff_app.readers.reader import Cell, FileSample, MetricHint, Progress, RawTable
from tradeoff_app.readers.refusal import ReadError
from tradeoff_app.readers.scored_rows import RunFacts, ScoredRow, ToolLog, make_tables
from tradeoff_app.readers.source import Source

SIGNS = ('"output_text_a"', '"output_text_b"')
EMPTY_SIGNS = ('"models"', '"examples"', '"custom_fields_schema"')
SIDES = ("a", "b")
WIN = "win"
SCORE = "score"
HINTS = {
    WIN: MetricHint(None, "higher", (0.0, 1.0), stated=("better",), tier="automated"),
    SCORE: MetricHint("continuous", "higher", stated=("better",), tier="automated"),
}
NOTHING = "no example has a score of the two answers"
HINT = "Export it again with scores, as `comparator` writes it."


class LlmComparator:
    """The JSON of a comparison of two models."""

    id = "llm_comparator"
    label = "LLM Comparator"

    def recognise(self, sample: FileSample) -> float:
        """Texts of side a and side b in one record."""
        if sample.members is not None or sample.first_character != "{":
            return 0.0
        return 0.93 if any(all(sign in sample.text for sign in signs) for signs in (SIGNS, EMPTY_SIGNS)) else 0.0

    def read(self, source: Source, mapping: ColumnMapping, progress: Progress) -> Sequence[RawTable]:
        """Two tables, one per model; raises ReadError."""
        decoded = decode_text(source.data, source.name, mapping.encoding)
        document = load_json(decoded.text, source.name, is_strict_about_keys=True)
        progress(0.4, source.name)
        examples = document.get("examples") if isinstance(document, dict) else None
        if not isinstance(examples, list) or not all(isinstance(example, dict) for example in examples):
            raise ReadError("unreadable", source.name, "examples", "the list of examples is missing", HINT)
        names = _model_names(document)
        kinds = _kinds_of_fields(document)
        rows = [
            row
            for number, example in enumerate(examples, 1)
            for side in range(2)
            for row in _make_rows(example, number, side, names[side], kinds)
        ]
        if not any(row.scores.get(SCORE) is not None for row in rows):
            raise ReadError("unreadable", source.name, "examples", NOTHING, HINT)
        text = (
            f"A score above 0 prefers {names[0]!r}; from the other side it counts with the opposite sign, so the"
            " difference between the arms is twice the score. A draw is half a win."
        )
        said = Problem("info", "two_views", source.name, SCORE, text)
        log = ToolLog(self.id, source.name, "example", "input_text", HINTS, problems=(*decoded.problems, said))
        return make_tables(log, rows, {name: RunFacts(name) for name in names})


def _model_names(document: Mapping[str, Any]) -> tuple[str, str]:
    """The models' names, told apart where they are equal or missing."""
    models = document.get("models")
    named = (
        [model.get("name") if isinstance(model, dict) else None for model in models] if isinstance(models, list) else []
    )
    first, second = [str(name) if name else "" for name in [*named, None, None][:2]]
    if not first or not second or first == second:
        return f"{first or 'model'} A", f"{second or 'model'} B"
    return first, second


def _kinds_of_fields(document: Mapping[str, Any]) -> dict[str, str]:
    metadata = document.get("metadata")
    schema = metadata.get("custom_fields_schema") if isinstance(metadata, dict) else None
    fields = [field for field in schema if isinstance(field, dict)] if isinstance(schema, list) else []
    return {str(field.get("name")): str(field.get("type")) for field in fields}


def _make_rows(
    example: Mapping[str, Any], number: int, side: int, model: str, kinds: Mapping[str, str]
) -> Iterator[ScoredRow]:
    """One row per rater, one for the example where no rater is listed."""
    own, shared = _split_fields(example.get("custom_fields"), side, kinds)
    tags = example.get("tags")
    if isinstance(tags, list) and tags:
        shared["tags"] = ", ".join(map(str, tags))
    unit = example.get("input_text")
    for rater, score in _scores_of(example):
        seen = None if score is None else (score if side == 0 else 0.0 - score)
        win = None if seen is None else 0.5 if seen == 0 else float(seen > 0)
        yield ScoredRow(
            None if unit in (None, "") else str(unit),
            {WIN: win, SCORE: seen, **own},
            number,
            {"example": shared},
            rater=rater,
            output=example.get(f"output_text_{SIDES[side]}"),
            question=unit,
            run=model,
        )


def _scores_of(example: Mapping[str, Any]) -> list[tuple[str | None, float | None]]:
    """Scores of the single raters, else the example's own."""
    listed = example.get("individual_rater_scores")
    ratings = [rating for rating in listed if isinstance(rating, dict)] if isinstance(listed, list) else []
    scored = [(f"rater {place}", _number(rating.get("score"))) for place, rating in enumerate(ratings, 1)]
    known: list[tuple[str | None, float | None]] = [(rater, score) for rater, score in scored if score is not None]
    return known or [(None, _number(example.get("score")))]


def _number(value: Any) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
    return float(value) if is_number else None


def _split_fields(fields: Any, side: int, kinds: Mapping[str, str]) -> tuple[dict[str, Any], dict[str, Cell]]:
    """Fields with one value per model are measurements of its answer; the others describe the example."""
    own: dict[str, Any] = {}
    shared: dict[str, Cell] = {}
    for name, value in fields.items() if isinstance(fields, dict) else ():
        is_pair = isinstance(value, list) and len(value) == 2
        if is_pair and kinds.get(name, "per_model").startswith("per_model"):
            if not kinds.get(name, "").endswith(("text", "image", "string")):
                own[name] = value[side]
        elif isinstance(value, str | int | float):
            shared[name] = value
    return own, shared
