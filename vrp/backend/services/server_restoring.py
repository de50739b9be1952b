"""Restore of a library whose database is on a server: rows there in one transaction, sound in the shared folder.

The order is that of `vrp.backend.services.restoring`: the snapshot's rows come into tables of their own, complete and
upgraded → audio that is not there is put into ``audio/``, noted in ``staging/`` → the new tables take the place of the
live ones, which are kept aside: the commit of that transaction is the one step that counts → the sidecars.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from uuid import uuid4

import structlog

from vrp.backend import files
from vrp.backend.domain.progress import Meter, Progress, silent
from vrp.backend.errors import DiskFull, InternalFault, LibraryFault, SnapshotForeign
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import server_copies
from vrp.backend.persistence.database import Address
from vrp.backend.services.clock import Clock, utc_now
from vrp.backend.services.restoring import erase_again, refuse_unfit
from vrp.backend.services.restoring_audio import RESERVE_BYTES, RestoreReport, bring_audio
from vrp.backend.services.stale_sidecars import write_stale_sidecars
from vrp.backend.store.folder import BackupStore

log = structlog.get_logger()


def restore(
    store: BackupStore,
    name: str,
    paths: LibraryPaths,
    server: Address,
    *,
    clock: Clock = utc_now,
    wait: float = 0.0,
    progress: Progress = silent,
) -> RestoreReport:
    """Make the library on ``server``, or the empty database there, what the snapshot holds.

    Other recorders wait for the last moment of it, and then see the restored library. Raises `BackupFault`,
    `LibraryFault` or `Cancelled`; the library is as it was then.
    """
    if isinstance(server, Path):
        raise InternalFault(reason="a file is no server")
    with store.locked(wait):
        manifest = store.manifest(name)
        facts = manifest.facts()
        refuse_unfit(facts, server_copies.ServerSource.kind)
        erased = store.erased()
        if not server_copies.is_empty(server):
            with server_copies.ServerSource(server).live() as live:
                if live.facts().library not in ("", facts.library):
                    raise SnapshotForeign(snapshot=name, path=paths.root)
                erased |= live.erased()
        for folder in paths.folders():
            files.make_private_folder(folder)
        if files.free_bytes(paths.staging) < facts.database_bytes + RESERVE_BYTES:
            raise DiskFull(path=paths.root)
        report = RestoreReport(name, paths.root)
        meter = Meter(progress, facts.database_bytes + facts.audio_bytes)
        dump, note = paths.staging / f"{uuid4().hex}.dump", paths.staging / f"{uuid4().hex}.batch"
        try:
            store.restore_database(manifest, dump, meter.advance)
            with server_copies.in_place_of(server, dump, facts.revision) as rows:
                with server_copies.session_of(rows) as session:
                    report.erased = erase_again(session, erased, clock())
                report.recordings = rows.facts().recordings
                bring_audio(store, manifest, rows, paths, note, report, meter)
                _stale_mark(paths).touch(files.PRIVATE_FILE)
        finally:
            dump.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            note.unlink(missing_ok=True)
    refresh_sidecars(paths, server)
    log.info("library_restored", snapshot=name, recordings=report.recordings, brought=report.brought,
             kept=report.kept, lost=len(report.lost), erased=report.erased)  # fmt: skip
    return report


def undo(paths: LibraryPaths, server: Address) -> None:
    """Go back to the library that was live before a restore. Raises `RestoreRefused` and `LibraryFault`."""
    if not isinstance(server, Path):
        _stale_mark(paths).touch(files.PRIVATE_FILE)
        server_copies.go_back(server)
        refresh_sidecars(paths, server)
        log.info("restore_undone")


def can_undo(server: Address) -> bool:
    """Whether `undo` would go back."""
    with contextlib.suppress(LibraryFault):
        return not isinstance(server, Path) and server_copies.can_go_back(server)
    return False


def refresh_sidecars(paths: LibraryPaths, server: Address) -> int:
    """Write those sidecars anew that do not say what the rows say, after a restore; how many."""
    with contextlib.suppress(LibraryFault, OSError):
        return write_stale_sidecars(paths, server, _stale_mark(paths))
    return 0


def _stale_mark(paths: LibraryPaths) -> Path:
    return paths.own / "sidecars.stale"
