"""What stands out in the verdict bar: the change, the worth, the limit; never a number of the interval alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.app.stories import open_story
from tradeoff_app.ui.verdict_text import emphasise_change, emphasise_first, emphasise_last, keep_bracket, verdict_text
from tradeoff_app.ui.widgets.text import Run, RunsLabel
from tradeoff_app.wording.speaker import Speaker

NBSP = "\u00a0"


def strong(runs: tuple[Run, ...]) -> list[str]:
    """The pieces that stand out."""
    return [run.text for run in runs if run.is_strong]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (f"For every 1,000 rare queries, 3{NBSP}more get an irrelevant answer (1 to 5{NBSP}more)", [f"3{NBSP}more"]),
        (f"For every 100 drafts, 12{NBSP}fewer are friendly", [f"12{NBSP}fewer"]),
        ("No user loses anything that was measured", []),
        ("", []),
    ],
)
def test_that_the_change_stands_out_and_not_the_denominator_or_the_interval(sentence: str, wanted: list[str]) -> None:
    runs = emphasise_change(sentence)
    assert strong(runs) == wanted
    assert "".join(run.text for run in runs) == sentence


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("+$50,000 ($24,000 to $79,000)", ["+$50,000"]),
        ("−€1.2 million (−€2 million to −€0.3 million)", ["−€1.2 million"]),
        ("not known: no exposures are stated", []),
        ("not known (no money is stated)", []),
    ],
)
def test_that_the_estimate_stands_out_and_its_interval_is_muted(sentence: str, wanted: list[str]) -> None:
    runs = emphasise_first(sentence)
    assert strong(runs) == wanted
    assert "".join(run.text for run in runs) == sentence


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("one irrelevant answer costs over $420", ["$420"]),
        (f"under 13{NBSP}% of the measured effect arrives", [f"13{NBSP}%"]),
        ("no single assumption flips it", []),
    ],
)
def test_that_the_limit_stands_out(sentence: str, wanted: list[str]) -> None:
    runs = emphasise_last(sentence)
    assert strong(runs) == wanted
    assert "".join(run.text for run in runs) == sentence


def test_that_the_bar_says_what_the_one_voice_says() -> None:
    document = open_story()
    speaker = Speaker(document.project)
    text = verdict_text(document.outcome, speaker).as_text().replace(NBSP, " ")
    assert speaker.verdict_title(document.outcome) in text
    assert speaker.safety_line(document.outcome) in text
    assert f"What users lose: {speaker.loss_line(document.outcome)}" in text
    assert f"Worth per month: {speaker.worth_line(document.outcome)}" in text
    assert f"Flips if: {speaker.flip_line(document.outcome)}" in text


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("3 more get one (1 to 5 more)", f"3 more get one (1{NBSP}to{NBSP}5{NBSP}more)"),
        ("No bracket at all", "No bracket at all"),
        ("+$5 (from a loss of $1,000,000 to a gain of $2,000,000)", None),
    ],
)
def test_that_a_short_interval_stays_on_one_line(sentence: str, wanted: str | None) -> None:
    assert keep_bracket(sentence) == (sentence if wanted is None else wanted)


def test_that_a_bound_interval_that_is_wider_than_its_line_is_broken_after_all(app: QApplication) -> None:
    label = RunsLabel(lines=2)
    label.set_runs((Run("+$50,000 "), Run(f"(from{NBSP}$19,000{NBSP}to{NBSP}$86,000)")))
    widths = {}
    for width in (300, 100):
        layout, lines = label._lay_out(width, label._runs)
        widths[width] = [layout.lineAt(index).naturalTextWidth() for index in range(len(lines))]
    assert len(widths[300]) == 1
    assert all(natural <= 101 for natural in widths[100])
