"""Answers of the product to oracle cases about gates, integrity, segments, states and the release verdict."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tests.validation import reference
from tests.validation.case_data import Case, decide, dropped, observe, with_shares
from tradeoff_app.analysis import multiplicity, rates, shrinkage
from tradeoff_app.analysis.acceptances import problem_of
from tradeoff_app.analysis.checks import sample_ratio
from tradeoff_app.analysis.evidence import Evidence, build_evidence
from tradeoff_app.analysis.outcome import Outcome, evaluate
from tradeoff_app.analysis.quantiles import Z_95
from tradeoff_app.analysis.reading import read_scenario
from tradeoff_app.analysis.roots import EPSILON
from tradeoff_app.analysis.states import guardrail_state, limit_state, target_state
from tradeoff_app.analysis.verdict import Judged, LeadingView, Verdict, recommend
from tradeoff_app.model.acceptance import Person, Response
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import EVERYONE

KEY = "candidate"
EXPGATE_WORDS = {"SHIP": "SHIP", "NEEDS_ACCEPTANCE": "ROLLBACK", "BLOCKED": "ROLLBACK"}
"""How expgate calls our verdicts; everything else is HOLD there."""


def absolute_limit(case: Case, _: Path) -> dict[str, Any]:
    """Exact bound and state of a safety limit."""
    given = case["inputs"]
    events, n, limit = given["events"], given["n"], given["limit"]
    bound = rates.upper_bound(events, n, given["confidence_one_sided"])
    return {
        "upper_bound": bound,
        "rule_of_three": reference.rule_of_three(events, n),
        "state": limit_state(events / n, bound, limit, "lower"),
        "n_needed_with_zero_events": rates.units_for_zero_events(limit, given["confidence_one_sided"]),
    }


def ratio_mismatch(case: Case, _: Path) -> dict[str, Any]:
    """Chi-square of the arms' sizes."""
    given = case["inputs"]
    check = sample_ratio(given["units"], given["design_share"], given["threshold"])
    return {"chi2": check.chi2, "p": check.p, "mismatch": check.is_mismatch}


def adjusted(case: Case, _: Path) -> dict[str, Any]:
    """Bonferroni, Holm and Benjamini-Hochberg."""
    p, alpha = case["inputs"]["p"], case["inputs"]["alpha"]
    methods = {
        "bonferroni": multiplicity.bonferroni,
        "holm": multiplicity.holm,
        "fdr_bh": multiplicity.benjamini_hochberg,
    }
    return {
        name: {"adjusted": method(p), "reject": [value <= alpha for value in method(p)]}
        for name, method in methods.items()
    }


def design(case: Case, _: Path) -> dict[str, Any]:
    """Alpha and power per metric of a decision over several metrics."""
    given = case["inputs"]
    success, guardrail, each = reference.adjusted_design(
        given["success_metrics"], given["guardrails"], given["alpha"], given["beta"]
    )
    return {"alpha_success": success, "alpha_guardrail": guardrail, "power_each": each}


def by_segment(case: Case, folder: Path) -> dict[str, Any]:
    """Effects per segment and in the population, weighted by exposure and by sample."""
    given = case["inputs"]
    metric = given["metric"]
    seen = observe(
        folder / given["csv"],
        {metric: "binary"},
        segment=given.get("segment", "segment"),
        drop_value=dropped(given, metric),
    )
    project = with_shares(decide(seen, replicates=100), given["exposure_share"])
    found = build_evidence(seen, project)
    whole = evaluate(project, found).effect(metric)
    plain = evaluate(decide(seen, replicates=100, partition=("segment",)), found).effect(metric)
    cells = {segment: found.cells[metric, segment, KEY] for segment in given["exposure_share"]}
    total = sum(cell.n_pairs or 0 for cell in cells.values())
    low, high = (whole.interval if whole else None) or (None, None)
    return {
        "segments": {
            segment: {
                "n": cell.n_pairs,
                "n10": cell.fixed,
                "n01": cell.broken,
                "estimate": cell.difference,
                "lo": (cell.interval or (None,))[0],
                "hi": (cell.interval or (None, None))[1],
                "se_sample": None,
            }
            for segment, cell in cells.items()
        },
        "sample_share": {segment: (cell.n_pairs or 0) / total for segment, cell in cells.items()},
        "sample_weighted_estimate": plain.difference if plain else None,
        "population_estimate": whole.difference if whole else None,
        "population_lo": low,
        "population_hi": high,
    }


