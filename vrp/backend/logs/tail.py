"""The newest records in memory: what the log panel shows, also where the log file cannot be written.

Records are numbered from 1 in the order in which they came. Whoever looks asks "what came after number N?", so that no
view hangs on the logging itself. They are kept as the lines of the file: to add one costs next to nothing.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from vrp.backend.logs.record_view import LogRecordView

RECORDS: Final = 100_000
BYTES: Final = 32 * 1024 * 1024


class Tail:
    """At most ``records`` records and ``size`` bytes of them, the newest; from any thread."""

    def __init__(self, records: int = RECORDS, size: int = BYTES) -> None:
        self._lock = threading.Lock()
        self._lines: list[bytes] = [b""] * records
        self._room = size
        self._first = 1
        self._next = 1

    @property
    def first(self) -> int:
        """The position of the oldest record that is still there; `last` + 1 where there is none."""
        return self._first

    @property
    def last(self) -> int:
        """The position of the newest record; 0 where there was none."""
        return self._next - 1

    def append(self, line: bytes) -> int:
        """Add a record as its line; its position."""
        lines = self._lines
        with self._lock:
            position = self._next
            self._next = position + 1
            if position - self._first >= len(lines):
                self._drop()
            lines[position % len(lines)] = line
            self._room -= len(line)
            while self._room < 0:
                self._drop()
            return position

    def lines(self, position: int = 0, limit: int | None = None) -> list[tuple[int, bytes]]:
        """The records after ``position`` with their own, the oldest first."""
        with self._lock:
            begin = max(position + 1, self._first)
            end = self._next if limit is None else min(self._next, begin + limit)
            return [(number, self._lines[number % len(self._lines)]) for number in range(begin, end)]

    def after(self, position: int, limit: int) -> list[LogRecordView]:
        """At most ``limit`` records after ``position``, the oldest first; those that were dropped are passed over."""
        from vrp.backend.logs.record_view import as_view  # who looks, looks after the window's first paint

        return [as_view(number, line) for number, line in self.lines(position, limit)]

    def newest(self, count: int) -> list[LogRecordView]:
        """The newest ``count`` records, the oldest first."""
        return self.after(max(0, self.last - count), count)

    def _drop(self) -> None:
        slot = self._first % len(self._lines)
        self._room += len(self._lines[slot])
        self._lines[slot] = b""
        self._first += 1


PROCESS: Final = Tail()  # the records of this process, as the root logger is its one logger
