"""Pages of the views of one library, with what was learned on the way to the last few of them."""

from __future__ import annotations

import sqlite3
import threading
from array import array
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from vrp.backend.domain import searching
from vrp.backend.domain.queries import Around, LibraryQuery, Page
from vrp.backend.persistence.views import rows
from vrp.backend.persistence.views.gathering import Gathering, rows_of
from vrp.backend.persistence.views.order import Anchors, Order

KEPT: Final = 4  # views; the order of a million matches takes eight megabytes


@dataclass(slots=True)
class _View:
    lock: threading.Lock = field(default_factory=threading.Lock)
    anchors: Anchors = field(default_factory=Anchors)
    gathered: array[int] | None = None


class SqlitePages:
    """For several threads; each brings its own connection, inside a transaction.

    What was learned is forgotten as soon as the history has grown, for then rows may have moved.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._position = -1
        self._views: OrderedDict[LibraryQuery, _View] = OrderedDict()
        self._wholes: dict[Order, array[int]] = {}  # one: that of the view in which somebody searches

    def page(self, connection: sqlite3.Connection, query: LibraryQuery, offset: int, limit: int) -> Page:
        """Rows ``offset`` to ``offset + limit``; the total of a search may be known with the second page only."""
        view = self._view(query, rows.position(connection))
        with view.lock:
            if query.tag or searching.parse(query.search):
                gathering = Gathering(connection, query, view.gathered, self._whole)
                page = gathering.page(offset, limit)
                view.gathered = gathering.known
                return page
            total = rows.kept_total(connection, query)
            ids = view.anchors.window(connection, Order.of(query), total, offset, limit)
            return Page(offset, total, rows.recordings(connection, ids))

    def around(self, connection: sqlite3.Connection, query: LibraryQuery, ids: Sequence[int], limit: int) -> Around:
        """The rows of ``ids``, and the page, of ``limit`` rows, that holds the first of them that is in this view."""
        view = self._view(query, rows.position(connection))
        with view.lock:
            if query.tag or searching.parse(query.search):
                gathering = Gathering(connection, query, view.gathered, self._whole)
                every = view.gathered = gathering.ids()
            else:
                every = self._whole(connection, Order.of(query))
        found = rows_of(every, set(ids))
        first = next((found[id_] for id_ in ids if id_ in found), 0)
        offset = first // limit * limit
        page = Page(offset, len(every), rows.recordings(connection, every[offset : offset + limit]))
        return Around(page, found)

    def _whole(self, connection: sqlite3.Connection, order: Order) -> array[int]:
        known = self._wholes.get(order)
        if known is None:
            known = array("q", order.ids(connection))
            self._wholes = {order: known}
        return known

    def _view(self, query: LibraryQuery, position: int) -> _View:
        with self._lock:
            if position != self._position:
                self._views.clear()
                self._wholes.clear()
                self._position = position
            view = self._views.setdefault(query, _View())
            self._views.move_to_end(query)
            if len(self._views) > KEPT:
                self._views.popitem(last=False)
            return view
