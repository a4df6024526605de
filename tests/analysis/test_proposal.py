"""The proposed project: what the files say, and what is marked as assumed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import project, support_observations
from tradeoff_app.analysis.observations import MeasuredMetric, SourceFile
from tradeoff_app.analysis.proposal import humanise, is_proxy, label_of, propose_project, propose_role


@pytest.mark.parametrize(
    "name",
    [
        "rouge_l",
        "ROUGE-1",
        "bertscore_f1",
        "embedding_similarity",
        "latency_ms",
        "tokenUsage.total",
        "cost_usd",
        "recall@5",
        "working_time",
    ],
)
def test_that_technical_measures_are_watched_only(name: str) -> None:
    assert is_proxy(name)
    assert propose_role(MeasuredMetric(name, "continuous", "higher")) == "monitor"


@pytest.mark.parametrize("name", ["task_done", "irrelevant", "csat", "helpfulness", "accuracy", "handover", "unsafe"])
def test_that_what_users_feel_is_a_goal(name: str) -> None:
    assert propose_role(MeasuredMetric(name, "binary", "higher")) == "target"
    assert propose_role(MeasuredMetric(name, "binary", None)) == "monitor"


@pytest.mark.parametrize(
    ("name", "label"),
    [("task_done", "Task done"), ("CSAT", "CSAT"), ("safety/leak", "safety/leak"), ("a b-c", "A b c")],
)
def test_that_labels_are_readable(name: str, label: str) -> None:
    assert humanise(name) == label


@pytest.mark.parametrize(
    ("name", "unit", "label"),
    [
        ("handling_time_s", "s", "Handling time"),
        ("latency-ms", "ms", "Latency"),
        ("s", "s", "S"),
        ("tokens", "s", "Tokens"),
        ("class_s", None, "Class s"),
    ],
)
def test_that_a_label_does_not_repeat_the_unit_of_a_time(name: str, unit: str | None, label: str) -> None:
    assert label_of(name, unit) == label


def test_that_everything_the_files_do_not_say_is_marked() -> None:
    seen = support_observations()
    measured = replace(seen.metrics[0], assumed=("better", "type"))
    proposed = propose_project(replace(seen, metrics=(measured, *seen.metrics[1:])), "Bot", "id")
    assert proposed.partition == ("query_tier",)
    assert set(proposed.segments) == {"primary", "other", "rare"}
    assert {"metrics/task_done/better", "metrics/task_done/type", "metrics/task_done/role", "partition"} <= set(
        proposed.assumed
    )
    assert "metrics/handover/better" not in proposed.assumed
    assert proposed.scenario().candidate == "candidate"
    assert proposed.metrics["irrelevant"].better == "lower"


def test_that_files_of_one_name_are_kept_apart() -> None:
    file = SourceFile("results.json", "a", 1, "promptfoo", "3", "baseline", "model-1", None, 10, 10, 0, 0)
    other = replace(file, sha256="b", arm="candidate", model="model-2")
    proposed = project(replace(support_observations(), files=(file, other)))
    assert set(proposed.sources) == {"results.json", "results.json (2)"}
    assert proposed.baseline.model == "model-1"
    assert proposed.candidates["candidate"].model == "model-2"


@pytest.mark.parametrize(
    ("units", "currency"),
    [(["EUR"], "EUR"), (["EUR", "EUR"], "EUR"), (["EUR", "GBP"], "USD"), ([], "USD")],
)
def test_that_the_project_counts_in_the_one_currency_of_its_files(units: list[str], currency: str) -> None:
    seen = support_observations()
    costs = [MeasuredMetric(f"cost_{place}", "money", "lower", unit=unit) for place, unit in enumerate(units)]
    assert propose_project(replace(seen, metrics=(*seen.metrics, *costs)), "Costs", "costs").currency == currency
