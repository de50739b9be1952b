"""After a restore the side files are written anew from the rows; begun again at the next start where it was cut off."""

from __future__ import annotations

import contextlib
from pathlib import Path

from vrp.backend import files
from vrp.backend.errors import LibraryFault
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema
from vrp.backend.persistence.database import Address, Database
from vrp.backend.persistence.recordings import RecordingRepository
from vrp.backend.persistence.saved_searches import SavedSearchRepository
from vrp.backend.services import search_file, sidecars


def refresh_sidecars(paths: LibraryPaths) -> int:
    """Write those sidecars anew that do not say what the rows say, after a restore; how many. The lock must be held.

    The file of the saved searches too.

    Begun again at the next start where it was cut off.
    """
    with contextlib.suppress(LibraryFault, OSError):
        address = schema.current_database(paths)
        return write_stale_sidecars(paths, address, _stale_mark(address))
    return 0


def write_stale_sidecars(paths: LibraryPaths, address: Address, mark: Path) -> int:
    """As `refresh_sidecars`, where ``mark`` is there, which goes then. Raises `LibraryFault` and OSError."""
    if not mark.exists():
        return 0
    database, written = Database(address), 0
    try:
        with database.get_db_session("refresh_sidecars") as session:
            for recording in RecordingRepository(session).each():
                if sidecars.is_stale(paths.sidecar(recording.uuid), recording):
                    files.make_private_folder(paths.sidecar(recording.uuid).parent)
                    sidecars.save(paths, recording)
                    written += 1
            search_file.write(paths, SavedSearchRepository(session).all())
    finally:
        database.close()
    mark.unlink()
    return written


def _stale_mark(database: Path) -> Path:
    return database.parent / "sidecars.stale"


def mark_stale(database: Path) -> None:
    with files.translated(database):
        _stale_mark(database).touch(files.PRIVATE_FILE)
        files.fsync_folder(database.parent)
