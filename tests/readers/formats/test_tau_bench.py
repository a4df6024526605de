from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.readers.formats.documents import FORMATS, document, inspect, mean, refusal
from tests.readers.samples import needs_shared
from tradeoff_app.readers import open_files


def result(task: int, trial: int, reward: float, **info: Any) -> dict[str, Any]:
    messages = [{"role": "user", "content": "hi"}, {"role": "assistant", "content": f"done {task}"}]
    return {"task_id": task, "trial": trial, "reward": reward, "info": info, "traj": messages}


def test_that_trials_are_repeats_of_a_task(tmp_path: Path) -> None:
    rows = [result(task, trial, float(trial == 0)) for task in range(3) for trial in range(4)]
    path = document(tmp_path, "a.json", rows)
    found = inspect(path)
    assert (found["unit_column"], found["units"]["baseline"]) == ("task_id", 3)
    assert found["metrics"]["reward"]["before"] == {"mean": 0.25, "scored_units": 3, "scored_rows": 12}
    assert set(found["metrics"]) == {"reward"}
    assert open_files([path]).outputs["baseline"]["1"] == "done 1"


def test_that_a_run_that_broke_off_is_an_error_and_no_failure(tmp_path: Path) -> None:
    rows = [result(task, 0, 1.0) for task in range(3)]
    rows.append(result(3, 0, 0.0, error="Request timed out", traceback="..."))
    path = document(tmp_path, "a.json", rows)
    assert (inspect(path)["files"][0]["error_rows"], mean(inspect(path), "reward")) == (1, 1.0)
    assert mean(inspect(path, errors="as-scored"), "reward") == 0.75


def test_that_the_second_version_is_read(tmp_path: Path) -> None:
    rows = [
        {
            "id": f"s{task}",
            "task_id": str(task),
            "trial": 0,
            "reward_info": {"reward": 1.0},
            "agent_cost": 0.5,
            "duration": 9,
        }
        for task in range(3)
    ]
    rows.append({"task_id": "3", "trial": 0, "reward_info": {"reward": 0.0}, "termination_reason": "too_many_errors"})
    info = {"agent_info": {"llm": "bot-1"}}
    found = inspect(document(tmp_path, "a.json", {"info": info, "tasks": [{"id": "0"}], "simulations": rows}))
    assert (mean(found, "reward"), mean(found, "agent_cost"), mean(found, "duration")) == (1.0, 0.5, 9.0)
    assert (found["files"][0]["model"], found["files"][0]["error_rows"]) == ("bot-1", 1)


def test_that_long_tasks_before_the_simulations_do_not_hide_them(tmp_path: Path) -> None:
    tasks = [{"id": str(number), "description": "x" * 2000} for number in range(200)]
    rows = [{"task_id": str(task), "trial": 0, "reward_info": {"reward": 1.0}, "messages": []} for task in range(200)]
    info = {"agent_info": {"llm": "bot-1"}, "user_info": {"llm": "user-1"}}
    whole = {"timestamp": "2026-01-01T00:00:00", "info": info, "tasks": tasks, "simulations": rows}
    found = inspect(document(tmp_path, "a.json", {**whole, "last": "y" * 40_000}))
    facts = found["files"][0]
    assert (facts["format"], facts["units"], facts["created"]) == ("tau_bench", 200, "2026-01-01T00:00:00")


def test_that_files_without_tasks_are_refused(tmp_path: Path) -> None:
    assert "no record names its task" in refusal(document(tmp_path, "a.json", {"simulations": [{"reward_info": {}}]}))
    assert "0 rows" in refusal(document(tmp_path, "b.json", {"simulations": [], "reward_info": {}}))


@needs_shared
def test_that_the_shared_trajectories_are_read() -> None:
    found = inspect(FORMATS / "tau_bench" / "gpt-4o-airline.trimmed.json")
    assert (found["units"]["baseline"], found["files"][0]["rows"]) == (50, 200)
    assert mean(found, "reward") == pytest.approx(0.42)
