"""Pages of views on a server: by keyset, from the nearest row whose place is known, as in a file."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class _View:
    anchors: Anchors[Session] = field(default_factory=Anchors)
    total: int | None = None  # of a search, once it was counted


class ServerPages:
    """For several threads. What was learned holds until anybody changes the library."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._position = -1
        self._views: OrderedDict[LibraryQuery, _View] = OrderedDict()

    def page(self, session: Session, query: LibraryQuery, offset: int, limit: int) -> Page:
        """Rows ``offset`` to ``offset + limit``; the total of a search may be known with the second page only."""
        repository = RecordingRepository(session)
        if limit < 0:
            return repository.page(query, offset, limit)
        if query.tag or query.search.strip():
            return self._found(session, query, offset, limit)
        total = counting.total(session, query, ())
        with self._lock:
            ids = self._view(session, query).anchors.window(session, _Order(query), total, offset, limit)
        found = {one.id: one for one in repository.get_many(ids)}
        return Page(offset, total, tuple(found[id_] for id_ in ids))

    def _found(self, session: Session, query: LibraryQuery, offset: int, limit: int) -> Page:
        """What a search or a tag finds is counted once, and not before its first page is there."""
        repository = RecordingRepository(session)
        with self._lock:
            view = self._view(session, query)
        rows = repository.rows(query, offset, limit)
        if view.total is None and offset == 0 and query.search.strip() and len(rows) == limit:
            return Page(0, limit, rows, exact=False)
        if view.total is None:
            view.total = repository.total(query)
        return Page(offset, view.total, rows)

    def prepare(self, session: Session, query: LibraryQuery) -> None:
        """Note the places of rows far down, in steps between which pages are answered."""
        goes_on = not (query.tag or query.search.strip())
        while goes_on:
            progress.check()
            with self._lock:
                goes_on = self._view(session, query).anchors.step(session, _Order(query))

    def _view(self, session: Session, query: LibraryQuery) -> _View:
        position = AuditRepository(session).last_seq()
        if position > self._position:
            self._views.clear()
            self._position = position
        elif position < self._position:
            return _View()  # who still reads an older state learns for himself alone
        view = self._views.setdefault(query, _View())
        self._views.move_to_end(query)
        if len(self._views) > _KEPT:
            self._views.popitem(last=False)
        return view
