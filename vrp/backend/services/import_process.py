"""An import that runs in a process of its own: its threads would keep the window's from the interpreter otherwise.

That process is told by one JSON line what to import, and by the end of its input that nobody wants it any more. It says
how far it is, what it would log, and at last what became of each file. It has a share in the library's lock, so that
nobody else opens the library before it has ended too, also when this process dies.
"""

from __future__ import annotations

import contextlib
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import IO, Any, Final, Self, cast
from uuid import uuid4

import structlog

from vrp.backend.audio.probe import module_path
from vrp.backend.audio.protocol import LineDecoder, Message, encode, fault_message, fault_of
from vrp.backend.domain.progress import Progress, silent
from vrp.backend.errors import Cancelled, ImportDied, VrpError
from vrp.backend.locks import FileLock
from vrp.backend.metrics import monitor_performance
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence.database import Database
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.services import archives
from vrp.backend.services.import_batches import Probe
from vrp.backend.services.import_run import Imported, ImportReport, Refused, Skipped
from vrp.backend.services.importing import ImportService
from vrp.backend.services.sources import find

COMMAND: Final = (sys.executable, "-P", "-m", "vrp", "--audio-engine", "import")
FEW_FILES: Final = 10  # a fifth of a second; a process takes longer to begin
FEW_BYTES: Final = 32 * 1024 * 1024
FILES_A_LINE: Final = 200  # of the report
_LOOK_SECONDS: Final = 0.05  # between two looks whether the import is still wanted
_PATIENCE_SECONDS: Final = 8.0  # after a cancel, until it is ended by force

log = structlog.get_logger()


class ImportProcess(ImportService):
    """As `ImportService`, for the window of the program that holds ``lock``. Several threads wait for each other."""

    def __init__(
        self, database: Database, paths: LibraryPaths, probe: Probe, *, max_file_mb: int, lock: FileLock
    ) -> None:
        super().__init__(database, paths, probe, max_file_mb=max_file_mb)
        self._lock = lock
        self._turn = threading.Lock()

    def import_paths(
        self, paths: Sequence[Path], *, keep_both: bool = False, progress: Progress = silent
    ) -> ImportReport:
        """As in `ImportService`; raises `ImportDied` too, and leaves the library whole then.

        A few files are imported here: they are in before a process would have begun.
        """
        with self._my_turn(progress):
            if _are_few(paths):
                return super().import_paths(paths, keep_both=keep_both, progress=progress)
            return self._import_apart(paths, keep_both, progress)

    @monitor_performance("import")
    def _import_apart(self, paths: Sequence[Path], keep_both: bool, progress: Progress) -> ImportReport:
        mark = f"{uuid4().hex}-"
        told = _Told()
        try:
            with _Child(self._lock) as child:
                child.say(self._order(paths, keep_both, mark))
                _hear_out(child, told, progress)
        finally:
            if not told.last:
                self.collect_leftovers(mark)
        if told.fault is not None:
            raise told.fault
        return self._report(told)

    @contextlib.contextmanager
    def _my_turn(self, progress: Progress) -> Iterator[None]:
        while not self._turn.acquire(timeout=_LOOK_SECONDS):
            progress(0, 0)  # who looks may cancel
        try:
            yield
        finally:
            self._turn.release()

    def _order(self, paths: Sequence[Path], keep_both: bool, mark: str) -> Message:
        """What the process has to know. A server's address has its password in it, hence never among arguments."""
        address = self.database.address
        where = {"database": str(address)} if isinstance(address, Path) else {"url": address.render_as_string(False)}
        return {
            **where,
            "library": str(self._paths.root),
            "recorder": self._paths.recorder,
            "slow_ms": self.database.slow_ms,
            "log_level": logging.getLogger().level,
            "max_file_mb": self.max_file_mb,
            "mark": mark,
            "keep_both": keep_both,
            "paths": [str(path.absolute()) for path in paths],
        }

    def _report(self, told: _Told) -> ImportReport:
        """With the rows as they are now; one that somebody has removed meanwhile is not in it."""
        with self.database.get_db_session("imported") as session:
            rows = {one.id: one for one in RecordingRepository(session).get_many(id_ for _, id_ in told.imported)}
        imported = [Imported(Path(path), rows[id_]) for path, id_ in told.imported if id_ in rows]
        return ImportReport(imported, told.skipped, told.refused)


def _are_few(paths: Sequence[Path]) -> bool:
    """An archive may hold any number."""
    size = 0
    for number, one in enumerate(find(paths), 1):
        size += one.size
        if number > FEW_FILES or size > FEW_BYTES or one.path.suffix.lower() == archives.SUFFIX:
            return False
    return True


