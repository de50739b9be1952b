"""Copies of an SQLite database: made from a live one, and looked at without the program's tables.

They are read by the standard library's driver: a copy may be of an older revision than the program's tables.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol, Self
from urllib.parse import quote

from vrp.backend.domain.progress import cancel_asked, check
from vrp.backend.errors import LibraryDamaged
from vrp.backend.persistence.database import BUSY_SECONDS
from vrp.backend.persistence.faults import translate
from vrp.backend.phrases import Phrase

_CACHE_KIB: Final = 32 * 1024  # halves the time of copying a database of a million rows
_TEST_CACHE_KIB: Final = 88 * 1024  # of the largest table's test, which looks every row up in each of its indexes
_LARGEST: Final = "recordings"
_INSTRUCTIONS: Final = 10_000  # of SQLite, between two looks at whether the answer is still wanted
# A new file is nobody's yet: nothing has to be kept for a roll-back.
_NOBODYS_YET: Final = ("journal_mode=OFF", "synchronous=OFF", "locking_mode=EXCLUSIVE")


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """``library`` is empty before revision 0003, ``entries`` is 0 before 0002. ``last`` seals the history's end."""

    revision: str
    library: str
    recordings: int
    entries: int
    last: str


@dataclass(frozen=True, slots=True)
class AudioRow:
    """What a row says of its file."""

    stored_filename: str
    checksum: str
    filesize_bytes: int


def copy(source: Path, target: Path) -> None:
    """Copy a live database as it is at one moment into the new plain file ``target``; writers go on meanwhile.

    In one go: a copy in steps begins anew whenever somebody writes. Not yet durable. Raises `LibraryFault`.
    """
    try:
        with contextlib.closing(_connect(source)) as old, contextlib.closing(sqlite3.connect(target)) as new:
            for pragma in (
                "journal_mode=OFF",
                "synchronous=OFF",
                "locking_mode=EXCLUSIVE",
                f"cache_size=-{_CACHE_KIB}",
            ):
                new.execute(f"PRAGMA {pragma}")
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")  # without a log beside it the file is all there is
    except sqlite3.Error as error:
        raise translate(error, source.parent) from error


class Asked(Protocol):
    """What a reader needs of a driver; its queries name their values by question marks."""

    def execute(self, query: str, values: tuple[object, ...] = (), /) -> Any: ...

    def close(self) -> object: ...


class SqliteSource:
    """The database of a live library in a file, as something to be backed up."""

    kind: Final = "sqlite"

    def __init__(self, address: Path) -> None:
        self.address = address

    def live(self) -> DatabaseReader:
        return DatabaseReader(self.address, live=True)

    def state(self) -> str:
        """Tells the database as it is now from how it is after any change: its files, and the end of its history.

        Taken before the copy, so that a change in between makes the next backup look again. Not by opening the files:
        closing them would drop the locks that SQLite holds in this process.
        """
        parts: list[object] = []
        for path in (self.address, Path(f"{self.address}-wal")):
            with contextlib.suppress(FileNotFoundError):
                seen = path.stat()
                parts += [seen.st_ino, seen.st_size, seen.st_mtime_ns] if seen.st_size else []
        with self.live() as live:
            parts.append(live.last_entry())
        return hashlib.sha256(repr(parts).encode()).hexdigest()

    @contextlib.contextmanager
    def copied(self, target: Path, on_wait: Callable[[], None]) -> Iterator[DatabaseReader]:
        """Copy it as it is at one moment into the new file ``target``, and read that. Raises `LibraryFault`."""
        on_wait()
        copy(self.address, target)
        with DatabaseReader(target) as reader:
            yield reader


