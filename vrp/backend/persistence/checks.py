"""What can be asked of a database about its own health, and the two repairs that it offers."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from vrp.backend.persistence.database import BUSY_SECONDS, Database
from vrp.backend.persistence.tables import RecordingRow

_INDEXES: Final = ("recordings_words", "recordings_pieces")
_TOLD: Final = 10


def revision(session: Session) -> str:
    return str(session.scalar(text("SELECT version_num FROM alembic_version")))


def identity(session: Session) -> str:
    """Which library this is."""
    return str(session.scalar(text("SELECT id FROM library")))


def integrity(session: Session, *, deep: bool) -> list[str]:
    """What SQLite finds wrong with its file, at most ten things; ``deep`` also holds the indexes against the tables.

    A server watches over its own files: there the list is always empty.
    """
    if not _on_sqlite(session):
        return []
    pragma = f"PRAGMA {'integrity_check' if deep else 'quick_check'}({_TOLD})"
    return [found for found in session.scalars(text(pragma)) if found != "ok"]


def foreign_keys(session: Session) -> int:
    """How many rows name another one that is not there."""
    return len(session.execute(text("PRAGMA foreign_key_check")).all()) if _on_sqlite(session) else 0


def wal_bytes(database: Database) -> int:
    """The size of SQLite's write-ahead log; 0 without one."""
    wal = Path(f"{database.place}-wal")
    return wal.stat().st_size if wal.is_file() else 0


def checkpoint(database: Database) -> None:
    """Bring what stands in the write-ahead log into the database's file, and empty the log."""
    if isinstance(database.address, Path):
        with closing(sqlite3.connect(database.address, timeout=BUSY_SECONDS)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def forget_deleted(database: Database) -> None:
    """Leave nothing of removed rows in free pages, in the search or in the write-ahead log."""
    if not isinstance(database.address, Path):
        return  # a server clears its pages by itself
    with closing(sqlite3.connect(database.address, timeout=BUSY_SECONDS, isolation_level=None)) as connection:
        for index in _INDEXES:
            connection.execute(f"INSERT INTO {index}({index}) VALUES ('optimize')")  # noqa: S608  # our own names
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def oldest(session: Session) -> datetime | None:
    """When the first of the recordings came in that are there."""
    return session.scalar(select(func.min(RecordingRow.created_at)))


def newest(session: Session) -> datetime | None:
    """When the last recording came in."""
    return session.scalar(select(func.max(RecordingRow.created_at)))


def search_is_in_step(session: Session, *, deep: bool) -> bool:
    """Whether the search knows each recording; ``deep`` (in a write session) compares its words as well."""
    rows = session.scalar(select(func.count()).select_from(RecordingRow))
    if not _on_sqlite(session):
        return bool(session.scalar(text("SELECT count(*) FROM recordings_search")) == rows)
    for index in _INDEXES:
        if session.scalar(text(f"SELECT count(*) FROM {index}_docsize")) != rows:  # noqa: S608  # our own names
            return False
        if deep:
            try:
                session.execute(text(f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"))  # noqa: S608
            except DatabaseError:  # that is how FTS5 says no
                return False
    return True


def rebuild_search(session: Session) -> None:
    """Make the search anew from the rows."""
    if not _on_sqlite(session):
        session.execute(text("UPDATE recordings SET title = title"))  # the trigger does the rest
        return
    for index in _INDEXES:
        session.execute(text(f"INSERT INTO {index}({index}) VALUES ('rebuild')"))  # noqa: S608  # our own names


def _on_sqlite(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"
