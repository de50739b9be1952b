"""`vrp restore`: the whole library, single recordings, and back again."""

from __future__ import annotations

import argparse
import os
from typing import TYPE_CHECKING

from vrp import cli
from vrp.app.opening import Opening, library_place, open_backend, server_address, tidy
from vrp.backend.domain.reasons import Reason
from vrp.backend.errors import (
    RestoreRefused,
    SnapshotUnknown,
    VrpError,
)
from vrp.backend.paths import LibraryPaths
from vrp.cli.terminal import output, progress_line, say

if TYPE_CHECKING:
    from vrp.backend.store.folder import BackupStore


from vrp.cli.places import backup_folder, identity, locked, refuse_elsewhere


def restore(options: argparse.Namespace) -> int:
    library, _ = library_place(options.into or options.library)
    if options.undo:
        return _undo(library, options)
    if options.only:
        return _restore_recordings(options)
    from vrp.backend.services import restoring
    from vrp.backend.store.folder import BackupStore

    store = BackupStore(backup_folder(options))
    name = _snapshot(store, options)
    server = server_address()
    if options.into is None:
        if server is None:
            refuse_elsewhere(library)
        _back_up_before(options)
    fresh = not library.root.exists()
    with locked(library, options), progress_line(options) as progress:
        if server is not None:
            from vrp.backend.services import server_restoring

            report = server_restoring.restore(store, name, library, server, wait=options.wait, progress=progress)
        else:
            report = restoring.restore(
                store, name, library, new_folder=options.into is not None, wait=options.wait, progress=progress
            )
    document = {
        "snapshot": report.snapshot,
        "library": os.fspath(report.library),
        "recordings": report.recordings,
        "files_restored": report.brought,
        "files_kept": report.kept,
        "files_lost": report.lost,
        "erased": report.erased,
    }
    output(options, document, [f"{report.recordings:,} recordings restored to {report.library}."])
    if report.lost:
        say(f"{len(report.lost):,} files are neither in the backup nor in the library. Run `vrp verify`.")
    if not fresh and options.into is None:
        say("The library as it was is kept for thirty days: `vrp restore --undo` goes back to it.")
    return cli.SOME_REFUSED if report.lost else cli.DONE


def _restore_recordings(options: argparse.Namespace) -> int:
    from vrp.backend.store.folder import BackupStore

    store = BackupStore(backup_folder(options))
    name = _snapshot(store, options)
    with open_backend(Opening(options.into or options.library, options.wait)) as backend:
        tidy(backend)
        with progress_line(options) as progress:
            report = backend.restoring.restore(store, name, options.only, wait=options.wait, progress=progress)
    document = {
        "snapshot": name,
        "restored": [{"id": one.id, "uuid": one.uuid, "title": one.title} for one in report.restored],
        "present": [{"id": one.id, "uuid": one.uuid, "title": one.title} for one in report.present],
    }
    output(options, document, (f"{one.id:>6}  {one.title}" for one in (*report.restored, *report.present)))
    say(f"{len(report.restored)} restored, {len(report.present)} were there.")
    return cli.DONE


def _undo(library: LibraryPaths, options: argparse.Namespace) -> int:
    from vrp.backend.services import restoring

    server = server_address()
    if server is None:
        refuse_elsewhere(library)
    with locked(library, options):
        if server is None:
            restoring.undo(library)
        else:
            from vrp.backend.services import server_restoring

            server_restoring.undo(library, server)
    output(options, {"library": os.fspath(library.root)}, [f"{library.root} is as it was before the restore."])
    return cli.DONE


def _snapshot(store: BackupStore, options: argparse.Namespace) -> str:
    if options.snapshot:
        return str(options.snapshot)
    found, _ = store.snapshots(identity(options))
    if not found:
        raise SnapshotUnknown(snapshot="(newest)", path=store.root)
    if len({one.facts.library for one in found}) > 1:
        library, _ = library_place(options.into or options.library)
        raise RestoreRefused(path=library.root, reason="the backup folder is of several libraries: name a snapshot")
    return found[-1].name


def _back_up_before(options: argparse.Namespace) -> None:
    """A library that still opens is backed up before something takes its place; it is kept beside in any case."""
    library, _ = library_place(options.library)
    if not library.current.exists() and server_address() is None:
        return
    try:
        with open_backend(Opening(options.library, options.wait, write=False)) as backend:
            backend.backup.create(Reason.RESTORE, wait=options.wait)
    except VrpError as fault:
        say(f"The library could not be backed up before: {fault.summary} It is kept beside the restored one.")
