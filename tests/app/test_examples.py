"""Examples: the worst first, the same for the same seed, and a reason where there are none."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import builders
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.observations import Observations
from tradeoff_app.app.examples import MOST, Examples, Pick, Place, pick_examples
from tradeoff_app.app.masking import mask
from tradeoff_app.model.project import Project


@lru_cache(maxsize=1)
def answered() -> tuple[Observations, Project, Evidence]:
    """The story with an answer to every query."""
    seen, project = builders.support_bot()
    project = project.change(replicates=100)
    outputs = {arm: {unit: f"{arm} answers {unit}" for unit in seen.units} for arm in seen.arms}
    questions = {unit: f"What of {unit}?" for unit in seen.units if not unit.endswith("7")}
    return replace(seen, outputs=outputs, questions=questions), project, builders.evidence(seen, project)


def picked(pick: Pick, seed: int = 0, metric: str = "task_done", segment: str = "rare") -> Examples:
    seen, project, evidence = answered()
    return pick_examples(seen, evidence, Place(project.metrics[metric], segment, evidence.table.arms[1]), pick, seed)


def test_that_the_worst_are_those_that_the_new_version_broke() -> None:
    found = picked("worst")
    assert len(found.shown) == MOST
    assert {(example.value_before, example.value_after) for example in found.shown} == {(1.0, 0.0)}
    worse = picked("worst", metric="irrelevant").shown[0]
    assert (worse.value_before, worse.value_after) == (0.0, 1.0)


def test_that_the_median_are_the_most_ordinary() -> None:
    assert all(example.value_before == example.value_after for example in picked("median").shown)


def test_that_a_seed_draws_the_same_again_and_another_draws_others() -> None:
    assert picked("random", 3) == picked("random", 3)
    assert picked("random", 3) != picked("random", 4)


def test_that_answers_belong_to_their_unit() -> None:
    for example in picked("random").shown:
        assert (example.before or "").endswith(f"answers {example.unit}")
        assert example.before != example.after


def test_that_the_question_belongs_to_its_unit_and_may_be_unknown() -> None:
    found = picked("random", segment="*").shown
    for example in found:
        assert example.question == (None if example.unit.endswith("7") else f"What of {example.unit}?")


def test_that_a_segment_holds_only_its_own() -> None:
    assert picked("worst").count < picked("worst", segment="*").count


@pytest.mark.parametrize("case", ["no_rows", "no_outputs", "unpaired", "none_here"])
def test_that_missing_examples_have_a_reason(case: str) -> None:
    seen, project, evidence = answered()
    place = Place(project.metrics["task_done"], "rare", evidence.table.arms[1])
    told = {
        "no_rows": lambda: pick_examples(None, evidence, place, "worst"),
        "no_outputs": lambda: pick_examples(replace(seen, outputs={}), evidence, place, "worst"),
        "unpaired": lambda: pick_examples(seen, replace(evidence, pairings={}), place, "worst"),
        "none_here": lambda: pick_examples(seen, evidence, replace(place, segment="nobody"), "worst"),
    }[case]()
    assert (told.shown, told.why) == ((), case)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Write to ann.lee+x@example.co.uk now", "Write to [e-mail] now"),
        ("Call +49 (30) 1234-5678.", "Call [number]."),
        ("See https://example.org/a?b=1 and www.example.org", "See [link] and [link]"),
        ("IBAN DE89 3704 0044 0532 0130 00", "IBAN [account]"),
        ("In 2026 we had 14.5 of 100", "In 2026 we had 14.5 of 100"),
    ],
)
def test_that_what_names_a_person_is_masked(text: str, masked: str) -> None:
    assert mask(text) == masked


@given(st.text(max_size=400))
def test_that_masking_never_fails_and_settles(text: str) -> None:
    assert mask(mask(text)) == mask(text)
