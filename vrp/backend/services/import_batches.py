"""Batches of an import: copies in ``staging/`` become recordings, whole and durable, or nothing stays of them.

While the next files are copied, some threads make the copies durable, one has them examined, and one turns the batch
before into rows: the disk, the probe and the database are at work at once.
"""

from __future__ import annotations

import contextlib
import contextvars
import json
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol, TypeVar
from uuid import uuid4

from vrp.backend import files
from vrp.backend.domain.recordings import AudioInfo, Past, Recording
from vrp.backend.domain.requests import RecordingCreateRequest
from vrp.backend.errors import Cancelled, ImportRefused, VrpError
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.transactions import transactional
from vrp.backend.services import sidecars
from vrp.backend.services.clock import Clock

_SYNC_THREADS: Final = 4  # they wait for the disk together, which then has less to do
_REMOVING_THREADS: Final = 8
_LOOK_SECONDS: Final = 0.02  # between two looks whether the import was abandoned

T = TypeVar("T")
Heard = Callable[[AudioInfo | ImportRefused], object]
Examined = Future[list[RecordingCreateRequest | ImportRefused]]  # of each copy of a group


class Probe(Protocol):
    """Examines a file in a process of its own (`vrp.backend.audio.probe.AudioProbe`)."""

    def start(self) -> None: ...
    def examine_all(self, files: Sequence[tuple[Path, str]], heard: Heard) -> None: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Copied:
    """A file that was copied into ``staging/``; ``request`` makes its row of what the probe finds in the copy."""

    source: Path
    name: str
    copy: Path
    uuid: str
    checksum: str
    size: int
    request: Callable[[AudioInfo], RecordingCreateRequest]
    past: Past | None = None  # of a recording that comes from an export


@dataclass(frozen=True, slots=True)
class Group:
    """Copies on which the work has begun."""

    copies: Sequence[Copied]
    durable: Sequence[Future[None]]
    examined: Examined


@dataclass(slots=True)
class Written:
    """What became of a batch."""

    recordings: list[tuple[Copied, Recording]] = field(default_factory=list)
    refused: list[tuple[Copied, ImportRefused]] = field(default_factory=list)


class Batches:
    """The work of one import on what was copied. `end` it when all is done, `abandon` it when it is not to be."""

    def __init__(self, database: Database, paths: LibraryPaths, probe: Probe, clock: Clock, mark: str) -> None:
        self.database = database
        self._mark = mark  # begins the name of each note
        self._paths = paths
        self._probe = probe
        self._clock = clock
        self._abandoned = threading.Event()
        self._last: Examined | None = None
        self._syncing = ThreadPoolExecutor(_SYNC_THREADS, thread_name_prefix="import")
        self._examining = ThreadPoolExecutor(1, thread_name_prefix="examine")
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="write")

    def begin(self, copies: Sequence[Copied]) -> Group:
        """Have copies made durable and examined."""
        self._last = self._examining.submit(self._examine, copies)
        return Group(copies, self._spread(_seal, copies), self._last)

    def write(self, groups: Sequence[Group]) -> Future[Written]:
        """Turn groups into recordings, in one transaction. A fault leaves nothing of them."""
        return self._writing.submit(contextvars.copy_context().run, self._write, groups)

    def end(self) -> None:
        for threads in (self._syncing, self._examining, self._writing):
            threads.shutdown()

    def abandon(self, groups: Iterable[Group], written: Future[Written] | None) -> None:
        """Stop, also in the middle of a file, and remove the copies of ``groups`` and what ``written`` has not done.

        Its sources are untouched; what was acknowledged stays.
        """
        self._abandoned.set()
        for threads in (self._syncing, self._examining, self._writing):
            threads.shutdown(wait=False)
        closing = threading.Thread(target=self._stop_probe, name="close")
        closing.start()
        if written is not None:
            wait([written])
        _remove(groups)
        closing.join()  # before the next import, which starts it again

    def _stop_probe(self) -> None:
        if self._last is not None and not self._last.done():  # it may be at a file that takes long
            self._probe.close()

    def _spread(self, work: Callable[[T], None], items: Sequence[T]) -> list[Future[None]]:
        """Do ``work`` on each item; a thread gets several, since handing one over costs as much as most of them."""

        def each(part: Sequence[T]) -> None:
            for item in part:
                self._check()
                work(item)

        parts = [items[start::_SYNC_THREADS] for start in range(min(_SYNC_THREADS, len(items)))]
        return [self._syncing.submit(each, part) for part in parts]

    def _check(self) -> None:
        if self._abandoned.is_set():
            raise Cancelled

    def _examine(self, copies: Sequence[Copied]) -> list[RecordingCreateRequest | ImportRefused]:
        self._check()
        found: list[RecordingCreateRequest | ImportRefused] = []
        waiting = iter(copies)

        def heard(answer: AudioInfo | ImportRefused) -> None:
            self._check()
            found.append(_requested(next(waiting), answer))

        self._probe.examine_all([(copied.copy, copied.name) for copied in copies], heard)
        return found

    # --- rows ---------------------------------------------------------------------------------------------------------

    def _write(self, groups: Sequence[Group]) -> Written:
        written = Written()
        try:
            batch = self._accepted(groups, written)
            if batch:
                recordings = self._keep(batch)
                written.recordings.extend(zip((copied for copied, _ in batch), recordings, strict=True))
        except BaseException:  # whatever ended it, nothing unacknowledged may stay
            _remove(groups)
            raise
        return written

    def _accepted(self, groups: Sequence[Group], written: Written) -> list[tuple[Copied, RecordingCreateRequest]]:
        """Those that are durable and were found to be sound; what is refused goes, and is named."""
        accepted = []
        for group in groups:
            while wait(group.durable, _LOOK_SECONDS).not_done:
                self._check()  # the disk may take long with a large file
            _wait_for(group.durable)
            for copied, found in zip(group.copies, group.examined.result(), strict=True):
                self._check()
                if isinstance(found, ImportRefused):
                    copied.copy.unlink(missing_ok=True)
                    written.refused.append((copied, found))
                else:
                    accepted.append((copied, found))
        return accepted

    def _keep(self, batch: Sequence[tuple[Copied, RecordingCreateRequest]]) -> list[Recording]:
        note = self._paths.staging / f"{self._mark}{uuid4().hex}.batch"
        files.write_atomic(note, json.dumps([request.stored_filename for _, request in batch]).encode())
        try:
            self._publish(batch)
            self._check()
            recordings = self._add(batch)
        except BaseException:  # whatever ended it, nothing unacknowledged may stay
            undo(self.database, self._paths, note)
            raise
        sidecars.write_all(self._paths, [one for one in recordings if one.deleted_at is not None])
        with contextlib.suppress(OSError):  # the rows are there, so that the next start passes over it
            note.unlink()
        return recordings

    def _publish(self, batch: Sequence[tuple[Copied, RecordingCreateRequest]]) -> None:
        """Rename the copies into ``audio/``, write their sidecars, and make all the names durable at once."""
        places = [(copied.copy, self._paths.audio_file(request.stored_filename), request) for copied, request in batch]
        folders = {place.parent for _, place, _ in places}
        with files.translated(self._paths.audio):
            for folder in folders:
                folder.mkdir(mode=files.PRIVATE_FOLDER, exist_ok=True)
            _wait_for(self._spread(_place, places))
            _wait_for(self._spread(files.fsync_folder, [*folders, self._paths.audio]))

    @transactional("import")
    def _add(self, session: Session, batch: Sequence[tuple[Copied, RecordingCreateRequest]]) -> list[Recording]:
        requests, pasts = [request for _, request in batch], [copied.past for copied, _ in batch]
        return RecordingRepository(session).add_all(requests, self._clock(), pasts)


