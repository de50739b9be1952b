"""Where the commands around backups find the library and its backups, and the library's lock."""

from __future__ import annotations

import argparse
import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from vrp.app.opening import library_place, server_address
from vrp.backend import files
from vrp.backend.errors import LibraryInUse, RestoreRefused
from vrp.backend.locks import FileLock
from vrp.backend.paths import LibraryPaths
from vrp.backend.services.places import chosen_folder


@contextlib.contextmanager
def locked(library: LibraryPaths, options: argparse.Namespace) -> Iterator[None]:
    files.make_private_folder(library.root)
    files.make_private_folder(library.own)
    with FileLock(library.lock) as lock:
        if not lock.acquire(wait=options.wait):
            raise LibraryInUse(path=library.root, holder=lock.holder())
        yield


def refuse_elsewhere(library: LibraryPaths) -> None:
    if os.environ.get("VRP_DATABASE_URL") or os.environ.get("DATABASE_URL"):
        reason = "its database lies elsewhere (DATABASE_URL); a new folder can be restored to"
        raise RestoreRefused(path=library.root, reason=reason)


def backup_folder(options: argparse.Namespace) -> Path:
    """The backup folder: the command line, else that of the library, which need not be there any more."""
    if options.source:
        return Path(options.source).absolute()
    library, settings = library_place(options.library)
    return chosen_folder(library, settings.backup.folder)


def identity(options: argparse.Namespace) -> str | None:
    """Which library this is, where there is one: a backup folder may hold those of others."""
    from vrp.backend.persistence import schema

    if (server := server_address()) is not None:
        from vrp.backend.persistence import server_copies

        return server_copies.identity_of(server) or None
    library, _ = library_place(options.library)
    return schema.known_identity(library) or None
