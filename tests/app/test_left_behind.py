"""Work that was left behind is compared with its saved file, in words, whatever became of the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.stories import story, write_story
from tradeoff_app.app.left_behind import LeftBehind, look_at
from tradeoff_app.model.project import Project
from tradeoff_app.storage.project_file import file_sha256
from tradeoff_app.storage.recovery import SnapshotWriter, list_snapshots


def _leave(project: Project, origin: Path | None, sha256: str | None = None) -> LeftBehind:
    """What is found of this work at the next start."""
    SnapshotWriter("window").write(project, story()[1].source, origin, sha256)
    (found,) = look_at(list_snapshots(), "en")
    return found


def _with_volume(factor: float) -> Project:
    project, _ = story()
    segment = next(iter(project.segments.values()))
    volume = segment.exposure[0]
    per_month = volume.per_month
    more = volume.model_copy(
        update={
            "per_month": per_month.model_copy(
                update={name: getattr(per_month, name) * factor for name in ("low", "base", "high")}
            )
        }
    )
    return project.with_item("segments", segment.model_copy(update={"exposure": (more,)}))


def test_that_the_difference_is_told_in_words(tmp_path: Path) -> None:
    path = write_story(tmp_path / "p.tradeoff")
    found = _leave(_with_volume(2.0), path, file_sha256(path))
    assert found.saved == "as_opened"
    assert found.saved_at is not None
    assert len(found.changes) == 1
    assert found.changes[0].text.startswith("other")
    assert "→" in found.changes[0].text


def test_that_what_is_new_and_what_went_are_told_apart(tmp_path: Path) -> None:
    path = write_story(tmp_path / "p.tradeoff")
    project, _ = story()
    gone, other = next(iter(project.gates)), project.scenario().model_copy(update={"id": "half", "label": "Half"})
    changed = project.with_item("scenarios", other).change(
        gates={key: gate for key, gate in project.gates.items() if key != gone}
    )
    kinds = {change.kind for change in _leave(changed, path, file_sha256(path)).changes}
    assert kinds == {"added", "removed"}


def test_that_a_file_that_somebody_changed_since_is_said_to_be_so(tmp_path: Path) -> None:
    path = write_story(tmp_path / "p.tradeoff")
    assert _leave(story()[0].change(title="Mine"), path, "another hash").saved == "changed_since"


@pytest.mark.parametrize(
    ("name", "content", "state"),
    [("gone.tradeoff", None, "missing"), ("broken.tradeoff", "{", "unreadable")],
)
def test_that_a_file_that_can_not_be_read_is_no_reason_to_lose_the_work(
    tmp_path: Path, name: str, content: str | None, state: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_text(content, encoding="utf-8")
    found = _leave(story()[0], path, "x")
    assert (found.saved, found.problem, found.changes) == (state, None, ())


def test_that_work_that_was_never_saved_has_no_other_side() -> None:
    assert _leave(story()[0], None).saved == "never"


def test_that_a_file_on_a_network_is_never_touched_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    touched: list[Path] = []
    is_file = Path.is_file

    def watch(path: Path) -> bool:
        touched.append(path)
        return is_file(path)

    monkeypatch.setattr(Path, "is_file", watch)
    assert _leave(story()[0], Path("//server/share/p.tradeoff")).saved == "network"
    assert [path for path in touched if "server" in str(path)] == []


def test_that_work_whose_evidence_is_gone_says_why(tmp_path: Path) -> None:
    SnapshotWriter("window").write(story()[0], story()[1].source, None, None)
    snapshots = list_snapshots()
    next(snapshots[0].path.parent.glob("*.evidence.json")).unlink()
    (found,) = look_at(snapshots, "en")
    assert found.problem == "there is no such file"