def partial_pooling(case: Case, _: Path) -> dict[str, Any]:
    """Paule-Mandel shrinkage, with the search of the program that computed the cases.

    metafor stops at an absolute 1.2e-4, which leaves Q at 3.96 of 4 in one case; the product's own search is exact
    (tests/analysis/test_shrinkage.py), because rare events have variances far below that tolerance.
    """
    given = case["inputs"]
    names = list(given["estimate"])
    metafor = shrinkage.Search(high=100.0, tolerance=EPSILON**0.25)
    estimates, variances = ([given[side][name] for name in names] for side in ("estimate", "variance"))
    found = shrinkage.shrink(estimates, variances, metafor)
    return {
        "Q": found.q,
        "Q_p": found.p,
        "I2_percent": found.i2_percent,
        "PM": {"tau2": found.tau2, "mu": found.mean, "shrunk": dict(zip(names, found.shrunk, strict=True))},
    }


def guardrail_states(case: Case, _: Path) -> dict[str, Any]:
    """States of guardrails."""
    rows = case["inputs"]["rows"]
    return {"states": [guardrail_state(r["improvement_lo"], r["improvement_hi"], r["margin"]) for r in rows]}


def target_states(case: Case, _: Path) -> dict[str, Any]:
    """States of targets."""
    return {
        "states": [
            target_state(r["improvement_lo"], r["improvement_hi"], r["min_worthwhile"], r.get("equivalence"))
            for r in case["inputs"]["rows"]
        ]
    }


def release(case: Case, _: Path) -> dict[str, Any]:
    """The verdict over judged metrics with their acceptances."""
    given = case["inputs"]
    today = date.fromisoformat(given["today"])
    responses = {(item["metric"], item.get("segment", "*")): _response(item) for item in given.get("acceptances", ())}
    judged = [
        Judged(
            metric=item["name"],
            segment=item.get("segment", "*"),
            role=item["role"],
            state=item["state"],
            problem=problem_of(
                responses.get((item["name"], item.get("segment", "*"))),
                item.get("lo"),
                given["evidence_hash"],
                today,
            ),
            in_scope=item.get("rollout", 1) > 0,
            missing_decides=item.get("missing_decides", False),
        )
        for item in given["metrics"]
    ]
    fatal = [item["name"] for item in given.get("integrity", ()) if item["status"] == "fatal"]
    return _told(recommend(judged, fatal, _leading(given)))


def _leading(given: Mapping[str, Any]) -> LeadingView:
    """The view that a case names as leading; money where it names none."""
    value, score = given.get("value") or {}, given.get("score") or {}
    name = given.get("leading") or ("value" if "p_positive" in value else "score")
    money, points = (view.get("mean", view.get("difference")) or 0.0 for view in (value, score))
    p = (value if name == "value" else score).get("p_positive")
    return LeadingView(name if p is not None else None, p, is_conflict=money * points < 0)


def _response(item: dict[str, Any]) -> Response:
    who = item.get("accepter")
    name, _, role = (who or "").partition(", ")
    expires = item.get("expires")
    return Response(
        metric=item["metric"],
        segment=item.get("segment", "*"),
        action=item.get("action", "accept"),
        accepted_up_to=item.get("accepted_up_to"),
        rationale=item.get("rationale"),
        mitigation=item.get("mitigation"),
        owner=item.get("owner"),
        accepter=Person(name=name, role=role) if who else None,
        expires=date.fromisoformat(expires) if expires else None,
        evidence_hash=item.get("evidence_hash"),
    )


def _told(verdict: Verdict) -> dict[str, Any]:
    return {"verdict": verdict.recommendation, "reasons": sorted(verdict.reasons)}


