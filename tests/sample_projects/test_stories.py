"""Each sample project leads to its verdict by its numbers, and comes out the same when it is made again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tradeoff_app.storage.project_file import read_project

SAMPLES = Path(__file__).parents[2] / "sample_projects"


def evaluated(name: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tradeoff_app", "evaluate", str(SAMPLES / f"{name}.tradeoff"), "--json"]
    done = subprocess.run([*command, "--as-of", "2026-11-23"], capture_output=True, check=True)
    document: dict[str, Any] = json.loads(done.stdout)
    return document


def effect(document: dict[str, Any], metric: str, segment: str) -> dict[str, Any]:
    return next(e for e in document["effects"] if (e["metric"], e["segment"]) == (metric, segment))


def test_that_the_support_bot_ships_with_one_accepted_regression_for_some_50_000_dollars_a_month() -> None:
    document = evaluated("support-bot")
    assert document["verdict"]["recommendation"] == "SHIP_WITH_ACCEPTED_REGRESSIONS"
    assert document["verdict"]["reasons"] == ["ACCEPTED:irrelevant|rare"]
    assert document["value"]["per_month"]["mean"] == pytest.approx(50_000, rel=0.02)
    done = effect(document, "task_done", "primary")
    assert (done["n_pairs"], round(done["baseline"], 3), round(done["candidate_value"], 3)) == (2400, 0.624, 0.668)
    assert done["interval"] == [pytest.approx(0.028, abs=5e-4), pytest.approx(0.059, abs=5e-4)]
    rare = effect(document, "irrelevant", "rare")
    assert (rare["n_pairs"], rare["difference"]) == (12000, pytest.approx(0.003))
    assert rare["interval"] == [pytest.approx(0.001, abs=5e-4), pytest.approx(0.005, abs=5e-4)]
    people = document["regressions"][0]["people_per_month"]
    assert people["estimate"] == pytest.approx(120)
    assert people["interval"] == [pytest.approx(41, abs=1), pytest.approx(200, abs=5)]


def test_that_search_relevance_waits_for_the_mitigation_on_its_long_tail() -> None:
    document = evaluated("search-relevance")
    assert document["verdict"]["recommendation"] == "NEEDS_ACCEPTANCE"
    assert document["verdict"]["reasons"] == ["MITIGATION_PENDING:inaccurate|tail"]
    top = effect(document, "found", "top")
    assert top["difference"] / top["baseline"] == pytest.approx(0.10, abs=0.005)
    assert effect(document, "inaccurate", "tail")["difference"] == pytest.approx(0.005)


def test_that_the_drafting_assistant_is_held_although_its_technical_metrics_rise() -> None:
    document = evaluated("drafting-assistant")
    assert document["verdict"]["recommendation"] == "HOLD"
    assert "BLOCKED_BY_DECISION:tone" in document["verdict"]["reasons"]
    states = {metric: effect(document, metric, "*")["state"] for metric in ("rouge_l", "recall", "tone", "csat")}
    assert states == {"rouge_l": "better", "recall": "better", "tone": "worse", "csat": "worse"}
    leaks = next(gate for gate in document["gates"] if gate["metric"] == "leaks")
    assert (leaks["state"], leaks["limit"]) == ("PASS", 0.005)


def test_that_the_samples_come_out_the_same_when_they_are_made_again(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(SAMPLES / "make_samples.py"), str(tmp_path)], check=True, capture_output=True)
    assert len(list(tmp_path.iterdir())) == 9
    assert [path.name for path in tmp_path.iterdir() if content(path) != content(SAMPLES / path.name)] == []


def content(path: Path) -> object:
    """What a file says: the project that a project file holds (a later version may write it anew), else its bytes."""
    return read_project(path).project if path.suffix == ".tradeoff" else path.read_bytes()
