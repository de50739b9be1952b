"""What a search or a tag matches, in the order of a view.

The full-text index knows which rows match and not their order; an index of the rows knows the order. Where the rows at
the top of the view lie together, as the newest do, the first page needs the matches among them only. Else all matches
are looked up: few are sorted, many are picked out of the order of all rows, which is kept from one letter to the next.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Callable, Sequence
from itertools import compress
from typing import Final

from vrp.backend.domain import progress, searching
from vrp.backend.domain.queries import LibraryQuery, Page
from vrp.backend.persistence.views import rows
from vrp.backend.persistence.views.order import Order, Place

FEW: Final = 20_000  # matches that are sorted in some 30 ms; more are picked out of the order of all rows
NEAR: Final = 20_000  # numbers of rows: the newest of a view are close to each other
TOP: Final = 2_000  # rows of a view that are looked at together for a first page
WALK: Final = 10  # times as many are looked at before the order of all is made
_SLICE: Final = 50_000  # numbers that are looked at in one go, which nothing can interrupt: two milliseconds
Whole = Callable[[sqlite3.Connection, Order], "array[int]"]
_SEARCHED: Final = ("title", "filename", "notes", "artist")
_CHOSEN: Final = " AND id IN (SELECT value FROM json_each(?))"
_LITERAL: Final = " AND (" + " OR ".join(f"{name} LIKE ? ESCAPE '\\'" for name in _SEARCHED) + ")"


class Gathering:
    """One answer about one view. ``known`` are the numbers of all its rows in order, as soon as that is found out.

    ``whole`` gives the numbers of all rows of an order, whatever matches.
    """

    def __init__(
        self, connection: sqlite3.Connection, query: LibraryQuery, known: array[int] | None, whole: Whole
    ) -> None:
        self.known = known
        self._connection = connection
        self._query = query
        self._whole = whole
        self._matched: set[int] | None = None
        self._order = Order.of(query)
        self._terms = searching.parse(query.search)
        self._tags = rows.spellings(connection, query.tag) if query.tag else ()

    def page(self, offset: int, limit: int) -> Page:
        """Not exact only where a search's first page is full before all that match were put in order."""
        if self.known is None and offset == 0 and not self._terms.literal:
            found = self._newest(limit) or self._walk(limit)
            if found is not None:
                total = len(found) if self._terms else rows.kept_total(self._connection, self._query, self._tags)
                return Page(0, total, rows.recordings(self._connection, found), exact=not self._terms)
        ids = self.ids()
        return Page(offset, len(ids), rows.recordings(self._connection, ids[offset : offset + limit]))

    def ids(self) -> array[int]:
        """The numbers of all rows, in order."""
        if self.known is None:
            self.known = self._all()
        return self.known

    def _newest(self, limit: int) -> list[int] | None:
        """A first page out of rows that lie together: only the matches among them have to be known."""
        near = [id_ for _value, id_ in self._order.places(self._connection, TOP)]
        if not near or max(near) - min(near) > NEAR:
            return None
        matched = self._match(min(near), max(near))
        found = [id_ for id_ in near if id_ in matched]
        return found[:limit] if len(found) >= limit else None

    def _walk(self, limit: int) -> list[int] | None:
        """A first page along the order, where many match and some of them are not far down."""
        matched = self._everywhere()
        found: list[int] = []
        after: Place | None = None
        for _ in range(WALK if len(matched) > FEW else 0):
            places = self._order.places(self._connection, TOP, after=after)
            found += [id_ for _value, id_ in places if id_ in matched]
            if len(found) >= limit:
                return found[:limit]
            if len(places) < TOP:
                break
            after = places[-1]
        return None

    def _everywhere(self) -> set[int]:
        if self._matched is None:
            self._matched = self._match(0, 2**62)
        return self._matched

    def _all(self) -> array[int]:
        """Everything that matches, in order."""
        literal, patterns = self._literal()
        if not self._terms.words and not self._tags:
            return array("q", self._order.ids(self._connection, literal, patterns))
        matched = self._everywhere()
        if literal or len(matched) <= FEW:
            chosen = literal + _CHOSEN
            values = (*patterns, json.dumps(list(matched)))
            return array("q", self._order.sorted(self._connection, chosen, values))
        return _those_of(self._whole(self._connection, self._order), matched)

    def _literal(self) -> tuple[str, list[object]]:
        """Signs without a letter are looked for as they are, row by row: no index knows them."""
        patterns = [searching.like_pattern(term) for term in self._terms.literal]
        return _LITERAL * len(patterns), [pattern for pattern in patterns for _column in _SEARCHED]

    def _match(self, first: int, last: int) -> set[int]:
        """The numbers between these that match the words and carry the tag."""
        words: set[int] | None = None
        if self._terms.words:
            words = self._found("SELECT rowid FROM recordings_words WHERE recordings_words MATCH ?", "rowid",
                                (self._terms.words, first, last))  # fmt: skip
            if self._terms.pieces:
                words |= self._found("SELECT rowid FROM recordings_pieces WHERE recordings_pieces MATCH ?", "rowid",
                                     (self._terms.pieces, first, last))  # fmt: skip
        if not self._tags:
            return words or set()
        tagged: set[int] = set()
        for tag in self._tags:
            tagged |= self._found("SELECT recording_id FROM recording_tags WHERE tag = ?", "recording_id",
                                  (tag, first, last))  # fmt: skip
        return tagged if words is None else tagged & words

    def _found(self, select: str, number: str, values: Sequence[object]) -> set[int]:
        return {row[0] for row in self._connection.execute(f"{select} AND {number} BETWEEN ? AND ?", tuple(values))}


def rows_of(ids: array[int], wanted: set[int]) -> dict[int, int]:
    """At which places of ``ids`` the wanted ones are, as far as they are there."""
    found: dict[int, int] = {}
    for start in range(0, len(ids), _SLICE):
        progress.check()
        part = ids[start : start + _SLICE]
        places = compress(range(start, start + len(part)), map(wanted.__contains__, part))
        found.update((ids[place], place) for place in places)
    return found


def _those_of(ids: array[int], matched: set[int]) -> array[int]:
    found = array("q")
    for start in range(0, len(ids), _SLICE):
        progress.check()
        part = ids[start : start + _SLICE]
        found.extend(compress(part, map(matched.__contains__, part)))
    return found
