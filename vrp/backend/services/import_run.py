"""One import on its way: files are copied into groups, groups make a batch, a batch becomes rows; the report."""

from __future__ import annotations

import functools
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from uuid import uuid4

from vrp.backend.domain.exports import ExportedRecording
from vrp.backend.domain.progress import Meter
from vrp.backend.domain.recordings import Recording
from vrp.backend.errors import AlreadyInLibrary, ArchiveInvalid, Cancelled, DiskFull, ImportRefused, VrpError
from vrp.backend.persistence.audit import AuditRepository
from vrp.backend.persistence.database import Database
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.services import archives
from vrp.backend.services.archives import Archive
from vrp.backend.services.import_batches import Batches, Copied, Group, Written
from vrp.backend.services.import_copying import Copier
from vrp.backend.services.legacy import LegacyRecording
from vrp.backend.services.sources import Found

BATCH_FILES: Final = 100
BATCH_BYTES: Final = 256 * 1024 * 1024
_GROUP_FILES: Final = 16  # looked up, made durable and examined together
_GROUP_BYTES: Final = 16 * 1024 * 1024
_LOOK_SECONDS: Final = 0.05  # between two looks whether the import is still wanted


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


class Run:
    """What was taken is in the library after `finish`; after `abandon` nothing stays that was not acknowledged."""

    def __init__(self, database: Database, copier: Copier, batches: Batches, keep_both: bool, meter: Meter) -> None:
        self.report = ImportReport()
        self._database = database
        self._copier = copier
        self._meter = meter
        self._batches = batches
        self._keep_both = keep_both
        self._group: list[Copied] = []  # copied, and nothing else yet
        self._batch: list[Group] = []
        self._files, self._bytes = 0, 0  # of the batch
        self._written: tuple[list[Group], Future[Written]] | None = None  # the batch before
        self._in_hand: set[str] = set()  # identifiers and checksums of what is on its way

    def take(self, found: Found) -> None:
        self._meter.item = found.path.name
        self._meter.advance(0)
        if found.path.suffix.lower() == archives.SUFFIX and found.refusal is None:
            self._take_archive(found)
        else:
            self._take(found.path, lambda: self._copier.file(found))

    def _take_archive(self, found: Found) -> None:
        try:
            with archives.opened(found.path) as archive:
                for one in archive.recordings():
                    if isinstance(one, ArchiveInvalid):
                        self.report.refused.append(Refused(found.path, one))
                        continue
                    path = found.path / (one.file or one.filename)
                    self._take(path, functools.partial(self._copy_exported, path, archive, one))
        except ImportRefused as refusal:
            self.report.refused.append(Refused(found.path, refusal))

    def take_legacy(self, folder: Path, one: LegacyRecording) -> None:
        self._meter.item = one.filename
        path = one.path or folder / one.filename
        self._take(path, lambda: self._copier.legacy(one))

    def _copy_exported(self, path: Path, archive: Archive, one: ExportedRecording) -> Copied | None:
        """None: this very recording is in the library."""
        if one.uuid in self._in_hand:
            self._settle()
        with self._database.get_db_session("find_exported") as session:
            present = RecordingRepository(session).by_uuid(one.uuid)
            erased = AuditRepository(session).was_erased(one.uuid)
        if present is not None:
            self.report.skipped.append(Skipped(path, AlreadyInLibrary.code, present.id))
            return None
        if erased:  # who brings it in again means it: as a new one, that stays
            one = one.model_copy(update={"uuid": uuid4().hex})
        return self._copier.exported(archive, one)

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
                self._settle()  # only then it is known whether the other one was let in
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

    def _settle(self) -> None:
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
        with self._database.get_db_session("find_duplicates") as session:
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
            self._meter.advance(0)  # who looks may cancel
        written = future.result()
        self._written = None
        self.report.imported.extend(Imported(copied.source, recording) for copied, recording in written.recordings)
        self.report.refused.extend(Refused(copied.source, refusal) for copied, refusal in written.refused)
        for copied in (one for group in groups for one in group.copies):
            self._in_hand -= {copied.uuid, copied.checksum}

    def finish(self) -> None:
        self._settle()
        self._batches.end()

    def abandon(self) -> None:
        """After a cancel or a fault: the copies that were not acknowledged go; their sources are untouched."""
        self._batches.abandon(self._batch, None if self._written is None else self._written[1])
        for copied in self._group:
            copied.copy.unlink(missing_ok=True)
