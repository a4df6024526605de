"""Fills the evaluate document from an outcome; every sentence comes from the one voice of the product."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from tradeoff_app.analysis.agreement_readings import AgreementReading
from tradeoff_app.analysis.effects import Estimate
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.score import Score
from tradeoff_app.analysis.sensitivity import Sensitivity
from tradeoff_app.analysis.value import NetValue, Summary
from tradeoff_app.analysis.verdict import RegressionState, RuleOutcome
from tradeoff_app.analysis.weight_space import WeightSpace
from tradeoff_app.cli import evaluate_models as models
from tradeoff_app.cli import sensitivity_models
from tradeoff_app.cli.documents import Part
from tradeoff_app.model.project import Project
from tradeoff_app.model.sealing import is_intact
from tradeoff_app.wording.speaker import Speaker

P = TypeVar("P", bound=Part)

NOTHING_ACCEPTED = "no regression was accepted"


def make_document(project: Project, outcome: Outcome, content_sha256: str, language: str) -> models.EvaluateDocument:
    """The document of one scenario's outcome."""
    speaker = Speaker(project, language)
    scenario = project.scenario(outcome.scenario)
    return models.EvaluateDocument(
        project=models.ProjectPart(id=project.id, title=project.title, sha256=content_sha256),
        scenario=models.ScenarioPart(id=scenario.id, label=scenario.name, candidate=outcome.candidate),
        evidence_hash=outcome.evidence_hash,
        as_of=outcome.as_of.isoformat() if outcome.as_of else None,
        seed=project.seed,
        replicates=project.replicates,
        evidence=_evidence(outcome, speaker),
        effects=tuple(_pick(models.EffectPart, effect, why=_why(effect.why, speaker)) for effect in outcome.effects),
        gates=tuple(_gate(gate, speaker) for gate in outcome.gates),
        value=_value(
            outcome.value, speaker.value_why(outcome) if outcome.value_why else None, project, outcome.scenario
        ),
        candidates=tuple(_pick(models.CandidatePart, standing) for standing in outcome.standings),
        score=_score(outcome.score, _why(outcome.score_why, speaker)),
        sensitivity=_sensitivity(outcome.sensitivity, outcome, speaker),
        verdict=_verdict(project, outcome, speaker),
        regressions=tuple(_regression(item, outcome, speaker) for item in outcome.regressions),
        unproven=tuple(_regression(item, outcome, speaker) for item in outcome.unproven),
        swept_regressions=tuple(_pick(models.SweptPart, effect) for effect in outcome.swept_regressions),
        statements=_statements(outcome, speaker),
    )


def _pick(model: type[P], result: object, **more: Any) -> P:
    """The part of the document that has the same names as a result."""
    return model(**{name: getattr(result, name) for name in model.model_fields if name not in more}, **more)


def _why(code: str | None, speaker: Speaker) -> str | None:
    """The reason of an unknown number in words."""
    return speaker.voice.say_reason("why", code) if code else None


def _evidence(outcome: Outcome, speaker: Speaker) -> models.EvidencePart:
    findings = tuple(_pick(models.FindingPart, found, text=speaker.finding(found)) for found in outcome.findings)
    return models.EvidencePart(
        grade=outcome.grade,
        sound=outcome.is_sound,
        findings=findings,
        agreement=tuple(_agreement(reading, speaker) for reading in outcome.agreement),
        judges=tuple(
            models.JudgePart(
                judge=reading.judge,
                people=reading.people,
                agreement=_agreement(reading.agreement, speaker),
                mean_difference=_estimate(reading.mean_difference, speaker),
            )
            for reading in outcome.judges
        ),
        proxies=tuple(
            _pick(
                models.ProxyPart,
                reading,
                association=_estimate(reading.association, speaker),
                implied=_estimate(reading.implied, speaker),
            )
            for reading in outcome.proxies
        ),
    )


def _agreement(reading: AgreementReading, speaker: Speaker) -> models.AgreementPart:
    numbers = {name: _estimate(getattr(reading, name), speaker) for name in ("alpha", "gwet", "percent")}
    return _pick(models.AgreementPart, reading, **numbers)


def _estimate(found: Estimate, speaker: Speaker) -> models.EstimatePart:
    return _pick(models.EstimatePart, found, why=_why(found.why, speaker))


def _gate(result: GateResult, speaker: Speaker) -> models.GatePart:
    return _pick(
        models.GatePart,
        result,
        id=result.gate.id,
        rule=result.gate.rule,
        limit=result.threshold,
        why=_why(result.why, speaker),
        text=speaker.gate(result),
    )


def _value(value: NetValue | None, why: str | None, project: Project, scenario: str) -> models.ValuePart:
    numbers = (
        *("p_positive", "expected_loss_if_ship", "expected_loss_if_hold", "evpi", "share_of_variance_from_data"),
    )
    month = _summary(value.per_month if value else None)
    horizon = _summary(value.over_horizon if value else None)
    cells = value.by_cell if value else ()
    return models.ValuePart(
        currency=project.currency,
        per_month=models.MonthPart(**month),
        over_horizon=models.HorizonPart(months=project.horizon_months, **horizon),
        **{name: getattr(value, name, None) for name in numbers},
        running_cost_per_month=value.running_cost if value else None,
        one_off_cost=project.scenario(scenario).one_off_cost,
        by_cell=tuple(_pick(models.CellPart, cell) for cell in cells),
        why=why,
    )


