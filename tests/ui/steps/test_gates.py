"""Gates: sentences with numbers; an edit acts at once and says that the results were known."""

from __future__ import annotations

from datetime import UTC, date, datetime

from tests.ui.steps.stories import TODAY, show_step
from tradeoff_app.analysis.gates import GateResult
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.metric import Metric
from tradeoff_app.ui.steps.gates.gate_row import worst_of
from tradeoff_app.ui.steps.gates.page import GatesStep
from tradeoff_app.ui.steps.gates.thresholds import new_gate, threshold_of, unit_for


def _section(step: GatesStep, role: str):  # type: ignore[no-untyped-def]
    return next(section for section in step.sections if section.role == role)


def test_that_gates_stand_in_their_sections_with_a_state() -> None:
    step = show_step(GatesStep)
    assert [list(section.rows) for section in step.sections] == [
        ["unsafe"],
        ["irrelevant", "handover", "seconds"],
        ["task", "quality"],
    ]
    assert _section(step, "safety_gate").rows["unsafe"].state.text() == "Pass"
    assert _section(step, "guardrail").rows["irrelevant"].state.text() == "Accepted"


def test_that_a_margin_is_typed_in_points_and_marked_as_changed_late() -> None:
    step = show_step(GatesStep)
    row = _section(step, "guardrail").rows["irrelevant"]
    assert row.limit.value() == 0.4
    row.limit.setValue(0.6)
    gate = step.document.project.gates["irrelevant"]
    assert gate.margin == 0.006
    assert gate.changed_after_results
    assert step.document.undo_name == "Irrelevant answer: margin 0.4 → 0.6 points"
    assert row.badge.isVisible()
    assert row.badge.word() == "Moved after results"
    step.document.undo()
    assert not row.badge.isVisible()
    assert not step.document.project.gates["irrelevant"].changed_after_results


def test_that_an_agreement_is_no_late_change() -> None:
    step = show_step(GatesStep)
    row = _section(step, "guardrail").rows["seconds"]
    row.agreed_by.setText("Head of engineering")
    row.agreed_by.editingFinished.emit()
    row.agreed_on.setText("2026-10-02")
    row.agreed_on.editingFinished.emit()
    gate = step.document.project.gates["seconds"]
    assert (gate.agreed_by, gate.agreed_on) == ("Head of engineering", date(2026, 10, 2))
    assert not gate.changed_after_results


def test_that_a_gate_is_stated_in_the_form_and_deleted_in_its_row() -> None:
    step = show_step(GatesStep)
    step.add_button.click()
    assert step.form.isVisible()
    step.form.set_kind("target")
    step.form.metric_choice.setCurrentIndex(step.form.metric_choice.findData("task_done"))
    step.form.rule_choice.setCurrentIndex(step.form.rule_choice.findData("absolute_target"))
    step.form.segment_choice.setCurrentIndex(step.form.segment_choice.findData("rare"))
    step.form.number.setValue(48.0)
    step.form.add.click()
    gate = step.document.project.gates["task_done-absolute_target"]
    assert (gate.segment, gate.target, gate.changed_after_results) == ("rare", 0.48, True)
    assert not step.form.isVisible()
    _section(step, "target").rows[gate.id].delete.click()
    assert gate.id not in step.document.project.gates
    step.document.undo()
    assert gate.id in step.document.project.gates


def test_that_a_rule_without_a_number_asks_for_none() -> None:
    step = show_step(GatesStep)
    step.add_button.click()
    step.form.set_kind("safety_gate")
    step.form.rule_choice.setCurrentIndex(step.form.rule_choice.findData("never_event"))
    assert not step.form.number.isVisible()
    step.form.cancel.click()
    assert step.add_button.isEnabled()


def test_that_goals_nobody_stated_are_shown_as_assumed_and_can_be_stated() -> None:
    step = show_step(GatesStep)
    step.document.edit(step.document.project.change(gates={}), "No gates")
    section = _section(step, "target")
    assert section.assumed
    row = next(iter(section.assumed.values()))
    row.button.click()
    assert len(step.document.project.gates) == 1


def test_that_an_empty_section_says_what_belongs_there() -> None:
    step = show_step(GatesStep)
    step.document.edit(step.document.project.without_item("gates", "unsafe"), "Delete")
    section = _section(step, "safety_gate")
    assert section.empty.isVisible()
    assert not section.ledger.isVisible()


def test_that_the_worst_result_decides_what_a_row_says() -> None:
    gate = Gate(id="g", metric="m", rule="non_inferiority", margin=0.1)

    def result(state: str, segment: str) -> GateResult:
        return GateResult(gate, "m", segment, "candidate", "guardrail", state, 0.1)  # type: ignore[arg-type]

    worst = worst_of([result("NON_INFERIOR", "*"), result("REGRESSED", "rare"), result("INCONCLUSIVE", "other")])
    assert worst is not None
    assert worst.segment == "rare"
    assert worst_of([]) is None


def test_that_new_gates_get_ids_of_their_own() -> None:
    step = show_step(GatesStep)
    metric = step.document.project.metrics["seconds"]
    first = new_gate(set(), metric, "*", "non_inferiority", 0.5)
    second = new_gate({first.id}, metric, "*", "non_inferiority", 0.5)
    assert first.id != second.id
    assert first.margin == 0.5
    assert TODAY.year == 2026


