"""Pages of views on a server: by keyset, from the nearest row whose place is known, as in a file."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from vrp.backend.domain import progress
from vrp.backend.domain.queries import LibraryQuery, Page
from vrp.backend.persistence import counting
from vrp.backend.persistence.audit import AuditRepository
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.views.order import Anchors, Place

_KEPT: Final = 4


@dataclass(frozen=True, slots=True)
class _Order:
    """The rows of a view as `Anchors` asks for them."""

    query: LibraryQuery

    def places(
        self, session: Session, limit: int, offset: int = 0, *, after: Place | None = None, backwards: bool = False
    ) -> list[Place]:
        return RecordingRepository(session).places(self.query, limit, offset, after=after, backwards=backwards)


class ServerPages:
    """For several threads. What was learned holds until anybody changes the library."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._position = -1
        self._views: OrderedDict[LibraryQuery, Anchors[Session]] = OrderedDict()

    def page(self, session: Session, query: LibraryQuery, offset: int, limit: int) -> Page:
        """Rows ``offset`` to ``offset + limit``; the total of a search may be known with the second page only."""
        repository = RecordingRepository(session)
        if limit < 0 or query.tag or query.search.strip():
            return repository.page(query, offset, limit)
        total = counting.total(session, query, ())
        with self._lock:
            ids = self._anchors(session, query).window(session, _Order(query), total, offset, limit)
        found = {one.id: one for one in repository.get_many(ids)}
        return Page(offset, total, tuple(found[id_] for id_ in ids))

    def prepare(self, session: Session, query: LibraryQuery) -> None:
        """Note the places of rows far down, in steps between which pages are answered."""
        goes_on = not (query.tag or query.search.strip())
        while goes_on:
            progress.check()
            with self._lock:
                goes_on = self._anchors(session, query).step(session, _Order(query))

    def _anchors(self, session: Session, query: LibraryQuery) -> Anchors[Session]:
        position = AuditRepository(session).last_seq()
        if position > self._position:
            self._views.clear()
            self._position = position
        elif position < self._position:
            return Anchors()  # who still reads an older state learns for himself alone
        anchors = self._views.setdefault(query, Anchors())
        self._views.move_to_end(query)
        if len(self._views) > _KEPT:
            self._views.popitem(last=False)
        return anchors
