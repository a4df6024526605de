"""A pair of answers that somebody chose to show in the briefing, kept as it is shown: with personal data hidden."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field

from tradeoff_app.model.frozen import Frozen, Identifier

Pick = Literal["worst", "median", "random"]
"""How an example was found: the worst first, the most ordinary first, or by chance."""


class KeptExample(Frozen):
    """One unit's answers before and after in a cell; a text is None where that version has none.

    `question` is what was asked of both, None where nothing says so.
    `count` is out of how many pairs it was chosen, `seed` the one of a random draw.
    """

    unit: Identifier
    metric: Identifier
    segment: Identifier
    candidate: Identifier
    pick: Pick
    seed: int = 0
    count: Annotated[int, Field(ge=1)] = 1
    before: str | None = None
    after: str | None = None
    question: str | None = None
    value_before: float
    value_after: float

    @property
    def key(self) -> str:
        """The id under which a project keeps it."""
        return f"{self.metric}|{self.segment}|{self.unit}"

    @property
    def cell(self) -> tuple[str, str]:
        """Metric and segment that it is an example of."""
        return self.metric, self.segment

    def turned(self) -> Self:
        """The same with both versions exchanged."""
        sides = {"before": self.after, "after": self.before}
        values = {"value_before": self.value_after, "value_after": self.value_before}
        return self.model_copy(update={**sides, **values})
