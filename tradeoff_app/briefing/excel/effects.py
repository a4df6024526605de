"""The sheet Effects: the effects table of the page, with people per month as formulas of Decide."""

from __future__ import annotations

from tradeoff_app.analysis.effects import Effect
from tradeoff_app.briefing.blocks import GroupHead, Row
from tradeoff_app.briefing.effect_rows import places_of
from tradeoff_app.briefing.excel.book import Sheet
from tradeoff_app.briefing.excel.decide_inputs import volume_key
from tradeoff_app.briefing.excel.inputs import Inputs
from tradeoff_app.briefing.excel.live import Live, total
from tradeoff_app.briefing.excel.material import Material
from tradeoff_app.briefing.excel.number_formats import SIGNED_WHOLE, WHOLE, decimals
from tradeoff_app.model.segment import EVERYONE

HEADS = (
    "effect", "traffic_segment", "excel_unit", "before", "after", "change", "excel_low", "excel_high",
    "per_month", "excel_low_at_export", "excel_high_at_export", "excel_n", "evidence", "excel_bound", "state",
)  # fmt: skip


def write_effects(sheet: Sheet, material: Material, inputs: Inputs) -> None:
    """The rows of the document's effects table, in its order and with its numbers."""
    sheet.text(0, 0, material.say("effects"), "title")
    sheet.text(1, 0, material.say("excel_effects_note"), "note")
    sheet.heads(3, tuple(material.say(head) for head in HEADS), numbers=range(3, 12), indented=(2, 13, 14))
    sheet.widths(26, 22, 18, 9, 9, 9, 9, 9, 11, 11, 11, 10, 13, 28, 16)
    table = material.document.table("effects")
    row = 4
    is_safety = False
    for item in _followed(table.rows if table else ()):
        if isinstance(item, GroupHead):
            is_safety = item.text == material.say("group_safety")
            sheet.text(row + 1, 0, item.text, "group")
            sheet.text(row + 1, 1, item.note, "group_note")
            row += 2
        else:
            _effect(sheet, row, material, inputs, item, is_safety=is_safety)
            row += 1
    if table and table.caption:
        sheet.text(row + 1, 0, table.caption, "note")
    sheet.print_setup(material.document.foot, head_row=3, freeze=(4, 1))


def _followed(rows: tuple[Row | GroupHead, ...]) -> list[Row | GroupHead]:
    """The rows without heads over nothing."""
    pairs = zip(rows, (*rows[1:], None), strict=True) if rows else ()
    return [row for row, after in pairs if isinstance(row, Row) or isinstance(after, Row)]


def _effect(sheet: Sheet, row: int, material: Material, inputs: Inputs, item: Row, *, is_safety: bool) -> None:
    metric, _, segment = item.key.rpartition("|")
    effect = material.outcome.effect(metric, segment)
    name, before, after, change, bar, month, evidence, state = item.cells
    who = material.who(segment)
    sheet.text(row, 0, name.text, "wrap", ruled=True)
    sheet.text(row, 1, who, "wrap", ruled=True)
    sheet.fit_row(row, (name.text, 26), (who, 22))
    sheet.text(row, 2, material.speaker.unit_line(metric), "muted", ruled=True)
    for column, cell in ((3, before), (4, after)):
        sheet.number(row, column, cell.number, decimals(cell.places or 0), ruled=True)
    changed = sheet.number(row, 5, change.number, decimals(change.places or 0, signed=True), ruled=True)
    low, high = effect.interval if effect and effect.interval and not is_safety else (None, None)
    factor = material.factor(metric)
    told = [places for places in map(places_of, change.small.split()) if places is not None] or [0]
    for column, end, places in ((6, low, told[0]), (7, high, told[-1])):
        shown = None if end is None else end * factor
        sheet.number(row, column, shown, decimals(places, signed=True), ruled=True)
    if effect is not None and month.text:
        _people(sheet, row, material, inputs, effect, changed)
    else:
        for column in (8, 9, 10):
            sheet.text(row, column, "", ruled=True)
    sheet.number(row, 11, evidence.number, WHOLE, ruled=True)
    sheet.text(row, 12, evidence.small, "muted", ruled=True)
    bound = change.small if is_safety else _margin(material, effect)
    sheet.text(
        row,
        13,
        f"{bound}; {bar.small}" if is_safety and bound and bar.small else bound or bar.small,
        "muted",
        ruled=True,
    )
    sheet.text(row, 14, state.text, "state", ruled=True)


def _margin(material: Material, effect: Effect | None) -> str:
    if effect is None or effect.margin is None:
        return ""
    return material.say("excel_margin", margin=material.speaker.threshold(effect.metric, effect.margin))


def _people(sheet: Sheet, row: int, material: Material, inputs: Inputs, effect: Effect, changed: Live) -> None:
    """Events a month: volume x rollout x change; of everyone, the sum over segments. The interval is that of export."""
    people = material.reading.people_per_month(effect.metric, effect.segment)
    formula = _live_people(material, inputs, effect, changed) if people else None
    if people is None or formula is None:
        sheet.number(row, 8, people[0] if people else None, SIGNED_WHOLE, ruled=True)
    else:
        sheet.live(row, 8, formula, SIGNED_WHOLE, ruled=True)
    for column, value in ((9, people[1] if people else None), (10, people[2] if people else None)):
        sheet.number(row, column, value, SIGNED_WHOLE, ruled=True)


def _live_people(material: Material, inputs: Inputs, effect: Effect, changed: Live) -> Live | None:
    factor = material.factor(effect.metric)
    if effect.segment in inputs.rollout:
        reach = _reach(material, inputs, effect.metric, effect.segment)
        return None if reach is None else reach * changed / factor
    if effect.segment != EVERYONE:
        return None
    parts = []
    for segment in inputs.rollout:
        own = material.reading.effect(effect.metric, segment)
        reach = _reach(material, inputs, effect.metric, segment)
        if own is not None and own.difference is not None and reach is not None:
            parts.append(reach * own.difference)
    return total(parts) if parts else None


def _reach(material: Material, inputs: Inputs, metric: str, segment: str) -> Live | None:
    """Base volume times rollout; a share of the stated whole where the segment has no volume of its own."""
    basis = material.reading.basis_of(metric)
    own = inputs.ranges.get(volume_key(segment, basis))
    if own is not None:
        return own.base * inputs.rollout[segment]
    whole = inputs.ranges.get(volume_key(EVERYONE, basis))
    volume = material.reading.volumes(basis).get(segment)
    if whole is None or volume is None or not whole.base.number:
        return None
    return whole.base * (volume.base / whole.base.number) * inputs.rollout[segment]
