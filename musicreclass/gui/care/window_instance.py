"""One window on a library: whoever starts a second one is led to the first."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QDir, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from musicreclass.errors import MusicReclassError
from musicreclass.pipeline.care.window_claim import WindowClaim

PATIENCE_SECONDS = 15.0  # a window that is just being made, on a busy machine, answers late
RETRY_SECONDS = 0.05
ANSWER = b"ok\n"
MOST_BYTES = 1 << 20
LONGEST_NAME = 100  # of a socket's path; the system allows a few letters more
ACTIVATION = "XDG_ACTIVATION_TOKEN"  # what a desktop lets a program raise its window by

logger = logging.getLogger(__name__)


class WindowInstance(QObject):
    """Is the one window on a library, and is told of those who wanted to be it, too.

    Signals:
        asked: somebody started the program again; with the folders that they want scanned.
    """

    asked = Signal(object)

    def __init__(self, library_file: Path, patience: float = PATIENCE_SECONDS) -> None:
        super().__init__()
        self.complaint = ""
        self._library = Path(os.path.realpath(library_file))
        self._patience = patience
        self._claim = WindowClaim(self._library)
        self._server: QLocalServer | None = None

    def claim(self, folders: Sequence[Path]) -> bool:
        """Be that window, or hand `folders` to the window that has it; say whether to open one."""
        deadline = monotonic() + self._patience
        while True:
            try:
                if self._claim.take():
                    self._open_socket()
                    return True
            except MusicReclassError as error:
                logger.warning("nobody knows whether another window is open: %s", error)
                return True
            if self._hand_over(folders):
                return False
            if monotonic() >= deadline:
                break
            sleep(RETRY_SECONDS)
        self.complaint = QCoreApplication.translate(
            "WindowInstance",
            "Another window is open on this library and does not answer. "
            "What is decided in one appears in the other.",
        )
        logger.warning("another window does not answer; this one opens beside it")
        return True

    def answer(self) -> None:
        """Listen to those who start the program again, and to those who have done so already."""
        if self._server is not None:
            self._server.newConnection.connect(self._on_connection)
            self._on_connection()

    def let_go(self) -> None:
        """Make room for another window."""
        if self._server is not None:
            self._server.close()
        self._claim.let_go()

    def _open_socket(self) -> None:
        for name in _socket_names(self._library):
            # Whoever left a socket there is gone: no window was open.
            QLocalServer.removeServer(name)
            server = QLocalServer(self)
            server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
            if server.listen(name):
                self._server = server
                return
            logger.warning("no socket %s: %s", name, server.errorString())
        self.complaint = QCoreApplication.translate(
            "WindowInstance",
            "Folders given at another start cannot be handed to this window: "
            "no socket can be made.",
        )

    def _hand_over(self, folders: Sequence[Path]) -> bool:
        message = {
            "folders": [os.path.abspath(folder) for folder in folders],  # noqa: PTH100
            "activation": os.environ.get(ACTIVATION, ""),
        }
        line = json.dumps(message).encode() + b"\n"
        return any(self._told(name, line) for name in _socket_names(self._library))

    def _told(self, name: str, line: bytes) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(name)
        if not socket.waitForConnected(200):
            return False
        socket.write(line)
        socket.flush()
        # Once it is connected there is somebody: also one who is too busy to answer yet.
        until = QDeadlineTimer(round(self._patience * 1000))
        while socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
            if socket.bytesAvailable() or not socket.waitForReadyRead(until.remainingTime()):
                break
        return True

    def _on_connection(self) -> None:
        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._on_ready)
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._read(socket)

    def _on_ready(self) -> None:
        socket = self.sender()
        assert isinstance(socket, QLocalSocket)
        self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > MOST_BYTES:
            socket.abort()
        elif socket.canReadLine():
            line = bytes(socket.readLine().data())
            socket.write(ANSWER)
            socket.disconnectFromServer()
            self._take(line)

    def _take(self, line: bytes) -> None:
        try:
            message = json.loads(line)
            folders = [Path(folder) for folder in message["folders"]]
            activation = str(message.get("activation", ""))
        except (ValueError, TypeError, KeyError, AttributeError):
            logger.warning("somebody said what is no message")
            return
        if activation:
            os.environ[ACTIVATION] = activation  # Qt asks for it as a window is raised
        self.asked.emit([folder for folder in folders if folder.is_dir()])


def _socket_names(library: Path) -> Iterator[str]:
    """Yield where the socket may be, the usual folder first."""
    user = os.environ.get("USERNAME", "") if sys.platform == "win32" else str(os.getuid())
    known = hashlib.sha256(os.fsencode(library) + user.encode()).hexdigest()[:16]
    name = f"musicreclass-{known}"
    if sys.platform == "win32":
        yield name
        return
    roots = [os.environ.get("XDG_RUNTIME_DIR", ""), QDir.tempPath(), str(library.parent)]
    for root in roots:
        path = f"{root}/{name}.socket"
        if root and len(os.fsencode(path)) <= LONGEST_NAME:
            yield path
