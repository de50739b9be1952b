"""SQLite's own test of a database file that nobody writes to: by the standard library's driver, on two cores."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from pathlib import Path
from typing import Final

from vrp.backend.domain.progress import cancel_asked, check
from vrp.backend.persistence.copying import connect
from vrp.backend.persistence.faults import translate

_LARGEST: Final = "recordings"
_CACHE_KIB: Final = 24 * 1024  # of the largest table's test, which looks every row up in each of its indexes
_INSTRUCTIONS: Final = 10_000  # of SQLite, between two looks at whether the answer is still wanted


def findings(database: Path, *, deep: bool = True, cancel: threading.Event | None = None) -> list[str]:
    """What SQLite finds wrong, at most a hundred things in a table; ``deep`` looks up each row in each index too.

    Ends when ``cancel`` is set. Raises `LibraryFault`, and `Cancelled` where the work on this thread is.
    """
    cancel = cancel or cancel_asked()
    found: list[str] = []
    errors: list[sqlite3.Error] = []

    def test(pragmas: list[str], **cache: int) -> None:
        try:
            with contextlib.closing(connect(database, immutable=True, **cache)) as own:
                if cancel is not None:
                    own.set_progress_handler(cancel.is_set, _INSTRUCTIONS)
                for pragma in pragmas:
                    found.extend(str(row[0]) for row in own.execute(pragma))
        except sqlite3.Error as error:
            errors.append(error)

    try:
        with contextlib.closing(connect(database, immutable=True)) as reader:
            first, rest = _by_table(reader) if deep else (["PRAGMA quick_check"], [])
            beside = threading.Thread(target=test, name="check", args=(rest,))
            beside.start()
            test(first, cache_kib=_CACHE_KIB)
            beside.join()
            check()
            if errors:
                raise errors[0]
            found.extend(f"{row[0]}: a row without its other" for row in reader.execute("PRAGMA foreign_key_check"))
    except sqlite3.DatabaseError as error:
        raise translate(error, database.parent) from error
    return [one for one in found if one != "ok"]


def _by_table(reader: sqlite3.Connection) -> tuple[list[str], list[str]]:
    """The tests of the largest table and of the rest, which together take half as long on two cores.

    What only a test in one go sees is a page that two tables hold: then the rows of one do not fit its indexes. The
    freelist holds nothing.
    """
    tables = [str(row[0]) for row in reader.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%'")]  # fmt: skip
    quoted = [name.replace('"', '""') for name in sorted(tables, key=lambda name: name != _LARGEST)]
    tests = [f'PRAGMA integrity_check("{name}")' for name in quoted]
    return tests[:1], tests[1:]
