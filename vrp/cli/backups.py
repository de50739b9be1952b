"""The commands around backups. Those in `WITHOUT_LIBRARY` work where the library itself is gone."""

from __future__ import annotations

import argparse
import contextlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vrp import cli
from vrp.app.opening import Backend, Opening, library_place, open_backend, server_address, tidy
from vrp.backend import files
from vrp.backend.domain.reasons import Reason
from vrp.backend.domain.snapshots import Snapshot
from vrp.backend.errors import (
    BackupFault,
    LibraryInUse,
    NothingToBackUp,
    RebuildRefused,
    RestoreRefused,
    SnapshotUnknown,
    VrpError,
)
from vrp.backend.locks import FileLock
from vrp.backend.paths import LibraryPaths
from vrp.backend.services.places import chosen_folder
from vrp.cli.terminal import length, output, progress_line, say

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

    from vrp.backend.services.scrubbing import Damage
    from vrp.backend.store.folder import BackupStore


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


def scrub(backend: Backend, options: argparse.Namespace) -> int:
    from vrp.backend.store.folder import BackupStore

    found: BackupStore | None = BackupStore(_folder(options))
    try:
        BackupStore(_folder(options)).check()
    except BackupFault as fault:
        say(f"{fault.summary} Damaged files can be found, and not be repaired.")
        found = None
    with progress_line(options) as progress:
        report = backend.scrubbing.scrub(found, progress, lambda: back_up_before(backend, Reason.REPAIR, options))
    document = {
        "checked": report.checked,
        "damaged": [
            {
                "id": one.recording.id,
                "uuid": one.recording.uuid,
                "missing": one.missing,
                "repaired": one.repaired,
                "seconds": None if one.first is None else [one.first, one.last],
            }
            for one in report.damages
        ],
    }
    output(options, document, (_damage(one) for one in report.damages))
    say(f"{report.checked:,} files read, {len(report.damages)} damaged or missing.")
    return cli.DONE if all(one.repaired for one in report.damages) else cli.SOME_REFUSED


def _damage(one: Damage) -> str:
    what = "was missing" if one.missing else "was damaged"
    if one.first is not None and one.last is not None:
        what += f" from {length(one.first)} to {length(one.last)}"
    end = "a good copy took its place" if one.repaired else "there is no good copy of it"
    return f"{one.recording.id:>6}  “{one.recording.title}” {what}; {end}."


def _rebuild(options: argparse.Namespace) -> int:
    from vrp.backend.audio.probe import AudioProbe
    from vrp.backend.persistence import schema
    from vrp.backend.services.rebuilding import rebuild
    from vrp.backend.store.folder import BackupStore

    library, _ = library_place(options.library)
    refuse_elsewhere(library)
    if not library.audio.is_dir():
        raise NothingToBackUp(path=library.root)
    if not options.force and schema.is_sound(library):
        raise RebuildRefused(path=library.root, reason="its database can be opened and passes its test")
    erased: frozenset[str] = frozenset()
    with contextlib.suppress(BackupFault):
        erased = frozenset(BackupStore(_folder(options)).erased())
    probe = AudioProbe()
    try:
        with locked(library, options), progress_line(options) as progress:
            report = rebuild(library, probe, erased=erased, progress=progress)
    finally:
        probe.close()
    document = {
        "recordings": report.recordings,
        "searches": report.searches,
        "examined": report.examined,
        "without_sound": report.silent,
        "refused": report.refused,
    }
    output(options, document, [f"{report.recordings:,} recordings are in the library again."])
    if report.examined:
        say(f"{report.examined:,} of them had no side file: their titles are lost, and are now the times.")
    for name in report.silent:
        say(f"{name}: its sound is not there. Look for it with `vrp restore --only`.")
    for name in report.refused:
        say(f"{name}: it is no sound, and was left alone.")
    return cli.SOME_REFUSED if report.silent or report.refused else cli.DONE


def back_up_before(backend: Backend, reason: Reason, options: argparse.Namespace) -> None:
    """Back up; where that cannot be done, say so: a full disk must not keep somebody from making room."""
    try:
        backend.backup.create(reason, wait=options.wait)
    except BackupFault as fault:
        say(f"Not backed up before: {fault.summary}")


