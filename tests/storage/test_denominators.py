"""Denominators of ratios travel with the evidence, and evidence without them stays as it was."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.storage.small import UNITS, make_project, make_source
from tradeoff_app.analysis.table import EvidenceSource
from tradeoff_app.storage.columns import ColumnError
from tradeoff_app.storage.evidence_block import decode, encode
from tradeoff_app.storage.project_document import is_same_evidence


def with_denominators() -> EvidenceSource:
    """The small evidence with denominators on its second metric, one of them unknown."""
    source = make_source()
    den = np.linspace(0.1, 7.3, 2 * UNITS).reshape(2, UNITS)
    den[1, 3] = np.nan
    return replace(source, table=replace(source.table, den={source.table.metrics[1]: den}))


def test_that_denominators_read_back_to_the_last_bit() -> None:
    source = with_denominators()
    block = encode(source, make_project())
    back = decode(block)
    assert is_same_evidence(back, source)
    assert not is_same_evidence(back, make_source())
    sums = block["aggregates"][f"{source.table.metrics[1]}|*"]["baseline"]
    assert sums["sum_of_denominators"] == pytest.approx(float(source.table.den[source.table.metrics[1]][0].sum()))


def test_that_evidence_without_ratios_has_no_denominators() -> None:
    block = encode(make_source(), make_project())
    assert "den" not in block["table"]
    assert decode(block).table.den == {}


def test_that_denominators_of_an_unknown_metric_are_refused() -> None:
    block = encode(with_denominators(), make_project())
    block["table"]["den"]["nobody"] = next(iter(block["table"]["den"].values()))
    with pytest.raises(ColumnError, match="den"):
        decode(block)
