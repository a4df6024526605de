"""A pair of Python and PySide6 that would end the process is refused before it starts."""

from __future__ import annotations

import pytest

from tradeoff_app.app.guard import check_toolkit, refuse_bad_pair


@pytest.mark.parametrize(
    ("python", "pyside"),
    [((3, 11), "6.11.2"), ((3, 11), "6.11.3"), ((3, 12), "6.12.0"), ((3, 13), "6.13.1"), ((3, 11), "6.8.3")],
)
def test_that_a_good_pair_may_start(python: tuple[int, int], pyside: str) -> None:
    assert refuse_bad_pair(python, pyside) is None


@pytest.mark.parametrize(("python", "pyside"), [((3, 11), "6.12.0"), ((3, 11), "6.12.1"), ((3, 11), "7.0.0")])
def test_that_a_bad_pair_is_refused_in_one_sentence_that_says_what_to_do(python: tuple[int, int], pyside: str) -> None:
    said = refuse_bad_pair(python, pyside)
    assert said is not None
    assert pyside in said
    assert "install PySide6-Essentials below 6.12" in said
    assert said.count(".") - said.count(". ") >= 1
    assert said.endswith(".")
    assert "\n" not in said


def test_that_an_unknown_version_is_refused() -> None:
    assert refuse_bad_pair((3, 11), "unknown") is not None


def test_that_this_installation_may_run() -> None:
    assert check_toolkit() is None
