"""The list of recent files: newest first, pinned on top, missing ones known as such."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tradeoff_app.app.recent_files import MOST, RecentFile, RecentFiles


def test_that_the_newest_file_is_first_and_none_is_listed_twice(tmp_path: Path) -> None:
    recents = RecentFiles(tmp_path)
    for name in ("a", "b", "a"):
        recents.note(tmp_path / f"{name}.tradeoff", name)
    assert [file.title for file in recents.files()] == ["a", "b"]


def test_that_a_pinned_file_stays_on_top_and_is_never_dropped(tmp_path: Path) -> None:
    recents = RecentFiles(tmp_path)
    recents.note(tmp_path / "old.tradeoff", "old")
    recents.pin(str(tmp_path / "old.tradeoff"), is_pinned=True)
    for number in range(MOST + 5):
        recents.note(tmp_path / f"{number}.tradeoff", str(number))
    files = RecentFiles(tmp_path).files()
    assert files[0].title == "old"
    assert len(files) == MOST + 1


def test_that_a_missing_file_is_known_and_can_be_forgotten(tmp_path: Path) -> None:
    recents = RecentFiles(tmp_path)
    here = tmp_path / "here.tradeoff"
    here.write_text("x", encoding="utf-8")
    recents.note(here, "here")
    recents.note(tmp_path / "gone.tradeoff", "gone")
    assert {file.title: file.is_missing for file in recents.files()} == {"here": False, "gone": True}
    recents.remove(str(tmp_path / "gone.tradeoff"))
    assert [file.title for file in recents.files()] == ["here"]


def test_that_a_network_path_is_never_looked_for() -> None:
    assert not RecentFile(r"\\server\share\x.tradeoff", "x").is_missing


@given(st.recursive(st.none() | st.integers() | st.text(max_size=5), lambda inner: st.lists(inner, max_size=3)))
def test_that_any_list_on_disk_can_be_read(content: object) -> None:
    import json
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        files = content if isinstance(content, list) else [content]
        (Path(folder) / "recent_files.json").write_text(json.dumps({"files": files}), encoding="utf-8")
        assert RecentFiles(Path(folder)).files() == []
