"""A setup changes what it states and nothing else, takes the place of what was proposed, and is refused by place."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.model.acceptance import Response
from tradeoff_app.model.candidate import Candidate
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.metric import Lineage, Metric
from tradeoff_app.model.overlay import apply_setup, lay_over
from tradeoff_app.model.problem import InputError
from tradeoff_app.model.project import Project
from tradeoff_app.model.range import Range
from tradeoff_app.model.scenario import Money, Scenario
from tradeoff_app.model.segment import Segment
from tradeoff_app.model.setup import setup_model

DIMENSIONS = {"query_tier": ("head", "tail"), "market": ("de", "us")}


def proposed() -> Project:
    """A project as it is proposed from files, everything assumed."""
    names = ("Irrelevant answer", "task_done", "rouge")
    segments = [Segment(id=label, where={"query_tier": (label,)}) for label in ("head", "tail")]
    return Project(
        id="p",
        title="a → b",
        partition=("query_tier",),
        candidates={"candidate": Candidate(id="candidate")},
        metrics={name: Metric(id=name, source=name, type="binary", better="higher") for name in names},
        segments={segment.id: segment for segment in segments},
        scenarios={"base": Scenario(id="base", label="Base", candidate="candidate")},
        current_scenario="base",
        assumed=(
            "metrics/Irrelevant answer/better",
            "metrics/Irrelevant answer/role",
            "metrics/rouge/role",
            "segments/head",
            "segments/tail",
            "partition",
        ),
    )


def setup(**fields: Any) -> dict[str, Any]:
    """A setup document."""
    return {"schema": "tradeoff/setup@1", **fields}


def refusal(**fields: Any) -> InputError:
    """How the setup is refused."""
    with pytest.raises(InputError) as caught:
        lay_over(proposed(), setup(**fields), "s.json", DIMENSIONS)
    return caught.value


def warnings(**fields: Any) -> str:
    """What is said about the setup."""
    return "\n".join(lay_over(proposed(), setup(**fields), "s.json", DIMENSIONS).warnings)


IRRELEVANT = {"id": "irrelevant", "source": "Irrelevant answer", "better": "lower"}
MONEY = {"metric": "irrelevant", "segment": "*", "per_unit": {"low": -8.0, "base": -4.0, "high": -2.0}}


def test_that_an_empty_setup_changes_nothing() -> None:
    assert apply_setup(proposed(), setup()) == proposed()


def test_that_only_stated_fields_override() -> None:
    result = apply_setup(proposed(), setup(title="Bot", metrics=[{"id": "task_done", "label": "Task done"}]))
    assert result.title == "Bot"
    assert result.metrics["task_done"] == proposed().metrics["task_done"].model_copy(update={"label": "Task done"})
    assert result.metrics["rouge"] == proposed().metrics["rouge"]


def test_that_a_stated_metric_takes_the_place_of_the_proposed_one_with_its_source() -> None:
    result = lay_over(proposed(), setup(metrics=[IRRELEVANT]))
    assert list(result.project.metrics) == ["irrelevant", "task_done", "rouge"]
    assert result.project.metrics["irrelevant"].better == "lower"
    assert result.project.metrics["irrelevant"].type == "binary"
    assert result.renamed_metrics == {"Irrelevant answer": "irrelevant"}


def test_that_a_stated_segment_takes_the_place_of_the_proposed_one_with_its_units() -> None:
    result = apply_setup(proposed(), setup(segments=[{"id": "rare", "where": {"query_tier": ["tail"]}}]))
    assert list(result.segments) == ["rare", "head"]


def test_that_references_follow_a_metric_and_a_segment_to_their_new_ids() -> None:
    key = "Irrelevant answer|tail"
    money = Money(metric="Irrelevant answer", segment="tail", per_unit=Range.exactly(1.0))
    response = Response(metric="Irrelevant answer", segment="tail")
    scenario = Scenario(
        id="base",
        money={key: money},
        regressions={key: response},
        transport={"Irrelevant answer": Range.exactly(0.5)},
        segment_weights={"tail": 1.0},
    )
    gate = Gate(id="g", metric="Irrelevant answer", segment="tail", rule="never_event")
    child = Metric(id="rouge", lineage=Lineage(parent="Irrelevant answer"))
    project = proposed().with_item("gates", gate).with_item("scenarios", scenario).with_item("metrics", child)
    project = project.change(assumed=(f"scenarios/base/money/{key}", "segments/tail/exposure"))
    result = apply_setup(
        project, setup(metrics=[IRRELEVANT], segments=[{"id": "rare", "where": {"query_tier": ["tail"]}}])
    )
    found = result.scenarios["base"]
    assert (result.gates["g"].metric, result.gates["g"].segment) == ("irrelevant", "rare")
    assert list(found.money) == list(found.regressions) == ["irrelevant|rare"]
    assert (found.money["irrelevant|rare"].metric, found.regressions["irrelevant|rare"].segment) == (
        "irrelevant",
        "rare",
    )
    assert list(found.transport) == ["irrelevant"]
    assert list(found.segment_weights) == ["rare"]
    assert result.metrics["rouge"].lineage == Lineage(parent="irrelevant")
    assert result.assumed == ("scenarios/base/money/irrelevant|rare", "segments/rare/exposure")


def test_that_what_is_stated_is_no_longer_assumed() -> None:
    result = apply_setup(
        proposed(),
        setup(metrics=[IRRELEVANT], segments=[{"id": "tail", "protected": True}], partition=["query_tier"]),
    )
    assert result.assumed == ("metrics/irrelevant/role", "metrics/rouge/role", "segments/head")


def test_that_a_setup_may_say_which_of_its_own_numbers_are_guesses() -> None:
    stated = setup(
        segments=[{"id": "tail", "exposure": {"basis": "query", "per_month": {"low": 1, "base": 2, "high": 3}}}],
        assumed=["segments/tail/exposure"],
    )
    assert "segments/tail/exposure" in apply_setup(proposed(), stated).assumed


def test_that_lists_become_maps_by_id_or_by_metric_and_segment() -> None:
    result = apply_setup(
        proposed(),
        setup(
            metrics=[IRRELEVANT],
            gates=[{"id": "g2", "metric": "irrelevant", "segment": "tail", "rule": "non_inferiority", "margin": 0.005}],
            scenarios=[
                {"id": "base", "money": [MONEY], "regressions": [{"metric": "irrelevant", "expires": "2027-01-31"}]}
            ],
        ),
    )
    assert result.gates["g2"].margin == 0.005
    assert result.scenarios["base"].money["irrelevant|*"].per_unit.base == -4.0
    assert result.scenarios["base"].regressions["irrelevant|*"].expires == date(2027, 1, 31)
    assert result.scenarios["base"].label == "Base"


def test_that_maps_may_be_written_as_the_project_writes_them() -> None:
    as_map = {"base": {"money": {"irrelevant|*": {"per_unit": MONEY["per_unit"]}}}}
    result = apply_setup(proposed(), setup(metrics={"irrelevant": {"source": "Irrelevant answer"}}, scenarios=as_map))
    assert result.scenarios["base"].money["irrelevant|*"].per_unit.base == -4.0


def test_that_exposure_may_be_one_or_a_list() -> None:
    one = {"basis": "query", "per_month": {"low": 1, "base": 2, "high": 3}}
    for exposure in (one, [one]):
        result = apply_setup(proposed(), setup(exposure=one, segments=[{"id": "tail", "exposure": exposure}]))
        assert result.segments["tail"].exposure[0].per_month.base == 2.0
        assert result.exposure is not None
        assert result.exposure.basis == "query"


def test_that_a_range_may_change_in_one_end_and_keeps_its_order() -> None:
    first = apply_setup(
        proposed(), setup(scenarios=[{"id": "base", "transport": {"*": {"low": 0.5, "base": 0.8, "high": 1.0}}}])
    )
    second = apply_setup(first, setup(scenarios=[{"id": "base", "transport": {"*": {"base": 0.9}}}]))
    assert second.scenarios["base"].transport["*"] == Range(low=0.5, base=0.9, high=1.0)
    with pytest.raises(InputError, match="ascending") as caught:
        apply_setup(first, setup(scenarios=[{"id": "base", "transport": {"*": {"base": 2}}}]))
    assert caught.value.place == "scenarios/base/transport/*"


def test_that_null_says_none_where_that_means_something_and_nothing_elsewhere() -> None:
    result = apply_setup(proposed(), setup(metrics=[{"id": "rouge", "better": None}], horizon_months=None, as_of=None))
    assert result.metrics["rouge"].better is None
    assert result.horizon_months == 12


def test_that_an_acceptance_that_is_stated_anew_forgets_the_evidence_it_saw() -> None:
    scenario = Scenario(id="base", regressions={"rouge|*": Response(metric="rouge", evidence_hash="old", owner="Ann")})
    stated = [{"id": "base", "regressions": [{"metric": "rouge", "segment": "*", "accepted_up_to": 0.1}]}]
    result = lay_over(proposed().with_item("scenarios", scenario), setup(scenarios=stated))
    response = result.project.scenarios["base"].regressions["rouge|*"]
    assert (response.evidence_hash, response.owner) == (None, "Ann")
    assert result.acceptances == (("base", "rouge|*"),)


def test_that_a_stated_scenario_stands_beside_one_that_was_there() -> None:
    result = apply_setup(proposed(), setup(scenarios=[{"id": "half", "rollout": {"*": {"share": 0.5}}}]))
    assert list(result.scenarios) == ["base", "half"]


def test_that_a_scenario_nobody_stated_makes_way_for_a_stated_one() -> None:
    project = proposed().change(assumed=("scenarios/base",))
    result = apply_setup(project, setup(scenarios=[{"id": "half", "rollout": {"*": {"share": 0.5}}}]))
    assert list(result.scenarios) == ["half"]
    assert result.scenario().id == "half"


def test_that_a_segment_of_several_values_replaces_the_proposed_ones_unless_they_are_named() -> None:
    both = {"id": "all tiers", "where": {"query_tier": ["head", "tail"]}}
    gate = {"id": "g", "metric": "rouge", "segment": "tail", "rule": "superiority"}
    assert list(apply_setup(proposed(), setup(segments=[both])).segments) == ["all tiers"]
    named = apply_setup(proposed(), setup(segments=[both], gates=[gate]))
    assert list(named.segments) == ["all tiers", "tail"]


@pytest.mark.parametrize(
    ("fields", "place", "cause", "hint"),
    [
        (
            {"gates": [{"id": "g", "metric": "taskdone", "rule": "superiority"}]},
            "gates/g/metric",
            "taskdone",
            "task_done",
        ),
        (
            {"gates": [{"id": "g", "metric": "rouge", "segment": "tial", "rule": "superiority"}]},
            "gates/g/segment",
            "tial",
            "tail",
        ),
        (
            {"gates": [{"id": "g", "metric": "rouge", "rule": "superority"}]},
            "gates/g/rule",
            "superority",
            "superiority",
        ),
        ({"gates": [{"metric": "rouge"}]}, "gates[0]/id", "missing", "id"),
        ({"gates": [{"id": "g", "metric": "rouge"}]}, "gates/g/rule", "missing", ""),
        ({"gates": [{"id": "g", "metric": "rouge", "rule": "non_inferiority"}]}, "gates/g", "margin", ""),
        (
            {"gates": [{"id": "g", "rule": "superiority", "metric": "rouge", "margin": "2%"}]},
            "gates/g/margin",
            "number",
            "",
        ),
        ({"gates": 3}, "gates", "a list", ""),
        ({"gates": [3]}, "gates[0]", "an object", ""),
        ({"scenarios": [{"id": "b", "candidate": "candiate"}]}, "scenarios/b/candidate", "candiate", "candidate"),
        ({"scenarios": [{"id": "b", "rollout": {"x": {"share": 1}}}]}, "scenarios/b/rollout/x", "segment", "tail"),
        ({"scenarios": [{"id": "b", "rollout": {"*": {"share": 2}}}]}, "scenarios/b/rollout/*/share", "less than", ""),
        (
            {"scenarios": [{"id": "b", "transport": {"roge": {"low": 1, "base": 1, "high": 1}}}]},
            "scenarios/b/transport/roge",
            "metric",
            "rouge",
        ),
        (
            {"scenarios": [{"id": "b", "money": [{"metric": "rouge", "per_unit": -4}]}]},
            "scenarios/b/money[0]/per_unit",
            "object",
            "low",
        ),
        (
            {"scenarios": [{"id": "b", "money": [{"metric": "rouge", "per_unit": {"low": 3, "base": 2, "high": 3}}]}]},
            "scenarios/b/money[0]/per_unit",
            "ascending",
            "",
        ),
        (
            {"scenarios": [{"id": "b", "money": [{"metric": "rogue", "per_unit": {"low": 1, "base": 2, "high": 3}}]}]},
            "scenarios/b/money[0]/metric",
            "rogue",
            "rouge",
        ),
        ({"scenarios": [{"id": "b", "money": [{"segment": "*"}]}]}, "scenarios/b/money[0]/metric", "missing", ""),
        ({"scenarios": [{"id": "b"}, {"id": "b"}]}, "scenarios[1]", "twice", ""),
        (
            {"scenarios": [{"id": "b", "regressions": [{"metric": "rouge", "expires": "31.1.2027"}]}]},
            "scenarios/b/regressions[0]/expires",
            "date",
            "",
        ),
        ({"partition": ["tier"]}, "partition", "tier", "query_tier"),
        ({"segments": [{"id": "x", "where": {"markt": ["de"]}}]}, "segments/x/where", "markt", "market"),
        ({"segments": [{"id": "x", "where": {"market": "de"}}]}, "segments/x/where/market", "a list", ""),
        ({"horizon_months": 1.5}, "horizon_months", "whole number", ""),
        ({"currency": ""}, "currency", "empty", ""),
        ({"metrics": [{"id": "task_done", "source": "rouge"}]}, "metrics/task_done/id", "another metric", "rouge"),
        ({"current_scenario": "bse"}, "current_scenario", "bse", "base"),
    ],
)
def test_that_a_mistake_is_named_with_place_cause_and_hint(
    fields: dict[str, Any], place: str, cause: str, hint: str
) -> None:
    found = refusal(**fields)
    assert found.file == "s.json"
    assert found.place == place
    assert cause in found.cause
    assert hint in found.hint


def test_that_another_document_is_not_taken_for_a_setup() -> None:
    with pytest.raises(InputError, match="not a setup document"):
        apply_setup(proposed(), {"schema": "tradeoff/evaluate@1"})


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"titel": "x"}, 'titel: no such field is known, it is kept but changes nothing; did you mean "title"?'),
        ({"metrics": [{"id": "rouge", "labl": "x"}]}, "metrics/rouge/labl"),
        ({"metrics": [{"id": "new", "source": "ruge"}]}, 'no file has a metric "ruge"'),
        ({"segments": [{"id": "x", "where": {"market": ["uk"]}}]}, 'no unit has the value "uk"'),
        ({"metrics": [{"id": "rouge", "lineage": {"parent": "retention"}}]}, 'no metric "retention" is measured'),
        ({"sources": {}}, "sources: it follows from the result files"),
    ],
)
def test_that_what_looks_odd_is_kept_and_said(fields: dict[str, Any], said: str) -> None:
    assert said in warnings(**fields)


def test_that_unknown_fields_are_kept() -> None:
    result = apply_setup(proposed(), setup(metrics=[{"id": "rouge", "colour": "red"}]))
    assert result.metrics["rouge"].model_extra == {"colour": "red"}


NAMES = st.sampled_from(["title", "gates", "metrics", "scenarios", "segments", "exposure", "partition", "assumed", "x"])
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "metric", "segment", "money", "where", "exposure", "rule"]), inner, max_size=4
        )
    ),
    max_leaves=10,
)


@given(st.dictionaries(NAMES, ANYTHING, max_size=4))
def test_that_any_json_gives_a_project_or_a_named_mistake(fields: dict[str, Any]) -> None:
    mistake: InputError | None = None
    try:
        assert isinstance(apply_setup(proposed(), setup(**fields)), Project)
    except InputError as failure:
        mistake = failure
    assert mistake is None or (mistake.place and mistake.cause)


def test_that_the_schema_of_a_setup_accepts_what_the_contract_shows() -> None:
    stated = setup(
        metrics=[IRRELEVANT],
        exposure={"basis": "query", "per_month": {"low": 1, "base": 2, "high": 3}},
        scenarios=[
            {"id": "base", "money": [MONEY], "swing": {"task_done": {"worst": 0.0, "best": 1.0, "points": 100}}}
        ],
    )
    assert setup_model().model_validate_json(json.dumps(stated))
    schema = setup_model().model_json_schema()
    assert schema["required"] == ["schema"]
    assert "sources" not in schema["properties"]


def test_that_a_column_that_the_setup_calls_a_metric_is_no_segment() -> None:
    laid = apply_setup(proposed(), {"schema": "tradeoff/setup@1", "metrics": [{"id": "tier", "source": "query_tier"}]})
    assert (dict(laid.segments), laid.partition) == ({}, ())
    assert not {"segments/head", "segments/tail", "partition"} & set(laid.assumed)


def test_that_a_segment_that_the_setup_names_stays_beside_a_metric_of_its_column() -> None:
    metrics = [{"id": "query_tier"}]
    stated = {"schema": "tradeoff/setup@1", "metrics": metrics, "partition": ["query_tier"]}
    assert set(apply_setup(proposed(), stated).segments) == {"head", "tail"}
    gate = {"id": "g", "metric": "rouge", "segment": "tail", "rule": "superiority"}
    stated = {"schema": "tradeoff/setup@1", "metrics": metrics, "gates": [gate]}
    assert set(apply_setup(proposed(), stated).segments) == {"tail"}


@pytest.mark.parametrize("source", [["x"], {"x": 1}, 5])
def test_that_a_source_that_is_no_text_is_refused_in_words(source: object) -> None:
    assert "text is expected" in str(refusal(metrics=[{"id": "new", "source": source}]))
