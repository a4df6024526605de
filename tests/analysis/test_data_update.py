"""New data under old decisions: everything stated stays, and what changed in the evidence is listed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest

from tests.builders import observations, paired_rate, project, support_bot, with_hashes
from tradeoff_app.analysis.data_update import update_data
from tradeoff_app.analysis.evidence import build_evidence
from tradeoff_app.analysis.observations import Observations, SourceFile
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.model.problem import InputError
from tradeoff_app.model.project import Project
from tradeoff_app.wording.data_changes import told
from tradeoff_app.wording.voice import Voice

TODAY = date(2026, 11, 23)


def files(seed: str, rows: int = 400) -> tuple[SourceFile, ...]:
    return tuple(
        SourceFile(
            f"{arm}-{seed}.csv", f"{arm}{seed}".ljust(64, "0"), 1, "table", None, arm, None, None, rows, rows, 0, 0
        )
        for arm in ("baseline", "candidate")
    )


def release(fixed: int = 40, seed: str = "1", n: int = 400, **more: Any) -> Observations:
    """Two segments, one metric that gets better as `fixed` grows, and whatever else is asked for."""
    before, after = paired_rate(n, both=200, fixed=fixed, broken=10)
    values: dict[str, dict[str, list[float | None]]] = {"done": {"baseline": [*before], "candidate": [*after]}}
    extra = more.pop("extra", None)
    if extra is not None:
        values[str(extra)] = {"baseline": [*before], "candidate": [*after]}
    tiers = more.pop("tiers", ["head" if unit % 2 else "tail" for unit in range(n)])
    units = more.pop("units", [f"u{unit}" for unit in range(n)])
    return replace(
        observations(values, segments={"tier": tiers}, units=units),
        files=files(seed, n),
    )


def decided(seen: Observations) -> Project:
    gate = Gate(id="g", metric="done", rule="superiority", min_worthwhile=0.02)
    made = project(seen, gates={"g": gate}, notes={"metrics/done": "ask Ada"}, replicates=300)
    return made.with_item(
        "segments", made.segments["head"].model_copy(update={"label": "Most users", "protected": True})
    )


def test_that_decisions_stay_and_numbers_are_new() -> None:
    old, new = release(), release(fixed=12, seed="2")
    before = decided(old)
    made = update_data(before, build_evidence(old, before), new, old, TODAY)
    for field in ("gates", "notes", "scenarios", "segments", "metrics", "candidates", "title", "id", "partition"):
        assert getattr(made.project, field) == getattr(before, field)
    assert {source.file for source in made.project.sources.values()} == {"baseline-2.csv", "candidate-2.csv"}
    assert made.evidence.hash == build_evidence(new, made.project).hash
    assert [(change.before.state, change.after.state) for change in made.changes.gates] == [("MET", "INCONCLUSIVE")]
    assert ("done", "*") in {(change.metric, change.segment) for change in made.changes.effects}
    assert made.changes.recommendations == ("SHIP", "NO_CASE")


def test_that_a_look_is_counted_where_the_content_is_new() -> None:
    old = release()
    before = decided(old)
    evidence = build_evidence(old, before)
    assert update_data(before, evidence, release(seed="2"), old).project.looks == 2
    same = update_data(before, evidence, old, old)
    assert same.project.looks == 1
    assert same.changes.is_same_data
    assert [kind for kind, _ in told(Voice(before), same.changes)] == ["files", "files", "units"]


def test_that_units_are_compared_by_id_where_both_sides_have_them() -> None:
    old, new = release(), release(seed="2", units=[f"u{unit + 30}" for unit in range(400)])
    before = decided(old)
    evidence = build_evidence(old, before)
    known = update_data(before, evidence, new, old).changes.units
    assert [(change.added, change.removed) for change in known] == [(30, 30), (30, 30)]
    unknown = update_data(before, evidence, new).changes.units
    assert [(change.before, change.after, change.why) for change in unknown] == [(400, 400, "ids_not_kept")] * 2


def test_that_decisions_on_a_metric_that_went_are_kept_and_named() -> None:
    old, new = release(extra="tone"), release(seed="2", extra="safety")
    before = decided(old).with_item("gates", Gate(id="t", metric="tone", rule="non_inferiority", margin=0.05))
    made = update_data(before, build_evidence(old, before), new, old)
    items = {(item.kind, item.item, item.is_new): item.decisions for item in made.changes.items}
    assert items == {("metric", "safety", True): (), ("metric", "tone", False): ("gates/t",)}
    assert made.project.gates == before.gates
    assert made.project.is_assumed("metrics/safety/role")
    assert next(gate.state for gate in evaluate(made.project, made.evidence).gates if gate.gate.id == "t") == "NO_DATA"


def test_that_segments_that_came_and_went_are_listed() -> None:
    new = release(seed="2", tiers=["head" if unit % 2 else "new users" for unit in range(400)])
    old = release()
    gate = Gate(id="t", metric="done", segment="tail", rule="non_inferiority", margin=0.05)
    before = decided(old).with_item("gates", gate)
    made = update_data(before, build_evidence(old, before), new, old)
    items = {(item.item, item.is_new): item.decisions for item in made.changes.items if item.kind == "segment"}
    assert items == {("new users", True): (), ("tail", False): ("gates/t",)}
    assert "tail" in made.project.segments
    assert made.project.is_assumed("segments/new users")


def test_that_acceptances_of_changed_numbers_are_stale_and_said() -> None:
    seen, story = support_bot()
    evidence = build_evidence(seen, story)
    accepted = with_hashes(story, evidence)
    value = seen.rows.value.copy()
    metric = seen.metric_index("irrelevant")
    hit = np.flatnonzero((seen.rows.metric == metric) & (seen.rows.arm == 1) & (value == 0.0))[-2000:]
    value[hit[:5]] = 1.0
    made = update_data(accepted, evidence, replace(seen, rows=replace(seen.rows, value=value)), seen, TODAY)
    assert [(stale.metric, stale.segment) for stale in made.changes.stale] == [("irrelevant", "rare")]
    assert made.project.scenarios == accepted.scenarios
    lines = [text for kind, text in told(Voice(made.project), made.changes) if kind == "acceptances"]
    assert lines == ["The acceptance on irrelevant (rare) speaks of the earlier numbers: it must be given again"]


def test_that_versions_under_other_names_are_taken_by_their_order() -> None:
    old, new = release(), release(fixed=12, seed="2")
    before = decided(old)
    renamed = replace(
        new,
        arms=("v5", "v6"),
        files=tuple(replace(file, arm={"baseline": "v5"}.get(file.arm or "", "v6")) for file in new.files),
    )
    made = update_data(before, build_evidence(old, before), renamed, old)
    assert made.evidence.table.arms == ("baseline", "candidate")
    assert [source.arm for source in made.project.sources.values()] == ["baseline", "candidate"]


def test_that_another_number_of_versions_is_refused_in_words() -> None:
    old = release()
    before = decided(old)
    alone = replace(old, arms=("baseline",))
    with pytest.raises(InputError, match="compares 2 versions"):
        update_data(before, build_evidence(old, before), alone, old)


def test_that_new_metrics_count_errors_as_the_mapping_says() -> None:
    old = release()
    before = decided(old).change(mapping=ColumnMapping(errors="as-missing"))
    made = update_data(before, build_evidence(old, before), release(seed="2", extra="tone"), old)
    assert made.project.metrics["tone"].on_status["timeout"] == "missing"


@pytest.mark.parametrize("language", ["en", "de"])
def test_that_every_change_is_said_in_words(language: str) -> None:
    old = release(extra="tone")
    new = release(fixed=12, seed="2", extra="safety", tiers=["head" if unit % 2 else "new" for unit in range(400)])
    before = decided(old)
    made = update_data(before, build_evidence(old, before), new, old, TODAY)
    lines = list(told(Voice(made.project, language), made.changes))
    assert {kind for kind, _ in lines} == {
        *("files", "units", "metrics", "segments", "gates", "effects", "looks", "verdict")
    }
    assert all(text and "{" not in text for _, text in lines)
