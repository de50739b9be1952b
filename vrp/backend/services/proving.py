"""Proof that a snapshot can be restored.

Right after a backup: the pieces of the database, read back from the backup folder alone, are in their order the very
bytes of the copy that was tested and counted. At any other time the database is put together from the folder alone,
tested and counted. Each audio file is there in its size; bytes are read again when a file is new, and in turns.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import groupby, zip_longest
from pathlib import Path
from typing import Final

import structlog

from vrp.backend import files
from vrp.backend.domain.progress import Meter, Progress, silent
from vrp.backend.domain.snapshots import Proof, SnapshotFacts
from vrp.backend.errors import (
    BackupFault,
    LibraryDamaged,
    LibraryNotWritable,
    ServerNeeded,
    ServerToolFailed,
    SnapshotDamaged,
    SnapshotUnknown,
)
from vrp.backend.persistence.database import Address
from vrp.backend.persistence.snapshot import DatabaseReader, SqliteSource
from vrp.backend.phrases import Phrase
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.store.folder import PREFIXES, READ_AGAIN, BackupStore
from vrp.backend.store.manifest import ChunkEntry, Manifest
from vrp.backend.store.packs import order_of

NO_SERVER: Final = Phrase("it lies on a PostgreSQL server, and DATABASE_URL names none")
_NEVER: Final = datetime.min.replace(tzinfo=UTC)
_THREADS: Final = 2

log = structlog.get_logger()


@dataclass(slots=True)
class ProofReport:
    """``files_read`` were read again to their last byte. ``faults`` is empty for a proven snapshot."""

    snapshot: str
    recordings: int = 0
    files_read: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def proven(self) -> bool:
        return not self.faults


@dataclass(frozen=True, slots=True)
class Copied:
    """The copy of a database in a file that a snapshot was made of; what it says was asked of the copy itself.

    ``order`` tells its bytes (`packs.order_of`), ``last`` is the hash of its history's end, ``findings`` waits for what
    its test found wrong. That was SQLite's whole test, or that of its structure alone, where it grew from a database
    that was ``tested`` wholly not long ago.
    """

    order: str
    findings: Callable[[], list[str]]
    tested: datetime | None
    last: str


def prove(
    store: BackupStore,
    name: str | None = None,
    *,
    library: str | None = None,
    server: Address | None = None,
    wait: float = 0.0,
    clock: Clock = utc_now,
    progress: Progress = silent,
) -> ProofReport:
    """Restore a snapshot on trial, by default the newest one of ``library``, and read each of its files to the end.

    Works where the library itself is gone; one whose database is of a server needs a ``server`` to be tried on. Raises
    `BackupFault`.
    """
    with store.locked(wait):
        if name is None:
            found, faults = store.snapshots(library)
            if not found:
                raise faults[-1] if faults else SnapshotUnknown(snapshot="(newest)", path=store.root)
            name = found[-1].name
        return prove_one(store, store.manifest(name), clock, Meter(progress), full=True, server=server)


def prove_one(
    store: BackupStore,
    manifest: Manifest,
    clock: Clock,
    meter: Meter,
    *,
    full: bool,
    state: str = "",
    database: Copied | Proof | None = None,
    server: Address | None = None,
) -> ProofReport:
    """Prove a snapshot of a folder that is locked already. ``full`` reads all files again, else those whose turn it is.

    ``state`` tells the library that it was made of. ``database`` is what its database was copied from a moment ago, or
    the proof of the very same one, where that need not be done again. Raises `BackupFault`.
    """
    facts = manifest.facts()
    report = ProofReport(facts.snapshot, recordings=facts.recordings)
    meter.total = meter.done + facts.database_bytes + (facts.audio_bytes if full else 0)
    now = clock()
    readings = store.last_readings()
    due = {one for one in PREFIXES if full or not timedelta() <= now - readings.get(one, _NEVER) < READ_AGAIN}
    try:
        if isinstance(database, Copied):
            _prove_copied(store, manifest, database, meter)
        elif database is None:
            _prove_database(store, manifest, facts, meter, server)
    except (SnapshotDamaged, LibraryDamaged, LibraryNotWritable, ServerNeeded, ServerToolFailed) as fault:
        report.faults.append(fault.summary)
    report.files_read, faults = _prove_audio(store, manifest, due, meter)
    report.faults.extend(faults)
    with _unless_read_only(store):
        if due:
            store.note_readings({**readings, **dict.fromkeys(due, now)})
        if report.faults:
            store.withdraw_proof(facts.snapshot)
        else:
            tested = (database and database.tested) or now
            changed = database.changed if isinstance(database, Proof) else tested != now
            last = database.last if database is not None else ""
            store.note_proof(facts.snapshot, Proof(now, facts.recordings, tested, state, changed, last))
    if report.faults:
        log.error("snapshot_not_proven", snapshot=facts.snapshot, faults=len(report.faults))
    return report


def _prove_copied(store: BackupStore, manifest: Manifest, copied: Copied, meter: Meter) -> None:
    """Hold the bytes in the backup folder against those of the copy, and hear of the copy's test."""

    def read() -> Iterator[ChunkEntry]:
        for entry in store.read_back(manifest, all_unpacked=copied.tested is None):
            meter.advance(entry.size)
            yield entry

    if order_of(read()) != copied.order:
        raise SnapshotDamaged(snapshot=manifest.name, reason=Phrase("its database was changed"))
    if found := copied.findings():
        raise _not_sound(manifest, found)


