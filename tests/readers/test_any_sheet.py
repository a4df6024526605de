from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.readers.sheets import assert_equal, inline, number, row_xml, sheet_xml, write_parts

NUMBERS = ["0", "1", "-3", "0.5", "12.50", "1E-3", "1e20", "0.30000000000000004", "9007199254740993", "-0", "100"]
WORDS = ["a", "b", "NA", "5 %", "0,5", "1", "1.50", "Total", "id", " x ", "two\nlines", "é", "<&>\"'", "_x000D_", ""]
MAKERS: dict[str, Callable[[str], str]] = {
    "number": number,
    "numbered": lambda text: f'<c r="PLACE" s="1" t="n"><v>{text}</v></c>',
    "date": lambda text: f'<c r="PLACE" s="2"><v>{text}</v></c>',
    "inline": inline,
    "written": lambda text: f'<c r="PLACE" t="str"><f>A1</f><v>{escape(text)}</v></c>',
    "shared": lambda text: f'<c r="PLACE" t="s"><v>{WORDS.index(text)}</v></c>',
    "truth": lambda text: f'<c r="PLACE" t="b"><v>{len(text) % 2}</v></c>',
    "empty": lambda _: '<c r="PLACE" s="1"/>',
    "absent": lambda _: "",
    "error": lambda _: '<c r="PLACE" t="e"><v>#REF!</v></c>',
}
WRITES_NUMBERS = {"number", "numbered", "date"}


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    columns=st.lists(st.lists(st.sampled_from(sorted(MAKERS)), min_size=1, max_size=3), min_size=1, max_size=4),
    numbers=st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=4),
    words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=4),
    seed=st.integers(0, 2**32 - 1),
    rarity=st.sampled_from([0.0, 0.03, 0.5]),
    gap=st.sampled_from([0.0, 0.02, 0.3]),
)
def test_that_any_sheet_is_the_same_read_in_bulk_and_by_cells(
    columns: list[list[str]],
    numbers: list[str],
    words: list[str],
    seed: int,
    rarity: float,
    gap: float,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    choose = np.random.default_rng(seed)

    def make(kinds: Sequence[str]) -> str:
        kind = kinds[0] if choose.random() >= rarity else str(choose.choice(kinds))
        return MAKERS[kind](str(choose.choice(numbers if kind in WRITES_NUMBERS else words)))

    rows = [row_xml(1, [inline(name) for name in ["key", *(f"c{n}" for n in range(len(columns)))]])]
    place = 1
    for row in range(int(choose.integers(3, 90))):
        place += 1 if choose.random() >= gap else int(choose.integers(1, 12))
        rows.append(row_xml(place, [inline(f"k{row}"), *map(make, columns)]))
    strings = "".join(f"<si><t>{escape(word)}</t></si>" for word in WORDS)
    assert_equal(write_parts(tmp_path / "any.xlsx", sheet_xml(rows), f"<sst>{strings}</sst>"), monkeypatch)
