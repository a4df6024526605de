"""The lower half of Decide: the value cell by cell as live products, its total, and the score."""

from __future__ import annotations

import numpy as np

from tradeoff_app.analysis.partial_values import partial_value
from tradeoff_app.analysis.value_terms import Term
from tradeoff_app.briefing.excel.book import Sheet
from tradeoff_app.briefing.excel.decide_inputs import volume_key
from tradeoff_app.briefing.excel.inputs import Inputs
from tradeoff_app.briefing.excel.live import Live, live, total
from tradeoff_app.briefing.excel.material import Material
from tradeoff_app.briefing.excel.number_formats import SHARE, WHOLE, decimals
from tradeoff_app.model.segment import EVERYONE

HEADS = (
    "excel_metric", "traffic_segment", "excel_volume", "excel_rollout", "excel_money", "excel_arrives",
    "excel_simulated", "excel_value", "excel_at_export",
)  # fmt: skip


def write_value(sheet: Sheet, row: int, material: Material, inputs: Inputs) -> tuple[int, Live | None]:
    """A line for each term, then running cost and total; returns the next row and the total per month."""
    value = material.outcome.value
    if value is None:
        return row, None
    sheet.text(row, 0, material.say("value"), "group")
    sheet.worksheet.set_h_pagebreaks([row])
    sheet.text(row, 2, material.say("excel_value_note"), "group_note")
    sheet.heads(row + 1, tuple(material.say(head) for head in HEADS), numbers=range(2, 9))
    row += 2
    form = material.money_form()
    parts = []
    for term in material.terms:
        parts.append(_term(sheet, row, material, inputs, term))
        row += 1
    row, costs = _costs(sheet, row, material, inputs)
    exact = total(parts).number - costs.number
    remainder = sheet.number(row, 7, value.per_month.mean - exact, form)
    sheet.text(row, 0, material.say("excel_remainder"))
    row += 1
    sheet.text(row, 0, material.say("excel_total"), "total_text")
    for column in range(1, 7):
        sheet.text(row, column, "", "total_text")
    summed = sheet.live(row, 7, total(parts) - costs + remainder, form, "total")
    sheet.number(row, 8, value.per_month.mean, form, "total")
    sheet.book.workbook.define_name("value_per_month", f"={summed.formula}")
    sheet.text(row + 1, 0, material.say("excel_simulated_note"), "note")
    return row + 3, summed


def _term(sheet: Sheet, row: int, material: Material, inputs: Inputs, term: Term) -> Live:
    sheet.text(row, 0, material.speaker.metric(term.metric), ruled=True)
    sheet.text(row, 1, material.who(term.segment), ruled=True)
    factors = [
        sheet.live(row, 2, _volume(material, inputs, term), WHOLE, ruled=True),
        sheet.live(row, 3, live(inputs.share_of(term.segment, material.outcome.mix.shares)), SHARE, ruled=True),
        sheet.live(row, 4, inputs.ranges[term.price_path].expected, material.price_form(), ruled=True),
        sheet.live(row, 5, inputs.ranges[term.transport_path].expected, SHARE, ruled=True),
    ]
    product = factors[0] * factors[1] * factors[2] * factors[3]
    part = material.contribution(term)
    implied = part.mean / product.number if part is not None and product.number else term.effect
    factor = material.factor(term.metric)
    difference = sheet.number(row, 6, implied * factor, decimals(3, signed=True), ruled=True)
    cell = sheet.live(row, 7, product * difference / factor, material.money_form(), ruled=True)
    sheet.number(row, 8, part.mean if part else 0.0, material.money_form(), "code", ruled=True)
    return cell


