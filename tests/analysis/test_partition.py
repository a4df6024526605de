"""Segments: who is in them, which make up the whole, and what is proposed for values that nobody named."""

from __future__ import annotations

import numpy as np

from tests.builders import monthly, observations, project
from tradeoff_app.analysis.observations import Categories, Observations
from tradeoff_app.analysis.partition import (
    complete_segments,
    members_of,
    partition_ids,
    propose_partition,
    propose_segments,
    view_ids,
)
from tradeoff_app.analysis.table import make_source
from tradeoff_app.model.metric import Metric
from tradeoff_app.model.project import Project
from tradeoff_app.model.segment import Segment


def seen(n: int = 60) -> Observations:
    values = [float(index % 2) for index in range(n)]
    return observations(
        {"done": {"baseline": values, "candidate": values}},
        segments={
            "tier": [("head", "torso", "tail")[index % 3] for index in range(n)],
            "lang": ["de" if index % 4 == 0 else "en" for index in range(n)],
        },
    )


def ids(decided: Project) -> tuple[tuple[str, ...], tuple[str, ...]]:
    table = make_source(seen(), decided).table
    members = members_of(decided, table)
    partition = partition_ids(decided, members)
    return partition, view_ids(members, partition)


def test_that_segments_of_the_partition_dimension_add_up_and_others_are_views() -> None:
    partition, views = ids(project(seen(), partition=("tier",)))
    assert set(partition) == {"head", "torso", "tail"}
    assert set(views) == {"de", "en"}


def test_that_a_segment_that_overlaps_one_taken_before_is_a_view() -> None:
    decided = project(seen(), partition=("tier",))
    wide = Segment(id="rare", where={"tier": ("torso", "tail")})
    partition, views = ids(decided.with_item("segments", wide))
    assert "rare" in views
    stated = {"rare": wide, "head": decided.segments["head"]}
    partition, _ = ids(decided.change(segments=stated))
    assert partition == ("rare", "head")


def test_that_everyone_is_the_partition_where_none_is_stated() -> None:
    partition, views = ids(project(seen(), partition=()))
    assert partition == ("*",)
    assert set(views) == {"head", "torso", "tail", "de", "en"}


def test_that_values_without_a_segment_get_one_and_are_marked_assumed() -> None:
    decided = project(seen(), partition=("tier",), assumed=())
    named = Segment(id="rare", label="Rare queries", where={"tier": ("tail",)})
    sparse = decided.change(segments={"rare": named})
    whole = complete_segments(sparse, make_source(seen(), sparse).table)
    assert set(whole.segments) == {"rare", "head", "torso", "de", "en"}
    assert set(whole.assumed) == {"segments/head", "segments/torso", "segments/de", "segments/en"}
    assert ids(whole)[0] == ("rare", "head", "torso")
    assert complete_segments(whole, make_source(seen(), whole).table) is whole


def test_that_a_crossed_partition_gets_a_segment_per_combination() -> None:
    decided = project(seen(), partition=("tier", "lang"), segments={})
    whole = complete_segments(decided, make_source(seen(), decided).table)
    partition, _ = ids(whole)
    assert len(partition) == 6
    assert "head + de" in partition
    table = make_source(seen(), whole).table
    masks = [members_of(whole, table)[key] for key in partition]
    assert np.sum(masks, axis=0).tolist() == [1] * 60


def test_that_segments_with_exposures_say_which_dimension_divides_the_whole() -> None:
    decided = project(seen(), partition=(), assumed=())
    stated = decided.segments["tail"].model_copy(update={"exposure": (monthly(100),)})
    whole = complete_segments(decided.with_item("segments", stated), make_source(seen(), decided).table)
    assert whole.partition == ("tier",)
    assert whole.is_assumed("partition")


def test_that_a_label_in_two_dimensions_names_its_dimension() -> None:
    dimensions = {
        "asked": Categories.from_texts(["de", "en", "fr"]),
        "answered": Categories.from_texts(["de", "en", "en"]),
    }
    assert set(propose_segments(dimensions)) == {"asked=de", "asked=en", "fr", "answered=de", "answered=en"}


def test_that_a_dimension_of_names_is_no_partition() -> None:
    names = Categories.from_texts([f"user{index}" for index in range(300)])
    tiers = Categories.from_texts(["a", "b"] * 150)
    sparse = Categories.from_texts(["x", "y", None] * 100)
    assert propose_partition({"user": names, "tier": tiers, "sparse": sparse}) == ("tier",)
    assert propose_partition({"user": names}) == ()
    assert propose_segments({"user": names}) == {}


def test_that_a_dimension_of_tiny_groups_is_no_partition() -> None:
    tiny = Categories.from_texts([f"group{index % 8}" for index in range(40)])
    assert propose_partition({"group": tiny}) == ()


def test_that_a_column_that_the_project_calls_a_metric_groups_nobody() -> None:
    decided = project(seen(), partition=("tier",))
    kept = {key: segment for key, segment in decided.segments.items() if "lang" not in segment.where}
    decided = decided.change(segments=kept).with_item("metrics", Metric(id="german", source="lang", type="binary"))
    table = make_source(seen(), decided).table
    assert set(complete_segments(decided, table).segments) == {"head", "torso", "tail"}
    named = decided.with_item("segments", Segment(id="german users", where={"lang": ("de",)}))
    assert set(complete_segments(named, table).segments) == {"head", "torso", "tail", "german users", "en"}
