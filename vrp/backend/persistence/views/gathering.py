"""What a search or a tag matches, in the order of a view.

The full-text index knows which rows match and not their order; an index of the rows knows the order. The first page is
sifted out of the first rows of a wider view, where enough of them match. Else, where the rows at the top of the view
lie together, as the newest do, it needs the matches among them only. Else SQLite picks the first of all matches, by
the whole order that is kept from one letter to the next. For the total all matches are looked up and put in that
order; few of them the database sorts. By relevance the best
`RANKED` are put in order, the best at the top; what was found by pieces of words, and the rest, comes behind them, the
newest first.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from typing import Final

from vrp.backend.domain import searching
from vrp.backend.domain.queries import LibraryQuery, Page, SortKey
from vrp.backend.persistence.views import rows
from vrp.backend.persistence.views.learned import Learned, View
from vrp.backend.persistence.views.order import TOP, Order, Place
from vrp.backend.persistence.views.sieve import ROWS
from vrp.backend.persistence.views.whole import Whole

FEW: Final = 2_000  # matches that are sorted in some 10 ms; more are looked up in the whole order
NEAR: Final = 20_000  # numbers of rows: the newest of a view are close to each other
WALK: Final = 10  # times `TOP` rows are looked at before the whole order is made
RANKED: Final = 100_000  # matches that are put in order of relevance, the rest behind them as they came: 0.1 s
_BEST: Final = (
    "SELECT rowid FROM recordings_words WHERE recordings_words MATCH ? "
    "ORDER BY bm25(recordings_words, 10, 1, 2, 5, 3), rowid DESC LIMIT ?"  # title, filename, notes, tags, artist
)
_EVERYWHERE: Final = (0, 2**62)
_SEARCHED: Final = ("title", "filename", "notes", "artist")
_WORDS: Final = "recordings_words WHERE recordings_words MATCH ?"
_PIECES: Final = "recordings_pieces WHERE recordings_pieces MATCH ?"
_TAGGED: Final = "recording_tags WHERE tag = ?"
_CHOSEN: Final = " AND id IN (SELECT value FROM json_each(?))"
_LITERAL: Final = " AND (" + " OR ".join(f"{name} LIKE ? ESCAPE '\\'" for name in _SEARCHED) + ")"


class Gathering:
    """One answer about one view, which remembers what was found out about it."""

    def __init__(self, connection: sqlite3.Connection, query: LibraryQuery, view: View, learned: Learned) -> None:
        self._view = view
        self._connection = connection
        self._query = query
        self._learned = learned
        self._matched: set[int] | None = None
        self._order = Order.of(query)
        self._terms = searching.parse(query.search)
        self._is_ranked = query.order is SortKey.RELEVANCE
        self._tags = rows.spellings(connection, query.tag) if query.tag else ()

    def page(self, offset: int, limit: int) -> Page:
        """Not exact only where a search's first page is full before all that match were put in order."""
        if self._view.gathered is None and offset == 0 and not self._terms.literal:
            found = self._best(limit) if self._is_ranked else self._top(limit)
            if found and self._view.gathered is None:
                total = len(found) if self._terms else rows.kept_total(self._connection, self._query, self._tags)
                return Page(0, total, rows.recordings(self._connection, found), exact=not self._terms)
        ids = self.ids()
        return Page(offset, len(ids), rows.recordings(self._connection, ids[offset : offset + limit]))

    def ids(self) -> array[int]:
        """The numbers of all rows, in order."""
        if self._view.gathered is None:
            known = self._all()
            if self._is_ranked:
                here = set(known)
                best = [id_ for id_ in self._ranked(RANKED) if id_ in here]
                here.difference_update(best)
                known = array("q", [*best, *(id_ for id_ in known if id_ in here)])
            self._view.gathered = known
        return self._view.gathered

    def _top(self, limit: int) -> list[int] | None:
        return (
            self._sifted(limit)
            or self._newest(limit)
            or self._sifted_anew(limit)
            or self._first(limit)
            or self._walk(limit)
        )

    def _best(self, limit: int) -> list[int] | None:
        """A first page of those that rank highest, where enough of them are in this view."""
        best = self._ranked(TOP)
        tagged = set(best) if not self._tags else self._tagged(*_EVERYWHERE)
        here = tagged.intersection(self._order.sorted(self._connection, _CHOSEN, (json.dumps(best),)))
        found = [id_ for id_ in best if id_ in here]
        return found[:limit] if len(found) >= limit else None

    def _ranked(self, limit: int) -> list[int]:
        """Those with the words, the most relevant first: by title, then tags, artist, notes and name of the file."""
        if not self._terms.words:
            return []
        return [id_ for (id_,) in self._connection.execute(_BEST, (self._terms.words, limit))]

    def _newest(self, limit: int) -> list[int] | None:
        """A first page out of rows that lie together: only the matches among them have to be known."""
        whole = self._learned.known_whole(self._order)
        near = self._order.top(self._connection) if whole is None else whole.ids[:TOP]
        if not near or max(near) - min(near) > NEAR:
            return None
        matched = self._match(min(near), max(near))
        found = [id_ for id_ in near if id_ in matched]
        return found[:limit] if len(found) >= limit else None

    def _sifted(self, limit: int) -> list[int] | None:
        """A first page out of the first rows of a wider view; all of this one where that view has few."""
        if not self._terms.words:
            return None
        return self._taken(self._learned.sift(self._query, self._terms, limit), limit)

    def _sifted_anew(self, limit: int) -> list[int] | None:
        """The same, where that takes a sieve that is not there yet: ten times as long, and less than all matches."""
        if not self._terms.words:
            return None
        return self._taken(self._learned.sift_anew(self._connection, self._query, self._terms, limit), limit)

    def _taken(self, sifted: tuple[list[int], bool] | None, limit: int) -> list[int] | None:
        if sifted is None:
            return None
        found, complete = sifted
        if complete:
            self._view.gathered = array("q", found)
        return found[:limit]

    def _first(self, limit: int) -> list[int] | None:
        """A first page where the whole order is known: SQLite compares where the matches stand, and tells the first.

        Of an order that is being read the top may do; else its end is waited for, unless few match.
        """
        whole = self._learned.known_whole(self._order, complete=False)
        if whole is None:
            return None
        if self._terms and self._tags:
            return whole.first(self._everywhere(), limit) if whole.complete and len(self._everywhere()) > FEW else None
        wanted = max(limit, ROWS)  # of more than a page the next letter may find its own
        is_complete = whole.complete  # before it is used
        first = self._first_of(whole, wanted)
        if len(first) < limit and not is_complete:
            if len(self._everywhere()) <= FEW:
                return None
            whole, is_complete = self._learned.whole(self._connection, self._order), True
            first = self._first_of(whole, wanted)
        if is_complete and len(first) < wanted:
            self._view.gathered = array("q", first)
        else:
            self._view.first = first
        return first[:limit]

    def _first_of(self, whole: Whole, limit: int) -> list[int]:
        found: set[int] = set()
        for source, number, expression in self._sources():
            select = f"SELECT {number} FROM {source} ORDER BY substr(?, {number} * 4 + 1, 4) LIMIT ?"  # noqa: S608  # our own names
            found.update(id_ for (id_,) in self._connection.execute(select, (expression, whole.ranks, limit)))
        return list(whole.sorted(found)[:limit])

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
            self._matched = self._match(*_EVERYWHERE)
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
        return self._learned.whole(self._connection, self._order).sorted(matched)

    def _literal(self) -> tuple[str, list[object]]:
        """Signs without a letter are looked for as they are, row by row: no index knows them."""
        patterns = [searching.like_pattern(term) for term in self._terms.literal]
        return _LITERAL * len(patterns), [pattern for pattern in patterns for _column in _SEARCHED]

    def _match(self, first: int, last: int) -> set[int]:
        """The numbers between these that match the words and carry the tag."""
        words: set[int] | None = None
        if self._terms.words:
            words = self._found(_WORDS, "rowid", self._terms.words, first, last)
            if self._terms.pieces:
                words |= self._found(_PIECES, "rowid", self._terms.pieces, first, last)
        if not self._tags:
            return words or set()
        tagged = self._tagged(first, last)
        return tagged if words is None else tagged & words

    def _tagged(self, first: int, last: int) -> set[int]:
        tagged: set[int] = set()
        for tag in self._tags:
            tagged |= self._found(_TAGGED, "recording_id", tag, first, last)
        return tagged

    def _sources(self) -> list[tuple[str, str, str]]:
        """Where its rows are found: by the words, or their pieces, or by any spelling of the tag."""
        if self._tags:
            return [(_TAGGED, "recording_id", tag) for tag in self._tags]
        words = [(_WORDS, "rowid", self._terms.words)]
        return [*words, (_PIECES, "rowid", self._terms.pieces)] if self._terms.pieces else words

    def _found(self, source: str, number: str, wanted: str, first: int, last: int) -> set[int]:
        """As one text: a hundred thousand rows that come one by one take twice as long."""
        limits = "" if (first, last) == _EVERYWHERE else f" AND {number} BETWEEN {first} AND {last}"
        select = f"SELECT group_concat({number}) FROM {source}{limits}"  # noqa: S608  # our own names, and numbers
        (found,) = self._connection.execute(select, (wanted,)).fetchone()
        return set(json.loads(f"[{found or ''}]"))
