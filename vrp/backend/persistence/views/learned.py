"""What was learned about the views of a library on the way to their pages, as long as its history ends where it did."""

from __future__ import annotations

import sqlite3
import threading
from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from vrp.backend.domain import searching
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.searching import SearchTerms
from vrp.backend.persistence.views.kept import LastViews, held
from vrp.backend.persistence.views.order import Anchors, Order
from vrp.backend.persistence.views.sieve import ROWS, Sieve
from vrp.backend.persistence.views.whole import Whole


@dataclass(slots=True)
class View:
    """``gathered`` are the numbers of all rows that a search or a tag found, in order; ``first`` those of the first."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    anchors: Anchors[sqlite3.Connection] = field(default_factory=lambda: Anchors(leap=1_000))
    gathered: array[int] | None = None
    first: list[int] | None = None
    sieve: Sieve | None = None


class Learned:
    """For several threads. A view's lock is held while it is used; of two, that of the narrower search first."""

    def __init__(self, position: int) -> None:
        self.position = position
        self._views = LastViews(View)
        self._reading = threading.Lock()
        self._whole: tuple[Order, Whole] | None = None  # one: that of the view in which somebody searches

    def view(self, query: LibraryQuery) -> View:
        return self._views.of(query)

    def whole(self, connection: sqlite3.Connection, order: Order) -> Whole:
        """The whole of an order, which is read once."""
        with held(self._reading):
            if (known := self.known_whole(order)) is not None:
                return known
            (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM recordings").fetchone()
            known = Whole(last)
            self._whole = order, known
            try:
                known.read(order.ids(connection))
            finally:
                if not known.complete:
                    self._whole = None
            return known

    def known_whole(self, order: Order, *, complete: bool = True) -> Whole | None:
        """The whole of an order; that which is being read only where it need not be ``complete``."""
        known = self._whole
        if known is None or known[0] != order or (complete and not known[1].complete):
            return None
        return known[1]

    def sift(self, query: LibraryQuery, terms: SearchTerms, limit: int) -> tuple[list[int], bool] | None:
        """A first page among the first rows of a view that holds all of this one, and whether that is all of it.

        Such is the view without the search, and that of the letters before. None where none of them has enough.
        """
        for one, view in self._wider(query, terms):
            with _free(one, view) as is_free:
                if is_free and (found := _sifted(view.sieve, terms, limit)):
                    self.view(one)  # it is the last to be forgotten
                    return found
        return None

    def sift_anew(
        self, connection: sqlite3.Connection, query: LibraryQuery, terms: SearchTerms, limit: int
    ) -> tuple[list[int], bool] | None:
        """As `sift`, by a sieve that is made for it, of the narrowest of those views."""
        for one, view in self._wider(query, terms):
            with _free(one, view) as is_free:
                if is_free and view.sieve is None and _can_be_sieved(one, view):
                    put_sieve(connection, one, view)
                    return _sifted(view.sieve, terms, limit)
        return None

    def prepare_sieve(self, connection: sqlite3.Connection, query: LibraryQuery) -> None:
        """For the first letter of a search in this view."""
        unsearched = replace(query, search="")
        view = self.view(unsearched)
        with held(view.lock):
            if _can_be_sieved(unsearched, view):
                put_sieve(connection, unsearched, view)

    def _wider(self, query: LibraryQuery, terms: SearchTerms) -> list[tuple[LibraryQuery, View]]:
        """The views that hold all rows of this one, the narrowest first."""
        wider = [
            (one, view)
            for one, view in self._views.all()
            if one != query and replace(one, search=query.search) == query and _narrows(one.search, query.search, terms)
        ]
        return sorted(wider, key=lambda found: len(found[0].search), reverse=True)


def put_sieve(connection: sqlite3.Connection, query: LibraryQuery, view: View) -> None:
    """Over the first rows of a view, for the next letter of a search; they are known, or on top of an index."""
    if view.sieve is not None:
        return
    if view.gathered is not None:
        view.sieve = Sieve(connection, view.gathered)
    elif view.first is not None:
        view.sieve = Sieve(connection, view.first, all_=False)
    else:
        view.sieve = Sieve(connection, [id_ for _value, id_ in Order.of(query).places(connection, ROWS + 1)])


def _can_be_sieved(query: LibraryQuery, view: View) -> bool:
    """Whether its first rows can be had without a search: they are known, or on top of an index."""
    return view.gathered is not None or view.first is not None or not (query.search or query.tag)


def _narrows(before: str, search: str, terms: SearchTerms) -> bool:
    """Whether what ``search`` finds was found ``before`` too: letters were added, and the same words were asked for."""
    old = searching.parse(before)
    return search.startswith(before) and not old.literal and bool(not before or old.pieces or not terms.pieces)


def _sifted(sieve: Sieve | None, terms: SearchTerms, limit: int) -> tuple[list[int], bool] | None:
    if sieve is None:
        return None
    found = sieve.found(terms)
    return (found, sieve.complete) if sieve.complete or len(found) >= limit else None


@contextmanager
def _free(query: LibraryQuery, view: View) -> Iterator[bool]:
    """Whether nobody else uses it; nobody waits for a search that may not be wanted any more, and takes long."""
    if not (query.search or query.tag):
        with held(view.lock):
            yield True
    elif view.lock.acquire(blocking=False):
        try:
            yield True
        finally:
            view.lock.release()
    else:
        yield False
