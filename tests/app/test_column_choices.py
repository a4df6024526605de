"""What is said about columns: one column plays one part, and saying nothing leaves it to be proposed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.app.column_choices import PARTS, layout_of, part_of, with_layout, with_part
from tradeoff_app.model.mapping import ColumnMapping, LongColumns, MetricColumn

COLUMNS = ("a", "b", "c")
SAYINGS = st.lists(st.tuples(st.sampled_from(COLUMNS), st.sampled_from([*PARTS, None])), max_size=12)


@given(SAYINGS)
def test_that_the_last_word_on_a_column_counts_and_no_column_has_two_parts(said: list[tuple[str, str | None]]) -> None:
    mapping = ColumnMapping()
    for column, part in said:
        mapping = with_part(mapping, column, part)
        assert part_of(mapping, column) == part
    named = [name for name in (mapping.unit, mapping.arm_column, mapping.cluster, mapping.repeat) if name]
    named += [name for name in (mapping.rater, mapping.weight, mapping.status) if name]
    named += [*mapping.segments, *mapping.ignore, *(metric.column for metric in mapping.metrics)]
    assert len(named) == len(set(named))


@given(SAYINGS)
def test_that_leaving_every_column_open_again_leaves_nothing_said(said: list[tuple[str, str | None]]) -> None:
    mapping = ColumnMapping()
    for column, part in said:
        mapping = with_part(mapping, column, part)
    for column in COLUMNS:
        mapping = with_part(mapping, column, None)
    assert mapping == ColumnMapping()


def test_that_a_metric_keeps_its_kind_when_it_is_said_again() -> None:
    mapping = ColumnMapping(metrics=(MetricColumn(column="a", type="money"),))
    assert with_part(mapping, "a", "metric").metrics == mapping.metrics


def test_that_another_arm_column_forgets_which_value_was_before() -> None:
    mapping = ColumnMapping(arm_column="a", baseline="v1")
    assert with_part(mapping, "a", "segment").baseline is None


def test_that_a_long_layout_names_two_columns_and_can_be_taken_back() -> None:
    mapping = with_layout(ColumnMapping(unit="a"), "long", "a", "b")
    assert mapping.long == LongColumns(metric="a", value="b")
    assert mapping.unit is None
    assert (part_of(mapping, "a"), part_of(mapping, "b")) == ("metric_name", "metric_value")
    assert layout_of(mapping) == "long"
    assert layout_of(with_layout(mapping, "wide")) == "wide"
    assert layout_of(with_layout(mapping, "long", "a", "a")) == "auto"
    assert with_part(mapping, "a", "unit").long is None
