from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.readers.samples import eval_log, inspect_header, inspect_sample, write
from tradeoff_app.readers import ReadError, inspect_files, open_files
from tradeoff_app.readers.inspect_samples import convert_score

SAMPLES = [
    inspect_sample("q1", scores={"match": {"value": "C"}, "safety": {"value": {"leak": 0}}}, metadata={"tier": "head"}),
    inspect_sample("q2", scores={"match": {"value": "I"}, "safety": {"value": {"leak": 1}}}, metadata={"tier": "tail"}),
]


def codes(document: dict[str, Any]) -> list[str]:
    return [problem["code"] for problem in document["problems"]]


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("C", 1.0),
        ("P", 0.5),
        ("I", 0.0),
        ("N", 0.0),
        ("yes", 1.0),
        ("False", 0.0),
        (True, 1.0),
        ("0.25", 0.25),
        (3, 3.0),
    ],
)
def test_that_scores_are_read_as_the_tool_reads_them(value: object, number: float) -> None:
    assert convert_score(value) == number


def test_that_other_words_are_labels_and_nan_is_not_scored(tmp_path: Path) -> None:
    samples = [inspect_sample("q1", scores={"tone": {"value": "warm"}, "rate": {"value": float("nan")}})]
    samples.append(inspect_sample("q2", scores={"tone": {"value": "cold"}, "rate": {"value": 4.5}}))
    log = {**inspect_header(), "samples": samples}
    metrics = inspect_files([write(tmp_path, "a.json", json.dumps(log))])["metrics"]
    assert metrics["tone=warm"]["before"]["mean"] == 0.5
    assert metrics["rate"]["before"] == {"mean": 4.5, "scored_units": 1, "scored_rows": 1}


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, 93])
def test_that_archives_are_read_whatever_their_compression(tmp_path: Path, method: int) -> None:
    members = [
        ("_journal/start.json", inspect_header()),
        ("summaries.json", SAMPLES),
        ("header.json", inspect_header()),
    ]
    document = inspect_files([eval_log(tmp_path / "a.eval", members, method)])
    assert document["metrics"]["match"]["before"]["mean"] == 0.5
    assert document["metrics"]["safety/leak"]["better"] == "lower"
    assert document["segments"]["tier"]["baseline"] == {"head": 1, "tail": 1}


def test_that_the_last_header_of_an_edited_log_counts(tmp_path: Path) -> None:
    path = tmp_path / "a.eval"
    old, new = ("header.json", inspect_header()), ("header.json", inspect_header(model="new"))
    with pytest.warns(UserWarning, match="Duplicate"):
        eval_log(path, [("summaries.json", SAMPLES), old, new])
    document = inspect_files([path])
    assert document["files"][0]["model"] == "new"
    assert "edited_log" in codes(document)


def test_that_a_running_log_is_read_from_its_journal(tmp_path: Path) -> None:
    first = [{**SAMPLES[0], "scores": {}}]
    members = [
        ("_journal/start.json", inspect_header()),
        ("_journal/summaries/1.json", first),
        ("_journal/summaries/2.json", SAMPLES),
    ]
    document = inspect_files([eval_log(tmp_path / "a.eval", members)])
    assert document["metrics"]["match"]["before"]["scored_rows"] == 2
    assert "running_log" in codes(document)


def test_that_samples_are_read_where_summaries_lack_metadata(tmp_path: Path) -> None:
    thin = [{"id": sample["id"], "epoch": 1, "scores": sample["scores"]} for sample in SAMPLES]
    shell = {**SAMPLES[1], "message_refs": []}
    metadata = shell.pop("metadata")
    members = [
        ("samples/q1_epoch_1.json", SAMPLES[0]),
        ("samples/q2_epoch_1/sample.json", shell),
        ("samples/q2_epoch_1/metadata.json", metadata),
        ("samples/q2_epoch_1/events/0.json", []),
        ("summaries.json", thin),
        ("header.json", inspect_header()),
    ]
    document = inspect_files([eval_log(tmp_path / "a.eval", members)])
    assert document["units"]["baseline"] == 2
    assert document["segments"]["tier"]["baseline"] == {"head": 1, "tail": 1}


def test_that_epochs_are_repeats_and_errors_have_a_status(tmp_path: Path) -> None:
    samples = [
        inspect_sample(1, epoch, scores={"match": {"value": value}}) for epoch, value in ((1, "C"), (2, "I"))
    ] + [inspect_sample(2, 1, scores={"match": {"value": "C"}}), inspect_sample(2, 2, error={"message": "timed out"})]
    observed = open_files([write(tmp_path, "a.json", json.dumps({**inspect_header(), "samples": samples}))])
    file = observed.files[0]
    assert observed.units == ("1", "2")
    assert (file.rows, file.units, file.error_rows, file.error_units) == (4, 2, 1, 1)
    assert sorted(set(observed.rows.repeat.tolist())) == [1, 2]
    assert inspect_files([tmp_path / "a.json"])["metrics"]["match"]["before"]["mean"] == 0.75


