"""Import: copies come into the library whole, durable and examined, or not at all.

The order for each batch, which leaves all or nothing wherever it is cut off: copy into ``staging/`` while hashing →
examine the copy in the probe's own process → fsync → note the batch → rename into ``audio/`` with its sidecar → fsync
the folders → one transaction with all the rows → drop the note. Only then a file counts as imported.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Protocol
from uuid import uuid4

import structlog
from pydantic import ValidationError

from vrp.backend import files
from vrp.backend.domain.exports import ExportedRecording
from vrp.backend.domain.progress import Meter, Progress, silent
from vrp.backend.domain.recordings import AudioInfo, Origin, Past, Recording, Status
from vrp.backend.domain.requests import RecordingCreateRequest
from vrp.backend.domain.rules import RecordingBusinessRules as Rules
from vrp.backend.errors import (
    AlreadyInLibrary,
    ArchiveInvalid,
    Cancelled,
    DiskFull,
    ImportRefused,
    SourceMissing,
    VrpError,
)
from vrp.backend.metrics import PerformanceMonitor, monitor_performance
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence.audit import AuditRepository
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.transactions import transactional
from vrp.backend.services import archives, legacy, sidecars
from vrp.backend.services.archives import Archive
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.legacy import LegacyRecording
from vrp.backend.services.sources import Found, find

BATCH_FILES: Final = 100
BATCH_BYTES: Final = 256 * 1024 * 1024
_RESERVE_BYTES: Final = 16 * 1024 * 1024  # left free for the database and the log
_FSYNC_THREADS: Final = 4
_LOOK_SECONDS: Final = 0.1  # between two looks whether the import is still wanted
_EARLIEST: Final = datetime(1970, 1, 2, tzinfo=UTC)

log = structlog.get_logger()


class Probe(Protocol):
    """Examines a file in a process of its own (`vrp.backend.audio.probe.AudioProbe`)."""

    def start(self) -> None: ...
    def examine(self, path: Path, name: str) -> AudioInfo: ...
    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Imported:
    path: Path
    recording: Recording


@dataclass(frozen=True, slots=True)
class Skipped:
    """The same bytes are in the library already, as recording ``id``."""

    path: Path
    code: str
    id: int


@dataclass(frozen=True, slots=True)
class Refused:
    path: Path
    error: VrpError


@dataclass(slots=True)
class ImportReport:
    """What became of each file."""

    imported: list[Imported] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Staged:
    """A copy on its way: it is made durable by one thread and examined by another, while the next one is copied."""

    source: Path
    copy: Path
    uuid: str
    checksum: str
    size: int
    durable: Future[None]
    examined: Future[RecordingCreateRequest]  # or the refusal
    past: Past | None = None  # of a recording that comes from an export

    @property
    def request(self) -> RecordingCreateRequest:
        return self.examined.result()


class ImportService:
    """Brings files into one library. One import at a time; the caller holds the library's lock."""

    def __init__(
        self, database: Database, paths: LibraryPaths, probe: Probe, *, max_file_mb: int, clock: Clock = utc_now
    ) -> None:
        self.database = database
        self._paths = paths
        self._probe = probe
        self.max_file_mb = max_file_mb
        self._clock = clock

    @property
    def monitor(self) -> PerformanceMonitor | None:
        return self.database.monitor

    @monitor_performance("import")
    def import_paths(
        self, paths: Sequence[Path], *, keep_both: bool = False, progress: Progress = silent
    ) -> ImportReport:
        """Import files and folders. One that is refused never stops the rest; ``progress`` counts bytes.

        Raises `LibraryFault` when the library itself fails, and `Cancelled`; what was acknowledged until then is kept.
        """
        self._probe.start()
        found = list(find(paths))
        with _threads() as (threads, examining):
            run = _Run(self, threads, examining, keep_both, Meter(progress, sum(one.size for one in found)))
            try:
                for one in found:
                    run.take(one)
                run.commit()
            finally:
                run.drop()
        log.info(
            "import_ended",
            imported=len(run.report.imported),
            skipped=len(run.report.skipped),
            refused=[refused.error.code for refused in run.report.refused],
        )
        return run.report

    @monitor_performance("import_legacy")
    def import_legacy(self, folder: Path, *, progress: Progress = silent) -> ImportReport:
        """Import the library of the predecessor in ``folder``; done twice it adds nothing twice.

        ``progress`` counts bytes. Raises `LegacyUnreadable`, `LibraryFault` and `Cancelled`.
        """
        self._probe.start()
        with _threads() as (threads, examining):
            run = _Run(self, threads, examining, False, Meter(progress))
            try:
                for one in legacy.read(folder, self._paths.staging, self._clock()):
                    run.take_legacy(folder, one)
                run.commit()
            finally:
                run.drop()
        log.info("legacy_imported", imported=len(run.report.imported), skipped=len(run.report.skipped),
                 refused=[refused.error.code for refused in run.report.refused])  # fmt: skip
        return run.report

    def collect_leftovers(self) -> int:
        """Remove what an import that was cut off left behind; its sources are untouched. Returns the number of files.

        Run at start, with the lock held. A noted batch whose rows are there was acknowledged and stays.
        """
        removed = 0
        for note in self._paths.staging.glob("*.batch"):
            removed += self._undo_batch(note)
        for path in self._paths.staging.glob("*"):
            with contextlib.suppress(OSError):
                path.unlink()
                removed += 1
        if removed:
            log.info("import_leftovers_collected", files=removed)
        return removed

    def _undo_batch(self, note: Path) -> int:
        try:
            names = json.loads(note.read_bytes())
            audio_files = [self._paths.audio_file(name) for name in names]
        except (ValueError, VrpError, TypeError, OSError):
            return 0  # the note was being written: nothing had been renamed yet
        removed = 0
        with self.database.get_db_session("collect_leftovers") as session:
            kept = {one.uuid for one in RecordingRepository(session).with_uuids(audio.stem for audio in audio_files)}
        lost = [audio for audio in audio_files if audio.stem not in kept]
        for audio in lost:
            for path in (audio, self._paths.sidecar(audio.stem)):
                removed += path.exists()
                path.unlink(missing_ok=True)
        return removed

    # --- one file -----------------------------------------------------------------------------------------------------

    def _stage(self, found: Found, run: _Run) -> _Staged | None:
        """Copy, compare and examine one file. None: skipped. Raises the refusal; nothing of the file stays then."""
        if found.refusal is not None:
            raise found.refusal
        source = found.path
        name = Rules.file_name(source.name)
        Rules.file_type(name)
        descriptor, state = files.open_source(source)
        os.close(descriptor)
        Rules.file_size(name, state.st_size, self.max_file_mb)
        if files.free_bytes(self._paths.staging) < state.st_size + _RESERVE_BYTES:
            raise DiskFull(path=self._paths.root)
        copy = self._paths.staging / f"{uuid4().hex}.part"
        checksum = files.copy_and_hash(source, copy, on_bytes=run.meter.advance)
        try:
            if not run.keep_both and run.is_duplicate(source, checksum):
                copy.unlink()
                return None
            uuid = uuid4().hex

            def examine() -> RecordingCreateRequest:
                return self._request(uuid, name, state, checksum, self._probe.examine(copy, name))

            durable, examined = run.threads.submit(_seal, copy), run.examining.submit(examine)
            return _Staged(source, copy, uuid, checksum, state.st_size, durable, examined)
        except BaseException:  # whatever ended it, nothing unacknowledged may stay
            copy.unlink(missing_ok=True)
            raise

    def _stage_legacy(self, one: LegacyRecording, run: _Run) -> _Staged | None:
        """As `_stage`, with what the predecessor knew of the file."""
        if one.path is None:
            raise SourceMissing(name=one.filename)
        staged = self._stage(Found(one.path, one.path.stat().st_size), run)
        if staged is None:
            return None

        def told() -> RecordingCreateRequest:
            request = staged.request  # examined just before, by the same thread
            words = {
                "filename": Rules.title_from_file(one.filename) or request.filename,
                "title": Rules.title_from_file(one.title)
                or Rules.title_from_file(Path(one.filename).stem)
                or "Recording",
                "recorded_at": one.past.created_at,
            }
            return request.model_copy(update=words)

        return dataclasses.replace(staged, examined=run.examining.submit(told), past=one.past)

    def _stage_exported(self, archive: Archive, one: ExportedRecording, run: _Run) -> _Staged | None:
        """As `_stage`, for a recording of an export. None: this very recording is in the library."""
        source = archive.path / (one.file or one.filename)
        if run.has_in_hand(one.uuid):
            run.commit()
        with self.database.get_db_session("find_exported") as session:
            present = RecordingRepository(session).by_uuid(one.uuid)
            if AuditRepository(session).was_erased(
                one.uuid
            ):  # who brings it in again means it: as a new one, that stays
                one = one.model_copy(update={"uuid": uuid4().hex})  # it is another one from here on
        if present is not None:
            run.report.skipped.append(Skipped(source, AlreadyInLibrary.code, present.id))
            return None
        Rules.file_size(one.filename, one.filesize_bytes, self.max_file_mb)
        if files.free_bytes(self._paths.staging) < one.filesize_bytes + _RESERVE_BYTES:
            raise DiskFull(path=self._paths.root)
        copy = self._paths.staging / f"{uuid4().hex}.part"
        checksum = archive.extract(one, copy, run.meter.advance)
        try:
            told = one.model_copy(update={"checksum": checksum})

            def examine() -> RecordingCreateRequest:
                return _exported_request(told, self._probe.examine(copy, told.filename))

            past = Past(one.created_at, one.modified_at, Status(one.status), one.deleted_at)
            durable, examined = run.threads.submit(_seal, copy), run.examining.submit(examine)
            return _Staged(source, copy, one.uuid, checksum, one.filesize_bytes, durable, examined, past)
        except BaseException:  # whatever ended it, nothing unacknowledged may stay
            copy.unlink(missing_ok=True)
            raise

    def _request(
        self, uuid: str, name: str, state: os.stat_result, checksum: str, info: AudioInfo
    ) -> RecordingCreateRequest:
        stem = name.rpartition(".")[0]
        return RecordingCreateRequest(
            uuid=uuid,
            filename=name,
            stored_filename=f"{uuid}.{info.suffix}",
            title=Rules.title_from_file(info.title) or Rules.title_from_file(stem) or "Recording",
            artist=Rules.title_from_file(info.artist),
            duration=info.duration,
            filesize_bytes=state.st_size,
            mime_type=info.mime_type,
            checksum=checksum,
            codec=info.codec,
            sample_rate=info.sample_rate,
            channels=info.channels,
            origin=Origin.IMPORTED,
            recorded_at=info.recorded_at or self._modified(state),
        )

    def _modified(self, state: os.stat_result) -> datetime:
        """The file's own time where it can be one: archives carry dates before 1970 and after tomorrow."""
        now = self._clock()
        with contextlib.suppress(OverflowError, ValueError, OSError):
            moment = datetime.fromtimestamp(state.st_mtime, UTC)
            if _EARLIEST < moment <= now:
                return moment
        return now

    # --- a batch ------------------------------------------------------------------------------------------------------

    def _commit(self, batch: Sequence[_Staged], threads: ThreadPoolExecutor) -> list[Recording]:
        for staged in batch:
            staged.durable.result()
        note = self._paths.staging / f"{uuid4().hex}.batch"
        files.write_atomic(note, json.dumps([staged.request.stored_filename for staged in batch]).encode())
        try:
            self._publish(batch, threads)
            recordings = self._add(batch)
        except BaseException:  # whatever ended it, nothing unacknowledged may stay
            self._undo_batch(note)
            raise
        sidecars.write_all(self._paths, [one for one in recordings if one.deleted_at is not None])
        with contextlib.suppress(OSError):  # the rows are there, so that the next start passes over it
            note.unlink()
        return recordings

    @transactional("import")
    def _add(self, session: Session, batch: Sequence[_Staged]) -> list[Recording]:
        requests, pasts = [one.request for one in batch], [one.past for one in batch]
        return RecordingRepository(session).add_all(requests, self._clock(), pasts)

    def _publish(self, batch: Sequence[_Staged], threads: ThreadPoolExecutor) -> None:
        """Rename the copies into ``audio/``, write their sidecars, and make all the names durable at once."""
        folders = {self._paths.sidecar(staged.uuid).parent for staged in batch}
        with files.translated(self._paths.audio):
            for folder in folders:
                folder.mkdir(mode=files.PRIVATE_FOLDER, exist_ok=True)
            for staged in batch:
                staged.copy.replace(self._paths.audio_file(staged.request.stored_filename))
            for written in [threads.submit(self._write_sidecar, staged.request) for staged in batch]:
                written.result()
            for synced in [threads.submit(files.fsync_folder, folder) for folder in (*folders, self._paths.audio)]:
                synced.result()

    def _write_sidecar(self, request: RecordingCreateRequest) -> None:
        files.write_new(self._paths.sidecar(request.uuid), sidecars.content(request))


