"""How an input of a scenario is called and shown in one cell of the table."""

from __future__ import annotations

from tradeoff_app.analysis.outcome import Outcome
from tradeoff_app.app.scenario_inputs import InputRow, Value
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.range import Range
from tradeoff_app.ui.tables.plain_model import Cell
from tradeoff_app.wording.speaker import Speaker
from tradeoff_app.wording.typography import typeset

ANSWERS = {"accept": QT_TR_NOOP("accepted"), "mitigate": QT_TR_NOOP("mitigated"), "block": QT_TR_NOOP("refused")}
UNSTATED = {
    "money": QT_TR_NOOP("not in money"),
    "swing": QT_TR_NOOP("no weight"),
    "regressions": QT_TR_NOOP("not answered"),
}


def input_name(path: str, speaker: Speaker) -> str:
    """The row's name: "Rare queries: rollout", "Irrelevant answer costs"."""
    kind, _, key = path.partition("/")
    if path == "candidate":
        return tr("Version")
    if kind == "rollout" and path.endswith("/candidate"):
        return tr(
            "Version, {segment_inside}", segment_inside=speaker.voice.segment_inside(key.removesuffix("/candidate"))
        )
    if kind == "regressions":
        metric, _, segment = key.rpartition("|")
        return speaker.cell(metric, segment)
    return speaker.tornado_input(f"scenarios/{speaker.project.scenario().id}/{path}")


def input_cell(row: InputRow, at: int, scenario: str, outcome: Outcome, speaker: Speaker) -> Cell:
    """The value in one scenario, with its low and high below where the scenarios differ in them."""
    kind, _, key = row.path.partition("/")
    value, path = row.values[at], f"scenarios/{scenario}/{row.path}"
    if kind == "segment_weights":
        return Cell(_multiple(value, key, scenario, outcome, speaker))
    if isinstance(value, Range):
        return _range(value, path, speaker)
    if isinstance(value, str):
        return Cell(tr(ANSWERS.get(value, value)) if kind == "regressions" else speaker.candidate(value))
    if value is None:
        return Cell(
            tr(UNSTATED.get(kind, "")) or (tr("as everyone") if row.path.endswith("/candidate") else tr("not stated")),
            ink="muted",
        )
    return Cell(typeset(speaker.stated_value(path, value)), is_assumed=speaker.project.is_assumed(path))


def _range(value: Range, path: str, speaker: Speaker) -> Cell:
    text = typeset(speaker.stated_value(path, value.base))
    is_assumed = speaker.project.is_assumed(path)
    if value.is_exact:
        return Cell(text, is_assumed=is_assumed)
    ends = sorted((value.low, value.high), key=abs)
    return Cell(text, typeset(speaker.stated_range(path, *ends)), is_assumed=is_assumed)


def _multiple(value: Value, segment: str, scenario: str, outcome: Outcome, speaker: Speaker) -> str:
    """A value weight as the Value page shows it: how many times its share of the traffic a segment counts."""
    share = outcome.mix.shares.get(segment, 0.0) * speaker.project.scenarios[scenario].rollout_of(segment).share
    multiple = value / share if isinstance(value, float) and share > 0 else 1.0
    return f"{speaker.numbers.decimal(multiple, 2)} ×"