def _volume(material: Material, inputs: Inputs, term: Term) -> Live:
    """The expected volume of a term, from its own cell or as its share of a stated whole."""
    basis = material.reading.basis_of(term.metric)
    source = term.volume_path.partition("/")[2]
    if basis != material.reading.mix.basis:
        source = source.removesuffix(f"/{basis}")
    cells = inputs.ranges.get(volume_key(source, basis))
    if cells is not None:
        share = term.volume.base / cells.base.number if cells.base.number else 0.0
        return cells.expected if share == 1.0 else cells.expected * share
    segments = [inputs.ranges.get(volume_key(segment, basis)) for segment in material.evidence.partition]
    return total([cell.expected for cell in segments if cell is not None])


def _costs(sheet: Sheet, row: int, material: Material, inputs: Inputs) -> tuple[int, Live]:
    form = material.money_form()
    costs = inputs.plain["running_cost_per_month"]
    basis = material.reading.mix.basis
    reach = []
    for segment, share in inputs.rollout.items():
        cells = inputs.ranges.get(volume_key(segment, basis)) or inputs.ranges.get(volume_key(EVERYONE, basis))
        if cells is not None:
            stated = volume_key(segment, basis) in inputs.ranges
            part = 1.0 if stated else material.outcome.mix.shares.get(segment, 1.0)
            reach.append(cells.expected * share * part)
    cost = costs + total(reach) * inputs.plain["cost_per_exposure"]
    sheet.text(row, 0, material.say("excel_running_cost"))
    shown = sheet.live(row, 7, -cost, form)
    return row + 1, -shown


def write_score(sheet: Sheet, row: int, material: Material, inputs: Inputs) -> tuple[int, Live | None]:
    """The score's difference metric by metric; returns the next row and the total of points."""
    score = material.outcome.score
    if score is None:
        return row, None
    sheet.text(row, 0, material.say("score_title"), "group")
    heads = ("excel_metric", "", "weight_share", "excel_change_of_range", "excel_points", "excel_at_export")
    sheet.heads(row + 1, tuple(material.say(head) if head else "" for head in heads), numbers=range(2, 6))
    row += 2
    counted = {part.metric: part for part in score.by_metric}
    whole = total([inputs.points[metric] for metric in counted])
    parts = []
    for metric, part in counted.items():
        sheet.text(row, 0, material.speaker.metric(metric), ruled=True)
        sheet.text(row, 1, "", ruled=True)
        share = sheet.live(row, 2, inputs.points[metric] / whole, SHARE, ruled=True)
        change = sheet.live(row, 3, _change_of_range(material, inputs, metric), "+0.0000;−0.0000;0", ruled=True)
        parts.append(sheet.live(row, 4, share * change * 100.0, decimals(2, signed=True), ruled=True))
        sheet.number(row, 5, part.mean, decimals(2, signed=True), "code", ruled=True)
        row += 1
    sheet.text(row, 0, material.say("excel_score"), "total_text")
    for column in range(1, 4):
        sheet.text(row, column, "", "total_text")
    remainder = score.difference - total(parts).number
    summed = sheet.live(row, 4, total(parts) + remainder, decimals(2, signed=True), "total")
    sheet.number(row, 5, score.difference, decimals(2, signed=True), "total")
    return row + 2, summed


def _change_of_range(material: Material, inputs: Inputs, metric: str) -> Live:
    """How much of its range a metric gains, weighted over its segments by weight or by share times rollout."""
    reading, swing = material.reading, material.scenario.swing[metric]
    shares = reading.mix_of(metric).shares
    weights, gains = [], []
    for segment in reading.drawn_segments(metric):
        arm = reading.candidate if segment == EVERYONE else reading.candidate_in(segment)
        cell = material.evidence.cells[metric, segment, arm]
        before, after = partial_value(swing, np.array([cell.baseline or 0.0, cell.candidate_value or 0.0])).tolist()
        if segment == EVERYONE:
            return live(after - before)
        weight = inputs.weights.get(segment) or inputs.rollout[segment] * shares[segment]
        weights.append(weight)
        gains.append(weight * (after - before))
    return total(gains) / total(weights)
