"""One window a library: a second start hands its files to the first, which comes to the front, and ends.

The window that holds the library's lock listens on a local socket that only its owner can open. Its name is a digest of
the library's folder. Only the holder of the lock listens, so what a dead window left there can be removed safely.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_ANSWER: Final = b"here\n"
_LARGEST: Final = 1 << 20
_CONNECT_MS: Final = 500
_ANSWER_MS: Final = 3000
_TOKEN: Final = "XDG_ACTIVATION_TOKEN"  # noqa: S105  # not a secret: the desktop's leave to come to the front


def address(library: Path) -> str:
    """Where the window of this library listens: in the person's own runtime folder, where there is one."""
    name = f"vrp-{hashlib.sha256(os.fsencode(os.path.realpath(library))).hexdigest()[:24]}"
    folder = os.environ.get("XDG_RUNTIME_DIR")
    place = QStandardPaths.StandardLocation.RuntimeLocation
    return f"{folder}/{name}" if folder and Path(folder) == Path(QStandardPaths.writableLocation(place)) else name


def hand_over(library: Path, files: Sequence[Path], first: str = "") -> bool:
    """Ask the window that has this library to come to the front and to import ``files``. False: there is none.

    ``first`` is the id of a command that it is to do.
    """
    socket = QLocalSocket()
    socket.connectToServer(address(library))
    if not socket.waitForConnected(_CONNECT_MS):
        return False
    named = [os.fspath(one.absolute()) for one in files]
    wish = {"files": named, "first": first, "token": os.environ.get(_TOKEN, "")}
    socket.write(json.dumps(wish).encode() + b"\n")
    answered = socket.waitForReadyRead(_ANSWER_MS) and bytes(socket.readAll().data()) == _ANSWER
    socket.disconnectFromServer()
    return answered


class OneInstance(QObject):
    """The listening end, in the window that holds the library."""

    asked = Signal(object, str)  # list[Path] to import, and the id of a command to do, once it is in front

    def __init__(self, library: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._address = address(library)

    def listen(self) -> bool:
        """Begin; called once the library's lock is held. False costs nothing but the convenience."""
        QLocalServer.removeServer(self._address)
        return self._server.listen(self._address)

    def close(self) -> None:
        self._server.close()

    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(socket.deleteLater)

    def _on_ready(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket):
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LARGEST:
                socket.abort()
            return
        wish = _understood(bytes(socket.readLine(_LARGEST).data()))
        if wish is None:
            socket.abort()
            return
        files, first, token = wish
        socket.write(_ANSWER)
        if token:
            os.environ[_TOKEN] = token  # Qt looks there when a window asks for the focus
        self.asked.emit(files, first)


def _understood(line: bytes) -> tuple[list[Path], str, str] | None:
    """The files, the command and the desktop's token, or None where it is none of our messages."""
    with contextlib.suppress(ValueError, TypeError, KeyError):
        wish = json.loads(line)
        files, first, token = wish["files"], wish.get("first", ""), wish["token"]
        if all(isinstance(one, str) for one in (first, token, *files)):
            return [Path(one) for one in files], first, token
    return None
