"""The process that imports for a window: one order in, then what it does, until it is done or its input ends.

Its other half is `vrp.backend.services.import_process`.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import threading
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from vrp.backend.audio.probe import AudioProbe
from vrp.backend.audio.probe_child import take_over_streams
from vrp.backend.audio.protocol import Message, encode, fault_message
from vrp.backend.domain.progress import cancelled_by
from vrp.backend.errors import Cancelled, InternalFault, VrpError
from vrp.backend.files import write_all

if TYPE_CHECKING:
    from vrp.backend.services.importing import ImportService

_REPORTS_PER_SECOND: Final = 20


def main() -> int:
    """Import what the first line of the standard input says."""
    requests, replies = take_over_streams()
    os.umask(0o077)
    with AudioProbe() as probe:
        probe.start()  # it loads while we do
        if line := requests.readline():
            teller = _Teller(replies)
            threading.Thread(target=teller.wait_for_the_end, args=(requests,), name="orders", daemon=True).start()
            _import(json.loads(line), probe, teller)
    return 0


class _Teller:
    """Says what happens, from any thread; ``unwanted`` is set when nobody listens any more."""

    def __init__(self, replies: BinaryIO) -> None:
        self.unwanted = threading.Event()
        self._replies = replies
        self._lock = threading.Lock()
        self._last = 0.0

    def wait_for_the_end(self, requests: BinaryIO) -> None:
        requests.read()
        self.unwanted.set()

    def say(self, message: Message) -> None:
        with self._lock:
            try:
                write_all(self._replies.fileno(), encode(message))
            except OSError:
                self.unwanted.set()

    def progress(self, done: int, total: int, item: str = "") -> None:
        if self.unwanted.is_set():
            raise Cancelled
        now = time.monotonic()
        if now - self._last >= 1 / _REPORTS_PER_SECOND:
            self._last = now
            self.say({"event": "progress", "done": done, "total": total, "item": item})


class _Forwarding(logging.Handler):
    """Hands the records to the window's process, which knows what must not be written, and where the log is."""

    def __init__(self, teller: _Teller) -> None:
        super().__init__()
        self._teller = teller

    def emit(self, record: logging.LogRecord) -> None:
        fields = record.msg if isinstance(record.msg, dict) else {"event": record.getMessage()}
        plain = {name: _plain(value) for name, value in fields.items()}
        self._teller.say({"event": "log", "name": record.name, "level": record.levelno, "fields": plain})


def _plain(value: object) -> object:
    """An error as the lines of its trace."""
    if isinstance(value, BaseException):
        return "".join(traceback.format_exception(value)).splitlines()
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, (int, float)) else str(value)


def _import(order: Message, probe: AudioProbe, teller: _Teller) -> None:
    import structlog  # this and what else takes its time, while the probe starts

    from vrp.backend.logs.setup import LoggingConfig
    from vrp.backend.services.import_process import report_messages

    LoggingConfig().install()
    logging.getLogger().handlers = [_Forwarding(teller)]
    logging.getLogger().setLevel(order["log_level"])
    paths = [Path(path) for path in order["paths"]]
    try:
        with _service(order, probe) as importing, cancelled_by(teller.unwanted):
            report = importing.import_paths(paths, keep_both=order["keep_both"], progress=teller.progress)
    except VrpError as fault:
        teller.say(fault_message(fault))
    except Exception as bug:  # noqa: BLE001  # a bug in the import must reach the person as a message
        structlog.get_logger().exception("job_crashed")
        teller.say(fault_message(InternalFault(reason=type(bug).__name__)))
    else:
        for message in report_messages(report):
            teller.say(message)


@contextlib.contextmanager
def _service(order: Message, probe: AudioProbe) -> Iterator[ImportService]:
    from sqlalchemy.engine import make_url

    from vrp.backend.metrics import PerformanceMonitor
    from vrp.backend.paths import LibraryPaths
    from vrp.backend.persistence.database import Database
    from vrp.backend.services.importing import ImportService

    library = LibraryPaths(Path(order["library"]), order["recorder"])
    address = make_url(order["url"]) if "url" in order else Path(order["database"])
    database = Database(address, monitor=PerformanceMonitor(), slow_ms=order["slow_ms"])
    with contextlib.closing(database):
        yield ImportService(database, library, probe, max_file_mb=order["max_file_mb"], mark=order["mark"])
