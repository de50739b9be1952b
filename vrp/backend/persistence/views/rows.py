"""Rows of recordings, and the kept counts, as SQLite has them."""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import compress
from typing import Any, Final

from vrp.backend.domain import progress
from vrp.backend.domain.queries import CountedKind, LibraryCounts, LibraryQuery, library_counts
from vrp.backend.domain.recordings import Origin, Recording, Status, SyncStatus

FIELDS: Final = tuple(Recording.__slots__)
_SLICE: Final = 50_000  # numbers that are looked at in one go, which nothing can interrupt: two milliseconds
_BY_ID: Final = f"SELECT {', '.join(FIELDS)} FROM recordings WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608  # our own names
_MOMENTS: Final = tuple(
    map(FIELDS.index, ("last_synced_at", "recorded_at", "created_at", "modified_at", "deleted_at"))
)  # fmt: skip
_TAGS, _ORIGIN, _STATUS, _SYNC, _FAVOURITE = map(
    FIELDS.index, ("tags", "origin", "status", "sync_status", "favourite")
)  # fmt: skip
_ORIGINS: Final = {str(one): one for one in Origin}
_STATES: Final = {str(one): one for one in Status}
_SYNCS: Final = {str(one): one for one in SyncStatus}


def recordings(connection: sqlite3.Connection, ids: Sequence[int]) -> tuple[Recording, ...]:
    """Those with these numbers, in this order; all are there, for they were read in the same transaction."""
    found = {one.id: one for one in map(_recording, connection.execute(_BY_ID, (json.dumps(list(ids)),)))}
    return tuple(found[id_] for id_ in ids)


def _recording(row: Sequence[Any]) -> Recording:
    """As the repository returns it."""
    values = list(row)
    values[_TAGS] = tuple(json.loads(values[_TAGS])) if values[_TAGS] != "[]" else ()
    values[_ORIGIN] = _ORIGINS[values[_ORIGIN]]
    values[_STATUS] = _STATES[values[_STATUS]]
    values[_SYNC] = _SYNCS[values[_SYNC]]
    values[_FAVOURITE] = bool(values[_FAVOURITE])
    for place in _MOMENTS:
        if values[place] is not None:
            values[place] = datetime.fromisoformat(values[place]).replace(tzinfo=UTC)
    return Recording(*values)


def counts(connection: sqlite3.Connection) -> LibraryCounts:
    """What each place of the library holds."""
    kept = connection.execute("SELECT tag, trash, origin, favourite, recordings, bytes FROM library_counts")
    return library_counts(
        CountedKind(tag, bool(trash), _ORIGINS[origin], bool(favourite), count, size)
        for tag, trash, origin, favourite, count, size in kept
    )


def kept_total(connection: sqlite3.Connection, query: LibraryQuery, tags: Sequence[str] = ()) -> int:
    """How many recordings a query without a search matches; ``tags``: the spellings of its tag."""
    statement = (
        "SELECT coalesce(sum(recordings), 0) FROM library_counts "
        "WHERE tag IN (SELECT value FROM json_each(?)) AND trash = ? AND (? OR origin = ?) AND favourite >= ?"
    )
    values = (json.dumps(tags or [""]), query.trash, query.origin is None, query.origin, query.favourite)
    return int(connection.execute(statement, values).fetchone()[0])


def spellings(connection: sqlite3.Connection, tag: str) -> tuple[str, ...]:
    """How a tag is written in this library, in upper or lower case; one that nobody has comes back as it is."""
    wanted = tag.casefold()
    known = connection.execute("SELECT DISTINCT tag FROM library_counts WHERE tag <> ''")
    return tuple(one for (one,) in known if one.casefold() == wanted) or (tag,)


def places_of(ids: array[int], wanted: set[int]) -> dict[int, int]:
    """At which places of ``ids`` the wanted ones are, as far as they are there."""
    found: dict[int, int] = {}
    for start in range(0, len(ids), _SLICE):
        progress.check()
        part = ids[start : start + _SLICE]
        places = compress(range(start, start + len(part)), map(wanted.__contains__, part))
        found.update((ids[place], place) for place in places)
    return found


def position(connection: sqlite3.Connection) -> int:
    """The number of the last entry of the history: it grows with every change, whoever made it."""
    last = connection.execute("SELECT seq FROM audit_entries ORDER BY seq DESC LIMIT 1").fetchone()
    return 0 if last is None else int(last[0])
