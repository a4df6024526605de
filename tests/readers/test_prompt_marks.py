"""Whether both versions were asked the same: from the prompts that tools log, kept as marks and never as texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tradeoff_app.analysis.observations import PromptMatch
from tradeoff_app.analysis.proposal import propose_project
from tradeoff_app.analysis.table import make_source
from tradeoff_app.readers import open_files
from tradeoff_app.readers.prompt_marks import mark_prompt
from tradeoff_app.readers.wire import pack_observations, unpack_observations

COUNT = 12
SECRET = "Answer as the support agent of Acme"


def promptfoo(asked: str) -> str:
    rows = [
        {
            "testIdx": number,
            "promptIdx": 0,
            "vars": {"topic": f"topic {number}"},
            "prompt": {"raw": f"{asked} about topic {number}", "label": "p"},
            "provider": {"id": "bot"},
            "success": number % 3 == 0,
            "score": 1.0,
            "latencyMs": 5,
            "failureReason": 0,
            "gradingResult": {"pass": True, "score": 1, "componentResults": []},
            "namedScores": {},
            "testCase": {},
            "response": {"output": "x"},
        }
        for number in range(COUNT)
    ]
    return json.dumps({"evalId": "e", "results": {"version": 3, "prompts": [], "results": rows}})


def inspect_log(asked: str) -> str:
    steps = [{"solver": "system_message", "params": {"template": asked}}, {"solver": "generate", "params": {"n": 1}}]
    samples = [{"id": number, "epoch": 1, "scores": {"m": {"value": number % 3}}} for number in range(COUNT)]
    facts = {"task": "t", "run_id": "r", "model": "m", "dataset": {}, "created": "2026-01-01T00:00:00"}
    return json.dumps({"version": 2, "status": "success", "eval": facts, "plan": {"steps": steps}, "samples": samples})


def lm_eval(asked: str) -> str:
    rows = [
        {
            "doc_id": number,
            "doc": {"q": f"question {number}"},
            "target": "1",
            "arguments": {"gen_args_0": {"arg_0": f"{asked}: question {number}", "arg_1": {}}},
            "resps": [["1"]],
            "filtered_resps": ["1"],
            "filter": "none",
            "metrics": ["exact_match"],
            "exact_match": float(number % 2),
        }
        for number in range(COUNT)
    ]
    return "".join(json.dumps(row) + "\n" for row in rows)


def openai_evals(asked: str) -> str:
    lines: list[dict[str, Any]] = [{"spec": {"completion_fns": ["m"], "run_config": {}, "run_id": "r"}}]
    for number in range(COUNT):
        said = {"prompt": [{"role": "system", "content": asked}, {"role": "user", "content": str(number)}]}
        common = {"run_id": "r", "sample_id": f"s.{number}"}
        lines.append({**common, "event_id": 2 * number, "type": "sampling", "data": {**said, "sampled": ["x"]}})
        lines.append({**common, "event_id": 2 * number + 1, "type": "match", "data": {"correct": number % 2 == 0}})
    lines.append({"final_report": {"accuracy": 0.5}})
    return "".join(json.dumps(line) + "\n" for line in lines)


TOOLS = {
    "promptfoo": (promptfoo, "json"),
    "inspect": (inspect_log, "json"),
    "lm_eval": (lm_eval, "jsonl"),
    "openai_evals": (openai_evals, "jsonl"),
}


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize(("after", "differing"), [(SECRET, 0), ("Be brief", COUNT)])
def test_that_the_prompts_of_both_versions_are_compared(tmp_path: Path, tool: str, after: str, differing: int) -> None:
    write, ending = TOOLS[tool]
    paths = [tmp_path / f"old.{ending}", tmp_path / f"new.{ending}"]
    for path, asked in zip(paths, (SECRET, after), strict=True):
        path.write_text(write(asked), encoding="utf-8")
    found = open_files(paths)
    assert found.files[0].format == tool
    assert found.prompts == {"candidate": PromptMatch(COUNT, differing)}
    assert unpack_observations(*pack_observations(found)).prompts == found.prompts
    assert "prompt_mark" not in {metric.name.partition("=")[0] for metric in found.metrics}
    assert "prompt_mark" not in found.dimensions
    project = propose_project(found, "t", "5b0f7b1e-6d0a-4f43-8f0e-0d6b5a7a1c11")
    (said,) = [finding for finding in make_source(found, project).findings if finding.code == "prompt_changed"]
    assert (said.level, said.values["differing"]) == ("info" if differing else "ok", differing)


def test_that_tables_say_nothing_about_prompts(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("id,prompt,ok\n" + "".join(f"q{n},ask {n},{n % 2}\n" for n in range(COUNT)))
    assert open_files([tmp_path / "a.csv", tmp_path / "b.csv"]).prompts == {}


def test_that_a_mark_does_not_hold_the_text() -> None:
    mark = mark_prompt([{"role": "user", "content": SECRET}])
    assert mark is not None
    assert len(mark) == 16
    assert SECRET not in mark
    assert mark_prompt("") is None
    assert mark_prompt([]) is None