def test_that_a_log_without_samples_opens_and_says_so(tmp_path: Path) -> None:
    document = inspect_files([write(tmp_path, "a.json", json.dumps(inspect_header()))])
    assert document["files"][0]["rows"] == 0
    assert "no_samples" in codes(document)


def test_that_a_damaged_sample_is_named(tmp_path: Path) -> None:
    members = [("samples/q1_epoch_1.json", SAMPLES[0]), ("header.json", inspect_header())]
    path = eval_log(tmp_path / "a.eval", members, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b'"head"', b'"hear"'))
    with pytest.raises(ReadError, match=r"samples/q1_epoch_1.json: .*checksum"):
        open_files([path])


def test_that_a_log_without_samples_takes_no_unit_from_the_other_log(tmp_path: Path) -> None:
    epochs = [{**sample, "epoch": epoch} for sample in SAMPLES for epoch in (1, 2)]
    empty = eval_log(tmp_path / "a.eval", [("_journal/start.json", inspect_header())])
    full = eval_log(tmp_path / "b.eval", [("header.json", inspect_header()), ("summaries.json", epochs)])
    document = inspect_files([empty, full])
    assert document["unit_column"] == "id"
    assert document["files"][1]["units"] == 2
    assert "epoch" not in document["metrics"]


def test_that_the_last_summary_of_a_sample_counts(tmp_path: Path) -> None:
    again = [*SAMPLES, {**SAMPLES[1], "scores": {"match": {"value": "C"}}}]
    document = inspect_files(
        [eval_log(tmp_path / "a.eval", [("header.json", inspect_header()), ("summaries.json", again)])]
    )
    assert document["files"][0]["rows"] == 2
    assert document["metrics"]["match"]["before"]["mean"] == 1


def test_that_samples_marked_as_invalid_are_named(tmp_path: Path) -> None:
    marked = {**SAMPLES[1], "invalidation": {"author": "qa", "reason": "wrong tool"}}
    members = [
        ("header.json", {**inspect_header(), "invalidated": True}),
        ("summaries.json", SAMPLES),
        ("samples/q1_epoch_1.json", SAMPLES[0]),
        ("samples/q2_epoch_1.json", marked),
    ]
    document = inspect_files([eval_log(tmp_path / "a.eval", members)])
    said = [problem["text"] for problem in document["problems"] if problem["code"] == "invalidated_samples"]
    assert said
    assert "1 of 2 samples" in said[0]


def test_that_samples_stopped_at_a_limit_are_counted_by_kind(tmp_path: Path) -> None:
    stopped = [{**SAMPLES[0], "limit": "token"}, {**SAMPLES[1], "limit": {"type": "time", "limit": 5}}]
    document = inspect_files([write(tmp_path, "a.json", json.dumps({**inspect_header(), "samples": stopped}))])
    said = [problem["text"] for problem in document["problems"] if problem["code"] == "sample_limits"]
    assert said
    assert "2 of 2" in said[0]
    assert "time 1" in said[0]


@pytest.mark.parametrize("odd", [None, 3, "x", [], [None], {}, {"a": None}, [{}]])
@pytest.mark.parametrize("field", ["status", "results", "plan", "stats", "version", "tags"])
def test_that_odd_values_in_the_header_cost_no_sample(tmp_path: Path, field: str, odd: object) -> None:
    log = {**inspect_header(), "samples": SAMPLES, field: odd}
    assert inspect_files([write(tmp_path, "a.json", json.dumps(log))])["metrics"]["match"]["before"]["mean"] == 0.5


@pytest.mark.parametrize("odd", [3, "x", [None], {"a": None}, [{}]])
@pytest.mark.parametrize("field", ["packages", "scorers", "tags", "model", "created", "model_roles"])
def test_that_odd_facts_of_the_run_cost_no_sample(tmp_path: Path, field: str, odd: object) -> None:
    header = inspect_header()
    header["eval"] = {**header["eval"], field: odd}
    path = write(tmp_path, "a.json", json.dumps({**header, "samples": SAMPLES}))
    assert inspect_files([path])["metrics"]["match"]["before"]["mean"] == 0.5


@pytest.mark.parametrize("odd", [None, 3, "x", [None], {"a": None}, [{}]])
@pytest.mark.parametrize(
    "field", ["scores", "model_usage", "metadata", "output", "error", "epoch", "total_time", "limit"]
)
def test_that_odd_values_in_a_sample_cost_no_other_sample(tmp_path: Path, field: str, odd: object) -> None:
    samples = [SAMPLES[0], {**SAMPLES[1], field: odd}]
    path = write(tmp_path, "a.json", json.dumps({**inspect_header(), "samples": samples}))
    document = inspect_files([path])
    assert document["files"][0]["rows"] == 2
    assert document["metrics"]["match"]["before"]["mean"] in {0.5, 1}


def test_that_several_graders_are_all_named_as_the_judge(tmp_path: Path) -> None:
    header = inspect_header()
    header["eval"] = {**header["eval"], "model_roles": {"grader": [{"model": "judge-a"}, {"model": "judge-b"}]}}
    path = write(tmp_path, "a.json", json.dumps({**header, "samples": SAMPLES}))
    assert inspect_files([path])["files"][0]["judge"] == "judge-a, judge-b"
