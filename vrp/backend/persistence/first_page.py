"""The first rows of a library by the standard library's SQLite alone: the window paints them before SQLAlchemy is in.

The answer is that of the library for the same query; a test holds the two together.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from pathlib import Path
from typing import Final
from urllib.parse import quote

from vrp.backend.domain.queries import LibraryCounts, LibraryQuery, Page
from vrp.backend.persistence.views import rows
from vrp.backend.persistence.views.pages import SqlitePages

ROWS: Final = 100
_WAIT_SECONDS: Final = 0.2  # who writes longer than that is waited for behind the window, not before it


def read(database: Path, limit: int = ROWS) -> tuple[Page, LibraryCounts] | None:
    """The newest ``limit`` recordings, as the library's first view shows them, and what each of its places holds.

    None where that cannot be read: whoever opens the library says why.
    """
    address = f"file:{quote(os.fsencode(database))}?mode=ro"
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True, timeout=_WAIT_SECONDS)) as connection:
            connection.execute("BEGIN")
            return SqlitePages().page(connection, LibraryQuery(), 0, limit), rows.counts(connection)
    except (sqlite3.Error, ValueError, TypeError, KeyError):
        return None
