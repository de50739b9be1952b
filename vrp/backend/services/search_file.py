"""The file of the saved searches, from which they come back when the database is made anew. See `services.sidecars`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

import structlog

from vrp.backend import files
from vrp.backend.domain.queries import SavedSearch, saved_query
from vrp.backend.errors import LibraryFault
from vrp.backend.paths import LibraryPaths

VERSION: Final = 1
_LARGEST: Final = 8 * 1024 * 1024

log = structlog.get_logger()


def write(paths: LibraryPaths, searches: Sequence[SavedSearch]) -> None:
    """All of them, as they are in the database. It is the truth: what cannot be written now is at the next change."""
    values = {"version": VERSION, "searches": [{"name": one.name, "query": one.values} for one in searches]}
    try:
        data = (json.dumps(values, ensure_ascii=False, indent=1) + "\n").encode()
        files.write_atomic(paths.searches, data, by_way_of=paths.staging)
    except LibraryFault as fault:
        log.warning("searches_not_written", code=fault.code)


def read(paths: LibraryPaths) -> tuple[SavedSearch, ...]:
    """What the file says; none where there is none, or none that can be read."""
    try:
        with files.open_regular(paths.searches) as file:
            values = json.loads(file.read(_LARGEST))
        if values["version"] != VERSION:
            return ()
        return tuple(SavedSearch(str(one["name"]), saved_query(one["query"])) for one in values["searches"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()
