"""Answers before and after that somebody chose to show, under what was asked, with where each was found."""

from __future__ import annotations

from collections.abc import Iterator

from tradeoff_app.briefing.blocks import Block, Columns, Heading, Paragraph, Section
from tradeoff_app.briefing.brief import Brief
from tradeoff_app.model.example import KeptExample
from tradeoff_app.wording.language import sentence_case

LONGEST = 900
"""Characters of an answer that a page shows: two long ones side by side still fit on it."""


def build(brief: Brief) -> Section | None:
    """The examples that the project keeps of the scenario's candidate, by cell; None where none was chosen."""
    shown = [item for item in brief.project.examples.values() if item.candidate == brief.outcome.candidate]
    if not shown:
        return None
    name = brief.say("examples")
    return Section("examples", name, name, brief.project.title, tuple(_blocks(brief, shown)))


def _blocks(brief: Brief, shown: list[KeptExample]) -> Iterator[Block]:
    yield Heading(brief.say("examples_title"), 1)
    yield Paragraph(brief.say("examples_lead"), "lead")
    for cell in dict.fromkeys(item.cell for item in shown):
        own = [item for item in shown if item.cell == cell]
        note = brief.say(
            "examples_shown", shown=brief.numbers.whole(len(own)), count=brief.numbers.whole(max(i.count for i in own))
        )
        yield Heading(sentence_case(brief.speaker.cell(*cell)), 2, note=note)
        for item in own:
            yield Heading(brief.say("example_of", unit=item.unit), 3, note=brief.say(f"example_{item.pick}"))
            if item.question:
                yield Paragraph(brief.say("example_question", question=_cut(item.question)))
            yield Columns((_side(brief, item, is_after=False), _side(brief, item, is_after=True)))
            note_on_it = brief.project.notes.get(f"examples/{item.unit}")
            if note_on_it:
                yield Paragraph(brief.say("example_note", note=note_on_it), "small")


def _side(brief: Brief, item: KeptExample, *, is_after: bool) -> tuple[Block, ...]:
    """One version: its name with the value that it scored, and the answer."""
    text, value = (item.after, item.value_after) if is_after else (item.before, item.value_before)
    known = brief.project.candidates.get(item.candidate) if is_after else brief.project.baseline
    plain = sentence_case(brief.speaker.voice.say("after" if is_after else "before"))
    version = known.label if known is not None and known.label else plain
    head = brief.say("example_scored", version=version, value=_scored(brief, item.metric, value))
    return (Heading(head, 3), Paragraph(_cut(text) if text else brief.say("example_no_answer")))


def _scored(brief: Brief, metric: str, value: float) -> str:
    if brief.speaker.voice.is_rate(metric) and value in (0.0, 1.0):
        return brief.say("example_yes" if value else "example_no")
    return brief.speaker.amount(metric, value)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"
