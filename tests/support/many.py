"""A library of very many rows, made in minutes: by the driver itself, with a history that holds."""

from __future__ import annotations

import hashlib
import json
import random
import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Final

from tests.support.libraries import NOON
from vrp.backend.domain.audit import START, digest, row_state, seal
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema

WORDS: Final = ("interview", "lecture", "deposition", "song", "memo", "Löwe", "meeting", "chapter")
_BATCH: Final = 10_000


def make_many(folder: Path, rows: int, *, files: int = 200, file_bytes: int = 5_000_000) -> LibraryPaths:
    """``rows`` recordings that share the bytes of ``files`` different ones; only those have a file. Always the same."""
    chance = random.Random(rows)
    paths = LibraryPaths(folder)
    database = schema.prepare(paths)
    sounds = [chance.randbytes(file_bytes) for _ in range(files)]
    checksums = [hashlib.sha256(sound).hexdigest() for sound in sounds]
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute("PRAGMA synchronous=OFF")
    connection.execute("PRAGMA cache_size=-200000")
    previous = START
    for start in range(0, rows, _BATCH):
        recordings, entries = [], []
        for number in range(start, min(start + _BATCH, rows)):
            row = _row(number, f"{chance.getrandbits(128):032x}", checksums[number % files], file_bytes)
            entry, previous = _entry(number + 1, row, previous)
            entries.append(entry)
            recordings.append(_stored(row))
            if number < files:
                audio = paths.audio_file(str(row["stored_filename"]))
                audio.parent.mkdir(exist_ok=True)
                audio.write_bytes(sounds[number])
        connection.execute("BEGIN")
        _insert(connection, "recordings", recordings)
        _insert(connection, "audit_entries", entries)
        connection.execute("COMMIT")
    connection.close()
    return paths


def _row(number: int, uuid: str, checksum: str, size: int) -> dict[str, object]:
    title = f"{WORDS[number % 8]} {WORDS[number // 8 % 8]} {number}"
    return {
        "uuid": uuid, "filename": f"{title}.wav", "stored_filename": f"{uuid}.wav", "title": title, "artist": "",
        "notes": "", "tags": [], "duration": 60.0 + number % 100, "filesize_bytes": size, "mime_type": "audio/wav",
        "checksum": checksum, "codec": "pcm_s16le", "sample_rate": 48_000, "channels": 1, "origin": "imported",
        "status": "active", "recorded_at": NOON - timedelta(minutes=number), "created_at": NOON, "modified_at": NOON,
        "deleted_at": None,
    }  # fmt: skip


def _entry(seq: int, row: dict[str, object], previous: str) -> tuple[dict[str, object], str]:
    nonce, uuid = str(row["uuid"]), str(row["uuid"])
    details, state = json.dumps({"filename": row["filename"]}), row_state(row)
    content = digest(nonce, details, state)
    sealed = seal(previous, seq, NOON, uuid, "imported", content)
    return {
        "seq": seq, "at": _moment(NOON), "recording_uuid": uuid, "action": "imported", "nonce": nonce,
        "details": details, "state": state, "digest": content, "previous": previous, "hash": sealed,
    }, sealed  # fmt: skip


def _stored(row: dict[str, object]) -> dict[str, object]:
    times = {name: _moment(row[name]) for name in ("recorded_at", "created_at", "modified_at")}
    return {**row, **times, "tags": "[]", "title_key": row["title"], "sync_status": "unsynced", "last_synced_at": None}


def _moment(value: object) -> str:
    return str(value).removesuffix("+00:00") + ".000000"


def _insert(connection: sqlite3.Connection, table: str, rows: list[dict[str, object]]) -> None:
    names = ", ".join(rows[0])
    places = ", ".join(f":{name}" for name in rows[0])
    connection.executemany(f"INSERT INTO {table} ({names}) VALUES ({places})", rows)
