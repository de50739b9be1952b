"""Import: copies come into the library whole, durable and examined, or not at all.

The order for each batch, which leaves all or nothing wherever it is cut off: copy into ``staging/`` while hashing →
examine the copy in the probe's own process → fsync → note the batch → rename into ``audio/`` with its sidecar → fsync
the folders → one transaction with all the rows → drop the note. Only then a file counts as imported. What happens to a
copy from the second step on is in `import_batches`.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
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
from vrp.backend.persistence.database import Database
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.phrases import Phrase
from vrp.backend.services import archives, import_batches, legacy
from vrp.backend.services.archives import Archive
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.import_batches import Batches, Copied, Group, Probe, Written
from vrp.backend.services.legacy import LegacyRecording
from vrp.backend.services.sources import Found, find

BATCH_FILES: Final = 100
BATCH_BYTES: Final = 256 * 1024 * 1024
_RESERVE_BYTES: Final = 16 * 1024 * 1024  # left free for the database and the log
_GROUP_FILES: Final = 16  # looked up, made durable and examined together
_GROUP_BYTES: Final = 16 * 1024 * 1024
_LOOK_SECONDS: Final = 0.05  # between two looks whether the import is still wanted
_EARLIEST: Final = datetime(1970, 1, 2, tzinfo=UTC)

log = structlog.get_logger()


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
        found = _found(paths, progress)
        meter = Meter(progress, sum(one.size for one in found))
        with self._run(meter, keep_both=keep_both) as run:
            for one in found:
                run.take(one)
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
        with self._run(Meter(progress), keep_both=False) as run:
            for one in legacy.read(folder, self._paths.staging, self._clock()):
                run.take_legacy(folder, one)
        log.info("legacy_imported", imported=len(run.report.imported), skipped=len(run.report.skipped),
                 refused=[refused.error.code for refused in run.report.refused])  # fmt: skip
        return run.report

    @contextlib.contextmanager
    def _run(self, meter: Meter, *, keep_both: bool) -> Iterator[_Run]:
        """One run: what it took is in the library at the end; if it is cut off, nothing unacknowledged stays."""
        run = _Run(self, Batches(self.database, self._paths, self._probe, self._clock), keep_both, meter)
        try:
            yield run
            run.finish()
        except BaseException:  # whatever ended it
            run.abandon()
            raise

    def collect_leftovers(self) -> int:
        """Remove what an import that was cut off left behind; its sources are untouched. Returns the number of files.

        Run at start, with the lock held. A noted batch whose rows are there was acknowledged and stays.
        """
        removed = 0
        for note in self._paths.staging.glob("*.batch"):
            removed += import_batches.undo(self.database, self._paths, note)
        for path in self._paths.staging.glob("*"):
            with contextlib.suppress(OSError):
                path.unlink()
                removed += 1
        if removed:
            log.info("import_leftovers_collected", files=removed)
        return removed

    # --- one file -----------------------------------------------------------------------------------------------------

    def _copy(self, found: Found, run: _Run) -> Copied:
        """Copy one file into ``staging/``. Raises the refusal; nothing of the file stays then."""
        if found.refusal is not None:
            raise found.refusal
        source = found.path
        name = Rules.file_name(source.name)
        Rules.file_type(name)
        uuid = uuid4().hex
        copy = self._paths.staging / f"{uuid}.part"
        descriptor, state = files.open_source(source)
        try:
            self._check_size(name, state.st_size)
            checksum = files.copy_opened(
                source, descriptor, state, copy, mode=files.READ_ONLY_FILE, on_bytes=run.meter.advance
            )
        finally:
            os.close(descriptor)
        request = functools.partial(self._request, uuid, name, state, checksum)
        return Copied(source, name, copy, uuid, checksum, state.st_size, request)

    def _copy_legacy(self, one: LegacyRecording, run: _Run) -> Copied:
        """As `_copy`, with what the predecessor knew of the file."""
        if one.path is None:
            raise SourceMissing(name=one.filename)
        copied = self._copy(Found(one.path), run)

        def told(info: AudioInfo) -> RecordingCreateRequest:
            request = copied.request(info)
            words = {
                "filename": Rules.title_from_file(one.filename) or request.filename,
                "title": Rules.title_from_file(one.title)
                or Rules.title_from_file(Path(one.filename).stem)
                or "Recording",
                "recorded_at": one.past.created_at,
            }
            return request.model_copy(update=words)

        return dataclasses.replace(copied, request=told, past=one.past)

    def _copy_exported(self, archive: Archive, one: ExportedRecording, run: _Run) -> Copied | None:
        """As `_copy`, for a recording of an export. None: this very recording is in the library."""
        source = archive.path / (one.file or one.filename)
        if run.has_in_hand(one.uuid):
            run.settle()
        with self.database.get_db_session("find_exported") as session:
            present = RecordingRepository(session).by_uuid(one.uuid)
            if AuditRepository(session).was_erased(
                one.uuid
            ):  # who brings it in again means it: as a new one, that stays
                one = one.model_copy(update={"uuid": uuid4().hex})  # it is another one from here on
        if present is not None:
            run.report.skipped.append(Skipped(source, AlreadyInLibrary.code, present.id))
            return None
        self._check_size(one.filename, one.filesize_bytes)
        copy = self._paths.staging / f"{uuid4().hex}.part"
        checksum = archive.extract(one, copy, run.meter.advance)
        copy.chmod(files.READ_ONLY_FILE)
        told = one.model_copy(update={"checksum": checksum})
        past = Past(one.created_at, one.modified_at, Status(one.status), one.deleted_at)
        request = functools.partial(_exported_request, told)
        return Copied(source, told.filename, copy, one.uuid, checksum, one.filesize_bytes, request, past)

    def _check_size(self, name: str, size: int) -> None:
        Rules.file_size(name, size, self.max_file_mb)
        if files.free_bytes(self._paths.staging) < size + _RESERVE_BYTES:
            raise DiskFull(path=self._paths.root)

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


def _found(paths: Sequence[Path], progress: Progress) -> list[Found]:
    """All files; who looks may cancel also while a large tree is walked."""
    found = []
    for one in find(paths):
        progress(0, 0, one.path.name)
        found.append(one)
    return found


def _exported_request(told: ExportedRecording, info: AudioInfo) -> RecordingCreateRequest:
    try:
        return told.request(info.suffix)
    except ValidationError as error:
        raise ArchiveInvalid(name=told.filename, reason=Phrase("what is told of it breaks the rules")) from error


class _Run:
    """One call of the service: files are copied into groups, groups make a batch, a batch becomes rows; the report."""

    def __init__(self, service: ImportService, batches: Batches, keep_both: bool, meter: Meter) -> None:
        self.meter = meter
        self.report = ImportReport()
        self._service = service
        self._batches = batches
        self._keep_both = keep_both
        self._group: list[Copied] = []  # copied, and nothing else yet
        self._batch: list[Group] = []
        self._files, self._bytes = 0, 0  # of the batch
        self._written: tuple[list[Group], Future[Written]] | None = None  # the batch before
        self._in_hand: set[str] = set()  # identifiers and checksums of what is on its way

    def take(self, found: Found) -> None:
        self.meter.item = found.path.name
        self.meter.advance(0)
        if found.path.suffix.lower() == archives.SUFFIX and found.refusal is None:
            self._take_archive(found)
        else:
            self._take(found.path, lambda: self._service._copy(found, self))  # noqa: SLF001  # the service's half

    def _take_archive(self, found: Found) -> None:
        try:
            with archives.opened(found.path) as archive:
                for one in archive.recordings():
                    if isinstance(one, ArchiveInvalid):
                        self.report.refused.append(Refused(found.path, one))
                        continue
                    copy = functools.partial(self._service._copy_exported, archive, one, self)  # noqa: SLF001  # see above
                    self._take(found.path / (one.file or one.filename), copy)
        except ImportRefused as refusal:
            self.report.refused.append(Refused(found.path, refusal))

    def take_legacy(self, folder: Path, one: LegacyRecording) -> None:
        self.meter.item = one.filename
        path = one.path or folder / one.filename
        self._take(path, lambda: self._service._copy_legacy(one, self))  # noqa: SLF001  # see above

    def has_in_hand(self, uuid: str) -> bool:
        return uuid in self._in_hand

    def _take(self, path: Path, copy: Callable[[], Copied | None]) -> None:
        try:
            copied = copy()
        except Cancelled:
            raise
        except (ImportRefused, DiskFull) as refusal:
            self.report.refused.append(Refused(path, refusal))
            return
        if copied is not None:
            self._hold(copied)

    def _hold(self, copied: Copied) -> None:
        if not self._keep_both and copied.checksum in self._in_hand:
            try:
                self.settle()  # only then it is known whether the other one was let in
            except BaseException:  # whatever ended it
                copied.copy.unlink(missing_ok=True)
                raise
        self._group.append(copied)
        self._in_hand |= {copied.uuid, copied.checksum}
        self._files += 1
        self._bytes += copied.size
        if self._files >= BATCH_FILES or self._bytes >= BATCH_BYTES:
            self._hand_over()
        elif len(self._group) >= _GROUP_FILES or sum(one.size for one in self._group) >= _GROUP_BYTES:
            self._begin()

    def settle(self) -> None:
        """Wait until all that is in hand are rows, or refused."""
        self._hand_over()
        self._collect()

    def _begin(self) -> None:
        """Begin the work on the group, but for those of its files that the library has already."""
        known = {} if self._keep_both else self._known([one.checksum for one in self._group])
        group, self._group = self._group, []
        for one in group:
            if (id_ := known.get(one.checksum)) is not None:
                one.copy.unlink()
                self._in_hand -= {one.uuid, one.checksum}
                self.report.skipped.append(Skipped(one.source, AlreadyInLibrary.code, id_))
        if fresh := [one for one in group if one.checksum not in known]:
            self._batch.append(self._batches.begin(fresh))

    def _known(self, checksums: list[str]) -> dict[str, int]:
        with self._service.database.get_db_session("find_duplicates") as session:
            return RecordingRepository(session).ids_of_checksums(checksums)

    def _hand_over(self) -> None:
        """Have the batch written beside the copying of the next. Two are in hand at most."""
        if self._group:
            self._begin()
        self._collect()
        if self._batch:
            self._written = (self._batch, self._batches.write(self._batch))
        self._batch, self._files, self._bytes = [], 0, 0

    def _collect(self) -> None:
        """Wait for the batch that is being written, and report what became of it."""
        if self._written is None:
            return
        groups, future = self._written
        while wait([future], _LOOK_SECONDS).not_done:
            self.meter.advance(0)  # who looks may cancel
        written = future.result()
        self._written = None
        self.report.imported.extend(Imported(copied.source, recording) for copied, recording in written.recordings)
        self.report.refused.extend(Refused(copied.source, refusal) for copied, refusal in written.refused)
        for copied in (one for group in groups for one in group.copies):
            self._in_hand -= {copied.uuid, copied.checksum}

    def finish(self) -> None:
        self.settle()
        self._batches.end()

    def abandon(self) -> None:
        """After a cancel or a fault: the copies that were not acknowledged go; their sources are untouched."""
        self._batches.abandon(self._batch, None if self._written is None else self._written[1])
        for copied in self._group:
            copied.copy.unlink(missing_ok=True)
