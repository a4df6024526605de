"""A name of any length is called by something that people can read."""

from __future__ import annotations

import pytest

from tradeoff_app.model.candidate import Candidate
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.names import LONGEST_NAME
from tradeoff_app.model.scenario import Scenario
from tradeoff_app.model.segment import Segment


@pytest.mark.parametrize("kind", [Candidate, Metric, Scenario, Segment])
def test_that_a_name_is_cut_in_its_middle_where_nobody_reads_it(kind: type[Metric]) -> None:
    named = kind(id="a", label="begin " + "x" * 20_000 + " end")
    assert len(named.name) <= LONGEST_NAME
    assert named.name.startswith("begin x")
    assert named.name.endswith("x end")
    assert named.label is not None
    assert len(named.label) > 20_000, "what was stated is kept"


@pytest.mark.parametrize("kind", [Candidate, Metric, Scenario, Segment])
def test_that_a_name_of_any_usual_length_is_left_alone(kind: type[Metric]) -> None:
    assert kind(id="a", label="x" * LONGEST_NAME).name == "x" * LONGEST_NAME
