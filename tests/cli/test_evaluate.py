"""`tradeoff evaluate`: the document has every name of the contract, null with its reason, and the gate answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tradeoff, write_setup

NAMES = {
    "": "schema project scenario evidence_hash as_of seed replicates evidence effects gates value candidates score"
    " sensitivity verdict regressions statements",
    "project": "id title sha256",
    "scenario": "id label",
    "evidence": "grade sound findings",
    "effects/0": "metric segment candidate n_baseline n_candidate n_pairs clusters baseline candidate_value difference"
    " interval confidence method state shrunk worst_best",
    "gates/0": "id role metric segment rule limit state needs_times_n text",
    "value": "currency per_month over_horizon p_positive expected_loss_if_ship expected_loss_if_hold evpi"
    " share_of_variance_from_data by_cell",
    "value/per_month": "mean median interval interval_80",
    "value/over_horizon": "mean interval",
    "value/by_cell/0": "metric segment mean interval",
    "candidates/0": "candidate p_best expected_regret",
    "score": "difference interval p_positive by_metric",
    "score/by_metric/0": "metric mean interval",
    "sensitivity": "tornado weight_flips break_even ship_share margin_flips",
    "sensitivity/weight_flips/0": "metric weight flips_at why",
    "sensitivity/break_even/0": "input now flips_at text",
    "verdict": "recommendation decision reasons trace",
    "verdict/trace/0": "rule inputs outcome text",
    "regressions/0": "metric segment accepted people_per_month statement",
    "regressions/0/people_per_month": "estimate interval",
    "statements": "exchange better worse cannot_tell",
}


def part(document: Any, path: str) -> Any:
    """The part of a document at a path."""
    for step in path.split("/") if path else ():
        document = document[int(step)] if step.isdigit() else document[step]
    return document


def test_that_every_name_of_the_contract_is_there(tradeoff: Tradeoff, support: Path) -> None:
    document = tradeoff("evaluate", support, "--json").document
    missing = {path: set(names.split()) - set(part(document, path)) for path, names in NAMES.items()}
    assert {path: names for path, names in missing.items() if names} == {}


def test_that_the_story_comes_out_as_told(tradeoff: Tradeoff, support: Path) -> None:
    ran = tradeoff("evaluate", support, "--json", "--gate")
    document = ran.document
    assert (ran.code, ran.err) == (0, "")
    assert next(iter(document)) == "schema"
    assert document["schema"] == "tradeoff/evaluate@1"
    assert document["as_of"] == "2026-11-23"
    assert document["verdict"]["recommendation"] == "SHIP_WITH_ACCEPTED_REGRESSIONS"
    assert document["verdict"]["reasons"] == ["ACCEPTED:irrelevant|rare"]
    assert document["statements"]["exchange"].startswith("We accept ")
    assert document["value"]["per_month"]["mean"] == pytest.approx(50_000, rel=0.02)


def test_that_the_same_file_gives_the_same_document(tradeoff: Tradeoff, support: Path) -> None:
    assert tradeoff("evaluate", support, "--json").out == tradeoff("evaluate", support, "--json").out


def test_that_the_gate_says_no_after_the_acceptance_expired(tradeoff: Tradeoff, support: Path) -> None:
    ran = tradeoff("evaluate", support, "--json", "--gate", "--as-of", "2027-06-01")
    assert ran.code == 1
    assert ran.document["verdict"]["recommendation"] == "NEEDS_ACCEPTANCE"
    assert ran.document["as_of"] == "2027-06-01"
    assert tradeoff("evaluate", support, "--as-of", "2027-06-01").code == 0


def test_that_unknown_is_null_with_its_reason(tradeoff: Tradeoff, tmp_path: Path, support: Path) -> None:
    setup = write_setup(tmp_path / "s.json", scenarios=[{"id": "bare", "candidate": "candidate"}])
    document = tradeoff("evaluate", support, "--setup", setup, "--scenario", "bare", "--json").document
    assert document["value"]["per_month"] == {"mean": None, "median": None, "interval": None, "interval_80": None}
    assert document["value"]["why"]
    assert document["score"]["difference"] is None
    assert document["score"]["why"]
    assert document["sensitivity"]["ship_share"] is None
    assert document["sensitivity"]["why"]
    assert document["statements"]["exchange"] is None
    assert document["statements"]["why"]


def test_that_a_setup_is_laid_over_for_one_evaluation_only(tradeoff: Tradeoff, tmp_path: Path, support: Path) -> None:
    before = support.read_bytes()
    setup = write_setup(tmp_path / "s.json", gates=[{"id": "safety", "limit": 1e-6}])
    document = tradeoff("evaluate", support, "--setup", setup, "--json").document
    assert document["verdict"]["recommendation"] == "HOLD"
    assert support.read_bytes() == before


def test_that_a_metric_keeps_its_numbers_under_a_new_id(tradeoff: Tradeoff, tmp_path: Path, support: Path) -> None:
    setup = write_setup(tmp_path / "s.json", metrics=[{"id": "off topic", "source": "irrelevant"}])
    document = tradeoff("evaluate", support, "--setup", setup, "--json").document
    plain = tradeoff("evaluate", support, "--json").document
    renamed = [effect["difference"] for effect in document["effects"] if effect["metric"] == "off topic"]
    assert renamed == [effect["difference"] for effect in plain["effects"] if effect["metric"] == "irrelevant"]
    assert renamed


def test_that_an_acceptance_stated_in_a_setup_speaks_of_the_evidence_at_hand(
    tradeoff: Tradeoff, tmp_path: Path, support: Path
) -> None:
    answer = {"metric": "irrelevant", "segment": "rare", "accepted_up_to": 0.007}
    setup = write_setup(tmp_path / "s.json", scenarios=[{"id": "base", "regressions": [answer]}])
    document = tradeoff("evaluate", support, "--setup", setup, "--json").document
    assert document["regressions"][0]["accepted"] is True


def test_that_people_read_the_verdict_in_sentences(tradeoff: Tradeoff, support: Path) -> None:
    ran = tradeoff("evaluate", support)
    assert "Support bot 4.2 → 4.3: Ship with 1 accepted regression" in ran.out
    assert "We accept 3 more irrelevant answers" in ran.out


def test_that_a_status_policy_without_rows_is_said_to_have_no_effect(
    tradeoff: Tradeoff, tmp_path: Path, support: Path
) -> None:
    metric = {"id": "irrelevant", "on_status": {"refusal": "missing"}}
    ran = tradeoff("evaluate", support, "--setup", write_setup(tmp_path / "s.json", metrics=[metric]), "--json")
    assert ran.code == 0
    assert "on_status takes effect where rows with an error are known" in ran.err
