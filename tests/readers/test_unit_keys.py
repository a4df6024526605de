"""The unit column: an id wins over ratings and categories however well those occur in both arms."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tradeoff_app.readers import open_files


def write(folder: Path, name: str, header: str, rows: list[str]) -> Path:
    path = folder / name
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return path


def rated(first: int, shift: int, count: int = 60) -> list[str]:
    return [f"{i},{i % 5},{(i * 3 + shift) % 5 + 1}" for i in range(first, first + count)]


@pytest.mark.parametrize("start", [0, 1, 30, 100])
def test_that_a_counting_id_wins_over_ratings_and_categories_whatever_the_overlap(tmp_path: Path, start: int) -> None:
    before = write(tmp_path, "before.csv", "id,topic,score", rated(0, 0))
    after = write(tmp_path, "after.csv", "id,topic,score", rated(start, 1))
    observed = open_files([before, after])
    assert observed.unit_column == "id"
    assert "score" in [metric.name for metric in observed.metrics]


def test_that_a_tier_of_queries_is_no_query(tmp_path: Path) -> None:
    rows = [f"{i},tier {i % 6},{(i * 3) % 5 + 1}" for i in range(60)]
    assert open_files([write(tmp_path, "a.csv", "id,query_tier,score", rows)]).unit_column == "id"


def test_that_the_question_still_wins_over_the_row_number(tmp_path: Path) -> None:
    before = write(tmp_path, "a.csv", "row,question,ok", [f"{i},what is {i}?,{i % 2}" for i in range(40)])
    after = write(tmp_path, "b.csv", "row,question,ok", [f"{i},what is {39 - i}?,{i % 2}" for i in range(40)])
    assert open_files([before, after]).unit_column == "question"


def test_that_ratings_alone_tell_no_units_apart(tmp_path: Path) -> None:
    before = write(tmp_path, "a.csv", "ok,score", [f"{i % 2},{i % 5}" for i in range(40)])
    after = write(tmp_path, "b.csv", "ok,score", [f"1,{i % 5}" for i in range(40)])
    observed = open_files([before, after])
    assert observed.unit_column is None
    assert "no_unit_column" in [problem.code for problem in observed.problems]


def test_that_an_id_with_an_empty_cell_stays_the_unit(tmp_path: Path) -> None:
    rows = [f"a{i},{i},{i % 5}" for i in range(40)] + [",780,80"]
    observed = open_files([write(tmp_path, "a.csv", "id,tokens,score", rows)])
    assert observed.unit_column == "id"
    assert len(observed.units) == 40


@settings(max_examples=25, deadline=None)
@given(
    order=st.permutations(range(24)),
    ratings=st.lists(st.integers(1, 5), min_size=24, max_size=24),
    name=st.sampled_from(["id", "item_id", "sample", "case_nr", "uuid", "question"]),
)
def test_that_no_order_of_rows_and_no_ratings_take_the_place_of_an_id(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], ratings: list[int], name: str
) -> None:
    folder = tmp_path_factory.mktemp("units")
    rows = [f"{i},{rating}" for i, rating in enumerate(ratings)]
    before = write(folder, "a.csv", f"{name},score", rows)
    after = write(folder, "b.csv", f"{name},score", [rows[i] for i in order])
    assert open_files([before, after]).unit_column == name


@pytest.mark.parametrize("words", [("True", "False"), ("match", "mismatch"), ("yes", "no"), ("C", "I")])
def test_that_a_verdict_on_few_items_is_no_unit(tmp_path: Path, words: tuple[str, str]) -> None:
    rows = [f"{arm},{i},hard,{words[i % 2]},select {arm} {i}" for arm in ("Kimi", "Grok") for i in range(1, 6)]
    observed = open_files([write(tmp_path, "a.csv", "model,id,difficulty,verdict,sql", rows)])
    assert observed.unit_column == "id"
    assert len(observed.units) == 5