@contextlib.contextmanager
def _threads() -> Iterator[tuple[ThreadPoolExecutor, ThreadPoolExecutor]]:
    """Those that wait for the disk, and the one that waits for the probe, in the order of the files."""
    with (
        ThreadPoolExecutor(_FSYNC_THREADS, thread_name_prefix="import") as threads,
        ThreadPoolExecutor(1, thread_name_prefix="examine") as examining,
    ):
        yield threads, examining


def _exported_request(told: ExportedRecording, info: AudioInfo) -> RecordingCreateRequest:
    try:
        return told.request(info.suffix)
    except ValidationError as error:
        raise ArchiveInvalid(name=told.filename, reason="what is told of it breaks the rules") from error


def _seal(copy: Path) -> None:
    """Durable, and from now on read-only."""
    with files.translated(copy):
        files.fsync_file(copy)
        copy.chmod(files.READ_ONLY_FILE)


class _Run:
    """One call of `ImportService.import_paths`: the batch being filled, and the report."""

    def __init__(
        self,
        service: ImportService,
        threads: ThreadPoolExecutor,
        examining: ThreadPoolExecutor,
        keep_both: bool,
        meter: Meter,
    ) -> None:
        self.threads = threads
        self.examining = examining
        self.keep_both = keep_both
        self.meter = meter
        self.report = ImportReport()
        self._service = service
        self._batch: list[_Staged] = []
        self._bytes = 0

    def take(self, found: Found) -> None:
        self.meter.item = found.path.name
        self.meter.advance(0)
        if found.path.suffix.lower() == archives.SUFFIX and found.refusal is None:
            self._take_archive(found)
        else:
            self._take(found.path, lambda: self._service._stage(found, self))  # noqa: SLF001  # the service's half

    def _take_archive(self, found: Found) -> None:
        try:
            with archives.opened(found.path) as archive:
                for one in archive.recordings():
                    if isinstance(one, ArchiveInvalid):
                        self.report.refused.append(Refused(found.path, one))
                        continue
                    stage = functools.partial(self._service._stage_exported, archive, one, self)  # noqa: SLF001
                    self._take(found.path / (one.file or one.filename), stage)
        except ImportRefused as refusal:
            self.report.refused.append(Refused(found.path, refusal))

    def take_legacy(self, folder: Path, one: LegacyRecording) -> None:
        self.meter.item = one.filename
        path = one.path or folder / one.filename
        self._take(path, lambda: self._service._stage_legacy(one, self))  # noqa: SLF001  # see above

    def has_in_hand(self, uuid: str) -> bool:
        return any(staged.uuid == uuid for staged in self._batch)

    def _take(self, path: Path, stage: Callable[[], _Staged | None]) -> None:
        try:
            staged = stage()
        except Cancelled:
            raise
        except (ImportRefused, DiskFull) as refusal:
            self.report.refused.append(Refused(path, refusal))
            return
        if staged is None:
            return
        self._batch.append(staged)
        self._bytes += staged.size
        if len(self._batch) >= BATCH_FILES or self._bytes >= BATCH_BYTES:
            self.commit()

    def is_duplicate(self, path: Path, checksum: str) -> bool:
        if any(staged.checksum == checksum for staged in self._batch):
            self.commit()
        with self._service.database.get_db_session("find_duplicate") as session:
            id_ = RecordingRepository(session).ids_of_checksums([checksum]).get(checksum)
        if id_ is None:
            return False
        self.report.skipped.append(Skipped(path, AlreadyInLibrary.code, id_))
        return True

    def commit(self) -> None:
        self._wait()
        self._batch = [staged for staged in self._batch if self._is_sound(staged)]
        if self._batch:
            recordings = self._service._commit(self._batch, self.threads)  # noqa: SLF001  # see above
            pairs = zip(self._batch, recordings, strict=True)
            self.report.imported.extend(Imported(staged.source, recording) for staged, recording in pairs)
        self._batch, self._bytes = [], 0

    def _wait(self) -> None:
        """For what the other threads have in hand; a cancel ends it."""
        work: list[Future[Any]] = [one for staged in self._batch for one in (staged.durable, staged.examined)]
        while wait(work, _LOOK_SECONDS).not_done:
            self.meter.advance(0)

    def _is_sound(self, staged: _Staged) -> bool:
        """Whether its examination let it in; one that it did not goes, and is named."""
        try:
            staged.examined.result()
        except ImportRefused as refusal:
            _discard(staged)
            self.report.refused.append(Refused(staged.source, refusal))
            return False
        return True

    def drop(self) -> None:
        """After a cancel or a fault: the copies that were not acknowledged go; their sources are untouched."""
        unfinished = any(not staged.examined.done() for staged in self._batch)
        for staged in self._batch:
            staged.examined.cancel()
        if unfinished:  # a file may take long
            self._service._probe.close()  # noqa: SLF001  # see above
        for staged in self._batch:
            _discard(staged)
        self._batch = []


def _discard(staged: _Staged) -> None:
    work: list[Future[Any]] = [staged.durable, staged.examined]
    wait(work)  # nobody may have it open when it goes
    staged.copy.unlink(missing_ok=True)