def _summary(summary: Summary | None) -> dict[str, Any]:
    return {name: getattr(summary, name, None) for name in ("mean", "median", "interval", "interval_80")}


def _score(score: Score | None, why: str | None) -> models.ScorePart:
    numbers = ("baseline", "candidate", "difference", "interval", "p_positive")
    return models.ScorePart(
        **{name: getattr(score, name, None) for name in numbers},
        by_metric=tuple(_pick(models.ScoreMetricPart, part) for part in (score.by_metric if score else ())),
        equivalents=dict(score.equivalents) if score else {},
        why=why,
    )


def _sensitivity(sensitivity: Sensitivity, outcome: Outcome, speaker: Speaker) -> sensitivity_models.SensitivityPart:
    return sensitivity_models.SensitivityPart(
        tornado=tuple(
            _pick(sensitivity_models.TornadoPart, bar, text=speaker.tornado_input(bar.input))
            for bar in sensitivity.tornado
        ),
        weight_flips=tuple(
            _pick(sensitivity_models.WeightFlipPart, flip, why=_why(flip.why, speaker))
            for flip in sensitivity.weight_flips
        ),
        break_even=tuple(
            _pick(sensitivity_models.BreakEvenPart, item, text=speaker.break_even(item, outcome))
            for item in sensitivity.break_even
        ),
        ship_share=sensitivity.ship_share,
        margin_flips=tuple(_pick(sensitivity_models.MarginFlipPart, flip) for flip in sensitivity.margin_flips),
        smallest_weight_move=sensitivity.smallest_weight_move,
        weight_space=_weight_space(sensitivity.weight_space),
        rollout_flips=tuple(
            _pick(sensitivity_models.RolloutFlipPart, flip, why=_why(flip.why, speaker))
            for flip in sensitivity.rollout_flips
        ),
        effect_flips=tuple(
            _pick(sensitivity_models.EffectFlipPart, flip, why=_why(flip.why, speaker))
            for flip in sensitivity.effect_flips
        ),
        dominance=_dominance(outcome, speaker),
        why=None if sensitivity.ship_share is not None else _why(outcome.score_why or "no_swing", speaker),
    )


def _weight_space(space: WeightSpace | None) -> sensitivity_models.WeightSpacePart | None:
    if space is None:
        return None
    options = tuple(_pick(sensitivity_models.OptionPart, option) for option in space.options)
    return _pick(sensitivity_models.WeightSpacePart, space, options=options)


def _dominance(outcome: Outcome, speaker: Speaker) -> sensitivity_models.DominancePart | None:
    if outcome.dominance is None:
        return None
    return _pick(sensitivity_models.DominancePart, outcome.dominance, text=speaker.dominance(outcome))


def _verdict(project: Project, outcome: Outcome, speaker: Speaker) -> models.VerdictPart:
    decision = project.scenario(outcome.scenario).decision
    return models.VerdictPart(
        recommendation=outcome.verdict.recommendation,
        decision=decision.model_dump(mode="json") if decision else None,
        reasons=outcome.verdict.reasons,
        trace=tuple(_rule(rule, outcome, speaker) for rule in outcome.verdict.trace),
        title=speaker.verdict_title(outcome),
        reason_texts=tuple(speaker.reason(code, outcome) for code in outcome.verdict.reasons),
        remarks=speaker.remarks(outcome),
        sealed=_seal(project),
        moved=speaker.moved(),
    )


def _seal(project: Project) -> models.SealPart | None:
    sealed = project.sealed
    if sealed is None:
        return None
    return models.SealPart(at=sealed.at, sha256=sealed.sha256, intact=bool(is_intact(project)))


def _rule(rule: RuleOutcome, outcome: Outcome, speaker: Speaker) -> models.RulePart:
    return models.RulePart(
        rule=rule.rule,
        inputs=plain(rule.inputs),
        outcome="applies" if rule.applies else "does_not_apply",
        reasons=rule.reasons,
        text=speaker.rule(rule, outcome),
    )


def plain(value: Any) -> Any:
    """The value in JSON's own types; a number that is not finite is unknown."""
    if isinstance(value, dict) or hasattr(value, "items"):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(inner) for inner in value]
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return int(value)
    number = float(value)
    return number if abs(number) < float("inf") else None


def _regression(item: RegressionState, outcome: Outcome, speaker: Speaker) -> models.RegressionPart:
    people = item.people_per_month
    return models.RegressionPart(
        metric=item.metric,
        segment=item.segment,
        accepted=item.is_accepted,
        action=item.response.action if item.response else None,
        problem=item.problem,
        missing=item.missing,
        gate_state=item.gate_state,
        within_margin=item.within_margin,
        people_per_month=models.PeoplePart(
            estimate=people[0] if people else None,
            interval=people[1:] if people else None,
            why=None if people else speaker.people_why(item),
        ),
        statement=speaker.regression(item, outcome),
    )


def _statements(outcome: Outcome, speaker: Speaker) -> models.StatementsPart:
    said = speaker.statements(outcome)
    return models.StatementsPart(
        exchange=said["exchange"],
        better=tuple(said["better"]),
        worse=tuple(said["worse"]),
        cannot_tell=tuple(said["cannot_tell"]),
        objections=tuple(_pick(models.ObjectionPart, each) for each in speaker.objections(outcome)),
        why=None if said["exchange"] else NOTHING_ACCEPTED,
    )
