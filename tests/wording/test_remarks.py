"""What is said beside a verdict: moves since the seal, gaps that decide, views that disagree, nobody's rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import evidence, observations, paired_rate, project, support_bot
from tests.wording import story
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.project import Project
from tradeoff_app.model.scenario import Swing
from tradeoff_app.model.sealing import seal
from tradeoff_app.wording.speaker import Speaker

CODES = ("None", "non_inferiority", "superiority", "changed_after", "sha256", "gates/", "scenarios/", "{", "min_worth")


def moved_project() -> Project:
    sealed = seal(story.project(), "2026-10-01")
    gates = list(sealed.gates.values())
    margin = next(gate for gate in gates if gate.rule == "non_inferiority")
    other = next(gate for gate in gates if gate.rule != "non_inferiority")
    scenario = sealed.scenario()
    swing = {**scenario.swing, "task_done": Swing(worst=0.0, best=1.0, points=33)}
    new = Gate(id="n1", metric="task_done", rule="superiority", min_worthwhile=0.02)
    return (
        sealed.with_item("gates", margin.model_copy(update={"margin": 0.031}))
        .without_item("gates", other.id)
        .with_item("gates", new)
        .with_item("scenarios", scenario.model_copy(update={"swing": swing}))
    )


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_every_move_since_the_seal_is_told_in_words(language: str) -> None:
    said = Speaker(moved_project(), language).moved()
    assert len(said) == 4
    assert any("3.1" in line or "3,1" in line for line in said)
    assert not any(code in line for code in CODES for line in said)


def test_that_a_gate_changed_after_results_is_told_once() -> None:
    gate = next(iter(story.project().gates.values()))
    late = story.project().with_item("gates", gate.model_copy(update={"changed_after_results": True}))
    (said,) = Speaker(late).moved()
    assert said.startswith("Changed after results were seen")


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_nobodys_gates_are_said_to_be_assumed(language: str) -> None:
    before, after = paired_rate(100, both=40, fixed=20, broken=5)
    seen = observations({"done": {"baseline": before, "candidate": after}})
    decided = project(seen)
    metric = decided.metrics["done"].model_copy(update={"role": "target"})
    decided = decided.with_item("metrics", metric)
    found = evaluate(decided, evidence(seen, decided))
    said = " ".join(Speaker(decided, language).remarks(found))
    assert ("no margin and no safety limit" in said) or ("weder ein Spielraum noch eine Sicherheitsgrenze" in said)


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_views_that_disagree_and_gaps_that_decide_are_explained(language: str) -> None:
    seen, decided = support_bot()
    found = evaluate(decided, evidence(seen, decided))
    assert found.score is not None
    gate = replace(found.gates[0], missing_decides=True)
    reasons = (*found.verdict.reasons, "VALUE_CONFLICT", "MISSING_DATA_DECIDES", "OUT_OF_SCOPE:irrelevant|rare")
    verdict = replace(found.verdict, reasons=reasons)
    said = Speaker(decided, language).remarks(replace(found, verdict=verdict, gates=(gate, *found.gates[1:])))
    assert len(said) == 3
    assert not any("_" in line or "{" in line for line in said)
    reason = Speaker(decided, language).reason("MISSING_DATA_DECIDES", replace(found, gates=(gate,)))
    assert len(reason) > len("The missing rows decide,")
