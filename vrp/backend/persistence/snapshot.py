"""An SQLite database as something to be backed up, and copies of it, looked at without the program's tables.

They are read by the standard library's driver: a copy may be of an older revision than the program's tables.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol, Self

from vrp.backend.errors import LibraryDamaged
from vrp.backend.persistence import soundness
from vrp.backend.persistence.copying import bring_log_in, connect, copy_ours
from vrp.backend.persistence.faults import translate
from vrp.backend.phrases import Phrase


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

        Taken before the copy, so that a change in between makes the next backup look again; with the log brought in,
        because the copy does that too. Not by opening the files: closing them would drop the locks that SQLite holds in
        this process.
        """
        bring_log_in(self.address)
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
        copy_ours(self.address, target)
        with DatabaseReader(target) as reader:
            yield reader


class DatabaseReader:
    """A database opened for reading: a copy that nobody writes to, or a ``live`` one. Raises `LibraryFault`."""

    def __init__(self, path: Path, *, live: bool = False) -> None:
        self._path = path
        with self._faults():
            self._connection: Asked = connect(path, immutable=not live)

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
        """What SQLite's whole test finds wrong. Raises `Cancelled` where it is."""
        return soundness.findings(self._path)

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

    def erased(self, known: int = 0, seal: str = "") -> set[str]:
        """The identifiers of the recordings that were erased for good.

        Not those of the first ``known`` entries of the history, where these are the very ones that ``seal`` ends: each
        hash seals all entries before it.
        """
        if self.facts().revision < "0002":
            return set()
        with self._faults():
            same = known and self._value("SELECT hash FROM audit_entries WHERE seq = ?", (known,)) == seal
            query = "SELECT recording_uuid FROM audit_entries WHERE action = 'erased' AND seq > ?"
            return {str(row[0]) for row in self._connection.execute(query, (known if same else 0,))}

    def _count(self, table: str) -> int:
        return int(str(self._value(f"SELECT count(*) FROM {table}")))  # noqa: S608  # our own names

    def _value(self, query: str, values: tuple[object, ...] = ()) -> object:
        row = self._connection.execute(query, values).fetchone()
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
