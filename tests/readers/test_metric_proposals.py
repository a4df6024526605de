from __future__ import annotations

import numpy as np
import pytest

from tradeoff_app.model.mapping import MetricColumn
from tradeoff_app.readers.metric_proposals import propose_label_metric, propose_metric
from tradeoff_app.readers.name_words import find_scale, find_unit, suggest_better
from tradeoff_app.readers.status_words import classify_error, read_status_word
from tradeoff_app.readers.value_extent import Extent


@pytest.mark.parametrize(
    ("name", "values", "kind", "scale"),
    [
        ("task_completed", [0, 1, 1], "binary", (0, 1)),
        ("helpfulness", [1, 4, 5], "ordinal", (1, 5)),
        ("helpfulness", [1.91, 4.84], "continuous", (1, 5)),
        ("relevance", [0, 2, 3], "ordinal", (0, 3)),
        ("rouge_l", [0.1, 0.9], "continuous", (0, 1)),
        ("perplexity", [12.5, 80.1], "continuous", None),
        ("latency_ms", [455, 987], "duration", None),
        ("execution_time", [0.00041, 0.2], "duration", None),
        ("cost_usd", [0.001, 0.002], "money", None),
        ("total_tokens", [120, 400], "count", None),
        ("orders", [0, 1, 3], "count", None),
        ("turn_count", [1, 1], "count", None),
        ("Hilfreich (1-7)", [2.5, 4.1], "continuous", (1, 7)),
    ],
)
def test_that_the_type_and_scale_follow_the_values(
    name: str, values: list[float], kind: str, scale: tuple[float, float] | None
) -> None:
    metric = propose_metric(name, Extent.of([np.array(values, dtype=np.float64)]))
    assert metric.type == kind
    assert metric.scale == scale
    assert "better" in metric.assumed


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("task_completed", "higher"),
        ("irrelevant_response", "lower"),
        ("metrics.safety.hallucination", "lower"),
        ("safety/pii_leak", "lower"),
        ("no_refusal", "higher"),
        ("cost_ok", "higher"),
        ("latencyMs", "lower"),
        ("revenue", "higher"),
        ("errorRate", "lower"),
        ("Antwortzeit (s)", "lower"),
        ("toxicity", "lower"),
        ("asks_password", "lower"),
    ],
)
def test_that_the_better_direction_is_proposed_from_words(name: str, better: str) -> None:
    assert suggest_better(name)[0] == better


def test_that_what_people_state_is_not_assumed() -> None:
    stated = MetricColumn(column="x", type="ordinal", better="lower")
    metric = propose_metric("x", Extent.of([np.array([1.0, 2.0])]), stated=stated)
    assert (metric.type, metric.better) == ("ordinal", "lower")
    assert metric.assumed == ("scale",)


def test_that_a_label_without_direction_only_describes() -> None:
    assert propose_label_metric("tone", "formal").better is None
    assert propose_label_metric("tone", "Good").better == "higher"


def test_that_names_carry_units_and_scales() -> None:
    assert find_unit("Kosten (EUR)") == "EUR"
    assert find_unit("latency_ms") == "ms"
    assert find_scale("Score (5-1)") is None


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (None, "ok"),
        ("None", "ok"),
        ("false", "ok"),
        ("timed out after 30s", "timeout"),
        ("503 upstream", "model_error"),
    ],
)
def test_that_error_messages_are_told_apart(text: str | None, status: str) -> None:
    assert classify_error(text) == status


def test_that_status_words_of_other_tools_are_known() -> None:
    assert read_status_word("Judge error") == "judge_error"
    assert read_status_word("SUCCESS") == "ok"
    assert read_status_word("skipped") == "not_run"
    assert read_status_word("purple") is None
