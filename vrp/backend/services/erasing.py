"""Erase for good: nothing of a recording stays in the library, and no backup brings it back.

What cannot be reached at once, which is what older snapshots hold, is named in the receipt with the day when it goes.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

import structlog

from vrp.backend.domain.audit import Action
from vrp.backend.domain.progress import Progress, cancelled_by, silent
from vrp.backend.domain.recordings import Recording
from vrp.backend.domain.retention import RetentionPolicy
from vrp.backend.errors import BackupFault, Cancelled
from vrp.backend.logs.forgetting import forget
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import checks, schema
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.transactions import transactional
from vrp.backend.phrases import Phrase
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.library import existing
from vrp.backend.services.removal import remove_files
from vrp.backend.store.folder import BackupStore

_MONTH: Final = timedelta(days=31)

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class StillHeld:
    """A snapshot that still holds sound or words of what was erased, and the day when it goes at the latest."""

    snapshot: str
    expires: datetime


@dataclass(slots=True)
class Receipt:
    """What was erased, by number and identifier only, and where. ``unreached`` places are named as sentences."""

    at: datetime
    erased: list[tuple[int, str]] = field(default_factory=list)
    files_removed: int = 0
    databases_removed: int = 0
    log_mentions: int = 0
    held: list[StillHeld] = field(default_factory=list)
    unreached: list[str] = field(default_factory=list)


class ErasureService:
    """Erases from one library. The caller holds the library's lock."""

    def __init__(
        self, database: Database, paths: LibraryPaths, policy: RetentionPolicy, clock: Clock = utc_now
    ) -> None:
        self.database = database
        self._paths = paths
        self._policy = policy
        self._clock = clock

    def erase(self, ids: Sequence[int], store: BackupStore | None, progress: Progress = silent) -> Receipt:
        """Erase recordings for good, all or none. Raises `RecordingNotFound` and `LibraryFault`.

        The rows go first: what a crash leaves behind after that is found as an orphan, never as a recording, and a
        cancel comes too late. Databases that were replaced and kept to go back to are removed whole.
        """
        receipt = Receipt(self._clock())
        gone = self._erase_rows(ids, receipt.at)
        receipt.erased = [(one.id, one.uuid) for one in gone]
        with cancelled_by(threading.Event()):  # the rows are gone: a cancel would only leave traces
            self._erase_traces(gone, store, receipt, progress)
        log.info("recordings_erased", recordings=[one.id for one in gone], held=len(receipt.held))
        return receipt

    def _erase_traces(
        self, gone: list[Recording], store: BackupStore | None, receipt: Receipt, progress: Progress
    ) -> None:
        for number, recording in enumerate(gone):
            with contextlib.suppress(Cancelled):
                progress(number, len(gone))
            receipt.files_removed += remove_files(self._paths, recording)
            receipt.files_removed += self._remove_aside(recording)
        checks.forget_deleted(self.database)
        receipt.databases_removed = self._drop_former()
        uuids = [one.uuid for one in gone]
        receipt.log_mentions = sum(forget(one.logs, uuids) for one in self._paths.everyone())
        self._reach_backups(gone, store, receipt)

    @transactional("erase")
    def _erase_rows(self, session: Session, ids: Sequence[int], now: datetime) -> list[Recording]:
        repository = RecordingRepository(session)
        gone = existing(repository, ids)
        for recording in gone:
            repository.purge(recording, now, Action.ERASED)
        return gone

    def _drop_former(self) -> int:
        address = self.database.address
        if isinstance(address, Path):
            return schema.drop_former(self._paths)
        from vrp.backend.persistence import server_copies

        return server_copies.drop_former(address)

    def _remove_aside(self, recording: Recording) -> int:
        removed = 0
        with contextlib.suppress(OSError):
            for path in self._paths.aside.glob(f"*-{recording.stored_filename}"):
                path.unlink()
                removed += 1
        return removed

    def _reach_backups(self, gone: list[Recording], store: BackupStore | None, receipt: Receipt) -> None:
        """A tombstone now, or with the next backup: the history of the library holds it too."""
        if store is None:
            receipt.unreached.append(Phrase("There is no backup folder of this library that could be reached."))
            return
        try:
            store.check()
            with store.locked():
                store.note_erased(one.uuid for one in gone)
            with self.database.get_db_session("identity") as session:
                library = checks.identity(session)
            found, _ = store.snapshots(library)
        except BackupFault as fault:
            receipt.unreached.append(Phrase("{fault} The next backup there takes note of it.", fault=fault.summary))
            return
        keep = max(self._policy.monthly, 1) * _MONTH
        receipt.held = [StillHeld(one.name, one.facts.created_at + keep) for one in found]