class _Told:
    """What the process has said so far; ``last`` when it has nothing more to say."""

    def __init__(self) -> None:
        self.progress: tuple[int, int, str] = (0, 0, "")
        self.imported: list[tuple[str, int]] = []
        self.skipped: list[Skipped] = []
        self.refused: list[Refused] = []
        self.fault: VrpError | None = None
        self.last = False

    def hear(self, message: Message) -> None:
        match message:
            case {"event": "progress", "done": int(done), "total": int(total), "item": str(item)}:
                self.progress = (done, total, item)
            case {"event": "log", "name": str(name), "level": int(level), "fields": dict(fields)}:
                _log_again(name, level, fields)
            case {"event": "imported", "files": files}:
                self.imported += [(path, id_) for path, id_ in files]
            case {"event": "skipped", "files": files}:
                self.skipped += [Skipped(Path(path), code, id_) for path, code, id_ in files]
            case {"event": "refused", "path": str(path)}:
                self.refused.append(Refused(Path(path), fault_of(message)))
            case {"event": "fault"}:
                self.fault, self.last = fault_of(message), True
            case {"event": "ended"}:
                self.last = True


def report_messages(report: ImportReport) -> Iterator[Message]:
    """What the process says at its end, in pieces that are read in an instant."""
    imported = [(str(one.path), one.recording.id) for one in report.imported]
    skipped = [(str(one.path), one.code, one.id) for one in report.skipped]
    for start in range(0, len(imported), FILES_A_LINE):
        yield {"event": "imported", "files": imported[start : start + FILES_A_LINE]}
    for start in range(0, len(skipped), FILES_A_LINE):
        yield {"event": "skipped", "files": skipped[start : start + FILES_A_LINE]}
    for refused in report.refused:
        yield {**fault_message(refused.error), "event": "refused", "path": str(refused.path)}
    yield {"event": "ended"}


def _log_again(name: str, level: int, fields: dict[str, Any]) -> None:
    """A record of the process goes the way of all of ours: past the redaction, to the panel and into the file."""
    logger = logging.getLogger(name)
    if logger.isEnabledFor(level):
        logger.log(level, {**structlog.contextvars.get_contextvars(), **fields})


def _hear_out(child: _Child, told: _Told, progress: Progress) -> None:
    """Listen until the process has ended. Raises `Cancelled` and `ImportDied`."""
    cancelled: Cancelled | None = None
    give_up = 0.0
    for message in child.messages():
        told.hear(message)
        if cancelled is not None:
            if time.monotonic() > give_up:
                child.kill()
            continue
        try:
            progress(*told.progress)
        except Cancelled as asked:
            cancelled, give_up = asked, time.monotonic() + _PATIENCE_SECONDS
            child.close_input()
    if cancelled is not None and not told.last:
        raise cancelled
    if not told.last:
        log.error("import_process_died", exit_code=child.end())
        raise ImportDied


class _Child:
    """The running process; it is gone at the end of the block."""

    def __init__(self, lock: FileLock) -> None:
        self._process = subprocess.Popen(
            COMMAND,
            env=os.environ | {"PYTHONPATH": module_path()},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            pass_fds=() if lock.descriptor is None else (lock.descriptor,),
        )
        self._in = cast(IO[bytes], self._process.stdin)
        self._heard: SimpleQueue[Message | None] = SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="import", daemon=True)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.end()

    def say(self, message: Message) -> None:
        with contextlib.suppress(OSError):  # it has died, which the end of its output says
            self._in.write(encode(message))
            self._in.flush()

    def messages(self) -> Iterator[Message]:
        """What it says, until its output ends; an empty one when it has said nothing for a moment."""
        while True:
            try:
                message = self._heard.get(timeout=_LOOK_SECONDS)
            except Empty:
                message = {}
            if message is None:
                return
            yield message

    def close_input(self) -> None:
        with contextlib.suppress(OSError):
            self._in.close()

    def kill(self) -> None:
        self._process.kill()

    def end(self) -> int:
        """Its exit status; it is killed where it has not ended by itself."""
        self.close_input()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(_PATIENCE_SECONDS)
        self.kill()
        status = self._process.wait()
        self._reader.join()
        return status

    def _read(self) -> None:
        out = cast(IO[bytes], self._process.stdout)
        decoder = LineDecoder()
        with out:
            while data := os.read(out.fileno(), 65_536):
                for message in decoder.feed(data):
                    self._heard.put(message)
        self._heard.put(None)
