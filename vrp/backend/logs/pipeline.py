"""The one handler of all records: each becomes a line once, which goes to the tail in memory and to the file.

A log that cannot be written never stops the program: the records stay in the tail, and what the file lacks of them is
written when it works again.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
from typing import Final

from vrp.backend.logs.lines import line_of
from vrp.backend.logs.record_view import as_view
from vrp.backend.logs.redaction import Redactor
from vrp.backend.logs.rotation import LogFile
from vrp.backend.logs.tail import PROCESS, Tail

_AGAIN_SECONDS: Final = 2.0


class Pipeline(logging.Handler):
    """Hangs at the root logger. ``base`` is the level that holds when a raised one has run out."""

    def __init__(self, base: int, redactor: Redactor, tail: Tail = PROCESS, terminal: int | None = None) -> None:
        super().__init__()
        self.base = base
        self.redactor = redactor
        self.raised_until = 0.0  # the clock's time; 0: it is not raised
        self.trouble = ""  # why the file lacks records now
        self._tail = tail
        self._written = tail.last
        self._terminal = terminal
        self._file: LogFile | None = None
        self._retry_at = 0.0
        self._busy = threading.local()

    def use(self, file: LogFile | None) -> None:
        """Write to ``file`` from now on, beginning with what no file has got yet; None ends that."""
        with self.lock or threading.RLock():
            if self._file is not None:
                self._file.close()
            if file is None:
                self._written = self._tail.last
            self._file, self.trouble, self._retry_at = file, "", 0.0
            self._catch_up()

    def emit(self, record: logging.LogRecord) -> None:
        """Called under the handler's lock. Never raises, and a record of its own making is dropped."""
        if getattr(self._busy, "now", False):
            return
        self._busy.now = True
        try:
            if self.raised_until and record.created > self.raised_until:
                self.lower()
            line = line_of(record, self.redactor)
            self._catch_up((self._tail.append(line), line))
            if self._terminal is not None and record.levelno >= self._terminal:
                self._say(line)
        except Exception as error:  # noqa: BLE001  # no record may ever stop the program
            self.trouble = type(error).__name__
        finally:
            self._busy.now = False

    def lower(self) -> None:
        """The level is what it was before it was raised."""
        self.raised_until = 0.0
        logging.getLogger().setLevel(self.base)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
        super().close()

    def _catch_up(self, newest: tuple[int, bytes] | None = None) -> None:
        """Write what the file lacks: the newest line, where it is that one alone."""
        if self._file is None or (self._retry_at and time.monotonic() < self._retry_at):
            return
        lacking = [newest] if newest is not None and newest[0] == self._written + 1 else self._tail.lines(self._written)
        try:
            for position, line in lacking:
                self._file.write(line)
                self._written = position
        except OSError as error:
            self.trouble = error.strerror or str(error)
            self._retry_at = time.monotonic() + _AGAIN_SECONDS
        else:
            self.trouble, self._retry_at = "", 0.0

    def _say(self, line: bytes) -> None:
        if sys.stderr is None:  # a window without a terminal
            return
        view = as_view(0, line)
        code = {"warning": "33", "error": "31", "critical": "31"}.get(view.level, "2")
        sys.stderr.write(f"\x1b[{code}m{view.at.astimezone():%H:%M:%S} {view.level:<7}\x1b[0m {view.text}\n")
