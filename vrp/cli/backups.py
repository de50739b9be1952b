"""The commands around backups. Those in `WITHOUT_LIBRARY` work where the library itself is gone."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from vrp import cli
from vrp.app.opening import Backend, library_place, server_address
from vrp.backend.domain.snapshots import Snapshot
from vrp.backend.errors import BackupFault, NothingToBackUp
from vrp.cli.mending import migrate, rebuild_library
from vrp.cli.places import backup_folder, identity
from vrp.cli.restores import restore
from vrp.cli.terminal import output, progress_line, say


def refuse_nothing(options: argparse.Namespace) -> None:
    """A backup is of a library that is there: a mistyped folder must not become a new one. Raises `NothingToBackUp`."""
    library, _ = library_place(options.library)
    if not library.current.exists() and not (os.environ.get("VRP_DATABASE_URL") or os.environ.get("DATABASE_URL")):
        raise NothingToBackUp(path=library.root)


def backup(backend: Backend, options: argparse.Namespace) -> int:
    service = backend.backup
    if options.to:
        service.folder = Path(options.to).absolute()
    if options.dry_run:
        return _told_removed(service.cleanup_old_backups(dry_run=True), options)
    with progress_line(options) as progress:
        report = service.create(wait=options.wait, progress=progress)
    document = {
        "snapshot": report.snapshot,
        "path": os.fspath(report.path),
        "recordings": report.recordings,
        "files_added": report.files_added,
        "bytes_added": report.bytes_added,
        "proven": report.proven,
        "seconds": report.seconds,
    }
    proof = "proven restorable" if report.proven else "NOT PROVEN: see `vrp prove` and `vrp verify`"
    line = f"{report.snapshot}  {report.recordings:,} recordings, {report.files_added:,} new files, {proof}"
    output(options, document, [line])
    if report.missing:
        say(f"{report.missing:,} files were missing or changed in the library itself. Run `vrp verify`.")
    if service.on_the_same_disk():
        say("The backup lies on the same disk as the library. Another disk is better: --to, or backup.folder.")
    if options.clean_up:
        for one in service.cleanup_old_backups():
            say(f"Removed the old snapshot {one.name}.")
    return cli.DONE if report.proven and not report.missing else cli.SOME_REFUSED


def _told_removed(gone: list[Snapshot], options: argparse.Namespace) -> int:
    output(options, {"would_remove": [one.name for one in gone]}, (f"Would remove {one.name}" for one in gone))
    return cli.DONE


def _backups(options: argparse.Namespace) -> int:
    from vrp.backend.store.folder import BackupStore

    store = BackupStore(backup_folder(options))
    store.check()
    found, faults = store.snapshots()
    document = {
        "path": os.fspath(store.root),
        "snapshots": [
            {
                "snapshot": one.name,
                "created_at": one.facts.created_at.isoformat(),
                "reason": one.facts.reason,
                "library": one.facts.library,
                "recordings": one.facts.recordings,
                "files": one.facts.audio_files,
                "bytes": one.facts.audio_bytes,
                "missing": one.facts.missing,
                "proven_at": one.proof.at.isoformat() if one.proof else None,
            }
            for one in found
        ],
        "damaged": [{"snapshot": fault.params.get("snapshot"), "code": fault.code} for fault in faults],
    }
    output(options, document, (_line(one) for one in found))
    _say_all(faults)
    return cli.SOME_REFUSED if faults else cli.DONE


def _line(one: Snapshot) -> str:
    made = one.facts.created_at.astimezone()
    proof = f"proven {one.proof.at.astimezone():%Y-%m-%d %H:%M}" if one.proof else "not proven"
    return f"{one.name}  {made:%Y-%m-%d %H:%M}  {one.facts.recordings:>9,} recordings  {proof}"


def _prove(options: argparse.Namespace) -> int:
    from vrp.backend.services.proving import prove
    from vrp.backend.store.folder import BackupStore

    with progress_line(options) as progress:
        report = prove(BackupStore(backup_folder(options)), options.snapshot, library=identity(options),
                       server=server_address(), wait=options.wait, progress=progress)  # fmt: skip
    document = {
        "snapshot": report.snapshot,
        "recordings": report.recordings,
        "files_read": report.files_read,
        "proven": report.proven,
        "faults": report.faults,
    }
    told = "Proven restorable" if report.proven else "NOT restorable as it is"
    lines = [f"{told}: {report.snapshot}, {report.recordings:,} recordings, {report.files_read:,} files read."]
    output(options, document, lines + report.faults)
    return cli.DONE if report.proven else cli.SOME_REFUSED


def _say_all(faults: list[BackupFault]) -> None:
    for fault in faults:
        say(f"vrp: {fault.message} ({fault.code})")


WITHOUT_LIBRARY: Final[dict[str, Callable[[argparse.Namespace], int]]] = {
    "backups": _backups,
    "prove": _prove,
    "restore": restore,
    "rebuild": rebuild_library,
    "migrate": migrate,
}
