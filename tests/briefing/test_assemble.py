"""What a briefing says: sections by audience, a memo that stands alone, the same numbers everywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.briefing import cases
from tradeoff_app.analysis.outcome import evaluate
from tradeoff_app.briefing.assemble import assemble, scenario_hash
from tradeoff_app.briefing.blocks import Callout, Card, Columns, KeyFigures, Paragraph, Row, Table, walk, words_in
from tradeoff_app.briefing.brief import Audience
from tradeoff_app.briefing.pdf.writer import write as write_pdf
from tradeoff_app.briefing.sections.memo import WORD_LIMIT
from tradeoff_app.briefing.text import to_text
from tradeoff_app.model.example import KeptExample
from tradeoff_app.wording.lint import lint


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ("one-page", ["memo"]),
        ("review", ["memo", "effects", "value", "sure", "accepted", "method"]),
        ("audit", ["memo", "effects", "value", "sure", "accepted", "method"]),
    ],
)
def test_that_each_audience_gets_its_sections(audience: Audience, expected: list[str]) -> None:
    assert [section.id for section in cases.document("support", audience).sections] == expected


@pytest.mark.parametrize("case", cases.CASES)
def test_that_the_memo_has_at_most_350_words(case: str) -> None:
    memo = cases.document(case).section("memo")
    assert memo is not None
    assert 60 < words_in(memo) <= WORD_LIMIT


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.integers(0, 400))
def test_that_long_answers_never_make_the_memo_longer_than_350_words(words: int) -> None:
    project, evidence, _ = cases.support()
    scenario = project.scenario()
    text = " ".join(["word"] * words) or None
    response = scenario.regressions["irrelevant|rare"].model_copy(
        update={"mitigation": text, "rollback_trigger": text, "owner": text}
    )
    changed = project.with_item("scenarios", scenario.model_copy(update={"regressions": {response.key: response}}))
    outcome = evaluate(changed, evidence, as_of=cases.TODAY)
    memo = assemble(changed, outcome, evidence, "one-page").sections[0]
    assert words_in(memo) <= WORD_LIMIT


def test_that_the_memo_says_what_is_gained_lost_and_worth() -> None:
    memo = cases.document().section("memo")
    assert memo is not None
    figures = next(block for block in memo.blocks if isinstance(block, KeyFigures))
    assert [item.value for item in figures.items] == ["44 more", "3 more", "$50,000"]
    assert figures.items[0].interval == "95% interval 28 to 59 more"
    exchange = next(block for block in memo.blocks if isinstance(block, Paragraph) and block.style == "exchange")
    assert exchange.text.startswith("We accept 3 more irrelevant answers for every 1,000 ")


@pytest.mark.parametrize(
    ("case", "mark"), [("support", "pass"), ("unanswered", "worse"), ("blocked", "fail"), ("with_ranges", "pass")]
)
def test_that_the_verdict_box_carries_the_mark_of_its_verdict(case: str, mark: str) -> None:
    memo = cases.document(case).section("memo")
    assert memo is not None
    assert next(block for block in memo.blocks if isinstance(block, Callout)).mark == mark


def test_that_the_verdict_box_says_how_many_safety_gates_there_are() -> None:
    memo = cases.document().section("memo")
    assert memo is not None
    box = next(block for block in memo.blocks if isinstance(block, Callout))
    assert "Safety gate passes (1 of 1)." in box.text


def test_that_the_effects_table_has_safety_first_and_shows_an_accepted_loss_as_such() -> None:
    table = cases.document().table("effects")
    assert table is not None
    groups = [row.text for row in table.rows if not isinstance(row, Row)]
    assert groups == ["Safety", "Favourable", "Unfavourable", "No clear change"]
    rows = {row.key: row for row in table.rows if isinstance(row, Row)}
    task = rows["task_done|primary"]
    assert [cell.text for cell in task.cells[1:4]] == ["62.4", "66.8", "+4.4"]
    assert task.cells[3].small == "2.8 to 5.9"
    assert task.cells[5].text == "+11,000"
    assert rows["irrelevant|rare"].cells[7].mark == "accepted"
    assert sum(column.width for column in table.columns) == 524


def test_that_a_cell_holds_the_number_that_it_shows() -> None:
    for table_id in ("effects", "metrics", "traffic", "worth"):
        table = cases.document().table(table_id)
        assert isinstance(table, Table)
        for row in table.rows:
            for cell in row.cells if isinstance(row, Row) else ():
                if cell.number is not None and cell.places is not None:
                    shown = cell.text.replace(",", "").replace("−", "-").replace("$", "")
                    assert float(shown) == pytest.approx(cell.number, abs=0.5 * 10**-cell.places + 1e-9)


def test_that_a_card_says_what_its_answer_still_lacks() -> None:
    project, evidence, _ = cases.support()
    scenario = project.scenario()
    response = scenario.regressions["irrelevant|rare"].model_copy(update={"owner": None})
    changed = project.with_item("scenarios", scenario.model_copy(update={"regressions": {response.key: response}}))
    outcome = evaluate(changed, evidence, as_of=cases.TODAY)
    section = assemble(changed, outcome, evidence).section("accepted")
    assert section is not None
    card = next(block for block in section.blocks if isinstance(block, Card))
    facts = {fact.label: fact for fact in card.facts}
    assert facts["Owner"].is_missing
    assert "owner" in facts["Not valid because"].text


def test_that_without_money_the_value_page_says_why() -> None:
    section = cases.document("without_money").section("value")
    assert section is not None
    texts = " ".join(block.text for block in walk(section.blocks) if isinstance(block, Paragraph))
    assert "not known" in texts


def test_that_the_origin_changes_with_the_scenario_and_with_nothing_else() -> None:
    project, evidence, outcome = cases.support()
    document = assemble(project, outcome, evidence)
    renamed = assemble(project.change(title="Another title"), outcome, evidence)
    assert renamed.origin == document.origin
    dearer = project.scenario().model_copy(update={"running_cost_per_month": 8000.0})
    assert scenario_hash(project.with_item("scenarios", dearer), "base") != scenario_hash(project, "base")
    assert document.origin.data_hash == f"{evidence.hash[:4]} {evidence.hash[4:8]}"


def test_that_a_language_without_wording_is_refused() -> None:
    project, evidence, outcome = cases.support()
    with pytest.raises(KeyError, match="xx"):
        assemble(project, outcome, evidence, language="xx")


def test_that_gates_moved_after_results_are_listed() -> None:
    project, evidence, outcome = cases.support()
    moved = project.with_item("gates", project.gates["goal"].model_copy(update={"changed_after_results": True}))
    document = assemble(moved, replace(outcome), evidence)
    section = document.section("sure")
    assert section is not None
    assert "Changed after results were seen" in str(section.blocks)


def _rows(case: str, table_id: str) -> list[Row]:
    table = cases.document(case).table(table_id)
    assert table is not None
    return [row for row in table.rows if isinstance(row, Row)]


@pytest.mark.parametrize("case", cases.CASES)
def test_that_one_rule_decides_and_shipping_is_not_listed_behind_it(case: str) -> None:
    rows = _rows(case, "rules")
    assert [row.cells[2].text for row in rows].count("Decides") == 1
    assert {row.cells[2].text for row in rows} <= {"Decides", "Also applies", "Passed", "None stated", "Not reached"}
    assert "An earlier rule decides" not in [row.cells[0].text for row in rows]


def test_that_nothing_is_said_to_be_accepted_or_not_where_a_rule_before_decides() -> None:
    project, evidence, _ = cases.support()
    scenario = project.scenario().model_copy(update={"regressions": {}})
    opened = project.change(scenarios={scenario.id: scenario})
    outcome = evaluate(opened, evidence, as_of=cases.TODAY)
    table = assemble(opened, outcome, evidence).table("rules")
    assert table is not None
    cells = {row.key: [cell.text for cell in row.cells] for row in table.rows if isinstance(row, Row)}
    assert cells["NEEDS_ACCEPTANCE"][2] == "Decides"
    assert cells["SHIP_WITH_ACCEPTED_REGRESSIONS"][1:] == ["An earlier rule decides", "Not reached"]
    assert "Nothing had to be accepted" not in str(cells)


def test_that_segments_without_rows_share_one_line() -> None:
    for metric in {row.key.split("|")[0] for row in _rows("support", "metrics")}:
        rows = [row for row in _rows("support", "metrics") if row.key.split("|")[0] == metric]
        assert sum(row.cells[-1].mark == "not_measured" for row in rows) <= 1


def test_that_the_full_table_says_of_safety_what_its_gate_says() -> None:
    states = {row.key: row.cells[-1].text for row in _rows("support", "metrics")}
    gates = [result for result in cases.support()[2].gates if result.gate.is_safety]
    assert gates
    assert {states[result.key] for result in gates} == {"Pass"}


def test_that_the_memo_names_its_project() -> None:
    memo = cases.document().section("memo")
    assert memo is not None
    assert memo.head_left.endswith(cases.support()[0].title)


def test_that_assumptions_about_one_thing_share_a_line() -> None:
    project, evidence, outcome = cases.support()
    assumed = ("metrics/irrelevant/better", "metrics/irrelevant/role", "segments/a", "segments/b")
    text = to_text(assemble(project.change(assumed=assumed), outcome, evidence))
    assert "- Segments as found in the files: a, b" in text
    assert sum(": lower is better, " in line for line in text.splitlines()) == 1


def test_that_a_failing_safety_gate_leads_what_gets_worse() -> None:
    project, evidence, outcome = cases.blocked()
    failed = next(result for result in outcome.gates if result.state == "FAIL" and result.gate.is_safety)
    effects = tuple(
        replace(effect, state="worse", difference=0.03, interval=(0.01, 0.05), baseline=0.01, candidate_value=0.04)
        if effect.key == failed.key
        else effect
        for effect in outcome.effects
    )
    memo = assemble(project, replace(outcome, effects=effects), evidence, "one-page").sections[0]
    figures = next(block for block in memo.blocks if isinstance(block, KeyFigures))
    assert figures.items[1].value == "30 more"
    assert project.metrics[failed.metric].name in figures.items[1].text


@pytest.mark.parametrize("case", cases.CASES)
@pytest.mark.parametrize("language", ["en", "de"])
def test_that_a_whole_briefing_passes_the_linter(case: str, language: str) -> None:
    project, evidence, outcome = cases.CASES[case]()
    text = to_text(assemble(project, outcome, evidence, "audit", language))
    forbidden = ("one_in_n", "slanted_number", "certainty", "no_difference", "significant", "trend")
    assert [finding for finding in lint(text, language) if finding.code in forbidden] == []


def test_that_chosen_examples_stand_side_by_side_with_where_they_come_from() -> None:
    project, evidence, outcome = cases.support()
    example = KeptExample(
        unit="q-17", metric="irrelevant", segment="rare", candidate="candidate", pick="worst", count=90,
        before="Reset it under Account.", after=None, value_before=0.0, value_after=1.0, question="How do I get in?",
    )  # fmt: skip
    chosen = project.change(examples={example.key: example}, notes={"examples/q-17": "Wrong menu"})
    document = assemble(chosen, outcome, evidence, "review")
    section = document.section("examples")
    assert section is not None
    said = to_text(document)
    for text in (
        "1 of 90 pairs shown",
        "from the worst",
        "Reset it under Account.",
        "No answer in the file.",
        "Wrong menu",
        "Question: How do I get in?",
    ):
        assert text in said
    assert sum(isinstance(block, Columns) for block in section.blocks) == 1
    assert assemble(chosen, outcome, evidence, "one-page").section("examples") is None
    assert scenario_hash(chosen, "base") == scenario_hash(project, "base")


def test_that_a_long_answer_is_cut_so_that_the_page_can_be_set() -> None:
    project, evidence, outcome = cases.support()
    example = KeptExample(
        unit="q", metric="irrelevant", segment="rare", candidate="candidate", pick="random",
        before="word " * 800, after="x" * 4000, value_before=0.0, value_after=1.0, question="why " * 1000,
    )  # fmt: skip
    document = assemble(project.change(examples={example.key: example}), outcome, evidence, "audit")
    assert b"%PDF" in write_pdf(document)[:8]
