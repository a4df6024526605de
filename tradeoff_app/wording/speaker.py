"""The one voice of the product: everything that window, briefing and command line say about numbers and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.analysis.rates import Level
from tradeoff_app.analysis.rollout_reading import RolloutReading, StopReading
from tradeoff_app.analysis.score import Score
from tradeoff_app.analysis.sensitivity import BreakEven
from tradeoff_app.analysis.verdict import RegressionState, RuleOutcome
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.project import Project
from tradeoff_app.wording import (
    agreement,
    cells,
    comparing,
    effects,
    findings,
    firmness,
    flips,
    gates,
    inputs,
    memo,
    references,
    regressions,
    remarks,
    rollout,
    states,
    trace,
    typed_texts,
    value,
    verdict,
)
from tradeoff_app.wording.memo import Ask
from tradeoff_app.wording.voice import Voice


class Speaker:
    """Says a project's results in one language, as plain text with ordinary spaces (`typography.typeset` binds them).

    Raises KeyError for a language that has no wording. Nothing here raises for missing numbers: what is not known is
    said to be unknown, with its reason.
    """

    def __init__(self, project: Project, language: str = "en") -> None:
        self.project = project
        self.voice = Voice(project, language)
        self.numbers = self.voice.numbers

    # Effects

    def effect(self, effect: Effect, outcome: Outcome | None = None, denominator: int | None = None) -> str:
        """The full sentence of an effect, with its month where `outcome` knows the volume."""
        return effects.sentence(self.voice, effect, outcome, denominator)

    def effect_short(self, effect: Effect, denominator: int | None = None) -> str:
        """The change and its interval: "For every 1,000 rare queries, 3 more irrelevant answers (1 to 5 more)"."""
        return effects.short(self.voice, effect, denominator)

    def denominator(self, told: Iterable[Effect]) -> int | None:
        """The largest denominator that these effects need; None where none of them is a rate."""
        return effects.common_denominator(self.voice, told)

    def change(self, effect: Effect) -> str:
        """The signed change for a cell, without its unit: "+0.3"; empty where there is none."""
        return cells.change(self.voice, effect)

    def change_with_unit(self, effect: Effect) -> str:
        """The change with its unit and direction: "4.4 percentage points higher", "0.1 s longer"."""
        return cells.change_with_unit(self.voice, effect)

    def amount(self, metric_id: str, value: float) -> str:
        """A level with its unit: "2.1 s", "62.4%", "4.52"."""
        return cells.limit(self.voice, metric_id, value)

    def level(self, metric_id: str, value: float | None) -> str:
        """A level for a cell, without its unit: "62.4"; "not measured" for None."""
        return cells.level(self.voice, metric_id, value)

    def interval(self, metric_id: str, low: float | None, high: float | None) -> str:
        """Both ends of a change for a cell: "2.8 to 5.9"; empty where there is none."""
        return cells.interval(self.voice, metric_id, low, high)

    def level_of(self, effect: Effect, value: float | None) -> str:
        """A level of an effect, with the decimals that both of its levels share: "0.03" beside "0.00"."""
        return cells.level_of(self.voice, effect, value)

    def interval_of(self, effect: Effect) -> str:
        """Both ends of an effect's change, with the decimals of its levels; empty where there is none."""
        return cells.interval_of(self.voice, effect)

    def unit_line(self, metric_id: str) -> str:
        """What the numbers of a metric are counted in: "% of queries", "1–5", "s"."""
        return cells.unit_line(self.voice, metric_id)

    def threshold(self, metric_id: str, value: float | None) -> str:
        """A margin, limit or target with its unit: "0.4 points", "0.5 s", "4.50"."""
        return cells.threshold(self.voice, metric_id, value)

    def people(self, about: RegressionState | Effect, outcome: Outcome | None = None) -> str:
        """How many more or fewer each month, with the interval; "monthly volume not stated" where that is so."""
        return effects.people(self.voice, about, outcome)

    def people_cell(self, about: RegressionState | Effect, outcome: Outcome | None = None) -> tuple[str, str]:
        """The same for a cell: ("+120", "41 to 200"); two empty texts where there is no volume."""
        return effects.people_cell(self.voice, about, outcome)

    def people_why(self, about: RegressionState | Effect) -> str:
        """Why there is no number of people a month."""
        return effects.people_why(self.voice, about)

    def needs_more(self, about: Effect | GateResult) -> str:
        """What it takes to know: "an estimated 2.3 times as many queries would decide"; empty where not computed."""
        return effects.needs_more(self.voice, about)

    def detectable(self, effect: Effect) -> str:
        """ "a true change of 1.3 points would be seen in 8 of 10 such comparisons"; empty where not known."""
        return effects.detectable(self.voice, effect)

    # Names and states

    def metric(self, metric_id: str) -> str:
        """The metric's name as a heading."""
        return self.project.metric_name(metric_id)

    def segment(self, segment_id: str) -> str:
        """The segment's name as a heading: "All users" for `*`, else its label."""
        return self.voice.segment(segment_id)

    def cell(self, metric_id: str, segment_id: str) -> str:
        """A metric in a segment: "answer quality (rare queries)"."""
        return self.voice.cell(metric_id, segment_id)

    def listed(self, names: Iterable[str]) -> str:
        """Names in a row: "a, b and c"."""
        return self.voice.language.listed(tuple(names))

    def names(self, metric_ids: Iterable[str]) -> str:
        """Metrics in a row, as inside a sentence."""
        return self.listed(self.voice.metric_inside(metric_id) for metric_id in metric_ids)

    def candidate(self, candidate_id: str) -> str:
        """The name of a version that is compared."""
        return memo.candidate(self.voice, candidate_id)

    def state(self, about: Effect | GateResult | RegressionState | str, outcome: Outcome | None = None) -> str:
        """The plain word of a state; with `outcome`, a regression that was accepted says "Accepted"."""
        return states.word(self.voice, about, outcome)

    # Verdict bar

    def verdict_title(self, outcome: Outcome) -> str:
        """The recommendation with what makes it: "Ship with 1 accepted regression", "Hold: can’t tell on new users"."""
        return verdict.title(self.voice, outcome)

    def safety_line(self, outcome: Outcome) -> str:
        """The safety gates in one line: "Safety gates pass (2 of 2)"."""
        return verdict.safety_line(self.voice, outcome)

    def loss_line(self, outcome: Outcome) -> str:
        """What users lose most: the worst regression in natural frequencies, or that none was found."""
        return verdict.loss_line(self.voice, outcome)

    def worth_line(self, outcome: Outcome) -> str:
        """The worth per month with its interval, or why it is not known."""
        return value.worth_line(self.voice, outcome)

    def flip_line(self, outcome: Outcome) -> str:
        """The assumption that turns the answer first: "one irrelevant answer costs over $420"."""
        return flips.line(self.voice, outcome)

    # Gates, rules, evidence

    def gate(self, result: GateResult) -> str:
        """A gate's result in one sentence."""
        return gates.sentence(self.voice, result)

    def gate_evidence(self, result: GateResult) -> str:
        """The numbers that decide a gate, without its name and state."""
        return gates.evidence(self.voice, result)

    def gate_name(self, gate: Gate) -> str:
        """The rule as a name: "Irrelevant answer (rare queries) must not get worse by more than 0.4 points"."""
        return gates.name(self.voice, gate)

    def rule(self, rule: RuleOutcome, outcome: Outcome) -> str:
        """One line of the trace: its title and what it rests on."""
        return trace.sentence(self.voice, rule, outcome)

    def rule_parts(self, rule: RuleOutcome, outcome: Outcome) -> tuple[str, str]:
        """The same as (title, detail) for two columns; a rule that was not reached says so."""
        return trace.shown_parts(self.voice, rule, outcome)

    def reason(self, code: str, outcome: Outcome | None = None) -> str:
        """A reason code of the verdict in words."""
        return trace.reason(self.voice, code, outcome)

    def finding(self, finding: Finding) -> str:
        """A finding about the evidence in words."""
        return findings.sentence(self.voice, finding)

    def grade(self, grade: str) -> str:
        """The grade of the evidence: "the same items answered by both versions"."""
        return findings.grade(self.voice, grade)

    # Regressions and the exchange

    def problem(self, regression: RegressionState) -> str:
        """Why a response does not hold yet: "the owner is missing"; empty where it holds."""
        return regressions.problem(self.voice, regression)

    def exceeded(self, regression: RegressionState) -> str:
        """Who accepted how much and what the data allow; empty where no acceptance is exceeded."""
        return regressions.exceeded(self.voice, regression)

    def acceptance_needed(self, regression: RegressionState) -> str:
        """How much an acceptance would have to cover; empty where that is not known."""
        return regressions.acceptance_needed(self.voice, regression)

    def regression(self, regression: RegressionState, outcome: Outcome) -> str:
        """The regression in full with how it was answered."""
        return regressions.sentence(self.voice, regression, outcome)

    def regression_title(self, regression: RegressionState) -> str:
        """The heading of its card: "Irrelevant answers on rare queries"."""
        return regressions.heading(self.voice, regression)

    def acceptance(self, regression: RegressionState) -> str:
        """How it is mitigated, who accepted it, until when; empty where it was not accepted."""
        return regressions.record(self.voice, regression)

    def exchange(self, outcome: Outcome, *, with_record: bool = True) -> str | None:
        """ "We accept … in exchange for …, leading to …"; None where no regression was accepted."""
        return regressions.exchange(self.voice, outcome, with_record=with_record)

    def exchange_short(self, outcome: Outcome) -> str | None:
        """The exchange without levels and intervals of its two halves, for a page that shows them beside it."""
        return regressions.exchange_short(self.voice, outcome)

    def statements(self, outcome: Outcome) -> dict[str, Any]:
        """`exchange` (text or None) and lists of sentences `better`, `worse`, `cannot_tell`."""
        return regressions.statements(self.voice, outcome)

    # Inputs, value and sensitivity

    def assumption(self, path: str) -> str:
        """An assumed input with its value: "Completed task, $4.00"."""
        return inputs.assumption(self.voice, path)

    def tornado_input(self, path: str) -> str:
        """The name of an input: "Irrelevant answer costs", "Effect in production"."""
        return inputs.name(self.voice, path)

    def short_input(self, path: str, most: int) -> str:
        """The name of an input in at most so many letters, for a narrow plot."""
        return inputs.short_name(self.voice, path, most)

    def input_value(self, path: str, value: float | None) -> str:
        """A value of an input with its unit: "$420", "13%", "40,000"."""
        return inputs.estimate(self.voice, path, value)

    def stated_value(self, path: str, value: float) -> str:
        """A value of an input as somebody stated it, with the digits it has: "$4.00", "100%", "40,000"."""
        return inputs.stated(self.voice, path, value)

    def stated_range(self, path: str, low: float, high: float) -> str:
        """Two values of an input with the unit they share: "$2.50 to $6.00", "+2.8 to +5.9 points"."""
        return inputs.stated_range(self.voice, path, low, high)

    def break_even(self, item: BreakEven, outcome: Outcome | None = None) -> str:
        """Where an input turns the value: "Pays off unless one irrelevant answer costs more than $420 (now $8.00)."."""
        return flips.break_even(self.voice, item, outcome)

    def remarks(self, outcome: Outcome) -> tuple[str, ...]:
        """What has to be said beside the verdict: gaps that decide, views that disagree, rules that nobody stated."""
        return remarks.remarks(self.voice, outcome)

    def objections(self, outcome: Outcome) -> tuple[typed_texts.Objection, ...]:
        """Objections to what people typed in the outcome's scenario, as warnings."""
        return typed_texts.objections(self.voice, self.voice.scenario(outcome.scenario))

    def agreement(self, outcome: Outcome) -> tuple[str, ...]:
        """How far raters agree, and judges beside people, one sentence each."""
        return agreement.sentences(self.voice, outcome)

    def moved(self) -> tuple[str, ...]:
        """Gates and weights that moved after the seal, or after results were seen."""
        return remarks.moved(self.voice)

    def dominance(self, outcome: Outcome) -> str:
        """Whether the candidate is at least as good everywhere: what needs no weights."""
        return firmness.dominance(self.voice, outcome)

    def rollout_flips(self, outcome: Outcome) -> tuple[str, ...]:
        """Where the rollout share of a segment turns the value."""
        return firmness.rollout(self.voice, outcome)

    def weight_questions(self, outcome: Outcome) -> tuple[str, ...]:
        """Where points and prices give a metric weights that lie far apart, as questions."""
        return firmness.weight_questions(self.voice, outcome)

    def ship_share(self, outcome: Outcome) -> str:
        """In which share of all weightings shipping leads; empty without a score."""
        return firmness.ship_share(self.voice, outcome)

    def weights(self, outcome: Outcome) -> tuple[str, ...]:
        """What other weights would say, in sentences; none without a score of several metrics."""
        said = firmness.weights(self.voice, outcome), firmness.smallest_move(self.voice, outcome)
        return tuple(text for text in said if text)

    def value_sentence(self, outcome: Outcome) -> str:
        """The worth per month as a sentence, or why it is not known."""
        return value.sentence(self.voice, outcome)

    def value_why(self, outcome: Outcome) -> str:
        """Why there is no value in money: "no monthly volume is stated for new users"."""
        return value.why(self.voice, outcome)

    def score_sentence(self, outcome: Outcome) -> str:
        """The change of the score as a sentence, or why it is not known."""
        return value.score_sentence(self.voice, outcome)

    def equivalents(self, score: Score) -> str:
        """Changes that weigh the same: "+1.0 point of … = …"; empty where no reference is set."""
        return value.equivalents(self.voice, score)

    def counted_move(self, metric: str, amount: float) -> str:
        """An improvement by so many units: "2.0 completed tasks more"."""
        return value.counted_move(self.voice, metric, amount)

    def loss(self, metric: str) -> str:
        """A change for the worse without its size: "more irrelevant answers in 100"."""
        return value.loss(self.voice, metric)

    def loss_question(self, metric: str, size: float) -> str:
        """The half of a question that names a small loss: "1 fewer completed task in 100 is as bad as"."""
        return value.loss_question(self.voice, metric, size)

    # References

    def references(self, levels: Mapping[tuple[str, str, str], Level], metric: str, segment: str) -> str:
        """The levels of versions that are shown and never judged; empty where there are none."""
        return references.references(self.voice, levels, metric, segment)

    # Rollout

    def stages(self, told: RolloutReading) -> tuple[rollout.ToldStage, ...]:
        """The stages of a rollout plan as rows."""
        return rollout.stages(self.voice, told)

    def no_stages(self, told: RolloutReading) -> str:
        """Why the stages have no numbers; empty where they have."""
        return rollout.no_stages(self.voice, told)

    def stop_rule(self, stop: StopReading) -> str:
        """ "Stop at more than 60 irrelevant answers in the first 2,000 rare queries."."""
        return rollout.stop_rule(self.voice, stop)

    def stop_chances(self, stop: StopReading) -> str:
        """How often the rule stops where all is as measured, and where the harm is there."""
        return rollout.stop_chances(self.voice, stop)

    # Memo, comparison, dates

    def ask(self, outcome: Outcome) -> Ask:
        """The memo's title and its ask in one sentence."""
        return memo.ask(self.voice, outcome)

    def difference(self, item: str, mine: Any, theirs: Any, kind: str = "changed") -> str:
        """A difference between two project files in words: "Rare queries: value weight 0.5 → 0.8"."""
        return comparing.difference(self.voice, item, mine, theirs, kind)

    def item(self, item: str, value: Any) -> str:
        """A whole item that only one of two project files has, with what it says."""
        return comparing.whole(self.voice, item, value)

    def date(self, day: date | str) -> str:
        """A date in words."""
        return self.numbers.date(day)
