"""The order of a view, as an index of its own has it."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Generic, Protocol, TypeVar

from vrp.backend.domain.queries import LibraryQuery, SortKey

STEP: Final = 10_000  # rows between two anchors: half a millisecond of an index
TOP: Final = 2_000  # rows of a view that are looked at together for a first page
_KEYS: Final = {SortKey.TITLE: "title_key", SortKey.TAGS: "tags_key", SortKey.RELEVANCE: "recorded_at"}
Place = tuple[Any, int]  # of a row in its order: the value that it is sorted by, and its id

Source = TypeVar("Source")  # what rows are read from
_Read_contra = TypeVar("_Read_contra", contravariant=True)


@dataclass(frozen=True, slots=True)
class Order:
    """``index`` holds the rows of the view in their order; ``where`` and ``values`` pick those of it that belong."""

    index: str
    where: str
    values: tuple[object, ...]
    key: str
    descending: bool

    @classmethod
    def of(cls, query: LibraryQuery) -> Order:
        key = _KEYS.get(query.order, str(query.order))
        where, values = ["deleted_at IS NOT NULL" if query.trash else "deleted_at IS NULL"], list[object]()
        place = "trash" if query.trash else "live"
        if query.origin is not None:
            where.append("origin = ?")
            values.append(str(query.origin))
            place = "origin" if place == "live" and key != "origin" else place
        if query.favourite:
            where.append("favourite = 1")
            place = "trash" if query.trash else "favourite"
        return cls(f"ix_recordings_{place}_{key}", " AND ".join(where), tuple(values), key, query.descending)

    def places(
        self, connection: sqlite3.Connection, limit: int, offset: int = 0, *, after: Place | None = None,
        backwards: bool = False,
    ) -> list[Place]:  # fmt: skip
        """``limit`` rows after leaving out ``offset``, from the top, from behind a row, or from the end upwards.

        The index is named, so that one that is missing is an error and never a scan. Behind a row means two ranges,
        those with its value and those beyond it: SQLite compares pairs by their first part only.
        """
        down = self.descending != backwards
        way, sign = ("DESC", "<") if down else ("ASC", ">")

        def read(what: str, condition: str, *values: object) -> list[Place]:
            select = f"SELECT {what} FROM recordings INDEXED BY {self.index} WHERE {self.where}{condition}"  # noqa: S608  # our own names
            return connection.execute(select, (*self.values, *values)).fetchall()

        place, range_ = f"{self.key}, id", f" ORDER BY {self.key} {way}, id {way} LIMIT ? OFFSET ?"
        if after is None:
            return read(place, range_, limit, offset)
        same = f" AND {self.key} = ? AND id {sign} ?"
        found = read(place, same + range_, *after, limit, offset)
        if len(found) < limit:
            left = 0 if found or not offset else offset - read("count(*)", same, *after)[0][0]
            found += read(place, f" AND {self.key} {sign} ?{range_}", after[0], limit - len(found), left)
        return found

    def top(self, connection: sqlite3.Connection) -> list[int]:
        return [id_ for _value, id_ in self.places(connection, TOP)]

    def ids(self, connection: sqlite3.Connection, also: str = "", values: Sequence[object] = ()) -> Iterator[int]:
        """The numbers of all rows in their order, read one by one; ``also`` a further condition."""
        way = "DESC" if self.descending else "ASC"
        statement = (
            f"SELECT id FROM recordings INDEXED BY {self.index} WHERE {self.where}{also} "  # noqa: S608  # our own names
            f"ORDER BY {self.key} {way}, id {way}"
        )
        return (id_ for (id_,) in connection.execute(statement, (*self.values, *values)))

    def sorted(self, connection: sqlite3.Connection, also: str, values: Sequence[object]) -> Iterator[int]:
        """Few rows that ``also`` finds, sorted."""
        way = "DESC" if self.descending else "ASC"
        statement = f"SELECT id FROM recordings WHERE {self.where}{also} ORDER BY {self.key} {way}, id {way}"  # noqa: S608  # our own names
        return (id_ for (id_,) in connection.execute(statement, (*self.values, *values)))


class Ordered(Protocol[_Read_contra]):
    """The rows of a view in their order, read from a file or from a server."""

    def places(
        self, source: _Read_contra, limit: int, offset: int = 0, /, *, after: Place | None = ..., backwards: bool = ...
    ) -> list[Place]: ...


@dataclass(slots=True)
class Anchors(Generic[Source]):
    """The places of rows in an order that were passed before, one for each `STEP` rows.

    A far way is gone from the nearer side, ``leap`` steps by one question, which notes its end only.
    """

    rows: list[int] = field(default_factory=lambda: [0])
    befores: list[Place | None] = field(default_factory=lambda: [None])  # the row before each of `rows`
    leap: int = 1
    at_end: bool = False  # there are no more
    _even: int = 0  # so many are near each other; behind them a leap may have left a gap

    @property
    def is_empty(self) -> bool:
        """Whether only the top is known, which has no row before it."""
        return len(self.rows) == 1

    def window(self, source: Source, order: Ordered[Source], total: int, offset: int, limit: int) -> list[int]:
        """The numbers of the rows ``offset`` to ``offset + limit``."""
        if offset >= total:
            return []
        if total <= offset + limit:  # the end is as near as the top
            found = order.places(source, total - offset, backwards=True)[::-1]
        else:
            row, before = self._reach(source, order, total, offset)
            found = order.places(source, limit, offset - row, after=before)
        return [id_ for _value, id_ in found]

    def _reach(self, source: Source, order: Ordered[Source], total: int, offset: int) -> tuple[int, Place | None]:
        """The last anchor at or before ``offset``, less than two steps away; those on the way there are noted."""
        at = bisect_right(self.rows, offset) - 1
        while (way := (offset - self.rows[at]) // STEP * STEP) and self._is_wide(at):
            end = self.rows[at + 1] if at + 1 < len(self.rows) else total
            back = (end - offset + STEP - 1) // STEP * STEP
            noted = self._note_back(source, order, at, end, back) if back < way else self._note(source, order, at, way)
            if not noted:
                break
            at += self.rows[at + 1] <= offset
        return self.rows[at], self.befores[at]

    def _is_wide(self, at: int) -> bool:
        """Whether there is no other anchor near behind this one: rows may have come in between."""
        return at == len(self.rows) - 1 or self.rows[at + 1] - self.rows[at] >= 2 * STEP

    def step(self, source: Source, order: Ordered[Source]) -> bool:
        """Note the next one; whether there is one."""
        while not self._is_wide(self._even):
            self._even += 1
        self.at_end = not self._note(source, order, self._even, STEP)
        return not self.at_end

    def _note(self, source: Source, order: Ordered[Source], at: int, way: int) -> bool:
        """Note a row so far behind an anchor, or nearer; whether there is one."""
        way = min(way, self.leap * STEP)
        found = order.places(source, 1, way - 1, after=self.befores[at])
        return self._put(at, self.rows[at] + way, found)

    def _note_back(self, source: Source, order: Ordered[Source], at: int, end: int, way: int) -> bool:
        """As `_note`, so far before the anchor after ``at``, or before the ``end`` of all."""
        way = min(way, self.leap * STEP)
        # From the row behind that anchor: the one before may be there no more.
        behind = order.places(source, 1, after=self.befores[at + 1]) if at + 1 < len(self.rows) else []
        found = order.places(source, 1, way, after=behind[0] if behind else None, backwards=True)
        return self._put(at, end - way, found)

    def _put(self, at: int, row: int, found: list[Place]) -> bool:
        if found:
            self.rows.insert(at + 1, row)
            self.befores.insert(at + 1, found[0])
        return bool(found)

    def shift(self, left: Sequence[Place], taken: Sequence[Place], *, descending: bool) -> None:
        """Rows ``left`` some places and have ``taken`` others: an anchor stays where it is, and has another number."""
        left, taken = sorted(left), sorted(taken)
        self._even, self.at_end = 0, False
        for at, before in enumerate(self.befores):
            if before is not None:
                self.rows[at] += _up_to(before, taken, descending) - _up_to(before, left, descending)


def _up_to(place: Place, places: Sequence[Place], descending: bool) -> int:
    """How many of the sorted ``places`` are not behind this one."""
    return len(places) - bisect_left(places, place) if descending else bisect_right(places, place)
