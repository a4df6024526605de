"""What was asked stands beside the answers, by unit; nothing else changes its part for it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, document, lines
from tests.readers.samples import needs_shared, promptfoo_file, promptfoo_row, table, write
from tradeoff_app.analysis.observations import Observations
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import inspect_files, open_files


def parts_of(observed: Observations) -> dict[str, str]:
    return {column.name: column.part for column in observed.columns}


def csv(folder: Path, name: str, columns: str, cells: str) -> Path:
    rows = [[f"q{number}", cells.format(number), number % 2, f"answer {number}"] for number in range(30)]
    return write(folder, name, table(["id", columns, "done", "answer"], rows))


@pytest.mark.parametrize("name", ["question", "User query", "prompt", "inputs.question", "Frage"])
def test_that_a_column_called_a_question_is_one(tmp_path: Path, name: str) -> None:
    paths = [csv(tmp_path, file, name, "Where is parcel {}?") for file in ("a.csv", "b.csv")]
    observed = open_files(paths)
    assert observed.questions == {f"q{number}": f"Where is parcel {number}?" for number in range(30)}
    assert parts_of(observed)[name] == "question"
    assert not any(name in problem.text for problem in observed.problems)


@pytest.mark.parametrize(("name", "cells"), [("prompt", "Be brief."), ("query", "k{}"), ("remark", "Where is {}?")])
def test_that_templates_ids_and_other_texts_are_no_questions(tmp_path: Path, name: str, cells: str) -> None:
    observed = open_files([csv(tmp_path, "a.csv", name, cells)])
    assert observed.outputs["baseline"]["q1"] == "answer 1"
    assert observed.questions == {}


def test_that_nothing_is_kept_where_there_are_no_answers(tmp_path: Path) -> None:
    rows = [[f"Where is parcel {number}?", number % 2] for number in range(30)]
    observed = open_files([write(tmp_path, "a.csv", table(["question", "done"], rows))])
    assert len(observed.units) == 30
    assert observed.questions == {}


def test_that_a_column_left_out_is_not_shown(tmp_path: Path) -> None:
    path = csv(tmp_path, "a.csv", "question", "Where is parcel {}?")
    assert open_files([path], ColumnMapping(ignore=("question",))).questions == {}


def test_that_the_unit_may_be_the_question(tmp_path: Path) -> None:
    rows = [[f"Where is parcel {number}?", number % 2, f"answer {number}"] for number in range(30)]
    observed = open_files([write(tmp_path, "a.csv", table(["question", "done", "answer"], rows))])
    assert observed.questions == {unit: unit for unit in observed.units}
    assert parts_of(observed)["question"] == "unit"


@pytest.mark.parametrize(
    ("variables", "prompt", "asked"),
    [
        ({"question": "Why {}?", "tone": "kind"}, "You are kind. Why?", "Why {}?"),
        ({"text": "Why {}?"}, "You are kind. Why?", "Why {}?"),
        ({"case": "{}", "topic": "tax"}, "Explain tax {}", "Explain tax {}"),
        ({"case": "{}", "topic": "tax"}, "Explain {{{{topic}}}}", "case: {}\ntopic: tax"),
        ({}, "Explain tax {}", "Explain tax {}"),
    ],
)
def test_that_promptfoo_asks_by_its_variables_or_its_prompt(
    tmp_path: Path, variables: dict[str, str], prompt: str, asked: str
) -> None:
    rows = [
        promptfoo_row(
            f"c{number}",
            vars={name: value.format(number) for name, value in variables.items()},
            prompt={"raw": prompt.format(number), "label": "p"},
            testIdx=number,
        )
        for number in range(3)
    ]
    observed = open_files([promptfoo_file(tmp_path, "a.json", rows)])
    assert sorted(observed.questions.values()) == [asked.format(number) for number in range(3)]


def test_that_lm_eval_asks_by_its_document_or_the_prompt_that_was_sent(tmp_path: Path) -> None:
    def sample(number: int, doc: dict[str, Any]) -> dict[str, Any]:
        sent = {"gen_args_0": {"arg_0": f"Q: {number}\nA:", "arg_1": {}}}
        return {
            "doc_id": number,
            "doc": doc,
            "target": "1",
            "arguments": sent,
            "resps": [["1"]],
            "filtered_resps": ["1"],
            "doc_hash": "a",
            "exact_match": 1.0,
        }

    path = lines(tmp_path, "samples_t_2026.jsonl", [sample(0, {"question": "How many?"}), sample(1, {"x": 2})])
    assert open_files([path]).questions == {"0": "How many?", "1": "Q: 1\nA:"}


def test_that_attached_texts_of_inspect_are_not_shown_as_references(tmp_path: Path) -> None:
    samples = [
        {"id": number, "epoch": 1, "input": text, "output": {"completion": "a"}, "scores": {"match": {"value": "C"}}}
        for number, text in enumerate(("attachment://12ab", [{"role": "user", "content": "Why?"}]))
    ]
    spec = {"task": "t", "model": "m", "run_id": "r", "created": "2026-10-01T09:00:00+00:00", "dataset": {}}
    log = {"version": 2, "status": "success", "eval": spec, "samples": samples}
    observed = open_files([document(tmp_path, "log.json", log)])
    assert observed.questions == {"1": "Why?"}


@needs_shared
@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("alpaca_eval/gpt-3.5-turbo-0301/annotations.json", "What are the names of some famous actors"),
        ("argilla/baseline.json", "help"),
        ("braintrust/baseline.json", "help"),
        ("deepeval/v4.3.1/baseline/test_run_20261123_090726.json", "help with billing"),
        ("langfuse/traces.csv", "question QRY-7-00001"),
        ("langsmith_sdk/v0.15.0/baseline.csv", "help with "),
        ("llm_comparator/example_tiny.json", "What is LLM Comparator?"),
        ("mlflow/v3.17.2_genai_traces/baseline_traces.jsonl", "Customer asks about"),
        ("mlflow/v3.17.2_models_evaluate/baseline/eval_results_table.json", "Customer asks about"),
        ("openai_evals/baseline.jsonl", "[case="),
        ("openai_hosted_evals/baseline.jsonl", "help"),
        ("phoenix/v20.26.1_2repetitions/baseline.csv", "Q0"),
        ("ragas/v0.4.3/baseline.csv", "[head] customer 1: help"),
        ("wmt_mqm/mqm_ted_ende.two_systems.tsv", "I want to ask you all"),
    ],
)
def test_that_the_tools_say_what_was_asked(path: str, asked: str) -> None:
    observed = open_files([FORMATS / path])
    answered = set().union(*observed.outputs.values())
    assert set(observed.questions) == answered
    assert any(text.startswith(asked) for text in observed.questions.values())


def test_that_the_document_of_inspect_stays_the_same_but_for_the_message(tmp_path: Path) -> None:
    """A question gives no metric and no segment."""
    with_question = inspect_files([csv(tmp_path, "a.csv", "question", "Where is parcel {}?")])
    without = inspect_files([csv(tmp_path, "a.csv", "remark", "Where is parcel {}?")])
    for part in ("units", "metrics", "segments"):
        assert with_question[part] == without[part]
