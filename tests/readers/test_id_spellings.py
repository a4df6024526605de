"""Ids that differ in how they are written: counted and shown, and never matched on the quiet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.readers import open_files
from tradeoff_app.readers.id_spellings import find_alike

COUNT = 40

CASES: list[tuple[Callable[[int], str], Callable[[int], str], str, str]] = [
    (lambda n: f"q{n} ", lambda n: f"q{n}", "after removing blanks at their ends", "'q0 ' and 'q0'"),
    (lambda n: f"q{n}\u00a0", lambda n: f"q{n}", "after removing blanks at their ends", "'q0<U+00A0>' and 'q0'"),
    (lambda n: f"Ask-{n}", lambda n: f"ASK-{n}", "if capitals did not count", "'Ask-0' and 'ASK-0'"),
    (lambda n: f"{n + 1:03d}", lambda n: f"{n + 1}", "without leading zeros", "'001' and '1'"),
    (lambda n: f"t{n + 1:03d}", lambda n: f"t{n + 1}", "without leading zeros", "'t001' and 't1'"),
    (lambda n: f"q{n}.0", lambda n: f"q{n}", "without the '.0' at their end", "'q0.0' and 'q0'"),
    (lambda n: f"Q_{n}", lambda n: f"q-{n} ", "but for capitals, blanks, marks or leading zeros", "'Q_0' and 'q-0 '"),
]


def write(path: Path, spell: Callable[[int], str], numbers: range) -> Path:
    lines = [f'"{spell(number)}",{number % 3 == 0:d}' for number in numbers]
    path.write_text("\n".join(["item_id,solved", *lines]) + "\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(("old", "new", "rule", "pair"), CASES)
def test_that_the_way_they_differ_is_named_with_an_example(
    old: Callable[[int], str], new: Callable[[int], str], rule: str, pair: str
) -> None:
    before, after = (sorted(spell(number) for number in range(COUNT)) for spell in (old, new))
    alike = find_alike(before, after)
    assert alike is not None
    assert alike.count >= COUNT - 3
    assert f"Ids that would match {rule}: " in alike.text
    assert alike.spelling.plain(pair.split("'")[1].replace("<U+00A0>", "\u00a0")) == alike.spelling.plain(
        pair.split("'")[3]
    )


@pytest.mark.parametrize(("old", "new", "rule", "pair"), CASES)
def test_that_files_with_such_ids_stay_unmatched_and_say_so(
    tmp_path: Path, old: Callable[[int], str], new: Callable[[int], str], rule: str, pair: str
) -> None:
    paths = [write(tmp_path / "a.csv", old, range(COUNT)), write(tmp_path / "b.csv", new, range(COUNT))]
    found = open_files(paths)
    said = [problem for problem in found.problems if problem.code == "no_shared_units"]
    assert [rule in problem.text for problem in said] == [True], found.problems
    assert len(found.units) == 2 * COUNT


def test_that_some_ids_among_many_are_counted(tmp_path: Path) -> None:
    before = write(tmp_path / "a.csv", lambda number: f"q{number}", range(COUNT))
    after = write(tmp_path / "b.csv", lambda number: f"q{number}" + " " * (number < 12), range(COUNT))
    (said,) = [problem for problem in open_files([before, after]).problems if problem.code == "unmatched_units"]
    assert "28 units are in both versions" in said.text
    assert "Ids that would match after removing blanks at their ends: 12 (e.g. " in said.text
    assert said.hint.startswith("Remove the blanks")


def test_that_ids_of_other_items_are_no_spelling() -> None:
    assert find_alike(["q1", "q2"], ["r1", "r2"]) is None
    assert find_alike(["a", "A"], ["a ", "A "]) is not None
    assert find_alike(["1.5", "2.5"], ["15", "25"]) is None


WRITTEN = [
    f"{before}{middle}{after}"
    for before in ("", " ", "0", "q")
    for middle in ("a", "A", "1")
    for after in ("", " ", ".0")
]
IDS = st.lists(st.sampled_from(WRITTEN), unique=True, max_size=12)


@given(IDS, IDS)
def test_that_no_more_pairs_are_counted_than_there_are_units(before: list[str], after: list[str]) -> None:
    alike = find_alike(before, after)
    if alike is not None:
        assert 0 < alike.count <= min(len(before), len(after))
        assert alike.example[0] in before
        assert alike.example[1] in after
