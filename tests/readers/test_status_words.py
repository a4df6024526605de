"""Words of a status column: how each row ended, whatever else stands beside the word."""

from __future__ import annotations

from pathlib import Path

import pytest

from tradeoff_app.analysis.observations import STATUSES
from tradeoff_app.readers import open_files
from tradeoff_app.readers.status_words import read_status_word


@pytest.mark.parametrize(
    ("word", "status"),
    [
        ("ok", "ok"),
        ("error: 500", "model_error"),
        ("Error 429", "model_error"),
        ("failed", "model_error"),
        ("timeout", "timeout"),
        ("Timed out after 30 s", "timeout"),
        ("errand", None),
        ("shipped", None),
    ],
)
def test_that_a_word_says_how_a_row_ended(word: str, status: str | None) -> None:
    assert read_status_word(word) == status


@pytest.mark.parametrize("name", ["status", "call_status", "run_status"])
def test_that_failed_calls_are_failures_whatever_the_column_is_called(tmp_path: Path, name: str) -> None:
    paths = []
    for arm, failed in (("before", 2), ("after", 5)):
        ends = ["error: 500" if i < failed else "ok" for i in range(40)]
        rows = [f"q{i},{int(i % 3 > 0)},{ends[i]}" for i in range(40)]
        path = tmp_path / f"{arm}.csv"
        path.write_text("\n".join([f"id,done,{name}", *rows]), encoding="utf-8")
        paths.append(path)
    seen = open_files(paths)
    assert name not in seen.dimensions
    assert [file.error_rows for file in seen.files] == [2, 5]
    assert (seen.rows.status == STATUSES.index("model_error")).sum() == 7
