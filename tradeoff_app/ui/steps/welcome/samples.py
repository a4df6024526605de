"""The samples that come with the program, with the question that each one asks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tradeoff_app.app.translation import QT_TR_NOOP

FOLDER = Path(__file__).resolve().parents[4] / "sample_projects"


@dataclass(frozen=True)
class Sample:
    """A sample project: its file, title, question, and what it is made of."""

    file: str
    title: str
    question: str
    facts: str

    @property
    def path(self) -> Path:
        """Where it lies."""
        return FOLDER / self.file


SAMPLES: tuple[Sample, ...] = (
    Sample(
        "support-bot.tradeoff",
        QT_TR_NOOP("Support bot 4.2 → 4.3"),
        QT_TR_NOOP("Do 44 more completed tasks in 1,000 outweigh 3 more irrelevant answers?"),
        QT_TR_NOOP("17,400 queries, 3 segments"),
    ),
    Sample(
        "search-relevance.tradeoff",
        QT_TR_NOOP("Search relevance, autumn model"),
        QT_TR_NOOP("Better on the queries that everybody asks, less accurate on the long tail: is it worth it?"),
        QT_TR_NOOP("2,600 searches, 2 segments"),
    ),
    Sample(
        "drafting-assistant.tradeoff",
        QT_TR_NOOP("Drafting assistant 7 → 8"),
        QT_TR_NOOP("Every text score went up, and writers like it less. Which counts?"),
        QT_TR_NOOP("600 drafts rated by people, 620 privacy probes"),
    ),
)
