"""Paths of decisions (`scenarios/base/money/irrelevant|tail`) taken apart, so that words can be found for them."""

from __future__ import annotations

from dataclasses import dataclass

from tradeoff_app.model.segment import EVERYONE


@dataclass(frozen=True)
class Path:
    """A path without its scenario: what kind of input, of which item, which field of it."""

    scenario: str | None
    kind: str
    key: str
    field: str

    @property
    def metric(self) -> str:
        """The metric of a key `metric|segment`."""
        metric, _, segment = self.key.rpartition("|")
        return metric or segment

    @property
    def segment(self) -> str:
        """The segment of a key `metric|segment`; everyone where it names none."""
        metric, _, segment = self.key.rpartition("|")
        return segment if metric else EVERYONE


def parse(path: str) -> Path:
    """Take a path apart; `exposure/tail` and `segments/tail/exposure` are the same thing said twice."""
    scenario: str | None = None
    parts = path.split("/")
    if parts[0] == "scenarios" and len(parts) > 2:
        scenario, parts = parts[1], parts[2:]
    if parts[0] == "segments" and len(parts) > 2 and parts[2] == "exposure":
        return Path(scenario, "exposure", parts[1], "/".join(parts[3:]))
    if parts[0] == "exposure":
        return Path(scenario, "exposure", parts[1] if len(parts) > 1 else EVERYONE, "/".join(parts[2:]))
    key = parts[1] if len(parts) > 1 else ""
    return Path(scenario, parts[0], key, "/".join(parts[2:]))
