"""Which library folders held recordings, so that an unplugged disk is never taken for a new library."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from vrp.backend import files
from vrp.backend.errors import LibraryFault
from vrp.backend.paths import known_libraries_file


def held_recordings(root: Path) -> bool:
    """Whether a library with recordings was open at this path before."""
    return str(root) in _read()


def remember(root: Path) -> None:
    """Note that this library holds recordings. A home that cannot be written costs the note, not the library."""
    known = _read()
    if str(root) in known:
        return
    path = known_libraries_file()
    with contextlib.suppress(LibraryFault, OSError):
        files.make_private_folder(path.parent)
        files.write_atomic(path, json.dumps(sorted({*known, str(root)}), indent=1).encode())


def _read() -> list[str]:
    with contextlib.suppress(OSError, ValueError):
        names = json.loads(known_libraries_file().read_bytes())
        return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
    return []
