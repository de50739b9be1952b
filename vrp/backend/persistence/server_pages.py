"""Pages of views on a server: by keyset, from the nearest row whose place is known, as in a file."""

from __future__ import annotations

import threading
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
from vrp.backend.persistence.server_changes import Mark, between
from vrp.backend.persistence.server_interrupt import interruptible
from vrp.backend.persistence.views.kept import LastViews, held
from vrp.backend.persistence.views.order import Anchors, Place

_NEAR: Final = 500  # rows of a search that are found along the order
_LEAP: Final = 10  # steps of a far way by one question; who is interrupted keeps those that were gone
_STEPS: Final = (500, 2_000, 8_000, 16_000)  # rows that are looked at together for a first page


@dataclass(frozen=True, slots=True)
class _Order:
    """The rows of a view as `Anchors` asks for them."""

    query: LibraryQuery

    def places(
        self, session: Session, limit: int, offset: int = 0, *, after: Place | None = None, backwards: bool = False
    ) -> list[Place]:
        return RecordingRepository(session).places(self.query, limit, offset, after=after, backwards=backwards)


def _anchors() -> Anchors[Session]:
    return Anchors(leap=_LEAP)


@dataclass(slots=True)
class _View:
    """What is known of a view: what it was when the history ended at ``mark``. ``lock`` is held while it is used."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    mark: Mark = field(default_factory=Mark)
    anchors: Anchors[Session] = field(default_factory=_anchors)
    total: int | None = None  # once it is known


class ServerPages:
    """For several threads. Who is cancelled does not wait, and ends what the server does for him.

    The places of rows that were noted outlive changes: the history tells which rows moved past them.
    """

    def __init__(self) -> None:
        self._views = LastViews(_View)

    def page(self, session: Session, query: LibraryQuery, offset: int, limit: int) -> Page:
        """Rows ``offset`` to ``offset + limit``; the total of a search may be known with the second page only."""
        repository = RecordingRepository(session)
        if limit < 0:
            return repository.page(query, offset, limit)
        view = self._views.of(query)
        with held(view.lock), interruptible(session):
            if _is_found(query):
                return _found(session, view, query, offset, limit)
            total = _catch_up(session, view, query)
            ids = view.anchors.window(session, _Order(query), total, offset, limit)
            return Page(offset, total, _rows(repository, ids))

    def prepare(self, session: Session, query: LibraryQuery) -> bool:
        """Note the place of one more row far down; whether there may be more. A new session sees what others did."""
        if _is_found(query):
            return False
        progress.check()
        view = self._views.of(query)
        with held(view.lock), interruptible(session):
            _catch_up(session, view, query)
            return view.anchors.step(session, _Order(query))


def _is_found(query: LibraryQuery) -> bool:
    return bool(query.tag or query.search.strip())


def _catch_up(session: Session, view: _View, query: LibraryQuery) -> int:
    """Bring what is known of a view without search and tag to what ``session`` sees; how many rows that has."""
    total = counting.total(session, query, ())
    mark = Mark(*AuditRepository(session).last())
    if mark != view.mark:
        if view.total is None or view.anchors.is_empty:
            changes = None
        else:
            changes = between(session, query, view.mark, mark, view.total, total)
        if changes is None:
            view.anchors = _anchors()
        else:
            view.anchors.shift(changes.left, changes.taken, descending=query.descending)
        view.mark = mark
    view.total = total
    return total


def _found(session: Session, view: _View, query: LibraryQuery, offset: int, limit: int) -> Page:
    """What a search or a tag finds is counted once, and not before its first page is there."""
    repository = RecordingRepository(session)
    mark = Mark(*AuditRepository(session).last())
    if mark != view.mark:
        view.mark, view.total = mark, None
    if offset < _NEAR and (ids := _walked(repository, query, offset + limit)):
        rows = _rows(repository, ids[offset:])
    else:
        rows = repository.rows(query, offset, limit)
    if view.total is None and offset == 0 and query.search.strip() and len(rows) == limit:
        return Page(0, limit, rows, exact=False)
    if view.total is None:
        view.total = repository.total(query)
    return Page(offset, view.total, rows)


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
