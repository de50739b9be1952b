"""A real, small library in a temporary folder, and values for tests that need no library."""

from __future__ import annotations

import atexit
import hashlib
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Final
from uuid import uuid4

from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.domain.recordings import Origin, Recording, Status, SyncStatus
from vrp.backend.domain.requests import RecordingCreateRequest
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema
from vrp.backend.persistence.database import Database
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.services.library import LibraryService

NOON: Final = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def recording(id_: int, title: str = "", **values: object) -> Recording:
    """A recording as the library would return it; a higher ``id_`` is older."""
    uuid = f"{id_:032x}"
    known: dict[str, object] = {
        "id": id_,
        "uuid": uuid,
        "filename": f"{uuid}.wav",
        "stored_filename": f"{uuid}.wav",
        "title": title or f"Recording {id_:06d}",
        "artist": "",
        "notes": "",
        "tags": (),
        "duration": 60.0 + id_,
        "filesize_bytes": 1_000 * id_ + 1,
        "mime_type": "audio/wav",
        "checksum": "0" * 64,
        "codec": "pcm_s16le",
        "sample_rate": 48_000,
        "channels": 1,
        "origin": Origin.RECORDED,
        "status": Status.ACTIVE,
        "sync_status": SyncStatus.UNSYNCED,
        "last_synced_at": None,
        "recorded_at": NOON - timedelta(minutes=id_),
        "created_at": NOON,
        "modified_at": NOON,
        "deleted_at": None,
    }
    return Recording(**{**known, **values})  # type: ignore[arg-type]  # checked by the tests that use it


def recording_request(**values: object) -> RecordingCreateRequest:
    """A valid request; ``values`` replace what it says."""
    uuid = str(values.get("uuid") or uuid4().hex)
    known: dict[str, object] = {
        "uuid": uuid,
        "filename": f"{uuid}.wav",
        "stored_filename": f"{uuid}.wav",
        "title": "Recording",
        "duration": 60.0,
        "filesize_bytes": 5,
        "mime_type": "audio/wav",
        "checksum": "0" * 64,
        "codec": "pcm_s16le",
        "sample_rate": 48_000,
        "channels": 1,
        "origin": Origin.RECORDED,
        "recorded_at": NOON,
    }
    return RecordingCreateRequest.model_validate({**known, **values})


@dataclass(frozen=True, slots=True)
class OpenLibrary:
    paths: LibraryPaths
    database: Database
    library: LibraryService

    def add(self, titles: Sequence[str]) -> list[Recording]:
        """Rows with a small file each; the first is the newest."""
        requests = []
        for place, title in enumerate(titles):
            uuid = uuid4().hex
            audio = self.paths.audio_file(f"{uuid}.wav")
            audio.parent.mkdir(exist_ok=True)
            audio.write_bytes(sound := b"sound" + bytes(place))
            requests.append(
                recording_request(
                    uuid=uuid,
                    filename=f"{place}.wav",
                    title=title,
                    duration=60.0 + place,
                    filesize_bytes=5 + place,
                    checksum=hashlib.sha256(sound).hexdigest(),
                    recorded_at=NOON - timedelta(minutes=place),
                )
            )
        with self.database.get_db_session("add", write=True) as session:
            return RecordingRepository(session).add_all(requests, NOON)


@cache
def _template() -> LibraryPaths:
    """An empty library, made by the migrations once for all tests of this process."""
    folder = Path(tempfile.mkdtemp(prefix="vrp-library."))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    paths = LibraryPaths(folder / "library")
    schema.prepare(paths)
    return paths


def make_library(folder: Path) -> LibraryPaths:
    """An empty library with an identity of its own, as the program makes it, but in a tenth of the time."""
    paths, identity = LibraryPaths(folder), uuid4().hex
    shutil.copytree(_template().root, folder, dirs_exist_ok=True)
    schema.adopt_identity(schema.current_database(paths), identity)
    paths.identity.write_text(f"{identity}\n", encoding="ascii")
    return paths


@contextmanager
def new_library(folder: Path) -> Iterator[OpenLibrary]:
    paths = LibraryPaths(folder)
    schema.check_folder(paths)
    if not paths.current.exists():
        make_library(folder)
    database = Database(schema.prepare(paths))
    try:
        yield OpenLibrary(paths, database, LibraryService(database, paths))
    finally:
        database.close()


def sorted_anew(library: OpenLibrary, query: LibraryQuery) -> list[int]:
    """The numbers of all rows of a view by the repository's own statement, which knows no short cuts."""
    with library.database.get_db_session("test") as session:
        return [one.id for one in RecordingRepository(session).page(query, 0, -1).rows]
