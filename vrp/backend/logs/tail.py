"""The newest records in memory: what the log panel shows, also where the log file cannot be written.

Records are numbered from 1 in the order in which they came. Whoever looks asks "what came after number N?", so that no
view hangs on the logging itself. They are kept as the lines of the file: to add one costs next to nothing.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Final

RECORDS: Final = 100_000
BYTES: Final = 32 * 1024 * 1024
_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class LogRecordView:
    """One record. ``fields`` are all its values but level, logger and event; ``error_code`` is a VRP- code or ""."""

    position: int
    at: datetime
    level: str
    logger: str
    event: str
    fields: Mapping[str, Any]
    job: int | None
    recording: str
    error_code: str

    @property
    def text(self) -> str:
        """The record as one line for people, without its time and level."""
        values = " ".join(f"{name}={_shown(value)}" for name, value in self.fields.items())
        return f"{self.event} {values}".rstrip()


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
        return [as_view(number, line) for number, line in self.lines(position, limit)]

    def newest(self, count: int) -> list[LogRecordView]:
        """The newest ``count`` records, the oldest first."""
        return self.after(max(0, self.last - count), count)

    def _drop(self) -> None:
        slot = self._first % len(self._lines)
        self._room += len(self._lines[slot])
        self._lines[slot] = b""
        self._first += 1


def as_view(position: int, line: bytes | str) -> LogRecordView:
    """A line of the log as a record; what is none, such as a torn line, becomes one with the event ``unreadable``."""
    try:
        fields = json.loads(line)
        at = datetime.fromisoformat(fields.pop("timestamp"))
    except (ValueError, KeyError, TypeError, AttributeError):
        return LogRecordView(position, _BEGINNING, "warning", "", "unreadable", MappingProxyType({}), None, "", "")
    job, code = fields.get("job"), fields.get("code") or fields.get("error_code")
    return LogRecordView(
        position=position,
        at=at,
        level=str(fields.pop("level", "info")),
        logger=str(fields.pop("logger", "")),
        event=str(fields.pop("event", "")),
        fields=MappingProxyType(fields),
        job=job if isinstance(job, int) else None,
        recording=str(fields.get("recording", "")),
        error_code=code if isinstance(code, str) and code.startswith("VRP-") else "",
    )


def _shown(value: object) -> str:
    return value if isinstance(value, str) and " " not in value else json.dumps(value, ensure_ascii=False)


PROCESS: Final = Tail()  # the records of this process, as the root logger is its one logger
