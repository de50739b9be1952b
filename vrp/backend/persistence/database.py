"""The engines and the sessions of one open library."""

from __future__ import annotations

import functools
import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import structlog
from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from vrp.backend.errors import DatabaseUnsupported, InternalFault
from vrp.backend.metrics import PerformanceMonitor
from vrp.backend.persistence.faults import translate
from vrp.backend.persistence.statements import SLOW_MS, watch
from vrp.backend.phrases import Phrase

# Services take a Session and hand it on to the repositories.
__all__ = ["BUSY_SECONDS", "Address", "Database", "Session"]

Address = Path | URL  # of an SQLite file, or of a database on a PostgreSQL server
BUSY_SECONDS: Final = 5
_POOL_SECONDS: Final = 30
_CONNECT_SECONDS: Final = 10
_RECYCLE_SECONDS: Final = 1800
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
    """The database of one library: an SQLite file, or a PostgreSQL server that several recorders share.

    SQLite is in WAL mode: readers never wait, and the one writer connection begins with BEGIN IMMEDIATE. Deferred
    transactions that read and then write fail at once when another one wrote in between; IMMEDIATE ones wait.
    On PostgreSQL readers see one snapshot, and writers are SERIALIZABLE and stand in line by locking the history, which
    each of them appends to. On both, a reader cannot write: a read never becomes a write by mistake.
    """

    def __init__(
        self,
        address: Path | URL,
        *,
        readers: int = 4,
        monitor: PerformanceMonitor | None = None,
        slow_ms: float = SLOW_MS,
    ) -> None:
        self.address = address
        self.monitor = monitor
        self.slow_ms = slow_ms  # can be changed at any time
        if isinstance(address, Path):
            self._reader = _sqlite(address, "BEGIN", ("PRAGMA query_only=ON",), pool_size=readers, max_overflow=2)
            self._writer = _sqlite(address, "BEGIN IMMEDIATE", _WRITER_PRAGMAS, pool_size=1, max_overflow=0)
            self._watch(self._reader, self._writer)
        else:
            engine = postgresql(address, pool_size=readers + 1, max_overflow=2)
            self._watch(engine)
            self._reader = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            self._writer = engine.execution_options(isolation_level="SERIALIZABLE")

    def _watch(self, *engines: Engine) -> None:
        if self.monitor is not None:
            for engine in engines:
                watch(engine, self.monitor, lambda: self.slow_ms)

    @property
    def place(self) -> Path | str:
        """The address as it may be shown: without its password."""
        return self.address if isinstance(self.address, Path) else shown(self.address)

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
        except BaseException:  # whatever it is, the outer block must not commit
            outer.broken = True
            raise

    def _begun(self, operation: str, *, write: bool) -> Iterator[Session]:
        session = Session(self._writer if write else self._reader, expire_on_commit=False)
        transaction = _Transaction(self, session, write)
        token = _open.set(transaction)
        begun = time.perf_counter()
        try:
            with structlog.contextvars.bound_contextvars(operation=operation), session.begin():
                if write and isinstance(self.address, URL):
                    session.execute(_STAND_IN_LINE)
                yield session
                if transaction.broken:
                    raise InternalFault(reason=f"{operation} goes on after a part of it failed")
        except SQLAlchemyError as error:
            fault = translate(error, self.place)
            log.warning("database_operation_failed", operation=operation, code=fault.code, error=type(error).__name__)
            raise fault from error
        finally:
            _open.reset(token)
            session.close()
            if self.monitor is not None:
                self.monitor.observe("operation", operation, time.perf_counter() - begun)

    def close(self) -> None:
        """Checkpoint and let go of every connection."""
        self._reader.dispose()
        self._writer.dispose()


# trusted_schema stays on: without it SQLite before 3.44 refuses the triggers that feed the search index.
_COMMON_PRAGMAS: Final = ("PRAGMA foreign_keys=ON",)
# FULL: at a power cut NORMAL loses commits that were acknowledged. MEMORY: what it takes to undo one statement, some
# 20 pages for a row with its indexes, is written to a file in /var/tmp otherwise, row after row.
_WRITER_PRAGMAS: Final = (
    "PRAGMA synchronous=FULL",
    "PRAGMA temp_store=MEMORY",
    f"PRAGMA journal_size_limit={_JOURNAL_LIMIT}",
)


# Before the first look at any row, so that the snapshot holds what those before it in the line have written.
_STAND_IN_LINE: Final = text("LOCK TABLE audit_entries IN SHARE ROW EXCLUSIVE MODE")


def shown(address: URL) -> str:
    """An address for people and logs: no password, no options."""
    return address.set(query={}).render_as_string(hide_password=True)


def postgresql(address: URL, *, pool_size: int, max_overflow: int) -> Engine:
    """An engine that looks at a connection before use and renews it now and then: servers and routers forget them.

    Raises `DatabaseUnsupported` where the driver is not installed.
    """
    try:
        return create_engine(
            address.set(drivername="postgresql+psycopg"),
            pool_size=pool_size,
            max_overflow=max_overflow,
            pool_timeout=_POOL_SECONDS,
            pool_pre_ping=True,
            pool_recycle=_RECYCLE_SECONDS,
            hide_parameters=True,
            json_serializer=functools.partial(json.dumps, ensure_ascii=False),
            connect_args={"connect_timeout": _CONNECT_SECONDS, "application_name": "vrp"},
        )
    except ImportError:
        reason = Phrase("psycopg is not installed; install it with pip install 'voice-recorder-pro[postgres]'")
        raise DatabaseUnsupported(path=shown(address), reason=reason) from None


def _sqlite(path: Path, begin: str, pragmas: tuple[str, ...], *, pool_size: int, max_overflow: int) -> Engine:
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
