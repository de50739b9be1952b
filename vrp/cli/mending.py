"""`vrp scrub`, `vrp rebuild` and `vrp migrate`: a library that was damaged, or is of an older version."""

from __future__ import annotations

import argparse
import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from vrp import cli
from vrp.app.opening import Backend, library_place, server_address
from vrp.backend.domain.reasons import Reason
from vrp.backend.errors import (
    BackupFault,
    NothingToBackUp,
    RebuildRefused,
)
from vrp.backend.paths import LibraryPaths
from vrp.backend.services.places import chosen_folder
from vrp.cli.terminal import length, output, progress_line, say

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

    from vrp.backend.services.scrubbing import Damage
    from vrp.backend.store.folder import BackupStore


from vrp.cli.places import backup_folder, locked, refuse_elsewhere


def scrub(backend: Backend, options: argparse.Namespace) -> int:
    from vrp.backend.store.folder import BackupStore

    found: BackupStore | None = BackupStore(backup_folder(options))
    try:
        BackupStore(backup_folder(options)).check()
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


def rebuild_library(options: argparse.Namespace) -> int:
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
        erased = frozenset(BackupStore(backup_folder(options)).erased())
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


def migrate(options: argparse.Namespace) -> int:
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
