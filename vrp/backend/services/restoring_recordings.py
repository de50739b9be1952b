"""Restore of single recordings into a library that is open."""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

from vrp.backend import files
from vrp.backend.domain.audit import Action
from vrp.backend.domain.progress import Meter, Progress, silent
from vrp.backend.domain.recordings import Recording, Status
from vrp.backend.domain.snapshots import SnapshotFacts
from vrp.backend.errors import (
    RecordingErased,
    RecordingNotFound,
)
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema
from vrp.backend.persistence.audit import AuditRepository
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.snapshot import AudioRow
from vrp.backend.persistence.sources import source_of
from vrp.backend.persistence.transactions import transactional
from vrp.backend.services import sidecars
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.restoring import refuse_unfit
from vrp.backend.services.restoring_audio import is_there, set_aside
from vrp.backend.store.folder import BackupStore
from vrp.backend.store.manifest import AudioEntry, Manifest


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
        if is_there(self._paths, row, Meter(silent)):
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
