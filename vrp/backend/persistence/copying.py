"""Copies of a live SQLite database, as it is at one moment; writers go on meanwhile.

They are made by the standard library's driver: a database may be of an older revision than the program's tables.
"""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import quote

from vrp.backend.persistence.database import BUSY_SECONDS
from vrp.backend.persistence.faults import translate

_CACHE_KIB: Final = 8 * 1024
_COPY_CACHE_KIB: Final = 32 * 1024  # halves the time of copying a database of a million rows page by page
# Somebody who reads may keep the log from being brought in: such reading is over in a moment.
_ATTEMPTS: Final = 20
_PAUSE_SECONDS: Final = 0.05
# A new file is nobody's yet: nothing has to be kept for a roll-back.
_NOBODYS_YET: Final = (
    "journal_mode=OFF",
    "synchronous=OFF",
    "locking_mode=EXCLUSIVE",
    f"cache_size=-{_COPY_CACHE_KIB}",
)


def copy(source: Path, target: Path) -> None:
    """Copy anybody's database, which is only read, into the new plain file ``target``. Not yet durable.

    In one go: a copy in steps begins anew whenever somebody writes. Raises `LibraryFault`.
    """
    try:
        with (
            contextlib.closing(connect(source, cache_kib=_COPY_CACHE_KIB)) as old,
            contextlib.closing(sqlite3.connect(target)) as new,
        ):
            for pragma in _NOBODYS_YET:
                new.execute(f"PRAGMA {pragma}")
            old.backup(new)
            _make_plain(new)
    except sqlite3.Error as error:
        raise translate(error, source.parent) from error


def copy_ours(source: Path, target: Path) -> None:
    """As `copy`, for a database of this program: with a fifth of the work where its log can be emptied before."""
    if not _copied_while_still(source, target):
        target.unlink(missing_ok=True)
        copy(source, target)


def bring_log_in(database: Path) -> None:
    """Bring what stands in the log of a database of ours into its file, as far as nobody needs it."""
    with contextlib.suppress(sqlite3.Error), contextlib.closing(_connect_to_write(database)) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)")


def connect(path: Path, *, immutable: bool = False, cache_kib: int = _CACHE_KIB) -> sqlite3.Connection:
    """A connection for reading; ``immutable`` for a file that nobody writes to. Raises `sqlite3.Error`."""
    options = "mode=ro&immutable=1" if immutable else "mode=ro"
    connection = sqlite3.connect(f"file:{quote(str(path))}?{options}", uri=True, timeout=BUSY_SECONDS)
    connection.execute(f"PRAGMA cache_size=-{cache_kib}")
    return connection


def _make_plain(connection: sqlite3.Connection) -> None:
    """Without a log beside it the file is all there is."""
    connection.execute("PRAGMA journal_mode=DELETE")


def _copied_while_still(source: Path, target: Path) -> bool:
    """Let the system copy the file, instead of page by page; whether that could be.

    By a program of its own: closing the file in this process would drop the locks that SQLite holds on it here.
    """
    try:
        with held_still(source) as still:
            if not still:
                return False
            subprocess.run(["cp", "--", source, target], check=True, capture_output=True)
        with contextlib.closing(sqlite3.connect(target)) as new:
            _make_plain(new)
    except (OSError, sqlite3.Error, subprocess.CalledProcessError):  # without such a program too; `copy` says why
        return False
    return True


@contextlib.contextmanager
def held_still(database: Path) -> Iterator[bool]:
    """Whether until the block ends the file is the database as it is now; what is written meanwhile waits in the log.

    While somebody reads who began when all of the log had been brought into the file, and so needs nothing but the
    file, nobody may change it: https://www.sqlite.org/walformat.html#wal_locks (WAL_READ_LOCK 0).
    """
    with contextlib.ExitStack() as held:
        try:
            writer, reader = (held.enter_context(contextlib.closing(_connect_to_write(database))) for _ in range(2))
            still = any(_begun_on_the_file_alone(writer, reader, pause) for pause in [0, *[_PAUSE_SECONDS] * _ATTEMPTS])
        except sqlite3.Error:  # it may only be read, or somebody writes for very long
            still = False
        yield still


def _begun_on_the_file_alone(writer: sqlite3.Connection, reader: sqlite3.Connection, pause: float) -> bool:
    time.sleep(pause)
    reader.execute("PRAGMA wal_checkpoint(PASSIVE)")  # the most of it, while others still may write
    writer.execute("BEGIN IMMEDIATE")
    try:
        _, frames, moved = reader.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
        if not 0 <= frames == moved:  # -1 without a log: then a reader would keep the writers out
            return False
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return True
    finally:
        writer.execute("ROLLBACK")


def _connect_to_write(database: Path) -> sqlite3.Connection:
    address = f"file:{quote(str(database))}?mode=rw"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