class DatabaseReader:
    """A database opened for reading: a copy that nobody writes to, or a ``live`` one. Raises `LibraryFault`."""

    def __init__(self, path: Path, *, live: bool = False) -> None:
        self._path = path
        with self._faults():
            self._connection: Asked = _connect(path, immutable=not live)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def facts(self) -> DatabaseFacts:
        with self._faults():
            revision = str(self._value("SELECT version_num FROM alembic_version"))
            recordings = self._count("recordings")
            entries, last, library = 0, "", ""
            if revision >= "0002":
                entries = self._count("audit_entries")
                last = str(self._value("SELECT hash FROM audit_entries ORDER BY seq DESC LIMIT 1") or "")
            if revision >= "0003":
                library = str(self._value("SELECT id FROM library"))
            return DatabaseFacts(revision, library, recordings, entries, last)

    def last_entry(self) -> str:
        """The hash of the newest entry of the history; empty without one, or before revision 0002."""
        with self._faults():
            if str(self._value("SELECT version_num FROM alembic_version")) < "0002":
                return ""
            return str(self._value("SELECT hash FROM audit_entries ORDER BY seq DESC LIMIT 1") or "")

    def check(self) -> list[str]:
        """What SQLite's whole test finds wrong, at most a hundred things. The largest table is tested beside the rest.

        The freelist, which only a test in one go looks at, holds nothing. Raises `Cancelled` where it is.
        """
        with self._faults():
            tables = [str(row[0]) for row in self._connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_stat%'")]  # fmt: skip
        found: list[str] = []
        errors: list[sqlite3.Error] = []
        cancel = cancel_asked()

        def test(names: list[str], cache_kib: int) -> None:
            try:
                with contextlib.closing(_connect(self._path, immutable=True, cache_kib=cache_kib)) as own:
                    if cancel is not None:
                        own.set_progress_handler(cancel.is_set, _INSTRUCTIONS)
                    for name in names:
                        quoted = name.replace('"', '""')
                        found.extend(str(row[0]) for row in own.execute(f'PRAGMA integrity_check("{quoted}")'))
            except sqlite3.Error as error:
                errors.append(error)

        beside = threading.Thread(target=test, name="check",
                                  args=([one for one in tables if one != _LARGEST], _CACHE_KIB // 4))  # fmt: skip
        beside.start()
        test([one for one in tables if one == _LARGEST], _TEST_CACHE_KIB)
        beside.join()
        check()
        with self._faults():
            if errors:
                raise errors[0]
            found.extend(f"{row[0]}: a row without its other" for row in
                         self._connection.execute("PRAGMA foreign_key_check"))  # fmt: skip
        return [one for one in found if one != "ok"]

    def checksums(self, prefix: str) -> Iterator[str]:
        """The different checksums of audio files that begin with two hex digits, in order."""
        query = "SELECT DISTINCT checksum FROM recordings WHERE checksum >= ? AND checksum < ? ORDER BY checksum"
        with self._faults():
            for row in self._connection.execute(query, (prefix, prefix + "g")):
                yield str(row[0])

    def with_checksum(self, checksum: str, after: int = 0) -> tuple[int, AudioRow] | None:
        """The first row, and its number, whose file has these bytes, of those that come ``after`` a number."""
        query = (
            "SELECT id, stored_filename, checksum, filesize_bytes FROM recordings WHERE checksum = ? AND id > ? "
            "ORDER BY id LIMIT 1"
        )
        with self._faults():
            row = self._connection.execute(query, (checksum, after)).fetchone()
        return None if row is None else (int(row[0]), AudioRow(*row[1:]))

    def audio_bytes(self) -> int:
        """What the files that are not in Recently Deleted have together."""
        with self._faults():
            return int(str(self._value("SELECT sum(filesize_bytes) FROM recordings WHERE deleted_at IS NULL") or 0))

    def audio(self) -> Iterator[AudioRow]:
        """What each row says of its file."""
        with self._faults():
            rows = self._connection.execute("SELECT stored_filename, checksum, filesize_bytes FROM recordings")
            for row in rows:
                yield AudioRow(*row)

    def knows(self, uuid: str) -> bool:
        """Whether there is a recording with this identifier."""
        with self._faults():
            return self._connection.execute("SELECT 1 FROM recordings WHERE uuid = ?", (uuid,)).fetchone() is not None

    def erased(self) -> set[str]:
        """The identifiers of the recordings that were erased for good."""
        if self.facts().revision < "0002":
            return set()
        with self._faults():
            rows = self._connection.execute("SELECT recording_uuid FROM audit_entries WHERE action = 'erased'")
            return {str(row[0]) for row in rows}

    def _count(self, table: str) -> int:
        return int(str(self._value(f"SELECT count(*) FROM {table}")))  # noqa: S608  # our own names

    def _value(self, query: str) -> object:
        row = self._connection.execute(query).fetchone()
        return row[0] if row else None

    @contextlib.contextmanager
    def _faults(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            raise translate(error, self._path.parent) from error
        except TypeError as error:
            raise LibraryDamaged(
                path=self._path.parent, reason=Phrase("its database is not one of this program")
            ) from error


def _connect(path: Path, *, immutable: bool = False, cache_kib: int = _CACHE_KIB) -> sqlite3.Connection:
    options = "mode=ro&immutable=1" if immutable else "mode=ro"
    uri = f"file:{quote(str(path))}?{options}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)
    connection.execute(f"PRAGMA cache_size=-{cache_kib}")
    return connection
