"""Pages of views, whatever the database: an SQLite file has its own quick way, a server is asked by the repository."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final, cast

from sqlalchemy.orm import Session

from vrp.backend.domain import progress
from vrp.backend.domain.queries import Around, LibraryQuery, Page
from vrp.backend.errors import Cancelled
from vrp.backend.persistence.database import Database
from vrp.backend.persistence.faults import translate
from vrp.backend.persistence.server_pages import ServerPages
from vrp.backend.persistence.views.pages import SqlitePages

_INSTRUCTIONS: Final = 100_000  # of SQLite between two looks whether the answer is still wanted: a millisecond


class LibraryPages:
    """Pages of one library; for several threads."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._sqlite = SqlitePages()
        self._server = ServerPages()

    def page(self, session: Session, query: LibraryQuery, offset: int, limit: int) -> Page:
        """``limit`` rows from ``offset`` on; all where it is negative. A cancelled job ends with `Cancelled`."""
        if session.get_bind().dialect.name != "sqlite" or limit < 0:
            return self._server.page(session, query, offset, limit)
        with self._interruptible(session) as connection:
            return self._sqlite.page(connection, query, offset, limit)

    def around(self, session: Session, query: LibraryQuery, ids: Sequence[int], limit: int) -> Around:
        """Where recordings are in a view, and the page about the first; on a server only its first page."""
        if session.get_bind().dialect.name != "sqlite":
            return Around(self._server.page(session, query, 0, limit), {}, complete=False)
        with self._interruptible(session) as connection:
            return self._sqlite.around(connection, query, ids, limit)

    def prepare(self, session: Session, query: LibraryQuery, *, search: bool) -> bool:
        """What makes the next pages of a view quick, or a ``search`` in it. A cancelled job ends with `Cancelled`.

        Whether there is more of it to do, in another session: on a server others change the library meanwhile.
        """
        if session.get_bind().dialect.name != "sqlite":
            return self._server.prepare(session, query)
        with self._interruptible(session) as connection:
            self._sqlite.prepare(connection, query, search=search)
        return False

    @contextmanager
    def _interruptible(self, session: Session) -> Iterator[sqlite3.Connection]:
        connection = cast("sqlite3.Connection", session.connection().connection.driver_connection)
        event = progress.cancel_asked()
        if event is not None:
            connection.set_progress_handler(event.is_set, _INSTRUCTIONS)
        try:
            yield connection
        except sqlite3.Error as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise Cancelled from error
            raise translate(error, self._database.place) from error
        finally:
            connection.set_progress_handler(None, 0)
