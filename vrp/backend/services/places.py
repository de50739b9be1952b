"""Where the backups of a library go."""

from __future__ import annotations

from pathlib import Path

from vrp.backend.paths import LibraryPaths


def default_folder(paths: LibraryPaths) -> Path:
    """Beside the library, until the person chooses a better place: another disk."""
    return paths.root.parent / f"{paths.root.name}-backups"


def chosen_folder(paths: LibraryPaths, configured: str) -> Path:
    """The folder of the settings, else the one beside the library."""
    return Path(configured).expanduser().absolute() if configured else default_folder(paths)
