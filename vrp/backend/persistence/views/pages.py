"""Pages of the views of one library, with what was learned on the way to the last few of them."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Mapping, Sequence

from vrp.backend.domain import progress, searching
from vrp.backend.domain.queries import Around, LibraryQuery, Page, SortKey
from vrp.backend.persistence.views import rows
from vrp.backend.persistence.views.gathering import Gathering
from vrp.backend.persistence.views.kept import held
from vrp.backend.persistence.views.learned import Learned, View, put_sieve
from vrp.backend.persistence.views.order import Order
from vrp.backend.persistence.views.ranks import ranks


class SqlitePages:
    """For several threads; each brings its own connection, inside a transaction.

    What was learned is forgotten as soon as the history has grown, for then rows may have moved.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._learned = Learned(-1)

    def page(self, connection: sqlite3.Connection, query: LibraryQuery, offset: int, limit: int) -> Page:
        """Rows ``offset`` to ``offset + limit``; the total of a search may be known with the second page only."""
        learned = self._at(rows.position(connection))
        view = learned.view(query)
        with held(view.lock):
            if _is_gathered(query):
                page = Gathering(connection, query, view, learned).page(offset, limit)
                if offset and query.order is not SortKey.RELEVANCE:  # the first page was before, which is waited for
                    put_sieve(connection, query, view)
                return page
            return _window(connection, query, learned, view, offset, limit)

    def around(self, connection: sqlite3.Connection, query: LibraryQuery, ids: Sequence[int], limit: int) -> Around:
        """The rows of ``ids``, and the page, of ``limit`` rows, that holds the first of them that is in this view."""
        learned = self._at(rows.position(connection))
        view = learned.view(query)
        with held(view.lock):
            if _is_gathered(query):
                gathering = Gathering(connection, query, view, learned)
                found = rows.places_of(gathering.ids(), set(ids))
                return Around(gathering.page(_start(found, ids, limit), limit), found)
            whole = learned.known_whole(Order.of(query))
            found = whole.places(ids) if whole else ranks(connection, Order.of(query), view.anchors, ids)
            page = _window(connection, query, learned, view, _start(found, ids, limit), limit)
            return Around(page, found)

    def prepare(self, connection: sqlite3.Connection, query: LibraryQuery, *, search: bool) -> None:
        """Look ahead, in steps between which pages are answered.

        Noted are the places of rows far down, or, where somebody is about to ``search``, the whole order.
        """
        learned = self._at(rows.position(connection))
        order = Order.of(query)
        if search:
            learned.prepare_sieve(connection, query)
            learned.whole(connection, order)
            return
        view = learned.view(query)
        while not _is_gathered(query):
            progress.check()
            with held(view.lock):
                if not view.anchors.step(connection, order):
                    break

    def _at(self, position: int) -> Learned:
        with self._lock:
            if position > self._learned.position:
                self._learned = Learned(position)
            # Who still reads an older state learns for himself alone.
            return self._learned if position == self._learned.position else Learned(position)


def _window(
    connection: sqlite3.Connection, query: LibraryQuery, learned: Learned, view: View, offset: int, limit: int
) -> Page:
    """A page of a view without search and tag, whose lock is held."""
    order, total = Order.of(query), rows.kept_total(connection, query)
    if whole := learned.known_whole(order):
        ids: Sequence[int] = whole.ids[offset : offset + limit]
    else:
        ids = view.anchors.window(connection, order, total, offset, limit)
    return Page(offset, total, rows.recordings(connection, ids))


def _start(places: Mapping[int, int], ids: Sequence[int], limit: int) -> int:
    """Where the page begins that holds the first of ``ids`` that has a place."""
    return next((places[id_] for id_ in ids if id_ in places), 0) // limit * limit


def _is_gathered(query: LibraryQuery) -> bool:
    return bool(query.tag or searching.parse(query.search))
