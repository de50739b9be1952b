from __future__ import annotations

import sqlite3
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from vrp.backend import errors
from vrp.backend.errors import VrpError
from vrp.backend.persistence.faults import translate

PLACE = Path("library")


def _sqlite(code: int, name: str) -> DBAPIError:
    origin = sqlite3.OperationalError("some text")
    origin.sqlite_errorcode = code
    origin.sqlite_errorname = name
    return DBAPIError("SELECT 1", None, origin)


@pytest.mark.parametrize(
    ("code", "name", "fault"),
    [
        (sqlite3.SQLITE_BUSY, "SQLITE_BUSY", errors.DatabaseBusy),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "SQLITE_BUSY_SNAPSHOT", errors.DatabaseBusy),
        (sqlite3.SQLITE_LOCKED, "SQLITE_LOCKED", errors.DatabaseBusy),
        (sqlite3.SQLITE_FULL, "SQLITE_FULL", errors.DiskFull),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "SQLITE_IOERR_SHMSIZE", errors.DiskFull),
        (sqlite3.SQLITE_IOERR_READ, "SQLITE_IOERR_READ", errors.DatabaseFault),
        (sqlite3.SQLITE_CORRUPT, "SQLITE_CORRUPT", errors.LibraryDamaged),
        (sqlite3.SQLITE_NOTADB, "SQLITE_NOTADB", errors.LibraryDamaged),
        (sqlite3.SQLITE_READONLY, "SQLITE_READONLY", errors.LibraryNotWritable),
        (sqlite3.SQLITE_PERM, "SQLITE_PERM", errors.LibraryNotWritable),
        (sqlite3.SQLITE_CANTOPEN, "SQLITE_CANTOPEN", errors.LibraryNotWritable),
        (sqlite3.SQLITE_CONSTRAINT_UNIQUE, "SQLITE_CONSTRAINT_UNIQUE", errors.DatabaseConstraint),
        (sqlite3.SQLITE_ERROR, "SQLITE_ERROR", errors.DatabaseFault),
    ],
)
def test_a_code_of_sqlite_says_what_failed(code: int, name: str, fault: type[VrpError]) -> None:
    found = translate(_sqlite(code, name), PLACE)
    assert type(found) is fault
    assert found.params["path"] == PLACE
    assert found.params.get("reason") in (None, name, "its database cannot be read")


@pytest.mark.parametrize(
    ("error", "fault"),
    [
        (psycopg.errors.SerializationFailure(), errors.DatabaseConflict),
        (psycopg.errors.DeadlockDetected(), errors.DatabaseConflict),
        (psycopg.errors.LockNotAvailable(), errors.DatabaseBusy),
        (psycopg.errors.DiskFull(), errors.DiskFull),
        (psycopg.errors.ReadOnlySqlTransaction(), errors.LibraryNotWritable),
        (psycopg.errors.InsufficientPrivilege(), errors.LibraryNotWritable),
        (psycopg.errors.ConnectionFailure(), errors.DatabaseUnreachable),
        (psycopg.errors.TooManyConnections(), errors.DatabaseUnreachable),
        (psycopg.errors.AdminShutdown(), errors.DatabaseUnreachable),
        (psycopg.errors.CrashShutdown(), errors.DatabaseUnreachable),
        (psycopg.errors.CannotConnectNow(), errors.DatabaseUnreachable),
        (psycopg.errors.IdleSessionTimeout(), errors.DatabaseUnreachable),
        (psycopg.errors.UniqueViolation(), errors.DatabaseConstraint),
        (psycopg.errors.CheckViolation(), errors.DatabaseConstraint),
        (psycopg.errors.DataCorrupted(), errors.LibraryDamaged),
        (psycopg.errors.UndefinedTable(), errors.DatabaseFault),
        (psycopg.OperationalError("connection refused"), errors.DatabaseUnreachable),
        (psycopg.ProgrammingError("no code"), errors.DatabaseFault),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_a_state_of_postgresql_says_what_failed(error: psycopg.Error, fault: type[VrpError]) -> None:
    found = translate(DBAPIError("SELECT 1", None, error), "postgresql://server/library")
    assert type(found) is fault
    assert found.params["path"] == "postgresql://server/library"


def test_a_connection_that_broke_under_a_statement_is_an_unreachable_server() -> None:
    error = DBAPIError("SELECT 1", None, psycopg.InterfaceError("closed"), connection_invalidated=True)
    assert isinstance(translate(error, PLACE), errors.DatabaseUnreachable)


def test_what_comes_from_no_driver_keeps_its_name() -> None:
    assert isinstance(translate(PoolTimeout(), PLACE), errors.DatabaseBusy)
    found = translate(ArgumentError("secret"), PLACE)
    assert isinstance(found, errors.DatabaseFault)
    assert found.params["reason"] == "ArgumentError"
