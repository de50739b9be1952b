"""Restore: a whole library in its place, into a new folder, or single recordings.

The library that is there is never written over. The order: the snapshot's database becomes a new one beside the live
one, complete and tested → audio files that are not there are put into ``audio/``, noted in ``staging/`` → the pointer
``CURRENT`` names the new database, which is the one step that counts → the sidecars are written anew from the rows. A
crash before that step leaves the library as it was, and the next start removes what had been put there; after it, the
next start writes the sidecars. The database before stays for thirty days, and `undo` makes it the live one again.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import structlog

from vrp.backend import files, known_libraries
from vrp.backend.domain.audit import Action
from vrp.backend.domain.progress import Meter, Progress, silent
from vrp.backend.domain.snapshots import SnapshotFacts
from vrp.backend.errors import (
    DiskFull,
    LibraryFault,
    RestoreRefused,
    ServerNeeded,
    SnapshotForeign,
    SnapshotTooNew,
)
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import checks, schema
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.snapshot import DatabaseReader, SqliteSource
from vrp.backend.phrases import Phrase
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.proving import NO_SERVER
from vrp.backend.services.restoring_audio import RESERVE_BYTES, RestoreReport, bring_audio, drop_brought
from vrp.backend.services.stale_sidecars import mark_stale, refresh_sidecars
from vrp.backend.store.folder import BackupStore
from vrp.backend.store.manifest import Manifest

log = structlog.get_logger()


def restore(
    store: BackupStore,
    name: str,
    paths: LibraryPaths,
    *,
    new_folder: bool = False,
    clock: Clock = utc_now,
    wait: float = 0.0,
    progress: Progress = silent,
) -> RestoreReport:
    """Make the library at ``paths`` what the snapshot holds: in its place, or in a folder that is new or empty.

    The caller holds the library's lock, and nobody has it open. Recordings that were erased for good stay erased.
    ``progress`` counts bytes. Raises `BackupFault`, `RestoreRefused`, `LibraryFault` or `Cancelled`; the library is
    as it was then.
    """
    with store.locked(wait):
        manifest = store.manifest(name)
        facts = manifest.facts()
        erased = store.erased() | _refuse(paths, facts, new_folder=new_folder)
        refuse_unfit(facts, SqliteSource.kind)
        report = RestoreReport(name, paths.root)
        meter = Meter(progress, facts.database_bytes + facts.audio_bytes)
        note = paths.staging / f"{uuid4().hex}.batch"
        with _folder(paths, facts):
            made = schema.add_generation(
                paths,
                lambda target: _fill(store, manifest, facts.library, target, erased, report, meter, clock),
                {"from": "restore", "snapshot": name},
            )
            try:
                with DatabaseReader(made) as rows:
                    bring_audio(store, manifest, rows, paths, note, report, meter)
                mark_stale(made)
                schema.publish_generation(paths, made)
            except BaseException:  # whatever ended it, the library stays as it was
                shutil.rmtree(made.parent, ignore_errors=True)
                drop_brought(note, paths)
                raise
        with contextlib.suppress(OSError):
            note.unlink(missing_ok=True)
            paths.restoring.unlink(missing_ok=True)
    refresh_sidecars(paths)
    known_libraries.remember(paths.root)
    log.info("library_restored", snapshot=name, recordings=report.recordings, brought=report.brought,
             kept=report.kept, lost=len(report.lost), erased=report.erased)  # fmt: skip
    return report


def undo(paths: LibraryPaths) -> Path:
    """Go back to the database that was live before a restore; what was changed since is kept beside it.

    The caller holds the library's lock, and nobody has it open. Raises `RestoreRefused`.
    """
    live = schema.current_database(paths)
    previous = schema.previous_database(paths)
    if previous is None or schema.origin_of(live).get("from") != "restore":
        raise RestoreRefused(path=paths.root, reason=Phrase("there is no restore that could be taken back"))
    mark_stale(previous)
    schema.publish_generation(paths, previous)
    refresh_sidecars(paths)
    log.info("restore_undone", generation=previous.parent.name)
    return previous


def can_undo(paths: LibraryPaths) -> bool:
    """Whether `undo` would go back."""
    with contextlib.suppress(LibraryFault, OSError):
        live = schema.current_database(paths)
        return schema.origin_of(live).get("from") == "restore" and schema.previous_database(paths) is not None
    return False


# --- the whole library ------------------------------------------------------------------------------------------------


def refuse_unfit(facts: SnapshotFacts, kind: str) -> None:
    """Raises what speaks against this snapshot, whatever it is restored to."""
    if facts.revision > schema.known_revisions()[-1]:
        raise SnapshotTooNew(snapshot=facts.snapshot, found=facts.revision)
    if facts.database != kind:
        reason = NO_SERVER if kind == SqliteSource.kind else Phrase("it is a file, and DATABASE_URL names a server")
        raise ServerNeeded(snapshot=facts.snapshot, reason=reason)


def _refuse(paths: LibraryPaths, facts: SnapshotFacts, *, new_folder: bool) -> set[str]:
    """Raises what speaks against restoring here; returns what this library has erased for good."""
    if paths.restoring.exists() or not paths.root.exists():
        return set()
    there = {entry.name for entry in paths.root.iterdir()} - {paths.lock.name}
    if there and (new_folder or not there & {"CURRENT", "audio"}):
        raise RestoreRefused(path=paths.root, reason=Phrase("the folder is not empty"))
    try:
        with DatabaseReader(schema.current_database(paths), live=True) as live:
            library, erased = live.facts().library, live.erased()
    except (LibraryFault, OSError, sqlite3.Error):  # a library that is damaged or gone is what a restore is for
        return set()
    if library and library != facts.library:
        raise SnapshotForeign(snapshot=facts.snapshot, path=paths.root)
    return erased


@contextlib.contextmanager
def _folder(paths: LibraryPaths, facts: SnapshotFacts) -> Iterator[None]:
    """The library's folders; a new one is marked until it is whole."""
    for folder in (*paths.folders(), paths.database_dir):
        files.make_private_folder(folder)
    if files.free_bytes(paths.root) < 2 * facts.database_bytes + RESERVE_BYTES:
        raise DiskFull(path=paths.root)
    if not paths.current.exists():
        files.write_atomic(paths.restoring, f"{facts.snapshot}\n".encode())
    yield


def _fill(
    store: BackupStore,
    manifest: Manifest,
    library: str,
    target: Path,
    erased: set[str],
    report: RestoreReport,
    meter: Meter,
    clock: Clock,
) -> None:
    store.restore_database(manifest, target, meter.advance)
    schema.upgrade(target)
    schema.adopt_identity(target, library)
    if erased:
        report.erased = _erase(target, erased, clock)
    with DatabaseReader(target) as database:
        report.recordings = database.facts().recordings


def _erase(target: Path, erased: Iterable[str], clock: Clock) -> int:
    """Apply erasures again to a database that is older than they are."""
    database = Database(target)
    try:
        with database.get_db_session("erase_again", write=True) as session:
            count = erase_again(session, erased, clock())
        checks.forget_deleted(database)
    finally:
        database.close()
    return count


def erase_again(session: Session, erased: Iterable[str], now: datetime) -> int:
    """Purge what was erased for good; how many."""
    repository, count = RecordingRepository(session), 0
    for uuid in erased:
        if (recording := repository.by_uuid(uuid)) is not None:
            repository.purge(recording, now, Action.ERASED)
            count += 1
    return count
