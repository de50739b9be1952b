"""Imports the library of the predecessor, Voice Recorder Pro v2: `db/app.db`, and sound under `recordings/`.

Its folder is only read. Everything of its table of recordings is kept that has a place here; its jobs are not.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

from vrp.backend import files
from vrp.backend.domain.recordings import Past, Status
from vrp.backend.errors import LegacyUnreadable, LibraryFault
from vrp.backend.persistence import copying
from vrp.backend.phrases import Phrase

_STORED: Final = re.compile(r"[0-9A-Fa-f-]{32,36}\.[A-Za-z0-9]{1,8}")
_FOLDERS: Final = ("raw", "edited")
_COLUMNS: Final = ("filename", "stored_filename", "title", "checksum", "status", "created_at", "modified_at")
_EARLIEST: Final = datetime(1970, 1, 2, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class LegacyRecording:
    """A row of the predecessor; ``path`` is None where its file is not there or its name cannot be one."""

    filename: str
    title: str
    path: Path | None
    past: Past


def read(folder: Path, scratch: Path, now: datetime) -> Iterator[LegacyRecording]:
    """The recordings of the predecessor's library in ``folder``. Its database is copied to ``scratch`` and read there.

    Raises `LegacyUnreadable`.
    """
    database = next((one for one in (folder / "db" / "app.db", folder / "app.db") if one.is_file()), None)
    if database is None:
        raise LegacyUnreadable(path=folder, reason=Phrase("there is no file db/app.db in it"))
    place = scratch / f"{uuid4().hex}.legacy"
    files.make_private_folder(place)
    try:
        copy = place / "app.db"
        try:
            copying.copy(database, copy)
        except LibraryFault as fault:
            raise LegacyUnreadable(path=folder, reason=Phrase("its database cannot be read")) from fault
        with contextlib.closing(sqlite3.connect(copy)) as connection:
            connection.row_factory = sqlite3.Row
            try:
                rows = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM recordings ORDER BY id")  # noqa: S608  # our own names
                yield from (_recording(folder, row, now) for row in rows)
            except sqlite3.Error as error:
                raise LegacyUnreadable(path=folder, reason=Phrase("it has no table of recordings")) from error
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _recording(folder: Path, row: sqlite3.Row, now: datetime) -> LegacyRecording:
    created = _moment(row["created_at"], now)
    modified = max(_moment(row["modified_at"], created), created)
    status = Status(row["status"]) if row["status"] in set(Status) else Status.ACTIVE
    name = str(row["filename"] or "")
    return LegacyRecording(
        filename=Path(name.replace("\\", "/")).name or "recording",
        title=str(row["title"] or ""),
        path=_find(folder, str(row["stored_filename"] or "")),
        past=Past(created, modified, status, modified if status is Status.DELETED else None),
    )


def _find(folder: Path, stored: str) -> Path | None:
    """Names from the database never lead out of its folders."""
    if _STORED.fullmatch(stored) is None:
        return None
    places = [folder / "recordings" / one / stored for one in _FOLDERS]
    return next((one for one in places if one.is_file() and not one.is_symlink()), None)


def _moment(value: object, otherwise: datetime) -> datetime:
    """SQLAlchemy wrote times as text without a zone, in UTC."""
    with contextlib.suppress(ValueError, TypeError, OverflowError):
        moment = datetime.fromisoformat(str(value))
        aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        if _EARLIEST < aware <= datetime.now(UTC):
            return aware
    return otherwise
