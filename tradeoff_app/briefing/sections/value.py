"""Page 3, where the value comes from: by segment, by metric, people counted, and the distributions that matter most."""

from __future__ import annotations

from tradeoff_app.briefing.blocks import Heading, Section
from tradeoff_app.briefing.brief import Brief


def build(brief: Brief) -> Section:
    """Waterfalls of the value, grids of 1,000 and distributions."""
    name = brief.say("value")
    return Section("value", name, name, brief.project.title, (Heading(name, 1),))
