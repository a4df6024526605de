"""Other data under an open project: every change keeps the decisions, is one step, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.qt_rules import wait_for
from tradeoff_app.analysis.renewal import as_reference
from tradeoff_app.app.arms import as_candidate
from tradeoff_app.app.document import Document
from tradeoff_app.app.recent_files import RecentFiles
from tradeoff_app.app.session import Session
from tradeoff_app.model.gate import Gate
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.table_shape import read_shape

OPEN: list[Session] = []


@pytest.fixture(autouse=True)
def close_sessions() -> Iterator[None]:
    """Every session of a test is closed as the window would close it."""
    yield
    while OPEN:
        session = OPEN.pop()
        session.autosave.forget()
        session.close()


def rows(good: int, *, extra: str = "", units: int = 60) -> str:
    """A table in which `good` of `units` are done."""
    head = f"id,tier,done{',' + extra if extra else ''}\n"
    tail = ",3" if extra else ""
    return head + "".join(f"u{i:03d},{'ab'[i % 2]},{int(i % 10 < good)}{tail}\n" for i in range(units))


def files(folder: Path, *contents: str) -> list[Path]:
    made = []
    for number, content in enumerate(contents):
        path = folder / f"run-{number}.csv"
        path.write_text(content, encoding="utf-8")
        made.append(path)
    return made


def imported(paths: list[Path], mapping: ColumnMapping | None = None, **how: Any) -> Session:
    session = Session(Document(), RecentFiles())
    OPEN.append(session)
    session.import_results(paths, mapping, **how)
    wait_for(lambda: session.document.is_open, seconds=40)
    return session


def settled(session: Session, name: str) -> None:
    wait_for(lambda: session.document.undo_name == name, seconds=40)


def _arms(document: Document) -> tuple[str, ...]:
    """The arms that are judged now."""
    return document.evidence.table.arms


def test_that_a_third_file_becomes_a_candidate_and_undo_takes_it_out(tmp_path: Path) -> None:
    first, second, third = files(tmp_path, rows(5), rows(6), rows(8))
    session = imported([first, second])
    document = session.document
    gate = Gate(id="g", metric="done", rule="non_inferiority", margin=0.01)
    document.edit(document.project.with_item("gates", gate), "Add a gate")
    before = document.outcome.effect("done")
    session.data.add_versions([third])
    settled(session, "Add run-2.csv")
    assert list(document.project.candidates) == ["candidate", "candidate-2"]
    assert document.project.candidates["candidate-2"].name == "run-2"
    assert _arms(document) == ("baseline", "candidate", "candidate-2")
    assert "g" in document.project.gates
    assert document.outcome.effect("done") == before
    document.undo()
    assert list(document.project.candidates) == ["candidate"]
    assert _arms(document) == ("baseline", "candidate")


def test_that_a_reference_is_shown_and_never_judged(tmp_path: Path) -> None:
    first, second, third = files(tmp_path, rows(5), rows(6), rows(9))
    session = imported([first, second])
    session.data.add_versions([third], is_reference=True)
    settled(session, "Add run-2.csv")
    document = session.document
    assert list(document.project.references) == ["candidate-2"]
    assert _arms(document) == ("baseline", "candidate")
    assert document.evidence.levels["done", "*", "candidate-2"].value == 0.9
    document.edit(as_candidate(document.project, "candidate-2"), "Judge it")
    assert _arms(document) == ("baseline", "candidate", "candidate-2")
    document.edit(as_reference(document.project, "candidate"), "Show it")
    assert document.scenario.candidate == "candidate-2"


def test_that_a_version_is_taken_out_without_reading_anything(tmp_path: Path) -> None:
    paths = files(tmp_path, rows(5), rows(6), rows(8))
    session = imported(paths)
    for path in paths:
        path.unlink()
    session.data.take_out("candidate")
    document = session.document
    assert list(document.project.candidates) == ["candidate-2"]
    assert [source.file for source in document.project.sources.values()] == ["run-0.csv", "run-2.csv"]
    assert document.scenario.candidate == "candidate-2"
    effect = document.outcome.effect("done")
    assert effect is not None
    assert effect.candidate_value == 0.8
    document.undo()
    assert list(document.project.candidates) == ["candidate", "candidate-2"]


def test_that_files_read_another_way_keep_what_was_decided(tmp_path: Path) -> None:
    paths = files(tmp_path, rows(5, extra="cost"), rows(6, extra="cost"))
    session = imported(paths)
    document = session.document
    document.edit(document.project.change(notes={"done": "watch this"}), "Note")
    assert {"done", "cost"} <= set(document.project.metrics)
    session.data.read_again(ColumnMapping(ignore=("cost",)), "Read the columns another way")
    settled(session, "Read the columns another way")
    assert set(document.project.metrics) == {"done"}
    assert document.project.mapping.ignore == ("cost",)
    assert document.project.notes == {"done": "watch this"}
    document.undo()
    assert "cost" in document.project.metrics


def test_that_a_failed_reading_changes_nothing_and_names_every_file(tmp_path: Path) -> None:
    paths = files(tmp_path, rows(5), rows(6))
    session = imported(paths)
    project = session.document.project
    found: list[Any] = []
    session.problems_found.connect(found.append)
    for path in paths:
        path.write_text("id,done\nu1,1,7\n", encoding="utf-8")
    session.data.read_again(ColumnMapping(ignore=("tier",)), "Read again")
    wait_for(lambda: bool(found), seconds=40)
    assert [problem.file for problem in found[0]] == ["run-0.csv", "run-1.csv"]
    assert all(problem.place and problem.hint for problem in found[0])
    assert session.document.project is project


def test_that_swapping_is_a_step_that_undo_takes_back(tmp_path: Path) -> None:
    session = imported(files(tmp_path, rows(5), rows(6)))
    document = session.document
    before = document.outcome.effect("done")
    session.swap_versions()
    turned = document.outcome.effect("done")
    assert before is not None
    assert turned is not None
    assert turned.difference == -(before.difference or 0)
    assert session.data.paths() == [tmp_path / "run-1.csv", tmp_path / "run-0.csv"]
    document.undo()
    assert document.outcome.effect("done") == before


def test_that_a_reading_is_remembered_by_the_header_and_can_be_forgotten(tmp_path: Path) -> None:
    paths = files(tmp_path, rows(5, extra="cost"), rows(6, extra="cost"))
    session = imported(paths)
    shape = read_shape(paths[0])
    assert shape is not None
    session.known_tables.remember(shape, ColumnMapping(ignore=("cost",), baseline="x"), "run-0.csv")
    again = imported(paths)
    assert set(again.document.project.metrics) == {"done"}
    assert again.document.project.mapping == ColumnMapping(ignore=("cost",))
    known = again.known_tables.find(again.document.project.mapping)
    assert known is not None
    again.known_tables.forget(known.shape)
    assert "cost" in imported(paths).document.project.metrics


def test_that_one_file_with_versions_waits_for_which_is_before(tmp_path: Path) -> None:
    path = tmp_path / "all.csv"
    lines = [f"u{i},{version},{int(i % 10 < good)}" for version, good in (("v1", 5), ("v2", 6)) for i in range(60)]
    path.write_text("id,version,done\n" + "\n".join(lines), encoding="utf-8")
    session = Session(Document(), RecentFiles())
    OPEN.append(session)
    session.asks_for_arms = True
    asked: list[Any] = []
    session.arms_found.connect(asked.append)
    session.import_results([path])
    wait_for(lambda: bool(asked), seconds=40)
    assert tuple(asked[0]) == ("v1", "v2")
    session.choose_arms(("v2", "v1"))
    wait_for(lambda: session.document.is_open, seconds=40)
    project = session.document.project
    assert project.baseline.id == "v2"
    assert list(project.candidates) == ["v1"]
    assert project.mapping.baseline == "v2"
    session.data.read_again(project.mapping.model_copy(update={"ignore": ("nothing",)}), "Again")
    settled(session, "Again")
    assert _arms(session.document) == ("v2", "v1")


def _versions(folder: Path, name: str, *versions: tuple[str, int]) -> Path:
    lines = [f"u{i},{version},{int(i % 10 < good)}" for version, good in versions for i in range(60)]
    path = folder / name
    path.write_text("id,version,done\n" + "\n".join(lines), encoding="utf-8")
    return path


def test_that_a_file_joins_versions_that_a_column_tells_apart(tmp_path: Path) -> None:
    session = imported([_versions(tmp_path, "all.csv", ("v1", 5), ("v2", 6))])
    session.data.add_versions([_versions(tmp_path, "more.csv", ("v3", 8))])
    settled(session, "Add more.csv")
    project = session.document.project
    assert project.baseline.id == "v1"
    assert list(project.candidates) == ["v2", "v3"]
    effect = session.document.evidence.cells["done", "*", "v3"]
    assert (effect.baseline, effect.candidate_value) == (0.5, 0.8)
    session.data.take_out("v2")
    session.data.add_versions([_versions(tmp_path, "people.csv", ("people", 9))], is_reference=True)
    settled(session, "Add people.csv")
    project = session.document.project
    assert list(project.references) == ["people"]


def test_that_a_file_without_the_column_of_the_versions_is_refused(tmp_path: Path) -> None:
    session = imported([_versions(tmp_path, "all.csv", ("v1", 5), ("v2", 6))])
    found: list[Any] = []
    session.problems_found.connect(found.append)
    session.data.add_versions(files(tmp_path, rows(7)))
    wait_for(lambda: bool(found), seconds=40)
    assert "version" in found[0][0].text
    assert list(session.document.project.candidates) == ["v2"]