def _not_sound(manifest: Manifest, found: list[str]) -> SnapshotDamaged:
    reason = Phrase("its database does not pass its test ({found})", found=found[0])
    return SnapshotDamaged(snapshot=manifest.name, reason=reason)


def _prove_database(
    store: BackupStore, manifest: Manifest, facts: SnapshotFacts, meter: Meter, server: Address | None
) -> None:
    def damaged(reason: str) -> SnapshotDamaged:
        return SnapshotDamaged(snapshot=facts.snapshot, reason=reason)

    with restored_on_trial(store, manifest, facts, meter, server) as restored:
        if found := restored.check():
            raise _not_sound(manifest, found)
        told = restored.facts()
        library = told.library or facts.library  # before revision 0003 it stood beside the database
        if (told.revision, library, told.recordings, told.entries) != (
            facts.revision, facts.library, facts.recordings, facts.entries
        ):  # fmt: skip
            raise damaged(Phrase("its database holds other numbers than were written down"))
        wanted = (checksum for prefix in PREFIXES for checksum in restored.checksums(prefix))
        listed = (entry.audio for entry in manifest.audio())
        if any(one != other for one, other in zip_longest(wanted, listed)):
            raise damaged(Phrase("its database names other files than its manifest"))


@contextlib.contextmanager
def restored_on_trial(
    store: BackupStore, manifest: Manifest, facts: SnapshotFacts, meter: Meter, server: Address | None
) -> Iterator[DatabaseReader]:
    """The database of a snapshot, put together from the backup folder alone; nothing of it stays.

    Raises `SnapshotDamaged`, `BackupFault` for the folder, and `ServerNeeded` or a `LibraryFault` for a server.
    """
    with _scratch(store) as folder, contextlib.ExitStack() as held:
        database = folder / "library.db"
        with store.faults():
            store.restore_database(manifest, database, meter.advance)
        if facts.database == SqliteSource.kind:
            yield held.enter_context(DatabaseReader(database))
            return
        if server is None or isinstance(server, Path):
            raise ServerNeeded(snapshot=facts.snapshot, reason=NO_SERVER)
        from vrp.backend.persistence.server_copies import on_trial

        yield held.enter_context(on_trial(server, database, facts.revision))


def _prove_audio(store: BackupStore, manifest: Manifest, due: set[str], meter: Meter) -> tuple[int, list[str]]:
    """How many files were read to the end, and what is wrong."""
    read, faults = 0, list[str]()
    with ThreadPoolExecutor(_THREADS, thread_name_prefix="proof") as threads:
        for prefix, entries in groupby(manifest.audio(), key=lambda entry: entry.audio[:2]):
            sizes: dict[str, dict[str, int]] = {}
            batch = []
            for checksum, size in (entry.kept for entry in entries if entry.kept is not None):
                present = sizes.setdefault(checksum[:2], store.audio_sizes(checksum[:2]))
                if present.get(checksum) != size:
                    faults.append(Phrase("The audio file {file} is missing or has another size.", file=checksum[:12]))
                elif prefix in due:
                    batch.append(checksum)
            for checksum, whole in zip(
                batch, threads.map(lambda one: _is_whole(store, one, meter), batch), strict=True
            ):
                read += 1
                if not whole:
                    told = Phrase(
                        "The audio file {file} was changed. The next backup brings it anew.", file=checksum[:12]
                    )
                    faults.append(told)
                    with _unless_read_only(store):
                        store.set_aside(checksum)
    return read, faults


def _is_whole(store: BackupStore, checksum: str, meter: Meter) -> bool:
    path = store.audio_file(checksum)
    try:
        files.forget(path)
        return files.hash_file(path, meter.advance) == checksum
    except OSError:
        return False


@contextlib.contextmanager
def _scratch(store: BackupStore) -> Iterator[Path]:
    """A folder for a trial: in the backup folder, or elsewhere where that may only be read."""
    place = store.staging if os.access(store.staging, os.W_OK) else None
    with store.faults():
        folder = Path(tempfile.mkdtemp(dir=place, prefix="proof-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _unless_read_only(store: BackupStore) -> Iterator[None]:
    """What is noted for the next time may be left out where the folder may only be read."""
    if os.access(store.root, os.W_OK):
        yield
    else:
        with contextlib.suppress(BackupFault):
            yield
