"""Decide: the trace, an answer to each regression, the choice, and what is still missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QScrollArea

from tests.qt_rules import wait_for
from tests.ui.steps.stories import TODAY, show_step, support_document
from tradeoff_app.ui.steps.decide.page import DecideStep
from tradeoff_app.ui.steps.decide.regression_card import RegressionCard
from tradeoff_app.ui.steps.decide.swept_list import swept_rows
from tradeoff_app.ui.steps.decide.trace_list import trace_lines
from tradeoff_app.wording.speaker import Speaker

KEY = "irrelevant|rare"


def _card(step: DecideStep) -> RegressionCard:
    return step.cards[KEY]


def test_that_an_open_regression_stands_out_and_is_counted() -> None:
    step = show_step(DecideStep, accepted=False)
    assert step.rail_count() == "1 to answer"
    lines = trace_lines(step.document.outcome, step.speaker())
    assert [line.is_deciding for line in lines] == [False, False, True, False, False]
    assert lines[2].mark == "worse"


def test_that_accepting_asks_for_what_is_missing_until_nothing_is() -> None:
    step = show_step(DecideStep, accepted=False)
    card = _card(step)
    card.choice.choice_changed.emit("accept")
    assert step.document.undo_name == "Accept: Irrelevant answers, rare queries"
    response = step.document.scenario.regressions[KEY]
    assert response.accepted_on == TODAY
    assert response.evidence_hash == step.document.evidence.cell_hashes[("irrelevant", "rare", "candidate")]
    assert "owner" in card.problem.text()
    card.form.bound.setValue(0.6)
    for field, text in (("rationale", "More tasks done"), ("mitigation", "A fall-back to search")):
        card.form.areas[field].setPlainText(text)
        card.form.areas[field]._finish()
    for field, text in (("owner", "Search team"),):
        card.form.texts[field].setText(text)
        card.form.texts[field].editingFinished.emit()
    card.form.accepter.setText("Dana Ruiz")
    card.form.accepter.editingFinished.emit()
    card.form.role.setText("VP Product")
    card.form.role.editingFinished.emit()
    card.form.days["expires"].setText("31 Jan 2027")
    card.form.days["expires"].editingFinished.emit()
    response = step.document.scenario.regressions[KEY]
    assert response.accepted_up_to == 0.006
    assert response.accepter is not None
    assert (response.accepter.name, response.accepter.role) == ("Dana Ruiz", "VP Product")
    assert response.expires == date(2027, 1, 31)
    assert step.document.outcome.verdict.recommendation == "SHIP_WITH_ACCEPTED_REGRESSIONS"
    assert not card.problem.isVisible()
    assert card.chip.word() == "Accepted"


def test_that_a_bound_that_covers_too_little_is_said() -> None:
    step = show_step(DecideStep)
    _card(step).form.bound.setValue(0.1)
    assert step.document.outcome.verdict.recommendation == "NEEDS_ACCEPTANCE"
    assert _card(step).problem.isVisible()


def test_that_each_edit_of_an_answer_is_one_step() -> None:
    step = show_step(DecideStep)
    _card(step).form.texts["owner"].setText("Ranking team")
    _card(step).form.texts["owner"].editingFinished.emit()
    assert step.document.undo_name == "Irrelevant answers, rare queries: owner"
    step.document.undo()
    assert step.document.scenario.regressions[KEY].owner == "Search team"


def test_that_mitigate_and_block_ask_for_their_own_parts() -> None:
    step = show_step(DecideStep)
    card = _card(step)
    card.choice.choice_changed.emit("mitigate")
    assert card.form._cells["mitigation"].isVisible()
    assert not card.form._cells["accepted_up_to"].isVisible()
    card.choice.choice_changed.emit("block")
    assert card.form._labels["rationale"].text() == "Why we block it"
    assert step.document.outcome.verdict.recommendation == "HOLD"
    assert step.rail_count() == ""


def test_that_a_gain_in_words_is_said_not_to_be_the_measured_one() -> None:
    step = show_step(DecideStep)
    card = _card(step)
    assert "the exchange names a measured gain" in card.form._labels["gain"].text()
    for text in ("", "task_done|*"):
        card.form.texts["gain"].setText(text)
        card.form.texts["gain"].editingFinished.emit()
        assert card.form._labels["gain"].text() == "What it buys"


def test_that_an_answer_can_be_taken_back() -> None:
    step = show_step(DecideStep)
    _card(step).withdraw.click()
    assert KEY not in step.document.scenario.regressions
    assert step.rail_count() == "1 to answer"


def test_that_a_stale_acceptance_can_be_given_again() -> None:
    step = show_step(DecideStep)
    response = step.document.scenario.regressions[KEY].model_copy(update={"evidence_hash": "old"})
    scenario = step.document.scenario.model_copy(update={"regressions": {KEY: response}})
    step.document.edit_scenario(scenario, "Older results")
    assert _card(step).renew.isVisible()
    _card(step).renew.click()
    assert step.document.scenario.regressions[KEY].accepted_on == TODAY
    assert not _card(step).renew.isVisible()


def test_that_deciding_against_the_recommendation_asks_for_a_reason() -> None:
    step = show_step(DecideStep)
    assert "Your decision: ship or hold" in step.missing.texts()
    step.choice.choice_changed.emit("hold")
    assert "against the recommendation" in step.decision.text.text()
    assert "The reason for deciding against the recommendation" in step.missing.texts()
    step.decision.reason.setPlainText("We wait for the next model")
    step.decision.reason._finish()
    assert step.document.scenario.decision is not None
    assert step.document.scenario.decision.reason == "We wait for the next model"
    assert "The reason for deciding against the recommendation" not in step.missing.texts()


def test_that_shipping_as_recommended_is_said() -> None:
    step = show_step(DecideStep)
    step.choice.choice_changed.emit("ship")
    assert step.decision.text.text() == "You decide to ship, as recommended."
    assert step.rail_state() == "done"


def test_that_unconfirmed_assumptions_are_counted_as_missing() -> None:
    step = show_step(DecideStep)
    assert "3 assumptions unconfirmed" in step.missing.texts()


def test_that_the_statements_can_be_copied() -> None:
    step = show_step(DecideStep)
    step.statements.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("We accept 3\u00a0more irrelevant answers")
    assert "What gets better:" in copied


def test_that_the_strip_shows_margin_and_accepted_bound() -> None:
    step = show_step(DecideStep)
    bounds = _card(step).figure._bounds
    assert bounds is not None
    assert (bounds.margin, bounds.accepted) == (0.4, 0.6)
    assert (bounds.margin_text, bounds.accepted_text, bounds.point_text) == (
        "0.4 agreed",
        "0.6 accepted",
        "+0.3 measured",
    )
    assert bounds.low < bounds.point < bounds.high < 0
    _card(step).figure.grab()


def test_that_a_rollout_in_stages_is_planned_edited_and_undone() -> None:
    step = show_step(DecideStep)
    step.rollout.propose.click()
    assert len(step.rollout._rows) == 3
    assert step.rollout._rows[0].reached.text()
    step.rollout._rows[0].share.setValue(10.0)
    plan = step.document.scenario.plan
    assert plan is not None
    assert plan.stages[0].share == 0.1
    step.rollout._rows[2].remove.click()
    assert len(step.rollout._rows) == 2
    for _ in range(3):
        step.document.undo()
    assert step.document.scenario.plan is None


def test_that_a_stop_rule_says_how_often_it_would_be_right() -> None:
    step = show_step(DecideStep)
    step.rollout.stop._cell_chosen("irrelevant|rare")
    assert "Stop at more than" in step.rollout.stop.rule.text()
    assert "probability" in step.rollout.stop.chances.text()
    step.rollout.stop.remove.click()
    assert not step.rollout.stop.rule.isVisibleTo(step)


def test_that_a_message_keeps_what_is_written_in_each_of_its_fields() -> None:
    step = show_step(DecideStep)
    step.messages.add.click()
    row = step.messages._rows[0]
    row.audience.text_stated.emit("Support team")
    row.channel.text_stated.emit("mail")
    plan = step.document.scenario.plan
    assert plan is not None
    assert (plan.messages[0].audience, plan.messages[0].channel) == ("Support team", "mail")


def test_that_a_decision_against_the_recommendation_asks_for_a_second_signer() -> None:
    step = show_step(DecideStep)
    step.choice.choice_changed.emit("hold")
    assert any("second named signer" in text for text in step.missing.texts())
    for at, name in enumerate(("Dana Ruiz", "Kim Olsen")):
        step.decision.signer_stated.emit(at, name, "VP")
    decision = step.document.scenario.decision
    assert decision is not None
    assert [person.name for person in decision.signers] == ["Dana Ruiz", "Kim Olsen"]
    assert not any("second named signer" in text for text in step.missing.texts())


def test_that_the_rail_asks_for_attention_until_a_decision_against_the_recommendation_is_defended() -> None:
    step = show_step(DecideStep)
    assert step.rail_state() == "open"
    step._choice_made("hold")
    assert step.rail_state() == "attention"
    step._reason_stated("a quiet quarter")
    step._signer_stated(0, "Dana Ruiz", "VP Product")
    assert step.rail_state() == "attention"
    assert step.decision.text.text() == "You decide to hold, against the recommendation."
    step._signer_stated(1, "Ada Lee", "CTO")
    assert step.rail_state() == "done"


def test_that_what_is_worse_outside_the_gates_is_listed_by_metric_with_few_names() -> None:
    outcome = support_document().outcome
    effect = outcome.effect("irrelevant", "rare")
    assert effect is not None
    places = [replace(effect, segment=name) for name in ("*", "primary", "other", "rare", "a", "b")]
    speaker = Speaker(support_document().project)
    assert swept_rows([*places[:2], replace(effect, metric="seconds")], speaker) == (
        ("Irrelevant answer", "all users and primary persona"),
        ("Response time", "rare queries"),
    )
    ((_, many),) = swept_rows(places, speaker)
    assert many == "all users, primary persona, other users, rare queries and 2\u00a0more segments"


def test_that_a_field_stays_where_it_is_when_the_rules_above_say_less() -> None:
    step = show_step(DecideStep, accepted=False, size=(700, 700))
    card = next(iter(step.cards.values()))
    detail = next(cells[2] for cells in step.trace._cells if "egression" in cells[1].text())
    step.activateWindow()
    card.choice.choice_changed.emit("accept")
    card.form.accepter.setFocus()
    wait_for(card.form.accepter.hasFocus)
    before = detail.height()
    detail.setText("one line")
    detail.setMinimumHeight(0)
    step.trace.refresh(step.document.outcome, step.speaker())
    assert detail.minimumHeight() == before
    card.form.accepter.clearFocus()
    step.trace.refresh(step.document.outcome, step.speaker())
    assert detail.minimumHeight() == 0


def test_that_the_body_ends_where_the_head_ends_whether_it_scrolls_or_not() -> None:
    step = show_step(DecideStep, size=(940, 500))
    head, area = step.choice, step.page.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().isVisible()
    card = next(iter(step.cards.values()))
    ends = [widget.mapTo(step, widget.rect().topRight()).x() for widget in (head, card)]
    assert ends[0] == ends[1]


def test_that_a_rule_that_nobody_stated_anything_for_gets_no_tick() -> None:
    document = support_document()
    document.edit(document.project.change(gates={}), "Without gates")
    marks = {line.title: line.mark for line in trace_lines(document.outcome, Speaker(document.project))}
    assert marks["No safety gate fails"] == "open"
    assert marks["The evidence is sound"] == "pass"
