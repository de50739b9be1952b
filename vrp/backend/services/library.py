"""Looking at recordings and changing them: rename, delete, take back, purge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from vrp.backend.domain.audit import Action, AuditEntry
from vrp.backend.domain.progress import Progress
from vrp.backend.domain.queries import Around, LibraryCounts, LibraryQuery, Page, SavedSearch
from vrp.backend.domain.recordings import Recording, Status
from vrp.backend.domain.requests import RecordingChangeRequest
from vrp.backend.domain.rules import RecordingBusinessRules
from vrp.backend.domain.takes import Gap
from vrp.backend.errors import RecordingNotFound
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import counting, listing
from vrp.backend.persistence.audit import AuditRepository
from vrp.backend.persistence.database import Database, Session
from vrp.backend.persistence.file_checks import FileCheckRepository
from vrp.backend.persistence.listing import Brief
from vrp.backend.persistence.paging import LibraryPages
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.saved_searches import SavedSearchRepository
from vrp.backend.persistence.transactions import transactional
from vrp.backend.services import search_file, sidecars
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.removal import remove_files
from vrp.backend.services.revising import BATCH

Searches = Mapping[str, LibraryQuery | None]  # name → query; None: there is none of this name

_BELIEVABLE: Final = timedelta(days=366)  # a clock that ran further than this since the last change is not believed


class LibraryService:
    """Each change is one transaction; then the sidecar is written again from the row."""

    def __init__(self, database: Database, paths: LibraryPaths, clock: Clock = utc_now) -> None:
        self.database = database
        self._paths = paths
        self._clock = clock
        self._pages = LibraryPages(database)

    def page(self, query: LibraryQuery, offset: int = 0, limit: int = 200) -> Page:
        """One page of a view; any text is a valid search. A cancelled job is interrupted, with `Cancelled`."""
        with self.database.get_db_session("page") as session:
            return self._pages.page(session, query, offset, limit)

    def around(self, query: LibraryQuery, ids: Sequence[int], limit: int = 100) -> Around:
        """Where recordings are in a view, and the page of ``limit`` rows that holds the first of them."""
        with self.database.get_db_session("around") as session:
            return self._pages.around(session, query, ids, limit)

    def prepare(self, query: LibraryQuery, *, search: bool) -> None:
        """What makes the next pages of a view quick, or a ``search`` in it; a job that nobody waits for."""
        goes_on = True
        while goes_on:
            with self.database.get_db_session("prepare") as session:
                goes_on = self._pages.prepare(session, query, search=search)

    def documents(self, query: LibraryQuery) -> Iterator[str]:
        """All rows of a view as JSON, read as they are asked for: a million take no more room than a hundred."""
        with self.database.get_db_session("documents") as session:
            yield from listing.documents(session, query)

    def briefs(self, query: LibraryQuery) -> Iterator[Brief]:
        """As `documents`: number, time, length in seconds and title of each."""
        with self.database.get_db_session("briefs") as session:
            yield from listing.briefs(session, query)

    def get(self, id_: int) -> Recording:
        """Raises `RecordingNotFound`."""
        with self.database.get_db_session("get") as session:
            return RecordingRepository(session).get(id_)

    def history(self, id_: int) -> list[AuditEntry]:
        """What happened to a recording, oldest first. Raises `RecordingNotFound`."""
        with self.database.get_db_session("history") as session:
            return AuditRepository(session).of(RecordingRepository(session).get(id_).uuid)

    def gaps(self, id_: int) -> tuple[Gap, ...]:
        """Where, while it was recorded, frames never came; its history keeps it. Raises `RecordingNotFound`."""
        told = next((entry.told.get("gaps") for entry in self.history(id_) if "gaps" in entry.told), None)
        if not isinstance(told, list):
            return ()
        return tuple(Gap(int(at), int(frames)) for at, frames in told)

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

    def counts(self) -> LibraryCounts:
        """How many recordings each place holds: kept by the database, so that nothing is counted."""
        with self.database.get_db_session("counts") as session:
            return counting.counts(session)

    def position(self) -> int:
        """The number of the last entry of the history: it grows with every change, whoever made it."""
        with self.database.get_db_session("position") as session:
            return AuditRepository(session).last_seq()

    def last_checked(self, id_: int) -> datetime | None:
        """When the bytes of its file were last read again and found whole; None: not since it came in."""
        with self.database.get_db_session("last_checked") as session:
            return FileCheckRepository(session).last(id_)

    def mark(self, ids: Sequence[int], favourite: bool) -> list[Recording]:
        """Make recordings favourites, or no longer; all or none. Raises `RecordingNotFound`."""
        request = RecordingChangeRequest(favourite=favourite)
        return self.edit_many(dict.fromkeys(ids, request))

    def edit_many(self, changes: Mapping[int, RecordingChangeRequest]) -> list[Recording]:
        """Change what is written about several, each in its own way, all or none. Raises `RecordingNotFound`."""
        changed = self._edit_many(changes)
        sidecars.write_all(self._paths, changed)
        return changed

    @transactional("edit_many")
    def _edit_many(self, session: Session, changes: Mapping[int, RecordingChangeRequest]) -> list[Recording]:
        repository = RecordingRepository(session)
        return [self._change(repository, one, changes[one.id]) for one in existing(repository, list(changes))]

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """The views that a person gave a name, in the order of their names."""
        with self.database.get_db_session("saved_searches") as session:
            return SavedSearchRepository(session).all()

    def change_searches(self, wanted: Searches, expected: Searches | None = None) -> Searches | None:
        """Keep a query under each of these names, or, where it is None, forget the name; what was there before.

        Where something else than ``expected`` is there nothing is changed, and None returned. Raises `RequestInvalid`.
        """
        checked = {RecordingBusinessRules.title(name): query for name, query in wanted.items()}
        before = self._change_searches(checked, expected)
        if before is not None:
            search_file.write(self._paths, self.saved_searches())
        return before

    @transactional("change_searches")
    def _change_searches(self, session: Session, wanted: Searches, expected: Searches | None) -> Searches | None:
        repository = SavedSearchRepository(session)
        there = {one.name: one.query for one in repository.all()}
        before = {name: there.get(name) for name in wanted}
        if expected is not None and before != expected:
            return None
        for name, query in wanted.items():
            repository.put(name, query)
        return before

    def edit(self, id_: int, request: RecordingChangeRequest) -> Recording:
        """Change what is written about a recording, all or nothing. Raises `RecordingNotFound`."""
        recording = self._edit(id_, request)
        sidecars.write(self._paths, recording)
        return recording

    @transactional("edit")
    def _edit(self, session: Session, id_: int, request: RecordingChangeRequest) -> Recording:
        repository = RecordingRepository(session)
        return self._change(repository, repository.get(id_), request)

    def _change(self, repository: RecordingRepository, before: Recording, request: RecordingChangeRequest) -> Recording:
        changes = {name: value for name, value in request.changes.items() if value != getattr(before, name)}
        return repository.change(before.id, Action.EDITED, self._clock(), **changes) if changes else before

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
            for recording in existing(repository, ids)
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
            for recording in existing(repository, ids)
        ]

    def purge(self, ids: Sequence[int]) -> list[Recording]:
        """Remove for good, all or none: the rows first, then the files.

        A crash in between leaves orphaned files, which `vrp verify` reports, never a row without its file.
        """
        gone = self._purge(ids)
        for recording in gone:
            remove_files(self._paths, recording)
        return gone

    def purge_many(self, ids: Sequence[int], progress: Progress, into: list[Recording]) -> None:
        """Remove these for good in batches, each all or none; those that are gone already are passed over.

        What was removed until then stands in ``into`` also where `Cancelled` or a `LibraryFault` is raised.
        """
        for start in range(0, len(ids), BATCH):
            progress(start, len(ids))
            gone = self._purge(ids[start : start + BATCH], in_any_case=True)
            into += gone
            for recording in gone:
                remove_files(self._paths, recording)

    def expired(self, days: int) -> list[int]:
        """The numbers of what was deleted more than ``days`` ago; none where the clock cannot be right."""
        now = self._clock()
        with self.database.get_db_session("expired") as session:
            last = AuditRepository(session).last_moment()
            trash = RecordingRepository(session).page(LibraryQuery(trash=True), 0, -1).rows
        if last is None or not timedelta() <= now - last < _BELIEVABLE:
            return []
        return [one.id for one in trash if one.deleted_at and now - one.deleted_at > timedelta(days=days)]

    def purge_expired(self, days: int) -> list[Recording]:
        """Remove what was deleted more than ``days`` ago."""
        expired = self.expired(days)
        return self.purge(expired) if expired else []

    @transactional("purge")
    def _purge(self, session: Session, ids: Sequence[int], *, in_any_case: bool = False) -> list[Recording]:
        """``in_any_case``: those that are gone already are passed over."""
        now = self._clock()
        repository = RecordingRepository(session)
        gone = repository.get_many(ids) if in_any_case else existing(repository, ids)
        for recording in gone:
            repository.purge(recording, now)
        return gone


def existing(repository: RecordingRepository, ids: Sequence[int]) -> list[Recording]:
    """The recordings with these numbers, each once, in this order. Raises `RecordingNotFound`."""
    wanted = list(dict.fromkeys(ids))
    found = {recording.id: recording for recording in repository.get_many(wanted)}
    for id_ in wanted:
        if id_ not in found:
            raise RecordingNotFound(id=id_)
    return [found[id_] for id_ in wanted]
