"""Which library folders held recordings, so that an unplugged disk is never taken for a new library."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from vrp.backend import files
from vrp.backend.errors import LibraryFault
from vrp.backend.paths import known_libraries_file


def was_unplugged(root: Path) -> bool:
    """Whether a library with recordings was here before, and what is here now is not a folder made in its place.

    An empty folder on the disk where the library was is somebody's wish to start anew; an empty folder on another disk
    is the mount point of one that is not connected.
    """
    known = _read()
    if str(root) not in known:
        return False
    try:
        return root.stat().st_dev != known[str(root)]
    except OSError:
        return True


def remember(root: Path) -> None:
    """Note that this library holds recordings. A home that cannot be written costs the note, not the library."""
    known = _read()
    with contextlib.suppress(LibraryFault, OSError):
        device = root.stat().st_dev
        if known.get(str(root)) != device:
            path = known_libraries_file()
            files.make_private_folder(path.parent)
            files.write_atomic(path, json.dumps({**known, str(root): device}, indent=1).encode())


def _read() -> dict[str, int]:
    with contextlib.suppress(OSError, ValueError):
        known = json.loads(known_libraries_file().read_bytes())
        return known if isinstance(known, dict) else {}
    return {}
