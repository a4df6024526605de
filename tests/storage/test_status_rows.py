"""What error rows come to travels with the evidence, so that a colleague can read them another way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.storage.small import UNITS, make_project, make_source
from tradeoff_app.analysis.evidence import EvidenceSource
from tradeoff_app.analysis.status_rows import StatusRows
from tradeoff_app.storage.columns import ColumnError
from tradeoff_app.storage.evidence_block import decode, encode
from tradeoff_app.storage.project_document import is_same_evidence


def with_errors(unit: int = 3) -> EvidenceSource:
    """The small evidence with one failed unit that carries a score."""
    one, half = np.array([1], dtype=np.int64), np.array([0.5])
    rows = StatusRows(one, one, np.array([unit]), one, one, one, one, half, half, half)
    return replace(make_source(), status_rows=rows)


def test_that_error_rows_read_back_to_the_last_bit() -> None:
    back = decode(encode(with_errors(), make_project()))
    assert is_same_evidence(back, with_errors())
    assert not is_same_evidence(back, make_source())


def test_that_evidence_without_errors_is_written_as_before() -> None:
    assert "status_rows" not in encode(make_source(), make_project())
    assert decode(encode(make_source(), make_project())).status_rows is None


def test_that_error_rows_of_no_unit_are_refused() -> None:
    block = encode(with_errors(UNITS), make_project())
    with pytest.raises(ColumnError, match="unit points at nothing"):
        decode(block)


def test_that_a_missing_column_is_refused() -> None:
    block = encode(with_errors(), make_project())
    del block["status_rows"]["rows"]
    with pytest.raises(ColumnError, match="status_rows"):
        decode(block)
