"""Pages of views on a server: by keyset, from the nearest row whose place is known, as in a file."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from sqlalchemy.orm import Session

from vrp.backend.domain import progress, searching
from vrp.backend.domain.queries import LibraryQuery, Page, SortKey
from vrp.backend.domain.recordings import Recording
from vrp.backend.persistence import counting
from vrp.backend.persistence.audit import AuditRepository
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.views.learned import held
from vrp.backend.persistence.views.order import Anchors, Place

_KEPT: Final = 4
_NEAR: Final = 500  # rows of a search that are found along the order
_STEPS: Final = (500, 2_000, 8_000, 16_000)  # rows that are looked at together for a first page


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
    """For several threads. What was learned holds until anybody changes the library; who is cancelled does not wait."""

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
        with held(self._lock):
            ids = self._view(session, query).anchors.window(session, _Order(query), total, offset, limit)
        return Page(offset, total, _rows(repository, ids))

    def _found(self, session: Session, query: LibraryQuery, offset: int, limit: int) -> Page:
        """What a search or a tag finds is counted once, and not before its first page is there."""
        repository = RecordingRepository(session)
        with held(self._lock):
            view = self._view(session, query)
        if offset < _NEAR and (ids := _walked(repository, query, offset + limit)):
            rows = _rows(repository, ids[offset:])
        else:
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
            with held(self._lock):
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


def _rows(repository: RecordingRepository, ids: Sequence[int]) -> tuple[Recording, ...]:
    found = {one.id: one for one in repository.get_many(ids)}
    return tuple(found[id_] for id_ in ids)


def _walked(repository: RecordingRepository, query: LibraryQuery, limit: int) -> list[int] | None:
    """A first page along the order, for a word that many rows have: to sort them all would take seconds.

    None where that is not the way: where nobody among the first rows has it, few have, and these are sorted at once.
    """
    terms = searching.parse(query.search)
    if not terms.words or terms.literal or query.order is SortKey.RELEVANCE:
        return None
    found: list[int] = []
    after: Place | None = None
    for step, size in enumerate(_STEPS):
        places = repository.places(replace(query, search="", tag=""), size, after=after, backwards=False)
        found += repository.among(query, [id_ for _value, id_ in places])
        if len(found) >= limit or len(places) < size:
            return found[:limit]
        if step and not found:
            break
        after = places[-1]
    return None
