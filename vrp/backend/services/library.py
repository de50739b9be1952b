"""Looking at recordings and changing them: rename, delete, take back, purge."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from vrp.backend import files
from vrp.backend.domain.audit import Action, AuditEntry
from vrp.backend.domain.queries import LibraryQuery, Page
from vrp.backend.domain.recordings import Recording, Status
from vrp.backend.domain.requests import RecordingChangeRequest
from vrp.backend.domain.rules import RecordingBusinessRules
from vrp.backend.errors import RecordingNotFound
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence.audit import AuditRepository
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.transactions import transactional
from vrp.backend.services import sidecars
from vrp.backend.services.clock import Clock, utc_now


class LibraryService:
    """Each change is one transaction; then the sidecar is written again from the row."""

    def __init__(self, database: Database, paths: LibraryPaths, clock: Clock = utc_now) -> None:
        self.database = database
        self._paths = paths
        self._clock = clock

    def page(self, query: LibraryQuery, offset: int = 0, limit: int = 200) -> Page:
        """One page of a view; any text is a valid search."""
        with self.database.get_db_session("page") as session:
            return RecordingRepository(session).page(query, offset, limit)

    def get(self, id_: int) -> Recording:
        """Raises `RecordingNotFound`."""
        with self.database.get_db_session("get") as session:
            return RecordingRepository(session).get(id_)

    def history(self, id_: int) -> list[AuditEntry]:
        """What happened to a recording, oldest first. Raises `RecordingNotFound`."""
        with self.database.get_db_session("history") as session:
            return AuditRepository(session).of(RecordingRepository(session).get(id_).uuid)

    def audio_path(self, recording: Recording) -> Path:
        return self._paths.audio_file(recording.stored_filename)

    def rename(self, id_: int, title: str) -> Recording:
        """Change the title; the file keeps its name. Raises `RequestInvalid` or `RecordingNotFound`."""
        recording = self._rename(id_, RecordingBusinessRules.title(title))
        sidecars.write(self._paths, recording)
        return recording

    @transactional("rename")
    def _rename(self, session: Session, id_: int, title: str) -> Recording:
        return RecordingRepository(session).change(id_, Action.RENAMED, self._clock(), title=title)

    def edit(self, id_: int, request: RecordingChangeRequest) -> Recording:
        """Change what is written about a recording, all or nothing. Raises `RecordingNotFound`."""
        recording = self._edit(id_, request)
        sidecars.write(self._paths, recording)
        return recording

    @transactional("edit")
    def _edit(self, session: Session, id_: int, request: RecordingChangeRequest) -> Recording:
        repository = RecordingRepository(session)
        before = repository.get(id_)
        changes = {name: value for name, value in request.changes.items() if value != getattr(before, name)}
        return repository.change(id_, Action.EDITED, self._clock(), **changes) if changes else before

    def delete(self, ids: Sequence[int]) -> list[Recording]:
        """Move to Recently Deleted, all or none. Deleted ones stay as they are."""
        deleted = self._delete(ids)
        sidecars.write_all(self._paths, deleted)
        return deleted

    @transactional("delete")
    def _delete(self, session: Session, ids: Sequence[int]) -> list[Recording]:
        now = self._clock()
        repository = RecordingRepository(session)
        return [
            recording
            if recording.status is Status.DELETED
            else repository.change(recording.id, Action.DELETED, now, status=Status.DELETED, deleted_at=now)
            for recording in _existing(repository, ids)
        ]

    def undelete(self, ids: Sequence[int]) -> list[Recording]:
        """Take back from Recently Deleted, all or none."""
        taken_back = self._undelete(ids)
        sidecars.write_all(self._paths, taken_back)
        return taken_back

    @transactional("undelete")
    def _undelete(self, session: Session, ids: Sequence[int]) -> list[Recording]:
        now = self._clock()
        repository = RecordingRepository(session)
        return [
            repository.change(recording.id, Action.RESTORED, now, status=Status.ACTIVE, deleted_at=None)
            if recording.status is Status.DELETED
            else recording
            for recording in _existing(repository, ids)
        ]

    def purge(self, ids: Sequence[int]) -> list[Recording]:
        """Remove for good, all or none: the rows first, then the files.

        A crash in between leaves orphaned files, which `vrp verify` reports, never a row without its file.
        """
        gone = self._purge(ids)
        for recording in gone:
            self._remove_files(recording)
        return gone

    @transactional("purge")
    def _purge(self, session: Session, ids: Sequence[int]) -> list[Recording]:
        now = self._clock()
        repository = RecordingRepository(session)
        gone = _existing(repository, ids)
        for recording in gone:
            repository.purge(recording, now)
        return gone

    def _remove_files(self, recording: Recording) -> None:
        audio = self._paths.audio_file(recording.stored_filename)
        with contextlib.suppress(OSError):  # what stays behind is found as an orphan
            audio.unlink(missing_ok=True)
            self._paths.sidecar(recording.uuid).unlink(missing_ok=True)
            for cached in self._paths.cache.glob(f"{recording.uuid}.*"):
                cached.unlink(missing_ok=True)
            files.fsync_folder(audio.parent)


def _existing(repository: RecordingRepository, ids: Sequence[int]) -> list[Recording]:
    wanted = list(dict.fromkeys(ids))
    found = {recording.id: recording for recording in repository.get_many(wanted)}
    for id_ in wanted:
        if id_ not in found:
            raise RecordingNotFound(id=id_)
    return [found[id_] for id_ in wanted]
