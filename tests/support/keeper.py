"""One operation of those that keep a library, begun on a word: made to be killed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from vrp.app.opening import Opening, open_backend
from vrp.backend.audio.probe import AudioProbe
from vrp.backend.domain.retention import RetentionPolicy
from vrp.backend.locks import FileLock
from vrp.backend.logs.setup import LoggingConfig
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import schema
from vrp.backend.services import upgrade
from vrp.backend.services.backup import BackupService
from vrp.backend.services.places import default_folder
from vrp.backend.services.rebuilding import rebuild
from vrp.backend.services.restoring import restore, undo
from vrp.backend.store.folder import BackupStore


def _service(paths: LibraryPaths) -> BackupService:
    def later() -> datetime:  # so that the snapshots before are of another day
        return datetime.now(UTC) + timedelta(days=1)

    return BackupService(
        schema.current_database(paths), paths, default_folder(paths), RetentionPolicy(1, 0, 0), clock=later
    )


def _restore(paths: LibraryPaths) -> None:
    store = BackupStore(default_folder(paths))
    restore(store, store.snapshots()[0][0].name, paths, wait=5)


def _purge(paths: LibraryPaths) -> None:
    with open_backend(Opening(str(paths.root))) as backend:
        backend.library.purge([1, 2, 3])


def _erase(paths: LibraryPaths) -> None:
    with open_backend(Opening(str(paths.root))) as backend:
        backend.erasing.erase([1, 2, 3], BackupStore(default_folder(paths)))


def _rebuild(paths: LibraryPaths) -> None:
    probe = AudioProbe()
    rebuild(paths, probe)
    probe.close()


OPERATIONS: Final[dict[str, Callable[[LibraryPaths], object]]] = {
    "backup": lambda paths: _service(paths).create(),
    "restore": _restore,
    "undo": undo,
    "retention": lambda paths: _service(paths).cleanup_old_backups(),
    "migrate": lambda paths: upgrade.prepare(paths, default_folder(paths)),
    "purge": _purge,
    "rebuild": _rebuild,
    "erase": _erase,
}
OPENS_ITSELF: Final = ("purge", "erase")


def keep(said: Connection, library: Path, name: str) -> None:
    """Do what ``name`` says, once the other end has said anything."""
    LoggingConfig().install()
    paths = LibraryPaths(library)
    with FileLock(paths.lock) as lock:
        if name not in OPENS_ITSELF:
            assert lock.acquire(wait=5)
        said.send("ready")
        said.recv()
        OPERATIONS[name](paths)
        said.send("done")
