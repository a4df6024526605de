"""The versions that are compared: the baseline, the candidates for release, and what they are shown beside."""

from __future__ import annotations

from tradeoff_app.model.frozen import Frozen, Identifier
from tradeoff_app.model.names import readable_name


class Candidate(Frozen):
    """One arm of the comparison; `id` is the arm's name in the evidence."""

    id: Identifier
    label: str | None = None
    model: str | None = None

    @property
    def name(self) -> str:
        """The label people read; the id where none was given."""
        return readable_name(self.label or self.id)
