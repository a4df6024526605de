from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, comma_table, inspect, mean, refusal
from tests.readers.samples import needs_shared, write
from tradeoff_app.readers import preview_file


def sample(number: int, epoch: int, run: str = "evalA", **fields: Any) -> dict[str, Any]:
    return {
        "sample_id": f"uuid-{run}-{number}-{epoch}",
        "eval_id": run,
        "log": f"logs/{run}.eval",
        "id": f"q{number}",
        "epoch": epoch,
        "metadata_persona": "new" if number % 2 else "old",
        "metadata_account": json.dumps({"plan": "free" if number < 3 else "pro"}),
        "score_correct": "C" if number < 3 else "I",
        "score_safety": json.dumps({"leak": 0, "harm": 1}),
        "score_tone": "4.5",
        "score_class": "red" if number % 2 else "blue",
        "total_tokens": 100,
        "message_count": 3,
        "error": "",
        **fields,
    }


def test_that_the_unit_is_the_dataset_id_and_epochs_are_repeats(tmp_path: Path) -> None:
    rows = [sample(number, epoch, run) for run in ("evalA", "evalB") for number in range(4) for epoch in (1, 2)]
    found = inspect(comma_table(tmp_path, "samples.csv", rows))
    assert (found["arms"], found["unit_column"], found["units"]["in_both"]) == (["evalA", "evalB"], "id", 4)
    assert found["metrics"]["score_correct"]["before"] == {"mean": 0.75, "scored_units": 4, "scored_rows": 8}
    assert (mean(found, "score_safety.harm"), mean(found, "score_tone"), mean(found, "score_class=red")) == (
        1.0,
        4.5,
        0.5,
    )
    assert found["segments"]["metadata_account.plan"]["baseline"] == {"free": 3, "pro": 1}
    assert "message_count" not in found["metrics"]
    chosen = inspect(tmp_path / "samples.csv", runs={"baseline": "logs/evalB.eval", "candidate": "evalA"})
    assert chosen["arms"] == ["baseline", "candidate"]


def test_that_two_frames_of_one_run_each_are_two_arms(tmp_path: Path) -> None:
    before = comma_table(tmp_path, "a.csv", [sample(number, 1) for number in range(4)])
    after = comma_table(tmp_path, "b.csv", [sample(number, 1, "evalB", score_correct="C") for number in range(4)])
    found = inspect(before, after)
    assert (found["arms"], found["units"]["in_both"]) == (["baseline", "candidate"], 4)
    assert mean(found, "score_correct", "after") == 1.0


def test_that_errors_are_marked_and_missing_scores_are_no_zeros(tmp_path: Path) -> None:
    rows = [sample(number, 1) for number in range(4)]
    rows[0].update(error="timed out", score_correct="", score_safety="")
    rows[1].update(score_correct="nan")
    found = inspect(comma_table(tmp_path, "a.csv", rows))
    assert found["files"][0]["error_rows"] == 1
    assert found["metrics"]["score_correct"]["before"] == {"mean": 0.5, "scored_units": 2, "scored_rows": 2}


def test_that_other_frames_say_which_one_is_meant(tmp_path: Path) -> None:
    evals = write(tmp_path, "evals.csv", "eval_id,task_name,dataset_name,total_samples,score_x_mean\na,t,d,3,0.5\n")
    messages = write(tmp_path, "messages.csv", "message_id,sample_id,eval_id,role\nm,s,e,user\n")
    assert "samples_df()" in refusal(evals)
    assert "single messages" in refusal(messages)
    bare = write(tmp_path, "bare.csv", "sample_id,eval_id,id,epoch\nu,e,q,1\n")
    assert "no column holds scores" in refusal(bare)


def test_that_other_tables_are_left_alone(tmp_path: Path) -> None:
    assert preview_file(write(tmp_path, "a.csv", "item,score\ra,1\rb,2\r"))["rows"] == 2


@needs_shared
def test_that_the_shared_frame_has_the_means_of_its_logs() -> None:
    found = inspect(FORMATS / "inspect_dataframe" / "samples_df.csv")
    assert (found["unit_column"], found["units"]["in_both"]) == ("id", 100)
    assert mean(found, "score_task_completion") == pytest.approx(0.715)
    assert mean(found, "score_task_completion", "after") == pytest.approx(0.7925)
    assert {"metadata_persona", "metadata_account.plan"} <= set(found["segments"])
    assert "samples_df()" in refusal(FORMATS / "inspect_dataframe" / "evals_df.csv")
