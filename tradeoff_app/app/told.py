"""What files, projects and inputs made us notice, in the language of the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from tradeoff_app.app.translation import spoken
from tradeoff_app.wording.language import sentence_case
from tradeoff_app.wording.messages.rendering import message, place, where

if TYPE_CHECKING:
    from tradeoff_app.analysis.observations import Problem


class Refusal(Protocol):
    """What readers, storage and setups refuse with."""

    place: str
    cause: str
    hint: str


def told(text: str) -> str:
    """A cause, a hint or a sentence in the language of the window."""
    return message(text, spoken())


def told_place(text: str) -> str:
    """Where something stands in a file, in the language of the window."""
    return place(text, spoken())


def told_problem(problem: Problem) -> Problem:
    """The same problem with its words in the language of the window."""
    return replace(problem, place=told_place(problem.place), text=told(problem.text), hint=told(problem.hint))


def told_refusal(error: Refusal, *, with_place: bool = False) -> str:
    """Cause and hint of a refusal as sentences, behind its place where that is wanted."""
    cause, hint = told(error.cause), told(error.hint)
    said = f"{where(error.place, spoken())}: {cause}" if with_place and error.place else cause
    return " ".join(_as_sentence(text) for text in (said, hint) if text)


def _as_sentence(text: str) -> str:
    return sentence_case(text) + ("" if text.endswith((".", "?", "!")) else ".")
