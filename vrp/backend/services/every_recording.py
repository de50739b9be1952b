"""All recordings of a library, one after the other, for those that read a file of each.

That can take hours, so no session stays open for it, and only some of the rows are in memory at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final, Protocol, TypeVar

from vrp.backend.domain.progress import check
from vrp.backend.domain.recordings import Recording, StoredFile
from vrp.backend.persistence.database import Database
from vrp.backend.persistence.recordings import RecordingRepository

_PAGE: Final = 1000


class _Numbered(Protocol):
    @property
    def id(self) -> int: ...


T = TypeVar("T", bound=_Numbered)


def every_recording(database: Database) -> Iterator[list[Recording]]:
    """Those that are there now, by id, deleted ones too: a thousand at a time, as they are when their turn comes."""
    return _pages(database, RecordingRepository.after)


def every_file(database: Database) -> Iterator[list[StoredFile]]:
    """What their files have to be, in the same way."""
    return _pages(database, RecordingRepository.files_after)


def bytes_of_all(database: Database) -> int:
    """How much there is to read."""
    with database.get_db_session("bytes_of_all") as session:
        return RecordingRepository(session).bytes_of_all()


def _pages(database: Database, read: Callable[[RecordingRepository, int, int], list[T]]) -> Iterator[list[T]]:
    with database.get_db_session("newest_recording") as session:
        last = RecordingRepository(session).newest_id()
    reached = 0
    while reached < last:
        check()
        with database.get_db_session("every_recording") as session:
            page = [one for one in read(RecordingRepository(session), reached, _PAGE) if one.id <= last]
        if not page:
            return
        reached = page[-1].id
        yield page
