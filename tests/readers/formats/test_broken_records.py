"""Whatever stands where a tool writes something else, a file opens or is refused in one sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.readers.formats import (
    test_alpaca_eval,
    test_argilla,
    test_every_eval_ever,
    test_helm,
    test_label_studio,
    test_llm_comparator,
    test_prodigy,
    test_swe_bench,
    test_tau_bench,
)
from tests.readers.samples import write
from tradeoff_app.readers import ReadError, open_files

RATED = test_label_studio.answer("tone", "rating", 4)
DOCUMENTS: dict[str, Any] = {
    "label studio": [test_label_studio.task(n, [test_label_studio.annotation(7, RATED)]) for n in range(3)],
    "json_min": [test_label_studio.flat(n, tone=[{"rating": 3}], ok="Yes") for n in range(3)],
    "prodigy": [test_prodigy.choice(n, "ana", ["good"]) for n in range(3)],
    "argilla": [test_argilla.record(n, {"quality": [test_argilla.response("u", 3)]}) for n in range(3)],
    "alpaca eval": [test_alpaca_eval.annotation(n, 2) for n in range(3)],
    "llm comparator": {"models": [{"name": "a"}, {"name": "b"}], "examples": [test_llm_comparator.example(1, 1, (1,))]},
    "helm": [test_helm.instance(n, 0, test_helm.stat("exact_match", 1.0)) for n in range(3)],
    "tau bench": [test_tau_bench.result(n, 0, 1.0) for n in range(3)],
    "swe bench": test_swe_bench.FULL,
    "every eval ever": [test_every_eval_ever.sample(n, 1.0) for n in range(3)],
}
JUNK: list[Any] = [None, 0, -1, 1e300, True, "", "x", [], {}, [None], {"a": 1}, [{"a": None}], 2**70, "\0", ["a", "b"]]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every part of a document."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield (*path, key)
        yield from places(part, (*path, key))


def spoil(document: Any, path: tuple[Any, ...], junk: Any) -> None:
    """Put something else at this place, or nothing at all."""
    holder = document
    for key in path[:-1]:
        holder = holder[key]
    if junk == "x" and isinstance(holder, dict):
        del holder[path[-1]]
    else:
        holder[path[-1]] = junk


@pytest.mark.parametrize("tool", DOCUMENTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_that_broken_records_open_or_are_refused(tmp_path: Path, tool: str, data: st.DataObject) -> None:
    document = json.loads(json.dumps(DOCUMENTS[tool]))
    path = data.draw(st.sampled_from(list(places(document))))
    spoil(document, path, json.loads(json.dumps(data.draw(st.sampled_from(JUNK)))))
    text = json.dumps(document)
    cut = data.draw(st.one_of(st.none(), st.integers(1, len(text))))
    assert "layout that is not known" not in read_or_refuse(write(tmp_path, "a.json", text[:cut]))


def read_or_refuse(path: Path) -> str:
    """Why the file is refused; empty where it opens."""
    try:
        open_files([path])
    except ReadError as refusal:
        return refusal.cause
    return ""
