from __future__ import annotations

from tradeoff_app.app.spare_worker import SpareWorker


class FakeWorker:
    """Knows whether it was warmed and closed."""

    def __init__(self) -> None:
        self.is_warm = self.is_closed = False

    def warm(self) -> None:
        self.is_warm = True

    def close(self) -> None:
        self.is_closed = True


def make_spare() -> tuple[SpareWorker, list[FakeWorker]]:
    made: list[FakeWorker] = []

    def make() -> FakeWorker:
        made.append(FakeWorker())
        return made[-1]

    return SpareWorker(make), made


def test_that_no_worker_waits_before_the_window_asks_for_it() -> None:
    spare, made = make_spare()
    spare.renew()
    assert not made
    assert not spare.take().is_warm


def test_that_exactly_one_worker_waits_and_is_replaced_once_it_was_taken() -> None:
    spare, made = make_spare()
    spare.prepare()
    spare.renew()
    assert [worker.is_warm for worker in made] == [True]
    assert spare.take() is made[0]
    spare.renew()
    assert spare.take() is made[1]


def test_that_closing_ends_the_one_that_waits_and_starts_no_other() -> None:
    spare, made = make_spare()
    spare.prepare()
    spare.close()
    spare.renew()
    assert [worker.is_closed for worker in made] == [True]
