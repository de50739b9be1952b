"""What a server does for nobody any more ends there, at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import psycopg
import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy.engine import make_url

from tests.support.isolation import LogWatch
from tests.support.libraries import OpenLibrary, sorted_anew
from vrp.backend.domain.progress import cancelled_by
from vrp.backend.domain.queries import LibraryQuery, Page
from vrp.backend.errors import Cancelled, DatabaseFault
from vrp.backend.persistence.database import Database
from vrp.backend.services.library import LibraryService

SEARCH = LibraryQuery(search="interview")


@contextmanager
def kept_waiting(postgres_url: str, table: str) -> Iterator[psycopg.Connection]:
    """While the block runs, a statement that reads ``table`` does not end by itself."""
    with psycopg.connect(postgres_url) as holder, psycopg.connect(postgres_url, autocommit=True) as look:
        holder.execute(f"LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE".encode())
        yield look


def waiting(qtbot: QtBot, look: psycopg.Connection) -> int:
    """The server's process that waits for the table, as soon as there is one."""
    found: list[int] = []

    def is_one() -> bool:
        found[:] = [pid for (pid,) in look.execute("SELECT pid FROM pg_locks WHERE NOT granted")]
        return bool(found)

    qtbot.waitUntil(is_one, timeout=10_000)
    return found[0]


def page(library: LibraryService, query: LibraryQuery, cancel: threading.Event) -> Page:
    with cancelled_by(cancel):
        return library.page(query, 0, 20)


def test_a_search_that_nobody_waits_for_any_more_ends_when_a_newer_one_comes(
    server_library: OpenLibrary, postgres_url: str, qtbot: QtBot
) -> None:
    library, cancel = server_library.library, threading.Event()
    expected = sorted_anew(server_library, LibraryQuery())[:20]
    with ThreadPoolExecutor(1) as thread, kept_waiting(postgres_url, "recordings_search") as look:
        older = thread.submit(page, library, SEARCH, cancel)
        process = waiting(qtbot, look)
        cancel.set()
        newer = thread.submit(page, library, LibraryQuery(), threading.Event())
        with pytest.raises(Cancelled):
            older.result(10)
        assert [row.id for row in newer.result(10).rows] == expected
        assert look.execute("SELECT count(*) FROM pg_locks WHERE NOT granted").fetchone() == (0,)
        state = look.execute("SELECT state FROM pg_stat_activity WHERE pid = %s", [process]).fetchone()
        assert state == ("idle",)  # the same connection answered, and works on
    assert page(library, SEARCH, threading.Event()).rows


def test_looking_ahead_ends_in_the_midst_of_a_statement_too(
    server_library: OpenLibrary, postgres_url: str, qtbot: QtBot
) -> None:
    cancel = threading.Event()

    def prepare() -> None:
        with cancelled_by(cancel):
            server_library.library.prepare(LibraryQuery(), search=False)

    with ThreadPoolExecutor(1) as thread, kept_waiting(postgres_url, "recordings") as look:
        ahead = thread.submit(prepare)
        waiting(qtbot, look)
        cancel.set()
        with pytest.raises(Cancelled):
            ahead.result(10)


def test_a_statement_that_the_server_ends_by_itself_is_a_fault(
    server_library: OpenLibrary, postgres_url: str, logged: LogWatch
) -> None:
    hasty = Database(make_url(postgres_url).update_query_dict({"options": "-c statement_timeout=50"}))
    library = LibraryService(hasty, server_library.paths)
    with kept_waiting(postgres_url, "recordings_search"), pytest.raises(DatabaseFault, match="57014"):
        page(library, SEARCH, threading.Event())
    hasty.close()
    logged.expect("database_operation_failed")
