"""The verdict bar's sentences from the one voice, with the numbers that stand out set apart."""

from __future__ import annotations

import re

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.ui.widgets.marks import MARK_OF_VERDICT
from tradeoff_app.ui.widgets.text import Run
from tradeoff_app.ui.widgets.verdict_bar import VerdictText
from tradeoff_app.wording.flips import first, nearest_weight
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import NO_BREAK, typeset
from tradeoff_app.wording.verdict import told_loss

LONGEST_BRACKET = 24
NUMBER = re.compile(r"(?<![\w.,])[-+−]?[^\w\s()]?\d[\d.,\u202f]*(?:\u00a0(?:%|s|[a-zäöü]+))?")


def verdict_text(outcome: Outcome, speaker: Speaker) -> VerdictText:
    """Everything that the verdict bar says about an outcome."""
    return VerdictText(
        mark=MARK_OF_VERDICT.get(outcome.verdict.recommendation, "open"),
        verdict=typeset(speaker.verdict_title(outcome)),
        safety=typeset(speaker.safety_line(outcome)),
        loss=emphasise_change(keep_bracket(typeset(speaker.loss_line(outcome)))),
        worth=emphasise_first(keep_bracket(typeset(speaker.worth_line(outcome)))),
        flips=emphasise_last(typeset(speaker.flip_line(outcome))),
        quantities=(_loss(outcome), "value", _flip(outcome)),
        has_gates=bool(speaker.project.gates),
    )


def keep_bracket(sentence: str) -> str:
    """A short interval at the end, "(1 to 5 more)", goes to the next line as a whole."""
    head, bracket, tail = sentence.rpartition(" (")
    is_short = bool(bracket) and len(tail) <= LONGEST_BRACKET
    return f"{head}{bracket}{tail.replace(' ', NO_BREAK)}" if is_short else sentence


def _loss(outcome: Outcome) -> str:
    """What explains the loss that is told; the trace does where none was found."""
    told = told_loss(outcome)
    if told is None:
        return ""
    return f"{'people' if outcome.people_per_month(told.metric, told.segment) else 'effect'}:{told.key}"


def _flip(outcome: Outcome) -> str:
    """What explains the condition that turns the answer."""
    item = first(outcome)
    if item is not None:
        return f"break_even:{item.input}"
    turning = [flip for flip in outcome.sensitivity.weight_flips if flip.flips_at is not None]
    return f"weight_flip:{nearest_weight(turning).metric}" if turning else ""


def emphasise_change(sentence: str) -> tuple[Run, ...]:
    """The change stands out: the number bound to its word ("3 more"), before the interval in brackets."""
    told = sentence.partition("(")[0]
    bound = [found for found in NUMBER.finditer(told) if "\u00a0" in found.group()]
    return _with_strong(sentence, bound[-1] if bound else None)


def emphasise_first(sentence: str) -> tuple[Run, ...]:
    """The estimate stands out, the interval behind it is muted; a sentence without a number stays as it is."""
    head, bracket, tail = sentence.partition(" (")
    if not bracket or not NUMBER.search(head):
        return (Run(sentence),)
    return Run(head, is_strong=True), Run(f"{bracket}{tail}", ink="muted")


def emphasise_last(sentence: str) -> tuple[Run, ...]:
    """The limit stands out: the last number."""
    found = list(NUMBER.finditer(sentence))
    return _with_strong(sentence, found[-1] if found else None)


def _with_strong(sentence: str, found: re.Match[str] | None) -> tuple[Run, ...]:
    if found is None:
        return (Run(sentence),)
    pieces = (
        Run(sentence[: found.start()]),
        Run(sentence[found.start() : found.end()], is_strong=True),
        Run(sentence[found.end() :]),
    )
    return tuple(piece for piece in pieces if piece.text)
