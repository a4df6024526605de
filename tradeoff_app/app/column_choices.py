"""What a person says about single columns, as changes of a mapping: one column plays one part."""

from __future__ import annotations

from typing import Any

from tradeoff_app.model.mapping import ColumnMapping, LongColumns, MetricColumn

SINGLE = {
    "unit": "unit",
    "arm": "arm_column",
    "cluster": "cluster",
    "repeat": "repeat",
    "rater": "rater",
    "weight": "weight",
    "status": "status",
}
"""Parts that one column plays, and the field of the mapping that names it."""

SEVERAL = ("metric", "segment", "ignored")
PARTS = (*SINGLE, *SEVERAL)
"""Parts that can be said."""


def part_of(mapping: ColumnMapping, column: str) -> str | None:
    """The part that was said for a column; None where it is left to be proposed."""
    for part, field in SINGLE.items():
        if getattr(mapping, field) == column:
            return part
    if mapping.long is not None and column in (mapping.long.metric, mapping.long.value):
        return "metric_name" if column == mapping.long.metric else "metric_value"
    if any(metric.column == column for metric in mapping.metrics):
        return "metric"
    if column in mapping.segments:
        return "segment"
    return "ignored" if column in mapping.ignore else None


def with_part(mapping: ColumnMapping, column: str, part: str | None) -> ColumnMapping:
    """The mapping in which a column plays this part and no other; None leaves it to be proposed."""
    cleared: dict[str, Any] = {field: None for field in SINGLE.values() if getattr(mapping, field) == column}
    if "arm_column" in cleared:
        cleared["baseline"] = None
    cleared["metrics"] = tuple(metric for metric in mapping.metrics if metric.column != column)
    cleared["segments"] = tuple(name for name in mapping.segments if name != column)
    cleared["ignore"] = tuple(name for name in mapping.ignore if name != column)
    if mapping.long is not None and column in (mapping.long.metric, mapping.long.value):
        cleared["long"] = None
    if part in SINGLE:
        cleared[SINGLE[part]] = column
    elif part == "metric":
        kept = next((metric for metric in mapping.metrics if metric.column == column), MetricColumn(column=column))
        cleared["metrics"] = (*cleared["metrics"], kept)
    elif part == "segment":
        cleared["segments"] = (*cleared["segments"], column)
    elif part == "ignored":
        cleared["ignore"] = (*cleared["ignore"], column)
    return mapping.model_copy(update=cleared)


def with_layout(
    mapping: ColumnMapping, layout: str, metric: str | None = None, value: str | None = None
) -> ColumnMapping:
    """One row per unit (`wide`), one per unit and metric (`long`, with the two columns that say which), or `auto`."""
    if layout == "long" and metric and value and metric != value:
        for column in (metric, value):
            mapping = with_part(mapping, column, None)
        return mapping.model_copy(update={"long": LongColumns(metric=metric, value=value), "layout": "auto"})
    return mapping.model_copy(update={"long": None, "layout": "wide" if layout == "wide" else "auto"})


def layout_of(mapping: ColumnMapping) -> str:
    """`long`, `wide`, or `auto` where it is left to be proposed."""
    return "long" if mapping.long is not None else mapping.layout
