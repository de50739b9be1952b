"""Backups that are proven: a snapshot holds the database and every audio file, and is restored on trial at once.

The order: the database is copied as it is at one moment → audio that the backup folder lacks is copied, each file read
again from the disk → the manifest names it all, last → the copy is put together from the backup folder alone, tested
and counted. Nothing of the library is locked meanwhile: recording and importing go on.
"""

from __future__ import annotations

import contextlib
import secrets
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Final

import structlog

import vrp
from vrp.backend import known_libraries
from vrp.backend.domain.progress import Meter, Progress, silent
from vrp.backend.domain.reasons import Reason
from vrp.backend.domain.retention import RetentionPolicy, to_remove
from vrp.backend.domain.snapshots import Proof, Snapshot, SnapshotFacts, snapshot_name
from vrp.backend.errors import (
    BackupFault,
    BackupFolderMissing,
    DatabaseBusy,
    ImportRefused,
    InternalFault,
)
from vrp.backend.metrics import PerformanceMonitor, monitor_performance
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema
from vrp.backend.persistence.database import Address
from vrp.backend.persistence.snapshot import AudioRow, DatabaseReader
from vrp.backend.persistence.sources import source_of
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.proving import prove_one
from vrp.backend.store.folder import PREFIXES, BackupStore, is_checksum
from vrp.backend.store.manifest import FORMAT, AudioEntry, ChunkEntry, Manifest, ManifestWriter

DUE: Final = timedelta(days=1)
TEST_AGAIN: Final = timedelta(days=7)  # a database that did not change is restored on trial once a week
_COPY_THREADS: Final = 4  # each waits for the disk most of the time
_ATTEMPTS: Final = 3
_WASTE: Final = 2  # how many times its own size a database's pieces may keep alive in old packs
_WASTE_BYTES: Final = 16 * 1024 * 1024

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


@dataclass(slots=True)
class _Tally:
    """What one backup has written so far; several threads add to it."""

    meter: Meter
    audio_files: int = 0
    audio_bytes: int = 0
    files_added: int = 0
    bytes_added: int = 0
    missing: int = 0
    touched: set[str] = field(default_factory=set)
    fresh: set[str] = field(default_factory=set)  # checksums that are being copied
    copied: bool = False  # the database was, because it had changed
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def reset(self) -> None:
        """Count the manifest's entries anew; what was added to the folder stays added."""
        self.audio_files = self.audio_bytes = self.missing = 0

    def added(self, checksum: str, size: int) -> None:
        with self._lock:
            self.files_added += 1
            self.bytes_added += size
            self.touched.add(checksum[:2])

    def count(self, entry: AudioEntry) -> None:
        self.audio_files += 1
        self.audio_bytes += entry.size
        self.missing += entry.missing or entry.instead is not None