def _requested(copied: Copied, answer: AudioInfo | ImportRefused) -> RecordingCreateRequest | ImportRefused:
    try:
        return answer if isinstance(answer, ImportRefused) else copied.request(answer)
    except ImportRefused as refusal:
        return refusal


def undo(database: Database, paths: LibraryPaths, note: Path) -> int:
    """Remove what a batch without rows left in ``audio/``; returns the number of files."""
    try:
        names = json.loads(note.read_bytes())
        audio_files = [paths.audio_file(name) for name in names]
    except (ValueError, VrpError, TypeError, OSError):
        return 0  # the note was being written: nothing had been renamed yet
    with database.get_db_session("collect_leftovers") as session:
        kept = {one.uuid for one in RecordingRepository(session).with_uuids(audio.stem for audio in audio_files)}
    lost = [audio for audio in audio_files if audio.stem not in kept]
    return _remove_all([*lost, *(paths.sidecar(audio.stem) for audio in lost)])


def _wait_for(futures: Iterable[Future[None]]) -> None:
    """Wait until all have ended, whatever became of them; raises what one of them raised."""
    futures = list(futures)
    wait(futures)
    for future in futures:
        future.result()


def _place(one: tuple[Path, Path, RecordingCreateRequest]) -> None:
    copy, place, request = one
    copy.replace(place)
    files.write_new(place.with_name(f"{request.uuid}.json"), sidecars.content(request))


def _seal(copied: Copied) -> None:
    with files.translated(copied.copy):
        files.fsync_file(copied.copy)


def _remove(groups: Iterable[Group]) -> None:
    groups = list(groups)
    if sys.platform == "win32":  # elsewhere a file may go while a thread waits for the disk to have it
        for group in groups:
            wait([*group.durable, group.examined])
    _remove_all([copied.copy for group in groups for copied in group.copies])


def _remove_all(paths: Sequence[Path]) -> int:
    """How many there were. Each waits for the journal of the file system when that is busy, so they wait together."""
    with ThreadPoolExecutor(_REMOVING_THREADS, thread_name_prefix="remove") as threads:
        return sum(threads.map(_remove_one, paths))


def _remove_one(path: Path) -> bool:
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    return True
