"""Driver errors become ours here, by their codes, never by their texts."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from vrp.backend.errors import (
    DatabaseBusy,
    DatabaseConflict,
    DatabaseConstraint,
    DatabaseFault,
    DatabaseUnreachable,
    DiskFull,
    LibraryDamaged,
    LibraryNotWritable,
    VrpError,
)
from vrp.backend.phrases import Phrase

_PRIMARY: Final = 0xFF  # the low byte of an extended result code


def translate(error: SQLAlchemyError | sqlite3.Error, place: Path | str) -> VrpError:
    """The fault that a driver's error means for the library at ``place``: its folder, or its server's address."""
    if isinstance(error, PoolTimeout):
        return DatabaseBusy(path=place)
    origin = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(origin, sqlite3.Error):
        return _of_sqlite(origin, place)
    if isinstance(error, DBAPIError):
        # psycopg gives no code where it never heard of the server, or nothing more.
        lost = error.connection_invalidated or type(origin).__name__ in ("OperationalError", "ConnectionTimeout")
        state = getattr(origin, "sqlstate", None) or ("08006" if lost else "")
        return _of_postgresql(state, place, type(origin).__name__)
    return DatabaseFault(path=place, reason=type(origin).__name__)


def _of_sqlite(error: sqlite3.Error, place: Path | str) -> VrpError:
    """By https://sqlite.org/rescode.html."""
    code = getattr(error, "sqlite_errorcode", None)
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    match code and code & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseBusy(path=place)
        case sqlite3.SQLITE_FULL:
            return DiskFull(path=place)
        case sqlite3.SQLITE_IOERR if code == sqlite3.SQLITE_IOERR_SHMSIZE:  # no room even for the index of its log
            return DiskFull(path=place)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return LibraryDamaged(path=place, reason=Phrase("its database cannot be read"))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return LibraryNotWritable(path=place, reason=name)
        case sqlite3.SQLITE_CONSTRAINT:
            return DatabaseConstraint(path=place, reason=name)
    return DatabaseFault(path=place, reason=name)


def _of_postgresql(state: str, place: Path | str, name: str) -> VrpError:
    """By the SQLSTATE, https://www.postgresql.org/docs/current/errcodes-appendix.html."""
    match state[:2], state:
        case _, "40001" | "40P01":
            return DatabaseConflict(path=place)
        case _, "55P03":
            return DatabaseBusy(path=place)
        case _, "53100":
            return DiskFull(path=place)
        case _, "25006" | "42501":
            return LibraryNotWritable(path=place, reason=state)
        case ("08", _) | (_, "53300" | "57P01" | "57P02" | "57P03" | "57P05"):
            return DatabaseUnreachable(path=place)
        case "23", _:
            return DatabaseConstraint(path=place, reason=state)
        case "XX", _:
            return LibraryDamaged(
                path=place, reason=Phrase("its database server reports an inner error ({state})", state=state)
            )
    return DatabaseFault(path=place, reason=state or name)
