"""Locks that the kernel frees when their holder dies, with a note in the file of who holds them."""

from __future__ import annotations

import contextlib
import json
import os
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple, Self

from vrp.backend import files
from vrp.backend.phrases import Phrase

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NOTE_SIZE: Final = 4096
_POLL_SECONDS: Final = 0.02


class Holder(NamedTuple):
    """Who holds a lock, as it wrote itself down; ``since`` is an ISO time in UTC."""

    pid: int = 0
    host: str = ""
    command: str = ""
    since: str = ""
    boot_id: str = ""

    def __str__(self) -> str:
        return str(self.phrase)

    @property
    def phrase(self) -> Phrase:
        """Who that is, for people."""
        if not self.pid:
            return Phrase("another process")
        told = {"number": str(self.pid), "command": self.command, "host": self.host, "since": self.since}
        return Phrase("process {number} ({command}) on {host} since {since}", **told)


class FileLock:
    """An exclusive lock on ``path``. It is tied to an open file, so a crash or kill -9 frees it at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._descriptor: int | None = None

    def __enter__(self) -> Self:
        """For `with`: releases at the end; `acquire` is still to be called."""
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    @property
    def held(self) -> bool:
        return self._descriptor is not None

    @property
    def descriptor(self) -> int | None:
        """The open file that the lock is tied to: a process that inherits it holds the lock too, until both end."""
        return self._descriptor

    def acquire(self, *, wait: float = 0.0, clock: Callable[[], float] = time.monotonic) -> bool:
        """Take the lock, trying for up to ``wait`` seconds. False: somebody else still has it (`holder`)."""
        deadline = clock() + wait
        with files.translated(self.path):
            descriptor = os.open(self.path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), files.PRIVATE_FILE)
        while not _try_lock(descriptor):
            if clock() >= deadline:
                os.close(descriptor)
                return False
            time.sleep(_POLL_SECONDS)
        self._descriptor = descriptor
        self._write_note(descriptor)
        return True

    def release(self) -> None:
        """Let go; harmless where it is not held. The file stays: removing it would race with the next holder."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def holder(self) -> Holder:
        """Who wrote itself into the lock file last."""
        with contextlib.suppress(OSError, ValueError, TypeError):
            return Holder(**json.loads(self.path.read_bytes()[:_NOTE_SIZE]))
        return Holder()

    def _write_note(self, descriptor: int) -> None:
        import socket

        note = Holder(
            os.getpid(), socket.gethostname(), _command(), datetime.now(UTC).isoformat(timespec="seconds"), boot_id()
        )
        data = json.dumps(note._asdict()).encode()
        with contextlib.suppress(OSError):  # a full disk: the lock holds without its note
            os.ftruncate(descriptor, 0)
            os.lseek(descriptor, 0, os.SEEK_SET)
            files.write_all(descriptor, data)


def is_locked(path: Path) -> bool:
    """Whether some process holds the lock on ``path`` now. Who looks leaves no note."""
    if not path.exists():
        return False
    with files.translated(path):
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
    free = _try_lock(descriptor)
    os.close(descriptor)
    return not free


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _command() -> str:
    """The command's name without its arguments, which may name private files."""
    words = [Path(sys.argv[0]).name, *[word for word in sys.argv[1:] if word.isalpha()][:1]]
    return " ".join(words)


def boot_id() -> str:
    """What tells this start of the computer from others; empty where the system does not say."""
    with contextlib.suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    return ""
