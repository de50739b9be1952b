"""What the window shows before the library is open: where it lies and its newest rows, read in some milliseconds.

Only a library that is ready as it is can be glanced at. One that has to be made, upgraded or mended, or whose database
is on a server, is opened before the window, as every command does it.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from vrp.backend import early_settings, paths
from vrp.backend.errors import VrpError
from vrp.backend.paths import LibraryPaths
from vrp.backend.persistence import first_page, schema

if TYPE_CHECKING:
    from vrp.backend.domain.queries import LibraryCounts, Page


class Glance(NamedTuple):
    """Where the library lies, its newest rows, and how many there are in each of its places."""

    paths: LibraryPaths
    page: Page
    counts: LibraryCounts


def look(folder: str | None) -> Glance | None:
    """``folder`` is that of the command line. Never raises: whatever is wrong is told by opening the library."""
    if os.environ.get("VRP_DATABASE_URL") or os.environ.get("DATABASE_URL") or paths.moves_file().exists():
        return None
    library = place(folder)
    try:
        database = schema.ready_database(library)
    except (VrpError, OSError):
        return None
    found = first_page.read(database) if database is not None else None
    return None if found is None else Glance(library, *found)


def place(folder: str | None) -> LibraryPaths:
    """Where the library lies, by the settings as they stand in their file."""
    written = early_settings.read(paths.settings_file())
    return LibraryPaths(paths.library_folder(folder, early_settings.text(written, "storage.folder")))
