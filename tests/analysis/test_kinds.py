"""A kind that the values can't have is refused in words; one that they can have is not."""

from __future__ import annotations

from typing import Any

import pytest

from tests import builders
from tradeoff_app.analysis.evidence import build_evidence
from tradeoff_app.model.problem import InputError

VALUES = {
    "done": {"baseline": [0.0, 1.0, 1.0, 0.0], "candidate": [1.0, 1.0, 1.0, 0.0]},
    "wait": {"baseline": [1.5, 2.0, 0.0, 3.0], "candidate": [1.0, 2.0, 4.0, 2.0]},
}
SEEN = builders.observations(VALUES, types={"wait": "duration"})
STORY = builders.project(SEEN)


def _as(metric: str, kind: Any) -> Any:
    return STORY.with_item("metrics", STORY.metrics[metric].model_copy(update={"type": kind}))


def test_that_a_measure_beyond_0_to_1_can_not_be_yes_or_no() -> None:
    with pytest.raises(InputError) as refused:
        build_evidence(SEEN, _as("wait", "binary"))
    assert refused.value.place == "metrics/wait/type"
    assert "values reach from 0 to 4" in refused.value.cause


@pytest.mark.parametrize("kind", ["ordinal", "continuous", "count", "duration", "money"])
def test_that_a_rate_can_be_read_as_any_number(kind: str) -> None:
    assert build_evidence(SEEN, _as("done", kind)).cells
