"""The engines and the sessions of one open library."""

from __future__ import annotations

import functools
import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import structlog
from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from vrp.backend.errors import InternalFault
from vrp.backend.persistence.faults import translate

__all__ = ["BUSY_SECONDS", "Database", "Session"]  # services take a Session and hand it on to the repositories

BUSY_SECONDS: Final = 5
_POOL_SECONDS: Final = 30
_JOURNAL_LIMIT: Final = 64 * 1024 * 1024

log = structlog.get_logger()


@dataclass(slots=True)
class _Transaction:
    """The one that is open on this thread; ``broken`` when a part of it failed, so that the rest must not be kept."""

    database: Database
    session: Session
    write: bool
    broken: bool = False


_open: Final[ContextVar[_Transaction | None]] = ContextVar("open_transaction", default=None)


class Database:
    """SQLite in WAL mode: readers that never wait, and one writer connection that begins with BEGIN IMMEDIATE.

    Deferred transactions that read and then write fail at once when another one wrote in between; IMMEDIATE ones wait.
    Readers are ``query_only``: a read can never become a write by mistake.
    """

    def __init__(self, path: Path, *, readers: int = 4) -> None:
        self.path = path
        self._reader = _engine(path, "BEGIN", ("PRAGMA query_only=ON",), pool_size=readers, max_overflow=2)
        self._writer = _engine(path, "BEGIN IMMEDIATE", _WRITER_PRAGMAS, pool_size=1, max_overflow=0)

    @contextmanager
    def get_db_session(self, operation: str, *, write: bool = False) -> Iterator[Session]:
        """A session that commits when the block ended well, rolls back otherwise, and always closes.

        Inside another block of this database on the same thread it is that block's session, and the outermost one
        commits all or nothing: also when a part failed and somebody caught the error. ``operation`` is a constant name
        for the log. Driver errors come out as `LibraryFault`; a write inside a read is an `InternalFault`.
        """
        outer = _open.get()
        if outer is not None and outer.database is self:
            yield from self._joined(outer, operation, write=write)
        else:
            yield from self._begun(operation, write=write)

    def in_transaction(self) -> bool:
        """Whether a block of `get_db_session` is open on this thread."""
        outer = _open.get()
        return outer is not None and outer.database is self

    def _joined(self, outer: _Transaction, operation: str, *, write: bool) -> Iterator[Session]:
        if write and not outer.write:
            raise InternalFault(reason=f"{operation} writes inside a read")
        try:
            yield outer.session
        except BaseException:
            outer.broken = True
            raise

    def _begun(self, operation: str, *, write: bool) -> Iterator[Session]:
        session = Session(self._writer if write else self._reader, expire_on_commit=False)
        transaction = _Transaction(self, session, write)
        token = _open.set(transaction)
        try:
            with session.begin():
                yield session
                if transaction.broken:
                    raise InternalFault(reason=f"{operation} goes on after a part of it failed")
        except SQLAlchemyError as error:
            fault = translate(error, self.path)
            log.warning("database_operation_failed", operation=operation, code=fault.code, error=type(error).__name__)
            raise fault from error
        finally:
            _open.reset(token)
            session.close()

    def close(self) -> None:
        """Checkpoint and let go of every connection."""
        self._reader.dispose()
        self._writer.dispose()


# trusted_schema stays on: without it SQLite before 3.44 refuses the triggers that feed the search index.
_COMMON_PRAGMAS: Final = ("PRAGMA foreign_keys=ON",)
# FULL: at a power cut NORMAL loses commits that were acknowledged.
_WRITER_PRAGMAS: Final = ("PRAGMA synchronous=FULL", f"PRAGMA journal_size_limit={_JOURNAL_LIMIT}")


def _engine(path: Path, begin: str, pragmas: tuple[str, ...], *, pool_size: int, max_overflow: int) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=max_overflow,
        pool_timeout=_POOL_SECONDS,
        hide_parameters=True,
        # Accents stay readable in the stored JSON, because the search index reads it.
        json_serializer=functools.partial(json.dumps, ensure_ascii=False),
        # The driver's own transactions break SAVEPOINT and the rollback of DDL; `begin` below does it instead.
        connect_args={"timeout": BUSY_SECONDS, "isolation_level": None, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def configure(connection: sqlite3.Connection, _record: Any) -> None:
        for pragma in (*_COMMON_PRAGMAS, *pragmas):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
