"""The linter finds what the wording rules forbid and leaves honest sentences alone."""

from __future__ import annotations

import pytest

from tradeoff_app.wording.lint import lint


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1 in 50 users sees it", "one_in_n"),
        ("about 300 users", "vague_number"),
        ("roughly $500 a month", "vague_number"),
        ("up to 5 users", "slanted_number"),
        ("only 3 queries", "slanted_number"),
        ("There is no risk", "certainty"),
        ("This guarantees it", "certainty"),
        ("no difference was seen", "no_difference"),
        ("a significant gain", "significant"),
        ("trending towards better", "trend"),
        ("12% more completions", "relative_only"),
        ("Completion improved by 7%", "relative_only"),
        ("For every 1,000 queries, 3 more fail.", "hidden_interval"),
        ("Response time is 22 s longer.", "hidden_interval"),
        ("That is an estimated 120 more each month (95% interval 41 to 200).", "month_without_exposure"),
        ("The rate is 45.678%", "false_precision"),
        ("an estimated $50,123 each month", "false_precision"),
    ],
)
def test_that_a_forbidden_form_is_found(text: str, code: str) -> None:
    found = lint(text)
    assert code in {finding.code for finding in found}
    assert all(text[finding.start : finding.end] == finding.excerpt for finding in found)
    assert all(finding.advice for finding in found)


@pytest.mark.parametrize(
    "text",
    [
        "We wrote about what only users can tell.",
        "For every 1,000 queries, 3 more fail (from 21 to 24; 95% interval 1 to 5 more).",
        "No clear change in errors: the data fit anything from 1 fewer to 7 more for every 1,000 queries.",
        "Completion rose 4.4 percentage points, +7% relative (95% interval 2.8 to 5.9).",
        "The price is $4.25, the rating 4.52.",
        "It is about as likely as not.",
        "",
    ],
)
def test_that_an_honest_sentence_is_left_alone(text: str) -> None:
    assert lint(text) == ()


def test_that_levels_alone_are_no_interval() -> None:
    assert {finding.code for finding in lint("For every 100 queries, 3 more fail (from 21 to 24).")} == {
        "hidden_interval"
    }


def test_that_no_break_spaces_hide_nothing() -> None:
    assert lint("about\u00a0300 users")[0].code == "vague_number"
