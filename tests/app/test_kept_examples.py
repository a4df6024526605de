"""Examples for the briefing: masked and cut when they are kept, found again without rows, swapped with the versions."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.app.examples import Example, Place
from tradeoff_app.app.kept_examples import LONGEST, is_kept, keep, kept_in, let_go
from tradeoff_app.app.swap import swap_project
from tradeoff_app.model.candidate import Candidate
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project


def case(before: str | None = "Write to help@example.org", after: str | None = "No") -> tuple[Project, Place, Example]:
    metric = Metric(id="task_done", type="binary", better="higher")
    project = Project(
        id="p", title="p", metrics={metric.id: metric}, candidates={"candidate": Candidate(id="candidate")}
    )
    place = Place(metric, "rare", "candidate")
    return project, place, Example("q-17", before, after, 1.0, 0.0, "I am at 030 1234567. Why?")


def test_that_a_kept_example_hides_personal_data_and_is_found_again() -> None:
    project, place, example = case()
    kept = keep(project, example, place, "worst", 0, 126)
    assert is_kept(kept, place, "q-17")
    assert kept_in(kept, place).shown[0].before == "Write to [e-mail]"
    assert kept_in(kept, place).shown[0].question == "I am at [number]. Why?"
    assert kept.examples["task_done|rare|q-17"].count == 126
    assert kept_in(kept, Place(place.metric, "primary", "candidate")).why == "none_kept"


def test_that_an_example_can_be_let_go() -> None:
    project, place, example = case()
    assert let_go(keep(project, example, place, "worst", 0, 9), place, "q-17") == project


def test_that_swapping_the_versions_swaps_the_answers_too() -> None:
    project, place, example = case()
    swapped = swap_project(keep(project, example, place, "worst", 0, 9), "candidate", "baseline")
    turned = swapped.examples["task_done|rare|q-17"]
    assert (turned.before, turned.value_before, turned.value_after) == ("No", 0.0, 1.0)
    assert turned.question == "I am at [number]. Why?"


@given(st.text())
def test_that_a_project_with_any_answer_survives_its_own_json(answer: str) -> None:
    project, place, example = case(answer * 50, None)
    kept = keep(project, example, place, "random", 3, 20)
    again = Project.model_validate_json(kept.model_dump_json())
    assert again == kept
    assert len(again.examples["task_done|rare|q-17"].before or "") <= LONGEST
