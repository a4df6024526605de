"""Ways of reading that were said once: kept by the header, without what belongs to one comparison, and forgettable."""

from __future__ import annotations

from pathlib import Path

from tradeoff_app.app.known_tables import FILE, MOST, KnownTables
from tradeoff_app.app.saved_segments import SavedSegments
from tradeoff_app.model.mapping import ColumnMapping, LongColumns
from tradeoff_app.model.segment import Segment


def test_that_a_reading_is_there_after_the_next_start(tmp_path: Path) -> None:
    mapping = ColumnMapping(unit="id", long=LongColumns(metric="m", value="v"), decimal=",")
    KnownTables(tmp_path).remember("abc", mapping, "a.csv")
    known = KnownTables(tmp_path).get("abc")
    assert known is not None
    assert known.mapping == mapping
    assert known.file == "a.csv"
    assert KnownTables(tmp_path).find(mapping) == known


def test_that_what_belongs_to_one_comparison_is_not_kept(tmp_path: Path) -> None:
    tables = KnownTables(tmp_path)
    tables.remember("abc", ColumnMapping(unit="id", baseline="v1", lookup="/home/me/plans.csv", pairing="paired"), "a")
    assert tables.mappings() == {"abc": ColumnMapping(unit="id")}
    assert tables.find(ColumnMapping(unit="id", baseline="v2")) is not None
    assert "/home/me" not in (tmp_path / FILE).read_text(encoding="utf-8")


def test_that_saying_nothing_forgets(tmp_path: Path) -> None:
    tables = KnownTables(tmp_path)
    tables.remember("abc", ColumnMapping(unit="id"), "a.csv")
    tables.remember("abc", ColumnMapping(baseline="v1"), "a.csv")
    assert tables.get("abc") is None
    assert tables.find(ColumnMapping()) is None


def test_that_a_damaged_list_is_no_reason_to_stop(tmp_path: Path) -> None:
    for text in ("no json", '{"tables": 3}', '{"tables": [1, {"shape": "x", "mapping": {"decimal": "?"}}]}'):
        (tmp_path / FILE).write_text(text, encoding="utf-8")
        assert KnownTables(tmp_path).mappings() == {}


def test_that_the_oldest_readings_go_first(tmp_path: Path) -> None:
    tables = KnownTables(tmp_path)
    for number in range(MOST + 2):
        tables.remember(f"shape-{number}", ColumnMapping(unit=f"id{number}"), "a.csv")
    kept = KnownTables(tmp_path).mappings()
    assert len(kept) == MOST
    assert "shape-0" not in kept


def test_that_a_saved_definition_is_offered_where_its_columns_are(tmp_path: Path) -> None:
    saved = SavedSegments(tmp_path)
    saved.save(Segment(id="x", label="Rare", where={"tier": ("tail",), "channel": ("app", "web")}))
    again = SavedSegments(tmp_path)
    assert [segment.name for segment in again.fitting({"tier": 1, "channel": 1})] == ["Rare"]
    assert again.fitting({"tier": 1}) == []
    again.forget("Rare")
    assert SavedSegments(tmp_path).fitting({"tier": 1, "channel": 1}) == []
    (tmp_path / "saved_segments.json").write_text('{"segments": {"a": {"t": [1]}, "b": 3, "c": {}}}', encoding="utf-8")
    assert SavedSegments(tmp_path).fitting({"t": 1}) == []
