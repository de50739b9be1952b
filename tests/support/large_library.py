"""A library of up to a million rows, made in a minute, the same each time; it has no sound and no history.

The rows go in without triggers and indexes, which are made afterwards: what comes out is what the program would have.
"""

from __future__ import annotations

import contextlib
import json
import random
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

from vrp.backend.domain.searching import sort_key, tags_key
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import counting, schema
from vrp.backend.persistence.database import Database

COMMON_WORD: Final = "interview"  # in the titles of nine rows of a hundred
_SEED: Final = 20_261_124
_FIRST: Final = datetime(2016, 1, 1, tzinfo=UTC)
_SYLLABLES: Final = ("ba", "cor", "di", "fel", "gra", "hum", "il", "jo", "ka", "lö", "mer", "no", "pu", "qui", "ra",
                     "sé", "to", "u", "ver", "wal", "xe", "y", "zin")  # fmt: skip
_ORIGINS: Final = ("imported",) * 70 + ("recorded",) * 29 + ("recovered",)
_CODECS: Final = ("pcm_s16le", "flac", "mp3", "opus", "aac")
_COLUMNS: Final = (
    "id", "uuid", "filename", "stored_filename", "title", "title_key", "artist", "notes", "tags", "duration",
    "filesize_bytes", "mime_type", "checksum", "codec", "sample_rate", "channels", "origin", "status", "sync_status",
    "recorded_at", "created_at", "modified_at", "deleted_at", "favourite", "tags_key",
)  # fmt: skip


def large_library(folder: Path, rows: int) -> LibraryPaths:
    """Make it, or use the one that is there."""
    paths = LibraryPaths(folder)
    done = folder / "cache" / f"{rows}.rows"
    if done.exists():
        schema.prepare(paths)  # it may be of an older version
        return paths
    database = schema.prepare(paths)
    with contextlib.closing(sqlite3.connect(database)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        later = connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE tbl_name = 'recordings' AND sql IS NOT NULL "
            "AND type IN ('trigger', 'index')"
        ).fetchall()
        for kind, name, _sql in later:
            connection.execute(f"DROP {kind} {name}")
        marks = ", ".join("?" * len(_COLUMNS))
        connection.executemany(
            f"INSERT INTO recordings ({', '.join(_COLUMNS)}) VALUES ({marks})", _rows(rows)
        )  # our own names
        for index in ("recordings_words", "recordings_pieces"):
            connection.execute(f"INSERT INTO {index}({index}) VALUES ('rebuild')")  # our own names
        for _kind, _name, sql in sorted(later):
            connection.execute(sql)
        connection.commit()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    opened = Database(database)
    with opened.get_db_session("recount", write=True) as session:
        counting.recount(session)
    opened.close()
    done.touch()
    return paths


def _rows(count: int) -> Iterator[tuple[object, ...]]:
    chance = random.Random(_SEED)
    words = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(20_000)]
    weights = [1 / (rank + 10) for rank in range(len(words))]
    pool = chance.choices(words, weights, k=1_000_003)
    tags = [f"tag {number}" for number in range(30)] + ["thesis", "Löwe"]
    place = 0
    for id_ in range(1, count + 1):
        place = (place + 29) % (len(pool) - 40)
        title = f"{pool[place]} {pool[place + 1]} {id_ % 9973}"
        if chance.random() < 0.09:
            title = f"{COMMON_WORD.title()} {title}"
        came = (_FIRST + timedelta(minutes=5 * id_)).replace(tzinfo=None).isoformat(" ", timespec="microseconds")
        moved = timedelta(minutes=5 * id_ - chance.randrange(20_000))
        recorded = (_FIRST + moved).replace(tzinfo=None).isoformat(" ", timespec="microseconds")
        trash = chance.random() < 0.01
        uuid = f"{chance.getrandbits(128):032x}"
        tagged = chance.sample(tags, chance.choice((0, 0, 1, 2)))
        yield (
            id_, uuid, f"{pool[place + 2]}-{id_}.wav", f"{uuid}.wav", title, sort_key(title), "",
            " ".join(pool[place + 3 : place + 23]) if id_ % 3 == 0 else "",
            json.dumps(tagged, ensure_ascii=False),
            round(chance.uniform(1, 7200), 3), chance.randrange(20_000, 200_000_000), "audio/wav",
            f"{chance.getrandbits(256):064x}", chance.choice(_CODECS), 48_000, 1, chance.choice(_ORIGINS),
            "deleted" if trash else "active", "unsynced", recorded, came, came, came if trash else None,
            chance.random() < 0.02, tags_key(tagged),
        )  # fmt: skip
