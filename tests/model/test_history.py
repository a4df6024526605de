"""Undo and redo against the plainest thing that can do the same: a list of values and a position in it."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tradeoff_app.model.history import LONGEST, History


class ListModel:
    """All values ever current, the names between them, where we are, and the key that is still open."""

    def __init__(self, value: int) -> None:
        self.values = [value]
        self.names: list[str] = []
        self.position = 0
        self.open_key: str | None = None

    def push(self, value: int, name: str, key: str | None) -> None:
        """Cut off the future; the same open key replaces the newest value instead of adding one."""
        del self.values[self.position + 1 :]
        del self.names[self.position :]
        if key is not None and key == self.open_key and self.names:
            self.values[-1], self.names[-1] = value, name
        else:
            self.values.append(value)
            self.names.append(name)
        self.position = len(self.values) - 1
        self.open_key = key

    def move(self, by: int) -> str | None:
        """The name of the step that was crossed, None at either end."""
        target = self.position + by
        if not 0 <= target < len(self.values):
            return None
        name = self.names[min(self.position, target)]
        self.position, self.open_key = target, None
        return name


class HistoryAgainstList(RuleBasedStateMachine):
    """Any sequence of changes, drags, undo and redo."""

    def __init__(self) -> None:
        super().__init__()
        self.history = History(0)
        self.model = ListModel(0)

    @rule(value=st.integers(), name=st.text(max_size=3), key=st.sampled_from([None, "a", "b"]))
    def push(self, value: int, name: str, key: str | None) -> None:
        self.history.push(value, name, key)
        self.model.push(value, name, key)

    @rule()
    def close_step(self) -> None:
        self.history.close_step()
        self.model.open_key = None

    @rule()
    def undo(self) -> None:
        assert self.history.undo() == self.model.move(-1)

    @rule()
    def redo(self) -> None:
        assert self.history.redo() == self.model.move(1)

    @rule(value=st.integers())
    def reset(self, value: int) -> None:
        self.history.reset(value)
        self.model = ListModel(value)

    @invariant()
    def agrees(self) -> None:
        model = self.model
        assert self.history.value == model.values[model.position]
        assert self.history.undo_name == (model.names[model.position - 1] if model.position else None)
        has_future = model.position < len(model.names)
        assert self.history.redo_name == (model.names[model.position] if has_future else None)


TestHistory = HistoryAgainstList.TestCase
TestHistory.settings = settings(max_examples=60, stateful_step_count=30, deadline=None)


def test_that_a_drag_is_one_step_and_the_next_drag_another() -> None:
    history = History(0)
    for value in (1, 2, 3):
        history.push(value, "Weight", key="w")
    history.close_step()
    history.push(4, "Weight", key="w")
    assert history.undo() == "Weight"
    assert history.value == 3
    assert history.undo() == "Weight"
    assert history.value == 0
    assert history.undo() is None


def test_that_the_oldest_steps_are_forgotten_where_there_are_very_many() -> None:
    history = History(0)
    for number in range(1, LONGEST + 21):
        history.push(number, f"to {number}")
    undone = 0
    while history.undo() is not None:
        undone += 1
    assert (undone, history.value) == (LONGEST, 20)


def test_that_steps_over_older_parts_are_forgotten_and_the_newest_stay() -> None:
    parts = [object() for _ in range(4)]
    history: History[tuple[object, int]] = History((parts[0], 0))
    for number, part in enumerate([parts[0], parts[1], parts[1], parts[2], parts[3]], 1):
        history.push((part, number), f"step {number}")
    history.keep_at_most(2, lambda held: held[0])
    undone = []
    while history.undo():
        undone.append(history.value[1])
    assert undone == [4, 3, 2]


def test_that_nothing_is_forgotten_while_there_are_few_parts() -> None:
    part = object()
    history: History[tuple[object, int]] = History((part, 0))
    for number in range(1, 6):
        history.push((part, number), f"step {number}")
    history.keep_at_most(1, lambda held: held[0])
    assert [history.undo() is not None for _ in range(6)] == [True] * 5 + [False]