class _GoneMeanwhile(Exception):
    """A recording was purged after the database had been copied: no error, but the copy has to be made again."""


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
            tally = _Tally(Meter(progress))
            state = self._source.state()
            same = self._unchanged(store, state)
            made = (self._repeat(store, same, reason, tally) if same else None) or self._create(store, reason, tally)
            tested = same.proof.tested if same and same.proof and not tally.copied else None
            proving = time.perf_counter()
            proof = prove_one(store, made, self._clock, tally.meter, full=False, state=state, tested=tested,
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
                store.collect()
                log.info("backups_cleared_away", snapshots=[one.name for one in gone])
        return gone

    def _store(self, folder: Path | None) -> BackupStore:
        return BackupStore(folder or self.folder)

    def _live(self) -> DatabaseReader:
        return self._source.live()

    # --- making -------------------------------------------------------------------------------------------------------

    def _unchanged(self, store: BackupStore, state: str) -> Snapshot | None:
        """The newest snapshot, where it is of the very database that there is now and was tested not long ago."""
        newest = store.newest(schema.known_identity(self._paths)) if state else None
        if newest is None or newest.proof is None or newest.proof.state != state or newest.facts.missing:
            return None
        return newest if timedelta() <= self._clock() - newest.proof.tested < TEST_AGAIN else None

    def _repeat(self, store: BackupStore, same: Snapshot, reason: Reason, tally: _Tally) -> Manifest | None:
        """A snapshot like the one before; None where the folder lost a file since."""
        now = self._clock()
        before, draft = store.manifest(same.name), store.draft_manifest()
        try:
            for piece in before.chunks():
                draft.add(piece)
            present: dict[str, int] = {}
            prefix = ""
            for entry in before.audio():
                if entry.audio[:2] != prefix:
                    prefix = entry.audio[:2]
                    present = store.audio_sizes(prefix)
                if present.get(entry.audio) != entry.size:
                    draft.drop()
                    tally.reset()
                    return None
                draft.add(entry)
                tally.count(entry)
            name = snapshot_name(now, secrets.token_hex(3))
            told = {"snapshot": name, "created_at": now, "reason": reason, "app": vrp.__version__}
            return store.publish(draft, same.facts.model_copy(update=told))
        except BaseException:  # whatever ended it, the snapshot does not come to be
            draft.drop()
            raise

    def _create(self, store: BackupStore, reason: Reason, tally: _Tally) -> Manifest:
        for attempt in range(_ATTEMPTS):
            try:
                return self._attempt(store, reason, tally)
            except _GoneMeanwhile:
                tally.reset()
                log.info("backup_begins_again", attempt=attempt + 1)
        raise DatabaseBusy(path=self._paths.root)

    def _attempt(self, store: BackupStore, reason: Reason, tally: _Tally) -> Manifest:
        tally.copied = True
        now = self._clock()
        name = snapshot_name(now, secrets.token_hex(3))
        copy = store.staging / "library.db"
        with store.faults():
            copy.unlink(missing_ok=True)
        draft = store.draft_manifest()
        try:
            with ThreadPoolExecutor(1, thread_name_prefix="sound") as beside, contextlib.ExitStack() as held:
                brought = beside.submit(self._bring_audio, store, tally)
                with store.faults():
                    database = held.enter_context(self._source.copied(copy, lambda: tally.meter.advance(0)))
                tally.meter.total += copy.stat().st_size
                facts = database.facts()
                library = facts.library or schema.ensure_identity(self._paths)
                store.note_erased(database.erased())
                with store.faults():
                    self._write_database(store, name, copy, library, draft, tally)
                brought.result()
                for entry in self._entries(store, database, tally):
                    draft.add(entry)
                    tally.count(entry)
            store.sync_audio(sorted(tally.touched))
            made = store.publish(
                draft,
                SnapshotFacts(
                    format=FORMAT,
                    snapshot=name,
                    library=library,
                    created_at=now,
                    reason=reason,
                    app=vrp.__version__,
                    revision=facts.revision,
                    database=self._source.kind,
                    database_bytes=copy.stat().st_size,
                    recordings=facts.recordings,
                    entries=facts.entries,
                    audio_files=tally.audio_files,
                    audio_bytes=tally.audio_bytes,
                    missing=tally.missing,
                ),
            )
        except BaseException:  # whatever ended it, the snapshot does not come to be
            draft.drop()
            store.drop_pack(name)
            raise
        finally:
            with contextlib.suppress(OSError):  # the next backup removes it
                copy.unlink(missing_ok=True)
        return made

    def _write_database(
        self, store: BackupStore, name: str, copy: Path, library: str, draft: ManifestWriter, tally: _Tally
    ) -> None:
        pack = store.pack_writer(name, self._known_pieces(store, library))
        for entry in pack.write(copy, tally.meter.advance):
            draft.add(entry)
        tally.bytes_added += pack.written

    def _known_pieces(self, store: BackupStore, library: str) -> dict[str, ChunkEntry]:
        """The pieces of the snapshot before, unless they keep too much alive that nobody needs any more."""
        newest = store.newest(library)
        if newest is None or newest.proof is None:
            return {}  # on what is not proven nothing is built
        pieces = {entry.chunk: entry for entry in store.manifest(newest.name).chunks()}
        try:
            held = store.pack_bytes({entry.pack for entry in pieces.values()})
        except BackupFault:  # a pack is missing
            return {}
        needed = sum(entry.length for entry in pieces.values())
        return pieces if held <= _WASTE * needed + _WASTE_BYTES else {}

    def _bring_audio(self, store: BackupStore, tally: _Tally) -> None:
        """Copy what the folder lacks of the live library's sound, beside the copying of the database.

        The one needs the disk and the other the cores. What the database's copy then names is there already, but for
        the little that came meanwhile.
        """
        with contextlib.suppress(_GoneMeanwhile), self._live() as live:
            tally.meter.total += live.audio_bytes()
            for entry in self._entries(store, live, tally):
                if entry.audio not in tally.fresh:
                    tally.meter.advance(entry.size)

    def _entries(self, store: BackupStore, database: DatabaseReader, tally: _Tally) -> Iterator[AudioEntry]:
        """Of each different file that the database names; the folder has them then."""
        with ThreadPoolExecutor(_COPY_THREADS, thread_name_prefix="backup") as threads:
            try:
                for prefix in PREFIXES:
                    present = store.audio_sizes(prefix)
                    checksums = [one for one in database.checksums(prefix) if is_checksum(one)]
                    lacking = [one for one in checksums if one not in present]
                    rows = [row[1] for one in lacking if (row := database.with_checksum(one)) is not None]
                    tally.fresh = set(lacking)
                    fresh = threads.map(lambda row: self._add(store, row, tally), rows)
                    for checksum in checksums:
                        size = present.get(checksum)
                        yield next(fresh) if size is None else AudioEntry(audio=checksum, size=size)
            except BaseException:  # a cancel too must end the threads
                threads.shutdown(wait=True, cancel_futures=True)
                raise

    def _add(self, store: BackupStore, first: AudioRow, tally: _Tally) -> AudioEntry:
        """Copy a file in. Of several rows with these bytes any may still have them."""
        changed = None
        for row in self._same_bytes(first):
            try:
                checksum, size = store.add_audio(self._paths.audio_file(row.stored_filename), tally.meter.advance)
            except (ImportRefused, InternalFault):  # the second for a name that no row of ours has
                continue
            tally.added(checksum, size)
            if checksum == row.checksum:
                return AudioEntry(audio=checksum, size=size)
            changed = checksum, size
        log.warning("backup_lacks_file", changed=changed is not None)
        if changed is None:
            return AudioEntry(audio=first.checksum, size=first.filesize_bytes, missing=True)
        return AudioEntry(audio=first.checksum, size=first.filesize_bytes, instead=changed[0], instead_size=changed[1])

    def _same_bytes(self, first: AudioRow) -> Iterator[AudioRow]:
        """The row itself, and only where its file is no good the others; raises where none is there any more."""
        yield first
        last = 0
        with self._live() as live:
            while (found := live.with_checksum(first.checksum, after=last)) is not None:
                last, row = found
                if row != first:
                    yield row
        if not last:
            raise _GoneMeanwhile
