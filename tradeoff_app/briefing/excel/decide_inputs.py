"""The upper half of Decide: money, volumes, rollout, weights, transport and costs, all yellow and named."""

from __future__ import annotations

from tradeoff_app.analysis.exposures import total_exposure
from tradeoff_app.briefing.excel.book import Sheet
from tradeoff_app.briefing.excel.inputs import Inputs, write_input, write_range
from tradeoff_app.briefing.excel.material import Material
from tradeoff_app.briefing.excel.number_formats import POINTS, SHARE, WHOLE, decimals
from tradeoff_app.model.range import Range
from tradeoff_app.model.segment import EVERYONE

RANGE_HEADS = ("worth_low", "worth_base", "worth_high", "excel_expected")


def write_inputs(sheet: Sheet, row: int, material: Material) -> tuple[int, Inputs]:
    """All inputs from `row` on; returns the next free row and where each input stands."""
    inputs = Inputs()
    for write in (_money, _volumes, _segments, _transport, _swings, _costs):
        row = write(sheet, row, material, inputs)
    return row, inputs


def _head(sheet: Sheet, row: int, material: Material, title: str, heads: tuple[str, ...]) -> int:
    """A group head over column heads; returns the first row under them."""
    sheet.text(row, 0, material.say(title), "group")
    sheet.heads(row + 1, tuple(material.say(head) if head else "" for head in heads), numbers=range(2, 6))
    return row + 2


def _money(sheet: Sheet, row: int, material: Material, inputs: Inputs) -> int:
    entries = material.scenario.money
    if not entries:
        return row
    row = _head(sheet, row, material, "worth", ("worth_metric", "traffic_segment", *RANGE_HEADS, "excel_unit"))
    for key, entry in entries.items():
        sheet.text(row, 0, material.speaker.metric(entry.metric), ruled=True)
        sheet.text(row, 1, material.who(entry.segment), ruled=True)
        form = material.price_form()
        reading = material.project.assumption_reading
        inputs.ranges[f"money/{key}"] = write_range(sheet, row, entry.per_unit, f"money/{key}", form, reading)
        sheet.text(row, 6, material.say("excel_per_unit", currency=material.project.currency), "muted")
        row += 1
    return row + 1


def volumes(material: Material) -> dict[str, Range]:
    """Every stated volume that the value or the people counts rest on, keyed by its path and basis."""
    found: dict[str, Range] = {}
    for segment in material.evidence.partition:
        known = material.project.segments.get(segment)
        for exposure in known.exposure if known and segment != EVERYONE else ():
            found[volume_key(segment, exposure.basis)] = exposure.per_month
    for basis in dict.fromkeys(material.reading.basis_of(metric) for metric in material.evidence.table.metrics):
        whole = total_exposure(material.project, basis)
        if whole is not None:
            found[volume_key(EVERYONE, basis)] = whole
    return found


def volume_key(segment: str, basis: str | None) -> str:
    """The key of a volume in the workbook."""
    return f"exposure/{segment}/{basis or 'unit'}"


def _volumes(sheet: Sheet, row: int, material: Material, inputs: Inputs) -> int:
    found = volumes(material)
    if not found:
        return row
    row = _head(sheet, row, material, "excel_volumes", ("traffic_segment", "excel_basis", *RANGE_HEADS))
    for key, values in found.items():
        segment, basis = _split(key)
        sheet.text(row, 0, material.who(segment), ruled=True)
        sheet.text(row, 1, basis, ruled=True)
        inputs.ranges[key] = write_range(sheet, row, values, key, WHOLE, material.project.assumption_reading)
        row += 1
    return row + 1


def _split(key: str) -> tuple[str, str]:
    """Segment and basis of a key; a segment may have slashes of its own."""
    segment, _, basis = key.partition("/")[2].rpartition("/")
    return segment, basis


def _segments(sheet: Sheet, row: int, material: Material, inputs: Inputs) -> int:
    by_hand = material.scenario.segment_weights
    heads = ("traffic_segment", "", "excel_rollout", *(("excel_weight",) if by_hand else ()))
    row = _head(sheet, row, material, "excel_segments", heads)
    for segment in material.evidence.partition:
        sheet.text(row, 0, material.who(segment), ruled=True)
        sheet.text(row, 1, "", ruled=True)
        share = material.scenario.rollout_of(segment).share
        inputs.rollout[segment] = write_input(sheet, row, 2, share, f"rollout/{segment}", SHARE)
        _limit(sheet, row, 2, 0.0, 1.0)
        if segment in by_hand:
            path = f"segment_weights/{segment}"
            inputs.weights[segment] = write_input(sheet, row, 3, by_hand[segment], path, decimals(2))
        row += 1
    return row + 1


def _transport(sheet: Sheet, row: int, material: Material, inputs: Inputs) -> int:
    used = dict.fromkeys(term.transport_path for term in material.terms)
    if not used:
        return row
    row = _head(sheet, row, material, "excel_transport", ("excel_metric", "", *RANGE_HEADS))
    for path in used:
        metric = path.partition("/")[2]
        name = material.say("excel_all_metrics") if metric == EVERYONE else material.speaker.metric(metric)
        sheet.text(row, 0, name, ruled=True)
        sheet.text(row, 1, "", ruled=True)
        values = material.scenario.transport_of(metric)
        inputs.ranges[path] = write_range(sheet, row, values, path, SHARE, material.project.assumption_reading)
        row += 1
    return row + 1


def _swings(sheet: Sheet, row: int, material: Material, inputs: Inputs) -> int:
    if material.outcome.score is None:
        return row
    row = _head(sheet, row, material, "weights", ("weight_metric", "", "weight_points"))
    for metric, swing in material.scenario.swing.items():
        sheet.text(row, 0, material.speaker.metric(metric), ruled=True)
        sheet.text(row, 1, "", ruled=True)
        inputs.points[metric] = write_input(sheet, row, 2, swing.points, f"swing/{metric}/points", POINTS)
        row += 1
    return row + 1


def _costs(sheet: Sheet, row: int, material: Material, inputs: Inputs) -> int:
    row = _head(sheet, row, material, "excel_costs", ("", "", "excel_amount"))
    project, scenario = material.project, material.scenario
    plain = material.money_form()
    for path, value, form in (
        ("running_cost_per_month", scenario.running_cost_per_month, plain),
        ("cost_per_exposure", scenario.cost_per_exposure, material.price_form()),
        ("one_off_cost", scenario.one_off_cost, plain),
        ("horizon_months", float(project.horizon_months), WHOLE),
        ("discount_per_year", project.discount_per_year, SHARE),
    ):
        sheet.text(row, 0, material.speaker.tornado_input(path), ruled=True)
        sheet.text(row, 1, "", ruled=True)
        inputs.plain[path] = write_input(sheet, row, 2, value, path, form)
        row += 1
    return row + 1


def _limit(sheet: Sheet, row: int, column: int, low: float, high: float) -> None:
    """Lets a cell take numbers of this range alone."""
    rule = {"validate": "decimal", "criteria": "between", "minimum": low, "maximum": high}
    sheet.worksheet.data_validation(row, column, row, column, rule)
