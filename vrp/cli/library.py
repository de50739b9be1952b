"""`vrp library move`: the library goes to another folder."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from vrp import cli
from vrp.app.opening import Opening, library_place, open_backend, tidy
from vrp.backend.domain.queries import LibraryQuery
from vrp.backend.errors import LibraryMissing
from vrp.backend.paths import settings_file
from vrp.backend.services.places import chosen_folder
from vrp.cli.places import locked
from vrp.cli.terminal import output, progress_line, say


def run(options: argparse.Namespace) -> int:
    """Move the library, open it at its new place, and only then empty the old one."""
    from vrp.backend.services import moving
    from vrp.backend.settings_store import SettingsStore

    library, settings = library_place(options.library)
    if not library.current.is_file():
        raise LibraryMissing(path=library.root)
    backups = chosen_folder(library, settings.backup.folder)
    with locked(library, options), progress_line(options) as progress:
        report = moving.move(library, Path(options.folder), SettingsStore(settings_file()), progress)
    with open_backend(Opening(os.fspath(report.target), options.wait)) as backend:
        tidy(backend)
        recordings = backend.library.page(LibraryQuery(), 0, 1).total
        found_backups = backend.backup.folder == backups or not backups.exists()
    document = {
        "library": os.fspath(report.target),
        "moved_from": os.fspath(report.source),
        "recordings": recordings,
        "files_copied": report.files,
        "bytes_copied": report.bytes,
        "is_set": report.is_set,
    }
    output(options, document, [f"The library lies at {report.target} now, with {recordings:,} recordings."])
    if not report.is_set:
        say(f"Name it from now on: --library {report.target}, or VRP_LIBRARY.")
    if not found_backups:
        say(f"Its backups are in {backups}; name that folder with --to and --from, or set backup.folder.")
    if report.source.exists() and any(report.source.iterdir()):
        say(f"What had been written to {report.source} meanwhile is still there.")
    return cli.DONE
