"""The log file: one write a record, so that no line is mixed with another, and turned over at its size.

Several threads and several processes write to it at once: the window, a command beside it. Each line goes out in one
write to the end of the file, which the kernel keeps whole. Who finds the file full turns it over under a lock; the
others notice, within half a second, that the file under the name is a new one.
"""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path
from typing import Final

from vrp.backend import files
from vrp.backend.errors import VrpError
from vrp.backend.locks import FileLock

NAME: Final = "app.log"
_LOOK_SECONDS: Final = 0.5
_LOCK_NAME: Final = ".turn.lock"


class LogFile:
    """``app.log`` in ``folder``, and ``app.log.1`` to ``.N`` before it. One thread at a time; raises `OSError`."""

    def __init__(self, folder: Path, *, max_bytes: int, files_kept: int) -> None:
        self.path = folder / NAME
        self._max_bytes = max_bytes
        self._kept = files_kept
        self._descriptor = -1
        self._size = 0
        self._looked = 0.0
        self._torn = False
        self._open()

    def write(self, line: bytes) -> None:
        """Add one line."""
        now = time.monotonic()
        if now - self._looked > _LOOK_SECONDS:
            self._look(now)
        if self._size + len(line) > self._max_bytes and self._size:
            self._turn()
        if self._torn:  # a disk that was full cut the line before short
            line = b"\n" + line
        written = os.write(self._descriptor, line)
        self._size += written
        self._torn = written < len(line)
        if self._torn:
            raise OSError("no room for a whole line")

    def close(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _open(self) -> None:
        self.close()
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
        self._descriptor = os.open(self.path, flags, files.PRIVATE_FILE)
        self._size = os.fstat(self._descriptor).st_size

    def _look(self, now: float) -> None:
        """Whether the name still leads to the open file, and how much others have written to it."""
        self._looked = now
        mine = os.fstat(self._descriptor)
        try:
            there = self.path.stat()
        except FileNotFoundError:
            self._open()
            return
        self._size = mine.st_size
        if (there.st_ino, there.st_dev) != (mine.st_ino, mine.st_dev):
            self._open()

    def _turn(self) -> None:
        """Move the files on by one, unless another process has just done it, or does it now."""
        try:
            with FileLock(self.path.with_name(_LOCK_NAME)) as lock:
                if not lock.acquire():
                    return
                self._look(time.monotonic())
                if self._size < self._max_bytes // 2:
                    return
                for number in range(self._kept - 1, 0, -1):
                    with contextlib.suppress(FileNotFoundError):
                        self._numbered(number).replace(self._numbered(number + 1))
                self.path.replace(self._numbered(1))
        except (OSError, VrpError):  # it grows over its size, and nothing is lost
            return
        finally:
            self._open()

    def _numbered(self, number: int) -> Path:
        return self.path.with_name(f"{NAME}.{number}")
