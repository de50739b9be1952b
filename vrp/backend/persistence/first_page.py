"""The first rows of a library by the standard library's SQLite alone: the window paints them before SQLAlchemy is in.

The answer is that of the repository for the same query; a test holds the two together.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from vrp.backend.domain.queries import CountedKind, LibraryCounts, Page, library_counts
from vrp.backend.domain.recordings import Origin, Recording, Status, SyncStatus

_FIELDS: Final = tuple(Recording.__slots__)
_MOMENTS: Final = ("last_synced_at", "recorded_at", "created_at", "modified_at", "deleted_at")
ROWS: Final = 100
_WAIT_SECONDS: Final = 0.2  # who writes longer than that is waited for behind the window, not before it


def read(database: Path, rows: int = ROWS) -> tuple[Page, LibraryCounts] | None:
    """The newest ``rows`` recordings, as the library's first view shows them, and what each of its places holds.

    None where that cannot be read: whoever opens the library says why.
    """
    address = f"file:{quote(os.fsencode(database))}?mode=ro"
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True, timeout=_WAIT_SECONDS)) as connection:
            connection.execute("BEGIN")
            counts = library_counts(
                CountedKind(tag, bool(trash), Origin(origin), bool(favourite), count, size)
                for tag, trash, origin, favourite, count, size in connection.execute(
                    "SELECT tag, trash, origin, favourite, recordings, bytes FROM library_counts"
                )
            )
            found = connection.execute(
                f"SELECT {', '.join(_FIELDS)} FROM recordings WHERE deleted_at IS NULL "  # noqa: S608  # our own names
                "ORDER BY recorded_at DESC, id DESC LIMIT ?",
                (rows,),
            )
            return Page(0, counts.all, tuple(_recording(row) for row in found)), counts
    except (sqlite3.Error, ValueError, TypeError):
        return None


def _recording(row: tuple[Any, ...]) -> Recording:
    values = dict(zip(_FIELDS, row, strict=True))
    values["tags"] = tuple(json.loads(values["tags"]))
    values["origin"] = Origin(values["origin"])
    values["favourite"] = bool(values["favourite"])
    values["status"] = Status(values["status"])
    values["sync_status"] = SyncStatus(values["sync_status"])
    for name in _MOMENTS:
        if values[name] is not None:
            values[name] = datetime.fromisoformat(values[name]).replace(tzinfo=UTC)
    return Recording(**values)