def test_that_a_relative_margin_is_typed_in_percent_of_today() -> None:
    gate = Gate(id="g", metric="m", rule="non_inferiority", margin_relative=0.05)
    threshold = threshold_of(gate, None)
    assert threshold is not None
    assert (threshold.shown(gate), threshold.unit) == (5.0, "% of today")


def test_that_a_margin_on_money_holds_fractions_of_a_cent() -> None:
    metric = Metric(id="cost", type="money", better="lower")
    gate = new_gate(set(), metric, "*", "non_inferiority", 0.0015)
    assert gate.margin == 0.0015
    assert unit_for("non_inferiority", metric)[2] >= 4


def test_that_the_form_reads_as_a_sentence_for_each_kind_of_gate() -> None:
    step = show_step(GatesStep)
    step.add_button.click()
    form = step.form
    form.set_kind("safety_gate")
    form.metric_choice.setCurrentIndex(form.metric_choice.findData("irrelevant"))
    form.number.setValue(3.0)
    assert form.sentence() == "A user must never meet Irrelevant answer more often than 3.00 % among All users"
    form.rule_choice.setCurrentIndex(form.rule_choice.findData("never_event"))
    assert form.sentence() == "A user must never meet Irrelevant answer at all among All users"
    form.metric_choice.setCurrentIndex(form.metric_choice.findData("quality"))
    form.rule_choice.setCurrentIndex(form.rule_choice.findData("absolute_limit"))
    assert form.rule_choice.currentText() == "below"
    form.set_kind("guardrail")
    assert not form.rule_choice.isVisible()
    assert form.sentence().startswith("Answer quality must not get worse by more than")


def test_that_gates_are_sealed_with_time_and_fingerprint_as_one_step_that_undo_takes_back() -> None:
    step = show_step(GatesStep)
    step.now = lambda: datetime(2026, 10, 1, 9, 0, tzinfo=UTC)
    step.seal.seal.click()
    sealed = step.document.project.sealed
    assert sealed is not None
    assert sealed.at == "2026-10-01T09:00:00Z"
    assert step.document.undo_name == "Seal gates"
    assert step.seal.text.text().startswith("Sealed on 1 October 2026, 09:00 UTC.")
    assert sealed.sha256[:4] in step.seal.fingerprint.text()
    assert step.seal.chip.word() == "Sealed"
    step.document.undo()
    assert step.document.project.sealed is None
    assert step.seal.seal.isVisible()


def test_that_a_move_after_the_seal_is_told_in_words_and_marked_in_its_row() -> None:
    step = show_step(GatesStep)
    step.seal.seal.click()
    row = _section(step, "guardrail").rows["irrelevant"]
    row.limit.setValue(0.6)
    assert step.seal.chip.word() == "Moved after sealing"
    assert step.seal.moves.text().startswith("Changed after it was sealed:")
    assert row.badge.isVisible()
    assert not _section(step, "guardrail").rows["seconds"].badge.isVisible()


def test_that_unsealing_is_a_step_with_a_name() -> None:
    step = show_step(GatesStep)
    step.seal.seal.click()
    step.seal.unseal.click()
    assert step.document.project.sealed is None
    assert step.document.undo_name == "Unseal gates"


def test_that_a_seal_set_after_the_results_says_what_it_cannot_show() -> None:
    step = show_step(GatesStep)
    step.now = lambda: datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    step.seal.seal.click()
    assert "The results were there before the seal" in step.seal.text.text()


def test_that_the_rubric_of_a_gold_standard_is_stated_beside_its_target() -> None:
    step = show_step(GatesStep)
    assert list(step.rubrics.fields) == ["quality"]
    field = step.rubrics.fields["quality"]
    field.setFocus()
    field.setPlainText("5: solves it in one turn; 1: misleads")
    field.clearFocus()
    assert step.document.project.metrics["quality"].rubric == "5: solves it in one turn; 1: misleads"
    assert step.document.undo_name == "Answer quality: rubric"


def test_that_a_distance_can_not_be_typed_below_zero_and_a_level_can() -> None:
    step = show_step(GatesStep)
    project = step.document.project
    for role in ("safety_gate", "guardrail", "target"):
        for key, row in _section(step, role).rows.items():
            is_level = project.gates[key].rule in ("absolute_limit", "absolute_target")
            row.limit.setValue(-3.0)
            assert (row.limit.value() < 0) == is_level
    step.form.open_with(step.speaker())
    for index in range(step.form.rule_choice.count()):
        step.form.rule_choice.setCurrentIndex(index)
        step.form.number.setValue(-3.0)
        is_level = step.form.rule_choice.currentData() in ("absolute_limit", "absolute_target")
        assert (step.form.number.value() < 0) == is_level


def test_that_who_agreed_is_one_step_however_often_it_is_stated_while_it_is_written() -> None:
    step = show_step(GatesStep)
    before = step.document.project
    field = step.sections[0].rows["unsafe"].agreed_by
    for written in ("Head", "Head of", "Head of design"):
        field.text_stated.emit(written)
    assert step.document.project.gates["unsafe"].agreed_by == "Head of design"
    step.document.undo()
    assert step.document.project == before
