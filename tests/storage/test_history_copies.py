"""Earlier versions thin out: all of two days, then one a day, a week, a month, within a size."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.storage.history_copies import Copy, keep_copy, list_copies, select_kept

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def aged(hours: float, size: int = 1) -> Copy:
    """A version saved so many hours ago."""
    return Copy(Path(f"{hours}"), NOW - timedelta(hours=hours), 1, "0" * 8, size)


def test_that_everything_of_the_last_two_days_stays() -> None:
    copies = [aged(hours / 4) for hours in range(190)]
    assert len(select_kept(copies, NOW)) == 190


def test_that_older_versions_thin_out_to_days_weeks_and_months() -> None:
    copies = [aged(hours) for hours in range(0, 24 * 400, 6)]
    kept = select_kept(copies, NOW)
    ages = sorted((NOW - copy.saved_at).days for copy in kept)
    assert sum(age < 2 for age in ages) == 8
    assert 12 <= sum(2 <= age < 15 for age in ages) <= 14
    assert len(ages) <= 9 + 12 + 10 + 9
    assert ages[-1] >= 240


@given(st.lists(st.tuples(st.floats(0, 9000), st.integers(0, 100)), min_size=1, max_size=30))
def test_that_the_newest_always_stays_and_the_size_is_kept(entries: list[tuple[float, int]]) -> None:
    copies = [aged(hours, size) for hours, size in entries]
    kept = select_kept(copies, NOW, size_limit=150)
    assert max(copies, key=lambda copy: copy.saved_at).saved_at == kept[0].saved_at
    assert sum(copy.size for copy in kept) <= max(150, kept[0].size)


def test_that_the_same_version_is_kept_once_and_strangers_are_left_alone(data_folder: Path) -> None:
    for _ in range(2):
        keep_copy(b"x", "project", 3, "abcdef0123", NOW)
    stranger = data_folder / "history" / "project" / "notes.tradeoff"
    stranger.write_text("mine")
    keep_copy(b"y", "project", 4, "bbcdef0123", NOW + timedelta(days=90))
    assert [copy.revision for copy in list_copies("project")] == [4, 3]
    assert stranger.exists()
