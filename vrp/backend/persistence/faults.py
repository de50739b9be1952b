"""Driver errors become ours here, by their codes, never by their texts."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from vrp.backend.errors import DatabaseBusy, DatabaseFault, DiskFull, LibraryDamaged, LibraryNotWritable, VrpError

_PRIMARY: Final = 0xFF  # the low byte of an extended result code


def translate(error: SQLAlchemyError | sqlite3.Error, path: Path) -> VrpError:
    """The fault that a driver's error means for the library at ``path``."""
    if isinstance(error, PoolTimeout):
        return DatabaseBusy(path=path)
    origin = error.orig if isinstance(error, DBAPIError) else error
    if not isinstance(origin, sqlite3.Error):
        return DatabaseFault(path=path, reason=type(origin).__name__)
    code = getattr(origin, "sqlite_errorcode", None)
    name = getattr(origin, "sqlite_errorname", type(origin).__name__)
    match code and code & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return DatabaseBusy(path=path)
        case sqlite3.SQLITE_FULL:
            return DiskFull(path=path)
        case sqlite3.SQLITE_IOERR if code == sqlite3.SQLITE_IOERR_SHMSIZE:  # no room even for the index of its log
            return DiskFull(path=path)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return LibraryDamaged(path=path, reason="its database cannot be read")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return LibraryNotWritable(path=path, reason=name)
    return DatabaseFault(path=path, reason=name)
