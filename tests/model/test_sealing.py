"""Sealed goalposts: what a seal covers, and every move that was made since."""

from __future__ import annotations

from tests.builders import support_bot
from tradeoff_app.model.gate import Gate, Seal
from tradeoff_app.model.overlay import apply_setup
from tradeoff_app.model.project import Project
from tradeoff_app.model.scenario import Swing
from tradeoff_app.model.sealing import is_intact, moves_since, seal

SEEN, STORY = support_bot()
GATE = next(iter(STORY.gates.values()))


def sealed(project: Project = STORY) -> Project:
    return seal(project, "2026-10-01T09:00:00Z")


def test_that_an_untouched_seal_is_intact_and_lists_nothing() -> None:
    assert is_intact(STORY) is None
    assert is_intact(sealed()) is True
    assert moves_since(sealed()) == ()


def test_that_the_order_of_gates_who_agreed_and_a_new_segment_are_no_moves() -> None:
    turned = sealed().change(gates=dict(reversed(list(STORY.gates.items()))))
    agreed = turned.with_item("gates", GATE.model_copy(update={"agreed_by": "Dana"}))
    assert is_intact(agreed) is True


def test_that_every_move_is_listed_with_what_it_was() -> None:
    project = sealed()
    other = Gate(id="new", metric="task_done", rule="superiority", min_worthwhile=0.01)
    scenario = project.scenario()
    weighed = scenario.model_copy(update={"swing": {"task_done": Swing(worst=0.0, best=1.0, points=70)}})
    project = project.with_item("gates", other).without_item("gates", GATE.id).with_item("scenarios", weighed)
    moves = {move.item: move for move in moves_since(project)}
    assert is_intact(project) is False
    assert moves["gates/new"].kind == "added"
    assert moves[f"gates/{GATE.id}"].kind == "removed"
    assert moves[f"gates/{GATE.id}"].before["metric"] == GATE.metric
    assert f"scenarios/{scenario.id}/swing/task_done" in moves


def test_that_a_hash_alone_or_a_forged_content_says_that_something_moved() -> None:
    bare = STORY.change(sealed=Seal(at="2026-10-01", sha256="00"))
    assert [move.item for move in moves_since(bare)] == ["sealed"]
    real = sealed()
    assert real.sealed is not None
    forged = real.sealed.model_copy(update={"content": {"gates": {}, "scenarios": {}}})
    assert [move.item for move in moves_since(real.without_item("gates", GATE.id).change(sealed=forged))] == ["sealed"]


def test_that_a_setup_may_seal_what_it_states_and_a_later_one_moves() -> None:
    stated = apply_setup(STORY, {"schema": "tradeoff/setup@1", "sealed": {"at": "2026-10-01T09:00:00Z"}})
    assert is_intact(stated) is True
    margin = next(gate for gate in STORY.gates.values() if gate.rule == "non_inferiority")
    later = {"schema": "tradeoff/setup@1", "gates": [{"id": margin.id, "margin": 0.5}]}
    (move,) = moves_since(apply_setup(stated, later))
    assert (move.item, move.kind, move.after["margin"]) == (f"gates/{margin.id}", "changed", 0.5)
