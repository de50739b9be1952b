"""What can be learned of a database file without opening the library: by the standard library's SQLite, reading only.

Works beside a running window, and as far as the file goes where it is damaged: each function raises `sqlite3.Error`
or `OSError` where that is nowhere.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from vrp.backend.phrases import Phrase

_WAIT_SECONDS: Final = 2.0


@dataclass(frozen=True, slots=True)
class DatabaseFacts:
    """``size`` in bytes; ``version`` is SQLite's, ``revision`` that of the tables."""

    version: str
    revision: str
    journal: str
    size: int
    wal: int
    free_pages: int
    pages: int


@dataclass(frozen=True, slots=True)
class LibraryFacts:
    """``audio`` in bytes, ``seconds`` of sound; both without Recently Deleted as well as with."""

    recordings: int
    deleted: int
    audio: int
    seconds: float
    entries: int


@contextlib.contextmanager
def reading(database: Path) -> Iterator[sqlite3.Connection]:
    address = f"file:{quote(os.fsencode(database))}?mode=ro"
    with contextlib.closing(sqlite3.connect(address, uri=True, timeout=_WAIT_SECONDS)) as connection:
        yield connection


def database_facts(database: Path) -> DatabaseFacts:
    wal = Path(f"{database}-wal")
    with reading(database) as connection:

        def ask(question: str) -> Any:
            return connection.execute(question).fetchone()[0]

        return DatabaseFacts(
            version=sqlite3.sqlite_version,
            revision=str(ask("SELECT version_num FROM alembic_version")),
            journal=str(ask("PRAGMA journal_mode")),
            size=database.stat().st_size,
            wal=wal.stat().st_size if wal.is_file() else 0,
            free_pages=int(ask("PRAGMA freelist_count")),
            pages=int(ask("PRAGMA page_count")),
        )


def library_facts(database: Path) -> LibraryFacts:
    with reading(database) as connection:
        row = connection.execute(
            "SELECT count(*), count(deleted_at), coalesce(sum(filesize_bytes), 0), coalesce(sum(duration), 0), "
            "(SELECT count(*) FROM audit_entries) FROM recordings"
        ).fetchone()
    return LibraryFacts(*row)


def schema_sql(database: Path) -> str:
    """The statements that make the tables, and none of their rows."""
    with reading(database) as connection:
        found = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid")
        return ";\n".join(sql for (sql,) in found) + ";\n"


def private_words(database: Path) -> Iterator[tuple[str, str]]:
    """Every text that a person or a file brought into the library, with what it is: the history's former ones too."""
    with reading(database) as connection:
        rows = connection.execute("SELECT title, filename, artist, notes, tags FROM recordings")
        kinds = Phrase("a title"), Phrase("a file name"), Phrase("an artist"), Phrase("notes")
        for *told, tags in rows:
            yield from zip(kinds, told, strict=True)
            yield from ((Phrase("a tag"), tag) for tag in _list(tags))
        for (details,) in connection.execute("SELECT details FROM audit_entries WHERE details IS NOT NULL"):
            yield from ((Phrase("a former text"), text) for text in _texts(details))


def _list(text: str) -> list[str]:
    with contextlib.suppress(ValueError, TypeError):
        return [str(one) for one in json.loads(text)]
    return []


def _texts(details: str) -> Iterator[str]:
    """The strings in an entry of the history, however deep."""
    try:
        waiting = [json.loads(details)]
    except (ValueError, TypeError):
        return
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
