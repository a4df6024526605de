"""How two files are told apart when one asks which of them is before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tradeoff_app.ui.dialogs.which_before import name_apart

LOG = "2026-11-23T09-31-33-00-00_support-assistant_hmzDvvRSRD6exN2tQ6ewBu.eval"


@pytest.mark.parametrize(
    ("paths", "wanted"),
    [
        (["/runs/march.csv", "/runs/april.csv"], ["march.csv", "april.csv"]),
        (["/runs/old/results.json", "/runs/new/results.json"], ["old/results.json", "new/results.json"]),
        (
            [f"/runs/baseline/{LOG}", f"/runs/candidate/{LOG}"],
            ["baseline/2026-11-23T09-31…exN2tQ6ewBu.eval", "candidate/2026-11-23T09-31…exN2tQ6ewBu.eval"],
        ),
    ],
)
def test_that_files_are_named_by_what_tells_them_apart(paths: list[str], wanted: list[str]) -> None:
    files = [Path(path) for path in paths]
    assert [name_apart(file, files) for file in files] == wanted
