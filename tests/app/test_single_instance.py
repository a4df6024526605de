"""One window: a second start hands over its files; strangers and crashed programs are no hindrance."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtNetwork import QLocalSocket

from tests.qt_rules import wait_for
from tradeoff_app.app.single_instance import LARGEST, NEW_WINDOW, InstanceServer, channel_name, hand_over, read_message

SECOND = """
import sys
from PySide6.QtCore import QCoreApplication
from tradeoff_app.app.single_instance import hand_over
app = QCoreApplication([])
sys.exit(0 if hand_over(sys.argv[1:]) else 7)
"""


@pytest.fixture
def server() -> Iterator[InstanceServer]:
    """A listening window."""
    listening = InstanceServer()
    assert listening.listen()
    yield listening
    listening.close()
    listening.deleteLater()


def test_that_a_second_start_hands_its_files_over(server: InstanceServer, tmp_path: Path) -> None:
    taken: list[list[str]] = []
    server.files_named.connect(taken.append)
    second = subprocess.Popen([sys.executable, "-c", SECOND, "a file.tradeoff"], cwd=tmp_path)
    wait_for(lambda: second.poll() is not None)
    assert second.returncode == 0
    assert taken == [[str(tmp_path / "a file.tradeoff")]]


def test_that_without_a_window_nothing_is_handed_over() -> None:
    assert not hand_over(["a.tradeoff"])


def test_that_a_window_of_its_own_can_be_wanted(server: InstanceServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NEW_WINDOW, "1")
    assert not hand_over(["a.tradeoff"])
    assert not InstanceServer(server).listen()


def test_that_another_settings_folder_has_another_window(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = channel_name()
    monkeypatch.setenv("TRADEOFF_CONFIG", str(tmp_path / "elsewhere"))
    assert channel_name() != before


def test_that_a_stranger_is_turned_away(server: InstanceServer) -> None:
    taken: list[list[str]] = []
    server.files_named.connect(taken.append)
    stranger = QLocalSocket()
    stranger.connectToServer(channel_name())
    assert stranger.waitForConnected(1000)
    stranger.write(b"GET / HTTP/1.1\n")
    wait_for(lambda: stranger.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert taken == []


@given(st.binary(max_size=300))
def test_that_no_message_breaks_the_reader(heard: bytes) -> None:
    found = read_message(heard)
    assert found is None or all(isinstance(path, str) for path in found)


def test_that_a_message_without_end_is_refused() -> None:
    assert read_message(b"[" * (LARGEST + 1)) is None
    assert read_message(b"[" * 50_000) is None
