"""Statements on a server that end as soon as nobody waits for their answer any more."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, cast

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from vrp.backend.domain import progress
from vrp.backend.errors import Cancelled

if TYPE_CHECKING:
    import psycopg

_LOOK_S: Final = 0.02
_CANCEL_S: Final = 5
_QUERY_CANCELED: Final = "57014"


@contextlib.contextmanager
def interruptible(session: Session) -> Iterator[None]:
    """While the block runs, a cancelled job ends what the server is doing for ``session``, with `Cancelled`.

    The connection can be used afterwards: the server is told to end the statement, not the session.
    """
    asked = progress.cancel_asked()
    if asked is None:
        yield
        return
    connection = cast("psycopg.Connection", session.connection().connection.driver_connection)
    over = threading.Event()
    watcher = threading.Thread(target=_watch, args=(connection, asked, over), name="interrupt", daemon=True)
    watcher.start()
    try:
        yield
    except DBAPIError as error:
        if asked.is_set() and getattr(error.orig, "sqlstate", "") == _QUERY_CANCELED:
            raise Cancelled from error
        raise
    finally:
        over.set()
        watcher.join()  # what it asks for must not reach the next statement of this connection


def _watch(connection: psycopg.Connection, asked: threading.Event, over: threading.Event) -> None:
    import psycopg  # only where a server is used

    while not over.wait(_LOOK_S):
        if asked.is_set():  # again and again: it may come between two statements
            with contextlib.suppress(psycopg.Error):  # the statement then ends by itself
                connection.cancel_safe(timeout=_CANCEL_S)