def _migrate(options: argparse.Namespace) -> int:
    from vrp.backend.persistence import schema
    from vrp.backend.services import upgrade

    library, settings = library_place(options.library)
    if (server := server_address()) is not None:
        return _migrate_server(library, server, chosen_folder(library, settings.backup.folder), options)
    refuse_elsewhere(library)
    if not library.current.exists():
        raise NothingToBackUp(path=library.root)
    with locked(library, options):
        before = schema.stored_revision(library, schema.current_database(library))
        upgrade.prepare(library, chosen_folder(library, settings.backup.folder))
        after = schema.stored_revision(library, schema.current_database(library))
    return _told_migrated(before, after, options)


def _migrate_server(library: LibraryPaths, server: URL, folder: Path, options: argparse.Namespace) -> int:
    from vrp.backend.persistence.server import revision_of
    from vrp.backend.services import upgrade

    with locked(library, options):
        before = revision_of(server)
        upgrade.prepare_elsewhere(library, server, folder)
        return _told_migrated(before, revision_of(server), options)


def _told_migrated(before: str, after: str, options: argparse.Namespace) -> int:
    told = f"Brought from {before or 'nothing'} to {after}." if before != after else f"Nothing to do: it is at {after}."
    output(options, {"from": before, "to": after}, [told])
    return cli.DONE


def _backups(options: argparse.Namespace) -> int:
    from vrp.backend.store.folder import BackupStore

    store = BackupStore(_folder(options))
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
        report = prove(BackupStore(_folder(options)), options.snapshot, library=_identity(options),
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


def _restore(options: argparse.Namespace) -> int:
    library, _ = library_place(options.into or options.library)
    if options.undo:
        return _undo(library, options)
    if options.only:
        return _restore_recordings(options)
    from vrp.backend.services import restoring
    from vrp.backend.store.folder import BackupStore

    store = BackupStore(_folder(options))
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

    store = BackupStore(_folder(options))
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
    found, _ = store.snapshots(_identity(options))
    if not found:
        raise SnapshotUnknown(snapshot="(newest)", path=store.root)
    if len({one.facts.library for one in found}) > 1:
        library, _ = library_place(options.into or options.library)
        raise RestoreRefused(path=library.root, reason="the backup folder is of several libraries: name a snapshot")
    return found[-1].name


def _identity(options: argparse.Namespace) -> str | None:
    """Which library this is, where there is one: a backup folder may hold those of others."""
    from vrp.backend.persistence import schema

    if (server := server_address()) is not None:
        from vrp.backend.persistence import server_copies

        return server_copies.identity_of(server) or None
    library, _ = library_place(options.library)
    return schema.known_identity(library) or None


def refuse_elsewhere(library: LibraryPaths) -> None:
    if os.environ.get("VRP_DATABASE_URL") or os.environ.get("DATABASE_URL"):
        reason = "its database lies elsewhere (DATABASE_URL); a new folder can be restored to"
        raise RestoreRefused(path=library.root, reason=reason)


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


@contextlib.contextmanager
def locked(library: LibraryPaths, options: argparse.Namespace) -> Iterator[None]:
    files.make_private_folder(library.root)
    files.make_private_folder(library.own)
    with FileLock(library.lock) as lock:
        if not lock.acquire(wait=options.wait):
            raise LibraryInUse(path=library.root, holder=lock.holder())
        yield


def _folder(options: argparse.Namespace) -> Path:
    """The backup folder: the command line, else that of the library, which need not be there any more."""
    if options.source:
        return Path(options.source).absolute()
    library, settings = library_place(options.library)
    return chosen_folder(library, settings.backup.folder)


def _say_all(faults: list[BackupFault]) -> None:
    for fault in faults:
        say(f"vrp: {fault.message} ({fault.code})")


WITHOUT_LIBRARY: Final[dict[str, Callable[[argparse.Namespace], int]]] = {
    "backups": _backups,
    "prove": _prove,
    "restore": _restore,
    "rebuild": _rebuild,
    "migrate": _migrate,
}
