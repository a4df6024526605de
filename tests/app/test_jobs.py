"""Jobs: a result or a failure arrives in the window's thread, or nothing at all after a cancel."""

from __future__ import annotations

import threading
import weakref
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtTest import QTest

from tests.qt_rules import wait_for
from tradeoff_app.app.jobs import ImportJob, ThreadJob
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers.refusal import ReadError


@dataclass
class State:
    share: float = 0.5
    text: str = "half"
    observations: Any = None
    mapping: Any = None
    error: Any = None


@dataclass
class FakeWorker:
    states: list[State] = field(default_factory=list)
    is_cancelled: bool = False

    def start(self, _paths: object, _mapping: object, **_more: object) -> None:
        return

    def poll(self) -> State:
        return self.states.pop(0) if len(self.states) > 1 else self.states[0]

    def cancel(self) -> None:
        self.is_cancelled = True


def test_that_a_computation_arrives_in_the_thread_of_the_window() -> None:
    job = ThreadJob()
    got: list[Any] = []
    job.done.connect(lambda result: got.append((result, threading.current_thread())))
    job.start(lambda: 6 * 7)
    wait_for(lambda: bool(got))
    assert got == [(42, threading.main_thread())]
    assert not job.is_running


class Result:
    """Something that takes memory."""


def test_that_a_result_is_kept_by_nobody_but_who_took_it() -> None:
    job = ThreadJob()
    got: list[weakref.ref[Result]] = []
    job.done.connect(lambda result: got.append(weakref.ref(result)))
    job.start(Result)
    wait_for(lambda: bool(got))
    assert got[0]() is None


def test_that_an_abandoned_result_is_kept_by_nobody() -> None:
    job, made = ThreadJob(), [Result()]
    left = weakref.ref(made[0])
    job.start(made.pop)
    job.wait()
    assert left() is None


def test_that_a_failure_of_a_computation_is_handed_over() -> None:
    job = ThreadJob()
    got: list[Any] = []
    job.failed.connect(got.append)

    def fail() -> None:
        raise ValueError("no")

    job.start(fail)
    wait_for(lambda: bool(got))
    assert isinstance(got[0], ValueError)


def test_that_nobody_hears_of_an_abandoned_computation() -> None:
    job, gate = ThreadJob(), threading.Event()
    got: list[Any] = []
    job.done.connect(got.append)
    job.start(lambda: gate.wait(5))
    job.abandon()
    gate.set()
    job.wait()
    QTest.qWait(80)
    assert got == []


def test_that_an_import_reports_progress_and_then_its_rows() -> None:
    worker = FakeWorker([State(0.25, "a"), State(0.75, "b"), State(1.0, observations="rows")])
    job = ImportJob(make_worker=lambda: worker)
    seen: list[Any] = []
    got: list[Any] = []
    job.progressed.connect(lambda share, text: seen.append((share, text)))
    job.done.connect(got.append)
    job.start([Path("a.csv")], ColumnMapping())
    wait_for(lambda: bool(got))
    assert seen == [(0.25, "a"), (0.75, "b")]
    assert got == ["rows"]
    assert worker.is_cancelled, "the process is ended"


def test_that_a_refusal_of_the_worker_is_handed_over() -> None:
    refusal = ReadError("unreadable", "a.csv", "line 3", "no")
    job = ImportJob(make_worker=lambda: FakeWorker([State(error=refusal)]))
    got: list[Any] = []
    job.failed.connect(got.append)
    job.start([Path("a.csv")], ColumnMapping())
    wait_for(lambda: bool(got))
    assert got == [refusal]


def test_that_nothing_arrives_after_a_cancel() -> None:
    worker = FakeWorker([State()])
    job = ImportJob(make_worker=lambda: worker)
    got: list[Any] = []
    job.done.connect(got.append)
    job.failed.connect(got.append)
    job.start([Path("a.csv")], ColumnMapping())
    job.cancel()
    worker.states = [State(observations="late")]
    QTest.qWait(80)
    assert got == []
    assert worker.is_cancelled
    assert not job.is_running
