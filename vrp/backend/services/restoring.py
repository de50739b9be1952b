"""Restore: a whole library in its place, into a new folder, or single recordings.

The library that is there is never written over. The order: the snapshot's database becomes a new one beside the live
one, complete and tested → audio files that are not there are put into ``audio/``, noted in ``staging/`` → the pointer
``CURRENT`` names the new database, which is the one step that counts → the sidecars are written anew from the rows. A
crash before that step leaves the library as it was, and the next start removes what had been put there; after it, the
next start writes the sidecars. The database before stays for thirty days, and `undo` makes it the live one again.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

import structlog

from vrp.backend import files, known_libraries
from vrp.backend.domain.audit import Action
from vrp.backend.domain.progress import Meter, Progress, silent
from vrp.backend.domain.recordings import Recording, Status
from vrp.backend.domain.snapshots import SnapshotFacts
from vrp.backend.errors import (
    BackupFault,
    DiskFull,
    InternalFault,
    LibraryFault,
    RecordingErased,
    RecordingNotFound,
    RestoreRefused,
    ServerNeeded,
    SnapshotDamaged,
    SnapshotForeign,
    SnapshotTooNew,
    VrpError,
)
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import checks, schema
from vrp.backend.persistence.audit import AuditRepository
from vrp.backend.persistence.database import Address, Database, Session
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.saved_searches import SavedSearchRepository
from vrp.backend.persistence.snapshot import AudioRow, DatabaseReader, SqliteSource
from vrp.backend.persistence.sources import source_of
from vrp.backend.persistence.transactions import transactional
from vrp.backend.phrases import Phrase
from vrp.backend.services import search_file, sidecars
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.proving import NO_SERVER
from vrp.backend.store.folder import BackupStore
from vrp.backend.store.manifest import AudioEntry, Manifest

RESERVE_BYTES: Final = 16 * 1024 * 1024

log = structlog.get_logger()


@dataclass(slots=True)
class RestoreReport:
    """``brought`` files came from the backup, ``kept`` were there already; ``lost`` could be had from neither."""

    snapshot: str
    library: Path
    recordings: int = 0
    brought: int = 0
    kept: int = 0
    lost: list[str] = field(default_factory=list)
    erased: int = 0


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
                _mark_stale(made)
                schema.publish_generation(paths, made)
            except BaseException:  # whatever ended it, the library stays as it was
                shutil.rmtree(made.parent, ignore_errors=True)
                _drop_brought(note, paths)
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
    _mark_stale(previous)
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


def refresh_sidecars(paths: LibraryPaths) -> int:
    """Write those sidecars anew that do not say what the rows say, after a restore; how many. The lock must be held.

    The file of the saved searches too.

    Begun again at the next start where it was cut off.
    """
    with contextlib.suppress(LibraryFault, OSError):
        address = schema.current_database(paths)
        return write_stale_sidecars(paths, address, _stale_mark(address))
    return 0


def write_stale_sidecars(paths: LibraryPaths, address: Address, mark: Path) -> int:
    """As `refresh_sidecars`, where ``mark`` is there, which goes then. Raises `LibraryFault` and OSError."""
    if not mark.exists():
        return 0
    database, written = Database(address), 0
    try:
        with database.get_db_session("refresh_sidecars") as session:
            for recording in RecordingRepository(session).each():
                if sidecars.is_stale(paths.sidecar(recording.uuid), recording):
                    files.make_private_folder(paths.sidecar(recording.uuid).parent)
                    sidecars.save(paths, recording)
                    written += 1
            search_file.write(paths, SavedSearchRepository(session).all())
    finally:
        database.close()
    mark.unlink()
    return written


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


def bring_audio(
    store: BackupStore,
    manifest: Manifest,
    rows: DatabaseReader,
    paths: LibraryPaths,
    note: Path,
    report: RestoreReport,
    meter: Meter,
) -> None:
    """Put each file of the new rows into its place that is not there whole; those are noted before."""
    wanted: dict[str, list[AudioRow]] = {}
    for row in rows.audio():
        try:
            paths.audio_file(row.stored_filename)
        except InternalFault:  # a path that leads out of the folder, for example: somebody wrote it by hand
            raise SnapshotDamaged(
                snapshot=manifest.name, reason=Phrase("its database names a file that cannot be")
            ) from None
        if _is_there(paths, row, meter):
            report.kept += 1
        else:
            wanted.setdefault(row.checksum, []).append(row)
    names = [row.stored_filename for rows in wanted.values() for row in rows]
    files.write_atomic(note, json.dumps(names).encode())
    folders = set()
    for entry in manifest.audio():
        for row in wanted.pop(entry.audio, []):
            target = paths.audio_file(row.stored_filename)
            files.make_private_folder(target.parent)
            if _bring(store, manifest.name, entry, paths, target, report, meter):
                folders.add(target.parent)
    report.lost.extend(row.stored_filename for rows in wanted.values() for row in rows)
    with files.translated(paths.audio):
        for folder in (*folders, paths.audio):
            files.fsync_folder(folder)


def _is_there(paths: LibraryPaths, row: AudioRow, meter: Meter) -> bool:
    path = paths.audio_file(row.stored_filename)
    try:
        if path.stat().st_size != row.filesize_bytes:
            return False
        return files.hash_file(path, meter.advance) == row.checksum
    except OSError:
        return False


def _bring(
    store: BackupStore,
    snapshot: str,
    entry: AudioEntry,
    paths: LibraryPaths,
    target: Path,
    report: RestoreReport,
    meter: Meter,
) -> bool:
    draft = paths.staging / f"{target.name}.part"
    draft.unlink(missing_ok=True)
    if entry.kept is not None and files.free_bytes(paths.staging) < entry.kept[1] + RESERVE_BYTES:
        raise DiskFull(path=paths.root)
    try:
        store.restore_audio(snapshot, entry, draft, meter.advance)
    except BackupFault as fault:
        log.warning("restore_lacks_file", code=fault.code)
        report.lost.append(target.name)
        return False
    set_aside(paths, target)
    with files.translated(target):
        draft.replace(target)
    report.brought += 1
    return True


def set_aside(paths: LibraryPaths, path: Path) -> None:
    """Keep a file that is no longer what was stored, out of the way of the good one."""
    if path.exists():
        files.make_private_folder(paths.aside)
        with files.translated(paths.aside):
            path.replace(paths.aside / f"{uuid4().hex[:8]}-{path.name}")


def _drop_brought(note: Path, paths: LibraryPaths) -> None:
    """After a fault: the files that were put into ``audio/`` go again, those only."""
    with contextlib.suppress(OSError, ValueError, VrpError):
        names = json.loads(note.read_bytes())
        former = schema.current_database(paths)
        with DatabaseReader(former, live=True) as live:
            for name in names:
                if not live.knows(Path(name).stem):
                    paths.audio_file(name).unlink(missing_ok=True)
        note.unlink()


def _stale_mark(database: Path) -> Path:
    return database.parent / "sidecars.stale"


def _mark_stale(database: Path) -> None:
    with files.translated(database):
        _stale_mark(database).touch(files.PRIVATE_FILE)
        files.fsync_folder(database.parent)


# --- single recordings ------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class RecordingsReport:
    """What became of the recordings that were asked for, by number."""

    restored: list[Recording] = field(default_factory=list)
    present: list[Recording] = field(default_factory=list)


class RecordingRestoreService:
    """Brings single recordings back into an open library, purged ones too. The caller holds the library's lock."""

    def __init__(self, database: Database, paths: LibraryPaths, clock: Clock = utc_now) -> None:
        self.database = database
        self._paths = paths
        self._clock = clock

    def restore(
        self,
        store: BackupStore,
        name: str,
        ids: Sequence[int],
        *,
        wait: float = 0.0,
        progress: Progress = silent,
    ) -> RecordingsReport:
        """Bring back the recordings with these numbers in the snapshot, all or none.

        One that is there stays as it is, but leaves Recently Deleted, and gets its file back where that is missing or
        changed. Raises `RecordingNotFound`, `RecordingErased`, `BackupFault` and `LibraryFault`.
        """
        with store.locked(wait):
            manifest = store.manifest(name)
            facts = manifest.facts()
            wanted = self._look_up(store, manifest, ids, Meter(progress, facts.database_bytes))
            with self.database.get_db_session("erased") as session:
                erased = store.erased() | AuditRepository(session).erased()
            for recording in wanted:
                if recording.uuid in erased:
                    raise RecordingErased(id=recording.id)
            return self._bring(store, manifest, wanted)

    def missing(
        self, store: BackupStore, name: str, *, wait: float = 0.0, progress: Progress = silent
    ) -> list[Recording]:
        """The recordings of a snapshot that the library does not have, but for those that were erased for good.

        Raises `BackupFault`.
        """
        with store.locked(wait):
            manifest = store.manifest(name)
            facts = manifest.facts()
            with self._opened(store, manifest, Meter(progress, facts.database_bytes)) as session:
                held = list(RecordingRepository(session).each())
        with self.database.get_db_session("missing") as session:
            repository, away = RecordingRepository(session), store.erased() | AuditRepository(session).erased()
            return [one for one in held if one.uuid not in away and repository.by_uuid(one.uuid) is None]

    def _look_up(self, store: BackupStore, manifest: Manifest, ids: Sequence[int], meter: Meter) -> list[Recording]:
        with self._opened(store, manifest, meter) as session:
            found = {one.id: one for one in RecordingRepository(session).get_many(ids)}
        for id_ in ids:
            if id_ not in found:
                raise RecordingNotFound(id=id_)
        return [found[id_] for id_ in dict.fromkeys(ids)]

    @contextlib.contextmanager
    def _opened(self, store: BackupStore, manifest: Manifest, meter: Meter) -> Iterator[Session]:
        """The snapshot's database, in the form of today."""
        scratch = self._paths.staging / f"{uuid4().hex}.restore"
        files.make_private_folder(scratch)
        facts = manifest.facts()
        try:
            target = scratch / "library.db"
            refuse_unfit(facts, source_of(self.database.address).kind)
            store.restore_database(manifest, target, meter.advance)
            with self._session(target, facts) as session:
                yield session
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    @contextlib.contextmanager
    def _session(self, target: Path, facts: SnapshotFacts) -> Iterator[Session]:
        if not isinstance(self.database.address, Path):
            from vrp.backend.persistence import server_copies

            with (
                server_copies.on_trial(self.database.address, target, facts.revision, upgrade=True) as reader,
                server_copies.session_of(reader) as session,
            ):
                yield session
            return
        schema.upgrade(target)
        database = Database(target)
        try:
            with database.get_db_session("look_up") as session:
                yield session
        finally:
            database.close()

    def _bring(self, store: BackupStore, manifest: Manifest, wanted: list[Recording]) -> RecordingsReport:
        entries = {one.checksum: None for one in wanted} | {
            entry.audio: entry for entry in manifest.audio() if entry.audio in {one.checksum for one in wanted}
        }
        note = self._paths.staging / f"{uuid4().hex}.batch"
        files.write_atomic(note, json.dumps([one.stored_filename for one in wanted]).encode())
        for recording in wanted:
            self._bring_file(store, manifest, recording, entries[recording.checksum])
        report = self._put_back(wanted)
        for recording in (*report.restored, *report.present):
            sidecars.write(self._paths, recording)
        note.unlink(missing_ok=True)
        return report

    def _bring_file(
        self, store: BackupStore, manifest: Manifest, recording: Recording, entry: AudioEntry | None
    ) -> None:
        row = AudioRow(recording.stored_filename, recording.checksum, recording.filesize_bytes)
        if _is_there(self._paths, row, Meter(silent)):
            return
        target = self._paths.audio_file(recording.stored_filename)
        files.make_private_folder(target.parent)
        draft = self._paths.staging / f"{target.name}.part"
        draft.unlink(missing_ok=True)
        store.restore_audio(manifest.name, entry or AudioEntry(audio=row.checksum, size=row.filesize_bytes), draft,
                            lambda _count: None)  # fmt: skip
        set_aside(self._paths, target)
        files.publish(draft, target)

    @transactional("restore")
    def _put_back(self, session: Session, wanted: list[Recording]) -> RecordingsReport:
        repository, now, report = RecordingRepository(session), self._clock(), RecordingsReport()
        for recording in wanted:
            present = repository.by_uuid(recording.uuid)
            if present is None:
                report.restored.append(repository.put_back(recording, now))
            elif present.status is Status.DELETED:
                back = repository.change(present.id, Action.RESTORED, now, status=Status.ACTIVE, deleted_at=None)
                report.restored.append(back)
            else:
                report.present.append(present)
        return report