def two_metric_core(case: Case, _: Path) -> dict[str, Any]:
    """One goal and one guardrail with Wald intervals, which only this cross-check uses."""
    answers = {}
    for name, row in case["inputs"]["rows"].items():
        n = row["n_per_arm"]
        task = _wald(row["task_treatment"], row["task_control"], n)
        harm = tuple(-end for end in reversed(_wald(row["harm_treatment"], row["harm_control"], n)))
        task_state = target_state(*task, 0.0)
        harm_state = guardrail_state(harm[0], harm[1], row["harm_margin"])
        judged = [Judged("task", "*", "target", task_state), Judged("harm", "*", "guardrail", harm_state)]
        verdict = recommend(judged, (), LeadingView()).recommendation
        answers[name] = {
            "task_state": task_state,
            "harm_state": harm_state,
            "verdict": verdict,
            "expgate": EXPGATE_WORDS.get(verdict, "HOLD"),
            "task_interval": list(task),
            "harm_improvement_interval": list(harm),
        }
    return answers


def _wald(after: int, before: int, n: int) -> tuple[float, float]:
    rates_seen = after / n, before / n
    half = Z_95 * math.sqrt(sum(rate * (1 - rate) / n for rate in rates_seen))
    return rates_seen[0] - rates_seen[1] - half, rates_seen[0] - rates_seen[1] + half


def end_to_end(case: Case, folder: Path) -> dict[str, Any]:
    """From a file to the verdict."""
    given = case["inputs"]
    metrics = {item["name"]: item for item in given["metrics"]}
    seen = observe(
        folder / given["csv"],
        {name: item["type"] for name, item in metrics.items()},
        lower_is_better=[name for name, item in metrics.items() if item["better"] == "lower"],
        segment=given["segment"],
        drop_value={name: item["drop_value"] for name, item in metrics.items() if "drop_value" in item},
    )
    gates = [_gate(item) for item in given["metrics"]]
    project = decide(seen, partition=("segment",), gates={gate.id: gate for gate in gates}, replicates=100)
    if isinstance(given["exposure_share"], dict):
        project = with_shares(project, given["exposure_share"])
    found = build_evidence(seen, project)
    today = date.fromisoformat(given["today"]) if given.get("today") else None
    outcome = evaluate(_answered(project, found, given.get("acceptances", ())), found, as_of=today)
    answers = {name: _metric_answer(outcome, name, item["better"]) for name, item in metrics.items()}
    return {"metrics": answers, **_told(outcome.verdict)}


def _answered(project: Project, found: Evidence, acceptances: Sequence[dict[str, Any]]) -> Project:
    """The project with these acceptances; one that names no evidence speaks of that at hand."""
    scenario = project.scenario()
    reading = read_scenario(project, scenario, found)
    responses = {}
    for item in acceptances:
        digest = item.get("evidence_hash") or reading.evidence_hash(item["metric"], item.get("segment", EVERYONE))
        response = _response({**item, "evidence_hash": digest})
        responses[response.key] = response
    return project.with_item("scenarios", scenario.model_copy(update={"regressions": responses}))


def _gate(item: dict[str, Any]) -> Gate:
    name = item["name"]
    if item["role"] == "safety_gate":
        return Gate(id=name, metric=name, rule="absolute_limit", limit=item["limit"])
    if item["role"] == "guardrail":
        relative = item.get("margin_relative")
        margin = None if relative is not None else item["margin"]
        return Gate(id=name, metric=name, rule="non_inferiority", margin=margin, margin_relative=relative)
    if item.get("target") is not None:
        return Gate(id=name, metric=name, rule="absolute_target", target=item["target"])
    worthwhile, band = item.get("min_worthwhile", 0.0), item.get("equivalence")
    return Gate(id=name, metric=name, rule="superiority", min_worthwhile=worthwhile, equivalence=band)


def _metric_answer(outcome: Outcome, name: str, better: str) -> dict[str, Any]:
    effect = outcome.effect(name)
    assert effect is not None
    assert effect.interval is not None
    low, high = effect.interval
    gain = (low, high) if better == "higher" else (-high, -low)
    state = next(gate.state for gate in outcome.gates if gate.metric == name)
    return {
        "estimate": effect.difference,
        "lo": low,
        "hi": high,
        "improvement_lo": gain[0],
        "improvement_hi": gain[1],
        "state": state,
    }
