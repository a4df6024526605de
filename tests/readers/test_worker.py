from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.readers.samples import table, write
from tradeoff_app.model.mapping import ColumnMapping
from tradeoff_app.readers import ReadError, open_files
from tradeoff_app.readers.memory_use import peak_memory
from tradeoff_app.readers.wire import pack_observations, unpack_observations
from tradeoff_app.readers.worker import ImportWorker
from tradeoff_app.readers.worker_process import watch_memory


@pytest.fixture(scope="module")
def worker() -> Iterator[ImportWorker]:
    with ImportWorker() as made:
        yield made
    assert not [thread for thread in threading.enumerate() if thread.name == "import-worker"]


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = [[f"q{number}", number % 7 / 7] for number in range(200_000)]
    return write(tmp_path_factory.mktemp("large"), "large.csv", table(["id", "score"], rows))


def small_file(folder: Path) -> Path:
    rows = [[f"q{n}", "ht"[n % 2], n % 2, n + 1, f"answer number {n} of the long kind"] for n in range(12)]
    return write(folder, "a.csv", table(["id", "tier", "ok", "share", "output"], rows))


def test_that_the_worker_returns_what_reading_here_returns(worker: ImportWorker, tmp_path: Path) -> None:
    path = small_file(tmp_path)
    mapping = ColumnMapping(weight="share", cluster="tier")
    there, here = worker.run([path, path], mapping), open_files([path, path], mapping)
    assert (there.arms, there.units, there.metrics, there.files) == (here.arms, here.units, here.metrics, here.files)
    assert (there.problems, there.outputs, there.raters) == (here.problems, here.outputs, here.raters)
    assert there.questions == here.questions
    assert np.array_equal(there.rows.value, here.rows.value, equal_nan=True)
    assert there.weight is not None
    assert here.weight is not None
    assert np.array_equal(there.weight, here.weight)


def test_that_packing_and_unpacking_changes_nothing(tmp_path: Path) -> None:
    observed = open_files([small_file(tmp_path)], ColumnMapping(denominators={"ok": "share"}))
    back = unpack_observations(*pack_observations(observed))
    assert back.rows.denominator is not None
    assert back.dimensions["tier"].labels == observed.dimensions["tier"].labels
    assert back.metrics == observed.metrics


def test_that_a_refusal_comes_back_with_all_its_parts(worker: ImportWorker, tmp_path: Path) -> None:
    path = write(tmp_path, "a.csv", "id,score\nq1,1\nq2,0,extra\n")
    with pytest.raises(ReadError) as caught:
        worker.run([path], ColumnMapping())
    assert (caught.value.code, caught.value.file, caught.value.place) == ("damaged", "a.csv", "line 3")
    assert worker.preview(path, ColumnMapping())["outcome"] == "error"


def test_that_cancel_is_quick_and_the_next_job_works(worker: ImportWorker, large: Path, tmp_path: Path) -> None:
    worker.start([large], ColumnMapping())
    assert worker.is_busy
    begun = time.monotonic()
    worker.cancel()
    assert time.monotonic() - begun < 0.5
    assert worker.poll().was_cancelled
    assert len(worker.run([small_file(tmp_path)], ColumnMapping()).units) == 12


def test_that_progress_is_reported(worker: ImportWorker, large: Path) -> None:
    shares: list[float] = []
    worker.run([large], ColumnMapping(), lambda share, _: shares.append(share))
    assert shares == sorted(shares)
    assert len(shares) > 1


def test_that_a_warm_worker_says_when_it_waits_for_files(tmp_path: Path) -> None:
    with ImportWorker() as made:
        assert not made.is_ready
        made.warm()
        deadline = time.monotonic() + 30
        while not made.is_ready and time.monotonic() < deadline:
            time.sleep(0.01)
        assert made.is_ready
        assert len(made.run([small_file(tmp_path)], ColumnMapping()).units) == 12


def test_that_memory_is_watched_where_the_system_sets_no_cap() -> None:
    used = iter([10, 20, 31])
    ended = threading.Event()
    watch_memory(30, lambda: next(used), lambda code: ended.set() if code == 1 else None)
    assert ended.wait(5)


def test_that_the_memory_of_this_process_is_known() -> None:
    assert 10 << 20 < peak_memory() < 1 << 40


def test_that_strange_texts_survive_the_way_between_processes(tmp_path: Path) -> None:
    rows = [[f"é\n{n}\ud800" if n == 1 else f"😀{n}", n % 2, f"x\n{n}\u0000"] for n in range(12)]
    observed = replace(
        open_files([small_file(tmp_path)]),
        units=tuple(str(row[0]) for row in rows),
        outputs={"baseline": {str(row[0]): str(row[2]) for row in rows[3:7]}},
        questions={str(row[0]): f"{row[2]}?" for row in rows[4:6]},
    )
    back = unpack_observations(*pack_observations(observed))
    assert (back.units, back.outputs, back.questions) == (observed.units, observed.outputs, observed.questions)


def test_that_silence_ends_the_job(large: Path) -> None:
    with ImportWorker(silence_limit=0.0) as impatient, pytest.raises(ReadError, match=r"large\.csv: .*no progress"):
        impatient.run([large], ColumnMapping())


def test_that_a_file_beyond_the_memory_cap_is_refused(large: Path) -> None:
    with ImportWorker(memory_cap=260 << 20) as small, pytest.raises(ReadError, match="memory"):
        small.run([large], ColumnMapping())


def test_that_a_killed_process_is_an_error_not_a_hang(large: Path) -> None:
    with ImportWorker() as doomed:
        doomed.start([large], ColumnMapping())
        assert doomed._process is not None
        doomed._process.kill()
        deadline = time.monotonic() + 5
        while not doomed.poll().is_done and time.monotonic() < deadline:
            time.sleep(0.01)
        assert doomed.poll().error is not None
