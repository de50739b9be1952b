"""Backups that are proven: a snapshot holds the database and every audio file, and is read back at once.

How one comes to be is told in `vrp.backend.services.making`, how it is proven in `vrp.backend.services.proving`.
"""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

import structlog

from vrp.backend import known_libraries
from vrp.backend.domain.progress import Meter, Progress, silent
from vrp.backend.domain.reasons import Reason
from vrp.backend.domain.retention import RetentionPolicy, to_remove
from vrp.backend.domain.snapshots import Proof, Snapshot
from vrp.backend.errors import (
    BackupFault,
    BackupFolderMissing,
)
from vrp.backend.metrics import PerformanceMonitor, monitor_performance
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema
from vrp.backend.persistence.database import Address
from vrp.backend.persistence.snapshot import DatabaseReader
from vrp.backend.persistence.sources import source_of
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.copying_audio import Tally
from vrp.backend.services.making import TEST_CHANGED, SnapshotMaker
from vrp.backend.services.proving import Copied, prove_one
from vrp.backend.store.clearing import collect
from vrp.backend.store.folder import BackupStore
from vrp.backend.store.manifest import Manifest

DUE: Final = timedelta(days=1)
TEST_AGAIN: Final = timedelta(days=7)  # a database that did not change is tested once a week

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class BackupReport:
    """``seconds`` is the whole time, ``proof_seconds`` the part of the proof. ``missing`` files the library lacks."""

    snapshot: str
    path: Path
    recordings: int
    files_added: int
    bytes_added: int
    missing: int
    proven: bool
    seconds: float
    proof_seconds: float


class BackupService:
    """Makes, proves and clears away the snapshots of one library."""

    def __init__(
        self,
        database: Address,
        paths: LibraryPaths,
        folder: Path,
        policy: RetentionPolicy,
        *,
        monitor: PerformanceMonitor | None = None,
        clock: Clock = utc_now,
    ) -> None:
        self.folder = folder
        self.monitor = monitor
        self._source = source_of(database)
        self._server = None if isinstance(database, Path) else database
        self._paths = paths
        self.policy = policy
        self._clock = clock

    def on_the_same_disk(self) -> bool:
        """Whether one dead disk would take library and backups together."""
        place = self.folder if self.folder.exists() else self.folder.parent
        with contextlib.suppress(OSError):
            return place.stat().st_dev == self._paths.root.stat().st_dev
        return False

    @monitor_performance("backup")
    def create(
        self, reason: Reason = Reason.MANUAL, *, to: Path | None = None, wait: float = 0.0, progress: Progress = silent
    ) -> BackupReport:
        """Make a snapshot and prove it. ``progress`` counts bytes.

        Raises `BackupFault` for the backup folder, `LibraryFault` for the library and `Cancelled`; earlier snapshots
        are as they were then.
        """
        begun = time.perf_counter()
        store = self._store(to)
        if to is None and known_libraries.was_unplugged(store.root):
            raise BackupFolderMissing(path=store.root)
        store.make()
        with store.locked(wait):
            tally = Tally(Meter(progress))
            state = self._source.state()
            with contextlib.ExitStack() as held:
                made, database = self._make(store, state, reason, tally, held)
                proving = time.perf_counter()
                proof = prove_one(store, made, self._clock, tally.meter, full=False, state=state, database=database,
                                  server=self._server)  # fmt: skip
        known_libraries.remember(store.root)
        ended = time.perf_counter()
        report = BackupReport(
            snapshot=made.name,
            path=store.root,
            recordings=proof.recordings,
            files_added=tally.files_added,
            bytes_added=tally.bytes_added,
            missing=tally.missing,
            proven=proof.proven,
            seconds=round(ended - begun, 3),
            proof_seconds=round(ended - proving, 3),
        )
        log.info("backup_made", snapshot=made.name, reason=str(reason), files=report.files_added,
                 bytes=report.bytes_added, proven=report.proven, seconds=report.seconds)  # fmt: skip
        return report

    def create_scheduled_backup(self, progress: Progress = silent) -> BackupReport | None:
        """Back up where the last snapshot is older than a day, and clear away; None where it is not due.

        Raises as `create` does.
        """
        if not self.is_due():
            return None
        report = self.create(Reason.SCHEDULED, progress=progress)
        self.cleanup_old_backups()
        return report

    def is_due(self) -> bool:
        """Whether there are recordings, and no snapshot of the last day. A clock that went back makes it due."""
        with self._live() as live:
            library = live.facts()
        if not library.recordings:
            return False
        try:
            newest = self.snapshots()[-1:]
        except BackupFault:
            return True
        return not newest or not timedelta() <= self._clock() - newest[0].facts.created_at < DUE

    def snapshots(self, folder: Path | None = None) -> list[Snapshot]:
        """The snapshots of this library, oldest first. Raises `BackupFault`."""
        store = self._store(folder)
        store.check()
        with self._live() as live:
            library = live.facts().library or schema.ensure_identity(self._paths)
        found, faults = store.snapshots(library)
        for fault in faults:
            log.warning("snapshot_not_whole", code=fault.code, snapshot=fault.params.get("snapshot"))
        return found

    def last_proven(self) -> Proof | None:
        """When a snapshot of this library was last proven restorable, and with how many recordings."""
        try:
            proofs = [one.proof for one in self.snapshots() if one.proof is not None]
        except BackupFault:  # there is no backup folder yet, or not any more
            return None
        return max(proofs, key=lambda proof: proof.at, default=None)

    def cleanup_old_backups(self, *, dry_run: bool = False) -> list[Snapshot]:
        """Remove the snapshots of this library that the policy does not keep, and what only they held.

        Returns them; with ``dry_run`` nothing is removed. Raises `BackupFault`.
        """
        store = self._store(None)
        with store.locked():
            gone = to_remove(self.snapshots(), self.policy, self._clock())
            if gone and not dry_run:
                store.remove(one.name for one in gone)
                collect(store)
                log.info("backups_cleared_away", snapshots=[one.name for one in gone])
        return gone

    def _store(self, folder: Path | None) -> BackupStore:
        return BackupStore(folder or self.folder)

    def _live(self) -> DatabaseReader:
        return self._source.live()

    def _make(
        self, store: BackupStore, state: str, reason: Reason, tally: Tally, held: contextlib.ExitStack
    ) -> tuple[Manifest, Copied | Proof | None]:
        """A new snapshot, and what is known of its database: how it was copied, or the proof of the very same one."""
        maker = SnapshotMaker(self._source, self._paths, store, self._clock)
        same = self._unchanged(store, state)
        if same is not None and (repeated := maker.repeat(same, reason, tally)) is not None:
            return repeated, same.proof
        return maker.create(reason, tally, held)

    def _unchanged(self, store: BackupStore, state: str) -> Snapshot | None:
        """The newest snapshot, where it is of the very database that there is now and was tested not long ago."""
        newest = store.newest(schema.known_identity(self._paths)) if state else None
        if newest is None or newest.proof is None or newest.proof.state != state or newest.facts.missing:
            return None
        limit = TEST_CHANGED if newest.proof.changed else TEST_AGAIN
        return newest if timedelta() <= self._clock() - newest.proof.tested < limit else None
