"""One window for one person: a second start hands its files to the window that is open, and ends."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from tradeoff_app.app.own_files import config_folder

PATIENCE = 1000
"""Milliseconds that a second start waits for an answer before it opens a window of its own."""

LARGEST = 65_536
"""Bytes of a message; whoever sends more is not one of us."""

TAKEN = b"taken\n"
NEW_WINDOW = "TRADEOFF_NEW_WINDOW"
"""Set to any text, this variable opens a window of its own each time."""


def channel_name() -> str:
    """The name under which this person's window listens; another settings folder or screen has a window of its own."""
    screen = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or ""
    who = f"{Path.home()}|{config_folder().resolve()}|{screen}"
    return f"tradeoff-{hashlib.sha256(who.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def hand_over(names: Sequence[str]) -> bool:
    """Whether a running window took these files (none: it only comes to the front)."""
    if os.environ.get(NEW_WINDOW):
        return False
    socket = QLocalSocket()
    socket.connectToServer(channel_name())
    if not socket.waitForConnected(PATIENCE):
        return False
    paths = [str(Path(name).absolute()) for name in names]
    socket.write(json.dumps(paths).encode() + b"\n")
    is_taken = socket.waitForReadyRead(PATIENCE) and bytes(socket.readAll().data()) == TAKEN
    socket.disconnectFromServer()
    return is_taken


class InstanceServer(QObject):
    """Listens for second starts. `files_named` carries their paths as texts; only the same user can reach it."""

    files_named = Signal(list)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        self._waiting: dict[QLocalSocket, bytes] = {}

    def listen(self) -> bool:
        """Begin to listen; a name that a crashed program left behind is taken over. False where that can't be."""
        if os.environ.get(NEW_WINDOW):
            return False
        if self._server.listen(channel_name()):
            return True
        QLocalServer.removeServer(channel_name())
        return self._server.listen(channel_name())

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _connected(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            self._waiting[socket] = b""
            socket.readyRead.connect(self._heard)
            socket.disconnected.connect(self._gone)
            self._read(socket)

    def _heard(self) -> None:
        for socket in tuple(self._waiting):
            self._read(socket)

    def _gone(self) -> None:
        for socket in tuple(self._waiting):
            if socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
                self._forget(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket not in self._waiting or not socket.bytesAvailable():
            return
        heard = self._waiting[socket] + bytes(socket.readAll().data())
        self._waiting[socket] = heard
        if not heard.endswith(b"\n") and len(heard) <= LARGEST:
            return
        paths = read_message(heard)
        if paths is None:
            socket.abort()
            self._forget(socket)
            return
        socket.write(TAKEN)
        socket.flush()
        self._waiting[socket] = b""
        self.files_named.emit(paths)

    def _forget(self, socket: QLocalSocket) -> None:
        self._waiting.pop(socket, None)
        socket.deleteLater()


def read_message(heard: bytes) -> list[str] | None:
    """The paths of a message; None for anything that no second start would send."""
    if len(heard) > LARGEST:
        return None
    try:
        paths = json.loads(heard)
    except (ValueError, RecursionError):
        return None
    if not isinstance(paths, list) or not all(isinstance(path, str) for path in paths):
        return None
    return [path for path in paths if path and "\x00" not in path]
