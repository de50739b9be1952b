"""Removes the files of a recording whose row is gone."""

from __future__ import annotations

import contextlib

from vrp.backend import files
from vrp.backend.domain.recordings import Recording
from vrp.backend.paths import LibraryPaths


def remove_files(paths: LibraryPaths, recording: Recording) -> int:
    """Sound, sidecar and what the cache has of it; how many. What stays behind is found as an orphan."""
    audio = paths.audio_file(recording.stored_filename)
    removed = 0
    with contextlib.suppress(OSError):
        for path in (audio, paths.sidecar(recording.uuid), *paths.cache.glob(f"{recording.uuid}.*")):
            if path.exists():
                path.unlink()
                removed += 1
        files.fsync_folder(audio.parent)
    return removed
