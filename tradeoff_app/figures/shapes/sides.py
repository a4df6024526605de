"""The values of both versions in one segment, as the distribution figures need them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.analysis.evidence import Evidence
from tradeoff_app.analysis.observations import FloatArray
from tradeoff_app.wording.frequency import kind_of
from tradeoff_app.wording.speaker import Speaker


@dataclass(frozen=True)
class Sides:
    """Unit values before and after (pairs alone where the comparison is paired) with what was found about them."""

    metric: str
    segment: str
    before: FloatArray
    after: FloatArray
    is_paired: bool
    effect: Effect | None
    speaker: Speaker
    is_as_measured: bool = False
    """Whether all users are drawn as the evaluation was made up, while the effect weighs them by volume."""

    @property
    def is_clear(self) -> bool:
        """Whether the interval of the change lies on one side of zero."""
        interval = None if self.effect is None else self.effect.interval
        return interval is not None and kind_of(*interval) != "no_clear_change"

    @property
    def title(self) -> str:
        """The finding: the change where it is clear, else that there is no clear one."""
        say, name = self.speaker.voice.say, self.speaker.metric(self.metric)
        if self.effect is None or self.effect.interval is None:
            return say("figure_change_unknown", name=name)
        if self.is_clear:
            return say("figure_change", name=name, change=self.speaker.change_with_unit(self.effect))
        if self.effect.state == "no_worse" and self.effect.margin is not None:
            margin = self.speaker.threshold(self.metric, self.effect.margin)
            return say("figure_inside_margin", name=name, margin=margin)
        return say("figure_no_clear_change", name=name)

    @property
    def counted(self) -> str:
        """How many units it rests on, of which segment, and the change with its interval."""
        text = self.sample
        if self.effect is None or self.effect.interval is None:
            return text
        span = self.speaker.interval_of(self.effect)
        return self.speaker.voice.say("with_change", text=text, change=self.speaker.change(self.effect), span=span)

    def level(self, value: float) -> str:
        """A level with the decimals that it has wherever the effect is told."""
        if self.effect is None:
            return self.speaker.level(self.metric, value)
        return self.speaker.level_of(self.effect, value)

    @property
    def sample(self) -> str:
        """How many units it rests on, and of which segment."""
        units = self.speaker.voice.units(self.metric)
        say = self.speaker.voice.say
        where = say("everyone_as_measured") if self.is_as_measured else self.speaker.voice.segment_inside(self.segment)
        whole = self.speaker.numbers.whole
        if self.is_paired:
            return self.speaker.voice.say("paired_units", n=whole(len(self.before)), units=units, where=where)
        sizes = {"n": whole(len(self.before)), "m": whole(len(self.after))}
        return self.speaker.voice.say("unpaired_units", **sizes, units=units, where=where)

    @property
    def names(self) -> tuple[str, str]:
        """The words for both versions."""
        return self.speaker.voice.say("before"), self.speaker.voice.say("after")

    def alt(self, title: str, subtitle: str) -> str:
        """Title, subtitle and the effect in words."""
        words = "" if self.effect is None else f" {self.speaker.effect_short(self.effect)}."
        return f"{title}. {subtitle}.{words}"


def make_sides(
    evidence: Evidence, effect: Effect | None, speaker: Speaker, metric: str, segment: str, candidate: str
) -> Sides | None:
    """Values of the baseline and the candidate in a segment; None where one of them has none."""
    table = evidence.table
    members = evidence.members.get(segment)
    if metric not in table.metrics or candidate not in table.arms or members is None:
        return None
    values = table.values[table.metrics.index(metric)]
    before, after = values[0], values[table.arms.index(candidate)]
    pairing = evidence.pairings.get(candidate)
    is_paired = pairing is not None and pairing.mode == "paired"
    has_before, has_after = members & ~np.isnan(before), members & ~np.isnan(after)
    if is_paired:
        has_before = has_after = has_before & has_after
    factor = speaker.voice.time_factor(metric)
    sides = before[has_before] * factor, after[has_after] * factor
    if min(len(side) for side in sides) == 0:
        return None
    return Sides(metric, segment, *sides, is_paired, effect, speaker)


def shares_of(values: FloatArray, edges: Sequence[float]) -> list[float]:
    """The share of all values in each bin; values outside the edges count in none."""
    counts, _ = np.histogram(values, np.asarray(edges))
    return [float(share) for share in counts / len(values)]
