"""Other rows under the same decisions: nothing that was stated is lost, nothing that nobody stated lingers."""

from __future__ import annotations

from tests import builders
from tradeoff_app.analysis.renewal import renew_project
from tradeoff_app.model.candidate import Candidate
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.scenario import Rollout, Scenario

BEFORE = {"baseline": [1.0, 0.0] * 20, "candidate": [1.0, 1.0] * 20}


def test_that_a_metric_with_a_gate_stays_without_its_column_and_a_proposed_one_goes() -> None:
    seen = builders.observations({"done": BEFORE, "cost": BEFORE, "kept": BEFORE})
    gate = Gate(id="g", metric="kept", rule="non_inferiority", margin=0.01)
    project = builders.project(seen, gates={"g": gate})
    later = builders.observations({"done": BEFORE, "speed": BEFORE})
    renewed = renew_project(project, later)
    assert list(renewed.metrics) == ["done", "kept", "speed"]
    assert "metrics/speed/role" in renewed.assumed
    assert not any(path.startswith("metrics/cost/") for path in renewed.assumed)


def test_that_what_was_confirmed_about_a_metric_stays_confirmed() -> None:
    seen = builders.observations({"done": BEFORE})
    project = builders.project(seen)
    metric = project.metrics["done"].model_copy(update={"better": "lower", "label": "Open tickets"})
    project = project.with_item("metrics", metric).confirm("metrics/done/role", "metrics/done/better")
    renewed = renew_project(project, seen)
    assert renewed.metrics["done"] == metric
    assert renewed.assumed == project.assumed


def test_that_segments_follow_their_values_unless_somebody_stated_them() -> None:
    tiers = ["head", "tail"] * 20
    seen = builders.observations({"done": BEFORE}, segments={"tier": tiers})
    project = builders.project(seen)
    tail = project.segments["tail"].model_copy(update={"protected": True})
    project = project.with_item("segments", tail).confirm("segments/tail")
    later = builders.observations({"done": BEFORE}, segments={"plan": ["free", "paid"] * 20})
    renewed = renew_project(project, later)
    assert renewed.segments["tail"] == tail
    assert "head" not in renewed.segments
    assert {"free", "paid"} <= set(renewed.segments)
    assert renewed.partition == ("plan",)


def test_that_scenarios_name_only_versions_that_there_are() -> None:
    three = {**BEFORE, "candidate-2": [0.0, 1.0] * 20}
    project = builders.project(builders.observations({"done": three}))
    scenario = Scenario(
        id="base",
        candidate="candidate-2",
        rollout={"*": Rollout(share=1.0, candidate="candidate-2"), "tail": Rollout(share=0.5, candidate="baseline")},
    )
    named = project.candidates["candidate"].model_copy(update={"label": "4.3"})
    project = project.with_item("scenarios", scenario).with_item("candidates", named)
    renewed = renew_project(project, builders.observations({"done": BEFORE}))
    assert renewed.candidates == {"candidate": Candidate(id="candidate", label="4.3")}
    assert renewed.scenarios["base"].candidate == "candidate"
    assert renewed.scenarios["base"].rollout["*"].candidate == "candidate"
    assert renewed.scenarios["base"].rollout["tail"].candidate == "baseline"
