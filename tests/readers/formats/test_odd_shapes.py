"""Logs in which anything may be missing or of another type: they open, or are refused in a sentence that says why."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats import (
    test_braintrust,
    test_deepeval,
    test_langfuse,
    test_langsmith,
    test_lm_eval,
    test_mlflow_table,
    test_mlflow_traces,
    test_openai_evals,
    test_openai_hosted,
    test_phoenix,
    test_ragas,
    test_weave,
)
from tests.readers.samples import assertion, promptfoo_row
from tradeoff_app.readers import ReadError, inspect_files

ODD: tuple[Any, ...] = (
    *(None, "", 0, -1, 1.5, True, [], {}, "text", [1, 2], [None], {"a": 1}, [{"a": 1}]),
    *(float("nan"), float("inf"), 10**399),
)

RECORDS: dict[str, Callable[[int], dict[str, Any]]] = {
    "lm_eval": lambda n: test_lm_eval.sample(n, 1.0),
    "openai_evals": lambda n: test_openai_evals.match(n, correct=True) if n else test_openai_evals.SPEC,
    "openai_hosted": lambda n: test_openai_hosted.item(n, 1.0),
    "langsmith": lambda n: test_langsmith.run(n, correct=True),
    "phoenix": lambda n: test_phoenix.run(n, 1.0),
    "braintrust": lambda n: test_braintrust.event(n, 1.0),
    "langfuse_traces": lambda n: test_langfuse.trace(n, [1.0, 0.5]),
    "langfuse_scores": lambda n: test_langfuse.score(n, "done", 1),
    "mlflow_table": lambda n: test_mlflow_table.row(n, 1.0),
    "mlflow_traces": lambda n: test_mlflow_traces.trace(n, test_mlflow_traces.assessment("done", True)),
    "deepeval": lambda n: {"testCases": [test_deepeval.case(n, 1.0)]},
    "ragas": lambda n: test_ragas.row(n, 1.0),
    "weave": lambda n: test_weave.row(n, ("e1", [{"ok": True}])),
    "promptfoo": lambda n: promptfoo_row(
        f"c{n}", gradingResult={"pass": True, "score": 1, "componentResults": [assertion("quality", 1.0, 3)]}
    ),
}


def spoil(value: Any, chance: random.Random, share: float) -> Any:
    """The value with parts missing or replaced."""
    if chance.random() < share:
        return copy.deepcopy(chance.choice(ODD))
    if isinstance(value, dict):
        return {key: spoil(inner, chance, share) for key, inner in value.items() if chance.random() > share}
    return [spoil(inner, chance, share) for inner in value] if isinstance(value, list) else value


def inspect_or_refuse(path: Path) -> str:
    """The document as JSON, or the sentence of the refusal."""
    try:
        return json.dumps(inspect_files([path]), allow_nan=False)
    except ReadError as refusal:
        return refusal.sentence


@pytest.mark.parametrize("name", RECORDS)
def test_that_odd_shapes_open_or_are_refused_by_name(name: str, tmp_path: Path) -> None:
    chance = random.Random(name)
    for attempt in range(25):
        whole = [RECORDS[name](number) for number in range(4)]
        spoilt = [spoil(record, chance, chance.choice((0.02, 0.1))) for record in whole]
        text = json.dumps(spoilt) if attempt % 2 else "".join(json.dumps(record) + "\n" for record in spoilt)
        path = tmp_path / f"{name}.json"
        path.write_text(text[: chance.randrange(len(text))] if attempt % 7 == 6 else text, encoding="utf-8")
        said = inspect_or_refuse(path)
        assert said.startswith((path.name, "{"))
        assert "layout that is not known" not in said, text


@pytest.mark.parametrize("name", RECORDS)
def test_that_one_row_is_enough(name: str, tmp_path: Path) -> None:
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps(RECORDS[name](1)) + "\n", encoding="utf-8")
    found = inspect_files([path])
    assert found["units"]["baseline"] == 1
    assert any(metric["before"]["scored_rows"] for metric in found["metrics"].values())
